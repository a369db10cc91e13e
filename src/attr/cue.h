/*
 * How attributions are read. A sentence is looked at once for words of the cue classes; only a sentence that has one
 * gets its words tagged, and each cue is handed to the frames of its classes, which look a bounded number of words to
 * either side. README.md shows each construction in one line.
 *
 *   cue.c             the pass over a paragraph; rows in the order of their cues
 *   cue_tag.c         what part of speech a word is, as far as noun groups and verb groups need it
 *   cue_group.c       noun groups before and behind a cue, with what belongs to them
 *   cue_subject.c     the subject of a verb: before it, over an insertion, of the clause before
 *   cue_verb.c        verbs: active, inverted, participle, infinitive
 *   cue_complement.c  what follows a verb, and whether its frame takes that
 *   cue_passive.c     passives
 *   cue_phrase.c      according to, nouns, adverbs, what is alleged
 *   cue_survey.c      "in a poll", "the poll has her ahead"
 *   cue_line.c        the colon or dash of a headline or transcript
 *   cue_content.c     what is ascribed
 *   cue_kind.c        the kind of a source
 *   cue_known.c       whom a pronoun or short name stands for, and what a source is called
 *   cue_names.c       full names the copy introduces
 *   cue_tagged.c      rules and tagger together
 */
#ifndef ATTR_CUE_H
#define ATTR_CUE_H

#include "attr/attr.h"
#include "attr/facts.h"
#include "tag/stage.h"

enum word_tag {
	TAG_NONE,
	TAG_MARK,
	TAG_NAME, /* capitalised, and not only because it opens the sentence */
	TAG_NOUN, /* also lower-case words no pack knows */
	TAG_ADJECTIVE,
	TAG_NUMBER,
	TAG_TIME, /* Monday, yesterday, last month, July before a number */
	TAG_DET,
	TAG_GENITIVE,
	TAG_PRONOUN, /* he, they; also this, both where no noun follows */
	TAG_OBJECT,  /* him, them */
	TAG_VERB,
	TAG_AUX,
	TAG_MODAL,
	TAG_ADVERB, /* also negations */
	TAG_PREP,
	TAG_TO,
	TAG_CONJ,
	TAG_CONTRAST,
	TAG_SUBORD, /* also whether, how, what */
	TAG_THAT,
	TAG_RELATIVE, /* who, which */
};

/* Tokens [first, last) of the paragraph; none when they are equal. */
struct part {
	int32_t first, last;
};

#define NO_PART ((struct part){0, 0})

/* A pronoun, unless a noun follows: others, one. */
#define CLOSED_LOOSE 255u

enum {
	KNOWN_MAX = 48,
	KNOWN_ROLES = 3,
	INTRODUCED_MAX = 256,
	/* Per cent that a later mention stands for the source found. */
	SURE_SURNAME = 95,
	SURE_ALONE = 90, /* no other would do */
	SURE_NEAR = 75,  /* others would; it is the last of the same paragraph */
	SURE_FAR = 55,
};

/* A source credited before, that a pronoun or a short name may stand for. Hashes are those of tokens, 0 for none. */
struct known {
	struct wa_str text; /* of the document */
	uint32_t head, given;
	uint32_t full;    /* of all its words */
	uint32_t pronoun; /* that stood for it */
	uint32_t roles[KNOWN_ROLES];
	uint32_t item, para;
	enum wa_source_kind kind;
	bool plural;
};

/* A person's full name met in the item, kept by its surname. Hashes are those of tokens. */
struct introduced {
	struct wa_str text; /* of the document */
	uint32_t surname, given;
	uint32_t times, others; /* how often it was met, and how often the surname with another given name */
	bool plain;             /* the given name is no other word of the packs */
};

/* A row that calls a person by the surname alone. */
struct short_name {
	uint32_t row, surname;
};

/* What is kept from sentence to sentence of a document. */
struct cue_memory {
	VEC(uint8_t) tags;             /* enum word_tag; parallel to the paragraph's tokens, set for sentences that have a cue */
	struct known known[KNOWN_MAX]; /* a ring; the newest is known[(count - 1) % KNOWN_MAX] */
	uint32_t count;
	struct introduced
		introduced[INTRODUCED_MAX]; /* of item names_item, each at its surname's hash; a newer one takes the place */
	uint32_t names_item;
	VEC(struct short_name) short_names; /* of that item */
};

