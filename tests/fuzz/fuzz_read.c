/*
 * Any bytes through a reader: an answer or an error, and every byte of text leads back to the file. With FUZZ_FORMAT defined
 * (a string), through the reader of that name; otherwise through the one that recognises them, then through each.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "../runs.h"
#include "pack/packs.h"
#include "read/reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static struct packs *packs;

static bool check(void *context, struct doc *doc)
{
	const struct wa_input *input = context;
	bool right;
	size_t run =
		runs_wrong(doc, doc->member ? doc->member : input->bytes, doc->member ? doc->member_size : input->size, &right);
	if (!right) {
		(void)fprintf(
			stderr, "read as %s: run %zu of %zu does not lead back to its bytes\n", doc->format, run, doc->runs.count);
		abort();
	}
	return true;
}

static void read_as(const char *format, const uint8_t *bytes, size_t size)
{
	struct wa_error error = {0};
	struct wa_input input = {.uri = "fuzz", .bytes = bytes, .size = size, .format = format};
	(void)read_documents(packs, &input, check, &input, &error);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct wa_options options = {0};
	struct wa_error error = {0};
	if (!packs && packs_load(&options, &packs, &error) != WA_OK)
		abort();
#ifdef FUZZ_FORMAT
	read_as(FUZZ_FORMAT, bytes, size);
#else
	read_as(NULL, bytes, size);
#define READ_AS_(name) read_as(#name, bytes, size);
	READERS(READ_AS_)
#undef READ_AS_
#endif
	return 0;
}
