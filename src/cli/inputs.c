#include "cli/inputs.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/error.h"
#include "base/limits.h"
#include "cli/load.h"
#include "cli/trouble.h"
#include "unpack/sort.h"

/* Endings of files that lie about in folders and archives of copy and are none; one that is named is read all the same. */
static const char *const other_kinds[] = {
	"avi",
	"bak",
	"bmp",
	"css",
	"csv",
	"db",
	"db-shm",
	"db-wal",
	"doc",
	"eot",
	"exe",
	"gif",
	"heic",
	"ico",
	"jpeg",
	"jpg",
	"js",
	"jsonl",
	"m4a",
	"map",
	"mov",
	"mp3",
	"mp4",
	"ods",
	"ogg",
	"otf",
	"pdf",
	"png",
	"pptx",
	"sqlite",
	"svg",
	"tif",
	"tiff",
	"ttf",
	"wav",
	"webm",
	"webp",
	"woff",
	"woff2",
	"xls",
	"xlsx",
	"yaml",
	"yml",
};

static bool is_other_kind(const char *name)
{
	const char *dot = strrchr(name, '.');
	for (size_t i = 0; dot && i < sizeof other_kinds / sizeof *other_kinds; i++) {
		if (strcasecmp(dot + 1, other_kinds[i]) == 0)
			return true;
	}
	return false;
}

static bool give(struct inputs *inputs, struct input *input, enum input_kind kind)
{
	*input = (struct input){.kind = kind, .path = inputs->path ? inputs->path : ""};
	if (kind == INPUT_TROUBLE || kind == INPUT_BARREN)
		input->error = &inputs->error;
	if (kind != INPUT_BARREN)
		inputs->found++;
	return true;
}

/* Gives `path` as trouble. `why` may be NULL for memory that ran out. */
static bool give_trouble(struct inputs *inputs, struct input *input, const char *format, const char *why)
{
	if (!why)
		error_nomem(&inputs->error);
	else
		error_set(&inputs->error, WA_ERR_IO, inputs->path, 0, format, why);
	return give(inputs, input, INPUT_TROUBLE);
}

/* Makes the path the first `keep` bytes of itself, then `name`, with a slash between them. */
static bool set_path(struct inputs *inputs, size_t keep, const char *name)
{
	size_t length = strlen(name), needed = keep + length + 2;
	bool slash = keep && inputs->path[keep - 1] != '/';
	if (needed > inputs->path_capacity) {
		char *path = realloc(inputs->path, needed * 2);
		if (!path)
			return false;
		inputs->path = path;
		inputs->path_capacity = needed * 2;
	}
	if (slash)
		inputs->path[keep] = '/';
	memcpy(inputs->path + keep + slash, name, length + 1);
	return true;
}

static int compare_names(const void *a, const void *b, void *names)
{
	return strcmp((const char *)names + *(const size_t *)a + 1, (const char *)names + *(const size_t *)b + 1);
}

struct listing {
	VEC(char) names;
	VEC(size_t) offsets;
};

static bool list_entry(struct listing *listing, const struct dirent *entry)
{
	size_t length = strlen(entry->d_name) + 1, start = listing->names.count;
	size_t *offset = vec_push(&listing->offsets);
	if (!offset || !vec_reserve(&listing->names, start + length + 1) || !listing->names.items)
		return false;
	*offset = start;
	listing->names.items[start] = (char)entry->d_type;
	memcpy(listing->names.items + start + 1, entry->d_name, length);
	listing->names.count += length + 1;
	return true;
}

/* Names in the folder at inputs->path, sorted; 0, or the errno. */
static int list_folder(struct inputs *inputs, struct inputs_folder *folder)
{
	struct listing listing = {0};
	DIR *dir = opendir(inputs->path);
	int fault = dir ? 0 : errno;
	while (dir && !fault) {
		errno = 0;
		struct dirent *entry = readdir(dir);
		if (!entry) {
			fault = errno;
			break;
		}
		if (entry->d_name[0] != '.' && !list_entry(&listing, entry))
			fault = ENOMEM;
	}
	if (dir)
		closedir(dir);
	if (!fault && listing.offsets.count)
		qsort_r(listing.offsets.items, listing.offsets.count, sizeof(size_t), compare_names, listing.names.items);
	folder->names = listing.names.items;
	folder->offsets = listing.offsets.items;
	folder->count = listing.offsets.count;
	return fault;
}

