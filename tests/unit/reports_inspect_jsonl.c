#include "reports_result.h"

static const struct wa_content content[] = {{1, {0, 20}}, {2, {0, 4}}};
static const uint32_t answers[] = {0, 1};

static const struct wa_result full = {
	.document = {.uri = {"a.html", 6}, .format = "html", .lang = {"en", 2}, .title = {"Two dead", 8}, .items = 1},
	.paragraphs = {{0, 1, WA_PARA_HEADLINE, {"Two dead", 8}, 4, 12},
		{1, 1, WA_PARA_BODY, {"\xE2\x80\x9CNo,\xE2\x80\x9D he said.", 18}, 20, 40}},
	.paragraph_count = 2,
	.mentions = {{1, 1, {2, 9}, "reuters", WA_ROLE_REPORTER}},
	.mention_count = 1,
	.attributions = {{.para = 1,
				 .item = 1,
				 .cue = {12, 16},
				 .source_para = 1,
				 .source = {9, 11},
				 .content = content,
				 .content_count = 2,
				 .kind = WA_SOURCE_PRONOUN,
				 .resolved = {"the army", 8},
				 .why = "subject-verb",
				 .name = {"the army", 8},
				 .resolved_confidence = 75,
				 .confidence = 98,
				 .weight = 94,
				 .found = WA_FOUND_BOTH,
				 .cue_classes = 5},
		{.para = 1,
			.item = 1,
			.cue = {3, 3},
			.source_para = WA_NONE,
			.kind = WA_SOURCE_VAGUE,
			.mode = WA_MODE_BELIEF,
			.why = "passive"}},
	.attribution_count = 2,
	.claims = {{.para = 0,
			   .item = 1,
			   .span = {0, 8},
			   .type = WA_CLAIM_DEATHS,
			   .low = 2,
			   .high = NAN,
			   .unit = "count",
			   .what = {4, 8},
			   .state = WA_STATE_CLAUSE,
			   .verdict = WA_VERDICT_OK,
			   .attributions = answers,
			   .attribution_count = 2,
			   .nearest = WA_NONE},
		{.para = 1,
			.item = 1,
			.span = {0, 3},
			.type = WA_CLAIM_MONEY,
			.low = NAN,
			.high = 1.5,
			.state = WA_STATE_EXEMPT,
			.verdict = WA_VERDICT_EXEMPT,
			.reason = WA_REASON_SELF,
			.nearest = WA_NONE}},
	.claim_count = 2,
	.findings = {{.para = 1,
			     .item = 1,
			     .span = {0, 3},
			     .code = "WA101",
			     .name = "toll-unattributed",
			     .level = WA_LEVEL_ERROR,
			     .message = {"m", 1},
			     .mend = {"n", 1},
			     .fingerprint = "00112233445566ff"},
		{.para = WA_NONE,
			.item = 1,
			.code = "WA401",
			.name = "generic-agency",
			.level = WA_LEVEL_NOTE,
			.message = {"m", 1},
			.suppressed = true,
			.suppression = {"house style", 11}}},
	.finding_count = 2,
};

