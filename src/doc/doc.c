#include "doc/doc.h"

#include <stdarg.h>
#include <string.h>

void doc_init(struct doc *doc)
{
	*doc = (struct doc){0};
	arena_init(&doc->arena);
	charset_utf8(&doc->charset);
}

void doc_release(struct doc *doc)
{
	vec_release(&doc->text);
	vec_release(&doc->paras);
	vec_release(&doc->runs);
	vec_release(&doc->directives);
	lines_release(&doc->lines);
	free(doc->member);
	arena_release(&doc->arena);
}

bool doc_failed(const struct doc *doc)
{
	return doc->text.failed || doc->paras.failed || doc->runs.failed || doc->directives.failed || doc->lines.marks.failed ||
	       arena_failed(&doc->arena);
}

/* Spaces and entities stay runs of their own: what they decode to depends on all of their source bytes. */
static bool continues(const struct run *run, enum run_kind kind, uint32_t text, uint32_t src)
{
	return run->kind == kind && kind != RUN_SPACE && kind != RUN_ENTITY && kind != RUN_ENCODED &&
	       run->text + run->text_len == text && run->src + run->src_len == src;
}

void doc_put(struct doc *doc, enum run_kind kind, const char *text, size_t len, uint32_t src, uint32_t src_len)
{
	uint32_t at = (uint32_t)doc->text.count;
	struct run *run = doc->runs.count > doc->open_run ? &doc->runs.items[doc->runs.count - 1] : NULL;
	if (!len || !vec_reserve(&doc->text, doc->text.count + len))
		return;
	memcpy(doc->text.items + at, text, len);
	doc->text.count += len;
	if (run && continues(run, kind, at, src)) {
		run->text_len += (uint32_t)len;
		run->src_len += src_len;
		return;
	}
	run = vec_push(&doc->runs);
	if (run)
		*run = (struct run){.text = at, .src = src, .text_len = (uint32_t)len, .src_len = src_len, .kind = kind};
}

bool doc_close(struct doc *doc, enum wa_para_kind kind)
{
	size_t len = doc_open_len(doc);
	struct para *para;
	char *end;
	if (!len)
		return false;
	para = vec_push(&doc->paras);
	end = vec_push(&doc->text);
	if (!para || !end)
		return false;
	*para = (struct para){.kind = kind, .text = doc->open_text, .len = (uint32_t)len};
	*end = '\n';
	doc->open_text = (uint32_t)doc->text.count;
	doc->open_run = (uint32_t)doc->runs.count;
	return true;
}

void doc_keep_lines(struct doc *doc, const struct lines *lines)
{
	uint32_t from = UINT32_MAX, to = 0;
	for (size_t i = 0; i < doc->runs.count; i++) {
		const struct run *run = &doc->runs.items[i];
		from = run->src < from ? run->src : from;
		to = run->src + run->src_len > to ? run->src + run->src_len : to;
	}
	lines_keep(&doc->lines, lines, from == UINT32_MAX ? 0 : from, to);
}

void doc_note(struct doc *doc, const char *format, ...)
{
	char text[512];
	va_list args;
	va_start(args, format);
	(void)vsnprintf(text, sizeof text, format, args);
	va_end(args);
	text[sizeof text - 1] = '\0';
	if (doc->note.ptr)
		doc->note.ptr = arena_printf(&doc->arena, "%.*s; %s", (int)doc->note.len, doc->note.ptr, text);
	else
		doc->note.ptr = arena_strdup(&doc->arena, text);
	doc->note.len = doc->note.ptr ? strlen(doc->note.ptr) : 0;
}
