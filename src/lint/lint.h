/*
 * The opinions: turns the rows of an audit into findings, by the rule catalogue of the packs.
 *
 *   lint.c             the stages in order: claims, sources, agencies, directives; then sort, suppress, fingerprint
 *   claim_rules.c      claims that nobody stands behind: one rule per group of claim types, levels by state
 *   source_rules.c     attributions that name nobody
 *   anonymous_rules.c  sources whose names are withheld
 *   credit_rules.c     how sources are told: bare witnesses, studies without a home
 *   agency_rules.c     second-hand and circular reports
 *   word_rules.c       words that hide who says so, verbs that colour
 *   poll_rules.c       what must stand with a poll
 *   story_rules.c      the story as a whole: headline, lead, unverified claims
 *   toll_rules.c       figures of one event that disagree
 *   watch.c            notes the words the rules above look for, while the paragraphs are read
 *   words.c            questions about a source's words and a cue's place
 *   merge.c            one finding for one place and one claim
 *   suppress.c         `wireaudit: ignore RULE until DAY: reason`
 *   message.c          templates of the catalogue filled in
 *   fingerprint.c      marks that survive shifted lines
 */
#ifndef LINT_LINT_H
#define LINT_LINT_H

#include "base/arena.h"
#include "doc/doc.h"
#include "lint/watch.h"
#include "pack/packs.h"
#include "wireaudit/types.h"

/* The rows of a finished audit, borrowed. paragraphs[i] is the row of doc.paras[i]. */
struct lint_rows {
	const struct wa_paragraph *paragraphs;
	const struct wa_mention *mentions;
	const struct wa_attribution *attributions;
	const struct wa_claim *claims;
	size_t paragraph_count, mention_count, attribution_count, claim_count;
	const struct watch *watch; /* of the audited paragraphs */
	const char *uri;           /* of the file, by which its profile is chosen; NULL for none */
	const char *today;         /* "YYYY-MM-DD"; NULL when suppressions never run out */
};

/*
 * Findings in reading order, notes included (what to show is the caller's choice), suppressed ones marked.
 * They and their texts are made in `arena`. False when memory ran out.
 */
bool lint_findings(const struct packs *packs, const struct doc *doc, const struct lint_rows *rows, struct arena *arena,
	struct wa_finding **findings, size_t *count);

/*
 * The level a claim's state leaves of its rule's own (OFF: no finding). A dateline, or a named source close by a vague one, takes
 * a step off; a source that stands elsewhere leaves a note; an echo or background leaves a note of grave claims and
 * nothing of others.
 */
enum wa_level lint_level_in(enum wa_level level, enum wa_state state, bool named_near);

#endif
