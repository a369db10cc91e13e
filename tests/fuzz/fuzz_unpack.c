/* Any bytes as an archive: walked to the end, in bounded memory, with a name for everything that is given. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "unpack/sort.h"
#include "unpack/walk.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static bool is_no_copy(const char *name)
{
	return strstr(name, ".jpg") != NULL;
}

static void walk_all(struct walk *walk, const char *path)
{
	struct walk_item item;
	while (walk_next(walk, &item)) {
		bool within = strncmp(item.uri, path, strlen(path)) == 0;
		if (!within || (item.error ? item.bytes || !item.error->message[0] : !strstr(item.uri, "!/")))
			abort();
		free(item.bytes);
	}
	walk_close(walk);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct wa_error error = {0};
	struct walk *walk;
	char path[64];
	int fd = memfd_create("fuzz", MFD_CLOEXEC);
	if (fd < 0 || write(fd, bytes, size) != (ssize_t)size)
		abort();
	(void)snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
	if (sort_file_is_archive(path) && walk_open(&walk, path, path, is_no_copy, &error) == WA_OK)
		walk_all(walk, path);
	close(fd);
	return 0;
}
