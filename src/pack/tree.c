#include "pack/tree.h"

#include <stdarg.h>

#include <yaml.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/suggest.h"

static const char *const kind_names[] = {
	[NODE_TEXT] = "text", [NODE_LIST] = "a list, [like, this]", [NODE_MAP] = "keys with values"};

/* A tree being built. `open` is the map or list that takes what comes next. */
struct level {
	struct node *node, *last; /* last: its newest item or key */
};

struct builder {
	const struct file *file;
	struct node *root;
	struct level open[LIMIT_PACK_DEPTH];
	size_t depth;
	enum wa_status status;
};

enum wa_status node_fail(const struct file *file, const struct node *node, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	file_vfail(file, node->line, node->column, format, args);
	va_end(args);
	return WA_ERR_CONFIG;
}

static void refuse(struct builder *b, yaml_mark_t mark, const char *why)
{
	b->status = file_fail(b->file, (unsigned)mark.line + 1, (unsigned)mark.column + 1, "%s", why);
}

static struct node *make(struct builder *b, enum node_kind kind, yaml_mark_t mark)
{
	struct node *node = arena_calloc(b->file->arena, 1, sizeof *node);
	if (!node) {
		b->status = error_nomem(b->file->error);
		return NULL;
	}
	node->kind = kind;
	node->line = (unsigned)mark.line + 1;
	node->column = (unsigned)mark.column + 1;
	return node;
}

static void append(struct level *level, struct node *node)
{
	if (level->last)
		level->last->next = node;
	else
		level->node->first = node;
	level->last = node;
	level->node->count++;
}

static void add_key(struct builder *b, struct level *level, struct node *node)
{
	if (node->kind != NODE_TEXT) {
		b->status = node_fail(b->file, node, "expected a key, found %s", kind_names[node->kind]);
		return;
	}
	if (level->node->count == LIMIT_PACK_KEYS) {
		b->status = node_fail(b->file, node, "more than %u keys in one place", LIMIT_PACK_KEYS);
		return;
	}
	for (const struct node *key = level->node->first; key; key = key->next)
		if (str_eq(key->text, node->text)) {
			b->status = node_fail(
				b->file, node, "the key \"%s\" stands twice; first in line %u", node->text.ptr, key->line);
			return;
		}
	append(level, node);
}

/* Gives the open map or list its next node. */
static void place(struct builder *b, struct node *node)
{
	struct level *level = b->depth ? &b->open[b->depth - 1] : NULL;
	if (!level)
		b->root = node;
	else if (level->node->kind == NODE_LIST)
		append(level, node);
	else if (level->last && !level->last->value)
		level->last->value = node;
	else
		add_key(b, level, node);
}

static void open_node(struct builder *b, enum node_kind kind, yaml_mark_t mark)
{
	struct node *node = make(b, kind, mark);
	if (!node)
		return;
	if (b->depth == LIMIT_PACK_DEPTH) {
		refuse(b, mark, "lists and keys are nested too deeply");
		return;
	}
	place(b, node);
	b->open[b->depth++] = (struct level){node, NULL};
}

static void add_text(struct builder *b, const yaml_event_t *event)
{
	struct node *node = make(b, NODE_TEXT, event->start_mark);
	const char *text;
	if (!node)
		return;
	if (memchr(event->data.scalar.value, '\0', event->data.scalar.length)) {
		refuse(b, event->start_mark, "a text holds the character NUL");
		return;
	}
	text = arena_strndup(b->file->arena, (const char *)event->data.scalar.value, event->data.scalar.length);
	if (!text) {
		b->status = error_nomem(b->file->error);
		return;
	}
	node->text = (struct wa_str){text, event->data.scalar.length};
	place(b, node);
}

static void check_plain(struct builder *b, const yaml_event_t *event, const yaml_char_t *anchor, const yaml_char_t *tag)
{
	if (anchor)
		refuse(b, event->start_mark, "anchors (&name) are not allowed here");
	else if (tag)
		refuse(b, event->start_mark, "tags (!name) are not allowed here");
}

