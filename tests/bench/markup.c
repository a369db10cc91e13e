/*
 * markup FILE...: how fast pages and XML are read and audited, beside libxml2 on the same files in the same run. Files that end
 * in .html or .htm go to htmlReadMemory, all others to xmlReadMemory, which only build their trees, with no look at what the
 * text says. An audit reads as well. Processor time of the best of several rounds; in a round every file is taken once, so that
 * none finds the caches and the branches as it left them.
 */
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "slurp.h"

#include "base/error.h"
#include "base/vec.h"
#include "pack/packs.h"
#include "read/read.h"
#include "wireaudit/engine.h"

#define ROUNDS 9
/* Less than this is read over and over within a round: the clock has steps. */
#define ROUND_BYTES 4000000u

enum stage { STAGE_LIBXML2, STAGE_READ, STAGE_RULES, STAGE_TAGGER, STAGE_COUNT };

/* All files of one kind. */
struct set {
	const char *name;
	bool html;
	VEC(struct wa_input) files;
	size_t bytes, text; /* in all; of paragraphs that are audited */
	double best[STAGE_COUNT];
};

struct bench {
	struct wa_engine *rules, *tagger; /* by rules only (--fast), and with the tagger */
	struct packs *packs;
};

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t); /* other programs may be at work */
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static bool count_text(void *context, struct doc *doc)
{
	size_t *text = context;
	for (size_t i = 0; i < doc->paras.count; i++)
		if (doc->paras.items[i].kind <= WA_PARA_CREDIT)
			*text += doc->paras.items[i].len;
	return true;
}

static bool drop_result(void *context, struct wa_result *result)
{
	(void)context;
	wa_result_free(result);
	return true;
}

static void run_libxml2(const struct set *set, const struct wa_input *input)
{
	const int quiet = XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET;
	xmlDoc *doc = set->html ? htmlReadMemory(input->bytes, (int)input->size, NULL, NULL, quiet)
				: xmlReadMemory(input->bytes, (int)input->size, NULL, NULL, quiet | XML_PARSE_HUGE);
	xmlFreeDoc(doc);
}

/* Files that cannot be read cost what it takes to see that. */
static void run(const struct bench *bench, struct set *set, const struct wa_input *input, enum stage stage)
{
	struct wa_error error = {0};
	switch (stage) {
	case STAGE_LIBXML2:
		run_libxml2(set, input);
		break;
	case STAGE_READ:
		(void)read_documents(bench->packs, input, count_text, &set->text, &error);
		break;
	case STAGE_RULES:
	case STAGE_TAGGER:
		(void)wa_audit_each(stage == STAGE_RULES ? bench->rules : bench->tagger, input, drop_result, NULL, &error);
		break;
	case STAGE_COUNT:
		break;
	}
}

static void measure(const struct bench *bench, struct set *set, enum stage stage)
{
	unsigned times = stage == STAGE_TAGGER ? 1 : 1 + (unsigned)(ROUND_BYTES / set->bytes);
	double start = now(), took;
	for (unsigned k = 0; k < times; k++) {
		set->text = stage == STAGE_READ ? 0 : set->text;
		for (size_t i = 0; i < set->files.count; i++)
			run(bench, set, &set->files.items[i], stage);
	}
	took = (now() - start) / times;
	if (set->best[stage] == 0 || took < set->best[stage])
		set->best[stage] = took;
}

static void show(const struct bench *bench, struct set *set)
{
	const double *best = set->best;
	double mb = (double)set->bytes / 1e6, text;
	if (!set->files.count)
		return;
	for (int round = 0; round < ROUNDS; round++)
		for (int stage = 0; stage < (round ? STAGE_TAGGER : STAGE_COUNT); stage++)
			measure(bench, set, (enum stage)stage);
	text = (double)set->text / 1e6;
	printf("%s: %zu files of %.2f MB, %.2f MB of it text that is audited\n", set->name, set->files.count, mb, text);
	printf("  libxml2 alone  %8.1f MB/s\n", mb / best[STAGE_LIBXML2]);
	printf("  read           %8.1f MB/s, %.2fx\n", mb / best[STAGE_READ], best[STAGE_LIBXML2] / best[STAGE_READ]);
	printf("  audit, --fast  %8.1f MB/s, %.2fx; without the reading %.1f MB/s of text\n", mb / best[STAGE_RULES],
		best[STAGE_LIBXML2] / best[STAGE_RULES], text / (best[STAGE_RULES] - best[STAGE_READ]));
	printf("  audit          %8.1f MB/s, %.2fx; without the reading %.1f MB/s of text\n", mb / best[STAGE_TAGGER],
		best[STAGE_LIBXML2] / best[STAGE_TAGGER], text / (best[STAGE_TAGGER] - best[STAGE_READ]));
}

static bool is_html(const char *path)
{
	const char *dot = strrchr(path, '.');
	return dot && (strcmp(dot, ".html") == 0 || strcmp(dot, ".htm") == 0);
}

static void take_file(struct set *set, const char *path)
{
	size_t size = 0;
	char *bytes = slurp(path, &size);
	struct wa_input *input = bytes ? vec_push(&set->files) : NULL;
	if (!input)
		return;
	*input = (struct wa_input){.uri = path, .bytes = bytes, .size = size};
	set->bytes += size;
}

static void release(struct set *set)
{
	for (size_t i = 0; i < set->files.count; i++)
		free((void *)set->files.items[i].bytes);
	vec_release(&set->files);
}

int main(int argc, char **argv)
{
	struct bench bench = {0};
	struct set pages = {.name = "pages", .html = true}, xml = {.name = "XML"};
	struct wa_options rules = {.fast = true}, all = {0};
	struct wa_error error = {0};
	if (packs_load(&rules, &bench.packs, &error) != WA_OK || wa_engine_open(&rules, &bench.rules, &error) != WA_OK ||
		wa_engine_open(&all, &bench.tagger, &error) != WA_OK) {
		fprintf(stderr, "markup: %s\n", error.message);
		return 1;
	}
	for (int i = 1; i < argc; i++)
		take_file(is_html(argv[i]) ? &pages : &xml, argv[i]);
	show(&bench, &pages);
	show(&bench, &xml);
	release(&pages);
	release(&xml);
	wa_engine_close(bench.rules);
	wa_engine_close(bench.tagger);
	packs_free(bench.packs);
	return 0;
}
