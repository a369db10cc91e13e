/* Files written for a test, and packs loaded with them. */
#ifndef UNIT_PACK_SCRATCH_H
#define UNIT_PACK_SCRATCH_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "pack/packs.h"

static char scratch_folder[64];

/* cmocka group setup and teardown. */
static int scratch_make(void **state)
{
	(void)state;
	(void)snprintf(scratch_folder, sizeof scratch_folder, "/tmp/wa-pack-XXXXXX");
	return mkdtemp(scratch_folder) ? 0 : -1;
}

static int scratch_remove(void **state)
{
	(void)state;
	return rmdir(scratch_folder);
}

/* Path of a file in the folder; static storage for a few calls. */
static const char *scratch_path(const char *name)
{
	static char paths[8][128];
	static unsigned turn;
	char *path = paths[turn++ % 8];
	(void)snprintf(path, sizeof paths[0], "%s/%s", scratch_folder, name);
	return path;
}

static const char *scratch_write(const char *name, const char *bytes, size_t size)
{
	const char *path = scratch_path(name);
	FILE *out = fopen(path, "w");
	assert_non_null(out);
	assert_int_equal(fwrite(bytes, 1, size, out), size);
	assert_int_equal(fclose(out), 0);
	return path;
}

/* A file that is loaded with the built-in packs, and what is said about it. */
struct mistake {
	const char *name; /* a pack, or wireaudit.yaml */
	const char *text;
	const char *expected; /* "line:column: message", or "" when nothing is wrong */
};

static enum wa_status load_file(const char *path, struct packs **packs, struct wa_error *error)
{
	struct wa_options options = {0};
	if (strstr(path, "/wireaudit.yaml"))
		options.config = path;
	else
		options.packs = &path, options.pack_count = 1;
	return packs_load(&options, packs, error);
}

static inline int check_mistake(const struct mistake *mistake)
{
	const char *path = scratch_write(mistake->name, mistake->text, strlen(mistake->text));
	struct packs *packs = NULL;
	struct wa_error error = {0};
	char said[900] = "";
	enum wa_status status = load_file(path, &packs, &error);
	bool wrong;
	if (status != WA_OK)
		(void)snprintf(said, sizeof said, "%u:%u: %s", error.line, error.column, error.message);
	wrong = strcmp(said, mistake->expected) != 0 || (status != WA_OK && strcmp(error.file, path) != 0) ||
		(status != WA_OK) != (packs == NULL);
	if (wrong)
		print_error("%s\n  want %s\n  got  %s (%s)\n", mistake->text, mistake->expected, said, error.file);
	packs_free(packs);
	assert_int_equal(unlink(path), 0);
	return wrong;
}

static inline void check_mistakes(const struct mistake *mistakes, size_t count)
{
	int wrong = 0;
	for (size_t i = 0; i < count; i++)
		wrong += check_mistake(&mistakes[i]);
	assert_int_equal(wrong, 0);
}

#endif
