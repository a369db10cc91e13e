#include "reports_result.h"

#define TOLL                                                                                                                    \
	"A missile hit the rail depot late on Thursday, injuring four railway workers and tearing the roof off a hall, in the " \
	"third such attack this month."

static const struct wa_result story = {
	.document = {.uri = {"story.txt", 9}, .format = "text", .lang = {"en", 2}},
	.paragraphs = {{0, 1, WA_PARA_HEADLINE, {"Depot \033[31mhit", 14}, 0, 0},
		{1, 1, WA_PARA_BODY, {TOLL, sizeof TOLL - 1}, 0, 0}},
	.paragraph_count = 2,
	.findings = {{.para = 0,
			     .item = 1,
			     .span = {0, 5},
			     .code = "WA102",
			     .name = "damage-unattributed",
			     .level = WA_LEVEL_WARNING,
			     .message = {"nobody is named", 15}},
		{.para = 1,
			.item = 1,
			.span = {47, 76},
			.code = "WA101",
			.name = "toll-unattributed",
			.level = WA_LEVEL_ERROR,
			.message = {"nobody is named as the source of this toll", 42},
			.mend = {"say who counted", 15},
			.fingerprint = "00112233445566ff"},
		{.para = WA_NONE,
			.item = 1,
			.code = "WA401",
			.name = "generic-agency",
			.level = WA_LEVEL_NOTE,
			.message = {"generic", 7}},
		{.para = 1,
			.item = 1,
			.span = {0, 9},
			.code = "WA103",
			.name = "force-unattributed",
			.level = WA_LEVEL_ERROR,
			.message = {"m", 1},
			.suppressed = true,
			.suppression = {"seen by our reporter", 20}}},
	.finding_count = 4,
};
static const struct wa_result spanish = {
	.document = {.uri = {"es.txt", 6}, .skip = WA_SKIP_LANGUAGE, .skip_detail = {"language is es, no pack for it", 30}}};
static const struct wa_result calm = {.document = {.uri = {"calm.txt", 8}}};
static const struct wa_error missing = {.status = WA_ERR_IO, .message = "cannot be opened: No such file or directory"};

static void run(const char *name, struct wa_lint_style style, struct wa_sink *sink)
{
	const struct wa_lint_document documents[] = {
		{.uri = "story.txt", .result = &story},
		{.uri = "es.txt", .result = &spanish},
		{.uri = "gone.txt", .trouble = &missing},
		{.uri = "calm.txt", .result = &calm},
	};
	const struct wa_lint_format *format = wa_lint_format_find(name);
	struct wa_lint_tally tally = {0};
	assert_non_null(format);
	format->open(&style, sink);
	for (size_t i = 0; i < 4; i++) {
		struct wa_lint_tally one = {0};
		if (i && format->between)
			wa_sink_write(sink, format->between, strlen(format->between));
		format->document(&style, &documents[i], &one, sink);
		wa_lint_tally_add(&tally, &one);
	}
	format->close(&style, &tally, sink);
}

static void text_shows_place_words_and_mend(void **state)
{
	struct wa_sink *sink = wa_sink_memory();
	(void)state;
	run("text", (struct wa_lint_style){.width = 80}, sink);
	expect_output(sink, "story.txt:2:48: error[WA101 toll-unattributed]: nobody is named as the source of this toll\n"
			    "    paragraph 1: \"injuring four railway workers\"\n"
			    "    | ... late on Thursday, injuring four railway workers and tearing the ...\n"
			    "    |                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
			    "    mend: say who counted\n"
			    "\n"
			    "story.txt:1:1: warning[WA102 damage-unattributed]: nobody is named\n"
			    "    headline: \"Depot\"\n"
			    "    | Depot \xEF\xBF\xBD[31mhit\n"
			    "    | ^^^^^\n"
			    "\n"
			    "es.txt: not audited: language is es, no pack for it\n"
			    "\n"
			    "gone.txt: not audited: cannot be opened: No such file or directory\n"
			    "\n"
			    "1 error, 1 warning in 4 files (2 not audited, 1 suppressed, 1 below the level shown)\n");
	wa_sink_abandon(sink);
}

