#include "unpack/member.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/vec.h"

#define CHUNK 65536u

static enum wa_status damaged(struct archive *archive, const char *uri, struct wa_error *error)
{
	const char *why = archive_error_string(archive);
	return error_set(error, WA_ERR_FORMAT, uri, 0, "the archive is damaged: %s", why ? why : "it cannot be read");
}

static enum wa_status unpack(struct archive *archive, const char *uri, size_t size, struct member *member, struct wa_error *error)
{
	VEC(char) out = {0};
	enum wa_status status = WA_OK;
	for (;;) {
		la_ssize_t got;
		if (!vec_reserve(&out, out.count + CHUNK)) {
			status = error_nomem(error);
			break;
		}
		got = archive_read_data(archive, out.items + out.count, CHUNK);
		if (got < 0)
			status = damaged(archive, uri, error);
		if (got <= 0)
			break;
		out.count += (size_t)got;
		if (out.count > LIMIT_MEMBER_BYTES || out.count / LIMIT_MEMBER_RATIO > size) {
			status = error_set(error, WA_ERR_LIMIT, uri, 0,
				"the archive unpacks to more than %u MiB or %u times its size; it is not read",
				LIMIT_MEMBER_BYTES / (1024u * 1024u), LIMIT_MEMBER_RATIO);
			break;
		}
	}
	if (status != WA_OK) {
		vec_release(&out);
		return status;
	}
	member->bytes = out.items;
	member->size = out.count;
	return WA_OK;
}

static enum wa_status find(struct archive *archive, const char *uri, size_t size, const char *name, struct member *member,
	bool *found, struct wa_error *error)
{
	struct archive_entry *entry;
	int got;
	while ((got = archive_read_next_header(archive, &entry)) == ARCHIVE_OK || got == ARCHIVE_WARN) {
		const char *path = archive_entry_pathname(entry);
		if (!path || strcmp(path, name) != 0)
			continue;
		*found = true;
		return unpack(archive, uri, size, member, error);
	}
	return got == ARCHIVE_EOF ? WA_OK : damaged(archive, uri, error);
}

enum wa_status member_read(const char *uri, const void *bytes, size_t size, const char *name, struct member *member, bool *found,
	struct wa_error *error)
{
	struct archive *archive = archive_read_new();
	enum wa_status status;
	*member = (struct member){0};
	*found = false;
	if (!archive)
		return error_nomem(error);
	if (archive_read_support_format_zip(archive) != ARCHIVE_OK || archive_read_open_memory(archive, bytes, size) != ARCHIVE_OK)
		status = damaged(archive, uri, error);
	else
		status = find(archive, uri, size, name, member, found, error);
	(void)archive_read_free(archive);
	return status;
}

void member_release(struct member *member)
{
	free(member->bytes);
	*member = (struct member){0};
}
