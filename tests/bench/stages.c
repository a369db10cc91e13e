/*
 * stages FILE: MB/s of processor time of each stage on one document, the best of several rounds. attr is what is left of the
 * audit when the stages measured alone are taken away.
 * stages --words: the words and names the packs look for, one a line.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "slurp.h"

#include "audit/result.h"
#include "base/error.h"
#include "lint/lint.h"
#include "lint/watch.h"
#include "pack/packs.h"
#include "read/read.h"
#include "seg/seg.h"
#include "tag/tag.h"
#include "wireaudit/engine.h"
#include "wireaudit/report.h"

#define ROUNDS 5

enum stage { STAGE_READ, STAGE_SEG, STAGE_TAG, STAGE_LINT, STAGE_OUTPUT, STAGE_AUDIT, STAGE_COUNT };

struct bench {
	struct wa_engine *engine;
	struct packs *packs;
	struct wa_input input;
	struct wa_error error;
	double best[STAGE_COUNT];
};

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t); /* other programs may be at work */
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void keep(struct bench *bench, enum stage stage, double since)
{
	double took = now() - since;
	if (bench->best[stage] == 0 || took < bench->best[stage])
		bench->best[stage] = took;
}

/* The tagger alone: what it takes beyond cutting each paragraph once more. */
static bool tag_all(struct bench *bench, const struct doc *doc, struct seg *seg)
{
	struct tag_model model;
	struct tagging tagging = {.capacity = 0};
	bool ok = model_builtin(&model, &bench->error) == WA_OK;
	double start = now() + bench->best[STAGE_SEG];
	for (size_t i = 0; ok && i < doc->paras.count; i++)
		ok = seg_paragraph(seg, &bench->packs->lex, doc_para_text(doc, i), false) && tag_paragraph(&model, seg, &tagging);
	keep(bench, STAGE_TAG, start);
	tagging_release(&tagging);
	return ok;
}

static bool read_and_seg(struct bench *bench)
{
	struct doc doc;
	struct seg seg = {0};
	bool ok;
	double start = now();
	doc_init(&doc);
	ok = read_document(bench->packs, &bench->input, &doc, &bench->error) == WA_OK;
	keep(bench, STAGE_READ, start);
	start = now();
	for (size_t i = 0; ok && i < doc.paras.count; i++)
		ok = seg_paragraph(&seg, &bench->packs->lex, doc_para_text(&doc, i), false);
	keep(bench, STAGE_SEG, start);
	if (ok)
		ok = tag_all(bench, &doc, &seg);
	seg_release(&seg);
	doc_release(&doc);
	return ok;
}

static bool lint_again(struct bench *bench, const struct wa_result *result)
{
	static const struct watch nothing; /* the words watched for were counted with the audit */
	const struct lint_rows rows = {
		.watch = &nothing,
		.paragraphs = result->paragraphs,
		.mentions = result->mentions,
		.attributions = result->attributions,
		.claims = result->claims,
		.paragraph_count = result->paragraph_count,
		.mention_count = result->mention_count,
		.attribution_count = result->attribution_count,
		.claim_count = result->claim_count,
	};
	struct wa_finding *findings;
	size_t count;
	struct arena arena;
	double start = now();
	bool ok;
	arena_init(&arena);
	ok = lint_findings(bench->packs, &result->doc, &rows, &arena, &findings, &count);
	arena_release(&arena);
	keep(bench, STAGE_LINT, start);
	return ok;
}

static bool audit_and_show(struct bench *bench)
{
	struct wa_result *result = NULL;
	struct wa_sink *sink = wa_sink_memory();
	double start = now();
	bool ok = sink && wa_audit(bench->engine, &bench->input, &result, &bench->error) == WA_OK;
	if (ok) {
		keep(bench, STAGE_AUDIT, start);
		ok = lint_again(bench, result);
		start = now();
		wa_inspect_jsonl(result, sink);
		keep(bench, STAGE_OUTPUT, start);
	}
	wa_result_free(result);
	wa_sink_abandon(sink);
	return ok;
}

static void show(const struct bench *bench)
{
	double mb = (double)bench->input.size / 1e6, attr = bench->best[STAGE_AUDIT] - bench->best[STAGE_READ] -
							    bench->best[STAGE_SEG] - bench->best[STAGE_TAG] -
							    bench->best[STAGE_LINT];
	printf("read   %8.1f MB/s\n", mb / bench->best[STAGE_READ]);
	printf("seg    %8.1f MB/s\n", mb / bench->best[STAGE_SEG]);
	printf("tag    %8.1f MB/s\n", mb / bench->best[STAGE_TAG]);
	if (attr > 0)
		printf("attr   %8.1f MB/s\n", mb / attr);
	printf("lint   %8.1f MB/s\n", mb / bench->best[STAGE_LINT]);
	printf("output %8.1f MB/s\n", mb / bench->best[STAGE_OUTPUT]);
	printf("audit  %8.1f MB/s\n", mb / bench->best[STAGE_AUDIT]);
}

static void print_words(const struct packs *packs)
{
	for (uint32_t i = 1; i < packs->lex.entry_count; i++)
		printf("%.*s\n", (int)lex_text(&packs->lex, i).len, lex_text(&packs->lex, i).ptr);
	for (uint32_t i = 0; i < packs->alias_count; i++)
		puts(packs->aliases[i].text);
}

int main(int argc, char **argv)
{
	struct bench bench = {0};
	struct wa_options options = {0};
	size_t size = 0;
	bool words = argc == 2 && strcmp(argv[1], "--words") == 0;
	char *bytes = argc == 2 && !words ? slurp(argv[1], &size) : NULL;
	bool ok = (words || bytes) && packs_load(&options, &bench.packs, &bench.error) == WA_OK &&
		  wa_engine_open(&options, &bench.engine, &bench.error) == WA_OK;
	bench.input = (struct wa_input){.uri = argc == 2 ? argv[1] : "", .bytes = bytes, .size = size};
	if (ok && words)
		print_words(bench.packs);
	for (int i = 0; ok && !words && i < ROUNDS; i++)
		ok = read_and_seg(&bench) && audit_and_show(&bench);
	if (ok && !words)
		show(&bench);
	else if (!ok)
		fprintf(stderr, "stages: no audit: %s\n", bench.error.message);
	wa_engine_close(bench.engine);
	packs_free(bench.packs);
	free(bytes);
	return !ok;
}