static void text_without_findings_says_what_was_looked_at(void **state)
{
	static const struct {
		struct wa_lint_tally tally;
		const char *line;
	} rows[] = {
		{{.documents = 1}, "no findings in 1 file\n"},
		{{.documents = 3, .not_audited = 1}, "no findings in 3 files (1 not audited)\n"},
		{{.documents = 2, .not_audited = 2}, "nothing was audited: 2 files\n"},
		{{.documents = 2, .errors = 2, .notes = 1}, "2 errors, 1 note in 2 files\n"},
		{{0}, "nothing was audited: 0 files\n"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct wa_sink *sink = wa_sink_memory();
		wa_lint_format_find("text")->close(&(struct wa_lint_style){0}, &rows[i].tally, sink);
		expect_output(sink, rows[i].line);
		wa_sink_abandon(sink);
	}
}

static void colour_only_when_told(void **state)
{
	struct wa_sink *sink = wa_sink_memory();
	(void)state;
	run("text", (struct wa_lint_style){.colour = false}, sink);
	assert_null(memchr(wa_sink_text(sink).ptr, '\033', wa_sink_text(sink).len));
	wa_sink_clear(sink);
	run("text", (struct wa_lint_style){.colour = true}, sink);
	assert_non_null(memmem(wa_sink_text(sink).ptr, wa_sink_text(sink).len, "\033[1;31merror[WA101", 17));
	wa_sink_abandon(sink);
}

static void json_holds_everything(void **state)
{
	struct wa_sink *sink = wa_sink_memory();
	(void)state;
	run("json", (struct wa_lint_style){.level = WA_LEVEL_ERROR}, sink);
	expect_output(sink,
		"{\"version\":\"" WA_VERSION "\",\"fingerprint\":null,\"level\":\"error\",\"documents\":[\n"
		"{\"uri\":\"story.txt\",\"audited\":true,\"not_audited\":null,\"lang\":\"en\",\"left_out\":null,\"findings\":["
		"{\"rule\":\"WA101\",\"name\":\"toll-unattributed\",\"level\":\"error\",\"item\":1,\"para\":1,\"span\":[47,76],"
		"\"words\":\"injuring four railway "
		"workers\",\"src\":[47,76],\"line\":2,\"column\":48,\"end_line\":2,\"end_column\":77,"
		"\"message\":\"nobody is named as the source of this toll\",\"mend\":\"say who counted\","
		"\"fingerprint\":\"00112233445566ff\",\"suppressed\":false},"
		"{\"rule\":\"WA103\",\"name\":\"force-unattributed\",\"level\":\"error\",\"item\":1,\"para\":1,\"span\":[0,9],"
		"\"words\":\"A "
		"missile\",\"src\":[0,9],\"line\":2,\"column\":1,\"end_line\":2,\"end_column\":10,\"message\":\"m\",\"mend\":null,"
		"\"fingerprint\":\"\",\"suppressed\":true,\"suppression\":\"seen by our reporter\"}]},\n"
		"{\"uri\":\"es.txt\",\"audited\":false,\"not_audited\":\"language is es, no pack for "
		"it\",\"lang\":null,\"findings\":[]},\n"
		"{\"uri\":\"gone.txt\",\"audited\":false,\"not_audited\":\"cannot be opened: No such file or "
		"directory\",\"findings\":[]},\n"
		"{\"uri\":\"calm.txt\",\"audited\":true,\"not_audited\":null,\"lang\":null,\"left_out\":null,\"findings\":[]}\n"
		"],\"summary\":{\"errors\":1,\"warnings\":0,\"notes\":0,\"suppressed\":1,\"in_baseline\":0,\"hidden\":2,"
		"\"documents\":4,"
		"\"documents_with_findings\":1,\"documents_not_audited\":2}}\n");
	wa_sink_abandon(sink);
}

static void jsonl_has_a_finding_a_line(void **state)
{
	struct wa_sink *sink = wa_sink_memory();
	(void)state;
	run("jsonl", (struct wa_lint_style){.level = WA_LEVEL_ERROR}, sink);
	expect_output(sink,
		"{\"type\":\"finding\",\"uri\":\"story.txt\",\"rule\":\"WA101\",\"name\":\"toll-unattributed\",\"level\":\"error\","
		"\"item\":1,"
		"\"para\":1,\"span\":[47,76],\"words\":\"injuring four railway workers\",\"src\":[47,76],\"line\":2,\"column\":48,"
		"\"end_line\":2,\"end_column\":77,\"message\":\"nobody is named as the source of this toll\",\"mend\":\"say who "
		"counted\","
		"\"fingerprint\":\"00112233445566ff\",\"suppressed\":false}\n"
		"{\"type\":\"not-audited\",\"uri\":\"es.txt\",\"reason\":\"language is es, no pack for it\"}\n"
		"{\"type\":\"not-audited\",\"uri\":\"gone.txt\",\"reason\":\"cannot be opened: No such file or directory\"}\n"
		"{\"type\":\"summary\",\"errors\":1,\"warnings\":0,\"notes\":0,\"suppressed\":1,\"in_baseline\":0,\"hidden\":2,"
		"\"documents\":4,"
		"\"documents_with_findings\":1,\"documents_not_audited\":2}\n");
	wa_sink_abandon(sink);
}

static void what_a_baseline_holds_is_counted_apart(void **state)
{
	static const struct wa_result old = {.document = {.uri = {"old.txt", 7}},
		.findings = {{.para = WA_NONE, .code = "WA401", .level = WA_LEVEL_ERROR, .suppressed = true, .known = true},
			{.para = WA_NONE,
				.code = "WA401",
				.name = "generic-agency",
				.level = WA_LEVEL_ERROR,
				.message = {"generic", 7},
				.fingerprint = "0123456789abcdef"}},
		.finding_count = 2};
	const struct wa_lint_style style = {.width = 80, .fingerprints = true};
	const struct wa_lint_format *format = wa_lint_format_find("text");
	struct wa_sink *sink = wa_sink_memory();
	struct wa_lint_tally tally = {0};
	(void)state;
	format->document(&style, &(struct wa_lint_document){.uri = "old.txt", .result = &old}, &tally, sink);
	format->close(&style, &tally, sink);
	expect_output(sink, "old.txt: error[WA401 generic-agency]: generic\n"
			    "    fingerprint: 0123456789abcdef\n"
			    "\n"
			    "1 error in 1 file (1 in the baseline)\n");
	wa_sink_abandon(sink);
}

static void statistics_count_rules_and_files(void **state)
{
	const struct wa_lint_format *format = wa_lint_format_find("statistics");
	const struct wa_lint_document documents[] = {{.uri = "story.txt", .result = &story}, {.uri = "again.txt", .result = &story},
		{.uri = "es.txt", .result = &spanish}};
	const struct wa_lint_style style = {.engine = (const struct wa_engine *)&story, .level = WA_LEVEL_NOTE, .width = 80};
	struct wa_sink *sink = wa_sink_memory();
	struct wa_lint_tally tally = {0};
	(void)state;
	for (size_t i = 0; i < 3; i++) {
		struct wa_lint_tally one = {0};
		format->document(&style, &documents[i], &one, sink);
		wa_lint_tally_add(&tally, &one);
	}
	format->close(&style, &tally, sink);
	expect_output(sink, "      2 in 2 files  WA101 toll-unattributed\n"
			    "      2 in 2 files  WA102 damage-unattributed\n"
			    "      2 in 2 files  WA401 generic-agency\n"
			    "2 errors, 2 warnings, 2 notes in 3 files (1 not audited, 2 suppressed)\n");
	wa_sink_abandon(sink);
}

static void rules_lead_to_their_page(void **state)
{
	const struct wa_lint_style style = {.engine = (const struct wa_engine *)&story};
	struct wa_sink *sink = wa_sink_memory();
	const char wanted[] = "\"help\":\"https://desk.example/rules#toll-unattributed\"";
	(void)state;
	run("jsonl", style, sink);
	assert_non_null(memmem(wa_sink_text(sink).ptr, wa_sink_text(sink).len, wanted, sizeof wanted - 1));
	wa_sink_abandon(sink);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_a_baseline_holds_is_counted_apart),
		cmocka_unit_test(text_shows_place_words_and_mend),
		cmocka_unit_test(text_without_findings_says_what_was_looked_at),
		cmocka_unit_test(colour_only_when_told),
		cmocka_unit_test(json_holds_everything),
		cmocka_unit_test(jsonl_has_a_finding_a_line),
		cmocka_unit_test(statistics_count_rules_and_files),
		cmocka_unit_test(rules_lead_to_their_page),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
