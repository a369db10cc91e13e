/*
 * Noun groups before and behind a cue. A base group is what stands between its article and its head; "of", other
 * prepositions, participles and "and" tie further base groups to it.
 */
#include "attr/cue.h"

enum {
	BASE_MAX = 24,    /* words of a base group */
	BRACKET_MAX = 12, /* words in brackets within one */
	LINK_MAX = 8,     /* base groups tied together */
	ADJUNCT_MAX = 7,  /* words of "over the past few months" */
};

const struct quotation *quote_opens(const struct sight *s, int32_t i)
{
	const struct token *t;
	if (i < s->first || i >= s->last)
		return NULL;
	t = token_at(s, i);
	return t->kind == PIECE_MARK && t->quote && (int32_t)s->seg->quotes.items[t->quote - 1].first == i
		       ? &s->seg->quotes.items[t->quote - 1]
		       : NULL;
}

const struct quotation *quote_ends(const struct sight *s, int32_t i)
{
	const struct token *t;
	if (i < s->first || i >= s->last)
		return NULL;
	t = token_at(s, i);
	return t->kind == PIECE_MARK && t->quote && (int32_t)s->seg->quotes.items[t->quote - 1].last == i + 1
		       ? &s->seg->quotes.items[t->quote - 1]
		       : NULL;
}

static bool is_nominal(enum word_tag tag)
{
	return tag == TAG_NOUN || tag == TAG_NAME || tag == TAG_ADJECTIVE || tag == TAG_NUMBER;
}

/* The stop of "Gen." and "J." between the words of a name. */
static bool is_abbreviation_stop(const struct sight *s, int32_t i)
{
	const struct token *before;
	if (mark_at(s, i) != MARK_STOP || i == s->first || shape_at(s, i, SHAPE_SPACE))
		return false;
	before = token_at(s, i - 1);
	return word_is(s, i - 1, CLASS_ABBREV) || word_is(s, i - 1, CLASS_ABBREV_TITLE) || before->end - before->start == 1;
}

/* Marks that stand inside a name: "Reuters/Ipsos", "AT&T", the stop of an initial. */
static bool joins_words(const struct sight *s, int32_t i)
{
	if (mark_at(s, i) == MARK_SLASH || mark_at(s, i) == MARK_OTHER || (mark_at(s, i) == MARK_SINGLE && !token_at(s, i)->quote))
		return is_nominal(tag_at(s, i - 1)) && is_nominal(tag_at(s, i + 1));
	return is_abbreviation_stop(s, i);
}

static bool is_char(const struct sight *s, int32_t i, char c)
{
	return tag_at(s, i) == TAG_MARK && s->seg->text.ptr[token_at(s, i)->start] == c;
}

/* Where the brackets that close at `close` open, those of a ticker (<ABC.N>) too; -1 when nothing closes there. */
static int32_t bracket_open(const struct sight *s, int32_t close)
{
	bool angle = is_char(s, close, '>');
	if (!angle && mark_at(s, close) != MARK_CLOSE)
		return -1;
	for (int32_t i = close - 1; i > s->first && close - i < BRACKET_MAX; i--)
		if (angle ? is_char(s, i, '<') : mark_at(s, i) == MARK_OPEN)
			return i;
	return -1;
}

/* A nickname or a title in marks: at most so many words. */
static int32_t short_quote_open(const struct sight *s, int32_t close)
{
	const struct quotation *q = quote_ends(s, close);
	bool speech = close > s->first && token_at(s, close - 1)->kind == PIECE_MARK; /* "We left," */
	return q && !speech && q->words <= 3 && (int32_t)q->first >= s->first ? (int32_t)q->first : -1;
}

