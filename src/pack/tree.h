/*
 * YAML as a tree of nodes that know where they stand. Strict: no anchors, aliases, tags or second document,
 * no key twice. Keys are asked for through a table, so that unknown ones are mistakes.
 */
#ifndef PACK_TREE_H
#define PACK_TREE_H

#include "base/str.h"
#include "pack/file.h"

enum node_kind { NODE_TEXT, NODE_LIST, NODE_MAP };

struct node {
	enum node_kind kind;
	unsigned line, column; /* 1-based; columns in code points */
	struct wa_str text;    /* of NODE_TEXT and of keys; NUL-terminated */
	struct node *first;    /* items of a list, keys of a map */
	struct node *next;     /* the item or key after this one */
	struct node *value;    /* of a key */
	size_t count;          /* items or keys */
};

/* Reads the whole file. An empty one yields an empty map. Errors: WA_ERR_CONFIG, WA_ERR_NOMEM. */
enum wa_status tree_read(const struct file *file, struct node **root);

enum wa_status node_fail(const struct file *file, const struct node *node, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* A key a map may have. */
struct key {
	const char *name;
	enum node_kind kind;
	bool required;
};

/*
 * Puts the values of a map's keys into `values`, in the order of `keys`, NULL for those not given. `what`
 * names the map in messages ("block"). Unknown and missing keys and values of the wrong kind are errors.
 */
enum wa_status node_keys(const struct file *file, const struct node *map, const char *what, const struct key *keys, size_t count,
	struct node **values);

/* `node` is of the kind; `what` names it in messages. */
enum wa_status node_expect(const struct file *file, const struct node *node, enum node_kind kind, const char *what);

#endif
