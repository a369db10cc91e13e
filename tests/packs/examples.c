/*
 * Runs the examples of packs and rules: examples FILE...
 *
 *   yes   each {marked} stretch is found: as a claim, as a cue, or as a word of the block's class; where [a source]
 *         is marked too, as the cue of an attribution with this source
 *   no    nothing is found: no claim, no attribution
 *   bad   of a rule: the rule is reported; good: it is not; both with the tagger and without
 *
 * Examples of words show what the words do, so they are read by rules only.
 */
#include <stdio.h>
#include <string.h>

#include "pack/draft.h"
#include "pack/parts.h"
#include "scan/scan.h"
#include "wireaudit/engine.h"

#define MOST_MARKS 8u

struct runner {
	struct wa_engine *engine;  /* the one in use */
	const struct packs *packs; /* the same words, for what no audit tells */
	unsigned run, wrong;
};

/* An example without its marks. */
struct example {
	char text[1024];
	struct wa_span found[MOST_MARKS], source;
	size_t found_count;
	bool has_source;
};

/* False when the marks do not pair. */
static bool unmark(const char *marked, struct example *example)
{
	char open = 0;
	uint32_t n = 0, start = 0;
	*example = (struct example){0};
	for (; *marked && n + 1 < sizeof example->text; marked++) {
		if (*marked == '{' || *marked == '[') {
			if (open)
				return false;
			open = *marked;
			start = n;
		} else if (*marked == '}' && open == '{' && example->found_count < MOST_MARKS) {
			example->found[example->found_count++] = (struct wa_span){start, n};
			open = 0;
		} else if (*marked == ']' && open == '[' && !example->has_source) {
			example->source = (struct wa_span){start, n};
			example->has_source = true;
			open = 0;
		} else if (*marked == '}' || *marked == ']') {
			return false;
		} else {
			example->text[n++] = *marked;
		}
	}
	return !open && !*marked;
}

static bool same(struct wa_span a, struct wa_span b)
{
	return a.start == b.start && a.end == b.end;
}

static bool is_claim(const struct wa_result *result, struct wa_span span)
{
	size_t count;
	const struct wa_claim *claims = wa_result_claims(result, &count);
	for (size_t i = 0; i < count; i++)
		if (same(claims[i].span, span))
			return true;
	return false;
}

static bool is_cue(const struct wa_result *result, struct wa_span span, const struct wa_span *source)
{
	size_t count;
	const struct wa_attribution *rows = wa_result_attributions(result, &count);
	for (size_t i = 0; i < count; i++)
		if (same(rows[i].cue, span) && (!source || (rows[i].source_para != WA_NONE && same(rows[i].source, *source))))
			return true;
	return false;
}

/* A word or phrase with any class of the block stands there. */
static bool is_word(const struct runner *r, const char *text, struct wa_span span, const struct draft_block *block)
{
	struct seg seg = {0};
	bool found = false;
	if (!seg_paragraph(&seg, &r->packs->lex, (struct wa_str){text, strlen(text)}, false))
		return false;
	scan_phrases(&seg);
	for (size_t i = 0; i < seg.tokens.count; i++) {
		const struct token *t = &seg.tokens.items[i];
		size_t last = i + (t->phrase ? t->phrase_len : 1u) - 1;
		uint32_t id = t->phrase && seg.tokens.items[last].end == span.end ? t->phrase : t->word;
		if (t->start != span.start || (id == t->word ? t->end : seg.tokens.items[last].end) != span.end)
			continue;
		found = found || lex_touches(&r->packs->lex, id, &block->classes);
	}
	seg_release(&seg);
	return found;
}

static struct wa_result *audit(struct runner *r, const char *text, const char *file, unsigned line)
{
	struct wa_input input = {
		.uri = "example.txt", .bytes = text, .size = strlen(text), .format = "text", .lang = "en", .today = "2020-01-01"};
	struct wa_result *result = NULL;
	struct wa_error error = {0};
	if (wa_audit(r->engine, &input, &result, &error) != WA_OK) {
		(void)printf("%s:%u: cannot audit: %s\n", file, line, error.message);
		r->wrong++;
	}
	return result;
}

static void complain(struct runner *r, const char *file, unsigned line, const char *text, const char *what)
{
	(void)printf("%s:%u: %s\n    %s\n", file, line, what, text);
	r->wrong++;
}

