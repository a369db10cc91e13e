/* Training only: features by their hashes, numbered in the order they were first met. */
#ifndef TRAIN_TABLE_H
#define TRAIN_TABLE_H

#include <stdbool.h>
#include <stdint.h>

#define TABLE_NONE UINT32_MAX

struct tag_table {
	uint32_t *keys;  /* of each number */
	uint32_t *slots; /* number + 1; 0 empty */
	uint32_t count, capacity, mask;
};

void table_release(struct tag_table *table);
uint32_t table_find(const struct tag_table *table, uint32_t key);
/* Its number, new or old; TABLE_NONE when memory ran out. */
uint32_t table_add(struct tag_table *table, uint32_t key);

#endif