static bool is_open(const struct inputs *inputs, const struct stat *found)
{
	for (size_t i = 0; i < inputs->stack.count; i++) {
		if (inputs->stack.items[i].device == found->st_dev && inputs->stack.items[i].node == found->st_ino)
			return true;
	}
	return false;
}

static void folder_release(struct inputs_folder *folder)
{
	free(folder->names);
	free(folder->offsets);
}

/* Goes into the folder at inputs->path; true when there is trouble to give. */
static bool enter(struct inputs *inputs, const struct stat *found, struct input *input)
{
	struct inputs_folder folder = {.path_length = strlen(inputs->path), .device = found->st_dev, .node = found->st_ino}, *top;
	int fault;
	if (is_open(inputs, found))
		return give_trouble(
			inputs, input, "%s", "a folder loop: it leads back to a folder it lies in, and was not followed");
	if (inputs->stack.count == LIMIT_FOLDER_DEPTH)
		return give_trouble(inputs, input, "%s", "lies deeper than 64 folders and was not followed");
	/* Links may lead to one folder in many ways; it is walked once. */
	if (!node_set_add(&inputs->seen, found->st_dev, found->st_ino))
		return false;
	fault = list_folder(inputs, &folder);
	top = fault ? NULL : vec_push(&inputs->stack);
	if (top) {
		*top = folder;
		return false;
	}
	folder_release(&folder);
	return give_trouble(inputs, input, "the folder cannot be read: %s", fault ? strerror(fault) : NULL);
}

/* Goes into the archive at `path`, which is called inputs->path; true when there is trouble to give. */
static bool begin_archive(struct inputs *inputs, struct input *input, const char *path)
{
	if (walk_open(&inputs->archive, path, inputs->path, is_other_kind, &inputs->error) != WA_OK)
		return give(inputs, input, INPUT_TROUBLE);
	inputs->archives++;
	return false;
}

/* Gives the file at inputs->path; false when it is an archive, which is begun. */
static bool give_file(struct inputs *inputs, struct input *input)
{
	if (inputs->whole_archives || !sort_file_is_archive(inputs->path))
		return give(inputs, input, INPUT_FILE);
	return begin_archive(inputs, input, inputs->path);
}

static char *copy_bytes(const char *bytes, size_t size)
{
	char *copy = malloc(size + 1);
	if (copy)
		memcpy(copy, bytes, size);
	return copy;
}

/* The same for standard input. */
static bool give_standard(struct inputs *inputs, struct input *input)
{
	struct standard *standard = &inputs->standard;
	if (inputs->whole_archives)
		return give(inputs, input, INPUT_STANDARD);
	if (standard_look(standard, inputs->path, &inputs->error) != WA_OK)
		return give(inputs, input, INPUT_TROUBLE);
	if (standard->path[0])
		return begin_archive(inputs, input, standard->path);
	give(inputs, input, INPUT_STANDARD);
	input->bytes = copy_bytes(standard->head, standard->head_size);
	input->size = standard->head_size;
	return input->bytes || give_trouble(inputs, input, "", NULL);
}

/* The archive is at its end; true when it was an operand with nothing in it to give. */
static bool leave_archive(struct inputs *inputs, struct input *input)
{
	bool barren = inputs->stack.count == 0 && inputs->found == 0;
	inputs->left_out_members += walk_left_out(inputs->archive);
	walk_close(inputs->archive);
	inputs->archive = NULL;
	if (!barren)
		return false;
	error_set(&inputs->error, WA_ERR_IO, inputs->path, 0, "the archive holds no file to read");
	return give(inputs, input, INPUT_BARREN);
}

static bool next_member(struct inputs *inputs, struct input *input)
{
	struct walk_item item;
	if (!walk_next(inputs->archive, &item))
		return leave_archive(inputs, input);
	inputs->found++;
	*input = (struct input){
		.kind = item.error ? INPUT_TROUBLE : INPUT_MEMBER,
		.path = item.uri,
		.bytes = item.bytes,
		.size = item.size,
		.packed = true,
		.error = item.error,
	};
	return true;
}