static void check_yes(struct runner *r, const char *file, const struct draft_block *block, const struct draft_example *e)
{
	struct example example;
	struct wa_result *result;
	if (!unmark(e->text, &example) || !example.found_count) {
		complain(r, file, e->line, e->text, "the marks { } and [ ] do not pair, or nothing is marked");
		return;
	}
	result = audit(r, example.text, file, e->line);
	for (size_t i = 0; result && i < example.found_count; i++) {
		struct wa_span span = example.found[i];
		bool found = example.has_source ? is_cue(result, span, &example.source)
						: is_claim(result, span) || is_cue(result, span, NULL) ||
							  is_word(r, example.text, span, block);
		if (!found)
			complain(r, file, e->line, e->text, "what is marked is not found");
	}
	wa_result_free(result);
}

static void check_no(struct runner *r, const char *file, const struct draft_example *e)
{
	struct wa_result *result = audit(r, e->text, file, e->line);
	size_t claims = 0, attributions = 0;
	if (!result)
		return;
	(void)wa_result_claims(result, &claims);
	(void)wa_result_attributions(result, &attributions);
	if (claims)
		complain(r, file, e->line, e->text, "a claim is found");
	if (attributions)
		complain(r, file, e->line, e->text, "an attribution is found");
	wa_result_free(result);
}

static void run_blocks(struct runner *r, const struct draft *draft)
{
	for (size_t i = 0; i < draft->blocks.count; i++) {
		const struct draft_block *block = &draft->blocks.items[i];
		const char *file = draft->origins.items[block->origin];
		for (uint32_t k = 0; k < block->example_count; k++, r->run++) {
			if (block->examples[k].yes)
				check_yes(r, file, block, &block->examples[k]);
			else
				check_no(r, file, &block->examples[k]);
		}
	}
}

static bool reports(struct runner *r, const char *text, const struct draft_rule *rule, const char *file)
{
	struct wa_result *result = audit(r, text, file, rule->line);
	size_t count = 0;
	const struct wa_finding *findings = result ? wa_result_findings(result, &count) : NULL;
	bool found = false;
	for (size_t i = 0; i < count; i++)
		found = found || (strcmp(findings[i].code, rule->rule.code) == 0 && !findings[i].suppressed);
	wa_result_free(result);
	return found;
}

static void run_rules(struct runner *r, const struct draft *draft)
{
	for (size_t i = 0; i < draft->rules.count; i++) {
		const struct draft_rule *rule = &draft->rules.items[i];
		const char *file = draft->origins.items[rule->origin];
		for (const char *const *text = rule->rule.bad; *text; text++, r->run++)
			if (!reports(r, *text, rule, file))
				complain(r, file, rule->line, *text, "the bad example is not reported");
		for (const char *const *text = rule->rule.good; *text; text++, r->run++)
			if (reports(r, *text, rule, file))
				complain(r, file, rule->line, *text, "the good example is reported");
	}
}

static bool read_all(struct draft *draft, char **paths)
{
	struct wa_error error = {0};
	for (; *paths; paths++)
		if (draft_read_pack(draft, *paths, &error) != WA_OK) {
			(void)printf("%s:%u: %s\n", error.file, error.line, error.message);
			return false;
		}
	return true;
}

int main(int argc, char **argv)
{
	struct runner r = {0};
	struct wa_engine *fast = NULL, *full = NULL;
	struct packs *packs = NULL;
	struct arena keep;
	struct draft draft;
	bool ready;
	arena_init(&keep);
	draft_init(&draft, &keep);
	ready = argc > 1 && wa_engine_open(NULL, &full, NULL) == WA_OK &&
		wa_engine_open(&(struct wa_options){.fast = true}, &fast, NULL) == WA_OK &&
		packs_load(NULL, &packs, NULL) == WA_OK && read_all(&draft, argv + 1);
	r.packs = packs;
	if (ready) {
		r.engine = fast;
		run_blocks(&r, &draft);
		run_rules(&r, &draft);
		r.engine = full;
		run_rules(&r, &draft);
		(void)printf("%u examples, %u wrong\n", r.run, r.wrong);
	}
	draft_release(&draft);
	arena_release(&keep);
	packs_free(packs);
	wa_engine_close(fast);
	wa_engine_close(full);
	return !ready || r.wrong;
}
