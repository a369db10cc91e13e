#include "cli/record_name.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static char *join(const char *folder, const char *name)
{
	size_t length = strlen(folder), size = length + strlen(name) + 2;
	char *joined = malloc(size);
	if (joined)
		(void)snprintf(joined, size, "%s%s%s", folder, length && folder[length - 1] == '/' ? "" : "/", name);
	return joined;
}

static char *append(const char *root, const char *rest)
{
	size_t size = strlen(root) + strlen(rest) + 1;
	char *name = malloc(size);
	if (name)
		(void)snprintf(name, size, "%s%s", root, rest);
	return name;
}

char *record_name(const char *operand)
{
	struct stat found;
	char *folder, *real, *name;
	const char *slash = strrchr(operand, '/');
	if (stat(operand, &found) == 0 && S_ISDIR(found.st_mode))
		return realpath(operand, NULL);
	/* A link to a file keeps its own name: two links are two documents, as two copies are. */
	folder = slash ? strndup(operand, slash == operand ? 1 : (size_t)(slash - operand)) : strdup(".");
	real = folder ? realpath(folder, NULL) : NULL;
	name = real ? join(real, slash ? slash + 1 : operand) : strdup(operand);
	free(folder);
	free(real);
	return name;
}

char *record_name_below(const char *root, const char *operand, const char *path)
{
	const char *rest = path + strlen(operand);
	while (*rest == '/')
		rest++;
	/* A member of an archive that is the operand itself. */
	if (*rest == '!' && rest[-1] != '/')
		return append(root, rest);
	return *rest ? join(root, rest) : strdup(root);
}
