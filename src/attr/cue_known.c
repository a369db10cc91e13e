/*
 * Who is who: the sources of an item that pronouns, short forms and later mentions stand for. "General Maciej Klisz" is "he",
 * "Klisz", "General Klisz" and "the general"; "the defence ministry" is "it" and "the ministry". How sure that is depends
 * on how many others it might be, and on how far back they stand.
 */
#include "attr/cue.h"

/* What to look for among the sources known. Hashes are 0 where they do not matter. */
struct wanted {
	uint32_t item, head, given, full, role, pronoun;
	size_t longer_than;
};

typedef bool fit_fn(const struct known *k, const struct wanted *w);

/* Of what is looked for, the newest; `others` counts those of another name that would do as well. */
static struct known *recall(struct cue_memory *m, fit_fn *fits, const struct wanted *w, uint32_t *others)
{
	struct known *found = NULL;
	*others = 0;
	for (uint32_t n = 0; n < m->count && n < KNOWN_MAX; n++) {
		struct known *k = &m->known[(m->count - 1 - n) % KNOWN_MAX];
		if (k->item != w->item || !fits(k, w))
			continue;
		if (!found)
			found = k;
		else if (k->full != found->full)
			++*others;
	}
	return found;
}

static bool has_head(const struct known *k, const struct wanted *w)
{
	return k->head == w->head;
}

static bool is_longer(const struct known *k, const struct wanted *w)
{
	return k->head == w->head && (k->given || k->text.len > w->longer_than);
}

static bool is_same(const struct known *k, const struct wanted *w)
{
	return k->full == w->full;
}

/* The same surname, and no other given name. */
static bool is_namesake(const struct known *k, const struct wanted *w)
{
	return k->kind == WA_SOURCE_PERSON && k->head == w->head && (!w->given || k->given == w->given);
}

static bool has_role(const struct known *k, const struct wanted *w)
{
	if (k->kind != WA_SOURCE_PERSON)
		return false;
	for (size_t i = 0; i < KNOWN_ROLES; i++)
		if (k->roles[i] == w->role)
			return true;
	return false;
}

/* Who was "she" before is not "he". */
static bool is_person(const struct known *k, const struct wanted *w)
{
	if (k->pronoun && k->pronoun != w->pronoun)
		return false;
	return !k->plural && (k->kind == WA_SOURCE_PERSON || k->kind == WA_SOURCE_UNNAMED);
}

static bool is_thing(const struct known *k, const struct wanted *w)
{
	(void)w;
	return k->kind == WA_SOURCE_ORGANISATION || k->kind == WA_SOURCE_DOCUMENT || k->kind == WA_SOURCE_AGENCY;
}

static bool is_any(const struct known *k, const struct wanted *w)
{
	(void)w;
	return k->plural || k->kind == WA_SOURCE_ORGANISATION || k->kind == WA_SOURCE_UNNAMED;
}

enum wa_source_kind known_kind(struct cue_memory *m, uint32_t item, uint32_t head)
{
	struct wanted w = {.item = item, .head = head};
	uint32_t others;
	const struct known *k = recall(m, has_head, &w, &others);
	return k ? k->kind : WA_SOURCE_KIND_COUNT;
}

static bool is_title(const struct sight *s, int32_t i)
{
	return word_is(s, i, CLASS_TITLE) || word_is(s, i, CLASS_ABBREV_TITLE) || word_is(s, i, CLASS_ROLE_NOUN);
}

/* Is the word at `i` a small word, a noun or an adjective, and no given name before an initial? */
static bool describes(const struct sight *s, int32_t i)
{
	const struct token *next = token_at(s, i + 1);
	const struct set_fact *fact = fact_at(s, i);
	if (fact->closed == TAG_NONE && !(fact->may & (SENSE_NOUN | SENSE_ADJECTIVE)))
		return false;
	return next->end - next->start > 1;
}

/* Where the brackets of "Jan Koval (Tarn)" open; its end when there are none. */
static int32_t before_brackets(const struct sight *s, struct part group)
{
	for (int32_t i = group.first + 1; i < group.last; i++)
		if (mark_at(s, i) == MARK_OPEN)
			return i;
	return group.last;
}

/*
 * The words of a person's name: those that close the group where its head is a description: "the mayor, Irma Vogt". Titles and
 * what else stands before a given name and a surname are left out: "White House Press Secretary Josh Ernst".
 */
static struct part own_name(const struct sight *s, struct part source, struct part core)
{
	int32_t first;
	if (tag_at(s, core.last - 1) != TAG_NAME || is_title(s, core.last - 1))
		core.last = source.last;
	core.last = before_brackets(s, core);
	first = core.last;
	while (first > core.first && (tag_at(s, first - 1) == TAG_NAME || mark_at(s, first - 1) == MARK_STOP))
		first--;
	for (int32_t i = first; i + 1 < core.last; i++)
		if (is_title(s, i) || (i == first && mark_at(s, i) == MARK_STOP))
			first = i + 1;
	while (first + 2 < core.last && describes(s, first))
		first++;
	return first < core.last ? (struct part){first, core.last} : core;
}

/* "Jan Koval and Irma Vogt" */
static bool is_list(const struct sight *s, struct part group)
{
	for (int32_t i = group.first + 1; i + 1 < group.last; i++)
		if (tag_at(s, i) == TAG_CONJ)
			return true;
	return false;
}

