/*
 * The vocabulary of an audit: roles, kinds, states and the rows an audit yields. Definitions of every
 * word stand in doc comments here; they follow the attribution literature (source, cue, content) and
 * newsroom usage (dateline, credit line, byline).
 *
 * Enumerations are only ever appended to. Each has `wa_<enum>_name()` giving its lasting text, which is
 * what databases and exports hold, and `wa_<enum>_from_name()` giving it back (-1 when unknown).
 */
#ifndef WIREAUDIT_TYPES_H
#define WIREAUDIT_TYPES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "wireaudit/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A borrowed run of UTF-8 bytes, not terminated. A NULL `ptr` means "none", a `len` of 0 an empty text. */
struct wa_str {
	const char *ptr;
	size_t len;
};

/* [start, end) in UTF-8 bytes of a paragraph's text. */
struct wa_span {
	uint32_t start, end;
};

#define WA_NONE UINT32_MAX /* "no index", "no paragraph" */

/* One value beside the other reads better than one a line. */
/* clang-format off */
/* What a paragraph is. All but caption, listing and other are audited. */
#define WA_PARA_KINDS(X) \
	X(HEADLINE, "headline") X(SUMMARY, "summary") X(SUBHEAD, "subhead") X(BODY, "body") \
	X(DATELINE, "dateline") X(CREDIT, "credit") X(CAPTION, "caption") X(LISTING, "listing") X(OTHER, "other")

/* What an agency's name does where it stands (exactly one per mention). */
#define WA_ROLES(X) \
	X(REPORTER, "reporter") X(RECIPIENT, "recipient") X(WITNESS, "witness") X(CHAIN, "chain") \
	X(DATELINE, "dateline") X(CREDIT, "credit") X(DISCLAIMER, "disclaimer") X(PHOTO, "photo") \
	X(SUBJECT, "subject") X(OTHER, "other")

/* Kinds of source. */
#define WA_SOURCE_KINDS(X) \
	X(AGENCY, "agency") X(PERSON, "person") X(ORGANISATION, "organisation") X(UNNAMED, "unnamed") \
	X(VAGUE, "vague") X(DOCUMENT, "document") X(PRONOUN, "pronoun")

/* How a source stands to its content. Attitudes never answer for a claim. */
#define WA_MODES(X) \
	X(SPEECH, "speech") X(BELIEF, "belief") X(FINDING, "finding") X(ATTITUDE, "attitude")

/* What found an attribution. */
#define WA_FOUNDS(X) X(RULE, "rule") X(TAGGER, "tagger") X(BOTH, "both")

/* Claim types (src/packs/claims has their words and examples); the comment of struct wa_claim tells what is counted. */
#define WA_CLAIM_TYPES(X) \
	X(DEATHS, "deaths") X(INJURED, "injured") X(MISSING, "missing") X(DESTRUCTION, "destruction") \
	X(FORCE, "force") X(MATERIEL, "materiel") X(TERRITORY, "territory") \
	X(RESPONSIBILITY, "responsibility") X(CRIME, "crime") X(POLL, "poll") X(CROWD, "crowd") \
	X(QUOTE, "quote") X(MONEY, "money") X(COST, "cost") X(STATISTIC, "statistic") X(EARNINGS, "earnings") \
	X(FORECAST, "forecast") X(INTENT, "intent") X(SCIENCE, "science") X(CAUSE, "cause") X(ATROCITY, "atrocity") \
	X(SUPERLATIVE, "superlative") X(VOTE, "vote") X(DENIAL, "denial") X(MEDIA, "media") X(MENTAL, "mental") \
	X(RUMOUR, "rumour")

/* How a claim is attributed; the best that applies, in this order. */
#define WA_STATES(X) \
	X(CLAUSE, "clause") X(WITNESS, "witness") X(SENTENCE, "sentence") X(EXEMPT, "exempt") \
	X(INHERITED, "inherited") X(PARAGRAPH, "paragraph") X(LEAD, "lead") X(REPEATED, "repeated") \
	X(BACKGROUND, "background") X(HEADLINE, "headline") X(VAGUE, "vague") X(DATELINE, "dateline") \
	X(CREDIT, "credit") X(NONE, "none")

/* What the state comes to. */
#define WA_VERDICTS(X) X(OK, "ok") X(SOFT, "soft") X(EXEMPT, "exempt") X(FLAG, "flag")

/* Why a claim needs no source (state exempt). */
#define WA_REASONS(X) \
	X(NONE, "none") X(HISTORY, "history") X(RECORD, "record") X(PUBLIC, "public") X(SELF, "self") \
	X(HYPOTHETICAL, "hypothetical") X(FICTION, "fiction") X(SPORT, "sport") X(FIGURATIVE, "figurative")

/* Why the attribution that stands nearest to a claim does not answer for it. */
#define WA_GAPS(X) \
	X(NONE, "none") X(ELSEWHERE, "elsewhere") X(CONTRAST, "contrast") X(REACTION, "reaction") X(AUTHORITY, "authority")