/* Gives what inputs->path names, or goes into it and returns false. */
static bool look(struct inputs *inputs, struct input *input)
{
	struct stat found;
	if (stat(inputs->path, &found) < 0)
		return give_trouble(inputs, input, "cannot be opened: %s", strerror(errno));
	if (S_ISDIR(found.st_mode))
		return enter(inputs, &found, input);
	if (!S_ISREG(found.st_mode))
		return give_trouble(inputs, input, "%s", load_special(found.st_mode));
	return give_file(inputs, input);
}

static bool next_operand(struct inputs *inputs, struct input *input)
{
	size_t at = inputs->at++;
	node_set_clear(&inputs->seen);
	inputs->found = 0;
	if (!set_path(inputs, 0, inputs_name(inputs, at)))
		return give_trouble(inputs, input, "", NULL);
	if (strcmp(inputs->operands[at], "-") != 0)
		return look(inputs, input);
	if (inputs->standard_seen)
		return give_trouble(inputs, input, "%s", "standard input was read already; name it once");
	inputs->standard_seen = true;
	return give_standard(inputs, input);
}

/* Leaves the innermost folder; true when it was an operand with nothing in it to give. */
static bool leave(struct inputs *inputs, struct input *input)
{
	struct inputs_folder *folder = &inputs->stack.items[--inputs->stack.count];
	bool barren = inputs->stack.count == 0 && inputs->found == 0;
	if (barren) {
		inputs->path[folder->path_length] = '\0';
		error_set(&inputs->error, WA_ERR_IO, inputs->path, 0, "the folder holds no file to read");
	}
	folder_release(folder);
	return barren && give(inputs, input, INPUT_BARREN);
}

static bool next_entry(struct inputs *inputs, struct input *input)
{
	struct inputs_folder *folder = &inputs->stack.items[inputs->stack.count - 1];
	const char *entry;
	if (folder->at == folder->count)
		return leave(inputs, input);
	entry = folder->names + folder->offsets[folder->at++];
	if (!set_path(inputs, folder->path_length, entry + 1))
		return give_trouble(inputs, input, "", NULL);
	if (entry[0] != DT_DIR && is_other_kind(entry + 1)) {
		inputs->left_out++;
		return false;
	}
	return entry[0] == DT_REG ? give_file(inputs, input) : look(inputs, input);
}

const char *inputs_name(const struct inputs *inputs, size_t i)
{
	return inputs->standard_name && strcmp(inputs->operands[i], "-") == 0 ? inputs->standard_name : inputs->operands[i];
}

bool inputs_next(struct inputs *inputs, struct input *input)
{
	for (;;) {
		if (inputs->archive) {
			if (next_member(inputs, input))
				return true;
		} else if (inputs->stack.count) {
			if (next_entry(inputs, input))
				return true;
		} else if (inputs->at == inputs->count) {
			return false;
		} else if (next_operand(inputs, input)) {
			return true;
		}
	}
}

bool inputs_position(const struct inputs *inputs, uint64_t *at, uint64_t *size)
{
	if (!inputs->archive)
		return false;
	walk_position(inputs->archive, at, size);
	return true;
}

void inputs_tell_left_out(const struct inputs *inputs)
{
	if (inputs->left_out == 1)
		trouble_say(NULL, "left out a file that by its name is no copy; name it to have it read");
	else if (inputs->left_out)
		trouble_say(NULL, "left out %zu files that by their names are no copy; name one to have it read", inputs->left_out);
	if (inputs->left_out_members == 1)
		trouble_say(NULL, "left out a member of an archive that is no copy");
	else if (inputs->left_out_members)
		trouble_say(NULL, "left out %zu members of archives that are no copy", inputs->left_out_members);
}

void inputs_release(struct inputs *inputs)
{
	while (inputs->stack.count)
		folder_release(&inputs->stack.items[--inputs->stack.count]);
	vec_release(&inputs->stack);
	walk_close(inputs->archive);
	inputs->archive = NULL;
	standard_release(&inputs->standard);
	node_set_release(&inputs->seen);
	free(inputs->path);
}
