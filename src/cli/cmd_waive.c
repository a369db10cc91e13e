/* wireaudit waive FINGERPRINT: what an editor decides to let pass. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/clock.h"
#include "cli/command.h"
#include "cli/database.h"
#include "cli/show.h"
#include "cli/terminal.h"
#include "cli/trouble.h"
#include "cli/wrap.h"

struct waive_options {
	const char *database, *reason, *author, *until;
	bool list, withdraw, quiet;
};

static const struct option_spec specs[] = {
	OPTION_DATABASE(waive_options, "keep the waiver in this database"),
	{"reason", 0, "TEXT", "why the finding may pass", OPTION_TEXT, offsetof(struct waive_options, reason), NULL},
	{"author", 0, "NAME", "who decided it (default: the name you are logged in by)", OPTION_TEXT,
		offsetof(struct waive_options, author), NULL},
	{"until", 0, "DAY", "the last day it holds (YYYY-MM-DD, UTC; default: no end)", OPTION_TEXT,
		offsetof(struct waive_options, until), NULL},
	{"withdraw", 0, NULL, "withdraw the waivers of these findings", OPTION_FLAG, offsetof(struct waive_options, withdraw),
		NULL},
	{"list", 0, NULL, "list all waivers, also those that hold no longer", OPTION_FLAG, offsetof(struct waive_options, list),
		NULL},
	{"quiet", 'q', NULL, "do not say what was done", OPTION_FLAG, offsetof(struct waive_options, quiet), NULL},
};

/* story.txt: "killed 12 people" */
static void print_words(const struct wa_waiver *waiver)
{
	show_copy(waiver->uri);
	printf(": \"");
	show_copy(waiver->words);
	puts("\"");
}

static void print_waiver(const struct wa_waiver *waiver, unsigned width)
{
	const char *ended = waiver->withdrawn ? "withdrawn" : waiver->holds ? "" : "over";
	printf("%s  %.10s  %s%s%s\n", waiver->fingerprint, waiver->created, waiver->code ? waiver->code : "not in the record now",
		*ended ? "  " : "", ended);
	if (waiver->code) {
		printf("    ");
		print_words(waiver);
	}
	printf("    ");
	if (waiver->author)
		printf("%s%s", waiver->author, waiver->until ? ", " : ": ");
	if (waiver->until)
		printf("until %s: ", waiver->until);
	wrap(stdout, width, waiver->reason, 4, 4);
}

static int list_waivers(const struct waive_options *options)
{
	struct wa_store *store = database_open(options->database, WA_STORE_READ);
	unsigned width = terminal_width(STDOUT_FILENO);
	struct wa_cursor *cursor = NULL;
	const struct wa_waiver *waiver;
	struct wa_error error = {0};
	enum wa_status status;
	if (!store)
		return EXIT_TROUBLE;
	status = wa_store_waivers(store, &cursor, &error);
	while (status == WA_OK && (waiver = wa_next_waiver(cursor)))
		print_waiver(waiver, width);
	if (status == WA_OK)
		status = wa_cursor_close(cursor, &error);
	wa_store_close(store);
	if (status != WA_OK)
		trouble_error(&error);
	return status == WA_OK ? EXIT_CLEAN : EXIT_TROUBLE;
}

static enum wa_status withdraw(
	struct wa_store *store, const char *fingerprint, const struct waive_options *options, struct wa_error *error)
{
	bool found = false;
	enum wa_status status = wa_store_withdraw(store, fingerprint, &found, error);
	if (status == WA_OK && !options->quiet)
		printf("%s: %s\n", fingerprint, found ? "withdrawn" : "has no waiver");
	return status;
}

/* What the record knows of a finding that was just waived; a waiver of an unknown one may be a slip. */
static enum wa_status say_waived(struct wa_store *store, const char *fingerprint, struct wa_error *error)
{
	struct wa_cursor *cursor = NULL;
	const struct wa_waiver *waiver;
	enum wa_status status = wa_store_waivers(store, &cursor, error);
	while (status == WA_OK && (waiver = wa_next_waiver(cursor))) {
		if (waiver->withdrawn || strcmp(waiver->fingerprint, fingerprint) != 0)
			continue;
		if (waiver->code) {
			printf("%s: waived: %s in ", fingerprint, waiver->code);
			print_words(waiver);
		} else {
			printf("%s: waived, though the database holds no such finding now\n", fingerprint);
		}
	}
	return status == WA_OK ? wa_cursor_close(cursor, error) : status;
}

