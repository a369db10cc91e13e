/* The rule catalogue and the texts of states. A rule that is known already takes over only what is given anew. */
#include "base/error.h"
#include "base/limits.h"
#include "base/suggest.h"
#include "pack/parts.h"

enum {
	KEY_CODE,
	KEY_NAME,
	KEY_FAMILY,
	KEY_LEVEL,
	KEY_CLAIMS,
	KEY_NOUN,
	KEY_MESSAGE,
	KEY_MEND,
	KEY_SUMMARY,
	KEY_WHY,
	KEY_SOURCE,
	KEY_BAD,
	KEY_GOOD,
	KEY_COUNT
};

static const struct key rule_keys[KEY_COUNT] = {
	[KEY_CODE] = {"code", NODE_TEXT, true},
	[KEY_NAME] = {"name", NODE_TEXT, false},
	[KEY_FAMILY] = {"family", NODE_TEXT, false},
	[KEY_LEVEL] = {"level", NODE_TEXT, false},
	[KEY_CLAIMS] = {"claims", NODE_LIST, false},
	[KEY_NOUN] = {"noun", NODE_TEXT, false},
	[KEY_MESSAGE] = {"message", NODE_TEXT, false},
	[KEY_MEND] = {"mend", NODE_TEXT, false},
	[KEY_SUMMARY] = {"summary", NODE_TEXT, false},
	[KEY_WHY] = {"why", NODE_TEXT, false},
	[KEY_SOURCE] = {"source", NODE_TEXT, false},
	[KEY_BAD] = {"bad", NODE_LIST, false},
	[KEY_GOOD] = {"good", NODE_LIST, false},
};
/* What a new rule cannot do without. */
static const int needed[] = {KEY_NAME, KEY_FAMILY, KEY_LEVEL, KEY_MEND, KEY_SUMMARY, KEY_WHY, KEY_SOURCE, KEY_BAD, KEY_GOOD};

static const char *const families[] = {
	"claims", "quotations", "sources", "agencies", "polls", "headlines", "wording", "tolls", "suppressions"};
static const char *const placeholders[] = {
#define X(id, name) name,
	RULE_PLACEHOLDERS(X)
#undef X
};

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* `node` is one of the words. */
static enum wa_status check_word(
	const struct file *file, const struct node *node, const char *what, const char *const *words, size_t count)
{
	struct suggestion suggestion;
	char hint[96];
	suggest_start(&suggestion, node->text.ptr);
	for (size_t i = 0; i < count; i++) {
		if (strcmp(words[i], node->text.ptr) == 0)
			return WA_OK;
		suggest_offer(&suggestion, words[i]);
	}
	return node_fail(
		file, node, "there is no %s \"%s\"%s", what, node->text.ptr, suggest_text(&suggestion, "", hint, sizeof hint));
}

enum wa_status read_level(const struct file *file, const struct node *node, enum wa_level *level)
{
	int found = wa_level_from_name(node->text.ptr);
	if (found < 0)
		return node_fail(file, node, "there is no level \"%s\"; expected off, note, warning or error", node->text.ptr);
	*level = (enum wa_level)found;
	return WA_OK;
}

static enum wa_status read_claims(const struct file *file, const struct node *list, uint32_t *claims)
{
	*claims = 0;
	for (const struct node *item = list->first; item; item = item->next) {
		enum wa_status status = node_expect(file, item, NODE_TEXT, "a claim type");
		int type = status == WA_OK ? wa_claim_type_from_name(item->text.ptr) : -1;
		const char *names[WA_CLAIM_TYPE_COUNT];
		if (status != WA_OK)
			return status;
		for (int i = 0; i < WA_CLAIM_TYPE_COUNT; i++)
			names[i] = wa_claim_type_name((enum wa_claim_type)i);
		if (type < 0)
			return check_word(file, item, "claim type", names, COUNT(names));
		*claims |= 1u << type;
	}
	return WA_OK;
}

