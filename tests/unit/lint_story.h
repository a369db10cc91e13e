/* Stories audited by the built-in packs, for the tests of rules that need words. */
#ifndef TESTS_LINT_STORY_H
#define TESTS_LINT_STORY_H

#include <string.h>

#include "tests/unit/engine.h"

/* What a rule finds in a text: how often, and the first finding. */
struct found {
	unsigned count;
	uint32_t para;
	enum wa_level level;
	char words[160], message[320];
};

static inline void story_copy(char *out, size_t size, struct wa_str text)
{
	size_t n = text.len < size - 1 ? text.len : size - 1;
	memcpy(out, text.ptr, n);
	out[n] = '\0';
}

static inline struct wa_str story_words(const struct wa_result *result, const struct wa_finding *finding)
{
	size_t count;
	const struct wa_paragraph *rows = wa_result_paragraphs(result, &count);
	for (size_t i = 0; i < count; i++)
		if (rows[i].para == finding->para)
			return (struct wa_str){rows[i].text.ptr + finding->span.start, finding->span.end - finding->span.start};
	return (struct wa_str){"", 0};
}

static inline struct found story_find(void **state, const char *text, const char *code)
{
	struct wa_input input = {.uri = "story.txt", .bytes = text, .size = strlen(text), .format = "text", .lang = "en"};
	struct wa_result *result = NULL;
	const struct wa_finding *findings;
	struct found found = {0};
	size_t count;
	assert_int_equal(wa_audit(*state, &input, &result, NULL), WA_OK);
	findings = wa_result_findings(result, &count);
	for (size_t i = 0; i < count; i++) {
		if (strcmp(findings[i].code, code) != 0 || found.count++)
			continue;
		found.para = findings[i].para;
		found.level = findings[i].level;
		story_copy(found.words, sizeof found.words, story_words(result, &findings[i]));
		story_copy(found.message, sizeof found.message, findings[i].message);
	}
	wa_result_free(result);
	return found;
}

/* A text, and what a rule finds in it: how often, and the words of the first finding. */
struct story {
	const char *code, *text;
	unsigned count;
	const char *words;
};

static inline void story_check(void **state, const struct story *stories, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct found found = story_find(state, stories[i].text, stories[i].code);
		if (found.count != stories[i].count)
			print_message("%s in: %s\n", stories[i].code, stories[i].text);
		assert_int_equal(found.count, stories[i].count);
		if (stories[i].words)
			assert_string_equal(found.words, stories[i].words);
	}
}

#define STORIES(state, stories) story_check((state), (stories), sizeof(stories) / sizeof *(stories))

#endif
