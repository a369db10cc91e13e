/*
 * Attribution: who is credited for what, and which attribution answers for which claim. The paragraphs of
 * a document go through attr_paragraph() in order, then attr_finish() settles what needs the whole item.
 *
 *   facts.c        what the words of each set of classes are to the passes
 *   item.c         which subheads open an item
 *   mention_*.c    agency names and the role of each
 *   cue_*.c        cues, their sources and contents: attributions
 *   claim_*.c      claims with their numbers, and the exemptions that lie in the sentence itself
 *   link_*.c       which attribution answers for which claim: the states
 */
#ifndef ATTR_ATTR_H
#define ATTR_ATTR_H

#include "base/arena.h"
#include "base/vec.h"
#include "doc/doc.h"
#include "pack/packs.h"
#include "seg/seg.h"
#include "tag/tag.h"
#include "wireaudit/types.h"

/* A claim while its state is being found. Token indexes hold for the paragraph being read only. */
struct claim {
	struct wa_claim row;  /* span, type, low, high, reason are set by claim_*.c; the rest by link_*.c */
	uint32_t sentence;    /* index into attr.sentences */
	uint32_t first, last; /* tokens [first, last) of the span */
	bool past_dated;      /* its sentence dates it to an earlier month or year */
	bool new_poll;        /* its sentence opens with a poll of its own: "in another survey" */
	bool alleged;         /* "accused of", "blamed for": by its own words somebody says so */
	bool open;            /* inside a quotation that closes its paragraph and has no speaker yet */
	uint32_t vague;       /* link_*.c: the attribution to nobody that governs it, WA_NONE for none */
};

/* What later paragraphs need to know of a sentence that was read. */
struct sentence_fact {
	uint32_t para, item;
	struct wa_span span;
	uint32_t first_attribution, attribution_count; /* rows of attr.attributions whose cue stands in it */
	bool starts_pronoun; /* begins with a pronoun or "the statement": goes on from the sentence before */
	bool opens_quote, ends_in_quote, ends_in_colon;
	/* link_*.c's own */
	uint32_t speaker;       /* the attribution whose words it leaves off with, WA_NONE for none */
	uint32_t answers;       /* the attribution in it that may answer for what stands near, WA_NONE for none */
	uint32_t claims;        /* bits 1u << enum wa_claim_type of the claims somebody answers for by name in it */
	uint32_t light_answers; /* who answers for its claims of figures, forecasts and the like, WA_NONE for none */
	bool tells_event;       /* speaks of an event: a blast, a crash */
};

/* What an item is about, counted over its words. */
struct item_fact {
	uint32_t words, sport;
};

/* What words are to all that follows, worked out once for all documents: immutable, shared by threads. */
struct attr_facts;
/* NULL when memory ran out. */
struct attr_facts *attr_facts_make(const struct lexicon *lex);
void attr_facts_free(struct attr_facts *facts);

enum { UNLISTED_MAX = 8 };

/* An agency that no pack has, but the text calls one. */
struct unlisted {
	const char *id; /* its name as the text has it */
	uint32_t hash;  /* of its first word */
	uint32_t words, item;
};

struct cue_memory;

struct attr {
	const struct doc *doc;
	const struct packs *packs;
	const struct attr_facts *facts;
	const struct tag_model *model;  /* NULL (attr_init's choice): rules only */
	const struct tag_model *tagger; /* the same for the paragraph at hand; NULL where that is too long */
	struct arena *arena;            /* the result's */
	VEC(struct wa_mention) mentions;
	VEC(struct wa_attribution) attributions;
	VEC(struct claim) claims;
	VEC(struct sentence_fact) sentences;
	VEC(struct item_fact) items;
	struct seg seg;         /* scratch: the paragraph being read */
	struct tagging tagging; /* scratch: what the tagger finds in it */
	uint32_t para, item;    /* its numbers */
	uint32_t para_index;    /* its index in doc.paras */
	enum wa_para_kind kind;
	bool decimal_comma;                     /* its language writes 1.200,5 */
	struct unlisted unlisted[UNLISTED_MAX]; /* mention_*.c's own */
	size_t unlisted_count;
	bool open_quote;         /* the paragraph before ended inside a quotation */
	struct cue_memory *cues; /* cue_*.c's own */
	VEC(uint32_t) speakers;  /* link_*.c's own: the attribution to whom each quotation of the paragraph belongs, or WA_NONE */
};

/* Reads one paragraph. False when memory ran out. */
bool attr_paragraph(struct attr *attr, uint32_t para_index);
bool attr_finish(struct attr *attr);
/* All are borrowed; `facts` are those of the lexicon of `packs`. */
void attr_init(
	struct attr *attr, const struct doc *doc, const struct packs *packs, const struct attr_facts *facts, struct arena *arena);
void attr_release(struct attr *attr);

/*
 * The steps, in the order attr_paragraph() takes them over attr.seg. cue_paragraph() adds its rows in the order of
 * their cues; between it and claim_paragraph() the sentences learn which rows are theirs. The paragraph's rows
 * are the last of attr.attributions, from the count before cue_paragraph() on: what is found elsewhere may be merged
 * into them there, as long as their order stays that of the cues.
 */
bool mention_paragraph(struct attr *attr);
bool cue_paragraph(struct attr *attr);
/* Once the document was read: gives persons that are called by their surnames the names they have elsewhere in it. */
void cue_finish(struct attr *attr);
void cue_release(struct attr *attr);
/* Adds a span of the paragraph being read to the contents of an earlier row. False when memory ran out. */
bool cue_add_content(struct attr *attr, uint32_t row, struct wa_span span);
bool claim_paragraph(struct attr *attr);
bool link_paragraph(struct attr *attr);
/* What needs the whole document: the states that look at other paragraphs. */
bool link_document(struct attr *attr);

#endif