/* Where the base group that ends at `end` begins; `end` when there is none. */
static int32_t base_left(const struct sight *s, int32_t end)
{
	int32_t i = end, open;
	if (tag_at(s, end - 1) == TAG_PRONOUN || tag_at(s, end - 1) == TAG_OBJECT) {
		i = end - 1;
		return token_at(s, i)->in_phrase ? i - 1 : i;
	}
	while (i > s->first && end - i < BASE_MAX) {
		enum word_tag tag = tag_at(s, i - 1);
		if (is_nominal(tag) || (tag == TAG_GENITIVE && i < end) || (joins_words(s, i - 1) && i - 1 > s->first)) {
			i--;
		} else if (tag == TAG_ADVERB && tag_at(s, i) == TAG_ADJECTIVE &&
			   (tag_at(s, i - 2) == TAG_DET || is_nominal(tag_at(s, i - 2)))) {
			i--;
		} else if (tag == TAG_TIME && (tag_at(s, i) == TAG_GENITIVE || (i < end && tag_at(s, i - 2) == TAG_DET))) {
			i--;
		} else if ((open = bracket_open(s, i - 1)) > s->first) {
			i = open;
		} else if (i > s->first + 1 && (open = short_quote_open(s, i - 1)) >= 0) {
			i = open;
		} else {
			if (tag == TAG_DET && (i < end || word_is(s, i - 1, CLASS_PRONOUN_LOOSE))) {
				i--;
				if (tag_at(s, i - 1) == TAG_DET)
					i--;
			}
			break;
		}
	}
	while (i < end && (tag_at(s, i) == TAG_GENITIVE || mark_at(s, i) == MARK_STOP))
		i++;
	return i;
}

bool is_boundary(const struct sight *s, int32_t i)
{
	switch (tag_at(s, i)) {
	case TAG_NONE:
	case TAG_MARK:
	case TAG_CONJ:
	case TAG_CONTRAST:
	case TAG_SUBORD:
	case TAG_THAT:
	case TAG_RELATIVE:
	case TAG_TIME:
		return true;
	case TAG_ADVERB:
		return i == s->first;
	case TAG_VERB:
		return word_is(s, i, CLASS_CUE) || has_class(s, i, CLASS_CUE);
	case TAG_NAME:
	case TAG_NOUN:
	case TAG_ADJECTIVE:
	case TAG_NUMBER:
	case TAG_DET:
	case TAG_GENITIVE:
	case TAG_PRONOUN:
	case TAG_OBJECT:
	case TAG_AUX:
	case TAG_MODAL:
	case TAG_PREP:
	case TAG_TO:
		return false;
	}
	return false;
}

/* A preposition that may tie a group to the one before it. */
static bool ties(const struct sight *s, int32_t i)
{
	enum word_tag tag = tag_at(s, i);
	return (tag == TAG_PREP && !token_at(s, i)->in_phrase && !has_class(s, i, CLASS_CUE_PREP)) || tag == TAG_TO;
}

/* It has a head: more than an adjective. */
static bool has_head(const struct sight *s, int32_t first, int32_t last)
{
	for (int32_t i = first; i < last; i++)
		if (tag_at(s, i) != TAG_ADJECTIVE && tag_at(s, i) != TAG_ADVERB)
			return true;
	return false;
}

/* Where the group before the preposition at `p` begins, `p` when it hangs on none. */
static int32_t tied_left(const struct sight *s, int32_t p)
{
	int32_t i = base_left(s, p);
	if (i < p)
		return tag_at(s, p - 1) == TAG_PRONOUN || tag_at(s, p - 1) == TAG_OBJECT || !has_head(s, i, p) ? p : i;
	if (tag_at(s, p - 1) == TAG_VERB && (word_is(s, p - 1, CLASS_FORM_PP) || word_is(s, p - 1, CLASS_FORM_ING)) &&
		is_nominal(tag_at(s, p - 2))) {
		i = base_left(s, p - 1);
		return i < p - 1 ? i : p;
	}
	return p;
}

/* Over "of ...", "for ...", "shared by ..." to the head of the group. */
static int32_t chain_left(const struct sight *s, int32_t end)
{
	int32_t first = base_left(s, end);
	if (first == end)
		return end;
	for (int n = 0; n < LINK_MAX && first > s->first + 1 && ties(s, first - 1); n++) {
		int32_t i = tied_left(s, first - 1);
		if (i == first - 1)
			break;
		first = i;
	}
	return first;
}

