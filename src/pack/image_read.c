#include <math.h>

#include "base/str.h"
#include "pack/image.h"

struct cursor {
	const unsigned char *at;
};

/* Seven bits a byte, the low ones first; the top bit says that more follow. */
static uint64_t number(struct cursor *c)
{
	uint64_t value = 0;
	for (unsigned shift = 0;; shift += 7) {
		unsigned char byte = *c->at++;
		value |= (uint64_t)(byte & 127) << shift;
		if (byte < 128)
			return value;
	}
}

static double real(struct cursor *c)
{
	uint64_t bits = number(c);
	double value;
	memcpy(&value, &bits, sizeof value);
	return value;
}

/* A length of 0 stands for NULL, else for one more than the bytes. */
static const char *text(struct cursor *c)
{
	uint64_t len = number(c);
	const char *at = (const char *)c->at;
	if (!len)
		return NULL;
	c->at += len;
	return at;
}

/* A list that ends with NULL; NULL when memory ran out. */
static const char *const *texts(struct cursor *c, struct arena *arena)
{
	uint64_t count = number(c);
	const char **list = arena_calloc(arena, count + 1, sizeof *list);
	for (uint64_t i = 0; list && i < count; i++)
		list[i] = text(c);
	return list;
}

static struct draft_item item(struct cursor *c, uint32_t index)
{
	struct draft_item item = {.value = NAN};
	uint64_t head = number(c);
	item.form = (uint8_t)(head & 7);
	item.words = (uint8_t)(head >> 4);
	item.base = item.form > FORM_BASE ? index - (item.form - FORM_BASE) : index;
	item.weight = item.form ? (uint8_t)number(c) : 0;
	if (head & 8)
		item.value = real(c);
	item.len = (uint16_t)(number(c) - 1);
	item.text = (const char *)c->at;
	c->at += item.len + 1u;
	return item;
}

static bool read_block(struct cursor *c, struct draft *draft)
{
	struct draft_block *block = vec_push(&draft->blocks);
	if (!block)
		return false;
	*block = (struct draft_block){0};
	block->id = text(c);
	block->language = text(c);
	for (size_t i = 0; i < LEX_CLASS_WORDS; i++)
		block->classes.bits[i] = number(c);
	block->item_count = (uint32_t)number(c);
	block->items = arena_alloc(&draft->scratch, block->item_count * sizeof *block->items);
	for (uint32_t i = 0; block->items && i < block->item_count; i++)
		block->items[i] = item(c, i);
	return block->items && names_add(&draft->block_ids, str_of(block->id), (uint32_t)draft->blocks.count - 1);
}

static bool read_agency(struct cursor *c, struct draft *draft)
{
	struct draft_agency *agency = vec_push(&draft->agencies);
	if (!agency)
		return false;
	*agency = (struct draft_agency){0};
	agency->row.id = text(c);
	agency->row.name = text(c);
	agency->row.aliases = text(c);
	agency->row.country = text(c);
	agency->row.languages = text(c);
	agency->row.type = text(c);
	agency->row.note = text(c);
	return names_add(&draft->agency_ids, str_of(agency->row.id), (uint32_t)draft->agencies.count - 1);
}

static bool read_negative(struct cursor *c, struct draft *draft)
{
	struct draft_negative *negative = vec_push(&draft->negatives);
	if (!negative)
		return false;
	*negative = (struct draft_negative){0};
	negative->agency = text(c);
	negative->phrase = item(c, 0);
	negative->where = (uint8_t)number(c);
	return true;
}

static bool read_rule(struct cursor *c, struct draft *draft)
{
	struct draft_rule *rule = vec_push(&draft->rules);
	if (!rule)
		return false;
	*rule = (struct draft_rule){0};
	rule->rule.code = text(c);
	rule->rule.name = text(c);
	rule->rule.family = text(c);
	rule->rule.level = (enum wa_level)number(c);
	rule->rule.summary = text(c);
	rule->rule.why = text(c);
	rule->rule.mend = text(c);
	rule->rule.source = text(c);
	rule->rule.good = texts(c, draft->keep);
	rule->rule.bad = texts(c, draft->keep);
	rule->text.noun = text(c);
	rule->text.message = text(c);
	rule->text.claims = (uint32_t)number(c);
	return rule->rule.good && rule->rule.bad;
}

static bool read_rows(struct cursor *c, struct draft *draft, bool (*read)(struct cursor *, struct draft *))
{
	for (uint64_t left = number(c); left; left--)
		if (!read(c, draft))
			return false;
	return true;
}

bool image_read(const unsigned char *bytes, struct draft *draft)
{
	struct cursor c = {bytes};
	draft->fingerprint = number(&c);
	if (!read_rows(&c, draft, read_block) || !read_rows(&c, draft, read_agency) || !read_rows(&c, draft, read_negative) ||
		!read_rows(&c, draft, read_rule))
		return false;
	for (size_t i = 0; i < WA_STATE_COUNT; i++) {
		draft->states[i].text.message = text(&c);
		draft->states[i].text.mend = text(&c);
	}
	return true;
}
