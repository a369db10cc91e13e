/* The keys of a finding and of a summary, as lint_json and lint_jsonl write them into an open object. */
#ifndef REPORTS_LINT_ROWS_H
#define REPORTS_LINT_ROWS_H

#include "json_out.h"

void lint_row_finding(
	struct jout *j, const struct wa_lint_style *style, const struct wa_lint_document *d, const struct wa_finding *f);
void lint_row_tally(struct jout *j, const struct wa_lint_tally *t);

#endif
