#include <math.h>

#include "pack/image.h"

/* The image goes out as the lines of one C string. */
struct writer {
	FILE *out;
	size_t size;
};

#define LINE_BYTES 24u

static void byte(struct writer *w, unsigned char value)
{
	if (w->size % LINE_BYTES == 0)
		(void)fprintf(w->out, "%s\t\"", w->size ? "\"\n" : "");
	(void)fprintf(w->out, "\\%03o", value);
	w->size++;
}

static void number(struct writer *w, uint64_t value)
{
	for (; value >= 128; value >>= 7)
		byte(w, (unsigned char)(value | 128));
	byte(w, (unsigned char)value);
}

static void real(struct writer *w, double value)
{
	uint64_t bits;
	memcpy(&bits, &value, sizeof bits);
	number(w, bits);
}

static void text(struct writer *w, const char *value)
{
	number(w, value ? strlen(value) + 1 : 0);
	for (const char *p = value; p; p++) {
		byte(w, (unsigned char)*p);
		if (!*p)
			break;
	}
}

/* A list that ends with NULL. */
static void texts(struct writer *w, const char *const *list)
{
	size_t count = 0;
	while (list[count])
		count++;
	number(w, count);
	for (size_t i = 0; i < count; i++)
		text(w, list[i]);
}

static void write_item(struct writer *w, const struct draft_item *item)
{
	bool valued = !isnan(item->value);
	number(w, item->form | (unsigned)valued << 3 | (unsigned)item->words << 4);
	if (item->form)
		number(w, item->weight);
	if (valued)
		real(w, item->value);
	text(w, item->text);
}

static void write_block(struct writer *w, const struct draft_block *block)
{
	text(w, block->id);
	text(w, block->language);
	for (size_t i = 0; i < LEX_CLASS_WORDS; i++)
		number(w, block->classes.bits[i]);
	number(w, block->item_count);
	for (uint32_t i = 0; i < block->item_count; i++)
		write_item(w, &block->items[i]);
}

static void write_agency(struct writer *w, const struct wa_agency *row)
{
	text(w, row->id);
	text(w, row->name);
	text(w, row->aliases);
	text(w, row->country);
	text(w, row->languages);
	text(w, row->type);
	text(w, row->note);
}

static void write_negative(struct writer *w, const struct draft_negative *negative)
{
	text(w, negative->agency);
	write_item(w, &negative->phrase);
	number(w, negative->where);
}

static void write_rule(struct writer *w, const struct draft_rule *rule)
{
	text(w, rule->rule.code);
	text(w, rule->rule.name);
	text(w, rule->rule.family);
	number(w, rule->rule.level);
	text(w, rule->rule.summary);
	text(w, rule->rule.why);
	text(w, rule->rule.mend);
	text(w, rule->rule.source);
	texts(w, rule->rule.good);
	texts(w, rule->rule.bad);
	text(w, rule->text.noun);
	text(w, rule->text.message);
	number(w, rule->text.claims);
}

static void write_rows(struct writer *w, const struct draft *draft)
{
	number(w, draft->blocks.count);
	for (size_t i = 0; i < draft->blocks.count; i++)
		write_block(w, &draft->blocks.items[i]);
	number(w, draft->agencies.count);
	for (size_t i = 0; i < draft->agencies.count; i++)
		write_agency(w, &draft->agencies.items[i].row);
	number(w, draft->negatives.count);
	for (size_t i = 0; i < draft->negatives.count; i++)
		write_negative(w, &draft->negatives.items[i]);
	number(w, draft->rules.count);
	for (size_t i = 0; i < draft->rules.count; i++)
		write_rule(w, &draft->rules.items[i]);
	for (size_t i = 0; i < WA_STATE_COUNT; i++) {
		text(w, draft->states[i].text.message);
		text(w, draft->states[i].text.mend);
	}
}

bool image_write(const struct draft *draft, FILE *out)
{
	struct writer w = {.out = out};
	(void)fputs("/* The built-in packs, generated from src/packs. */\n#include \"pack/image.h\"\n\n"
		    "const unsigned char image_builtin[] =\n",
		out);
	number(&w, draft->fingerprint);
	write_rows(&w, draft);
	(void)fprintf(out, "\";\n");
	return !ferror(out);
}
