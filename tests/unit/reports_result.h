/* A result made by hand, so that the formats are tested word for word whatever the engine finds. */
#ifndef TESTS_UNIT_REPORTS_RESULT_H
#define TESTS_UNIT_REPORTS_RESULT_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "wireaudit/report.h"

struct wa_result {
	struct wa_document document;
	struct wa_paragraph paragraphs[4];
	struct wa_mention mentions[2];
	struct wa_attribution attributions[2];
	struct wa_claim claims[2];
	struct wa_finding findings[8];
	size_t paragraph_count, mention_count, attribution_count, claim_count, finding_count;
};

#define S(literal) ((struct wa_str){(literal), sizeof(literal) - 1})

const struct wa_document *wa_result_document(const struct wa_result *r)
{
	return &r->document;
}

#define ROWS_(type, rows, number)                                                     \
	const struct type *wa_result_##rows(const struct wa_result *r, size_t *count) \
	{                                                                             \
		*count = r->number;                                                   \
		return r->rows;                                                       \
	}
ROWS_(wa_paragraph, paragraphs, paragraph_count)
ROWS_(wa_mention, mentions, mention_count)
ROWS_(wa_attribution, attributions, attribution_count)
ROWS_(wa_claim, claims, claim_count)
ROWS_(wa_finding, findings, finding_count)
#undef ROWS_

const struct wa_paragraph *wa_result_paragraph(const struct wa_result *r, uint32_t para)
{
	for (size_t i = 0; i < r->paragraph_count; i++)
		if (r->paragraphs[i].para == para)
			return &r->paragraphs[i];
	return NULL;
}

/* Every paragraph on a line of its own, beginning in column 1. */
bool wa_result_place(
	const struct wa_result *r, const void *bytes, size_t size, uint32_t para, struct wa_span span, struct wa_place *place)
{
	(void)r, (void)bytes, (void)size;
	*place = (struct wa_place){.src_start = span.start,
		.src_end = span.end,
		.line = para + 1,
		.end_line = para + 1,
		.column_points = span.start + 1,
		.end_column_points = span.end + 1};
	return true;
}

const char *wa_engine_fingerprint(const struct wa_engine *engine)
{
	(void)engine;
	return "0123456789abcdef";
}

/* An engine is known by its address alone. */
static const struct wa_rule some_rules[] = {{.code = "WA101", .name = "toll-unattributed"},
	{.code = "WA102", .name = "damage-unattributed"}, {.code = "WA401", .name = "generic-agency"}};

const struct wa_rule *wa_rules(const struct wa_engine *engine, size_t *count)
{
	(void)engine;
	*count = sizeof some_rules / sizeof *some_rules;
	return some_rules;
}

const char *wa_rule_page(const struct wa_engine *engine, const char *name, char *out, size_t size)
{
	(void)engine;
	(void)snprintf(out, size, "https://desk.example/rules#%s", name);
	return out;
}

static inline void expect_output(const struct wa_sink *sink, const char *wanted)
{
	struct wa_str got = wa_sink_text(sink);
	char *text = malloc(got.len + 1);
	assert_non_null(text);
	memcpy(text, got.ptr, got.len);
	text[got.len] = 0;
	if (strcmp(text, wanted) != 0)
		print_message("got:\n%s\nwanted:\n%s\n", text, wanted);
	assert_string_equal(text, wanted);
	free(text);
}

#endif
