/* What the lint formats share. */
#ifndef REPORTS_LINT_FORMATS_H
#define REPORTS_LINT_FORMATS_H

#include "sink.h"

/* Room for a reason in words. */
enum { LINT_REASON = 1024 };

extern const struct wa_lint_format lint_text, lint_json, lint_jsonl, lint_statistics;

/* Why nothing of the document was audited, in `buffer`; NULL when it was. */
const char *lint_not_audited(const struct wa_lint_document *document, char *buffer, size_t size);
/* One line on what a run came to, for people. */
void lint_write_summary(const struct wa_lint_style *style, const struct wa_lint_tally *tally, struct wa_sink *sink);
/* The least level shown. */
enum wa_level lint_least(const struct wa_lint_style *style);
/* Counts a finding; true when it is to be shown. */
bool lint_count(const struct wa_lint_style *style, const struct wa_finding *finding, struct wa_lint_tally *tally);

#endif