/* "A, B and C": the first of them when `first` begins the last. */
static int32_t list_left(const struct sight *s, int32_t first)
{
	int32_t before = first - 1, i;
	if (tag_at(s, before) != TAG_CONJ)
		return first;
	if (is_comma(s, before - 1))
		before--;
	i = chain_left(s, before);
	if (i == before || tag_at(s, i) == TAG_PRONOUN || tag_at(s, before - 1) == TAG_TIME)
		return first;
	for (int n = 0; n < LINK_MAX && is_comma(s, i - 1); n++) {
		int32_t next = chain_left(s, i - 1);
		if (next == i - 1 || !is_boundary(s, next - 1))
			break;
		i = next;
	}
	return is_boundary(s, i - 1) ? i : first;
}

struct part noun_near(const struct sight *s, int32_t end)
{
	int32_t first = base_left(s, end);
	return first == end ? NO_PART : (struct part){first, end};
}

struct part noun_before(const struct sight *s, int32_t end)
{
	int32_t first = chain_left(s, end);
	if (first == end)
		return NO_PART;
	return (struct part){list_left(s, first), end};
}

/* Where the base group that begins at `i` ends; `i` when there is none. */
static int32_t base_right(const struct sight *s, int32_t i)
{
	int32_t at = i, start;
	if (tag_at(s, i) == TAG_PRONOUN || tag_at(s, i) == TAG_OBJECT)
		return i + 1 + (i + 1 < s->last && token_at(s, i + 1)->in_phrase && tag_at(s, i + 1) == TAG_PRONOUN);
	while (at < i + 3 && tag_at(s, at) == TAG_DET)
		at++;
	start = at;
	while (at < s->last && at - i < BASE_MAX) {
		enum word_tag tag = tag_at(s, at);
		if (is_nominal(tag)) {
			at++;
		} else if (tag == TAG_GENITIVE && at > i && (is_nominal(tag_at(s, at + 1)) || tag_at(s, at + 1) == TAG_ADVERB)) {
			at++;
		} else if (tag == TAG_ADVERB && tag_at(s, at + 1) == TAG_ADJECTIVE) {
			at++;
		} else if (tag == TAG_TIME && (tag_at(s, at + 1) == TAG_GENITIVE ||
						      (at > i && tag_at(s, at - 1) == TAG_DET && is_nominal(tag_at(s, at + 1))))) {
			at++;
		} else if (at > i && at + 1 < s->last && joins_words(s, at) && is_nominal(tag_at(s, at + 1))) {
			at++;
		} else {
			break;
		}
	}
	return at > start ? at : i;
}

/* "officials in", "a spokesman for": a description that goes on; a name does not, but for "of". */
static bool goes_on(const struct sight *s, int32_t first, int32_t last)
{
	int32_t head = last - 1;
	if (word_is(s, last, CLASS_PREP_OF))
		return true;
	if (tag_at(s, head) == TAG_ADJECTIVE)
		return true;
	if (tag_at(s, head) == TAG_NAME)
		return word_is(s, head, CLASS_ORG_NOUN) && tag_at(s, last + 1) == TAG_NAME;
	if (tag_at(s, head) != TAG_NOUN || first == last)
		return false;
	return word_is(s, head, CLASS_ROLE_NOUN) || word_is(s, head, CLASS_UNNAMED) || word_is(s, head, CLASS_VAGUE) ||
	       word_is(s, head, CLASS_DOC_NOUN) || word_is(s, head, CLASS_ORG_NOUN) || word_is(s, head, CLASS_PERSON_NOUN) ||
	       word_is(s, head, CLASS_CUE_NOUN) || word_is(s, head, CLASS_SOURCE_NOUN);
}