static enum wa_status waive_one(
	struct wa_store *store, const char *fingerprint, const struct waive_options *options, struct wa_error *error)
{
	const struct wa_waiver waiver = {
		.fingerprint = fingerprint,
		.reason = options->reason,
		.author = options->author && *options->author ? options->author : NULL,
		.until = options->until,
	};
	enum wa_status status = wa_store_waive(store, &waiver, error);
	return status == WA_OK && !options->quiet ? say_waived(store, fingerprint, error) : status;
}

static int change(const struct waive_options *options, char *const *fingerprints, size_t count)
{
	struct wa_store *store = database_open_existing(options->database, WA_STORE_WRITE);
	struct wa_error error = {0};
	enum wa_status status = WA_OK;
	if (!store)
		return EXIT_TROUBLE;
	for (size_t i = 0; status == WA_OK && i < count; i++)
		status = options->withdraw ? withdraw(store, fingerprints[i], options, &error)
					   : waive_one(store, fingerprints[i], options, &error);
	wa_store_close(store);
	if (status != WA_OK)
		trouble_error(&error);
	return status == WA_OK ? EXIT_CLEAN : EXIT_TROUBLE;
}

/* A waiver that is over as it is made would seem to have been taken. */
static bool check_until(const struct command *command, const char *until)
{
	char now[CLOCK_SIZE];
	if (!until)
		return true;
	if (!wa_day_valid(until)) {
		command_usage_error(command, "--until takes a day as YYYY-MM-DD, not \"%s\"", until);
		return false;
	}
	if (clock_now(now) && strncmp(until, now, 10) < 0) {
		command_usage_error(command, "--until %s is past", until);
		return false;
	}
	return true;
}

static int waive(const struct command *command, const struct waive_options *options, char *const *fingerprints, size_t count)
{
	if (options->list && (count || options->withdraw || options->reason))
		return command_usage_error(command, "--list takes nothing but --db");
	if (options->list)
		return list_waivers(options);
	if (!count)
		return command_usage_error(
			command, "waive needs the fingerprint of a finding; lint --db, report and export show them");
	if (options->withdraw && options->reason)
		return command_usage_error(command, "--withdraw needs no reason");
	if (!options->withdraw && (!options->reason || !*options->reason))
		return command_usage_error(command, "a waiver needs a reason: --reason TEXT");
	return check_until(command, options->until) ? change(options, fingerprints, count) : EXIT_TROUBLE;
}

static const char *login_name(void)
{
	const char *name = getenv("LOGNAME");
	return name && *name ? name : getenv("USER");
}

static int run(const struct command *command, int argc, char **argv)
{
	struct waive_options options = {.database = DATABASE_NAME, .author = login_name()};
	int first;
	enum options_outcome outcome = options_parse(command, argc, argv, &options, &first);
	if (outcome != OPTIONS_GO)
		return outcome == OPTIONS_DONE ? EXIT_CLEAN : EXIT_TROUBLE;
	return waive(command, &options, argv + first, (size_t)(argc - first));
}

static const struct command_example examples[] = {
	{"lint --db audit.db story.txt", "findings with their fingerprints, without those waived"},
	{"waive --db audit.db 9c1185a5c5e9fc54 --reason \"we counted\"", "let one pass for good"},
	{"waive 9c1185a5c5e9fc54 --reason \"to be confirmed\" --until 2026-12-31", "for a while"},
	{"waive --list", "who let what pass, when and why"},
	{"waive --withdraw 9c1185a5c5e9fc54", "no longer"},
};

const struct command command_waive = {
	.name = "waive",
	.summary = "Let findings pass, with reason and author, in a database",
	.operands = "FINGERPRINT ...",
	.details =
		"A waiver holds for a finding by its fingerprint: its rule, its words and their paragraph. It outlives new scans, "
		"and does not outlive a change of the words. report, export and lint --db count waived findings as suppressed and "
		"give the reason; claims stay as they were judged. Waiving anew replaces a waiver; those replaced, withdrawn or "
		"over stay on record (--list).",
	.options = specs,
	.option_count = COUNT_OF(specs),
	.examples = examples,
	.example_count = COUNT_OF(examples),
	.run = run,
};
