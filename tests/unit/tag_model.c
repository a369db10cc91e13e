/* tag/model.c: a model that was written is read again; one that is cut short, of another kind or damaged is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/array.h"
#include "pack/packs.h"
#include "tag/stage.h"
#include "tag/tag.h"
#include "train/learn.h"
#include "train/model_write.h"

static struct learned value_layer, pos_layer, cue_layer, part_layer;

static void build(struct learned *out, uint32_t columns)
{
	static const uint32_t keys[] = {11, 222, 3333}, uses[] = {1, 2, 3};
	float weights[3 * LAYER_COLUMNS_MAX];
	struct learn_rows rows = {keys, columns > 1 ? uses : NULL, weights, 3, columns, 10};
	for (size_t i = 0; i < ARRAY_COUNT(weights); i++)
		weights[i] = (float)(i % 7) - 3;
	assert_true(layer_build(&rows, 0, out));
}

static void write_model(byte_list *out)
{
	static const int16_t turns[CHAIN_CONTEXTS * (PART_TYPES + 1) * (PART_TYPES + 2)];
	const struct tag_model model = {
		.words = value_layer.layer,
		.stems = value_layer.layer,
		.known = value_layer.layer,
		.pos = pos_layer.layer,
		.cue = cue_layer.layer,
		.part = part_layer.layer,
		.cue_turns = {turns, turns},
		.part_turns = {turns, turns},
		.provenance = {"made by a test", 14},
	};
	assert_true(model_write(&model, out));
}

static int begin(void **state)
{
	static byte_list bytes;
	build(&value_layer, 1);
	build(&pos_layer, LAYER_COLUMNS_MAX);
	build(&cue_layer, tag_stage_cue.shape.columns);
	build(&part_layer, tag_stage_part.shape.columns);
	write_model(&bytes);
	*state = &bytes;
	return 0;
}

static int end(void **state)
{
	byte_list *bytes = *state;
	vec_release(bytes);
	learned_release(&value_layer);
	learned_release(&pos_layer);
	learned_release(&cue_layer);
	learned_release(&part_layer);
	return 0;
}

/* A model must begin at a multiple of 8, and what stands after its end must not be read. */
static unsigned char *copy_of(const byte_list *bytes, size_t size)
{
	unsigned char *own = malloc(size ? size : 1);
	assert_non_null(own);
	memcpy(own, bytes->items, size);
	return own;
}

static enum wa_status open_copy(unsigned char *own, size_t size, struct wa_error *error)
{
	struct tag_model model;
	return model_open(own, size, "some.watag", &model, error);
}

static void test_good(void **state)
{
	byte_list *bytes = *state;
	unsigned char *own = copy_of(bytes, bytes->count);
	struct tag_model model;
	struct wa_error error = {0};
	assert_int_equal(model_open(own, bytes->count, "some.watag", &model, &error), WA_OK);
	assert_int_equal(model.provenance.len, 14);
	assert_memory_equal(model.provenance.ptr, "made by a test", 14);
	assert_int_equal(model.part.columns, tag_stage_part.shape.columns);
	assert_int_equal(layer_value(&model.words, 11), -30);
	free(own);
}

static void test_cut_short(void **state)
{
	byte_list *bytes = *state;
	for (size_t size = 0; size < bytes->count; size += size < 200 ? 1 : 61) {
		unsigned char *own = copy_of(bytes, size);
		struct wa_error error = {0};
		assert_int_equal(open_copy(own, size, &error), WA_ERR_FORMAT);
		assert_string_equal(error.file, "some.watag");
		assert_true(error.message[0]);
		free(own);
	}
}

static void test_refused(void **state)
{
	static const struct {
		size_t at;
		const char *says;
	} cases[] = {
		{0, "is no tagger model"},
		{offsetof(struct model_header, order), "byte order"},
		{offsetof(struct model_header, version), "of version"},
		{offsetof(struct model_header, size), "cut short"},
		{offsetof(struct model_header, sections), "cut short"},
		{offsetof(struct model_header, checksum), "checksum"},
		{sizeof(struct model_header) + 1, "checksum"},
	};
	byte_list *bytes = *state;
	for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
		unsigned char *own = copy_of(bytes, bytes->count);
		struct wa_error error = {0};
		own[cases[i].at] ^= 0x40;
		assert_int_equal(open_copy(own, bytes->count, &error), WA_ERR_FORMAT);
		assert_non_null(strstr(error.message, cases[i].says));
		free(own);
	}
}

static void sign(unsigned char *own, size_t size)
{
	struct model_header header;
	memcpy(&header, own, sizeof header);
	header.checksum = model_checksum(own + sizeof header, size - sizeof header);
	memcpy(own, &header, sizeof header);
}

/* Any number may stand anywhere: what is opened in spite of it is of use. */
static void test_any_bytes(void **state)
{
	static const char copy[] = "\"It was old,\" the harbour master said on Monday, and the council agreed.";
	byte_list *bytes = *state;
	struct packs *packs = NULL;
	struct seg seg = {.text = {0}};
	struct tagging tagging = {.capacity = 0};
	uint32_t random = 7, opened = 0;
	assert_int_equal(packs_load(NULL, &packs, NULL), WA_OK);
	assert_true(seg_paragraph(&seg, &packs->lex, (struct wa_str){copy, sizeof copy - 1}, false));
	for (int round = 0; round < 3000; round++) {
		unsigned char *own = copy_of(bytes, bytes->count);
		struct wa_error error = {0};
		struct tag_model model;
		for (int k = 0; k < 1 + round % 4; k++) {
			size_t from = offsetof(struct model_header, section), places = bytes->count - from;
			random = random * 1664525u + 1013904223u;
			own[from + (random >> 4) % (round % 2 ? places : 200)] = (unsigned char)(random >> 24);
		}
		sign(own, bytes->count);
		if (model_open(own, bytes->count, "some.watag", &model, &error) == WA_OK) {
			assert_true(tag_paragraph(&model, &seg, &tagging));
			opened++;
		} else {
			assert_true(error.message[0]);
		}
		free(own);
	}
	assert_true(opened > 100);
	tagging_release(&tagging);
	seg_release(&seg);
	packs_free(packs);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_good),
		cmocka_unit_test(test_cut_short),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_any_bytes),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
