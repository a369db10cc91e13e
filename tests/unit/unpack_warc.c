/* unpack/warc.c: records one by one, from a stream that comes in pieces of any size. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/array.h"
#include "unpack/warc.h"

struct stream {
	const char *at;
	size_t left, piece;
	bool damaged; /* behind its end */
};

static ssize_t read_stream(void *context, void *buffer, size_t size)
{
	struct stream *stream = context;
	size_t n = stream->piece < size ? stream->piece : size;
	if (!stream->left)
		return stream->damaged ? -1 : 0;
	if (n > stream->left)
		n = stream->left;
	memcpy(buffer, stream->at, n);
	stream->at += n;
	stream->left -= n;
	return (ssize_t)n;
}

#define REQUEST "WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 3\r\n\r\nGET\r\n\r\n"
#define RESPONSE                                                                                    \
	"WARC/1.1\r\nwarc-type:response\r\nWARC-Target-URI: <http://x.example/a>\r\nContent-Type: " \
	"application/http;msgtype=response\r\n"                                                     \
	"Content-Length: 72\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\nFire at noon.\r\n\r\n"
#define RESOURCE "WARC/1.0\nWARC-Type: resource\nWARC-Target-URI: file:a\nContent-Type: text/plain\nContent-Length: 4\n\nNews\n\n"

static void read_body(struct warc *warc, char *body, size_t size)
{
	size_t length = 0;
	ssize_t got;
	while ((got = warc_read(warc, body + length, size - length - 1)) > 0)
		length += (size_t)got;
	assert_int_equal(got, 0);
	body[length] = '\0';
}

static void test_records(void **state)
{
	static const char file[] = REQUEST RESPONSE RESOURCE;
	struct warc *warc = malloc(sizeof *warc);
	(void)state;
	for (size_t piece = 1; piece < sizeof file; piece = piece * 2 + 1) {
		struct stream stream = {.at = file, .left = sizeof file - 1, .piece = piece};
		char body[100];
		warc_init(warc, read_stream, &stream);
		assert_int_equal(warc_next(warc), WARC_RECORD);
		assert_string_equal(warc->address, "http://x.example/a");
		assert_string_equal(warc->type, "text/html");
		assert_true(warc_is_copy(warc));
		read_body(warc, body, sizeof body);
		assert_string_equal(body, "Fire at noon.");
		assert_int_equal(warc_next(warc), WARC_RECORD);
		assert_string_equal(warc->address, "file:a");
		/* Its body is not read: the next call passes over it. */
		assert_int_equal(warc_next(warc), WARC_END);
		assert_int_equal(warc->records, 3);
	}
	free(warc);
}

static void test_broken(void **state)
{
	static const struct {
		const char *file;
		bool damaged;
		enum warc_outcome outcome;
	} cases[] = {
		{"", false, WARC_END},
		{"\r\n\r\n", false, WARC_END},
		{"", true, WARC_DAMAGED_STREAM},
		{"<html>", false, WARC_BROKEN},
		{"WARC/1.0\r\nWARC-Type: response\r\n\r\n", false, WARC_BROKEN},
		{"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\n", false, WARC_BROKEN},
		{"WARC/1.0\r\nWARC-Type: resp", false, WARC_BROKEN},
		{"WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 99\r\n\r\nGET", false, WARC_DAMAGED_STREAM},
		{"WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 99999999999999999999999\r\n\r\nGET", false,
			WARC_DAMAGED_STREAM},
	};
	struct warc *warc = malloc(sizeof *warc);
	(void)state;
	for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
		struct stream stream = {
			.at = cases[i].file, .left = strlen(cases[i].file), .piece = 7, .damaged = cases[i].damaged};
		warc_init(warc, read_stream, &stream);
		assert_int_equal(warc_next(warc), cases[i].outcome);
	}
	free(warc);
}

static void test_chunks(void **state)
{
	static const struct {
		const char *chunks, *body;
		bool whole;
	} cases[] = {
		{"4\r\nFire\r\n3;x=1\r\n at\r\n0\r\n\r\n", "Fire at", true},
		{"A\r\n0123456789\r\n0\r\n", "0123456789", true},
		{"4\r\nFire\r\n", "Fire", false},
		{"FFFFFFFF\r\nFire", "Fire", false},
		{"no number\r\n", "", false},
		{"4", "", false},
		{"", "", false},
	};
	(void)state;
	for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
		char *bytes = strdup(cases[i].chunks);
		size_t size = strlen(bytes);
		assert_int_equal(warc_join_chunks(bytes, &size), cases[i].whole);
		assert_int_equal(size, strlen(cases[i].body));
		assert_memory_equal(bytes, cases[i].body, size);
		free(bytes);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_records),
		cmocka_unit_test(test_broken),
		cmocka_unit_test(test_chunks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