static void take(struct builder *b, const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_DOCUMENT_START_EVENT:
		if (b->root)
			refuse(b, event->start_mark, "a second document begins here (---); expected one a file");
		break;
	case YAML_ALIAS_EVENT:
		refuse(b, event->start_mark, "aliases (*name) are not allowed here; quote a text that begins with *");
		break;
	case YAML_SCALAR_EVENT:
		check_plain(b, event, event->data.scalar.anchor, event->data.scalar.tag);
		if (b->status == WA_OK)
			add_text(b, event);
		break;
	case YAML_SEQUENCE_START_EVENT:
		check_plain(b, event, event->data.sequence_start.anchor, event->data.sequence_start.tag);
		if (b->status == WA_OK)
			open_node(b, NODE_LIST, event->start_mark);
		break;
	case YAML_MAPPING_START_EVENT:
		check_plain(b, event, event->data.mapping_start.anchor, event->data.mapping_start.tag);
		if (b->status == WA_OK)
			open_node(b, NODE_MAP, event->start_mark);
		break;
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		b->depth -= b->depth > 0;
		break;
	case YAML_NO_EVENT:
	case YAML_STREAM_START_EVENT:
	case YAML_STREAM_END_EVENT:
	case YAML_DOCUMENT_END_EVENT:
		break;
	}
}

static void parser_failed(struct builder *b, const yaml_parser_t *parser)
{
	if (parser->error == YAML_MEMORY_ERROR) {
		b->status = error_nomem(b->file->error);
		return;
	}
	b->status = file_fail(b->file, (unsigned)parser->problem_mark.line + 1, (unsigned)parser->problem_mark.column + 1,
		"this is no YAML: %s%s%s", parser->context ? parser->context : "", parser->context ? ", " : "",
		parser->problem ? parser->problem : "broken");
}

static void build(struct builder *b, yaml_parser_t *parser)
{
	bool more = true;
	while (more && b->status == WA_OK) {
		yaml_event_t event;
		if (!yaml_parser_parse(parser, &event)) {
			parser_failed(b, parser);
			return;
		}
		take(b, &event);
		more = event.type != YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	}
}

enum wa_status tree_read(const struct file *file, struct node **root)
{
	struct builder b = {.file = file};
	yaml_parser_t parser;
	*root = NULL;
	if (!yaml_parser_initialize(&parser))
		return error_nomem(file->error);
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&parser, (const unsigned char *)file->text, file->size);
	build(&b, &parser);
	yaml_parser_delete(&parser);
	if (b.status == WA_OK && !b.root)
		(void)(b.root = make(&b, NODE_MAP, (yaml_mark_t){0}));
	if (b.status == WA_OK)
		*root = b.root;
	return b.status;
}

enum wa_status node_expect(const struct file *file, const struct node *node, enum node_kind kind, const char *what)
{
	if (node->kind == kind)
		return WA_OK;
	if (node->kind == NODE_TEXT && !node->text.len)
		return node_fail(file, node, "%s is empty; expected %s", what, kind_names[kind]);
	return node_fail(file, node, "%s is %s; expected %s", what, kind_names[node->kind], kind_names[kind]);
}

static enum wa_status unknown_key(
	const struct file *file, const struct node *key, const char *what, const struct key *keys, size_t count)
{
	struct suggestion suggestion;
	char hint[96], list[256];
	size_t used = 0;
	suggest_start(&suggestion, key->text.ptr);
	list[0] = '\0';
	for (size_t i = 0; i < count; i++) {
		suggest_offer(&suggestion, keys[i].name);
		if (used < sizeof list)
			used += (size_t)snprintf(list + used, sizeof list - used, "%s%s", i ? ", " : "", keys[i].name);
	}
	if (suggestion.best)
		return node_fail(file, key, "a %s has no key \"%s\"%s", what, key->text.ptr,
			suggest_text(&suggestion, "", hint, sizeof hint));
	return node_fail(file, key, "a %s has no key \"%s\"; its keys are %s", what, key->text.ptr, list);
}

enum wa_status node_keys(const struct file *file, const struct node *map, const char *what, const struct key *keys, size_t count,
	struct node **values)
{
	enum wa_status status = node_expect(file, map, NODE_MAP, what);
	for (size_t i = 0; i < count; i++)
		values[i] = NULL;
	for (const struct node *key = map->first; key && status == WA_OK; key = key->next) {
		size_t i = 0;
		while (i < count && strcmp(keys[i].name, key->text.ptr) != 0)
			i++;
		if (i == count)
			return unknown_key(file, key, what, keys, count);
		values[i] = key->value;
		status = node_expect(file, key->value, keys[i].kind, keys[i].name);
	}
	for (size_t i = 0; i < count && status == WA_OK; i++)
		if (keys[i].required && !values[i])
			return node_fail(file, map, "this %s lacks the key \"%s\"", what, keys[i].name);
	return status;
}
