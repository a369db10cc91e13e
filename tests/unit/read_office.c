/* Word and OpenDocument files: packed here, with libarchive. */
#include "read_rows.h"

#include <archive.h>
#include <archive_entry.h>

#include "base/limits.h"

#define W "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
#define W_END "</w:body></w:document>"
#define P(style, text) "<w:p><w:pPr><w:pStyle w:val=\"" style "\"/></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define O "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"o\" xmlns:text=\"t\"><office:body><office:text>"
#define O_END "</office:text></office:body></office:document-content>"

enum { ROOM = 1 << 16 };

/* Packs one file; returns the archive's size. */
static size_t pack(char *out, const char *name, const char *text, size_t size)
{
	struct archive *archive = archive_write_new();
	struct archive_entry *entry = archive_entry_new();
	size_t used = 0;
	assert_int_equal(archive_write_set_format_zip(archive), ARCHIVE_OK);
	assert_int_equal(archive_write_open_memory(archive, out, ROOM, &used), ARCHIVE_OK);
	archive_entry_set_pathname(entry, name);
	archive_entry_set_filetype(entry, AE_IFREG);
	archive_entry_set_size(entry, (la_int64_t)size);
	assert_int_equal(archive_write_header(archive, entry), ARCHIVE_OK);
	assert_int_equal(archive_write_data(archive, text, size), size);
	archive_entry_free(entry);
	assert_int_equal(archive_write_close(archive), ARCHIVE_OK);
	archive_write_free(archive);
	return used;
}

/* The rows' bytes are what is packed under the name. */
static void check_packed(const char *format, const char *name, const struct read_row *rows, size_t count)
{
	static char zip[ROOM];
	for (size_t i = 0; i < count; i++) {
		struct read_row row = rows[i];
		row.size = pack(zip, name, row.bytes, strlen(row.bytes));
		row.bytes = zip;
		check_rows(packs, format, &row, 1);
	}
}

static const struct read_row docx[] = {
	{"styles tell headings",
		W P("Title", "Ferry") P("Subtitle", "Two drowned off Hale") P("Normal", "A ferry sank.") P("Heading2", "What next")
			P("Caption", "The quay") P("x", "It stays closed.") W_END,
		"headline:Ferry|summary:Two drowned off Hale|body:A ferry sank.|subhead:What next|caption:The quay|body:It stays "
		"closed."},
	{"a sentence in pieces",
		W P("Title",
			"Ferry") "<w:p><w:r><w:t xml:space=\"preserve\">A </w:t></w:r><w:r><w:t>fer</w:t></w:r><w:r><w:t>ry</w:t>"
				 "<w:tab/><w:t>sank &amp; burned</w:t><w:br/><w:t>off Hale.</w:t></w:r></w:p>" W_END,
		"headline:Ferry|body:A ferry sank & burned off Hale."},
	{"changes that are tracked",
		W P("Title", "Ferry") "<w:p><w:del><w:r><w:delText>Nine</w:delText></w:r></w:del><w:ins><w:r><w:t>Two</w:t></w:r></"
				      "w:ins>"
				      "<w:r><w:t xml:space=\"preserve\"> drowned.</w:t></w:r></w:p>" W_END,
		"headline:Ferry|body:Two drowned."},
	{"tables and fields",
		W P("Title", "Ferry") "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Hale</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
				      "<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>A ferry sank.</w:t></w:r></w:p>" W_END,
		"headline:Ferry|listing:Hale|body:A ferry sank."},
	{"no paragraph", W W_END, ""},
};

static const struct read_row odt[] = {
	{"levels tell headings",
		O "<text:h text:outline-level=\"1\">Ferry</text:h><text:p>A "
		  "<text:span>ferry</text:span><text:s/>sank<text:line-break/>off Hale.</text:p>"
		  "<text:h>What next</text:h><text:p>It stays closed.<text:note><text:p>Ask.</text:p></text:note></text:p>" O_END,
		"headline:Ferry|body:A ferry sank off Hale.|subhead:What next|body:It stays closed."},
	{"lists and tables",
		O "<text:h>Ferry</text:h><text:list><text:list-item><text:p>One sank.</text:p></text:list-item></text:list>"
		  "<table:table><table:table-cell><text:p>Hale</text:p></table:table-cell></table:table>" O_END,
		"headline:Ferry|body:One sank.|listing:Hale"},
	{"what was changed",
		O "<text:tracked-changes><text:p>Nine drowned.</text:p></text:tracked-changes><text:h>Ferry</text:h><text:p>Two "
		  "drowned.</text:p>" O_END,
		"headline:Ferry|body:Two drowned."},
};

static void word(void **state)
{
	(void)state;
	check_packed("docx", "word/document.xml", docx, ARRAY_COUNT(docx));
}

static void open_document(void **state)
{
	(void)state;
	check_packed("odt", "content.xml", odt, ARRAY_COUNT(odt));
}

static enum wa_status status_of(const char *bytes, size_t size, struct wa_error *error)
{
	struct wa_input input = {.uri = "a.docx", .bytes = bytes, .size = size};
	struct read_shown shown = {.bytes = bytes, .size = size};
	return read_documents(packs, &input, show_document, &shown, error);
}

static void damage_and_bombs_are_told(void **state)
{
	static char zip[ROOM];
	size_t size = pack(zip, "word/document.xml", docx[0].bytes, strlen(docx[0].bytes)), bomb_size = (size_t)32 << 20;
	char *bomb = calloc(1, bomb_size);
	struct wa_error error = {0};
	(void)state;
	assert_non_null(bomb);
	assert_int_equal(status_of(zip, size / 2, &error), WA_ERR_FORMAT);
	assert_non_null(strstr(error.message, "the archive is damaged"));
	size = pack(zip, "word/document.xml", bomb, bomb_size);
	free(bomb);
	assert_true(bomb_size / size > LIMIT_MEMBER_RATIO);
	assert_int_equal(status_of(zip, size, &error), WA_ERR_LIMIT);
	assert_non_null(strstr(error.message, "it is not read"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(word),
		cmocka_unit_test(open_document),
		cmocka_unit_test(damage_and_bombs_are_told),
	};
	return cmocka_run_group_tests(tests, load_packs, unload_packs);
}
