#include "cli/baseline.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/str.h"
#include "cli/load.h"
#include "wireaudit/report.h"

#define HEADING                                                                                               \
	"# wireaudit baseline: findings that were there before, for lint --baseline. The words may be read; " \
	"the fingerprints count.\n"

void baseline_init(struct baseline *baseline)
{
	*baseline = (struct baseline){0};
	(void)pthread_mutex_init(&baseline->turn, NULL);
}

void baseline_release(struct baseline *baseline)
{
	for (size_t i = 0; i < baseline->lines.count; i++)
		free(baseline->lines.items[i]);
	vec_release(&baseline->lines);
	(void)pthread_mutex_destroy(&baseline->turn);
}

/* The words of a finding; empty for one about a whole item. */
static struct wa_str words_of(const struct wa_result *result, const struct wa_finding *finding)
{
	const struct wa_paragraph *paragraph = finding->para == WA_NONE ? NULL : wa_result_paragraph(result, finding->para);
	if (!paragraph || finding->span.start > finding->span.end || finding->span.end > paragraph->text.len)
		return (struct wa_str){"", 0};
	return str_cut(paragraph->text, finding->span.start, finding->span.end);
}

/* A line for the finding; NULL when memory ran out. What would break the line is written as a space. */
static char *line_of(const struct wa_result *result, const struct wa_finding *finding)
{
	struct wa_str uri = wa_result_document(result)->uri, words = words_of(result, finding);
	size_t size = sizeof finding->fingerprint + strlen(finding->code) + uri.len + words.len + 4;
	size_t field = 0;
	char *line = malloc(size);
	if (!line)
		return NULL;
	(void)snprintf(line, size, "%s\t%s\t%.*s\t%.*s", finding->fingerprint, finding->code, (int)uri.len, uri.len ? uri.ptr : "",
		(int)words.len, words.len ? words.ptr : "");
	for (char *at = line; *at; at++) {
		field += *at == '\t';
		if ((unsigned char)*at < ' ' && (*at != '\t' || field > 3))
			*at = ' ';
	}
	return line;
}

static void add(struct baseline *baseline, char *line)
{
	char **place;
	(void)pthread_mutex_lock(&baseline->turn);
	place = vec_push(&baseline->lines);
	if (place)
		*place = line;
	baseline->lines.failed |= !line;
	(void)pthread_mutex_unlock(&baseline->turn);
	if (!place)
		free(line);
}

void baseline_note(struct baseline *baseline, struct wa_result *result)
{
	size_t count;
	const struct wa_finding *findings = wa_result_findings(result, &count);
	for (size_t i = 0; i < count; i++) {
		if (findings[i].suppressed)
			continue;
		add(baseline, line_of(result, &findings[i]));
		wa_result_set_aside(result, i, STR("written to the baseline"), true);
	}
}

/* By URI, then code and words, the fingerprint last: a change of one story is a change of lines that stand together. */
static int by_uri(const void *left, const void *right)
{
	const char *a = *(char *const *)left, *b = *(char *const *)right;
	const char *code_a = strchr(a, '\t') + 1, *code_b = strchr(b, '\t') + 1;
	int order = strcmp(strchr(code_a, '\t'), strchr(code_b, '\t'));
	if (!order)
		order = strcmp(code_a, code_b);
	return order ? order : strcmp(a, b);
}

enum wa_status baseline_write(struct baseline *baseline, const char *path, struct wa_error *error)
{
	struct wa_sink *sink = NULL;
	enum wa_status status = baseline->lines.failed ? error_nomem(error) : wa_sink_open(path, &sink, error);
	if (status != WA_OK)
		return status;
	if (baseline->lines.count)
		qsort(baseline->lines.items, baseline->lines.count, sizeof *baseline->lines.items, by_uri);
	wa_sink_write(sink, HEADING, sizeof HEADING - 1);
	for (size_t i = 0; i < baseline->lines.count; i++) {
		wa_sink_write(sink, baseline->lines.items[i], strlen(baseline->lines.items[i]));
		wa_sink_write(sink, "\n", 1);
	}
	return wa_sink_close(sink, error);
}

bool baseline_fingerprint(struct wa_str text, uint64_t *fingerprint)
{
	static const char digits[] = "0123456789abcdef";
	uint64_t number = 0;
	if (text.len != 16)
		return false;
	for (size_t i = 0; i < text.len; i++) {
		const char *digit = text.ptr[i] ? strchr(digits, text.ptr[i]) : NULL;
		if (!digit)
			return false;
		number = number << 4 | (uint64_t)(digit - digits);
	}
	*fingerprint = number;
	return true;
}

/* Takes the line at the head of `rest` off it. */
static struct wa_str next_line(struct wa_str *rest)
{
	const char *end = memchr(rest->ptr, '\n', rest->len);
	size_t length = end ? (size_t)(end - rest->ptr) : rest->len;
	struct wa_str line = str_cut(*rest, 0, length);
	*rest = str_cut(*rest, length + (end != NULL), rest->len);
	return str_trim(line);
}

static enum wa_status read_lines(const char *path, struct wa_str rest, void (*take)(void *context, uint64_t fingerprint),
	void *context, struct wa_error *error)
{
	for (unsigned number = 1; rest.len; number++) {
		struct wa_str line = next_line(&rest);
		uint64_t fingerprint;
		size_t end = 0;
		if (!line.len || line.ptr[0] == '#')
			continue;
		while (end < line.len && !ascii_is_space(line.ptr[end]))
			end++;
		if (!baseline_fingerprint(str_cut(line, 0, end), &fingerprint))
			return error_set(error, WA_ERR_FORMAT, path, number,
				"a line of a baseline begins with a fingerprint of 16 hex digits");
		take(context, fingerprint);
	}
	return WA_OK;
}

enum wa_status baseline_read(
	const char *path, void (*take)(void *context, uint64_t fingerprint), void *context, struct wa_error *error)
{
	struct load_buffer buffer = {0};
	enum wa_status status = load_file(&buffer, path, error);
	if (status == WA_OK)
		status = read_lines(path, (struct wa_str){buffer.bytes, buffer.size}, take, context, error);
	load_release(&buffer);
	return status;
}
