#include "read/html_words.h"

#include <stdlib.h>

#include "base/str.h"
#include "base/utf8.h"

bool word_set_init(struct word_set *set, size_t size)
{
	size_t bits = 1024;
	while (bits < size * 4 && bits < (size_t)1 << 30)
		bits *= 2;
	*set = (struct word_set){.bits = calloc(bits / 64, sizeof *set->bits), .mask = bits - 1};
	return set->bits != NULL;
}

void word_set_release(struct word_set *set)
{
	free(set->bits);
	*set = (struct word_set){0};
}

void word_reader_start(struct word_reader *reader, struct word_set *set, bool adding)
{
	*reader = (struct word_reader){.set = set, .adding = adding};
}

static uint32_t mix(uint32_t a, uint32_t b)
{
	uint32_t h = (a ^ (b << 16 | b >> 16)) * 0x9E3779B1u;
	return h ^ h >> 15;
}

static bool is_set(const struct word_set *set, uint32_t hash)
{
	return set->bits[(hash & set->mask) / 64] >> (hash % 64) & 1;
}

static void add(struct word_set *set, uint32_t hash)
{
	set->bits[(hash & set->mask) / 64] |= (uint64_t)1 << (hash % 64);
}

/* A word is known with the two before it, as far as there are any: runs of one, two and three words are all in the set. */
static void end_word(struct word_reader *r)
{
	uint32_t run[3];
	unsigned last = r->words < 2 ? r->words : 2;
	run[0] = r->hash;
	run[1] = mix(run[0], r->before[0]) + 1;
	run[2] = mix(run[1], r->before[1]) + 2;
	if (r->adding)
		for (unsigned i = 0; i <= last; i++)
			add(r->set, run[i]);
	else
		r->found += is_set(r->set, run[last]);
	r->before[1] = r->before[0];
	r->before[0] = r->hash;
	r->words++;
	r->depth = 0;
}

static bool is_ideograph(uint32_t point)
{
	return (point >= 0x2E80 && point < 0xD7B0 && !(point >= 0x3000 && point < 0x3040)) || (point >= 0x20000 && point < 0x32000);
}

static bool is_word_char(uint32_t point)
{
	return point < 0x80 ? ascii_is_alpha((char)point) || ascii_is_digit((char)point) : utf8_is_letter(point);
}

void word_reader_put(struct word_reader *r, uint32_t point)
{
	bool alone = is_ideograph(point);
	if (r->depth && (alone || !is_word_char(point)))
		end_word(r);
	if (!alone && !is_word_char(point))
		return;
	if (!r->depth++)
		r->hash = 2166136261u;
	r->hash = (r->hash ^ (point < 0x80 ? (uint32_t)(unsigned char)ascii_lower((char)point) : point)) * 16777619u;
	if (alone)
		end_word(r);
}

unsigned word_reader_finish(struct word_reader *r)
{
	if (r->depth)
		end_word(r);
	if (r->adding)
		r->set->words += r->words;
	return r->words ? (unsigned)((uint64_t)r->found * 100 / r->words) : 0;
}
