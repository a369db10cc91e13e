/* Results made by hand, so that the record is tested row by row whatever the engine finds. */
#ifndef TESTS_STORE_RESULT_H
#define TESTS_STORE_RESULT_H

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "wireaudit/store.h"

struct wa_result {
	struct arena arena;
	struct wa_document document;
	struct wa_paragraph *paragraphs;
	struct wa_mention *mentions;
	struct wa_attribution *attributions;
	struct wa_claim *claims;
	struct wa_finding *findings;
	size_t paragraph_count, mention_count, attribution_count, claim_count, finding_count;
};

#define S(literal) ((struct wa_str){(literal), sizeof(literal) - 1})

void wa_result_free(struct wa_result *r)
{
	if (!r)
		return;
	arena_release(&r->arena);
	free(r);
}

const struct wa_document *wa_result_document(const struct wa_result *r)
{
	return &r->document;
}

#define ROWS_(type)                                                                           \
	const struct wa_##type *wa_result_##type##s(const struct wa_result *r, size_t *count) \
	{                                                                                     \
		*count = r->type##_count;                                                     \
		return r->type##s;                                                            \
	}
ROWS_(paragraph)
ROWS_(mention)
ROWS_(attribution)
ROWS_(claim)
ROWS_(finding)
#undef ROWS_

/* A story of `body` paragraphs, every one with a claim, that differs with `seed`; NULL when memory ran out. */
static inline struct wa_result *result_make(unsigned seed, size_t body)
{
	static const char *const agencies[] = {"reuters", "afp", "efe"};
	static uint32_t answers[] = {1, 0};
	struct wa_result *r = calloc(1, sizeof *r);
	size_t n = body + 1;
	if (!r)
		return NULL;
	arena_init(&r->arena);
	r->document = (struct wa_document){
		.format = "text",
		.lang = S("en"),
		.title = S("Ferry sinks off the coast"),
		.byline = S("Ana Ruiz"),
		.published = seed % 4 ? S("2024-05-06T07:08:09+02:00") : (struct wa_str){0},
		.modified = seed % 4 == 0 ? S("2024-05-14") : (struct wa_str){0},
		.items = 1,
	};
	r->paragraphs = arena_calloc(&r->arena, n, sizeof *r->paragraphs);
	r->mentions = arena_calloc(&r->arena, 2, sizeof *r->mentions);
	r->attributions = arena_calloc(&r->arena, n, sizeof *r->attributions);
	r->claims = arena_calloc(&r->arena, n, sizeof *r->claims);
	r->findings = arena_calloc(&r->arena, n, sizeof *r->findings);
	if (arena_failed(&r->arena)) {
		wa_result_free(r);
		return NULL;
	}
	for (uint32_t i = 0; i < n; i++) {
		char *text = arena_printf(&r->arena,
			"Passengers waited at pier %u while Öland's crews counted %u dead, the harbour office said on Monday.", i,
			seed + i);
		struct wa_content *content = arena_calloc(&r->arena, 2, sizeof *content);
		if (!text || !content) {
			wa_result_free(r);
			return NULL;
		}
		content[0] = (struct wa_content){i, {0, 10}};
		content[1] = (struct wa_content){i, {11, 17}};
		r->paragraphs[i] = (struct wa_paragraph){.para = i,
			.item = 1,
			.kind = i ? WA_PARA_BODY : WA_PARA_HEADLINE,
			.text = {text, strlen(text)},
			.src_end = 9};
		r->attributions[i] = (struct wa_attribution){.para = i,
			.item = 1,
			.cue = {3, 7},
			.source_para = i ? i : WA_NONE,
			.source = {0, 10},
			.content = content,
			.content_count = i % 3,
			.kind = WA_SOURCE_ORGANISATION,
			.mode = WA_MODE_FINDING,
			.agency = i == 1 ? "reuters" : NULL,
			.resolved = i == 2 ? S("the harbour office") : (struct wa_str){0},
			.why = "subject-verb",
			.name = i == 1  ? S("Reuters")
				: i % 2 ? S("The harbour office")
				: i     ? S("the harbour office")
					: (struct wa_str){0}};
		r->claims[i] = (struct wa_claim){.para = i,
			.item = 1,
			.span = {0, 10},
			.type = i % 2 ? WA_CLAIM_DEATHS : WA_CLAIM_DESTRUCTION,
			.low = seed + i,
			.high = (double)NAN,
			.state = i % 4 == 1 ? WA_STATE_NONE : WA_STATE_CLAUSE,
			.verdict = i % 4 == 1 ? WA_VERDICT_FLAG : WA_VERDICT_OK,
			.attributions = answers,
			.attribution_count = i % 4 == 1 || n < 2 ? 0 : 2,
			.nearest = i % 4 == 1 ? 0 : WA_NONE};
		r->findings[i] = (struct wa_finding){.para = i ? i : WA_NONE,
			.item = 1,
			.span = {0, 10},
			.code = i % 2 ? "WA101" : "WA205",
			.name = i % 2 ? "toll-unattributed" : "vague-source",
			.level = i % 4 == 1 ? WA_LEVEL_ERROR
				 : i % 2    ? WA_LEVEL_WARNING
					    : WA_LEVEL_NOTE,
			.message = S("Nobody is named for this toll"),
			.mend = i % 2 ? S("Say who counts") : (struct wa_str){0},
			.claim = i % 2 ? i : WA_NONE,
			.suppressed = i == 2,
			.suppression = i == 2 ? S("checked by the desk") : (struct wa_str){0}};
		(void)snprintf(r->findings[i].fingerprint, sizeof r->findings[i].fingerprint, "%016x", seed * 1000 + i);
	}
	for (uint32_t i = 0; i < 2; i++)
		r->mentions[i] = (struct wa_mention){.para = 0,
			.item = 1,
			.span = {0, 10},
			.agency = agencies[(seed + i) % 3],
			.role = i ? WA_ROLE_SUBJECT : WA_ROLE_REPORTER};
	r->paragraph_count = r->attribution_count = r->claim_count = r->finding_count = n;
	r->mention_count = 2;
	return r;
}

#endif
