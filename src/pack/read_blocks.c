/* Blocks of words: language and claim packs, the words around agencies' names. src/packs/README.md explains the keys. */
#include <math.h>

#include "base/error.h"
#include "base/suggest.h"
#include "pack/parts.h"

enum { KEY_ID, KEY_CLASS, KEY_WORDS, KEY_VERBS, KEY_VALUES, KEY_YES, KEY_NO, KEY_COUNT };

static const struct key block_keys[KEY_COUNT] = {
	[KEY_ID] = {"id", NODE_TEXT, true},
	[KEY_CLASS] = {"class", NODE_LIST, true},
	[KEY_WORDS] = {"words", NODE_LIST, false},
	[KEY_VERBS] = {"verbs", NODE_LIST, false},
	[KEY_VALUES] = {"values", NODE_MAP, false},
	[KEY_YES] = {"yes", NODE_LIST, false},
	[KEY_NO] = {"no", NODE_LIST, false},
};

#define VERB_FORMS 5u

static enum wa_status unknown_class(const struct file *file, const struct node *node)
{
	struct suggestion suggestion;
	char hint[96];
	suggest_start(&suggestion, node->text.ptr);
	for (int i = 0; i < CLASS_COUNT; i++)
		suggest_offer(&suggestion, lex_class_name((enum lex_class)i));
	return node_fail(
		file, node, "there is no class \"%s\"%s", node->text.ptr, suggest_text(&suggestion, "", hint, sizeof hint));
}

static enum wa_status read_classes(const struct file *file, const struct node *list, struct class_set *classes)
{
	if (!list->count)
		return node_fail(file, list, "class is an empty list; expected at least one class");
	for (const struct node *item = list->first; item; item = item->next) {
		enum wa_status status = node_expect(file, item, NODE_TEXT, "a class");
		int class = status == WA_OK ? lex_class_from_name(item->text.ptr) : -1;
		if (status != WA_OK)
			return status;
		if (class < 0)
			return unknown_class(file, item);
		class_set_add(classes, (enum lex_class) class);
	}
	return WA_OK;
}

/* Adds an item to the block, whose array has room. */
static enum wa_status add_item(
	struct pack_reader *r, struct draft_block *block, const struct node *node, struct wa_str text, struct draft_item item)
{
	const char *complaint = draft_cut(&r->draft->scratch, text, &item);
	if (complaint)
		return node_fail(&r->file, node, "\"%.*s\": %s", (int)text.len, text.ptr, complaint);
	if (!item.text)
		return error_nomem(r->file.error);
	block->items[block->item_count++] = item;
	return WA_OK;
}

static enum wa_status add_word(struct pack_reader *r, struct draft_block *block, const struct node *node)
{
	return add_item(r, block, node, node->text, (struct draft_item){.value = NAN, .base = block->item_count});
}

/* A verb as written: five forms, what follows each of them, a weight. */
struct verb {
	struct wa_str forms[VERB_FORMS];
	struct wa_str particle;
	uint8_t weight;
};

static bool read_weight(struct wa_str text, uint8_t *weight)
{
	unsigned value = 0;
	for (size_t i = 0; i < text.len && i < 4; i++) {
		if (!ascii_is_digit(text.ptr[i]))
			return false;
		value = value * 10 + (unsigned)(text.ptr[i] - '0');
	}
	*weight = (uint8_t)value;
	return value >= 1 && value <= 100;
}

static bool split_forms(struct wa_str text, struct verb *verb)
{
	size_t form = 0, start = 0;
	for (size_t i = 0; i <= text.len; i++) {
		if (i < text.len && text.ptr[i] != '/')
			continue;
		if (form == VERB_FORMS || i == start)
			return false;
		verb->forms[form++] = str_cut(text, start, i);
		start = i + 1;
	}
	return form == VERB_FORMS;
}

/* "point/points/pointed/pointed/pointing out 84" */
static bool split_verb(struct wa_str text, struct verb *verb)
{
	size_t first = str_find(text, STR(" ")), last = text.len;
	*verb = (struct verb){0};
	if (first == SIZE_MAX)
		return split_forms(text, verb);
	while (last > first && text.ptr[last - 1] != ' ')
		last--;
	if (ascii_is_digit(text.ptr[last < text.len ? last : text.len - 1])) {
		if (!read_weight(str_cut(text, last, text.len), &verb->weight))
			return false;
		last--;
	} else {
		last = text.len;
	}
	if (last > first)
		verb->particle = str_trim(str_cut(text, first, last));
	return split_forms(str_cut(text, 0, first), verb);
}

static enum wa_status add_verb(struct pack_reader *r, struct draft_block *block, const struct node *node)
{
	struct verb verb;
	uint32_t base = block->item_count;
	if (!split_verb(node->text, &verb))
		return node_fail(&r->file, node,
			"\"%s\" is no verb; expected five forms, what follows them, a weight from 1 to 100: "
			"point/points/pointed/pointed/pointing out 84",
			node->text.ptr);
	for (size_t i = 0; i < VERB_FORMS; i++) {
		struct draft_item item = {.value = NAN, .base = base, .form = (uint8_t)(FORM_BASE + i), .weight = verb.weight};
		const char *text = arena_printf(&r->draft->scratch, "%.*s %.*s", (int)verb.forms[i].len, verb.forms[i].ptr,
			(int)verb.particle.len, verb.particle.len ? verb.particle.ptr : "");
		enum wa_status status;
		if (!text)
			return error_nomem(r->file.error);
		status = add_item(r, block, node, str_of(text), item);
		if (status != WA_OK)
			return status;
	}
	return WA_OK;
}

typedef enum wa_status adder(struct pack_reader *r, struct draft_block *block, const struct node *node);

