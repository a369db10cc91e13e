/* Whether bytes are an archive to be walked, told by content. */
#ifndef UNPACK_SORT_H
#define UNPACK_SORT_H

#include <stdbool.h>
#include <stddef.h>

/* So many bytes of a file's beginning are enough for sort_is_packed(). */
#define SORT_HEAD 512u

/* True for what begins as a zip archive, also an empty one. */
bool sort_is_zip(const void *head, size_t size);

/* True for what begins as zip, tar, gzip, bzip2, xz, zstd or WARC. */
bool sort_is_packed(const void *head, size_t size);

/* The first bytes of a file, at most SORT_HEAD; 0 when it cannot be read. */
size_t sort_read_head(const char *path, void *head);

/* The same for a file, or for all bytes of one; Word and OpenDocument files, zip archives that are one document, are no archives.
 */
bool sort_file_is_archive(const char *path);
bool sort_bytes_are_archive(const void *bytes, size_t size);

#endif
