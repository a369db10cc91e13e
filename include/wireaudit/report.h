/*
 * Showing audits: sinks (where bytes go) and the output formats that write to them.
 *
 *     struct wa_sink *sink;
 *     wa_sink_open("-", &sink, &error);
 *     wa_inspect_jsonl(result, sink);
 *     wa_sink_close(sink, &error);
 *
 * Writing never fails where it stands: a sink remembers its first failure, drops what comes after, and
 * tells at wa_sink_flush() or wa_sink_close(). A sink belongs to one thread at a time.
 */
#ifndef WIREAUDIT_REPORT_H
#define WIREAUDIT_REPORT_H

#include "wireaudit/store.h"
#include "wireaudit/tolls.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Bytes on their way out. */
struct wa_sink;

/* A sink that keeps what is written, for workers whose output is put in order later; NULL when memory ran out. */
WA_API struct wa_sink *wa_sink_memory(void);
/* A sink on an open descriptor, which stays the caller's; `name` (copied) is used in messages. NULL when memory ran out. */
WA_API struct wa_sink *wa_sink_fd(int fd, const char *name);
/*
 * A sink on a file; "-" is standard output. A regular file is written beside its place and takes it at
 * wa_sink_close(), so that a failure leaves the earlier file as it was. Errors: WA_ERR_IO, WA_ERR_NOMEM.
 */
WA_API enum wa_status wa_sink_open(const char *path, struct wa_sink **sink, struct wa_error *error);

WA_API void wa_sink_write(struct wa_sink *sink, const void *bytes, size_t size);
/* The same for copy on its way to a terminal: characters that would steer it or turn the direction of writing, and broken UTF-8,
 * become U+FFFD. A NULL text writes nothing. */
WA_API void wa_sink_write_clean(struct wa_sink *sink, struct wa_str text);
/* What a memory sink holds, until the next call on it; empty for other sinks. */
WA_API struct wa_str wa_sink_text(const struct wa_sink *sink);
/* Empties a memory sink and forgets its failure; its memory is kept for reuse. */
WA_API void wa_sink_clear(struct wa_sink *sink);
/* Hands everything on and returns the first failure so far: WA_ERR_IO, WA_ERR_NOMEM. */
WA_API enum wa_status wa_sink_flush(struct wa_sink *sink, struct wa_error *error);
/* Flushes, puts a file in its place and frees the sink, also on failure. NULL is allowed. */
WA_API enum wa_status wa_sink_close(struct wa_sink *sink, struct wa_error *error);
/* Frees the sink and leaves no file behind. NULL is allowed. */
WA_API void wa_sink_abandon(struct wa_sink *sink);

/* Everything the engine saw in one document, one JSON object a line. */
WA_API void wa_inspect_jsonl(const struct wa_result *result, struct wa_sink *sink);
/* The same; each attribution says why it was found. */
WA_API void wa_inspect_explained_jsonl(const struct wa_result *result, struct wa_sink *sink);

/* Rows of the catalogue as a JSON array, one row a line. */
WA_API void wa_rules_json(const struct wa_rule *rules, size_t count, struct wa_sink *sink);
WA_API void wa_agencies_json(const struct wa_agency *agencies, size_t count, struct wa_sink *sink);
WA_API void wa_settings_json(const struct wa_setting *settings, size_t count, struct wa_sink *sink);
/* The rules as a page in Markdown, with reasons and examples. */
WA_API void wa_rules_markdown(const struct wa_rule *rules, size_t count, struct wa_sink *sink);

/* One input as lint hands it to a format. */
struct wa_lint_document {
	const char *uri;
	const struct wa_result *result; /* NULL when it could not be audited */
	const struct wa_error *trouble; /* why not, when `result` is NULL */
	const void *bytes;              /* the bytes audited, for lines and columns */
	size_t size;
};

/* What a lint run came to. Findings below the level shown are counted as hidden, suppressed ones as suppressed only, those a
 * baseline holds as known only. */
#define WA_TALLY_RULES 128
struct wa_lint_tally {
	size_t errors, warnings, notes, hidden, suppressed, known;
	size_t documents, with_findings, not_audited;
	/* By place in wa_rules(): findings shown, and documents that have one. Kept by formats that show them. */
	struct wa_rule_tally {
		uint32_t findings, documents;
	} rules[WA_TALLY_RULES];
};

struct wa_lint_style {
	const struct wa_engine *engine; /* for formats that carry rule descriptions; may be NULL */
	enum wa_level level;            /* the least level shown; WA_LEVEL_OFF stands for warning */
	bool colour;
	unsigned width;    /* columns of the terminal; 0 for unknown */
	bool fingerprints; /* for people, too: show by what a finding is waived */
	bool exempt;       /* for people: also the claims that need no source, each with the reason */
};

