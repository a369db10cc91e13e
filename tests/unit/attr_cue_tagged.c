#include "engine.h"

#include "attr/cue.h"
#include "audit/engine.h"
#include "base/str.h"
#include "scan/scan.h"

/* Police[0] said[1] the[2] dam[3] held[4] .[5] */
static const char text[] = "Police said the dam held.";

static void open_sentence(struct attr *attr, const struct wa_engine *engine, struct sight *s, uint8_t *tags)
{
	attr_init(attr, NULL, engine_packs(engine), engine_facts(engine), NULL);
	assert_true(seg_paragraph(&attr->seg, &engine_packs(engine)->lex, str_of(text), false));
	scan_phrases(&attr->seg);
	*s = (struct sight){.attr = attr, .seg = &attr->seg, .tags = tags, .last = 6, .end = 5};
	tag_sentence(s, tags);
}

static void push(struct attr *attr, uint32_t first, uint32_t last)
{
	struct tag_range *range = vec_push(&attr->tagging.contents);
	assert_non_null(range);
	*range = (struct tag_range){first, last};
}

/* Of a content that is no more than the source nothing is left, and the other one stands. */
static void contents_go_round_the_source(void **state)
{
	const struct find rule = {.cue = {1, 2}, .source = {0, 1}, .why = CUE_WHY_SUBJECT_VERB};
	struct attr attr;
	struct sight s;
	struct find out[2];
	struct tag_found *found;
	uint8_t tags[8] = {0};
	open_sentence(&attr, *state, &s, tags);
	found = vec_push(&attr.tagging.found);
	assert_non_null(found);
	*found = (struct tag_found){.cue = {1, 2}, .source = {0, 1}, .content = 0, .contents = 2, .confidence = 90};
	push(&attr, 0, 1);
	push(&attr, 2, 5);
	assert_int_equal(cue_tagged(&s, &rule, 1, (struct part){0, 6}, out, 2), 1);
	assert_int_equal(out[0].contents, 1);
	assert_int_equal(out[0].content[0].first, 2);
	assert_int_equal(out[0].content[0].last, 5);
	attr_release(&attr);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(contents_go_round_the_source)};
	return cmocka_run_group_tests(tests, engine_open, engine_close);
}
