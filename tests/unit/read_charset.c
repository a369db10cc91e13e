/* Which encoding a file is read in, and what is said about it. */
#include "read_runs.h"

#include "read/read.h"

static const struct {
	const char *name, *bytes;
	size_t size;
	const char *set, *text, *note;
} files[] = {
#define FILE_(name, bytes, set, text, note)                     \
	{                                                       \
		name, bytes, sizeof(bytes) - 1, set, text, note \
	}
	FILE_("ASCII", "plain", "UTF-8", "plain", NULL),
	FILE_("UTF-8", "d\xC3\xA9j\xC3\xA0 \xF0\x9F\x98\x80", "UTF-8", "d\xC3\xA9j\xC3\xA0 \xF0\x9F\x98\x80", NULL),
	FILE_("UTF-8 with a mark",
		"\xEF\xBB\xBF"
		"a",
		"UTF-8", "a", NULL),
	FILE_("Windows-1252, undeclared",
		"\x93"
		"d\xE9j\xE0\x94 vu",
		"windows-1252",
		"\xE2\x80\x9C"
		"d\xC3\xA9j\xC3\xA0\xE2\x80\x9D vu",
		NULL),
	FILE_("UTF-16 little-endian with a mark",
		"\xFF\xFE"
		"d\0\xE9\0",
		"UTF-16LE", "d\xC3\xA9", NULL),
	FILE_("UTF-16 big-endian with a mark", "\xFE\xFF\0d\0\xE9", "UTF-16BE", "d\xC3\xA9", NULL),
	FILE_("UTF-16 little-endian without", "o\0n\0e\0 \0t\0w\0o\0", "UTF-16LE", "one two", NULL),
	FILE_("UTF-16 big-endian without", "\0o\0n\0e\0 \0t\0w\0o", "UTF-16BE", "one two", NULL),
	FILE_("UTF-16 cut in the middle of a unit",
		"\xFF\xFE"
		"a\0b",
		"UTF-16LE", "a\xEF\xBF\xBD", "1 broken UTF-16LE character shown as U+FFFD, the first at byte 4 (line 1)"),
	FILE_("Latin-1 declared, UTF-8 written",
		"<?xml version='1.0' encoding='iso-8859-1'?> K\xC3\xB8"
		"benhavn",
		"UTF-8", NULL, "declared as iso-8859-1, read as UTF-8"),
	FILE_("UTF-8 declared, Latin-1 written", "<?xml version='1.0' encoding='utf-8'?> caf\xE9 d\xE9j\xE0 vu", "windows-1252",
		NULL, "declared as utf-8, read as windows-1252"),
	FILE_("ISO-8859-15 declared", "<?xml version='1.0' encoding='ISO-8859-15'?> 5 \xA4 caf\xE9", "ISO-8859-15",
		"<?xml version='1.0' encoding='ISO-8859-15'?> 5 \xE2\x82\xAC caf\xC3\xA9", NULL),
	FILE_("an encoding nobody knows", "<?xml version='1.0' encoding='x-none'?> ok", "UTF-8", NULL, NULL),
	FILE_("UTF-8 with a broken byte",
		"\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9 a\xFF"
		"b",
		"UTF-8",
		"\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9 a\xEF\xBF\xBD"
		"b",
		"1 broken UTF-8 character shown as U+FFFD, the first at byte 10 (line 1)"),
	FILE_("a zero in the copy",
		"The coast guard said on Monday that fourteen\0people had drowned off the coast.\nThe pier stays closed.", "UTF-8",
		"The coast guard said on Monday that fourteen\xEF\xBF\xBDpeople had drowned off the coast.",
		"1 broken UTF-8 character shown as U+FFFD, the first at byte 44 (line 1)"),
#undef FILE_
};

static void encodings_are_as_tabled(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
		struct wa_input input = {.uri = "a.txt", .bytes = files[i].bytes, .size = files[i].size, .format = "text"};
		struct wa_error error = {0};
		struct doc doc;
		doc_init(&doc);
		assert_int_equal(read_document(NULL, &input, &doc, &error), WA_OK);
		print_message("%s\n", files[i].name);
		assert_string_equal(doc.charset.name, files[i].set);
		if (files[i].text) {
			struct wa_str text = doc_para_text(&doc, 0);
			assert_int_equal(text.len, strlen(files[i].text));
			assert_memory_equal(text.ptr, files[i].text, text.len);
		}
		if (files[i].note)
			assert_string_equal(doc.note.ptr, files[i].note);
		else
			assert_null(doc.note.ptr);
		check_runs(&doc, files[i].bytes, files[i].size);
		doc_release(&doc);
	}
}

static const struct {
	const char *bytes;
	size_t size;
	const char *what;
} binaries[] = {
#define BINARY(bytes, what)                    \
	{                                      \
		bytes, sizeof(bytes) - 1, what \
	}
	BINARY("%PDF-1.7 ...", "PDF"),
	BINARY("\x89PNG\r\n\x1A\n", "PNG"),
	BINARY("\x7F"
	       "ELF\2\1\1",
		"program"),
	BINARY("a\0\0\0b\0\0\0", "zero bytes"),
	BINARY("\5\6\7\x0E\x0F\x17", "control characters"),
#undef BINARY
};

static void what_is_no_text_is_refused_by_name(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof binaries / sizeof binaries[0]; i++) {
		struct wa_input input = {.uri = "a.bin", .bytes = binaries[i].bytes, .size = binaries[i].size};
		struct wa_error error = {0};
		struct doc doc;
		doc_init(&doc);
		assert_int_equal(read_document(NULL, &input, &doc, &error), WA_ERR_FORMAT);
		assert_non_null(strstr(error.message, binaries[i].what));
		doc_release(&doc);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(encodings_are_as_tabled),
		cmocka_unit_test(what_is_no_text_is_refused_by_name),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
