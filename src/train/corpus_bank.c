/* Treebanks in CoNLL-U: sentences put together again as they would stand in copy, with the tags of their pieces. */
#include <errno.h>

#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "train/corpus.h"

enum { FORMS_MAX = 512, FIELDS = 8 };

struct form {
	const char *text;
	uint8_t pos;
	bool left, right; /* glued to the form before, or after */
};

/* names: tags of the Penn Treebank and Universal Dependencies */
static const struct {
	const char *name;
	uint8_t pos;
} tags[] = {
	{"CC", TAG_POS_CC},
	{"CD", TAG_POS_CD},
	{"DT", TAG_POS_DT},
	{"EX", TAG_POS_EX},
	{"IN", TAG_POS_IN},
	{"JJ", TAG_POS_JJ},
	{"JJR", TAG_POS_JJ},
	{"JJS", TAG_POS_JJ},
	{"MD", TAG_POS_MD},
	{"NN", TAG_POS_NN},
	{"NNP", TAG_POS_NNP},
	{"NNPS", TAG_POS_NNP},
	{"NNS", TAG_POS_NNS},
	{"PDT", TAG_POS_DT},
	{"POS", TAG_POS_POS},
	{"PRP", TAG_POS_PRP},
	{"PRP$", TAG_POS_PRPS},
	{"RB", TAG_POS_RB},
	{"RBR", TAG_POS_RB},
	{"RBS", TAG_POS_RB},
	{"RP", TAG_POS_RP},
	{"TO", TAG_POS_TO},
	{"UH", TAG_POS_UH},
	{"VB", TAG_POS_VB},
	{"VBD", TAG_POS_VBD},
	{"VBG", TAG_POS_VBG},
	{"VBN", TAG_POS_VBN},
	{"VBP", TAG_POS_VBP},
	{"VBZ", TAG_POS_VBZ},
	{"WDT", TAG_POS_WDT},
	{"WP", TAG_POS_WP},
	{"WP$", TAG_POS_PRPS},
	{"WRB", TAG_POS_WRB},
};

static uint8_t pos_from(const char *universal, const char *penn)
{
	if (strcmp(universal, "PUNCT") == 0)
		return TAG_POS_MARK;
	if (strcmp(universal, "SCONJ") == 0)
		return TAG_POS_SC;
	if (strcmp(universal, "AUX") == 0 && strcmp(penn, "MD") != 0)
		return TAG_POS_AUX;
	for (size_t i = 0; i < ARRAY_COUNT(tags); i++)
		if (strcmp(tags[i].name, penn) == 0)
			return tags[i].pos;
	return TAG_POS_XX;
}

static bool is_any(const char *tag, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(tag, list[i]) == 0)
			return true;
	return false;
}

/* No white space before it: closing marks, hyphens, and what an apostrophe ties to the word before. */
static bool glued_left(const char *form, const char *penn)
{
	static const char *const list[] = {"HYPH", ",", ".", "-RRB-", "''", "POS"};
	if (is_any(penn, list, ARRAY_COUNT(list)) || (strcmp(penn, ":") == 0 && strcmp(form, "-") != 0))
		return true;
	return strlen(form) > 1 && (strchr(form, '\'') || strstr(form, "\xE2\x80\x99"));
}

static bool glued_right(const char *penn)
{
	static const char *const list[] = {"HYPH", "-LRB-", "``", "$"};
	return is_any(penn, list, ARRAY_COUNT(list));
}

struct bank_reader {
	struct bank *bank;
	const struct lexicon *lex;
	struct form forms[FORMS_MAX];
	size_t ends[FORMS_MAX]; /* of each form in the sentence's text */
	size_t count;
};

static struct wa_str join(struct bank_reader *r)
{
	size_t size = 0, at = 0;
	char *text;
	for (size_t i = 0; i < r->count; i++)
		size += strlen(r->forms[i].text) + 1;
	text = arena_alloc(&r->bank->arena, size + 1);
	for (size_t i = 0; text && i < r->count; i++) {
		size_t len = strlen(r->forms[i].text);
		if (i && !r->forms[i].left && !r->forms[i - 1].right)
			text[at++] = ' ';
		memcpy(text + at, r->forms[i].text, len);
		r->ends[i] = at += len;
	}
	return (struct wa_str){text, at};
}