/* How much a finding matters. OFF never leaves the engine. */
#define WA_LEVELS(X) X(OFF, "off") X(NOTE, "note") X(WARNING, "warning") X(ERROR, "error")

/* Why a document, or a part of it, was not audited. */
#define WA_SKIPS(X) \
	X(NONE, "none") X(NO_TEXT, "no-text") X(LANGUAGE, "language") X(UNREADABLE, "unreadable") X(TOO_LARGE, "too-large")
/* clang-format on */

#define WA_P_(id, text) WA_PARA_##id,
enum wa_para_kind { WA_PARA_KINDS(WA_P_) WA_PARA_KIND_COUNT };
#undef WA_P_
#define WA_P_(id, text) WA_ROLE_##id,
enum wa_role { WA_ROLES(WA_P_) WA_ROLE_COUNT };
#undef WA_P_
#define WA_P_(id, text) WA_SOURCE_##id,
enum wa_source_kind { WA_SOURCE_KINDS(WA_P_) WA_SOURCE_KIND_COUNT };
#undef WA_P_
#define WA_P_(id, text) WA_MODE_##id,
enum wa_mode { WA_MODES(WA_P_) WA_MODE_COUNT };
#undef WA_P_
#define WA_P_(id, text) WA_FOUND_##id,
enum wa_found { WA_FOUNDS(WA_P_) WA_FOUND_COUNT };
#undef WA_P_
#define WA_P_(id, text) WA_CLAIM_##id,
enum wa_claim_type { WA_CLAIM_TYPES(WA_P_) WA_CLAIM_TYPE_COUNT };
#undef WA_P_
#define WA_P_(id, text) WA_STATE_##id,
enum wa_state { WA_STATES(WA_P_) WA_STATE_COUNT };
#undef WA_P_
#define WA_P_(id, text) WA_VERDICT_##id,
enum wa_verdict { WA_VERDICTS(WA_P_) WA_VERDICT_COUNT };
#undef WA_P_
#define WA_P_(id, text) WA_REASON_##id,
enum wa_reason { WA_REASONS(WA_P_) WA_REASON_COUNT };
#undef WA_P_
#define WA_P_(id, text) WA_GAP_##id,
enum wa_gap { WA_GAPS(WA_P_) WA_GAP_COUNT };
#undef WA_P_
#define WA_P_(id, text) WA_LEVEL_##id,
enum wa_level { WA_LEVELS(WA_P_) WA_LEVEL_COUNT };
#undef WA_P_
#define WA_P_(id, text) WA_SKIP_##id,
enum wa_skip { WA_SKIPS(WA_P_) WA_SKIP_COUNT };
#undef WA_P_

#define WA_NAMED_ENUM_(E)                          \
	WA_API const char *E##_name(enum E value); \
	WA_API int E##_from_name(const char *name);
WA_NAMED_ENUM_(wa_para_kind)
WA_NAMED_ENUM_(wa_role)
WA_NAMED_ENUM_(wa_source_kind)
WA_NAMED_ENUM_(wa_mode)
WA_NAMED_ENUM_(wa_found)
WA_NAMED_ENUM_(wa_claim_type)
WA_NAMED_ENUM_(wa_state)
WA_NAMED_ENUM_(wa_verdict)
WA_NAMED_ENUM_(wa_reason)
WA_NAMED_ENUM_(wa_gap)
WA_NAMED_ENUM_(wa_level)
WA_NAMED_ENUM_(wa_skip)
#undef WA_NAMED_ENUM_

/* The verdict a state comes to. */
WA_API enum wa_verdict wa_state_verdict(enum wa_state state);

/* True for the grave claim types (deaths, injured, missing, force, materiel, territory, responsibility, crime, quote). */
WA_API bool wa_claim_grave(enum wa_claim_type type);

/*
 * Rows of a result. Texts are borrowed from the result (or the engine, for agency ids and rule names) and
 * live as long as it does. `para` counts paragraphs from 1, 0 is the headline; `item` counts the
 * stories of a live page from 1.
 */
struct wa_document {
	struct wa_str uri;   /* as given by the caller */
	const char *format;  /* name of the reader ("text", "html") */
	struct wa_str lang;  /* BCP 47 tag, declared or found; NULL when unknown */
	struct wa_str title; /* the headline; NULL when there is none */
	struct wa_str byline;
	struct wa_str dateline;  /* the words of the dateline as written */
	struct wa_str provider;  /* who published it, from metadata */
	struct wa_str section;   /* desk or section, from metadata */
	struct wa_str published; /* ISO 8601 date or date-time as the metadata gives it; NULL when unknown */
	struct wa_str modified;
	enum wa_skip skip;         /* why nothing was audited; WA_SKIP_NONE when it was */
	struct wa_str skip_detail; /* one sentence for people, e.g. "language is es, no pack for it"; may also be set with
				      WA_SKIP_NONE when part was left out */
	uint32_t items;
	/* From the metadata, named by IPTC's terms; NULL when not given. */
	struct wa_str credit;    /* credit line: whom the provider wants named */
	struct wa_str copyright; /* copyright holder or notice */
	struct wa_str source;    /* information sources with their roles: "AFP; Opta (enhancer)" */
	struct wa_str ednote;    /* note to editors */
	struct wa_str urgency;   /* 1 (most urgent) to 9, as given */
	struct wa_str embargo;   /* not to be published before: a time, or the provider's words */
	struct wa_str version;
	struct wa_str status; /* publishing status: usable, withheld, canceled, correction ... */
	bool damaged; /* the file is cut off, broken or wrongly declared: what was read may not be all; skip_detail says how */
};

