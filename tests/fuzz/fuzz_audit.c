/* Any bytes through the whole pipeline: an answer or an error, spans within their paragraphs. */
#include <stdint.h>
#include <stdlib.h>

#include "wireaudit/engine.h"
#include "wireaudit/report.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static struct wa_engine *engine;

static void check_span(const struct wa_result *result, uint32_t para, struct wa_span span)
{
	const struct wa_paragraph *row = wa_result_paragraph(result, para);
	if (!row || span.start > span.end || span.end > row->text.len)
		abort();
}

static void check(const struct wa_result *result)
{
	size_t count;
	const struct wa_claim *claims = wa_result_claims(result, &count);
	for (size_t i = 0; i < count; i++)
		check_span(result, claims[i].para, claims[i].span);
	const struct wa_mention *mentions = wa_result_mentions(result, &count);
	for (size_t i = 0; i < count; i++)
		check_span(result, mentions[i].para, mentions[i].span);
	const struct wa_attribution *attributions = wa_result_attributions(result, &count);
	for (size_t i = 0; i < count; i++)
		check_span(result, attributions[i].para, attributions[i].cue);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct wa_options options = {0};
	struct wa_error error = {0};
	struct wa_result *result = NULL;
	struct wa_input input = {.uri = "fuzz", .bytes = bytes, .size = size};
	struct wa_sink *sink;
	if (!engine && wa_engine_open(&options, &engine, &error) != WA_OK)
		abort();
	if (wa_audit(engine, &input, &result, &error) != WA_OK)
		return 0;
	check(result);
	sink = wa_sink_memory();
	if (sink)
		wa_inspect_jsonl(result, sink);
	wa_sink_abandon(sink);
	wa_result_free(result);
	return 0;
}
