/* Tables of files and what is read from them, for the tests of the formats. */
#ifndef TESTS_READ_ROWS_H
#define TESTS_READ_ROWS_H

#include "read_runs.h"

#include "base/array.h"
#include "pack/packs.h"
#include "read/read.h"

/* A file, and what is to be read from it. */
struct read_row {
	const char *name, *bytes;
	const char *paragraphs; /* as show_paragraphs() has them; documents joined by " || ", each with its id before it: "#a " */
	size_t size;            /* 0: bytes is a string */
};

struct read_shown {
	char text[4096];
	size_t len;
	const void *bytes;
	size_t size;
	const char *format;
};

static inline bool show_document(void *context, struct doc *doc)
{
	struct read_shown *shown = context;
	char *paragraphs = show_paragraphs(doc);
	int wrote = snprintf(shown->text + shown->len, sizeof shown->text - shown->len, "%s%s%s%s%s", shown->len ? " || " : "",
		doc->id.len ? "#" : "", doc->id.len ? doc->id.ptr : "", doc->id.len ? " " : "", paragraphs);
	free(paragraphs);
	assert_true(wrote >= 0 && (size_t)wrote < sizeof shown->text - shown->len);
	shown->len += (size_t)wrote;
	shown->format = doc->format;
	check_runs(doc, shown->bytes, shown->size);
	return true;
}

/* Reads each row, which must be recognised as being of the format. */
static inline void check_rows(const struct packs *packs, const char *format, const struct read_row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t size = rows[i].size ? rows[i].size : strlen(rows[i].bytes);
		struct read_shown shown = {.bytes = rows[i].bytes, .size = size};
		struct wa_input input = {.uri = "a", .bytes = rows[i].bytes, .size = size};
		struct wa_error error = {0};
		assert_int_equal(read_documents(packs, &input, show_document, &shown, &error), WA_OK);
		if (strcmp(shown.text, rows[i].paragraphs) != 0 || strcmp(shown.format, format) != 0)
			fail_msg("%s:\n  read   %s\n  wanted %s\n  as     %s", rows[i].name, shown.text, rows[i].paragraphs,
				shown.format);
	}
}

/* Fields of the first document, to be compared by hand; the caller releases it. */
static inline void read_first(const struct packs *packs, const char *bytes, struct doc *doc)
{
	struct wa_input input = {.uri = "a", .bytes = bytes, .size = strlen(bytes)};
	struct wa_error error = {0};
	doc_init(doc);
	assert_int_equal(read_document(packs, &input, doc, &error), WA_OK);
}

/* For cmocka's groups: the embedded packs. */
static struct packs *packs;

static inline int load_packs(void **state)
{
	struct wa_options options = {0};
	struct wa_error error = {0};
	(void)state;
	return packs_load(&options, &packs, &error) == WA_OK ? 0 : -1;
}

static inline int unload_packs(void **state)
{
	(void)state;
	packs_free(packs);
	return 0;
}

#endif
