/* What kind of source a group is, told by its head and by who was credited before. */
#include "attr/cue.h"
#include "attr/mention.h"

enum { ACRONYM_MAX = 3 }; /* bytes */

static bool core_has(const struct sight *s, struct part p, enum lex_class class)
{
	for (int32_t i = p.first; i < p.last; i++)
		if (has_class(s, i, class))
			return true;
	return false;
}

int32_t cue_head(const struct sight *s, struct part core)
{
	int32_t head = core.last - 1;
	while (head > core.first && token_at(s, head)->kind == PIECE_MARK)
		head--;
	return head;
}

/* The agency that the group is, its staff and "news agency" included; NULL when it is something else. */
static const char *agency_of(const struct sight *s, struct part core)
{
	const struct wa_mention *m = mention_over(s->attr, token_at(s, core.first)->start, token_at(s, core.last - 1)->end);
	if (!m)
		return NULL;
	return m->role == WA_ROLE_REPORTER || m->role == WA_ROLE_WITNESS || m->role == WA_ROLE_CHAIN ? m->agency : NULL;
}

/* "the UN", but not "Kim Jong Un": short names of bodies are written in capitals. */
static bool is_body(const struct sight *s, int32_t i)
{
	const struct token *t = token_at(s, i);
	return word_is(s, i, CLASS_ORG_NOUN) && (t->end - t->start > ACRONYM_MAX || shape_at(s, i, SHAPE_ALL_UPPER));
}

/* "Politico", "Kraft Foods", "Scotland Yard": the packs have the word that ends the name, or the name as a whole. */
static bool is_body_name(const struct sight *s, struct part core, int32_t head)
{
	if (word_is(s, head, CLASS_ORG_NAME))
		return true;
	return core.first + token_at(s, core.first)->phrase_len == head + 1 && has_class(s, core.first, CLASS_ORG_NAME);
}

/* A name is a person's with a title or role before it, or where nothing tells that it is a body's or a paper's. */
static enum wa_source_kind kind_of_name(const struct sight *s, struct part core, struct cue_memory *memory)
{
	int32_t head = cue_head(s, core);
	enum wa_source_kind known;
	if (word_is(s, head, CLASS_TITLE) && word_is(s, head, CLASS_ROLE_NOUN))
		return WA_SOURCE_UNNAMED; /* "the Foreign Minister" */
	if (is_body(s, head) || is_body_name(s, core, head) || word_is(s, head, CLASS_MEDIA_NOUN) ||
		has_class(s, head, CLASS_COUNTRY))
		return WA_SOURCE_ORGANISATION;
	if (word_is(s, head, CLASS_DOC_NOUN) && (core.last - core.first > 1 || s->title_case || core.first == s->first))
		return WA_SOURCE_DOCUMENT;
	if (word_is(s, head, CLASS_UNNAMED) || word_is(s, head, CLASS_PERSON_NOUN))
		return WA_SOURCE_UNNAMED;
	if (core_has(s, core, CLASS_TITLE) || core_has(s, core, CLASS_ROLE_NOUN))
		return WA_SOURCE_PERSON;
	known = known_kind(memory, s->attr->item, token_at(s, head)->hash);
	if (known != WA_SOURCE_KIND_COUNT)
		return known;
	if (shape_at(s, head, SHAPE_ALL_UPPER) && !s->title_case)
		return WA_SOURCE_ORGANISATION;
	if (word_is(s, head, CLASS_NATIONALITY) || tag_at(s, core.first) == TAG_DET || core_has(s, core, CLASS_ORG_NOUN))
		return word_is(s, head, CLASS_NATIONALITY) ? WA_SOURCE_UNNAMED : WA_SOURCE_ORGANISATION;
	return WA_SOURCE_PERSON;
}

/* A name before the head tells whose they are: "Vostok Bank analysts", "the Veritas news agency"; a nationality does not. */
static bool is_owned(const struct sight *s, struct part core)
{
	for (int32_t i = core.first; i < core.last - 1; i++)
		if (tag_at(s, i) == TAG_NAME && !s->title_case && !has_class(s, i, CLASS_NATIONALITY) &&
			!has_class(s, i, CLASS_COUNTRY) && !has_class(s, i, CLASS_VAGUE) && !has_class(s, i, CLASS_AGENCY_GENERIC))
			return true;
	return false;
}

