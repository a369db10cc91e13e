/* The names of the documents of one file, as hashes: eight bytes a document. */
#ifndef READ_ID_SET_H
#define READ_ID_SET_H

#include "wireaudit/types.h"

#include <stdbool.h>

struct id_set {
	uint64_t *hashes; /* 0: free */
	size_t count, capacity;
};

/* Adds a name; *is_new tells whether it was not there. False when memory ran out. */
bool id_set_add(struct id_set *set, struct wa_str id, bool *is_new);
void id_set_release(struct id_set *set);

#endif
