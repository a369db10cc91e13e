/*
 * How rows of the database lie in C structs: one table a struct names each column, its type and its offset. The same
 * table writes the struct and reads it back, so that a column is spelt once.
 */
#ifndef STORE_FIELD_H
#define STORE_FIELD_H

#include <stdint.h>

#include "wireaudit/store.h"

enum field_type {
	FIELD_STR,   /* struct wa_str; a NULL ptr is NULL */
	FIELD_TEXT,  /* const char *; NULL is NULL */
	FIELD_CHARS, /* char[], terminated; its size is `size` */
	FIELD_U32,
	FIELD_INDEX, /* uint32_t; WA_NONE is NULL */
	FIELD_COUNT, /* uint64_t */
	FIELD_ID,    /* int64_t */
	FIELD_BOOL,
	FIELD_REAL, /* double; NAN is NULL */
	FIELD_ENUM, /* stored by name */
};

/* Names of an enumeration. */
struct field_names {
	const char *what; /* for messages: "role" */
	const char *(*name)(int value);
	int (*from_name)(const char *name); /* -1 when unknown */
};

struct field {
	const char *column;
	enum field_type type;
	size_t offset, size;
	const struct field_names *names; /* FIELD_ENUM */
};

struct fields {
	const struct field *items;
	size_t count;
};

/* A field whose type is `kind` (U32, STR ...). */
#define FIELD(S, kind, column, member)                                                                  \
	{                                                                                               \
		column, FIELD_##kind, offsetof(struct S, member), sizeof(((struct S *)0)->member), NULL \
	}
/* One that holds an enumeration with names_`E`. */
#define FIELD_NAMED(S, E, column, member)                                                                   \
	{                                                                                                   \
		column, FIELD_ENUM, offsetof(struct S, member), sizeof(((struct S *)0)->member), &names_##E \
	}
#define FIELDS(table)                                  \
	{                                              \
		table, sizeof(table) / sizeof *(table) \
	}

#endif
