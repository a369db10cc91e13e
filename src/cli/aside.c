#include "cli/aside.h"

#include <string.h>

#include "base/str.h"
#include "cli/baseline.h"
#include "cli/database.h"
#include "cli/trouble.h"

static const struct wa_str in_baseline = {"in the baseline", sizeof "in the baseline" - 1};

static void add(struct aside *aside, uint64_t fingerprint, struct wa_str reason, bool known)
{
	struct aside_entry *entry = vec_push(&aside->entries);
	if (entry)
		*entry = (struct aside_entry){fingerprint, reason, known};
}

/* A copy of the text that lives as long as `aside`. */
static struct wa_str keep(struct aside *aside, const char *text)
{
	char **kept = vec_push(&aside->texts);
	if (!kept)
		return (struct wa_str){0};
	*kept = strdup(text);
	aside->texts.failed |= !*kept;
	return str_of(*kept);
}

bool aside_add_waivers(struct aside *aside, const char *database)
{
	struct wa_store *store = database_open(database, WA_STORE_READ);
	struct wa_cursor *cursor = NULL;
	const struct wa_waiver *waiver;
	struct wa_error error = {0};
	uint64_t fingerprint;
	enum wa_status status;
	if (!store)
		return false;
	status = wa_store_waivers(store, &cursor, &error);
	while (status == WA_OK && (waiver = wa_next_waiver(cursor))) {
		if (waiver->holds && baseline_fingerprint(str_of(waiver->fingerprint), &fingerprint))
			add(aside, fingerprint, keep(aside, waiver->told), false);
	}
	if (status == WA_OK)
		status = wa_cursor_close(cursor, &error);
	wa_store_close(store);
	if (status != WA_OK)
		trouble_error(&error);
	return status == WA_OK;
}

static void add_known(void *context, uint64_t fingerprint)
{
	add(context, fingerprint, in_baseline, true);
}

bool aside_add_baseline(struct aside *aside, const char *path)
{
	struct wa_error error = {0};
	if (baseline_read(path, add_known, aside, &error) == WA_OK)
		return true;
	trouble_error(&error);
	return false;
}

/* A waiver tells more than a baseline: it comes first. */
static int by_fingerprint(const void *left, const void *right)
{
	const struct aside_entry *a = left, *b = right;
	if (a->fingerprint != b->fingerprint)
		return a->fingerprint < b->fingerprint ? -1 : 1;
	return (int)a->known - (int)b->known;
}

bool aside_ready(struct aside *aside)
{
	if (aside->entries.failed || aside->texts.failed) {
		trouble_say(NULL, "not enough memory for the baseline and the waivers");
		return false;
	}
	if (aside->entries.count)
		qsort(aside->entries.items, aside->entries.count, sizeof *aside->entries.items, by_fingerprint);
	return true;
}

void aside_release(struct aside *aside)
{
	for (size_t i = 0; i < aside->texts.count; i++)
		free(aside->texts.items[i]);
	vec_release(&aside->texts);
	vec_release(&aside->entries);
}

/* The first entry of the fingerprint; NULL when there is none. */
static const struct aside_entry *find(const struct aside *aside, uint64_t fingerprint)
{
	size_t low = 0, high = aside->entries.count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (aside->entries.items[middle].fingerprint < fingerprint)
			low = middle + 1;
		else
			high = middle;
	}
	return low < aside->entries.count && aside->entries.items[low].fingerprint == fingerprint ? &aside->entries.items[low]
												  : NULL;
}

void aside_apply(const struct aside *aside, struct wa_result *result)
{
	size_t count;
	const struct wa_finding *findings = wa_result_findings(result, &count);
	uint64_t fingerprint;
	if (!aside->entries.count)
		return;
	for (size_t i = 0; i < count; i++) {
		const struct aside_entry *entry = NULL;
		if (baseline_fingerprint(str_of(findings[i].fingerprint), &fingerprint))
			entry = find(aside, fingerprint);
		if (entry)
			wa_result_set_aside(result, i, entry->reason, entry->known);
	}
}
