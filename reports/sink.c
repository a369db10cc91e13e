/* Sinks: one buffer, handed on when it is full (descriptors) or grown (memory). */
#include "sink.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fail.h"

enum { SINK_BUFFER = 256 * 1024 };

static void give_up(struct wa_sink *sink, enum wa_status status, int fault)
{
	if (sink->failed == WA_OK) {
		sink->failed = status;
		sink->fault = fault;
	}
	sink->at = sink->start;
}

static void hand_on(struct wa_sink *sink, const char *bytes, size_t size)
{
	while (size && sink->failed == WA_OK) {
		ssize_t n = write(sink->fd, bytes, size);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0) {
			give_up(sink, WA_ERR_IO, errno);
			return;
		}
		bytes += n;
		size -= (size_t)n;
	}
}

static void drain(struct wa_sink *sink)
{
	hand_on(sink, sink->start, (size_t)(sink->at - sink->start));
	sink->at = sink->start;
}

static bool grow(struct wa_sink *sink, size_t size)
{
	size_t used = (size_t)(sink->at - sink->start), capacity = (size_t)(sink->end - sink->start);
	char *start;
	if (size > SIZE_MAX / 4 || capacity > SIZE_MAX / 4) {
		give_up(sink, WA_ERR_NOMEM, ENOMEM);
		return false;
	}
	while (capacity - used < size)
		capacity *= 2;
	start = realloc(sink->start, capacity);
	if (!start) {
		give_up(sink, WA_ERR_NOMEM, ENOMEM);
		return false;
	}
	sink->start = start;
	sink->at = start + used;
	sink->end = start + capacity;
	return true;
}

bool sink_room(struct wa_sink *sink, size_t size)
{
	if (sink->failed != WA_OK)
		return false;
	if (sink->fd < 0)
		return grow(sink, size);
	drain(sink);
	return sink->failed == WA_OK && (size_t)(sink->end - sink->at) >= size;
}

void sink_write_slowly(struct wa_sink *sink, const void *bytes, size_t size)
{
	if (sink_room(sink, size)) {
		memcpy(sink->at, bytes, size);
		sink->at += size;
	} else if (sink->failed == WA_OK) {
		hand_on(sink, bytes, size);
	}
}

void sink_number(struct wa_sink *sink, uint64_t number)
{
	char digits[20], *at = digits + sizeof digits;
	do
		*--at = (char)('0' + number % 10);
	while (number /= 10);
	sink_bytes(sink, at, (size_t)(digits + sizeof digits - at));
}

void sink_printf(struct wa_sink *sink, const char *format, ...)
{
	char text[1024];
	va_list args;
	va_start(args, format);
	int n = vsnprintf(text, sizeof text, format, args);
	va_end(args);
	if (n > 0)
		sink_bytes(sink, text, (size_t)n < sizeof text ? (size_t)n : sizeof text - 1);
}

static struct wa_sink *make(int fd, const char *name)
{
	struct wa_sink *sink = calloc(1, sizeof *sink);
	size_t size = fd < 0 ? 4096 : SINK_BUFFER;
	if (!sink)
		return NULL;
	sink->fd = fd;
	sink->start = sink->at = malloc(size);
	sink->name = strdup(name);
	if (!sink->start || !sink->name) {
		wa_sink_abandon(sink);
		return NULL;
	}
	sink->end = sink->start + size;
	return sink;
}

struct wa_sink *wa_sink_memory(void)
{
	return make(-1, "memory");
}

struct wa_sink *wa_sink_fd(int fd, const char *name)
{
	return make(fd, name);
}

