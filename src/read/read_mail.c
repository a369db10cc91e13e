/* Mail (RFC 822, MIME): the text of a message, its plain form where it has several; mailboxes of several messages. */
#include "base/limits.h"
#include "base/str.h"
#include "read/copy_head.h"
#include "read/html_meta.h"
#include "read/html_write.h"
#include "read/mime.h"
#include "read/news.h"
#include "read/read_ninjs.h"
#include "read/reader.h"
#include "read/text_layout.h"

#define SNIFF_BYTES 8192u

struct mail {
	struct reading *reading;
	struct mime_part plain, html; /* the first of each; end 0: none */
	unsigned attachments, depth;
	bool failed; /* memory ran out */
};

static void take_part(struct mail *mail, size_t from, size_t to);

/* Whether the line of a boundary ends at `at`, with or without the dashes of the last one. */
static bool ends_boundary(const char *text, size_t at, size_t to, bool *last)
{
	*last = at + 1 < to && text[at] == '-' && text[at + 1] == '-';
	at += *last ? 2 : 0;
	return at == to || ascii_is_space(text[at]);
}

/* Offset of the next line that is "--boundary", and behind it; the end when there is none. */
static size_t find_boundary(const struct source *source, size_t from, size_t to, struct wa_str boundary, size_t *behind, bool *last)
{
	while (from < to) {
		const char *found = memmem(source->text + from, to - from, boundary.ptr, boundary.len);
		size_t at = found ? (size_t)(found - source->text) : to, end = at + boundary.len;
		if (!found)
			break;
		if (at >= 2 && source->text[at - 1] == '-' && source->text[at - 2] == '-' &&
			(at == 2 || source->text[at - 3] == '\n') && ends_boundary(source->text, end, to, last)) {
			const char *line = memchr(source->text + end, '\n', to - end);
			*behind = line ? (size_t)(line - source->text) + 1 : to;
			return at - 2;
		}
		from = end;
	}
	*behind = to;
	*last = true;
	return to;
}

static void take_multipart(struct mail *mail, const struct mime_part *part, struct wa_str boundary)
{
	const struct source *source = mail->reading->source;
	size_t behind, start;
	bool last;
	(void)find_boundary(source, part->body, part->end, boundary, &behind, &last);
	for (start = behind; !last && start < part->end; start = behind) {
		size_t end = find_boundary(source, start, part->end, boundary, &behind, &last);
		take_part(mail, start, end);
	}
}

static void take_part(struct mail *mail, size_t from, size_t to)
{
	const struct source *source = mail->reading->source;
	struct mime_part part = mime_part(source, from, to);
	struct wa_str type = mime_field(source, &part, "content-type"), boundary = mime_parameter(type, "boundary");
	if (mime_is(mime_field(source, &part, "content-disposition"), "attachment")) {
		mail->attachments++;
	} else if (str_starts_nocase(type, STR("multipart/")) && boundary.len) {
		if (mail->depth < LIMIT_MAIL_DEPTH) {
			mail->depth++;
			take_multipart(mail, &part, boundary);
			mail->depth--;
		}
	} else if (mime_is(type, "text/html")) {
		mail->html = mail->html.end ? mail->html : part;
	} else if (!type.len || mime_is(type, "text/plain") || mime_is(type, "text")) {
		mail->plain = mail->plain.end ? mail->plain : part;
	} else {
		mail->attachments++;
	}
}

static struct wa_str text_of(struct mail *mail, const struct mime_part *part, const char *name)
{
	struct wa_str value = mime_field(mail->reading->source, part, name), text;
	struct derivation derivation;
	struct source inner;
	if (!value.ptr)
		return value;
	source_derive(&derivation, &inner, mail->reading->source);
	mime_derive_words(&derivation, value);
	mail->failed |= !source_derive_close(&derivation);
	text = html_meta_text(&mail->reading->doc->arena, (struct wa_str){inner.text, inner.size});
	source_close(&inner);
	return text;
}

static void write_subject(struct mail *mail, const struct mime_part *part)
{
	struct doc *doc = mail->reading->doc;
	struct wa_str value = mime_field(mail->reading->source, part, "subject");
	struct derivation derivation;
	struct source inner;
	struct writer writer = {.doc = doc, .source = &inner};
	if (!value.len)
		return;
	source_derive(&derivation, &inner, mail->reading->source);
	mime_derive_words(&derivation, value);
	if (source_derive_close(&derivation)) {
		writer_text(&writer, 0, inner.size);
		doc->has_headline = writer_close(&writer, WA_PARA_HEADLINE);
	} else {
		mail->failed = true;
	}
	source_close(&inner);
	if (doc->has_headline)
		doc->title = arena_str(&doc->arena, doc_para_text(doc, 0));
}

