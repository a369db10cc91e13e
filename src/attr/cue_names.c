/*
 * Full names the copy introduces, whether or not somebody is credited there: after "Transport Minister Carla Nunes resigned" the
 * "Nunes" who is credited further on is Carla Nunes. A headline may have the surname first, so that rows wait until
 * their item has been read.
 */
#include <string.h>

#include "attr/cue.h"
#include "attr/link.h"
#include "base/array.h"

/* Classes of words that neither begin nor end a person's name. */
static const enum lex_class no_name_classes[] = {CLASS_TITLE, CLASS_ABBREV_TITLE, CLASS_ROLE_NOUN, CLASS_ORG_NOUN, CLASS_DOC_NOUN,
	CLASS_MEDIA_NOUN, CLASS_PLACE_NOUN, CLASS_COUNTRY, CLASS_NATIONALITY, CLASS_WEEKDAY, CLASS_MONTH};

static struct introduced *slot_of(struct cue_memory *m, uint32_t surname)
{
	return &m->introduced[surname % INTRODUCED_MAX];
}

/* Capitalised, not all in capitals, and not as what the packs know opens a sentence or names something else. */
static bool may_name(const struct attr *attr, const struct token *t)
{
	const struct class_set *set = &attr->seg.lex->sets[t->set];
	if (t->kind != PIECE_WORD || !(t->shape & SHAPE_UPPER) || t->shape & SHAPE_ALL_UPPER)
		return false;
	if (attr->facts->of_set[t->set].closed != TAG_NONE)
		return false;
	return !class_set_has_any(set, no_name_classes, ARRAY_COUNT(no_name_classes));
}

static bool is_initial(const struct token *t)
{
	return t->kind == PIECE_WORD && t->shape & SHAPE_UPPER && t->end - t->start == 1;
}

/* The given name before the surname at `i`, over an initial ("John F. Grant"); `i` when there is none. */
static size_t given_of(const struct attr *attr, size_t i)
{
	const struct token *t = attr->seg.tokens.items;
	size_t at = i;
	if (at >= 2 && t[at - 1].mark == MARK_STOP && is_initial(&t[at - 2]))
		at -= 2;
	return at > 0 && may_name(attr, &t[at - 1]) ? at - 1 : i;
}

/* A first name that the packs know as another word ("Mark", "Team") gives way to one that is nothing else. */
static bool is_plain(const struct attr *attr, size_t i)
{
	return !attr->facts->of_set[attr->seg.tokens.items[i].set].may;
}

static void introduce(struct attr *attr, size_t given, size_t surname)
{
	const struct token *t = attr->seg.tokens.items;
	struct introduced *slot = slot_of(attr->cues, t[surname].hash);
	bool plain = is_plain(attr, given);
	if (slot->surname != t[surname].hash || (plain && !slot->plain))
		*slot = (struct introduced){.text = seg_text(&attr->seg, given, surname + 1),
			.surname = t[surname].hash,
			.given = t[given].hash,
			.plain = plain};
	if (slot->given == t[given].hash)
		slot->times++;
	else if (plain || !slot->plain)
		slot->others++;
}

/* Is the token the last of a run of capitalised words? */
static bool ends_run(const struct attr *attr, size_t i)
{
	const struct token *next = &attr->seg.tokens.items[i + 1];
	return i + 1 == attr->seg.tokens.count || next->kind != PIECE_WORD || !(next->shape & SHAPE_UPPER);
}

void names_paragraph(struct attr *attr)
{
	const struct token *t = attr->seg.tokens.items;
	if (attr->cues->names_item != attr->item) {
		names_settle(attr);
		memset(attr->cues->introduced, 0, sizeof attr->cues->introduced);
		attr->cues->names_item = attr->item;
	}
	if (link_is_heading(attr->kind))
		return; /* whose capitals may tell nothing */
	for (size_t i = 1; i < attr->seg.tokens.count; i++) {
		size_t given;
		if (!(t[i].shape & SHAPE_UPPER) || !(t[i].shape & SHAPE_SPACE) || !ends_run(attr, i) || !may_name(attr, &t[i]))
			continue;
		given = given_of(attr, i);
		if (given < i)
			introduce(attr, given, i);
	}
}

bool names_await(struct attr *attr, const struct wa_attribution *row, uint32_t surname)
{
	struct short_name *wait = vec_push(&attr->cues->short_names);
	if (!wait)
		return false;
	*wait = (struct short_name){(uint32_t)(row - attr->attributions.items), surname};
	return true;
}

void names_settle(struct attr *attr)
{
	struct cue_memory *m = attr->cues;
	for (size_t i = 0; i < m->short_names.count; i++) {
		const struct short_name *wait = &m->short_names.items[i];
		const struct introduced *found = slot_of(m, wait->surname);
		struct wa_attribution *row = &attr->attributions.items[wait->row];
		if (found->surname != wait->surname || found->times <= 2 * found->others)
			continue;
		row->name = row->resolved = found->text;
		if (!row->resolved_confidence)
			row->resolved_confidence = found->others ? SURE_FAR : SURE_SURNAME;
	}
	m->short_names.count = 0;
}
