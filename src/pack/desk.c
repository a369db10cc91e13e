#include "pack/desk.h"

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

bool desk_takes(const struct desk *desk, const char *uri, struct wa_str section)
{
	for (uint32_t i = 0; i < desk->paths.count; i++)
		if (uri && desk_glob(desk->paths.items[i], uri))
			return true;
	for (uint32_t i = 0; i < desk->sections.count; i++)
		if (section.ptr && str_eq_nocase(section, str_of(desk->sections.items[i])))
			return true;
	return false;
}
