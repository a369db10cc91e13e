#include "cli/session.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/vec.h"
#include "cli/trouble.h"

/* The folder of a path, or the path itself when it is a folder, without links; NULL when there is no such place. */
static char *folder_of(const char *path)
{
	struct stat found;
	char *copy, *slash, *real;
	if (stat(path, &found) == 0 && S_ISDIR(found.st_mode))
		return realpath(path, NULL);
	copy = strdup(path);
	if (!copy)
		return NULL;
	slash = strrchr(copy, '/');
	if (slash)
		slash[slash == copy] = '\0';
	real = realpath(slash ? copy : ".", NULL);
	free(copy);
	return real;
}

/* Shortens `folder` to what it shares with `other`, both absolute. */
static void keep_common(char *folder, const char *other)
{
	size_t shared = 0, i = 0;
	for (; folder[i] && folder[i] == other[i]; i++) {
		if (folder[i] == '/')
			shared = i;
	}
	if ((!folder[i] || folder[i] == '/') && (!other[i] || other[i] == '/'))
		shared = i;
	folder[shared ? shared : 1] = '\0';
}

static char *common_folder(char *const *paths, size_t count)
{
	char *common = NULL;
	for (size_t i = 0; i < count; i++) {
		char *folder = strcmp(paths[i], "-") == 0 ? NULL : folder_of(paths[i]);
		if (common && folder)
			keep_common(common, folder);
		if (common)
			free(folder);
		else
			common = folder;
	}
	return common ? common : realpath(".", NULL);
}

/* A path in the working folder reads better, in messages above all, when it begins there. */
static char *shorten(char *path)
{
	char *here = realpath(".", NULL);
	size_t length = here ? strlen(here) : 0;
	if (length > 1 && strncmp(path, here, length) == 0 && path[length] == '/')
		memmove(path, path + length + 1, strlen(path + length + 1) + 1);
	free(here);
	return path;
}

/* The nearest configuration in `folder` or above it; NULL when there is none. */
static char *nearest_config(const char *folder)
{
	size_t length = strlen(folder);
	char *path = malloc(length + sizeof "/" CONFIG_NAME);
	if (!path)
		return NULL;
	memcpy(path, folder, length);
	for (;;) {
		bool root = length && path[length - 1] == '/';
		memcpy(path + length, &"/" CONFIG_NAME[root], sizeof "/" CONFIG_NAME - root);
		if (access(path, F_OK) == 0)
			return shorten(path);
		if (length <= 1)
			break;
		while (length > 1 && path[length - 1] != '/')
			length--;
		length -= length > 1;
	}
	free(path);
	return NULL;
}

bool session_open(struct session *session, const struct common *common, char *const *paths, size_t count)
{
	struct wa_error error = {0};
	struct wa_options options = {
		.packs = common->packs.items, .pack_count = common->packs.count, .fast = common->fast, .model = common->model};
	*session = (struct session){0};
	if (common->config) {
		session->config = strdup(common->config);
	} else if (!common->no_config) {
		session->above = common_folder(paths, count);
		session->config = session->above ? nearest_config(session->above) : NULL;
	}
	options.config = session->config;
	if (wa_engine_open(&options, &session->engine, &error) == WA_OK)
		return true;
	trouble_error(&error);
	session_close(session);
	return false;
}

bool session_open_for(struct session *session, const struct common *common, const struct inputs *inputs, const char *standard_name)
{
	char **paths = malloc(inputs->count * sizeof *paths);
	char *name = strdup(standard_name ? standard_name : "-");
	bool ok = false;
	for (size_t i = 0; paths && name && i < inputs->count; i++)
		paths[i] = strcmp(inputs->operands[i], "-") == 0 ? name : inputs->operands[i];
	if (paths && name)
		ok = session_open(session, common, paths, inputs->count);
	else
		trouble_say(NULL, "out of memory");
	free(name);
	free(paths);
	return ok;
}

const char *session_setting(const struct session *session, const char *key)
{
	size_t count;
	const struct wa_setting *settings = wa_settings(session->engine, &count);
	for (size_t i = 0; i < count; i++) {
		if (strcmp(settings[i].key, key) == 0)
			return settings[i].value;
	}
	return NULL;
}

void session_close(struct session *session)
{
	wa_engine_close(session->engine);
	free(session->config);
	free(session->above);
	*session = (struct session){0};
}