static void rows_are_as_documented(void **state)
{
	struct wa_sink *sink = wa_sink_memory();
	(void)state;
	wa_inspect_jsonl(&full, sink);
	expect_output(sink,
		"{\"type\":\"document\",\"uri\":\"a.html\",\"format\":\"html\",\"lang\":\"en\",\"title\":\"Two "
		"dead\",\"byline\":null,"
		"\"dateline\":null,\"provider\":null,\"published\":null,\"modified\":null,\"section\":null,\"items\":1,\"skip\":"
		"null,"
		"\"skip_detail\":null,\"damaged\":false,\"credit\":null,\"copyright\":null,\"source\":null,\"ednote\":null,"
		"\"urgency\":null,"
		"\"embargo\":null,\"version\":null,\"status\":null}\n"
		"{\"type\":\"paragraph\",\"para\":0,\"item\":1,\"kind\":\"headline\",\"text\":\"Two dead\",\"src\":[4,12]}\n"
		"{\"type\":\"paragraph\",\"para\":1,\"item\":1,\"kind\":\"body\",\"text\":\"\xE2\x80\x9CNo,\xE2\x80\x9D he "
		"said.\",\"src\":[20,40]}\n"
		"{\"type\":\"mention\",\"para\":1,\"item\":1,\"span\":[2,9],\"agency\":\"reuters\",\"role\":\"reporter\"}\n"
		"{\"type\":\"attribution\",\"para\":1,\"item\":1,\"source\":[9,11],\"cue\":[12,16],\"content\":[{\"para\":1,"
		"\"span\":[0,20]},"
		"{\"para\":2,\"span\":[0,4]}],\"kind\":\"pronoun\",\"mode\":\"speech\",\"agency\":null,\"resolved\":\"the "
		"army\",\"why\":\"subject-verb\",\"name\":\"the army\",\"resolved_confidence\":75}\n"
		"{\"type\":\"attribution\",\"para\":1,\"item\":1,\"source\":null,\"cue\":null,\"content\":[],\"kind\":\"vague\","
		"\"mode\":\"belief\","
		"\"agency\":null,\"resolved\":null,\"why\":\"passive\",\"name\":null,\"resolved_confidence\":null}\n"
		"{\"type\":\"claim\",\"para\":0,\"item\":1,\"span\":[0,8],\"claim\":\"deaths\",\"low\":2,\"high\":null,\"state\":"
		"\"clause\","
		"\"verdict\":\"ok\",\"reason\":null,\"attributions\":[0,1],\"nearest\":null,\"gap\":null,\"unit\":\"count\","
		"\"what\":[4,8],"
		"\"where\":null,\"when\":null}\n"
		"{\"type\":\"claim\",\"para\":1,\"item\":1,\"span\":[0,3],\"claim\":\"money\",\"low\":null,\"high\":1.5,\"state\":"
		"\"exempt\","
		"\"verdict\":\"exempt\",\"reason\":\"self\",\"attributions\":[],\"nearest\":null,\"gap\":null,\"unit\":null,"
		"\"what\":null,\"where\":null,"
		"\"when\":null}\n"
		"{\"type\":\"finding\",\"para\":1,\"item\":1,\"span\":[0,3],\"rule\":\"WA101\",\"name\":\"toll-unattributed\","
		"\"level\":\"error\","
		"\"message\":\"m\",\"mend\":\"n\",\"fingerprint\":\"00112233445566ff\"}\n"
		"{\"type\":\"finding\",\"para\":null,\"item\":1,\"span\":null,\"rule\":\"WA401\",\"name\":\"generic-agency\","
		"\"level\":\"note\","
		"\"message\":\"m\",\"mend\":null,\"fingerprint\":\"\",\"suppressed\":true,\"suppression\":\"house style\"}\n");
	wa_sink_abandon(sink);
}

static void a_source_elsewhere_names_its_paragraph(void **state)
{
	struct wa_result r = {.attributions = {{.para = 3, .item = 1, .cue = {0, 4}, .source_para = 2, .source = {5, 9}}},
		.attribution_count = 1};
	struct wa_sink *sink = wa_sink_memory();
	(void)state;
	wa_inspect_jsonl(&r, sink);
	struct wa_str got = wa_sink_text(sink);
	assert_non_null(memmem(got.ptr, got.len, "\"source\":[5,9],\"source_para\":2,\"cue\":[0,4]", 41));
	wa_sink_abandon(sink);
}

static void reasons_are_given_to_who_asks(void **state)
{
	static const char both[] = "\"explain\":{\"found\":\"both\",\"construction\":\"subject-verb\",\"classes\":[\"cue\","
				   "\"cue-speech\"],\"weight\":94,\"confidence\":98}}\n";
	static const char rule[] = "\"explain\":{\"found\":\"rule\",\"construction\":\"passive\",\"classes\":[],\"weight\":null,"
				   "\"confidence\":null}}\n";
	struct wa_sink *sink = wa_sink_memory();
	struct wa_str got;
	(void)state;
	wa_inspect_explained_jsonl(&full, sink);
	got = wa_sink_text(sink);
	assert_non_null(memmem(got.ptr, got.len, both, sizeof both - 1));
	assert_non_null(memmem(got.ptr, got.len, rule, sizeof rule - 1));
	wa_sink_abandon(sink);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_are_as_documented),
		cmocka_unit_test(a_source_elsewhere_names_its_paragraph),
		cmocka_unit_test(reasons_are_given_to_who_asks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