static enum wa_status add_once(
	struct pack_reader *r, struct draft_block *block, const struct node *node, adder *add, struct names *seen)
{
	uint32_t line = names_find(seen, node->text);
	if (line != WA_NONE)
		return node_fail(&r->file, node, "\"%s\" stands twice in the block; first in line %u", node->text.ptr, line);
	if (!names_add(seen, node->text, node->line))
		return error_nomem(r->file.error);
	return add(r, block, node);
}

/* Adds the entries of a list, none of which may stand twice. */
static enum wa_status add_list(
	struct pack_reader *r, struct draft_block *block, const struct node *list, const char *what, adder *add)
{
	struct names seen = {0};
	enum wa_status status = WA_OK;
	for (const struct node *item = list ? list->first : NULL; item && status == WA_OK; item = item->next) {
		status = node_expect(&r->file, item, NODE_TEXT, what);
		if (status == WA_OK)
			status = add_once(r, block, item, add, &seen);
	}
	names_release(&seen);
	return status;
}

/* Digits with at most one stop among them; strtod would heed the locale. */
static bool read_number(struct wa_str text, double *value)
{
	double scale = 0;
	*value = 0;
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '.' && scale == 0 && i + 1 < text.len && i > 0) {
			scale = 1;
		} else if (ascii_is_digit(text.ptr[i])) {
			*value = *value * 10 + (text.ptr[i] - '0');
			scale *= 10;
		} else {
			return false;
		}
	}
	if (scale > 0)
		*value /= scale;
	return text.len > 0 && text.len <= 15;
}

static enum wa_status add_values(struct pack_reader *r, struct draft_block *block, const struct node *map)
{
	for (const struct node *key = map ? map->first : NULL; key; key = key->next) {
		struct draft_item item = {.base = block->item_count};
		enum wa_status status = node_expect(&r->file, key->value, NODE_TEXT, "a value");
		if (status == WA_OK && !read_number(key->value->text, &item.value))
			status = node_fail(
				&r->file, key->value, "\"%s\" is no value; expected a number like 12 or 0.5", key->value->text.ptr);
		if (status == WA_OK)
			status = add_item(r, block, key, key->text, item);
		if (status != WA_OK)
			return status;
	}
	return WA_OK;
}

static enum wa_status add_examples(struct pack_reader *r, struct draft_block *block, const struct node *list, bool yes)
{
	for (const struct node *item = list ? list->first : NULL; item; item = item->next) {
		enum wa_status status = node_expect(&r->file, item, NODE_TEXT, "an example");
		if (status != WA_OK)
			return status;
		block->examples[block->example_count++] = (struct draft_example){item->text.ptr, item->line, yes};
	}
	return WA_OK;
}

static size_t count_of(const struct node *node)
{
	return node ? node->count : 0;
}

static enum wa_status make_room(struct pack_reader *r, struct draft_block *block, struct node **values)
{
	size_t items = count_of(values[KEY_WORDS]) + count_of(values[KEY_VERBS]) * VERB_FORMS + count_of(values[KEY_VALUES]);
	block->items = arena_calloc(&r->draft->scratch, items, sizeof *block->items);
	block->examples =
		arena_calloc(&r->draft->scratch, count_of(values[KEY_YES]) + count_of(values[KEY_NO]), sizeof *block->examples);
	return block->items && block->examples ? WA_OK : error_nomem(r->file.error);
}

static enum wa_status fill_block(struct pack_reader *r, struct draft_block *block, struct node **values)
{
	enum wa_status status = read_classes(&r->file, values[KEY_CLASS], &block->classes);
	if (status == WA_OK)
		status = make_room(r, block, values);
	if (status == WA_OK)
		status = add_list(r, block, values[KEY_WORDS], "a word", add_word);
	if (status == WA_OK)
		status = add_list(r, block, values[KEY_VERBS], "a verb", add_verb);
	if (status == WA_OK)
		status = add_values(r, block, values[KEY_VALUES]);
	if (status == WA_OK)
		status = add_examples(r, block, values[KEY_YES], true);
	if (status == WA_OK)
		status = add_examples(r, block, values[KEY_NO], false);
	return status;
}

/* The block of the id from an earlier file, to be replaced, or a new one; NULL and a status for none. */
static struct draft_block *block_for(struct pack_reader *r, const struct node *id, enum wa_status *status)
{
	struct draft *draft = r->draft;
	struct draft_block *block = NULL;
	uint32_t known = names_find(&draft->block_ids, id->text);
	if (known != WA_NONE) {
		block = &draft->blocks.items[known];
		if (block->origin < draft->layer)
			return block;
		*status = fail_twice(r, id->line, id->column, "block", id->text.ptr, block->origin, block->line);
		return NULL;
	}
	if (names_add(&draft->block_ids, id->text, (uint32_t)draft->blocks.count))
		block = vec_push(&draft->blocks);
	if (!block)
		*status = error_nomem(r->file.error);
	return block;
}

static enum wa_status read_block(struct pack_reader *r, const struct node *node)
{
	struct node *values[KEY_COUNT];
	struct draft_block block = {.language = r->language, .origin = r->origin, .line = node->line}, *place;
	enum wa_status status = node_keys(&r->file, node, "block", block_keys, KEY_COUNT, values);
	if (status == WA_OK)
		status = fill_block(r, &block, values);
	if (status != WA_OK)
		return status;
	block.id = values[KEY_ID]->text.ptr;
	place = block_for(r, values[KEY_ID], &status);
	if (place)
		*place = block;
	return status;
}

enum wa_status read_blocks(struct pack_reader *reader, const struct node *blocks)
{
	enum wa_status status = WA_OK;
	for (const struct node *node = blocks->first; node && status == WA_OK; node = node->next)
		status = read_block(reader, node);
	return status;
}
