/* A file's bytes, read into a buffer that is used again: a file cut short meanwhile is a shorter file, not a signal. */
#ifndef CLI_LOAD_H
#define CLI_LOAD_H

#include <stddef.h>

#include "wireaudit/status.h"

struct load_buffer {
	char *bytes;
	size_t size, capacity;
};

/*
 * Reads a regular file of at most LIMIT_DOCUMENT_BYTES. Errors name `path`: WA_ERR_IO (also for folders, pipes and
 * devices), WA_ERR_FORMAT (nothing in it), WA_ERR_LIMIT, WA_ERR_NOMEM.
 */
enum wa_status load_file(struct load_buffer *buffer, const char *path, struct wa_error *error);
/*
 * The same from standard input until its end, behind the `size` bytes of it that were read before (all there are when fewer than
 * SORT_HEAD, but for none); `name` is for messages.
 */
enum wa_status load_standard_input(
	struct load_buffer *buffer, const char *name, const char *bytes, size_t size, struct wa_error *error);
/* Makes the buffer hold `bytes`, which are from malloc and the buffer's from then on; NULL for none. */
void load_take(struct load_buffer *buffer, char *bytes, size_t size);
/* Gives back what a large file took. */
void load_trim(struct load_buffer *buffer);
void load_release(struct load_buffer *buffer);

/* What a file that is not a regular one is, in words ("a pipe; ..."); `mode` from stat(). */
const char *load_special(unsigned mode);

#endif
