#include "pack/desk.h"

#include <string.h>

#include "base/str.h"

/* Where matching goes on after a star took one more character. */
struct retry {
	const char *glob, *path; /* glob NULL: no such star yet */
	bool folders;            /* a "**" with a slash behind takes whole folders */
};

static bool take_more(struct retry *retry, const char **glob, const char **path)
{
	const char *next = retry->path;
	if (!retry->glob || !*next)
		return false;
	if (retry->folders) {
		next = strchr(next, '/');
		if (!next)
			return false;
	}
	retry->path = next + 1;
	*glob = retry->glob;
	*path = retry->path;
	return true;
}

/* The whole of `path`. On a mismatch only the newest star of either kind takes more, so that the work stays small. */
static bool matches(const char *glob, const char *path)
{
	struct retry star = {0}, deep = {0};
	while (*path) {
		if (glob[0] == '*' && glob[1] == '*') {
			bool folders = glob[2] == '/';
			glob += folders ? 3 : 2;
			deep = (struct retry){glob, path, folders};
			star = (struct retry){0};
		} else if (*glob == '*') {
			star = (struct retry){++glob, path, false};
		} else if (*glob == *path || (*glob == '?' && *path != '/')) {
			glob++;
			path++;
		} else if (star.glob && *star.path != '/') {
			(void)take_more(&star, &glob, &path);
		} else if (take_more(&deep, &glob, &path)) {
			star = (struct retry){0};
		} else {
			return false;
		}
	}
	while (*glob == '*')
		glob++;
	return *glob == '\0';
}

bool desk_glob(const char *glob, const char *path)
{
	if (matches(glob, path))
		return true;
	for (const char *slash = strchr(path, '/'); slash && *glob != '/'; slash = strchr(slash + 1, '/'))
		if (matches(glob, slash + 1))
			return true;
	return false;
}

static bool choose(struct wa_choice *choice, const struct desk *desk, const char *key, const char *value)
{
	if (choice)
		*choice = (struct wa_choice){desk->name, key, value, desk->origin};
	return true;
}

bool desk_takes(const struct desk *desk, const char *uri, struct wa_str section, struct wa_choice *choice)
{
	for (uint32_t i = 0; i < desk->paths.count; i++)
		if (uri && desk_glob(desk->paths.items[i], uri))
			return choose(choice, desk, "paths", desk->paths.items[i]);
	for (uint32_t i = 0; i < desk->sections.count; i++)
		if (section.ptr && str_eq_nocase(section, str_of(desk->sections.items[i])))
			return choose(choice, desk, "sections", desk->sections.items[i]);
	return false;
}

bool profile_takes(const struct profile *profile, const char *of, const char *uri, struct wa_str section, struct wa_choice *choice)
{
	for (uint32_t i = 0; i < profile->desks.count; i++)
		if (of && strcmp(of, profile->desks.items[i]) == 0)
			return choose(choice, &profile->place, "desks", of);
	return desk_takes(&profile->place, uri, section, choice);
}