/*
 * A lint format. open() and close() frame a run on the main sink; document() may be called by any thread
 * on a sink of its own, and adds to a tally of its own. `between` is written between the outputs of two
 * documents that wrote something; NULL for nothing.
 */
struct wa_lint_format {
	const char *name, *summary;
	const char *between;
	void (*open)(const struct wa_lint_style *style, struct wa_sink *sink);
	void (*document)(const struct wa_lint_style *style, const struct wa_lint_document *document, struct wa_lint_tally *tally,
		struct wa_sink *sink);
	void (*close)(const struct wa_lint_style *style, const struct wa_lint_tally *tally, struct wa_sink *sink);
};
/* Every lint format, the default first. Static storage. */
WA_API const struct wa_lint_format *const *wa_lint_formats(size_t *count);
/* By name, NULL when unknown. */
WA_API const struct wa_lint_format *wa_lint_format_find(const char *name);
/* Adds `more` to `sum`. */
WA_API void wa_lint_tally_add(struct wa_lint_tally *sum, const struct wa_lint_tally *more);

/* Events with their figures: for people, as a JSON array with an event a line, as CSV with a figure a row. `differing` leaves out
 * events whose figures are all the same. */
WA_API void wa_tolls_text(const struct wa_tolls *tolls, bool differing, struct wa_sink *sink);
WA_API void wa_tolls_json(const struct wa_tolls *tolls, bool differing, struct wa_sink *sink);
WA_API void wa_tolls_csv(const struct wa_tolls *tolls, bool differing, struct wa_sink *sink);

/* A paragraph of the record: for people; a JSON object on a line. */
WA_API void wa_paragraph_text(const struct wa_paragraph_row *row, struct wa_sink *sink);
WA_API void wa_paragraph_jsonl(const struct wa_paragraph_row *row, struct wa_sink *sink);

/* The compliance report. */
struct wa_report_options {
	const char *title;              /* NULL for a standing one */
	const char *generated;          /* when, "YYYY-MM-DDTHH:MM:SSZ"; NULL leaves it out */
	const struct wa_engine *engine; /* for names of agencies and summaries of rules; NULL shows ids alone */
	unsigned items;                 /* how many of the worst items, up to 1,000; 0 for the usual number */
};
/*
 * One self-contained HTML page on the documents `filter` (NULL for all) lets through: no script, nothing loaded from elsewhere, its
 * size bounded whatever the record holds. Errors: those of the store, WA_ERR_NOMEM; the sink tells those of writing.
 */
WA_API enum wa_status wa_report_html(struct wa_store *store, const struct wa_filter *filter,
	const struct wa_report_options *options, struct wa_sink *sink, struct wa_error *error);

/* The tables of an export. */
/* clang-format off */
#define WA_TABLES(X) \
	X(DOCUMENTS, "documents") X(MENTIONS, "mentions") X(ATTRIBUTIONS, "attributions") X(CLAIMS, "claims") X(FINDINGS, "findings") \
	X(SOURCES, "sources")
/* clang-format on */
#define WA_P_(id, text) WA_TABLE_##id,
enum wa_table { WA_TABLES(WA_P_) WA_TABLE_COUNT };
#undef WA_P_
WA_API const char *wa_table_name(enum wa_table table);
WA_API int wa_table_from_name(const char *name); /* -1 when unknown */

struct wa_csv_options {
	bool mark;      /* begin with a byte order mark, by which some spreadsheets know UTF-8 */
	bool unguarded; /* leave text that looks like a formula as it is: for programs, never for spreadsheets */
};
/*
 * One table as comma-separated values (RFC 4180, UTF-8, a row of headings). A text cell that a spreadsheet would take for a
 * formula gets an apostrophe before it; numbers and dates never. Errors: those of the store; the sink tells those of writing.
 */
WA_API enum wa_status wa_export_csv(struct wa_store *store, const struct wa_filter *filter, enum wa_table table,
	const struct wa_csv_options *options, struct wa_sink *sink, struct wa_error *error);

struct wa_xlsx_options {
	const char *title;              /* of the summary; NULL for a standing one */
	const char *generated;          /* as in struct wa_report_options */
	const char *scratch;            /* folder for temporary files, as large as the workbook unpacked; NULL for /tmp */
	const struct wa_engine *engine; /* for names of agencies and summaries of rules; may be NULL */
};
/*
 * A workbook: a summary with charts, then each table as a sheet (several where it has more rows than a sheet holds), in flat
 * memory. Copy is only ever written as text. Errors: those of the store, WA_ERR_IO for the scratch folder, WA_ERR_NOMEM; the
 * sink tells those of writing.
 */
WA_API enum wa_status wa_export_xlsx(struct wa_store *store, const struct wa_filter *filter, const struct wa_xlsx_options *options,
	struct wa_sink *sink, struct wa_error *error);

#ifdef __cplusplus
}
#endif
#endif
