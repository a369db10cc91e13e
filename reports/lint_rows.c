/* The rows lint_json and lint_jsonl share. */
#include "lint_rows.h"

#include "lint_formats.h"

/* Room for an address. */
enum { PAGE_SIZE = 512 };

static void write_lines(struct jout *j, const struct wa_lint_document *d, const struct wa_finding *f)
{
	struct wa_place place;
	if (f->para == WA_NONE || !wa_result_place(d->result, d->bytes, d->size, f->para, f->span, &place))
		return;
	jout_key(j, "src");
	jout_span(j, place.src_start, place.src_end);
	jout_key(j, "line");
	jout_uint(j, place.line);
	jout_key(j, "column");
	jout_uint(j, place.column_points);
	jout_key(j, "end_line");
	jout_uint(j, place.end_line);
	jout_key(j, "end_column");
	jout_uint(j, place.end_column_points);
}

static void write_words(struct jout *j, const struct wa_lint_document *d, const struct wa_finding *f)
{
	const struct wa_paragraph *p = f->para == WA_NONE ? NULL : wa_result_paragraph(d->result, f->para);
	jout_key(j, "para");
	if (!p) {
		jout_null(j);
		return;
	}
	jout_uint(j, f->para);
	jout_key(j, "span");
	jout_span(j, f->span.start, f->span.end);
	if (f->span.start <= f->span.end && f->span.end <= p->text.len) {
		jout_key(j, "words");
		jout_string(j, (struct wa_str){p->text.ptr + f->span.start, f->span.end - f->span.start});
	}
}

/* Where the newsroom keeps the rule's explanation, if it does. */
static void write_help(struct jout *j, const struct wa_lint_style *style, const struct wa_finding *f)
{
	char page[PAGE_SIZE];
	if (!style->engine || !wa_rule_page(style->engine, f->name, page, sizeof page))
		return;
	jout_key(j, "help");
	jout_text(j, page);
}

void lint_row_finding(
	struct jout *j, const struct wa_lint_style *style, const struct wa_lint_document *d, const struct wa_finding *f)
{
	jout_key(j, "rule");
	jout_text(j, f->code);
	jout_key(j, "name");
	jout_text(j, f->name);
	jout_key(j, "level");
	jout_text(j, wa_level_name(f->level));
	jout_key(j, "item");
	jout_uint(j, f->item);
	write_words(j, d, f);
	write_lines(j, d, f);
	jout_key(j, "message");
	jout_string(j, f->message);
	jout_key(j, "mend");
	jout_string(j, f->mend);
	write_help(j, style, f);
	jout_key(j, "fingerprint");
	jout_text(j, f->fingerprint);
	jout_key(j, "suppressed");
	jout_bool(j, f->suppressed);
	if (f->suppressed) {
		jout_key(j, "suppression");
		jout_string(j, f->suppression);
		if (f->until.ptr) {
			jout_key(j, "until");
			jout_string(j, f->until);
		}
	}
}

void lint_row_tally(struct jout *j, const struct wa_lint_tally *t)
{
	jout_key(j, "errors");
	jout_uint(j, t->errors);
	jout_key(j, "warnings");
	jout_uint(j, t->warnings);
	jout_key(j, "notes");
	jout_uint(j, t->notes);
	jout_key(j, "suppressed");
	jout_uint(j, t->suppressed);
	jout_key(j, "in_baseline");
	jout_uint(j, t->known);
	jout_key(j, "hidden");
	jout_uint(j, t->hidden);
	jout_key(j, "documents");
	jout_uint(j, t->documents);
	jout_key(j, "documents_with_findings");
	jout_uint(j, t->with_findings);
	jout_key(j, "documents_not_audited");
	jout_uint(j, t->not_audited);
}