/* Every {placeholder} of a template is one that means something, every bracket is closed. */
static enum wa_status check_template(const struct file *file, const struct node *node)
{
	struct wa_str text = node->text;
	int brackets = 0;
	for (size_t i = 0; i < text.len; i++) {
		struct node word = *node;
		size_t end;
		enum wa_status status;
		brackets += (text.ptr[i] == '[') - (text.ptr[i] == ']');
		if (brackets < 0 || brackets > 1)
			return node_fail(file, node, "[ and ] do not pair in \"%s\"", text.ptr);
		if (text.ptr[i] != '{')
			continue;
		end = str_find(str_cut(text, i, text.len), STR("}"));
		if (end == SIZE_MAX)
			return node_fail(file, node, "{ is not closed in \"%s\"", text.ptr);
		word.text = (struct wa_str){arena_strndup(file->arena, text.ptr + i + 1, end - 1), end - 1};
		status = word.text.ptr ? check_word(file, &word, "placeholder", placeholders, COUNT(placeholders))
				       : error_nomem(file->error);
		if (status != WA_OK)
			return status;
		i += end;
	}
	return brackets ? node_fail(file, node, "[ is not closed in \"%s\"", text.ptr) : WA_OK;
}

const char *keep_text(struct pack_reader *reader, const struct node *node)
{
	return arena_strndup(reader->draft->keep, node->text.ptr, node->text.len);
}

static void take_text(struct pack_reader *r, const struct node *node, const char **text)
{
	if (node)
		*text = keep_text(r, node);
}

/* At least one; *examples ends with NULL. */
static enum wa_status read_examples(struct pack_reader *r, const struct node *list, const char *const **examples)
{
	const char **texts;
	size_t count = 0;
	if (!list)
		return WA_OK;
	if (!list->count)
		return node_fail(&r->file, list, "the list of examples is empty");
	texts = arena_calloc(r->draft->keep, list->count + 1, sizeof *texts);
	if (!texts)
		return error_nomem(r->file.error);
	for (const struct node *item = list->first; item; item = item->next) {
		enum wa_status status = node_expect(&r->file, item, NODE_TEXT, "an example");
		if (status != WA_OK)
			return status;
		texts[count] = keep_text(r, item);
		if (!texts[count++])
			return error_nomem(r->file.error);
	}
	*examples = texts;
	return WA_OK;
}

static enum wa_status fill_rule(struct pack_reader *r, struct node **v, struct draft_rule *rule)
{
	enum wa_status status = WA_OK;
	take_text(r, v[KEY_CODE], &rule->rule.code);
	take_text(r, v[KEY_NAME], &rule->rule.name);
	take_text(r, v[KEY_FAMILY], &rule->rule.family);
	take_text(r, v[KEY_NOUN], &rule->text.noun);
	take_text(r, v[KEY_MESSAGE], &rule->text.message);
	take_text(r, v[KEY_MEND], &rule->rule.mend);
	take_text(r, v[KEY_SUMMARY], &rule->rule.summary);
	take_text(r, v[KEY_WHY], &rule->rule.why);
	take_text(r, v[KEY_SOURCE], &rule->rule.source);
	if (arena_failed(r->draft->keep))
		return error_nomem(r->file.error);
	status = read_examples(r, v[KEY_BAD], &rule->rule.bad);
	if (status == WA_OK)
		status = read_examples(r, v[KEY_GOOD], &rule->rule.good);
	if (status == WA_OK && v[KEY_FAMILY])
		status = check_word(&r->file, v[KEY_FAMILY], "family", families, COUNT(families));
	if (status == WA_OK && v[KEY_LEVEL])
		status = read_level(&r->file, v[KEY_LEVEL], &rule->rule.level);
	if (status == WA_OK && v[KEY_CLAIMS])
		status = read_claims(&r->file, v[KEY_CLAIMS], &rule->text.claims);
	if (status == WA_OK && v[KEY_MESSAGE])
		status = check_template(&r->file, v[KEY_MESSAGE]);
	if (status == WA_OK && v[KEY_MEND])
		status = check_template(&r->file, v[KEY_MEND]);
	return status;
}

static enum wa_status check_new(const struct file *file, const struct node *map, struct node **v, const struct draft_rule *rule)
{
	for (size_t i = 0; i < COUNT(needed); i++)
		if (!v[needed[i]])
			return node_fail(
				file, map, "the new rule %s lacks the key \"%s\"", rule->rule.code, rule_keys[needed[i]].name);
	if (rule->text.claims && !rule->text.noun)
		return node_fail(file, map, "the rule %s is about claims, so it needs the key \"noun\"", rule->rule.code);
	if (!rule->text.claims && !rule->text.message)
		return node_fail(file, map, "the rule %s is about no claims, so it needs the key \"message\"", rule->rule.code);
	return WA_OK;
}

