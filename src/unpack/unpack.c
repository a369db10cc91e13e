#include "unpack/unpack.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/error.h"
#include "base/vec.h"
#include "unpack/sort.h"
#include "unpack/warc.h"

#define BLOCK 65536u
#define WARC_MARK "WARC/"
#define MARK_SIZE (sizeof WARC_MARK - 1)

struct unpack {
	struct archive *archive;
	struct warc *warc; /* what is packed is a WARC file */
	char *name;        /* for messages */
	char *single;      /* the name of a packed single file */
	bool begun, is_single;
	char mark[MARK_SIZE]; /* the first bytes of a packed single file, read to see whether it is a WARC file */
	size_t mark_at, mark_size;
};

static enum wa_status damaged(const struct unpack *unpack, struct wa_error *error)
{
	const char *why = archive_error_string(unpack->archive);
	if (why && strstr(why, "assphrase"))
		return error_set(error, WA_ERR_FORMAT, unpack->name, 0, "the archive is encrypted and cannot be read");
	return error_set(error, WA_ERR_FORMAT, unpack->name, 0, "the archive is damaged: %s; what stands before is read",
		why ? why : "it ends too early");
}

/* The file's name without its folder and its last ending: "copy/a.txt.gz" holds "a.txt". */
static char *single_name(const char *name)
{
	const char *slash = strrchr(name, '/'), *base = slash ? slash + 1 : name, *dot = strrchr(base, '.');
	return dot && dot > base ? strndup(base, (size_t)(dot - base)) : strdup(base);
}

/* A zip archive within another packing is left as one member: it may be an office file, and is walked as any archive in an archive.
 */
static struct archive *make_archive(bool zip)
{
	struct archive *archive = archive_read_new();
	if (!archive)
		return NULL;
	(void)archive_read_support_filter_gzip(archive);
	(void)archive_read_support_filter_bzip2(archive);
	(void)archive_read_support_filter_xz(archive);
	(void)archive_read_support_filter_zstd(archive);
	if (zip)
		(void)archive_read_support_format_zip(archive);
	(void)archive_read_support_format_tar(archive);
	(void)archive_read_support_format_raw(archive);
	return archive;
}

static struct unpack *make(const char *name, bool zip)
{
	struct unpack *unpack = calloc(1, sizeof *unpack);
	if (!unpack)
		return NULL;
	unpack->archive = make_archive(zip);
	unpack->name = strdup(name);
	unpack->single = single_name(name);
	if (unpack->archive && unpack->name && unpack->single)
		return unpack;
	unpack_close(unpack);
	return NULL;
}

static enum wa_status open_as(
	struct unpack **out, const char *name, bool zip, const char *path, const void *bytes, size_t size, struct wa_error *error)
{
	struct unpack *unpack = make(name, zip);
	int got;
	*out = NULL;
	if (!unpack)
		return error_nomem(error);
	got = path ? archive_read_open_filename(unpack->archive, path, BLOCK)
		   : archive_read_open_memory(unpack->archive, bytes, size);
	if (got != ARCHIVE_OK) {
		enum wa_status status = damaged(unpack, error);
		unpack_close(unpack);
		return status;
	}
	*out = unpack;
	return WA_OK;
}

enum wa_status unpack_open_file(struct unpack **unpack, const char *path, const char *name, struct wa_error *error)
{
	char head[SORT_HEAD];
	bool zip = sort_is_zip(head, sort_read_head(path, head));
	return open_as(unpack, name, zip, path, NULL, 0, error);
}

enum wa_status unpack_open_bytes(struct unpack **unpack, const char *name, const void *bytes, size_t size, struct wa_error *error)
{
	return open_as(unpack, name, sort_is_zip(bytes, size), NULL, bytes, size, error);
}

void unpack_close(struct unpack *unpack)
{
	if (!unpack)
		return;
	(void)archive_read_free(unpack->archive);
	free(unpack->warc);
	free(unpack->name);
	free(unpack->single);
	free(unpack);
}

static ssize_t read_packed(void *context, void *buffer, size_t size)
{
	struct unpack *unpack = context;
	size_t kept = unpack->mark_size - unpack->mark_at;
	if (!kept)
		return (ssize_t)archive_read_data(unpack->archive, buffer, size);
	kept = kept < size ? kept : size;
	memcpy(buffer, unpack->mark + unpack->mark_at, kept);
	unpack->mark_at += kept;
	return (ssize_t)kept;
}

/* Looks at the beginning of a packed single file. */
static enum wa_status look_inside(struct unpack *unpack, struct wa_error *error)
{
	while (unpack->mark_size < MARK_SIZE) {
		ssize_t got = (ssize_t)archive_read_data(
			unpack->archive, unpack->mark + unpack->mark_size, MARK_SIZE - unpack->mark_size);
		if (got < 0)
			return damaged(unpack, error);
		if (got == 0)
			return WA_OK;
		unpack->mark_size += (size_t)got;
	}
	if (memcmp(unpack->mark, WARC_MARK, MARK_SIZE) != 0)
		return WA_OK;
	unpack->warc = malloc(sizeof *unpack->warc);
	if (!unpack->warc)
		return error_nomem(error);
	warc_init(unpack->warc, read_packed, unpack);
	return WA_OK;
}

