#include "cli/database.h"

#include <string.h>
#include <sys/stat.h>

#include "cli/command.h"
#include "cli/trouble.h"

struct wa_store *database_open(const char *path, enum wa_store_mode mode)
{
	struct wa_error error = {0};
	struct wa_store *store;
	if (wa_store_open(path, mode, &store, &error) == WA_OK)
		return store;
	trouble_error(&error);
	return NULL;
}

struct wa_store *database_open_existing(const char *path, enum wa_store_mode mode)
{
	struct stat found;
	return database_open(path, stat(path, &found) == 0 ? mode : WA_STORE_READ);
}

static bool check_day(const struct command *command, const char *option, const char *day)
{
	if (!day || wa_day_valid(day))
		return true;
	command_usage_error(command, "--%s takes a day as YYYY-MM-DD, not \"%s\"", option, day);
	return false;
}

bool database_filter(const struct command *command, const struct period *period, struct wa_filter *filter)
{
	if (!check_day(command, "since", period->since) || !check_day(command, "until", period->until))
		return false;
	/* ISO dates sort as text. */
	if (period->since && period->until && strcmp(period->since, period->until) > 0) {
		command_usage_error(command, "--since %s is after --until %s", period->since, period->until);
		return false;
	}
	*filter = (struct wa_filter){.since = period->since, .until = period->until, .desk = period->desk};
	return true;
}