static uint32_t hash_of(const struct sight *s, struct part p)
{
	uint32_t hash = 0;
	for (int32_t i = p.first; i < p.last; i++)
		if (token_at(s, i)->kind != PIECE_MARK && tag_at(s, i) != TAG_DET)
			hash = hash * 31 + token_at(s, i)->hash;
	return hash;
}

/* What is told of the source as far as later mentions may take it up. */
static struct known known_of(const struct sight *s, const struct find *find, struct part source, enum wa_source_kind kind)
{
	struct part core = noun_core(s, source);
	struct part name = kind == WA_SOURCE_PERSON ? own_name(s, source, core) : core;
	int32_t head = cue_head(s, name);
	struct known k = {
		.text = seg_text(s->seg, (size_t)source.first, (size_t)source.last),
		.head = token_at(s, head)->hash,
		.full = hash_of(s, kind == WA_SOURCE_PERSON ? name : source),
		.item = s->attr->item,
		.para = s->attr->para,
		.kind = kind,
		.plural = word_is(s, head, CLASS_PLURAL) || (kind != WA_SOURCE_PERSON && core.last < source.last),
	};
	size_t roles = 0;
	if (kind != WA_SOURCE_PERSON)
		return k;
	if (is_list(s, source)) {
		k.plural = true;
	} else if (name.first < head) {
		k.given = token_at(s, name.first)->hash;
		k.text = seg_text(s->seg, (size_t)name.first, (size_t)name.last); /* without titles, so that it can be counted */
	}
	for (int32_t i = find->source.first; i < find->source.last && roles < KNOWN_ROLES; i++)
		if ((i < name.first || i >= name.last) && is_title(s, i))
			k.roles[roles++] = token_at(s, i)->hash;
	return k;
}

static uint32_t sure(uint32_t alone, uint32_t among, uint32_t others)
{
	return others ? among : alone;
}

/* Whom a pronoun stands for. */
static const struct known *of_pronoun(const struct sight *s, struct cue_memory *m, int32_t head, uint32_t *confidence)
{
	const struct token *t = token_at(s, head);
	bool person = word_is(s, head, CLASS_PRONOUN_PERSON) || word_is(s, head, CLASS_POSSESSIVE);
	bool plural = seg_is(s->seg, (size_t)head, CLASS_PLURAL);
	struct wanted w = {.item = s->attr->item, .pronoun = t->hash};
	fit_fn *fits = plural ? is_any : person ? is_person : is_thing;
	uint32_t others;
	struct known *k = t->quote ? NULL : recall(m, fits, &w, &others);
	if (!k)
		return NULL;
	*confidence = sure(SURE_ALONE, s->attr->para == k->para ? SURE_NEAR : SURE_FAR, others);
	if (person && !plural)
		k->pronoun = t->hash;
	return k;
}

/* A person called by a surname, whatever it is that stands for it. */
static bool is_short(const struct known *k)
{
	return k->kind == WA_SOURCE_PERSON && !k->given && !k->plural;
}

/* Whom a surname, or "the" and one word, stands for. */
static const struct known *of_short(
	const struct sight *s, struct cue_memory *m, const struct known *own, struct part core, uint32_t *confidence)
{
	struct wanted w = {.item = own->item, .head = own->head, .role = own->head, .longer_than = own->text.len};
	const struct known *k;
	uint32_t others;
	if (is_short(own)) {
		k = recall(m, is_longer, &w, &others);
		*confidence = sure(SURE_SURNAME, SURE_FAR, others);
		return k;
	}
	if (!word_is(s, core.first, CLASS_DET_DEF) || core.last - core.first != 2)
		return NULL;
	k = recall(m, is_longer, &w, &others);
	if (!k)
		k = recall(m, has_role, &w, &others);
	*confidence = sure(SURE_ALONE, SURE_FAR, others);
	return k;
}

/* The source was named before, as fully: with a title or without. */
static const struct known *of_repeated(struct cue_memory *m, const struct known *own)
{
	struct wanted w = {.item = own->item, .head = own->head, .given = own->given, .full = own->full};
	const struct known *k;
	uint32_t others;
	if (own->kind == WA_SOURCE_PERSON && own->given) {
		k = recall(m, is_namesake, &w, &others);
		return others || (k && !k->given) ? NULL : k;
	}
	return recall(m, is_same, &w, &others);
}

bool known_settle(
	const struct sight *s, struct cue_memory *m, const struct find *find, struct part source, struct wa_attribution *row)
{
	struct part core;
	struct known own;
	const struct known *k;
	source.last -= source.last > source.first + 1 && tag_at(s, source.last - 1) == TAG_GENITIVE;
	core = noun_core(s, source);
	own = known_of(s, find, source, row->kind);
	if (row->kind == WA_SOURCE_PRONOUN)
		k = of_pronoun(s, m, cue_head(s, core), &row->resolved_confidence);
	else
		k = of_short(s, m, &own, core, &row->resolved_confidence);
	if (k) {
		row->resolved = k->text;
		row->name = k->text;
		return !is_short(k) || names_await(s->attr, row, k->head);
	}
	row->resolved_confidence = 0;
	if (row->kind == WA_SOURCE_PRONOUN)
		return true;
	k = of_repeated(m, &own);
	row->name = k ? k->text : own.text;
	if (k)
		own.text = k->text;
	m->known[m->count++ % KNOWN_MAX] = own;
	return !is_short(&own) || names_await(s->attr, row, own.head);
}