static enum wa_status next_record(struct unpack *unpack, struct unpack_member *member, bool *more, struct wa_error *error)
{
	struct warc *warc = unpack->warc;
	enum warc_outcome outcome = warc_next(warc);
	switch (outcome) {
	case WARC_RECORD:
		*member = (struct unpack_member){.name = warc->address[0] ? warc->address : "record", .is_address = true};
		member->kind = warc_is_copy(warc) ? UNPACK_FILE : UNPACK_NO_COPY;
		*more = true;
		return WA_OK;
	case WARC_END:
		*more = false;
		return WA_OK;
	case WARC_BROKEN:
		return error_set(error, WA_ERR_FORMAT, unpack->name, 0,
			"the WARC file is damaged: behind %llu records no further one begins; what stands before is read",
			(unsigned long long)warc->records);
	case WARC_DAMAGED_STREAM:
		break;
	}
	return damaged(unpack, error);
}

static void describe(struct archive_entry *entry, struct unpack_member *member)
{
	const char *name = archive_entry_pathname_utf8(entry);
	*member = (struct unpack_member){.name = name ? name : archive_entry_pathname(entry)};
	if (!member->name)
		member->name = "unnamed";
	if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry))
		member->kind = UNPACK_NO_FILE;
	else if (archive_entry_is_encrypted(entry))
		member->kind = UNPACK_ENCRYPTED;
}

/* libarchive hands out names in the thread's locale, and loses those that the C locale has no letters for. */
static int next_header(struct archive *archive, struct archive_entry **entry, struct unpack_member *member)
{
	locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", NULL), before = utf8 ? uselocale(utf8) : NULL;
	int got = archive_read_next_header(archive, entry);
	if (got == ARCHIVE_OK || got == ARCHIVE_WARN)
		describe(*entry, member);
	if (utf8) {
		uselocale(before);
		freelocale(utf8);
	}
	return got;
}

enum wa_status unpack_next(struct unpack *unpack, struct unpack_member *member, bool *more, struct wa_error *error)
{
	struct archive_entry *entry;
	int got;
	*more = false;
	if (unpack->warc)
		return next_record(unpack, member, more, error);
	if (unpack->is_single)
		return WA_OK;
	got = next_header(unpack->archive, &entry, member);
	if (got == ARCHIVE_EOF)
		return WA_OK;
	if (got != ARCHIVE_OK && got != ARCHIVE_WARN)
		return damaged(unpack, error);
	*more = true;
	unpack->is_single = archive_format(unpack->archive) == ARCHIVE_FORMAT_RAW;
	if (unpack->is_single) {
		enum wa_status status = look_inside(unpack, error);
		*member = (struct unpack_member){.name = unpack->single};
		return status == WA_OK && unpack->warc ? next_record(unpack, member, more, error) : status;
	}
	return WA_OK;
}

ssize_t unpack_read(struct unpack *unpack, void *buffer, size_t size, struct wa_error *error)
{
	ssize_t got = unpack->warc ? warc_read(unpack->warc, buffer, size) : read_packed(unpack, buffer, size);
	if (got < 0)
		(void)damaged(unpack, error);
	return got;
}

bool unpack_seeks(const struct unpack *unpack)
{
	return (archive_format(unpack->archive) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_ZIP;
}

uint64_t unpack_position(const struct unpack *unpack)
{
	la_int64_t position = archive_filter_bytes(unpack->archive, -1);
	return position > 0 ? (uint64_t)position : 0;
}

static enum wa_status read_body(struct unpack *inner, char **bytes, size_t *size, size_t most, struct wa_error *error)
{
	VEC(char) out = {0};
	ssize_t got = 1;
	while (got > 0 && out.count <= most && vec_reserve(&out, out.count + BLOCK)) {
		got = unpack_read(inner, out.items + out.count, BLOCK, error);
		out.count += got > 0 ? (size_t)got : 0;
	}
	if (got == 0 && out.count <= most) {
		free(*bytes);
		*bytes = out.items;
		*size = out.count;
		return WA_OK;
	}
	vec_release(&out);
	if (got < 0)
		return WA_ERR_FORMAT;
	if (out.failed)
		return error_nomem(error);
	return error_set(
		error, WA_ERR_LIMIT, inner->name, 0, "unpacks to more than %zu MiB and was not read", most / (1024 * 1024));
}

static enum wa_status unzip(const char *name, char **bytes, size_t *size, size_t most, struct wa_error *error)
{
	struct unpack *inner;
	struct unpack_member member;
	bool more = false;
	enum wa_status status = unpack_open_bytes(&inner, name, *bytes, *size, error);
	if (!inner)
		return status;
	status = unpack_next(inner, &member, &more, error);
	if (status == WA_OK && more && inner->is_single && !inner->warc)
		status = read_body(inner, bytes, size, most, error);
	unpack_close(inner);
	return status;
}

enum wa_status unpack_unwrap(
	const struct unpack *unpack, const char *name, char **bytes, size_t *size, size_t most, struct wa_error *error)
{
	const struct warc *warc = unpack->warc;
	if (!warc)
		return WA_OK;
	if (warc->chunked && !warc_join_chunks(*bytes, size))
		return error_set(error, WA_ERR_FORMAT, name, 0, "its chunks are broken, and it was not read");
	if (!warc->packing[0] || strcasecmp(warc->packing, "identity") == 0)
		return WA_OK;
	/* Some crawlers unpack the body and leave the header: a body that does not begin as gzip is not packed. */
	if (strcasecmp(warc->packing, "gzip") == 0 || strcasecmp(warc->packing, "x-gzip") == 0)
		return *size >= 2 && memcmp(*bytes, "\x1F\x8B", 2) == 0 ? unzip(name, bytes, size, most, error) : WA_OK;
	return error_set(error, WA_ERR_FORMAT, name, 0, "is packed as \"%s\", which is not read", warc->packing);
}
