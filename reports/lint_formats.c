/* The registry of lint formats. To add one: a file lint_NAME.c, and its row here. */
#include "lint_formats.h"

#include <stdio.h>
#include <string.h>

static const struct wa_lint_format *const formats[] = {
	&lint_text,
	&lint_json,
	&lint_jsonl,
	&lint_statistics,
};

const struct wa_lint_format *const *wa_lint_formats(size_t *count)
{
	*count = sizeof formats / sizeof *formats;
	return formats;
}

const struct wa_lint_format *wa_lint_format_find(const char *name)
{
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (strcmp(formats[i]->name, name) == 0)
			return formats[i];
	return NULL;
}

void wa_lint_tally_add(struct wa_lint_tally *sum, const struct wa_lint_tally *more)
{
	sum->errors += more->errors;
	sum->warnings += more->warnings;
	sum->notes += more->notes;
	sum->hidden += more->hidden;
	sum->suppressed += more->suppressed;
	sum->known += more->known;
	sum->documents += more->documents;
	sum->with_findings += more->with_findings;
	sum->not_audited += more->not_audited;
	for (size_t i = 0; i < WA_TALLY_RULES; i++) {
		sum->rules[i].findings += more->rules[i].findings;
		sum->rules[i].documents += more->rules[i].documents;
	}
}

const char *lint_not_audited(const struct wa_lint_document *document, char *buffer, size_t size)
{
	if (!document->result) {
		snprintf(buffer, size, "%s", document->trouble ? document->trouble->message : "could not be read");
		return buffer;
	}
	const struct wa_document *d = wa_result_document(document->result);
	if (d->skip == WA_SKIP_NONE)
		return NULL;
	if (d->skip_detail.ptr)
		snprintf(buffer, size, "%.*s", (int)d->skip_detail.len, d->skip_detail.ptr);
	else
		snprintf(buffer, size, "%s", wa_skip_name(d->skip));
	return buffer;
}

enum wa_level lint_least(const struct wa_lint_style *style)
{
	return style->level == WA_LEVEL_OFF ? WA_LEVEL_WARNING : style->level;
}

bool lint_count(const struct wa_lint_style *style, const struct wa_finding *finding, struct wa_lint_tally *tally)
{
	if (finding->suppressed) {
		tally->suppressed += !finding->known;
		tally->known += finding->known;
		return false;
	}
	if (finding->level < lint_least(style)) {
		tally->hidden++;
		return false;
	}
	switch (finding->level) {
	case WA_LEVEL_ERROR:
		tally->errors++;
		break;
	case WA_LEVEL_WARNING:
		tally->warnings++;
		break;
	case WA_LEVEL_NOTE:
	case WA_LEVEL_OFF:
	case WA_LEVEL_COUNT:
		tally->notes++;
		break;
	}
	return true;
}
