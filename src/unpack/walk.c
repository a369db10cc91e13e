#include "unpack/walk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "unpack/sort.h"
#include "unpack/unpack.h"

#define BLOCK 65536u

struct level {
	struct unpack *unpack;
	char *bytes; /* of an archive that is a member */
	uint64_t size;
	size_t uri_length;
};

struct walk {
	struct level levels[LIMIT_ARCHIVE_DEPTH];
	size_t depth;
	VEC(char) uri; /* of the member, ending in NUL */
	bool (*is_no_copy)(const char *name);
	uint64_t unpacked, most; /* bytes of all members so far, and at most */
	size_t left_out;
	bool draining; /* the current member is not read to its end */
	struct wa_error error;
};

/* A member's bytes as they come. */
struct member_bytes {
	VEC(char) out;
};

static struct level *top_of(struct walk *walk)
{
	return &walk->levels[walk->depth - 1];
}

static bool push_text(struct walk *walk, const char *text, size_t length)
{
	if (!vec_reserve(&walk->uri, walk->uri.count + length + 1))
		return false;
	memcpy(walk->uri.items + walk->uri.count, text, length);
	walk->uri.count += length;
	walk->uri.items[walk->uri.count] = '\0';
	return true;
}

/* Makes the URI that of the top archive. */
static void name_archive(struct walk *walk)
{
	walk->uri.count = top_of(walk)->uri_length;
	walk->uri.items[walk->uri.count] = '\0';
}

/* "./" before a name says nothing. */
static const char *plain_name(const char *name)
{
	while (name[0] == '.' && name[1] == '/')
		for (name += 2; *name == '/';)
			name++;
	return name;
}

static bool name_member(struct walk *walk, const char *name)
{
	const char *end = name + strlen(name);
	name_archive(walk);
	if (!push_text(walk, "!/", 2))
		return false;
	while (name < end) {
		uint32_t point;
		size_t length = utf8_decode(name, end, &point);
		char escaped[4];
		bool odd = point < 0x20 || point == 0x7F || (point == UTF8_REPLACEMENT && length == 1);
		if (odd)
			(void)snprintf(escaped, sizeof escaped, "%%%02X", (unsigned)(unsigned char)*name);
		if (!push_text(walk, odd ? escaped : name, odd ? 3 : length))
			return false;
		name += length;
	}
	return true;
}

/* As folder walks leave out hidden files. */
static bool is_hidden(const char *name)
{
	for (const char *part = name; part; part = strchr(part, '/')) {
		part += *part == '/';
		if (part[0] == '.' && part[1] && part[1] != '/' && !(part[1] == '.' && (!part[2] || part[2] == '/')))
			return true;
	}
	return false;
}

static void pop(struct walk *walk)
{
	struct level *level = top_of(walk);
	unpack_close(level->unpack);
	free(level->bytes);
	walk->depth--;
}

static bool give_trouble(struct walk *walk, struct walk_item *item)
{
	*item = (struct walk_item){.uri = walk->uri.items, .error = &walk->error};
	return true;
}

/* Trouble with the member, or with memory for its name. */
static bool refuse(struct walk *walk, struct walk_item *item, enum wa_status status, const char *why)
{
	error_set(&walk->error, status, walk->uri.items, 0, "%s", why);
	return give_trouble(walk, item);
}

/* The rest of the top archive cannot be read: walk->error says why. */
static bool give_up(struct walk *walk, struct walk_item *item)
{
	name_archive(walk);
	pop(walk);
	return give_trouble(walk, item);
}

/* More has come of the file than a file of copy holds. */
static bool give_up_all(struct walk *walk, struct walk_item *item)
{
	char inside[300];
	(void)snprintf(inside, sizeof inside, "%s", walk->uri.items + walk->levels[0].uri_length);
	while (walk->depth > 1)
		pop(walk);
	name_archive(walk);
	error_set(&walk->error, WA_ERR_LIMIT, walk->uri.items, 0,
		"unpacks to more than %llu MiB at \"%s\", too much for its size; the rest of it was not read",
		(unsigned long long)(walk->most / (1024u * 1024u)), inside);
	pop(walk);
	return give_trouble(walk, item);
}