/* Over "of ...", "familiar with ...", "briefed on ..." from the end of a base group. */
static int32_t chain_right(const struct sight *s, int32_t i)
{
	int32_t first = i, last = base_right(s, i);
	if (last == i || tag_at(s, i) == TAG_PRONOUN)
		return last;
	for (int n = 0; n < LINK_MAX && last < s->last; n++) {
		int32_t p = last, next;
		if (tag_at(s, p) == TAG_VERB && (word_is(s, p, CLASS_FORM_PP) || word_is(s, p, CLASS_FORM_ING)) && ties(s, p + 1))
			p++;
		if (!ties(s, p) || !goes_on(s, first, last) || skip_time_right(s, p) > p)
			break;
		next = base_right(s, p + 1);
		if (next == p + 1)
			break;
		first = p + 1;
		last = next;
	}
	return last;
}

static bool verb_at(const struct sight *s, int32_t i)
{
	while (tag_at(s, i) == TAG_ADVERB)
		i++;
	return tag_at(s, i) == TAG_VERB || tag_at(s, i) == TAG_AUX || tag_at(s, i) == TAG_MODAL;
}

struct part noun_at(const struct sight *s, int32_t i)
{
	int32_t last = chain_right(s, i);
	if (last == i)
		return NO_PART;
	for (int n = 0; n < LINK_MAX; n++) {
		int32_t at = last, next;
		if (is_comma(s, at) && tag_at(s, at + 1) == TAG_CONJ)
			at++;
		if (tag_at(s, at) != TAG_CONJ)
			break;
		next = chain_right(s, at + 1);
		if (next == at + 1 || verb_at(s, next) || tag_at(s, at + 1) == TAG_PRONOUN)
			break;
		last = next;
	}
	return (struct part){i, last};
}

struct part noun_core(const struct sight *s, struct part group)
{
	for (int32_t i = group.first + 1; i < group.last; i++) {
		enum word_tag tag = tag_at(s, i);
		if (tag == TAG_PREP || tag == TAG_TO || tag == TAG_VERB || tag == TAG_CONJ || is_comma(s, i))
			return (struct part){group.first, i};
	}
	return group;
}

static bool is_time_word(const struct sight *s, int32_t i)
{
	return tag_at(s, i) == TAG_TIME || word_is(s, i, CLASS_TIME_UNIT);
}

int32_t skip_time_left(const struct sight *s, int32_t end)
{
	int32_t i = end;
	for (int n = 0; n < 2; n++) {
		int32_t at = i;
		if (tag_at(s, at - 1) == TAG_NUMBER && tag_at(s, at - 2) == TAG_TIME)
			at--;
		if (!is_time_word(s, at - 1))
			break;
		while (at > s->first + 1 && i - at < ADJUNCT_MAX &&
			(is_time_word(s, at - 1) || tag_at(s, at - 1) == TAG_NUMBER || tag_at(s, at - 1) == TAG_DET ||
				tag_at(s, at - 1) == TAG_ADJECTIVE || (tag_at(s, at - 1) == TAG_ADVERB && is_time_word(s, at))))
			at--;
		if (tag_at(s, at - 1) == TAG_PREP || tag_at(s, at - 1) == TAG_SUBORD)
			at--;
		else if (word_is(s, i - 1, CLASS_TIME_UNIT) && tag_at(s, i - 1) == TAG_NOUN && at + 1 >= i)
			break; /* a bare "week" is a noun */
		if (at <= s->first)
			break;
		i = at;
	}
	return i;
}

int32_t skip_time_right(const struct sight *s, int32_t i)
{
	int32_t at = i;
	for (int n = 0; n < 3; n++) {
		int32_t start = at, k = at;
		if (tag_at(s, k) == TAG_PREP)
			k++;
		else if (tag_at(s, k) == TAG_NUMBER)
			break; /* "two days of mourning" is what was announced */
		while (k - start < ADJUNCT_MAX &&
			(tag_at(s, k) == TAG_DET || tag_at(s, k) == TAG_ADJECTIVE || tag_at(s, k) == TAG_NUMBER ||
				tag_at(s, k) == TAG_ADVERB) &&
			!is_time_word(s, k))
			k++;
		if (!is_time_word(s, k))
			break;
		while (is_time_word(s, k) || (tag_at(s, k) == TAG_NUMBER && word_is(s, k - 1, CLASS_MONTH)))
			k++; /* "July 2"; "Sunday two" begins what happened then */
		at = k;
	}
	return at;
}
