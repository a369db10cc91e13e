#include "train/table.h"

#include <stdlib.h>

void table_release(struct tag_table *table)
{
	free(table->keys);
	free(table->slots);
	*table = (struct tag_table){0};
}

static uint32_t place_of(const struct tag_table *table, uint32_t key)
{
	uint32_t at = (key * 0x9E3779B1u) & table->mask;
	while (table->slots[at] && table->keys[table->slots[at] - 1] != key)
		at = (at + 1) & table->mask;
	return at;
}

uint32_t table_find(const struct tag_table *table, uint32_t key)
{
	uint32_t slot = table->count ? table->slots[place_of(table, key)] : 0;
	return slot ? slot - 1 : TABLE_NONE;
}

static bool grow(struct tag_table *table)
{
	uint32_t capacity = table->capacity ? table->capacity * 2 : 4096;
	uint32_t *keys = realloc(table->keys, capacity * sizeof *keys), *slots;
	if (!keys)
		return false;
	table->keys = keys;
	slots = calloc((size_t)capacity * 2, sizeof *slots);
	if (!slots)
		return false;
	free(table->slots);
	table->slots = slots;
	table->capacity = capacity;
	table->mask = capacity * 2 - 1;
	for (uint32_t i = 0; i < table->count; i++)
		table->slots[place_of(table, table->keys[i])] = i + 1;
	return true;
}

uint32_t table_add(struct tag_table *table, uint32_t key)
{
	uint32_t at;
	if (table->count == table->capacity && !grow(table))
		return TABLE_NONE;
	at = place_of(table, key);
	if (!table->slots[at]) {
		table->keys[table->count] = key;
		table->slots[at] = ++table->count;
	}
	return table->slots[at] - 1;
}
