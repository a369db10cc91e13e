/* Corpora in brat standoff: the texts, cut into paragraphs as readers cut them. corpus_notes.c reads the annotations. */
#include "train/brat.h"

#include <dirent.h>
#include <errno.h>

#include "base/error.h"

static enum wa_status read_text(struct arena *arena, const char *path, char **out, struct wa_error *error)
{
	FILE *file = fopen(path, "rb");
	long size = -1;
	*out = NULL;
	if (file && fseek(file, 0, SEEK_END) == 0)
		size = ftell(file);
	if (size >= 0 && fseek(file, 0, SEEK_SET) == 0) {
		*out = arena_alloc(arena, (size_t)size + 1);
		if (*out)
			(*out)[fread(*out, 1, (size_t)size, file)] = 0;
	}
	if (size < 0)
		(void)error_set(error, WA_ERR_IO, path, 0, "cannot be read: %s", strerror(errno));
	if (file)
		(void)fclose(file);
	return size < 0 ? WA_ERR_IO : *out ? WA_OK : error_nomem(error);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

typedef VEC(char *) name_list;

static enum wa_status list_names(
	struct arena *arena, const char *folder, const char *ending, name_list *names, struct wa_error *error)
{
	DIR *dir = opendir(folder);
	if (!dir)
		return error_set(error, WA_ERR_IO, folder, 0, "cannot be opened: %s", strerror(errno));
	for (struct dirent *entry = readdir(dir); entry; entry = readdir(dir)) {
		char **slot = str_ends(str_of(entry->d_name), str_of(ending)) ? vec_push(names) : NULL;
		if (slot)
			*slot = arena_strdup(arena, entry->d_name);
	}
	closedir(dir);
	if (names->failed || arena_failed(arena))
		return error_nomem(error);
	if (names->items)
		qsort(names->items, names->count, sizeof *names->items, by_name);
	return WA_OK;
}

static bool begins_character(char c)
{
	return ((uint8_t)c & 0xC0) != 0x80;
}

/* White space at text[i], also U+00A0: its bytes, 0 when there is none. */
static size_t space_at(const char *text, size_t i, size_t len)
{
	if (ascii_is_space(text[i]))
		return 1;
	return i + 1 < len && text[i] == '\xC2' && text[i + 1] == '\xA0' ? 2 : 0;
}

/* Copies with single spaces; bytes[k] is where character k went. Returns the length. */
static size_t squeeze(const char *text, size_t len, char *out, uint32_t *bytes)
{
	size_t n = 0, character = 0;
	for (size_t i = 0; i < len;) {
		size_t space = space_at(text, i, len);
		if (begins_character(text[i]))
			bytes[character++] = (uint32_t)n;
		if (!space)
			out[n++] = text[i];
		else if (n && out[n - 1] != ' ')
			out[n++] = ' ';
		i += space ? space : 1;
	}
	bytes[character] = (uint32_t)n;
	return n && out[n - 1] == ' ' ? n - 1 : n;
}

static bool add_paragraph(struct brat *b, const char *text, size_t len, uint32_t first, uint32_t characters)
{
	char *squeezed = arena_alloc(&b->corpus->arena, len + 1);
	uint32_t *bytes = arena_calloc(&b->corpus->arena, (size_t)characters + 1, sizeof *bytes);
	size_t size = squeezed && bytes ? squeeze(text, len, squeezed, bytes) : 0;
	struct gold_para *para;
	struct brat_cut *cut;
	if (!squeezed || !bytes)
		return false;
	if (!size)
		return true;
	para = vec_push(&b->corpus->paras);
	if (!para)
		return false;
	*para = (struct gold_para){.doc = b->corpus->docs, .fold = b->fold};
	cut = vec_push(&b->cuts);
	if (!cut)
		return false;
	*cut = (struct brat_cut){(uint32_t)b->corpus->paras.count - 1, first, first + characters, bytes};
	if (!seg_paragraph(&para->seg, b->lex, (struct wa_str){squeezed, size}, b->open_quote))
		return false;
	b->open_quote = para->seg.quotes.count && !para->seg.quotes.items[para->seg.quotes.count - 1].closed;
	return true;
}

static bool add_paragraphs(struct brat *b, const char *text)
{
	uint32_t at = 0;
	while (*text) {
		size_t len = strcspn(text, "\n");
		uint32_t characters = 0;
		for (size_t i = 0; i < len; i++)
			characters += begins_character(text[i]);
		if (len && !add_paragraph(b, text, len, at, characters))
			return false;
		at += characters + (text[len] == '\n');
		text += len + (text[len] == '\n');
	}
	return true;
}

static enum wa_status read_document(struct brat *b, const char *folder, const char *name, const char *notes, struct wa_error *error)
{
	struct arena *arena = &b->corpus->arena;
	char *text_path = arena_printf(arena, "%s/text/%s", folder, name),
	     *note_path = arena_printf(arena, "%s/attributions/%s", folder, notes);
	char *text, *note;
	enum wa_status status;
	if (!text_path || !note_path)
		return error_nomem(error);
	status = read_text(arena, text_path, &text, error);
	b->cuts.count = 0;
	b->open_quote = false;
	if (status == WA_OK)
		status = read_text(arena, note_path, &note, error);
	if (status == WA_OK && !(text && add_paragraphs(b, text)))
		status = error_nomem(error);
	if (status == WA_OK)
		status = brat_notes(b, note, note_path, error);
	b->corpus->docs++;
	return status;
}

/* The first file of annotations of a text: NAME.ann or NAME_whoever.ann; NULL for none. */
static const char *notes_of(const name_list *notes, const char *text)
{
	size_t len = strlen(text) - strlen(".txt");
	for (size_t i = 0; i < notes->count; i++)
		if (strncmp(notes->items[i], text, len) == 0 && (notes->items[i][len] == '_' || notes->items[i][len] == '.'))
			return notes->items[i];
	return NULL;
}

enum wa_status corpus_read_brat(
	struct corpus *corpus, const char *folder, const struct lexicon *lex, uint32_t folds, struct wa_error *error)
{
	struct brat b = {.corpus = corpus, .lex = lex};
	name_list texts = {0}, notes = {0};
	const char *text_folder, *note_folder;
	enum wa_status status;
	arena_init(&corpus->arena);
	text_folder = arena_printf(&corpus->arena, "%s/text", folder);
	note_folder = arena_printf(&corpus->arena, "%s/attributions", folder);
	if (!text_folder || !note_folder)
		return error_nomem(error);
	status = list_names(&corpus->arena, text_folder, ".txt", &texts, error);
	if (status == WA_OK)
		status = list_names(&corpus->arena, note_folder, ".ann", &notes, error);
	for (size_t i = 0; status == WA_OK && i < texts.count; i++) {
		const char *own = notes_of(&notes, texts.items[i]);
		b.fold = (uint8_t)(hash_bytes(HASH_SEED, texts.items[i], strlen(texts.items[i])) % 1000003u % folds);
		if (own)
			status = read_document(&b, folder, texts.items[i], own, error);
	}
	vec_release(&texts);
	vec_release(&notes);
	vec_release(&b.cuts);
	if (status == WA_OK && !corpus->docs)
		status = error_set(
			error, WA_ERR_FORMAT, folder, 0, "holds no text/NAME.txt with annotations in attributions/NAME.ann");
	return status;
}

void corpus_release(struct corpus *corpus)
{
	for (size_t i = 0; i < corpus->paras.count; i++) {
		seg_release(&corpus->paras.items[i].seg);
		vec_release(&corpus->paras.items[i].spans);
	}
	vec_release(&corpus->paras);
	arena_release(&corpus->arena);
}