/* A piece made of several forms has the tag of the first where an apostrophe ties them, else of the last. */
static uint8_t tag_of(const struct bank_reader *r, const struct token *t, size_t *form)
{
	size_t first, last;
	uint8_t pos;
	while (*form + 1 < r->count && r->ends[*form] <= t->start)
		(*form)++;
	first = last = *form;
	while (last + 1 < r->count && r->ends[last] < t->end)
		last++;
	pos = last > first && r->forms[last].left && !(t->shape & SHAPE_HYPHEN) ? r->forms[first].pos : r->forms[last].pos;
	if (t->kind == PIECE_MARK)
		return TAG_POS_MARK;
	return pos == TAG_POS_MARK ? TAG_POS_XX : pos;
}

static bool finish_sentence(struct bank_reader *r)
{
	struct wa_str text = join(r);
	struct bank_sentence *s = text.ptr ? vec_push(&r->bank->sentences) : NULL;
	if (!s)
		return false;
	*s = (struct bank_sentence){.pos = NULL};
	if (!seg_paragraph(&s->seg, r->lex, text, false))
		return false;
	/* It is one sentence, whatever its marks say. */
	if (s->seg.sentences.count) {
		s->seg.sentences.items[0].last = (uint32_t)s->seg.tokens.count;
		s->seg.sentences.count = 1;
	}
	s->pos = arena_calloc(&r->bank->arena, s->seg.tokens.count + 1, 1);
	for (size_t t = 0, form = 0; s->pos && t < s->seg.tokens.count; t++)
		s->pos[t] = tag_of(r, &s->seg.tokens.items[t], &form);
	r->count = 0;
	return s->pos != NULL;
}

/* False when the line is no line of CoNLL-U. */
static bool read_form(struct bank_reader *r, char *line)
{
	char *fields[FIELDS], *save = NULL, *p = strtok_r(line, "\t", &save);
	size_t n = 0;
	for (; p && n < FIELDS; p = strtok_r(NULL, "\t", &save))
		fields[n++] = p;
	if (n < FIELDS)
		return false;
	/* tokens of several words and words that are not written have no part here */
	if (strpbrk(fields[0], "-.") || r->count == FORMS_MAX)
		return true;
	r->forms[r->count++] = (struct form){arena_strdup(&r->bank->arena, fields[1]), pos_from(fields[3], fields[4]),
		glued_left(fields[1], fields[4]), glued_right(fields[4])};
	return true;
}

static enum wa_status read_lines(struct bank_reader *r, FILE *file, const char *path, struct wa_error *error)
{
	char *line = NULL;
	size_t size = 0;
	unsigned number = 0;
	enum wa_status status = WA_OK;
	while (status == WA_OK && getline(&line, &size, file) > 0) {
		number++;
		line[strcspn(line, "\r\n")] = 0;
		if (*line && *line != '#' && !read_form(r, line))
			status =
				error_set(error, WA_ERR_FORMAT, path, number, "expected the columns of CoNLL-U, separated by tabs");
		else if (!*line && r->count && !finish_sentence(r))
			status = error_nomem(error);
	}
	if (status == WA_OK && r->count && !finish_sentence(r))
		status = error_nomem(error);
	free(line);
	return status;
}

enum wa_status bank_read(struct bank *bank, const char *path, const struct lexicon *lex, struct wa_error *error)
{
	struct bank_reader *r = calloc(1, sizeof *r);
	FILE *file = fopen(path, "r");
	enum wa_status status;
	if (!r || !file) {
		status = r ? error_set(error, WA_ERR_IO, path, 0, "cannot be opened: %s", strerror(errno)) : error_nomem(error);
	} else {
		arena_init(&bank->arena);
		*r = (struct bank_reader){.bank = bank, .lex = lex};
		status = read_lines(r, file, path, error);
		if (status == WA_OK && arena_failed(&bank->arena))
			status = error_nomem(error);
		if (status == WA_OK && !bank->sentences.count)
			status = error_set(error, WA_ERR_FORMAT, path, 0, "holds no sentence");
	}
	if (file)
		(void)fclose(file);
	free(r);
	return status;
}

void bank_release(struct bank *bank)
{
	for (size_t i = 0; i < bank->sentences.count; i++)
		seg_release(&bank->sentences.items[i].seg);
	vec_release(&bank->sentences);
	arena_release(&bank->arena);
}
