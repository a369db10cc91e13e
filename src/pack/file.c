#include "pack/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/utf8.h"

void file_vfail(const struct file *file, unsigned line, unsigned column, const char *format, va_list args)
{
	(void)error_vset(file->error, WA_ERR_CONFIG, file->path, line, format, args);
	if (file->error)
		file->error->column = column;
}

enum wa_status file_fail(const struct file *file, unsigned line, unsigned column, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	file_vfail(file, line, column, format, args);
	va_end(args);
	return WA_ERR_CONFIG;
}

static enum wa_status fail_io(const struct file *file, const char *what, const char *why)
{
	return error_set(file->error, WA_ERR_IO, file->path, 0, "%s: %s", what, why);
}

static unsigned line_at(const char *text, size_t at)
{
	unsigned line = 1;
	for (size_t i = 0; i < at; i++)
		line += text[i] == '\n';
	return line;
}

static enum wa_status check_text(struct file *file)
{
	size_t valid = utf8_valid_prefix(file->text, file->size);
	const char *nul = memchr(file->text, '\0', file->size);
	if (nul)
		return file_fail(file, line_at(file->text, (size_t)(nul - file->text)), 0,
			"this is a binary file; packs and configurations are text in UTF-8");
	if (valid < file->size)
		return file_fail(file, line_at(file->text, valid), 0, "a byte here is not UTF-8; save the file as UTF-8");
	if (file->size >= 3 && memcmp(file->text, "\xEF\xBB\xBF", 3) == 0) {
		file->text += 3;
		file->size -= 3;
	}
	return WA_OK;
}

static enum wa_status read_all(struct file *file, int fd, size_t size)
{
	char *text = arena_alloc(file->arena, size + 1);
	size_t have = 0;
	if (!text)
		return error_nomem(file->error);
	while (have < size) {
		ssize_t n = read(fd, text + have, size - have);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return fail_io(file, "cannot read", strerror(errno));
		if (n == 0)
			break;
		have += (size_t)n;
	}
	text[have] = '\0';
	file->text = text;
	file->size = have;
	return check_text(file);
}

static enum wa_status read_regular(struct file *file, int fd)
{
	struct stat st;
	if (fstat(fd, &st) != 0)
		return fail_io(file, "cannot read", strerror(errno));
	if (S_ISDIR(st.st_mode))
		return fail_io(file, "cannot read", "it is a folder, a file was expected");
	if (!S_ISREG(st.st_mode))
		return fail_io(file, "cannot read", "it is no regular file");
	if ((uintmax_t)st.st_size > LIMIT_PACK_BYTES)
		return file_fail(file, 0, 0, "the file has %ju bytes; packs and configurations have at most %u",
			(uintmax_t)st.st_size, LIMIT_PACK_BYTES);
	return read_all(file, fd, (size_t)st.st_size);
}

enum wa_status file_open(struct file *file, const char *path, struct arena *arena, struct wa_error *error)
{
	enum wa_status status;
	int fd;
	*file = (struct file){.path = path, .arena = arena, .error = error};
	/* not blocking, so that a named pipe is refused rather than waited for */
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0)
		return fail_io(file, "cannot open", strerror(errno));
	status = read_regular(file, fd);
	(void)close(fd);
	return status;
}