struct wa_paragraph {
	uint32_t para, item;
	enum wa_para_kind kind;
	struct wa_str text;          /* white space folded to single spaces, valid UTF-8 */
	uint32_t src_start, src_end; /* [start, end) in bytes of the source */
};

/* Columns that a character fills on a terminal: none for marks that join the one before, two for wide letters and emoji. */
WA_API unsigned wa_point_cells(uint32_t point);

/* Where a span stands in the source file. */
struct wa_place {
	uint32_t src_start, src_end;                                      /* bytes of the source */
	uint32_t line;                                                    /* 1-based; line ends are LF, CRLF, CR */
	uint32_t column_bytes, column_utf16, column_points, column_cells; /* 1-based column of the start in four units */
	uint32_t end_line, end_column_points;
};

struct wa_mention {
	uint32_t para, item;
	struct wa_span span;
	const char *agency; /* id in the agencies pack; for an agency that only the text calls one, its name as written */
	enum wa_role role;
};

struct wa_content {
	uint32_t para;
	struct wa_span span;
};

struct wa_attribution {
	uint32_t para, item;  /* paragraph of the cue */
	struct wa_span cue;   /* empty (start == end) only for datelines of speech without a word */
	uint32_t source_para; /* paragraph of the source, WA_NONE when there is no source span */
	struct wa_span source;
	const struct wa_content *content;
	uint32_t content_count;
	enum wa_source_kind kind;
	enum wa_mode mode;
	const char *agency;     /* agency id when the source is one; else NULL */
	struct wa_str resolved; /* the name a pronoun or short form stands for; NULL when the source says it itself */
	const char *why;        /* name of the construction that found it ("subject-verb", "according-to" ...) */
	/* What the source is called, without what is told about it and the same for all rows of the item that mean it; NULL
	   without a source, and for a pronoun that stands for nobody known. Who counts sources counts these. */
	struct wa_str name;
	uint32_t resolved_confidence; /* per cent that `resolved` is right; 0 where that is NULL */
	uint8_t confidence;           /* per cent that the cue is one, as the tagger sees it; 0 without a tagger */
	uint8_t weight;               /* per cent of its uses in annotated copy in which the cue's word was one; 0 for unknown */
	enum wa_found found;
	uint32_t cue_classes; /* the classes of packs that a word of the cue has, bit by bit: wa_cue_class_name() */
};

/* The name of a bit of cue_classes ("cue-speech"); NULL behind the last. */
WA_API const char *wa_cue_class_name(unsigned bit);

struct wa_claim {
	uint32_t para, item;
	struct wa_span span; /* from the count to the verb or noun that makes it the claim */
	enum wa_claim_type type;
	double low, high; /* NAN where not given; src/README.md tells how ranges are counted */
	/* Of the count: "count", "percent", "points" (of a percentage) or the ISO 4217 code of a currency, XXX for one that several
	   countries have and the copy does not tell; NULL where nothing is counted. */
	const char *unit;
	struct wa_span
		what; /* what is counted, without its number ("miners"); as the next two empty where the sentence does not say */
	struct wa_span where; /* the place the sentence gives ("the port of Brell") */
	struct wa_span when;  /* and the time ("Monday", "March 2003") */
	enum wa_state state;
	enum wa_verdict verdict;
	enum wa_reason reason;        /* WA_REASON_NONE unless state is exempt */
	const uint32_t *attributions; /* indexes of attribution rows that answer for it, nearest first */
	uint32_t attribution_count;
	uint32_t nearest; /* attribution that stands nearest without answering, WA_NONE when there is none */
	/* Why it does not: it speaks of something else, a contrast parts them, it only reacts to what the claim tells, or who
	   speaks may not know. Not in the record. */
	enum wa_gap gap;
};

struct wa_finding {
	uint32_t para, item; /* para is WA_NONE for a finding about a whole item */
	struct wa_span span;
	const char *code; /* "WA101" */
	const char *name; /* "toll-unattributed" */
	enum wa_level level;
	struct wa_str message;     /* why, one sentence */
	struct wa_str mend;        /* what would mend it, one sentence */
	uint32_t claim;            /* index of the claim row it is about, WA_NONE when none */
	char fingerprint[17];      /* 16 hex digits, the same while the words stay, whatever moves around them */
	bool suppressed;           /* set aside: by a suppression in the copy, a waiver or a baseline */
	struct wa_str suppression; /* the reason given */
	struct wa_str until;       /* the last day of the suppression in the copy; NULL for no end */
	bool known;                /* suppressed because a baseline holds it */
};

#ifdef __cplusplus
}
#endif
#endif
