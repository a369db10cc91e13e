/* Training only: words that have one part of speech nearly always. */
#include "tag/stage.h"
#include "train/pos_learn.h"

struct tag_count {
	uint32_t all, of[TAG_POS_COUNT];
};

struct tag_counts {
	struct tag_table words;
	VEC(struct tag_count) counts;
};

static bool count_word(struct tag_counts *counts, const struct tag_word *w, uint8_t pos)
{
	uint32_t key = tag_pos_key(w), n = key ? table_add(&counts->words, key) : TABLE_NONE;
	if (!key || pos >= TAG_POS_COUNT)
		return true;
	if (n == TABLE_NONE)
		return false;
	if (n == counts->counts.count) {
		struct tag_count *fresh = vec_push(&counts->counts);
		if (!fresh)
			return false;
		*fresh = (struct tag_count){0};
	}
	counts->counts.items[n].all++;
	counts->counts.items[n].of[pos]++;
	return true;
}

static bool count_bank(struct tag_counts *counts, const struct bank *bank)
{
	struct tag_view view = {0};
	bool ok = true;
	for (size_t q = 0; ok && q < bank->sentences.count; q++) {
		const struct bank_sentence *s = &bank->sentences.items[q];
		ok = tag_view_read(&view, &s->seg);
		for (size_t i = 0; ok && i < s->seg.tokens.count; i++)
			ok = count_word(counts, &view.text.words.items[i], s->pos[i]);
	}
	tag_view_release(&view);
	return ok;
}

/* Its tag plus one; 0 for a word met too seldom, or that has others more often than the bank has mistakes. */
static float sure_tag(const struct tag_count *c)
{
	enum { MET = 6, IN_A_HUNDRED = 98 };
	for (uint32_t t = 0; t < TAG_POS_COUNT; t++)
		if (c->all >= MET && c->of[t] * 100 >= c->all * IN_A_HUNDRED)
			return (float)(t + 1);
	return 0;
}

bool pos_known(const struct bank *bank, struct learned *known)
{
	struct tag_counts counts = {.words = {0}};
	float *tags = NULL;
	bool ok = count_bank(&counts, bank);
	*known = (struct learned){0};
	if (ok)
		tags = calloc((size_t)counts.words.count + 1, sizeof *tags);
	for (uint32_t i = 0; tags && i < counts.words.count; i++)
		tags[i] = sure_tag(&counts.counts.items[i]);
	ok = tags && layer_build(&(struct learn_rows){counts.words.keys, NULL, tags, counts.words.count, 1, 1}, 0, known);
	free(tags);
	table_release(&counts.words);
	vec_release(&counts.counts);
	return ok;
}
