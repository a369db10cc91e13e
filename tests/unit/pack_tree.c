#include "tests/unit/pack_scratch.h"

/* What is no YAML, or YAML that packs do not use. */
static const struct mistake mistakes[] = {
	{"a.yaml", "language: en\nblocks: [\n",
		"3:1: this is no YAML: while parsing a flow node, did not find expected node content"},
	{"a.yaml", "language: en\n\tblocks: []\n",
		"2:1: this is no YAML: while scanning a plain scalar, found a tab character that violates indentation"},
	{"a.yaml", "language: en\nlanguage: de\nblocks: []\n", "2:1: the key \"language\" stands twice; first in line 1"},
	{"a.yaml", "language: &l en\nblocks: []\n", "1:11: anchors (&name) are not allowed here"},
	{"a.yaml", "language: *l\nblocks: []\n", "1:11: aliases (*name) are not allowed here; quote a text that begins with *"},
	{"a.yaml", "a: &a [x]\nb: &b [*a, *a]\n", "1:4: anchors (&name) are not allowed here"},
	{"a.yaml", "language: !!str en\nblocks: []\n", "1:11: tags (!name) are not allowed here"},
	{"a.yaml", "language: en\nblocks: []\n---\nlanguage: de\n",
		"3:1: a second document begins here (---); expected one a file"},
	{"a.yaml", "? [a, b]\n: c\n", "1:3: expected a key, found a list, [like, this]"},
	{"a.yaml", "blocks: [[[[[[[[[[x]]]]]]]]]]\n", "1:16: lists and keys are nested too deeply"},
	{"a.yaml", "language: \"e\\0n\"\nblocks: []\n", "1:11: a text holds the character NUL"},
	{"a.yaml", "just a text\n", "1:1: pack is text; expected keys with values"},
	{"a.yaml", "- a\n- b\n", "1:1: pack is a list, [like, this]; expected keys with values"},
	{"a.yaml", "", "1:1: the pack says nothing; expected blocks, rules or states"},
	{"a.yaml", "# nothing but a comment\n", "1:1: the pack says nothing; expected blocks, rules or states"},
	{"a.yaml", "blocks:\n  - id: x\n", "1:1: the pack lacks the key \"language\", which its blocks need"},
	{"a.yaml", "langauge: en\nblocks: []\n", "1:1: a pack has no key \"langauge\"; did you mean \"language\"?"},
	{"a.yaml", "colour: red\n", "1:1: a pack has no key \"colour\"; its keys are language, blocks, rules, states"},
	{"a.yaml", "language: English\nblocks: []\n", "1:11: \"English\" is no language; expected a tag like en or pt-BR, or mul"},
	{"a.yaml", "language: pt-\nblocks: []\n", "1:11: \"pt-\" is no language; expected a tag like en or pt-BR, or mul"},
	{"a.yaml", "language: pt-BR\nblocks: []\n", ""},
	{"a.yaml", "language: en\nblocks:\n", "2:8: blocks is empty; expected a list, [like, this]"},
	{"a.yaml", "language: [en]\nblocks: []\n", "1:11: language is a list, [like, this]; expected text"},
	/* columns count characters, not bytes */
	{"a.yaml", "{language: \"\xC3\xA9\xC3\xA9\", blokcs: []}\n",
		"1:18: a pack has no key \"blokcs\"; did you mean \"blocks\"?"},
	/* a byte order mark and Windows line ends are let pass */
	{"a.yaml", "\xEF\xBB\xBFlanguage: en\r\nblocks: []\r\n", ""},
};

static void yaml_is_strict(void **state)
{
	(void)state;
	check_mistakes(mistakes, sizeof mistakes / sizeof *mistakes);
}

static void many_keys_are_refused(void **state)
{
	size_t size = 0, room = 40000;
	char *text = malloc(room);
	struct packs *packs = NULL;
	struct wa_error error = {0};
	const char *path;
	(void)state;
	assert_non_null(text);
	for (int i = 0; i < 1100; i++)
		size += (size_t)snprintf(text + size, room - size, "k%d: x\n", i);
	path = scratch_write("a.yaml", text, size);
	assert_int_equal(load_file(path, &packs, &error), WA_ERR_CONFIG);
	assert_string_equal(error.message, "more than 1024 keys in one place");
	assert_int_equal(error.line, 1025);
	(void)unlink(path);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(yaml_is_strict), cmocka_unit_test(many_keys_are_refused)};
	return cmocka_run_group_tests(tests, scratch_make, scratch_remove);
}
