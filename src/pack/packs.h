/*
 * Everything the packs and the configuration say, compiled: the lexicon, the agencies, the rules, the
 * settings. Built once by packs_load() and immutable from then on; shared by all threads.
 */
#ifndef PACK_PACKS_H
#define PACK_PACKS_H

#include "base/arena.h"
#include "pack/desk.h"
#include "pack/lexicon.h"
#include "wireaudit/engine.h"

/* One way an agency is written. Aliases match letter for letter unless `nocase`. */
struct agency_alias {
	const char *text; /* as it must stand in copy */
	uint32_t agency;  /* index into packs.agencies */
	uint32_t words;   /* index into packs.alias_words of its word ids */
	uint16_t word_count;
	bool weak; /* an ordinary word or another body's initials too: needs context to count as the agency */
};

/* Words near an agency's name that tell it is something else ("chief of staff" after AFP). */
struct agency_negative {
	uint32_t agency;                                               /* index into packs.agencies */
	uint32_t phrase;                                               /* lexicon id of a word or phrase */
	enum { NEGATIVE_BEFORE, NEGATIVE_AFTER, NEGATIVE_NEAR } where; /* directly before, directly after, within thirty words */
};

/* What may stand in {braces} in the templates below; src/packs/README.md says what each is filled with. */
#define RULE_PLACEHOLDERS(X) \
	X(QUOTE, "quote")    \
	X(NOUN, "noun")      \
	X(SOURCE, "source") X(NEAR, "near") X(WHERE, "where") X(GAP, "gap") X(CHAIN, "chain") X(LINE, "line") X(RULE, "rule")

/* What lint needs of a rule beyond struct wa_rule (src/packs/README.md says what each key is for). */
struct rule_text {
	const char *noun;    /* what a claim of the rule is called in messages; NULL for rules about something else */
	const char *message; /* template; NULL: the state's */
	uint32_t claims;     /* bits 1u << enum wa_claim_type: the claims it is about; 0 for rules about something else */
};

/* How a claim in a state is told; templates, NULL where the state is never told. */
struct state_text {
	const char *message, *mend;
};

struct packs {
	struct arena arena; /* owns every text and table below */
	struct lexicon lex;
	const char *const *languages; /* BCP 47; those with words enough to be audited, the built-in ones first */
	uint32_t language_count;

	struct wa_agency *agencies;
	uint32_t agency_count;
	struct agency_alias *aliases; /* sorted by first word id, then longest first */
	uint32_t alias_count;
	uint32_t *alias_words;
	uint32_t *alias_first;             /* for a word id w: aliases[alias_first[w] .. alias_first[w + 1]) begin with it */
	struct agency_negative *negatives; /* sorted by agency */
	uint32_t negative_count;

	struct wa_rule *rules;
	struct rule_text *rule_texts; /* parallel to rules */
	uint32_t rule_count;
	struct state_text state_texts[WA_STATE_COUNT];
	struct wa_setting *settings;
	uint32_t setting_count;
	const struct desk *desks; /* pack/desk.h; the first that takes a document has it */
	uint32_t desk_count;
	const struct profile *profiles; /* the first that takes a document has it */
	uint32_t profile_count;
	struct desk_texts allowed; /* sources that need no better name: the last words of theirs */
	char fingerprint[17];
};

/*
 * Loads the built-in packs, then the configuration and the packs it names, then the packs of `options` (NULL
 * for none of these); later ones add to or override earlier ones. Every mistake names file, line and what was
 * expected. Errors: WA_ERR_CONFIG, WA_ERR_IO, WA_ERR_NOMEM; *packs is NULL then.
 */
enum wa_status packs_load(const struct wa_options *options, struct packs **packs, struct wa_error *error);
void packs_free(struct packs *packs);

/* The rule of a code (case of letters does not matter) or a name, NULL when there is none. */
struct wa_rule *packs_rule(const struct packs *packs, const char *code_or_name);
/* Desk of a document, NULL when none matches. */
const char *packs_desk(const struct packs *packs, const char *uri, struct wa_str section);
/*
 * Profile of a document, NULL when none matches; desk and profile with what they were chosen by, their name NULL where there is
 * none. Either may be NULL.
 */
const struct profile *packs_profile(
	const struct packs *packs, const char *uri, struct wa_str section, struct wa_choice *desk, struct wa_choice *profile);

#endif
