/*
 * The engine (compiled packs and configuration) and the audit of one document.
 *
 *     struct wa_engine *engine;
 *     wa_engine_open(&(struct wa_options){0}, &engine, &error);
 *     wa_audit(engine, &(struct wa_input){.uri = "a.txt", .bytes = b, .size = n}, &result, &error);
 *
 * An engine is immutable once open: any number of threads may audit with one engine. A result belongs
 * to its caller and must not outlive the engine.
 */
#ifndef WIREAUDIT_ENGINE_H
#define WIREAUDIT_ENGINE_H

#include "wireaudit/types.h"

#ifdef __cplusplus
extern "C" {
#endif

struct wa_engine;
struct wa_result;

struct wa_options {
	const char *config;       /* path of a configuration file; NULL for none */
	const char *const *packs; /* paths of pack files loaded after the built-in ones; may be NULL */
	size_t pack_count;
	bool fast; /* attributions by rules only: several times as fast, and fewer are found */
	const char
		*model; /* path of the tagger's model, made by `wireaudit train`; NULL for the built-in one. Not read when `fast` */
};

struct wa_input {
	const char *uri;    /* names the document in rows and messages; a path or URL, never opened */
	const void *bytes;  /* the file's bytes, borrowed for the call */
	size_t size;        /* at most 1 GiB (WA_ERR_LIMIT beyond) */
	const char *format; /* name of a reader ("text", "html", "nitf" ...); NULL to tell by content */
	const char *lang;   /* overrides the language found; NULL to detect */
	const char *today;  /* "YYYY-MM-DD", by which suppressions in the copy run out; NULL: none has */
};

/*
 * Opens an engine: built-in packs, then the configuration, then the packs of `options`.
 * Errors: WA_ERR_CONFIG with file and line, WA_ERR_IO, WA_ERR_NOMEM. *engine is NULL on failure.
 */
WA_API enum wa_status wa_engine_open(const struct wa_options *options, struct wa_engine **engine, struct wa_error *error);
WA_API void wa_engine_close(struct wa_engine *engine); /* NULL is allowed */

/* 16 hex digits over program version, packs and configuration: equal fingerprints give equal results. Owned by the engine. */
WA_API const char *wa_engine_fingerprint(const struct wa_engine *engine);

/* The desk the configuration gives a document, from its URI or its section; NULL when none matches. Owned by the engine. */
WA_API const char *wa_engine_desk(const struct wa_engine *engine, const char *uri, struct wa_str section);

/* A desk or profile of the configuration that a document has, and what it was chosen by. Owned by the engine. */
struct wa_choice {
	const char *name;        /* NULL for none, and the rest with it */
	const char *key, *value; /* "paths" and the glob, "sections" and the section, "desks" and the desk */
	const char *origin;      /* where the desk or profile stands, "path:line" */
};
/* The desk of a document, and the profile whose levels of rules hold for it. Files with several documents have one for all. */
WA_API void wa_engine_choose(
	const struct wa_engine *engine, const char *uri, struct wa_str section, struct wa_choice *desk, struct wa_choice *profile);

/*
 * Audits one document: of a file that holds several (a feed, a package) the first. The result is complete or not made at all;
 * *result is NULL on failure. Text in a
 * language without a pack, or a file with no text, is WA_OK with wa_document.skip set.
 * Errors: WA_ERR_FORMAT (bytes that are no text), WA_ERR_LIMIT, WA_ERR_NOMEM.
 */
WA_API enum wa_status wa_audit(
	const struct wa_engine *engine, const struct wa_input *input, struct wa_result **result, struct wa_error *error);

/*
 * Audits every document of a file in turn, holding one at a time: feeds and packages have several, whose URIs are the file's
 * with '#' and a name that stays theirs (wa_document.uri); any other file has one. `visit` owns the result it is given and
 * returns false when it wants no more. Errors as wa_audit; what was visited before one stands.
 */
typedef bool wa_audit_visit(void *context, struct wa_result *result);
WA_API enum wa_status wa_audit_each(
	const struct wa_engine *engine, const struct wa_input *input, wa_audit_visit *visit, void *context, struct wa_error *error);
WA_API void wa_result_free(struct wa_result *result); /* NULL is allowed */

/* Rows of a result in reading order; the arrays are owned by the result. */
WA_API const struct wa_document *wa_result_document(const struct wa_result *result);
WA_API const struct wa_paragraph *wa_result_paragraphs(const struct wa_result *result, size_t *count);
WA_API const struct wa_mention *wa_result_mentions(const struct wa_result *result, size_t *count);
WA_API const struct wa_attribution *wa_result_attributions(const struct wa_result *result, size_t *count);
WA_API const struct wa_claim *wa_result_claims(const struct wa_result *result, size_t *count);
WA_API const struct wa_finding *wa_result_findings(const struct wa_result *result, size_t *count);

/*
 * Sets a finding aside by what the caller knows of it: a waiver, or a baseline (`known`). One that is suppressed stays as it is.
 * `reason` is borrowed as long as the result lives.
 */
WA_API void wa_result_set_aside(struct wa_result *result, size_t finding, struct wa_str reason, bool known);

/* The row of a paragraph number, NULL when there is none. */
WA_API const struct wa_paragraph *wa_result_paragraph(const struct wa_result *result, uint32_t para);

/*
 * Where a span of a paragraph stands in the source bytes that were audited (`bytes` and `size` as given to
 * wa_audit; they are read again for line and column). Returns false when the paragraph does not exist. Asked in reading order
 * all places together cost one pass over the bytes. One thread at a time may ask one result.
 */
WA_API bool wa_result_place(
	const struct wa_result *result, const void *bytes, size_t size, uint32_t para, struct wa_span span, struct wa_place *place);

/* A rule of the catalogue. Owned by the engine. */
struct wa_rule {
	const char *code;                     /* "WA101", stable */
	const char *name;                     /* "toll-unattributed", stable */
	const char *family;                   /* "claims", "sources", "quotations", "agencies" ... */
	enum wa_level level;                  /* level as configured; the state of a claim may lower it */
	const char *summary;                  /* one line */
	const char *why;                      /* a paragraph in words a sub-editor uses */
	const char *mend;                     /* what would mend it */
	const char *source;                   /* handbook the rule comes from */
	const char *const *good, *const *bad; /* examples it lets pass and examples it finds; lists that end with NULL */
};
WA_API const struct wa_rule *wa_rules(const struct wa_engine *engine, size_t *count);
/* By code or name, NULL when unknown. */
WA_API const struct wa_rule *wa_rule_find(const struct wa_engine *engine, const char *code_or_name);

/* An agency of the packs. Owned by the engine; lists are '|'-separated. */
struct wa_agency {
	const char *id, *name, *aliases, *country, *languages, *type, *note;
};
WA_API const struct wa_agency *wa_agencies(const struct wa_engine *engine, size_t *count);

/* A configuration value in force and where it comes from ("built-in", or "path:line"). Owned by the engine. */
struct wa_setting {
	const char *key, *value, *origin;
};
WA_API const struct wa_setting *wa_settings(const struct wa_engine *engine, size_t *count);

/*
 * The address of a rule's explanation on the page that the configuration's rules-page names, "URL#name", written to `out` (cut
 * where it does not fit); NULL when there is none. Returns `out`.
 */
WA_API const char *wa_rule_page(const struct wa_engine *engine, const char *name, char *out, size_t size);

/* The program's version, "0.1.0". */
WA_API const char *wa_version(void);

#ifdef __cplusplus
}
#endif
#endif