/* Writes a part, the subject before it unless it is a story with a headline of its own. */
static bool write_part(struct mail *mail, const struct mime_part *message, const struct mime_part *part, bool html)
{
	struct reading *reading = mail->reading;
	struct derivation derivation;
	struct source inner;
	size_t body = 0;
	bool ok, form = false;
	source_derive(&derivation, &inner, reading->source);
	if (!mime_derive_body(&derivation, part))
		doc_note(reading->doc, "a part of the mail is in a character set that is not known; read as Windows-1252");
	ok = source_derive_close(&derivation);
	if (ok && !html)
		ok = ninjs_read_part(reading, &inner, &form);
	if (ok && !html && !form)
		body = copy_head_write(&inner, reading->doc, 0, inner.size);
	if (ok && !form && !reading->doc->has_headline && !reading->doc->paras.count)
		write_subject(mail, message);
	if (ok && html)
		ok = html_write_fragment(&inner, reading->doc, false);
	else if (ok && !form)
		text_write(&inner, reading->doc, body, inner.size);
	source_close(&inner);
	return ok;
}

static bool write_parts(struct mail *mail, const struct mime_part *message)
{
	struct doc *doc = mail->reading->doc;
	bool ok = true;
	if (mail->plain.end)
		ok = write_part(mail, message, &mail->plain, false);
	if (ok && !mail->failed && doc->paras.count <= doc->has_headline && mail->html.end)
		ok = write_part(mail, message, &mail->html, true);
	if (ok && !mail->failed && !doc->paras.count)
		write_subject(mail, message);
	return ok;
}

static bool read_message(struct reading *reading, size_t from, size_t to)
{
	struct mail mail = {.reading = reading};
	struct mime_part part = mime_part(reading->source, from, to);
	struct doc *doc = reading->doc;
	bool ok;
	take_part(&mail, from, to);
	news_set(&doc->published, news_date(&doc->arena, text_of(&mail, &part, "date")));
	news_set(&doc->source, text_of(&mail, &part, "from"));
	news_set(&doc->lang, text_of(&mail, &part, "content-language"));
	ok = !mail.failed && write_parts(&mail, &part);
	if (mail.attachments)
		doc_note(doc, "%u attachment%s passed over", mail.attachments, mail.attachments == 1 ? "" : "s");
	return ok && !mail.failed;
}

static bool is_from_line(const struct source *source, size_t at)
{
	return str_starts((struct wa_str){source->text + at, source->size - at}, STR("From "));
}

/* Where the next message of a mailbox begins: at a line "From " behind an empty one. */
static size_t next_message(const struct source *source, size_t from)
{
	while (from < source->size) {
		const char *found = memmem(source->text + from, source->size - from, "\nFrom ", 6);
		if (!found)
			break;
		from = (size_t)(found - source->text) + 1;
		if (from >= 2 && (source->text[from - 2] == '\n' ||
					 (source->text[from - 2] == '\r' && from >= 3 && source->text[from - 3] == '\n')))
			return from;
	}
	return source->size;
}

static size_t behind_line(const struct source *source, size_t at)
{
	const char *found = memchr(source->text + at, '\n', source->size - at);
	return found ? (size_t)(found - source->text) + 1 : source->size;
}

/* Behind what white space stands before everything. */
static size_t first_line(const struct source *source)
{
	size_t at = 0;
	while (at < source->size && ascii_is_space(source->text[at]))
		at++;
	return at;
}

/* A message's id without its angle brackets. */
static struct wa_str id_of(struct wa_str field)
{
	field = str_trim(field);
	if (field.len > 2 && field.ptr[0] == '<' && field.ptr[field.len - 1] == '>')
		field = str_cut(field, 1, field.len - 1);
	return field;
}

static bool read_mail(struct reading *reading)
{
	const struct source *source = reading->source;
	size_t start = first_line(source);
	bool ok = true;
	if (!is_from_line(source, start))
		return read_message(reading, start, source->size);
	for (size_t at = start, next; ok && at < source->size; at = next) {
		size_t from = behind_line(source, at);
		struct mime_part part;
		next = next_message(source, from);
		part = mime_part(source, from, next);
		if (!reading_next(reading, id_of(mime_field(source, &part, "message-id"))))
			break;
		ok = read_message(reading, from, next);
	}
	return ok;
}

/* At least two of the fields that mail cannot be without, before the first empty line. */
static unsigned sniff_mail(const struct source *source, struct wa_str uri)
{
	static const char *const fields[] = {"from", "date", "subject", "mime-version", "message-id", "received", NULL};
	size_t size = source->size < SNIFF_BYTES ? source->size : SNIFF_BYTES, from = first_line(source);
	struct mime_part part;
	unsigned found = 0;
	(void)uri;
	from = is_from_line(source, from) ? behind_line(source, from) : from;
	if (from >= size || !(ascii_is_alpha(source->text[from])))
		return 0;
	part = mime_part(source, from, size);
	for (size_t i = 0; fields[i]; i++)
		found += mime_field(source, &part, fields[i]).ptr != NULL;
	return found >= 3 ? 85 : 0;
}

const struct reader reader_mail = {"mail", sniff_mail, read_mail};