struct find;

/* The sentence being read. Tokens outside it are not looked at. */
struct sight {
	struct attr *attr;
	const struct seg *seg;
	const uint8_t *tags; /* enum word_tag of each token of the paragraph, set for this sentence */
	int32_t first, last;
	int32_t end;              /* of its words: `last` without the stops before it */
	bool title_case;          /* capitals tell nothing */
	const struct find *finds; /* those of the sentence so far, in the order of their cues */
	size_t count;
};

enum cue_why {
#define WHY(id, name) CUE_WHY_##id,
#include "attr/cue_why.def"
#undef WHY
};

enum {
	CONTENT_MAX = 6,
	SPEAKER_MAX = 4, /* words of a transcript's speaker */
};

/* An attribution before it becomes a row. */
struct find {
	struct part cue, source;
	struct part name; /* what of the source names it, without what is told about it; none where that is all of it */
	enum wa_mode mode;
	enum cue_why why;
	bool subject; /* the source is the subject of the cue */
	bool shared;  /* it stands in the clause before */
	/* Where what is ascribed may stand: to the left of the source and cue, and to the right of them. */
	bool before;
	int32_t after;  /* its first token, 0 for nowhere */
	int32_t object; /* the relative pronoun that stands for what is ascribed, 0 for none */
	bool group;     /* what follows is a noun group */
	struct part content[CONTENT_MAX];
	uint32_t contents;
	enum wa_found found;
	uint8_t confidence; /* the tagger's, in per cent; 0 without one */
};

static inline bool part_some(struct part p)
{
	return p.last > p.first;
}

/* The tag at `i`, TAG_NONE outside the sentence. */
static inline enum word_tag tag_at(const struct sight *s, int32_t i)
{
	return i < s->first || i >= s->last ? TAG_NONE : (enum word_tag)s->tags[i];
}

static inline const struct token *token_at(const struct sight *s, int32_t i)
{
	return &s->seg->tokens.items[i];
}

/* The word at `i` has the class; false outside the sentence. */
static inline bool word_is(const struct sight *s, int32_t i, enum lex_class class)
{
	return i >= s->first && i < s->last && seg_is(s->seg, (size_t)i, class);
}

/* The same of the word, or of the phrase that begins there. */
static inline bool has_class(const struct sight *s, int32_t i, enum lex_class class)
{
	return i >= s->first && i < s->last && seg_says(s->seg, (size_t)i, class);
}

/* What the word at `i` is. */
static inline const struct set_fact *fact_at(const struct sight *s, int32_t i)
{
	return &s->attr->facts->of_set[token_at(s, i)->set];
}

/* The SENSE_ bits of the word, or of the phrase that begins there. */
static inline unsigned senses_at(const struct sight *s, int32_t i)
{
	const struct set_fact *facts = s->attr->facts->of_set;
	const struct token *t = token_at(s, i);
	return facts[t->set].may | facts[t->phrase_set].may;
}

static inline enum mark mark_at(const struct sight *s, int32_t i)
{
	return i < s->first || i >= s->last ? MARK_NONE : (enum mark)token_at(s, i)->mark;
}

static inline bool shape_at(const struct sight *s, int32_t i, unsigned shape)
{
	return i >= s->first && i < s->last && token_at(s, i)->shape & shape;
}

static inline bool is_comma(const struct sight *s, int32_t i)
{
	return mark_at(s, i) == MARK_COMMA;
}

/* The quotation that opens (or ends) with the mark at `i`; NULL for none. */
const struct quotation *quote_opens(const struct sight *s, int32_t i);
const struct quotation *quote_ends(const struct sight *s, int32_t i);

/* cue_tag.c */
/* Tags tokens [first, last) of the sentence into `tags`. */
void tag_sentence(const struct sight *s, uint8_t *tags);

