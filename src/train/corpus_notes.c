/* Annotations in brat standoff: lines of spans ("T1<tab>Source 10 14;20 22<tab>...") and of events that join them ("E1<tab>...
 * Cue:T2 Source:T1"). */
#include <ctype.h>

#include "base/error.h"
#include "train/brat.h"

struct note {
	uint32_t name; /* the number behind T */
	enum gold_kind kind;
	const char *places;
	uint32_t attribution; /* number of the first event that names it */
	unsigned line;
};

struct notes {
	VEC(struct note) notes;
	VEC(const char *) events;
};

/* names: types of brat annotations */
static const char *const kinds[] = {[GOLD_SOURCE] = "Source ", [GOLD_CUE] = "Cue ", [GOLD_CONTENT] = "Content "};

static bool add_note(struct notes *n, const char *name, const char *rest, unsigned line)
{
	for (int k = GOLD_SOURCE; k <= GOLD_CONTENT; k++) {
		struct note *note;
		if (strncmp(rest, kinds[k], strlen(kinds[k])) != 0)
			continue;
		note = vec_push(&n->notes);
		if (!note)
			return false;
		*note = (struct note){(uint32_t)strtoul(name, NULL, 10), (enum gold_kind)k, rest + strlen(kinds[k]), WA_NONE, line};
	}
	return true;
}

static bool read_lines(struct notes *n, char *text)
{
	char *save = NULL;
	unsigned number = 0;
	for (char *line = strtok_r(text, "\n", &save); line; line = strtok_r(NULL, "\n", &save)) {
		char *tab = strchr(line, '\t');
		number++;
		if (!tab)
			continue;
		if (*line == 'T' && !add_note(n, line + 1, tab + 1, number))
			return false;
		if (*line == 'E') {
			const char **slot = vec_push(&n->events);
			if (!slot)
				return false;
			*slot = tab + 1;
		}
	}
	return true;
}

static void name_parts(struct notes *n, uint32_t event)
{
	for (const char *at = strchr(n->events.items[event], ':'); at; at = strchr(at + 1, ':')) {
		uint32_t name = at[1] == 'T' ? (uint32_t)strtoul(at + 2, NULL, 10) : WA_NONE;
		for (size_t i = 0; i < n->notes.count; i++)
			if (n->notes.items[i].name == name && n->notes.items[i].attribution == WA_NONE)
				n->notes.items[i].attribution = event;
	}
}

/* The tokens that characters [start, end) of the file touch, in each paragraph. */
static bool add_span(struct brat *b, const struct note *note, uint32_t start, uint32_t end)
{
	for (size_t i = 0; i < b->cuts.count; i++) {
		const struct brat_cut *cut = &b->cuts.items[i];
		struct gold_para *para = &b->corpus->paras.items[cut->para];
		uint32_t from = start > cut->start ? start : cut->start, to = end < cut->end ? end : cut->end, first = 0, last;
		struct gold_span *span;
		if (from >= to)
			continue;
		while (first < para->seg.tokens.count && para->seg.tokens.items[first].end <= cut->bytes[from - cut->start])
			first++;
		last = first;
		while (last < para->seg.tokens.count && para->seg.tokens.items[last].start < cut->bytes[to - cut->start])
			last++;
		span = first < last ? vec_push(&para->spans) : NULL;
		if (first < last && !span)
			return false;
		if (span)
			*span = (struct gold_span){(uint8_t)note->kind, first, last, note->attribution};
	}
	return true;
}

/* "10 14;20 22": WA_ERR_FORMAT for anything else, WA_ERR_NOMEM. */
static enum wa_status add_places(struct brat *b, const struct note *note)
{
	const char *at = note->places;
	for (;;) {
		char *next;
		uint32_t start, end;
		if (!isdigit((unsigned char)*at))
			return WA_ERR_FORMAT;
		start = (uint32_t)strtoul(at, &next, 10);
		if (*next != ' ' || !isdigit((unsigned char)next[1]))
			return WA_ERR_FORMAT;
		end = (uint32_t)strtoul(next + 1, &next, 10);
		if (end < start)
			return WA_ERR_FORMAT;
		if (!add_span(b, note, start, end))
			return WA_ERR_NOMEM;
		if (*next != ';')
			return WA_OK;
		at = next + 1;
	}
}

enum wa_status brat_notes(struct brat *b, char *text, const char *path, struct wa_error *error)
{
	struct notes n = {.notes = {0}};
	enum wa_status status = read_lines(&n, text) ? WA_OK : WA_ERR_NOMEM;
	for (uint32_t e = 0; status == WA_OK && e < n.events.count; e++)
		name_parts(&n, e);
	if (status != WA_OK)
		(void)error_nomem(error);
	for (size_t i = 0; status == WA_OK && i < n.notes.count; i++) {
		status = add_places(b, &n.notes.items[i]);
		if (status == WA_ERR_NOMEM)
			(void)error_nomem(error);
		else if (status != WA_OK)
			(void)error_set(error, WA_ERR_FORMAT, path, n.notes.items[i].line,
				"expected \"T1<tab>%s10 14<tab>...\", the places counted in characters",
				kinds[n.notes.items[i].kind]);
	}
	vec_release(&n.notes);
	vec_release(&n.events);
	return status;
}