/* No other rule has the code, the name or a claim type of this one. */
static enum wa_status check_apart(struct pack_reader *r, const struct node *map, const struct draft_rule *rule, size_t self)
{
	const struct draft *draft = r->draft;
	for (size_t i = 0; i < draft->rules.count; i++) {
		const struct draft_rule *other = &draft->rules.items[i];
		if (i == self)
			continue;
		if (str_eq(str_of(other->rule.name), str_of(rule->rule.name)))
			return node_fail(&r->file, map, "the rule %s is named \"%s\" already", other->rule.code, other->rule.name);
		for (int type = 0; type < WA_CLAIM_TYPE_COUNT; type++)
			if (other->text.claims & rule->text.claims & 1u << type)
				return node_fail(&r->file, map, "%s claims belong to the rule %s already",
					wa_claim_type_name((enum wa_claim_type)type), other->rule.code);
	}
	return WA_OK;
}

static size_t rule_index(const struct draft *draft, const char *code)
{
	size_t i = 0;
	while (i < draft->rules.count && strcmp(draft->rules.items[i].rule.code, code) != 0)
		i++;
	return i;
}

static enum wa_status read_rule(struct pack_reader *r, const struct node *map)
{
	struct node *values[KEY_COUNT];
	struct draft_rule rule = {0}, *place;
	enum wa_status status = node_keys(&r->file, map, "rule", rule_keys, KEY_COUNT, values);
	bool known;
	size_t at;
	if (status != WA_OK)
		return status;
	at = rule_index(r->draft, values[KEY_CODE]->text.ptr);
	known = at < r->draft->rules.count;
	if (known)
		rule = r->draft->rules.items[at];
	if (known && rule.origin >= r->draft->layer)
		return fail_twice(r, map->line, map->column, "rule", rule.rule.code, rule.origin, rule.line);
	rule.origin = r->origin;
	rule.line = map->line;
	status = fill_rule(r, values, &rule);
	if (status == WA_OK && !known)
		status = check_new(&r->file, map, values, &rule);
	if (status == WA_OK)
		status = check_apart(r, map, &rule, at);
	if (status != WA_OK)
		return status;
	if (at == LIMIT_RULES)
		return node_fail(&r->file, map, "more than %u rules", LIMIT_RULES);
	place = known ? &r->draft->rules.items[at] : vec_push(&r->draft->rules);
	if (!place)
		return error_nomem(r->file.error);
	*place = rule;
	return WA_OK;
}

enum wa_status read_rules(struct pack_reader *reader, const struct node *rules)
{
	enum wa_status status = WA_OK;
	for (const struct node *map = rules->first; map && status == WA_OK; map = map->next)
		status = read_rule(reader, map);
	return status;
}

static enum wa_status check_state(struct pack_reader *r, struct node **v)
{
	const char *names[WA_STATE_COUNT];
	enum wa_status status;
	for (int i = 0; i < WA_STATE_COUNT; i++)
		names[i] = wa_state_name((enum wa_state)i);
	status = check_word(&r->file, v[0], "state", names, COUNT(names));
	if (status == WA_OK)
		status = check_template(&r->file, v[1]);
	return status == WA_OK ? check_template(&r->file, v[2]) : status;
}

static enum wa_status read_state(struct pack_reader *r, const struct node *map)
{
	static const struct key keys[] = {{"state", NODE_TEXT, true}, {"message", NODE_TEXT, true}, {"mend", NODE_TEXT, true}};
	struct node *v[COUNT(keys)];
	struct draft_state *state;
	enum wa_status status = node_keys(&r->file, map, "state", keys, COUNT(keys), v);
	if (status == WA_OK)
		status = check_state(r, v);
	if (status != WA_OK)
		return status;
	state = &r->draft->states[wa_state_from_name(v[0]->text.ptr)];
	if (state->text.message && state->origin >= r->draft->layer)
		return fail_twice(r, map->line, map->column, "state", v[0]->text.ptr, state->origin, state->line);
	*state = (struct draft_state){{keep_text(r, v[1]), keep_text(r, v[2])}, r->origin, map->line};
	return arena_failed(r->draft->keep) ? error_nomem(r->file.error) : WA_OK;
}

enum wa_status read_states(struct pack_reader *reader, const struct node *states)
{
	enum wa_status status = WA_OK;
	for (const struct node *map = states->first; map && status == WA_OK; map = map->next)
		status = read_state(reader, map);
	return status;
}