/* cue_group.c */
/* The noun group that ends right before `end`, with what hangs on it; none when none ends there. */
struct part noun_before(const struct sight *s, int32_t end);
/* The same without what hangs on it. */
struct part noun_near(const struct sight *s, int32_t end);
/* The one that begins at `i`. */
struct part noun_at(const struct sight *s, int32_t i);
/* The words that make its head group: without "of ...", "for ...". */
struct part noun_core(const struct sight *s, struct part group);
/* A clause may begin behind the word at `i`. */
bool is_boundary(const struct sight *s, int32_t i);
/* Over "on Monday", "late last month" to the left of `end`, and to the right of `i`. */
int32_t skip_time_left(const struct sight *s, int32_t end);
int32_t skip_time_right(const struct sight *s, int32_t i);

/* cue_subject.c */
/* A verb with the auxiliaries and adverbs before it. */
struct chain {
	int32_t first, verb;
	bool passive, progressive, infinitive, modal, negated, helped; /* helped: by an auxiliary */
};

enum subject_how {
	SUBJECT_NONE,
	SUBJECT_BEFORE,    /* the group right before the verb */
	SUBJECT_INSERTION, /* ..., who ..., said */
	SUBJECT_RELATIVE,  /* ... who said */
	SUBJECT_SHARED,    /* ... and said: of the clause before */
};

struct chain chain_of(const struct sight *s, int32_t verb);
enum subject_how subject_of(const struct sight *s, const struct chain *chain, struct part *subject);
/* The subject of the nearest main clause before `pos`. */
struct part subject_of_clause(const struct sight *s, int32_t pos);
/* That of the main clause that begins behind `pos`: "Noting that ..., X asked". */
struct part subject_after(const struct sight *s, int32_t pos);

/* The frames. Each fills `find` when it recognises its construction in the cue that stands at tokens [i, i + len). */
typedef bool cue_frame(const struct sight *s, int32_t i, int32_t len, struct find *find);
cue_frame cue_verb;                                                               /* cue_verb.c */
cue_frame cue_witness;                                                            /* cue_verb.c: what an agency's staff saw */
cue_frame cue_prep, cue_noun, cue_adverb, cue_alleged, cue_estimated, cue_citing; /* cue_phrase.c */
cue_frame cue_survey;                                                             /* cue_survey.c */
bool cue_is_heading(enum wa_para_kind kind);
cue_frame cue_line; /* cue_line.c: a colon or dash */

/* cue_content.c */
/* Sets the contents of a sentence's finds, which stand in the order of their cues. */
void cue_contents(const struct sight *s, struct find *finds, size_t count);

/* cue_tagged.c */
/*
 * The finds of the rules whose cues stand in `range`, joined with what the tagger found there; both in the order of
 * their cues. Returns how many of `out` were filled.
 */
size_t cue_tagged(const struct sight *s, const struct find *rules, size_t count, struct part range, struct find *out, size_t max);
/* Adds what a paragraph without a cue goes on saying to the row that spoke last. False when memory ran out. */
bool cue_tagged_loose(struct attr *attr);

/* cue_known.c */
/* The kind of the item's newest source whose head has the hash, WA_SOURCE_KIND_COUNT for none. */
enum wa_source_kind known_kind(struct cue_memory *memory, uint32_t item, uint32_t head);
/*
 * Fills name, resolved and resolved_confidence of a row whose kind is known; `source` is its source without additions. False
 * when memory ran out.
 */
bool known_settle(
	const struct sight *s, struct cue_memory *memory, const struct find *find, struct part source, struct wa_attribution *row);

/* cue_names.c */
/* Notes the full names of the paragraph that was cut last. */
void names_paragraph(struct attr *attr);
/* The row's name is no more than a surname: names_settle() is to see whether the item has more. False when memory ran out. */
bool names_await(struct attr *attr, const struct wa_attribution *row, uint32_t surname);
/* Gives the rows that wait the full names their item has. */
void names_settle(struct attr *attr);

/* cue_kind.c */
/* The last word of a group: not the stop of "Corp." */
int32_t cue_head(const struct sight *s, struct part core);
enum wa_source_kind cue_source_kind(const struct sight *s, struct part source, struct cue_memory *memory);
/* Fills kind, agency, name and resolved of a row from its source. False when memory ran out. */
bool cue_describe(const struct sight *s, struct cue_memory *memory, const struct find *find, struct wa_attribution *row);

#endif
