/* A set of files by device and inode number. */
#ifndef CLI_NODE_SET_H
#define CLI_NODE_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct node_set_entry {
	uint64_t device, node;
	bool used;
};

struct node_set {
	struct node_set_entry *entries; /* a table with open addressing, at most half full */
	size_t size, count;
};

/* False when it was there. When memory runs out everything is new. */
bool node_set_add(struct node_set *set, uint64_t device, uint64_t node);
void node_set_clear(struct node_set *set);
void node_set_release(struct node_set *set);

#endif
