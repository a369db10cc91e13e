/* wireaudit prune: removes for good what the record no longer needs. */
#include <string.h>

#include "cli/command.h"
#include "cli/database.h"
#include "cli/trouble.h"

struct prune_options {
	const char *database, *before;
	int only; /* enum kind; -1 for both */
	bool yes, quiet;
};

/* The words of --only. */
enum kind { ONLY_SUPERSEDED, ONLY_DELETED };

static const struct option_spec specs[] = {
	OPTION_DATABASE(prune_options, "prune this database"),
	{"before", 0, "DAY", "only what was last seen before this day (YYYY-MM-DD)", OPTION_TEXT,
		offsetof(struct prune_options, before), NULL},
	{"only", 0, "WHAT", "superseded: earlier versions and analyses; deleted: documents whose file is gone (default: both)",
		OPTION_CHOICE, offsetof(struct prune_options, only), "superseded|deleted"},
	{"yes", 'y', NULL, "remove it; without this option prune only says what it would remove", OPTION_FLAG,
		offsetof(struct prune_options, yes), NULL},
	{"quiet", 'q', NULL, "do not say what was removed", OPTION_FLAG, offsetof(struct prune_options, quiet), NULL},
};

static void say_count(uint64_t n, const char *what, const char *before)
{
	printf("%s%llu %s%s", before, (unsigned long long)n, what, n == 1 ? "" : "s");
}

static void say(const struct wa_pruned *pruned, bool yes)
{
	say_count(pruned->documents, "deleted document", yes ? "removed " : "would remove ");
	say_count(pruned->versions, "superseded version", ", ");
	printf(" and %llu %s of what stays%s\n", (unsigned long long)pruned->analyses,
		pruned->analyses == 1 ? "superseded analysis" : "superseded analyses", yes ? "" : " (--yes removes it)");
}

static int prune(const struct command *command, const struct prune_options *options)
{
	const struct wa_prune what = {
		.before = options->before,
		.superseded = options->only != ONLY_DELETED,
		.deleted = options->only != ONLY_SUPERSEDED,
		.dry = !options->yes,
	};
	struct wa_pruned pruned = {0};
	struct wa_error error = {0};
	struct wa_store *store;
	enum wa_status status;
	if (options->before && !wa_day_valid(options->before))
		return command_usage_error(command, "--before takes a day as YYYY-MM-DD, not \"%s\"", options->before);
	store = database_open_existing(options->database, options->yes ? WA_STORE_WRITE : WA_STORE_READ);
	if (!store)
		return EXIT_TROUBLE;
	status = wa_store_prune(store, &what, &pruned, &error);
	wa_store_close(store);
	if (status != WA_OK)
		trouble_error(&error);
	else if (!options->quiet || !options->yes)
		say(&pruned, options->yes);
	return status == WA_OK ? EXIT_CLEAN : EXIT_TROUBLE;
}

static int run(const struct command *command, int argc, char **argv)
{
	struct prune_options options = {.database = DATABASE_NAME, .only = -1};
	int first;
	enum options_outcome outcome = options_parse(command, argc, argv, &options, &first);
	if (outcome != OPTIONS_GO)
		return outcome == OPTIONS_DONE ? EXIT_CLEAN : EXIT_TROUBLE;
	if (first < argc)
		return command_usage_error(command, "prune takes no operands; the database is given by --db");
	return prune(command, &options);
}

static const struct command_example examples[] = {
	{"prune --db audit.db", "what could go"},
	{"prune --db audit.db --before 2026-01-01 --yes", "remove what was last seen before this year"},
	{"prune --db audit.db --only deleted --yes", "only documents whose files are gone; every version of the others stays"},
};

const struct command command_prune = {
	.name = "prune",
	.summary = "Remove superseded versions and deleted documents from a database",
	.operands = "",
	.details =
		"scan keeps what it replaces: the version of a document before the last, the analysis by an earlier program or "
		"configuration, the document whose file is gone. prune removes these for good, with all their rows; what a report "
		"shows of today's documents never changes. Waivers and the list of scans stay.\n\n"
		"It works in short steps, so that a scan need not wait for long, and may be broken off at any time. The file does "
		"not get smaller: the next scans fill the space.",
	.options = specs,
	.option_count = COUNT_OF(specs),
	.examples = examples,
	.example_count = COUNT_OF(examples),
	.run = run,
};
