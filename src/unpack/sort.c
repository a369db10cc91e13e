#include "unpack/sort.h"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/array.h"
#include "base/limits.h"

#define BLOCK 10240u
#define TAR_HEADER 512u
#define TAR_SUM_AT 148u
#define TAR_SUM_SIZE 8u

static bool begins(const void *head, size_t size, const char *mark, size_t length)
{
	return size >= length && memcmp(head, mark, length) == 0;
}

/* The header of a tar archive holds its own sum, with blanks where the sum stands. */
static bool is_tar(const unsigned char *head, size_t size)
{
	unsigned sum = 0, told = 0;
	if (size < TAR_HEADER || !head[0])
		return false;
	for (size_t i = 0; i < TAR_HEADER; i++)
		sum += i - TAR_SUM_AT < TAR_SUM_SIZE ? ' ' : head[i];
	for (size_t i = TAR_SUM_AT; i < TAR_SUM_AT + TAR_SUM_SIZE; i++) {
		if (head[i] >= '0' && head[i] <= '7')
			told = told * 8 + (head[i] - '0');
		else if (told)
			break;
	}
	return sum == told;
}

bool sort_is_zip(const void *head, size_t size)
{
	return begins(head, size, "PK\x03\x04", 4) || begins(head, size, "PK\x05\x06", 4);
}

bool sort_is_packed(const void *head, size_t size)
{
	static const struct {
		const char *mark;
		size_t length;
	} marks[] = {
		{"\x1F\x8B", 2},
		{"BZh", 3},
		{"\xFD"
		 "7zXZ",
			6},
		{"\x28\xB5\x2F\xFD", 4},
		{"WARC/", 5},
	};
	for (size_t i = 0; i < ARRAY_COUNT(marks); i++)
		if (begins(head, size, marks[i].mark, marks[i].length))
			return true;
	return sort_is_zip(head, size) || is_tar(head, size);
}

/* Office files say what they are in a member of a fixed name, which is among the first. */
static bool is_office(struct archive *archive)
{
	struct archive_entry *entry;
	for (unsigned i = 0; i < LIMIT_OFFICE_MEMBERS; i++) {
		int got = archive_read_next_header(archive, &entry);
		const char *name = got == ARCHIVE_OK || got == ARCHIVE_WARN ? archive_entry_pathname(entry) : NULL;
		if (got != ARCHIVE_OK && got != ARCHIVE_WARN)
			return false;
		if (name && (strcmp(name, "[Content_Types].xml") == 0 || strcmp(name, "mimetype") == 0))
			return true;
	}
	return false;
}

static bool is_office_file(const char *path, const void *bytes, size_t size)
{
	struct archive *archive = archive_read_new();
	bool office;
	if (!archive)
		return false;
	office = archive_read_support_format_zip(archive) == ARCHIVE_OK &&
		 (path ? archive_read_open_filename(archive, path, BLOCK) : archive_read_open_memory(archive, bytes, size)) ==
			 ARCHIVE_OK &&
		 is_office(archive);
	(void)archive_read_free(archive);
	return office;
}

size_t sort_read_head(const char *path, void *head)
{
	ssize_t size;
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (fd < 0)
		return 0;
	size = read(fd, head, SORT_HEAD);
	close(fd);
	return size > 0 ? (size_t)size : 0;
}

bool sort_file_is_archive(const char *path)
{
	char head[SORT_HEAD];
	size_t size = sort_read_head(path, head);
	return sort_is_packed(head, size) && !(sort_is_zip(head, size) && is_office_file(path, NULL, 0));
}

bool sort_bytes_are_archive(const void *bytes, size_t size)
{
	return sort_is_packed(bytes, size) && !(sort_is_zip(bytes, size) && is_office_file(NULL, bytes, size));
}
