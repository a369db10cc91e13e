/*
 * positions FILE...: every byte of text leads back to the bytes of its file, whatever the format and the encoding: each file as it
 * is and written over in the encodings and line ends that copy comes in; of archives each member.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../runs.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "pack/packs.h"
#include "read/read.h"
#include "unpack/sort.h"
#include "unpack/walk.h"

enum form { FORM_GIVEN, FORM_CRLF, FORM_CR, FORM_UTF8_BOM, FORM_UTF16LE, FORM_UTF16BE, FORM_1252, FORM_DECOMPOSED, FORM_COUNT };

static const char *const form_names[FORM_COUNT] = {
	"as given", "CRLF", "CR", "UTF-8 with a mark", "UTF-16LE", "UTF-16BE", "Windows-1252", "combining marks"};

struct checked {
	const char *name, *form;
	const void *bytes;
	size_t size, paragraphs, wrong;
};

typedef VEC(char) bytes_vec;

static void put(bytes_vec *out, const char *bytes, size_t size)
{
	if (!vec_reserve(out, out->count + size + 1))
		abort();
	memcpy(out->items + out->count, bytes, size);
	out->count += size;
}

static void put_unit(bytes_vec *out, uint32_t unit, bool big)
{
	const char bytes[2] = {(char)(big ? unit >> 8 : unit), (char)(big ? unit : unit >> 8)};
	put(out, bytes, 2);
}

static void put_point(bytes_vec *out, enum form form, const char *utf8, size_t len, uint32_t point)
{
	switch (form) {
	case FORM_UTF16LE:
	case FORM_UTF16BE:
		if (point >= 0x10000)
			put_unit(out, 0xD7C0 + (point >> 10), form == FORM_UTF16BE);
		put_unit(out, point >= 0x10000 ? 0xDC00 + (point & 0x3FF) : point, form == FORM_UTF16BE);
		break;
	case FORM_1252:
		put(out, &(char){(char)(point < 0x80 || (point >= 0xA0 && point < 0x100) ? point : 0x93)}, 1);
		break;
	case FORM_CRLF:
		put(out, point == '\n' ? "\r\n" : utf8, point == '\n' ? 2 : len);
		break;
	case FORM_CR:
		put(out, point == '\n' ? "\r" : utf8, len);
		break;
	case FORM_DECOMPOSED:
		put(out, utf8, len);
		if (point == 'e')
			put(out, "\xCC\x81", 2); /* a combining acute */
		break;
	case FORM_GIVEN:
	case FORM_UTF8_BOM:
	case FORM_COUNT:
		put(out, utf8, len);
		break;
	}
}

static bytes_vec write_over(const char *bytes, size_t size, enum form form)
{
	bytes_vec out = {0};
	if (form == FORM_UTF8_BOM)
		put(&out, "\xEF\xBB\xBF", 3);
	if (form == FORM_UTF16LE || form == FORM_UTF16BE)
		put_unit(&out, 0xFEFF, form == FORM_UTF16BE);
	for (const char *at = bytes, *end = bytes + size; at < end;) {
		uint32_t point;
		size_t len = utf8_decode(at, end, &point);
		put_point(&out, form, at, len, point);
		at += len;
	}
	return out;
}

static bool check(void *context, struct doc *doc)
{
	struct checked *checked = context;
	bool right;
	size_t run =
		runs_wrong(doc, doc->member ? doc->member : checked->bytes, doc->member ? doc->member_size : checked->size, &right);
	checked->paragraphs += doc->paras.count;
	if (!right) {
		checked->wrong++;
		fprintf(stderr, "%s (%s), read as %s: run %zu of %zu does not lead back to its bytes\n", checked->name,
			checked->form, doc->format, run, doc->runs.count);
	}
	return true;
}

/* How much is wrong: positions, and a file that holds no paragraph as it is given. */
static size_t check_bytes(const struct packs *packs, const char *name, const char *form, const void *bytes, size_t size)
{
	struct checked checked = {.name = name, .form = form, .bytes = bytes, .size = size};
	struct wa_input input = {.uri = name, .bytes = bytes, .size = size};
	struct wa_error error = {0};
	if (read_documents(packs, &input, check, &checked, &error) == WA_OK && checked.paragraphs)
		return checked.wrong;
	if (form != form_names[FORM_GIVEN])
		return checked.wrong; /* not every file may be in every encoding */
	fprintf(stderr, "%s: nothing was read; %s\n", name, error.message);
	return checked.wrong + 1;
}

static size_t check_forms(const struct packs *packs, const char *name, const char *bytes, size_t size)
{
	size_t wrong = check_bytes(packs, name, form_names[FORM_GIVEN], bytes, size);
	for (int form = FORM_GIVEN + 1; form < FORM_COUNT && !sort_is_zip(bytes, size); form++) {
		bytes_vec out = write_over(bytes, size, (enum form)form);
		wrong += check_bytes(packs, name, form_names[form], out.items, out.count);
		vec_release(&out);
	}
	return wrong;
}

static bool is_no_copy(const char *name)
{
	(void)name;
	return false;
}

static size_t check_archive(const struct packs *packs, const char *path)
{
	struct walk *walk;
	struct walk_item item;
	struct wa_error error = {0};
	size_t wrong = 0, members = 0;
	if (walk_open(&walk, path, path, is_no_copy, &error) != WA_OK)
		return 1;
	for (; walk_next(walk, &item); members++) {
		if (item.bytes && item.size)
			wrong += check_forms(packs, item.uri, item.bytes, item.size);
		free(item.bytes);
	}
	walk_close(walk);
	return members ? wrong : 1;
}

static size_t check_file(const struct packs *packs, const char *path)
{
	FILE *file = fopen(path, "rb");
	bytes_vec bytes = {0};
	char block[4096];
	size_t got, wrong;
	if (!file)
		return 1;
	while ((got = fread(block, 1, sizeof block, file)) > 0)
		put(&bytes, block, got);
	fclose(file);
	wrong = check_forms(packs, path, bytes.items, bytes.count);
	vec_release(&bytes);
	return wrong;
}

int main(int argc, char **argv)
{
	struct packs *packs = NULL;
	struct wa_error error = {0};
	size_t wrong = 0;
	if (packs_load(&(struct wa_options){0}, &packs, &error) != WA_OK)
		return 1;
	for (int i = 1; i < argc; i++)
		wrong += sort_file_is_archive(argv[i]) ? check_archive(packs, argv[i]) : check_file(packs, argv[i]);
	packs_free(packs);
	return wrong > 0;
}
