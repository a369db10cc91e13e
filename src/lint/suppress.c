/* Inline suppressions: "wireaudit: ignore RULE until DAY: reason", for the next paragraph or the whole file; the day may be left
 * out. */
#include <stdio.h>
#include <string.h>

#include "base/day.h"
#include "base/str.h"
#include "lint/parts.h"

static uint32_t rule_called(const struct packs *packs, struct wa_str name)
{
	for (uint32_t i = 0; i < packs->rule_count; i++) {
		if (str_eq_nocase(name, str_of(packs->rules[i].code)) || str_eq_nocase(name, str_of(packs->rules[i].name)))
			return i;
	}
	return WA_NONE;
}

/* The next of the rule names, which stand with commas or spaces between them; empty at the end. */
static struct wa_str next_name(struct wa_str *names)
{
	size_t start = 0, end;
	struct wa_str name;
	while (start < names->len && (names->ptr[start] == ',' || ascii_is_space(names->ptr[start])))
		start++;
	for (end = start; end < names->len && names->ptr[end] != ',' && !ascii_is_space(names->ptr[end]);)
		end++;
	name = str_cut(*names, start, end);
	*names = str_cut(*names, end, names->len);
	return name;
}

/* What a directive asks for. */
struct order {
	struct wa_str names; /* of rules */
	struct wa_str until; /* its last day; NULL for no end */
};

/* Takes the field before the reason apart; false when it names no rule, or no day behind "until". */
static bool read_order(struct wa_str field, struct order *order)
{
	struct wa_str rest = field;
	*order = (struct order){.names = field};
	for (struct wa_str name = next_name(&rest); name.len; name = next_name(&rest)) {
		if (!str_eq_nocase(name, STR("until")))
			continue;
		order->names = str_cut(field, 0, (size_t)(name.ptr - field.ptr));
		order->until = str_trim(rest);
		break;
	}
	rest = order->names;
	return next_name(&rest).len && (!order->until.ptr || (order->until.len == DAY_LENGTH && day_begins(order->until)));
}

/* First draft of the paragraph; drafts [0, count) are in order. */
static size_t first_of(const struct lint *lint, size_t count, uint32_t para_index)
{
	size_t low = 0, high = count;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (lint->drafts.items[middle].para_index < para_index)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* What a rule's suppressions did so far. Each rule is looked for once a paragraph and once a file, however often it is suppressed.
 */
struct coverage {
	uint32_t before; /* paragraph looked at last */
	bool seen, used; /* there */
	bool seen_in_file, used_in_file;
};

/* Marks drafts [from, count) that are of the rule, to the end of the paragraph or the file; false when that was nothing. */
static bool cover(struct lint *lint, size_t count, const struct directive *directive, struct wa_str until, uint32_t rule)
{
	bool used = false;
	size_t i = directive->whole_file ? 0 : first_of(lint, count, directive->before);
	for (; i < count; i++) {
		struct draft *draft = &lint->drafts.items[i];
		if (!directive->whole_file && draft->para_index != directive->before)
			break;
		if (draft->rule != rule)
			continue;
		used = true;
		if (draft->row.suppressed)
			continue;
		draft->row.suppressed = true;
		draft->row.suppression = arena_str(lint->arena, directive->reason);
		if (until.ptr)
			draft->row.until = arena_str(lint->arena, until);
	}
	return used;
}

static bool cover_once(struct lint *lint, size_t count, const struct directive *directive, struct wa_str until, uint32_t rule,
	struct coverage *coverage)
{
	if (directive->whole_file) {
		if (!coverage->seen_in_file)
			coverage->used_in_file = cover(lint, count, directive, until, rule);
		coverage->seen_in_file = true;
		return coverage->used_in_file;
	}
	if (!coverage->seen || coverage->before != directive->before)
		coverage->used = cover(lint, count, directive, until, rule);
	coverage->seen = true;
	coverage->before = directive->before;
	return coverage->used;
}

static void tell(struct lint *lint, enum lint_rule which, const struct directive *directive, struct wa_str name)
{
	uint32_t rule = lint->rule[which];
	uint32_t index = directive->before < lint->doc->paras.count ? directive->before : (uint32_t)lint->doc->paras.count - 1;
	struct fill fill = {0};
	char line[16];
	int len = snprintf(line, sizeof line, "%u", directive->line);
	if (rule == WA_NONE)
		return;
	fill.values[MESSAGE_LINE] = (struct wa_str){line, len > 0 ? (size_t)len : 0};
	fill.values[MESSAGE_RULE] = name;
	lint_add(lint, rule, lint_level(lint, rule), doc_para_number(lint->doc, index), (struct wa_span){0}, NULL, NULL, &fill);
}

static bool is_over(const struct lint *lint, struct wa_str until)
{
	const char *today = lint->rows->today;
	return until.ptr && today && strncmp(today, until.ptr, DAY_LENGTH) > 0;
}

static void obey(struct lint *lint, size_t count, const struct directive *directive, struct coverage *coverage)
{
	struct order order;
	if (!read_order(directive->rule, &order) || !str_trim(directive->reason).len) {
		tell(lint, LINT_SUPPRESSION_MALFORMED, directive, directive->rule);
		return;
	}
	for (struct wa_str name = next_name(&order.names); name.len; name = next_name(&order.names)) {
		uint32_t rule = rule_called(lint->packs, name);
		if (rule == WA_NONE)
			tell(lint, LINT_SUPPRESSION_UNKNOWN, directive, name);
		else if (is_over(lint, order.until))
			tell(lint, LINT_SUPPRESSION_EXPIRED, directive, name);
		else if (!cover_once(lint, count, directive, order.until, rule, &coverage[rule]))
			tell(lint, LINT_SUPPRESSION_UNUSED, directive, name);
	}
}

bool suppress(struct lint *lint)
{
	size_t count = lint->drafts.count; /* findings about suppressions are not suppressed */
	struct coverage *coverage;
	if (!lint->doc->directives.count)
		return true;
	coverage = calloc(lint->packs->rule_count ? lint->packs->rule_count : 1, sizeof *coverage);
	if (!coverage)
		return false;
	for (size_t i = 0; i < lint->doc->directives.count; i++)
		obey(lint, count, &lint->doc->directives.items[i], coverage);
	free(coverage);
	return !lint->drafts.failed;
}