/* A new file beside `path`, with the usual permissions or those of the file it will replace. */
static int open_beside(struct wa_sink *sink, const char *path, const struct stat *found)
{
	size_t size = strlen(path) + 40;
	sink->temporary = malloc(size);
	if (!sink->temporary) {
		errno = ENOMEM;
		return -1;
	}
	int fd = -1;
	for (int i = 0; i < 100 && fd < 0; i++) {
		snprintf(sink->temporary, size, "%s.%ld-%d.part", path, (long)getpid(), i);
		fd = open(sink->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
		if (fd < 0 && errno != EEXIST)
			break;
	}
	if (fd < 0) {
		free(sink->temporary);
		sink->temporary = NULL;
	} else if (found && fchmod(fd, found->st_mode & 07777) < 0) {
		errno = 0; /* not ours to change: the usual permissions do */
	}
	return fd;
}

/* A new file or a plain one is written beside its place; a link, pipe or device where it is. */
static int open_target(struct wa_sink *sink, const char *path)
{
	struct stat found;
	if (lstat(path, &found) < 0)
		return open_beside(sink, path, NULL);
	if (S_ISREG(found.st_mode) && access(path, W_OK) == 0)
		return open_beside(sink, path, &found);
	return open(path, O_WRONLY | O_TRUNC | O_CLOEXEC);
}

enum wa_status wa_sink_open(const char *path, struct wa_sink **sink, struct wa_error *error)
{
	bool standard = strcmp(path, "-") == 0;
	*sink = make(STDOUT_FILENO, standard ? "standard output" : path);
	if (!*sink)
		return fail_nomem(error);
	if (standard)
		return WA_OK;
	(*sink)->fd = open_target(*sink, path);
	(*sink)->owns_fd = true;
	if ((*sink)->fd >= 0)
		return WA_OK;
	enum wa_status status = fail(error, WA_ERR_IO, path, "cannot be written: %s", strerror(errno));
	(*sink)->owns_fd = false;
	wa_sink_abandon(*sink);
	*sink = NULL;
	return status;
}

void wa_sink_write(struct wa_sink *sink, const void *bytes, size_t size)
{
	if (size)
		sink_bytes(sink, bytes, size);
}

struct wa_str wa_sink_text(const struct wa_sink *sink)
{
	if (sink->fd >= 0)
		return (struct wa_str){"", 0};
	return (struct wa_str){sink->start, (size_t)(sink->at - sink->start)};
}

void wa_sink_clear(struct wa_sink *sink)
{
	if (sink->fd >= 0)
		return;
	sink->at = sink->start;
	sink->failed = WA_OK;
}

static enum wa_status tell(const struct wa_sink *sink, struct wa_error *error)
{
	if (sink->failed == WA_OK)
		return WA_OK;
	if (sink->failed == WA_ERR_NOMEM)
		return fail_nomem(error);
	return fail(error, sink->failed, sink->name, "cannot be written: %s", strerror(sink->fault));
}

enum wa_status wa_sink_flush(struct wa_sink *sink, struct wa_error *error)
{
	if (sink->fd >= 0)
		drain(sink);
	return tell(sink, error);
}

enum wa_status wa_sink_close(struct wa_sink *sink, struct wa_error *error)
{
	if (!sink)
		return WA_OK;
	if (sink->fd >= 0)
		drain(sink);
	if (sink->owns_fd) {
		if (close(sink->fd) < 0)
			give_up(sink, WA_ERR_IO, errno);
		sink->owns_fd = false;
	}
	if (sink->temporary && sink->failed == WA_OK) {
		if (rename(sink->temporary, sink->name) < 0) {
			give_up(sink, WA_ERR_IO, errno);
		} else {
			free(sink->temporary);
			sink->temporary = NULL;
		}
	}
	enum wa_status status = tell(sink, error);
	wa_sink_abandon(sink);
	return status;
}

void wa_sink_abandon(struct wa_sink *sink)
{
	if (!sink)
		return;
	if (sink->owns_fd)
		close(sink->fd);
	if (sink->temporary)
		unlink(sink->temporary);
	free(sink->temporary);
	free(sink->start);
	free(sink->name);
	free(sink);
}