/* "analysts", "some critics": nothing but the word and what grades it. */
static bool is_vague(const struct sight *s, struct part source, struct part core)
{
	int32_t head = cue_head(s, core);
	if (is_owned(s, core))
		return false;
	if (core_has(s, core, CLASS_AGENCY_GENERIC)) /* "the state news agency" is one; "news agencies" are any */
		return !(has_class(s, source.first, CLASS_DET_DEF) && word_is(s, head, CLASS_ORG_NOUN));
	if (!word_is(s, head, CLASS_VAGUE) && !word_is(s, head, CLASS_SOURCE_NOUN) &&
		(!has_class(s, core.first, CLASS_VAGUE) || has_class(s, core.first, CLASS_NUMBER_VAGUE)))
		return false; /* "several women" can be counted */
	if (source.last > core.last && tag_at(s, core.last) != TAG_CONJ)
		return false;
	if (source.last > core.last + 1 && tag_at(s, core.last + 1) == TAG_DET &&
		cue_source_kind(s, (struct part){core.last + 1, source.last}, s->attr->cues) != WA_SOURCE_VAGUE)
		return false; /* "critics and the union's treasurer" */
	if (word_is(s, head, CLASS_SOURCE_NOUN) && word_is(s, core.first, CLASS_DET_DEF))
		return false; /* "the source": described before */
	for (int32_t i = core.first; i < head; i++)
		if (tag_at(s, i) == TAG_GENITIVE || word_is(s, i, CLASS_ORG_NOUN) || token_at(s, i)->kind == PIECE_NUMBER ||
			word_is(s, i, CLASS_NUMBER) || word_is(s, i, CLASS_NUMBER_SCALE))
			return false; /* "some 450 fighters", "more than a dozen women" can be counted */
	if (word_is(s, head, CLASS_SOURCE_NOUN) && head > core.first && tag_at(s, head - 1) == TAG_NOUN)
		return false; /* "security sources": described */
	return true;
}

/* Where the names that close the group begin. */
static int32_t closing_names(const struct sight *s, struct part source)
{
	int32_t i = source.last;
	while (i > source.first && (tag_at(s, i - 1) == TAG_NAME || mark_at(s, i - 1) == MARK_STOP))
		i--;
	return i;
}

/* A description with its name: "the mayor, Jane Roe", "chief of staff General Jan Koval". */
static bool is_named(const struct sight *s, struct part source, struct part core)
{
	int32_t names = closing_names(s, source);
	if (names == source.last || !word_is(s, cue_head(s, core), CLASS_ROLE_NOUN) || core.last >= source.last)
		return false;
	if (is_comma(s, names - 1) || word_is(s, names - 1, CLASS_ROLE_NOUN))
		return true;
	for (int32_t i = names; i + 1 < source.last; i++)
		if (has_class(s, i, CLASS_TITLE))
			return true;
	return false;
}

enum wa_source_kind cue_source_kind(const struct sight *s, struct part source, struct cue_memory *memory)
{
	struct part core = noun_core(s, source);
	int32_t head = cue_head(s, core);
	enum word_tag tag = tag_at(s, head);
	if (tag == TAG_PRONOUN || tag == TAG_OBJECT || (core.last - core.first == 1 && tag == TAG_DET))
		return WA_SOURCE_PRONOUN;
	if (is_vague(s, source, core))
		return WA_SOURCE_VAGUE;
	if (is_named(s, source, core))
		return WA_SOURCE_PERSON;
	if (tag == TAG_NAME)
		return kind_of_name(s, core, memory);
	if (word_is(s, head, CLASS_DOC_NOUN) || word_is(s, head, CLASS_CUE_NOUN))
		return WA_SOURCE_DOCUMENT;
	if (word_is(s, head, CLASS_UNNAMED) || word_is(s, head, CLASS_ROLE_NOUN))
		return WA_SOURCE_UNNAMED;
	if (word_is(s, head, CLASS_ORG_NOUN) || word_is(s, head, CLASS_AUTHORITY) || word_is(s, head, CLASS_MEDIA_NOUN) ||
		has_class(s, head, CLASS_COUNTRY))
		return WA_SOURCE_ORGANISATION;
	return WA_SOURCE_UNNAMED;
}

bool cue_describe(const struct sight *s, struct cue_memory *memory, const struct find *find, struct wa_attribution *row)
{
	struct part source = part_some(find->name) ? find->name : find->source;
	if (!part_some(source)) {
		row->kind = WA_SOURCE_VAGUE;
		return true;
	}
	row->agency = agency_of(s, noun_core(s, source));
	row->kind = row->agency                       ? WA_SOURCE_AGENCY
		    : find->why == CUE_WHY_TRANSCRIPT ? WA_SOURCE_PERSON
						      : cue_source_kind(s, source, memory);
	return known_settle(s, memory, find, source, row);
}