enum reading { READ_ALL, READ_TOO_LARGE, READ_BOMB, READ_DAMAGED, READ_NO_MEMORY, READ_TOO_MUCH };

static enum reading read_member(struct walk *walk, struct member_bytes *bytes)
{
	const struct level *level = top_of(walk);
	for (;;) {
		ssize_t got;
		if (!vec_reserve(&bytes->out, bytes->out.count + BLOCK))
			return READ_NO_MEMORY;
		got = unpack_read(level->unpack, bytes->out.items + bytes->out.count, BLOCK, &walk->error);
		if (got <= 0)
			return got < 0 ? READ_DAMAGED : READ_ALL;
		bytes->out.count += (size_t)got;
		walk->unpacked += (uint64_t)got;
		if (walk->unpacked > walk->most)
			return READ_TOO_MUCH;
		if (bytes->out.count > LIMIT_MEMBER_BYTES)
			return READ_TOO_LARGE;
		if (bytes->out.count > LIMIT_ARCHIVE_FLOOR && bytes->out.count / LIMIT_ARCHIVE_RATIO > level->size)
			return READ_BOMB;
	}
}

/* Passes over what is left of the member, counting what must be unpacked for it. */
static enum reading drain(struct walk *walk)
{
	char block[BLOCK];
	const struct level *level = top_of(walk);
	walk->draining = false;
	while (!unpack_seeks(level->unpack)) {
		ssize_t got = unpack_read(level->unpack, block, sizeof block, &walk->error);
		if (got <= 0)
			return got < 0 ? READ_DAMAGED : READ_ALL;
		walk->unpacked += (uint64_t)got;
		if (walk->unpacked > walk->most)
			return READ_TOO_MUCH;
	}
	return READ_ALL;
}

/* Goes into an archive that is a member; takes its bytes over. */
static bool push_level(struct walk *walk, char *bytes, size_t size)
{
	struct level *level = &walk->levels[walk->depth];
	*level = (struct level){.bytes = bytes, .size = size, .uri_length = walk->uri.count};
	if (unpack_open_bytes(&level->unpack, walk->uri.items, bytes, size, &walk->error) == WA_OK) {
		walk->depth++;
		return true;
	}
	free(level->bytes);
	return false;
}

static char *shrunk(char *bytes, size_t size)
{
	char *less = realloc(bytes, size);
	return less ? less : bytes;
}

/* What was read of a member, or the archive it is; false when there is nothing to give. */
static bool give_member(struct walk *walk, struct member_bytes *bytes, struct walk_item *item)
{
	char *all = bytes->out.items;
	size_t size = bytes->out.count;
	bool nested;
	if (unpack_unwrap(top_of(walk)->unpack, walk->uri.items, &all, &size, LIMIT_MEMBER_BYTES, &walk->error) != WA_OK) {
		free(all);
		return give_trouble(walk, item);
	}
	/* Read in large blocks, held for long: small members would hold a block each. */
	if (size && size < bytes->out.capacity)
		all = shrunk(all, size);
	nested = sort_bytes_are_archive(all, size);
	if (!nested) {
		*item = (struct walk_item){.uri = walk->uri.items, .bytes = all, .size = size};
		return true;
	}
	if (walk->depth < LIMIT_ARCHIVE_DEPTH)
		return !push_level(walk, all, size) && give_trouble(walk, item);
	free(all);
	return refuse(walk, item, WA_ERR_LIMIT, "lies in archives within archives already and was not opened; unpack one of them");
}

