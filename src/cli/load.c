#include "cli/load.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/limits.h"
#include "unpack/sort.h"

#define FIRST_SIZE ((size_t)64 * 1024)
#define KEPT_SIZE ((size_t)4 * 1024 * 1024) /* what a buffer may hold on to between files */

static enum wa_status make_room(struct load_buffer *buffer, size_t size, struct wa_error *error)
{
	char *bytes;
	if (size <= buffer->capacity)
		return WA_OK;
	bytes = realloc(buffer->bytes, size);
	if (!bytes)
		return error_nomem(error);
	buffer->bytes = bytes;
	buffer->capacity = size;
	return WA_OK;
}

static enum wa_status too_large(const char *name, size_t size, struct wa_error *error)
{
	if (!size)
		return error_set(error, WA_ERR_LIMIT, name, 0, "more than 1 GiB, the most one document may have");
	return error_set(error, WA_ERR_LIMIT, name, 0, "%.1f GiB, and one document may have at most 1 GiB",
		(double)size / (1024.0 * 1024 * 1024));
}

/* Reads to the end, behind what is in the buffer; `expected` is the size the file is said to have, 0 when nobody knows. */
static enum wa_status read_all(struct load_buffer *buffer, int fd, const char *name, size_t expected, struct wa_error *error)
{
	enum wa_status status = make_room(buffer, expected < FIRST_SIZE ? FIRST_SIZE : expected + 1, error);
	while (status == WA_OK) {
		ssize_t n = read(fd, buffer->bytes + buffer->size, buffer->capacity - buffer->size);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return error_set(error, WA_ERR_IO, name, 0, "cannot be read: %s", strerror(errno));
		if (n == 0)
			break;
		buffer->size += (size_t)n;
		if (buffer->size > LIMIT_DOCUMENT_BYTES)
			return too_large(name, 0, error);
		if (buffer->size == buffer->capacity)
			status = make_room(buffer, buffer->capacity * 2, error);
	}
	if (status == WA_OK && buffer->size == 0)
		return error_set(error, WA_ERR_FORMAT, name, 0, "is empty");
	return status;
}

const char *load_special(unsigned mode)
{
	if (S_ISDIR(mode))
		return "is a folder";
	if (S_ISFIFO(mode))
		return "is a pipe, not a file; give \"-\" and redirect it to standard input";
	if (S_ISSOCK(mode))
		return "is a socket, not a file";
	return "is a device, not a file";
}

static enum wa_status check_file(int fd, const char *path, size_t *size, struct wa_error *error)
{
	struct stat found;
	if (fstat(fd, &found) < 0)
		return error_set(error, WA_ERR_IO, path, 0, "cannot be read: %s", strerror(errno));
	if (!S_ISREG(found.st_mode))
		return error_set(error, WA_ERR_IO, path, 0, "%s", load_special(found.st_mode));
	if (found.st_size > (off_t)LIMIT_DOCUMENT_BYTES)
		return too_large(path, (size_t)found.st_size, error);
	*size = (size_t)found.st_size;
	return WA_OK;
}

enum wa_status load_file(struct load_buffer *buffer, const char *path, struct wa_error *error)
{
	size_t size = 0;
	enum wa_status status;
	/* A pipe that took a file's place since it was listed must not hold us up. */
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (fd < 0)
		return error_set(error, WA_ERR_IO, path, 0, "cannot be opened: %s", strerror(errno));
	buffer->size = 0;
	status = check_file(fd, path, &size, error);
	if (status == WA_OK)
		status = read_all(buffer, fd, path, size, error);
	close(fd);
	return status;
}

enum wa_status load_standard_input(
	struct load_buffer *buffer, const char *name, const char *bytes, size_t size, struct wa_error *error)
{
	enum wa_status status = make_room(buffer, FIRST_SIZE, error);
	if (status != WA_OK)
		return status;
	memcpy(buffer->bytes, bytes, size);
	buffer->size = size;
	if (size && size < SORT_HEAD) /* it had ended, and a terminal would have to be told so twice */
		return WA_OK;
	return read_all(buffer, STDIN_FILENO, name, 0, error);
}

void load_take(struct load_buffer *buffer, char *bytes, size_t size)
{
	load_release(buffer);
	*buffer = (struct load_buffer){.bytes = bytes, .size = size, .capacity = size};
}

void load_trim(struct load_buffer *buffer)
{
	if (buffer->capacity > KEPT_SIZE)
		load_release(buffer);
}

void load_release(struct load_buffer *buffer)
{
	free(buffer->bytes);
	*buffer = (struct load_buffer){0};
}
