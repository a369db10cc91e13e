/*
 * A document as every reader hands it on: paragraphs of clean UTF-8 text, metadata, and a table of runs
 * that maps each stretch of text back to the source bytes it came from.
 */
#ifndef DOC_DOC_H
#define DOC_DOC_H

#include "base/arena.h"
#include "base/vec.h"
#include "doc/charset.h"
#include "doc/lines.h"
#include "wireaudit/types.h"

/* How a stretch of text came from its source bytes. */
enum run_kind {
	RUN_VERBATIM, /* byte for byte: text_len == src_len */
	RUN_SPACE,    /* white space (and anything dropped beside it) folded to one space */
	RUN_ENTITY,   /* a character reference: &amp; &#8212; */
	RUN_CHARSET,  /* characters of another encoding; src bytes decode to the text under doc.charset */
	RUN_REPLACED, /* broken bytes, each shown as U+FFFD */
	RUN_ENCODED,  /* a character of mail's encodings; in base64 its bytes may hold parts of its neighbours */
};

/* Runs are in order of `text` and do not overlap; src need not be ordered (metadata may come first), and source bytes that gave no
 * text stand in no run. */
struct run {
	uint32_t text, src; /* starts: bytes of doc text, bytes of source */
	uint32_t text_len, src_len;
	enum run_kind kind;
};

struct para {
	enum wa_para_kind kind;
	uint32_t text, len; /* [text, text + len) in bytes of doc.text */
};

/* An inline suppression found in the source: `wireaudit: ignore RULE: reason`. Covers the next paragraph, or the file. */
struct directive {
	uint32_t before;    /* index into paras of the paragraph it stands before */
	uint32_t src, line; /* where it stands */
	bool whole_file;    /* `ignore-file` */
	struct wa_str rule, reason;
};

struct doc {
	const char *format;     /* reader's name */
	struct wa_str id;       /* names it within its file, as a URI's fragment; NULL when it is the whole file */
	struct charset charset; /* of the source bytes */
	struct wa_str lang, title, byline, dateline, provider, section, published, modified;
	/* As IPTC names them; struct wa_document says what each is. */
	struct wa_str credit, copyright, source, ednote, urgency, embargo, version, status;
	bool has_headline; /* paras[0] is the headline and is numbered 0; other paragraphs are numbered from 1 */
	VEC(char) text;    /* all paragraphs, each followed by '\n' */
	VEC(struct para) paras;
	VEC(struct run) runs;
	VEC(struct directive) directives;
	struct lines lines; /* of the source bytes its runs lead to */
	enum wa_skip skip;  /* why nothing of it is audited */
	struct wa_str note; /* what was left out, for people; NULL when nothing was */
	bool damaged;       /* the file is not what it should be, and what was read may not be all; the note says why */
	void *member;       /* the part of an archive that `src` counts in, owned; NULL: it counts in the file itself */
	size_t member_size;
	struct arena arena;           /* owns every wa_str above */
	uint32_t open_text, open_run; /* where the paragraph being written began */
};

void doc_init(struct doc *doc);
void doc_release(struct doc *doc);
/* True when memory ran out while it was filled. */
bool doc_failed(const struct doc *doc);

/*
 * Writing, for readers: doc_put appends to the open paragraph, doc_close closes it and opens the next. Runs that
 * continue each other are joined. A paragraph with no text is not made; closing returns false then.
 */
void doc_put(struct doc *doc, enum run_kind kind, const char *text, size_t len, uint32_t src, uint32_t src_len);
bool doc_close(struct doc *doc, enum wa_para_kind kind);
/* Bytes in the open paragraph. */
static inline size_t doc_open_len(const struct doc *doc)
{
	return doc->text.count - doc->open_text;
}

/* Keeps the lines of a file that this document needs. Once, when it is complete. */
void doc_keep_lines(struct doc *doc, const struct lines *lines);

/* Adds to doc.note, "; " between notes. */
void doc_note(struct doc *doc, const char *format, ...) __attribute__((format(printf, 2, 3)));

static inline struct wa_str doc_para_text(const struct doc *doc, size_t i)
{
	return (struct wa_str){doc->text.items + doc->paras.items[i].text, doc->paras.items[i].len};
}

/* The number rows use for paras[i]: 0 for the headline, others from 1. */
static inline uint32_t doc_para_number(const struct doc *doc, size_t i)
{
	return doc->has_headline ? (uint32_t)i : (uint32_t)i + 1;
}

#endif
