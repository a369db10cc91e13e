/* Any bytes as a model of the tagger: refused, or of use without reading past its tables; what it finds lies within the text. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pack/packs.h"
#include "tag/tag.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static const char copy[] =
	"The harbour master said the crane, \"old and tired\", had been checked in 1998. \"Never again,\" Oona Varga told us.";

static void within(const struct tag_range *range, size_t tokens)
{
	if (range->first > range->last || range->last > tokens)
		abort();
}

static void tag_copy(const struct tag_model *model)
{
	static struct packs *packs; /* for the whole run */
	struct seg seg = {.text = {0}};
	struct tagging t = {.capacity = 0};
	if (!packs && packs_load(NULL, &packs, NULL) != WA_OK)
		abort();
	if (!seg_paragraph(&seg, &packs->lex, (struct wa_str){copy, sizeof copy - 1}, false) || !tag_paragraph(model, &seg, &t))
		abort();
	for (size_t i = 0; i < t.found.count; i++) {
		within(&t.found.items[i].cue, seg.tokens.count);
		within(&t.found.items[i].source, seg.tokens.count);
	}
	for (size_t i = 0; i < t.contents.count; i++)
		within(&t.contents.items[i], seg.tokens.count);
	tagging_release(&t);
	seg_release(&seg);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct wa_error error = {0};
	struct tag_model model;
	struct model_header header;
	unsigned char *own = malloc(size + 1);
	if (!own)
		abort();
	if (size)
		memcpy(own, bytes, size);
	if (size >= sizeof header) { /* a checksum that fits, so that more than the checksum is tried */
		memcpy(&header, own, sizeof header);
		header.size = (uint32_t)size;
		header.checksum = model_checksum(own + sizeof header, size - sizeof header);
		memcpy(own, &header, sizeof header);
	}
	if (model_open(own, size, "fuzz", &model, &error) == WA_OK)
		tag_copy(&model);
	else if (!error.message[0])
		abort();
	free(own);
	return 0;
}