static bool give_unread(struct walk *walk, struct walk_item *item, enum reading reading)
{
	char why[160];
	switch (reading) {
	case READ_TOO_LARGE:
		walk->draining = true;
		(void)snprintf(why, sizeof why,
			"unpacks to more than %u MiB, the most a member of an archive may have; it was not read",
			LIMIT_MEMBER_BYTES / (1024u * 1024u));
		return refuse(walk, item, WA_ERR_LIMIT, why);
	case READ_BOMB:
		walk->draining = true;
		(void)snprintf(why, sizeof why,
			"unpacks to more than %u times the size of its archive, which no copy does; it was not read",
			LIMIT_ARCHIVE_RATIO);
		return refuse(walk, item, WA_ERR_LIMIT, why);
	case READ_TOO_MUCH:
		return give_up_all(walk, item);
	case READ_NO_MEMORY:
		walk->draining = true;
		return refuse(walk, item, WA_ERR_NOMEM, "not enough memory");
	case READ_ALL:
	case READ_DAMAGED:
		break;
	}
	return give_up(walk, item);
}

/* Reads the member on which the top archive stands; false when there is nothing to give. */
static bool take_member(struct walk *walk, const struct unpack_member *member, struct walk_item *item)
{
	struct member_bytes bytes = {0};
	const char *name = member->is_address ? member->name : plain_name(member->name);
	enum reading reading;
	if (!name_member(walk, name)) {
		name_archive(walk);
		return refuse(walk, item, WA_ERR_NOMEM, "not enough memory");
	}
	walk->draining = true;
	if (member->kind == UNPACK_NO_FILE || (!member->is_address && is_hidden(name)))
		return false;
	if (member->kind == UNPACK_NO_COPY || (!member->is_address && walk->is_no_copy(name))) {
		walk->left_out++;
		return false;
	}
	if (member->kind == UNPACK_ENCRYPTED)
		return refuse(walk, item, WA_ERR_FORMAT, "is encrypted and was not read");
	walk->draining = false;
	reading = read_member(walk, &bytes);
	if (reading == READ_ALL)
		return give_member(walk, &bytes, item);
	vec_release(&bytes.out);
	return give_unread(walk, item, reading);
}

bool walk_next(struct walk *walk, struct walk_item *item)
{
	while (walk->depth) {
		struct unpack_member member;
		bool more = false;
		enum reading drained = walk->draining ? drain(walk) : READ_ALL;
		if (drained != READ_ALL)
			return give_unread(walk, item, drained);
		if (unpack_next(top_of(walk)->unpack, &member, &more, &walk->error) != WA_OK)
			return give_up(walk, item);
		if (!more)
			pop(walk);
		else if (take_member(walk, &member, item))
			return true;
	}
	return false;
}

enum wa_status walk_open(
	struct walk **out, const char *path, const char *name, bool (*is_no_copy)(const char *name), struct wa_error *error)
{
	struct walk *walk = calloc(1, sizeof *walk);
	struct stat found;
	enum wa_status status;
	*out = NULL;
	if (!walk || !push_text(walk, name, strlen(name))) {
		walk_close(walk);
		return error_nomem(error);
	}
	walk->is_no_copy = is_no_copy;
	walk->levels[0].uri_length = walk->uri.count;
	walk->levels[0].size = stat(path, &found) == 0 && found.st_size > 0 ? (uint64_t)found.st_size : 0;
	walk->most = walk->levels[0].size * LIMIT_ARCHIVE_TOTAL_RATIO;
	if (walk->most < LIMIT_MEMBER_BYTES)
		walk->most = LIMIT_MEMBER_BYTES;
	status = unpack_open_file(&walk->levels[0].unpack, path, name, error);
	if (status != WA_OK) {
		walk_close(walk);
		return status;
	}
	walk->depth = 1;
	*out = walk;
	return WA_OK;
}

void walk_position(const struct walk *walk, uint64_t *at, uint64_t *size)
{
	*size = walk->levels[0].size;
	*at = walk->depth ? unpack_position(walk->levels[0].unpack) : *size;
	if (*at > *size)
		*at = *size;
}

size_t walk_left_out(const struct walk *walk)
{
	return walk->left_out;
}

void walk_close(struct walk *walk)
{
	if (!walk)
		return;
	while (walk->depth)
		pop(walk);
	vec_release(&walk->uri);
	free(walk);
}
