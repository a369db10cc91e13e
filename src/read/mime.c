#include "read/mime.h"

#include "base/str.h"
#include "base/utf8.h"

struct mime_part mime_part(const struct source *source, size_t from, size_t to)
{
	struct mime_part part = {.head = from, .body = to, .end = to};
	const char *text = source->text;
	for (size_t at = from; at < to;) {
		const char *found = memchr(text + at, '\n', to - at);
		size_t next = found ? (size_t)(found - text) + 1 : to;
		if (next - at <= 2 && (text[at] == '\n' || text[at] == '\r')) {
			part.body = next;
			return part;
		}
		at = next;
	}
	return part;
}

struct wa_str mime_field(const struct source *source, const struct mime_part *part, const char *name)
{
	const char *text = source->text;
	size_t len = strlen(name);
	for (size_t at = part->head; at < part->body;) {
		const char *found = memchr(text + at, '\n', part->body - at);
		size_t end = found ? (size_t)(found - text) : part->body;
		bool wanted = end - at > len && text[at + len] == ':' &&
			      str_starts_nocase((struct wa_str){text + at, end - at}, str_of(name));
		size_t start = at + len + 1;
		/* lines that begin with white space go on with the field */
		while (end + 1 < part->body && (text[end + 1] == ' ' || text[end + 1] == '\t')) {
			found = memchr(text + end + 1, '\n', part->body - end - 1);
			end = found ? (size_t)(found - text) : part->body;
		}
		if (wanted)
			return str_trim((struct wa_str){text + start, end - start});
		at = end + 1;
	}
	return (struct wa_str){0};
}

struct wa_str mime_parameter(struct wa_str value, const char *name)
{
	size_t len = strlen(name);
	for (size_t at = str_find(value, STR(";")); at < value.len; at++) {
		struct wa_str rest = str_trim(str_cut(value, at + 1 < value.len ? at + 1 : value.len, value.len));
		size_t end = 0;
		if (value.ptr[at] != ';' || rest.len <= len || !str_starts_nocase(rest, str_of(name)) || rest.ptr[len] != '=')
			continue;
		rest = str_cut(rest, len + 1, rest.len);
		if (rest.len && rest.ptr[0] == '"') {
			const char *close = memchr(rest.ptr + 1, '"', rest.len - 1);
			return str_cut(rest, 1, close ? (size_t)(close - rest.ptr) : rest.len);
		}
		while (end < rest.len && rest.ptr[end] != ';' && !ascii_is_space(rest.ptr[end]))
			end++;
		return str_cut(rest, 0, end);
	}
	return (struct wa_str){0};
}

bool mime_is(struct wa_str value, const char *word)
{
	size_t len = strlen(word);
	return value.len && str_starts_nocase(value, str_of(word)) &&
	       (value.len == len || value.ptr[len] == ';' || ascii_is_space(value.ptr[len]));
}

static int hex(char c)
{
	if (ascii_is_digit(c))
		return c - '0';
	c = ascii_lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static int base64_value(char c)
{
	if (ascii_is_upper(c))
		return c - 'A';
	if (ascii_is_lower(c))
		return c - 'a' + 26;
	if (ascii_is_digit(c))
		return c - '0' + 52;
	return c == '+' ? 62 : c == '/' ? 63 : -1;
}

/* Bytes on their way to become characters: up to the longest character, with where each stood. */
#define PENDING 8u
struct pending {
	struct derivation *derivation;
	struct decoder *decoder;
	unsigned char bytes[PENDING];
	size_t from[PENDING], to[PENDING];
	size_t count;
};

/* Decodes what is there; with `all` to the last byte, else as long as a whole character is certain. */
static void drain(struct pending *p, bool all)
{
	while (p->count && (all || p->count >= 4)) {
		uint32_t point;
		bool broken;
		char utf8[4];
		size_t len = decoder_step(p->decoder, p->bytes, p->bytes + p->count, &point, &broken);
		source_derive_char(p->derivation, RUN_ENCODED, utf8, utf8_encode(point, utf8), p->from[0], p->to[len - 1]);
		p->count -= len;
		memmove(p->bytes, p->bytes + len, p->count);
		memmove(p->from, p->from + len, p->count * sizeof *p->from);
		memmove(p->to, p->to + len, p->count * sizeof *p->to);
	}
}

static void put(struct pending *p, unsigned char byte, size_t from, size_t to)
{
	p->bytes[p->count] = byte;
	p->from[p->count] = from;
	p->to[p->count++] = to;
	drain(p, false);
}

/* Length of a line break at `at`, 0 for none; white space may stand before it. */
static size_t line_break(const char *text, size_t at, size_t to)
{
	size_t i = at;
	while (i < to && (text[i] == ' ' || text[i] == '\t' || text[i] == '\r'))
		i++;
	return i < to && text[i] == '\n' ? i + 1 - at : i == to && i > at ? i - at : 0;
}

/* Quoted-printable; in header fields '_' is a space. */
static void derive_quoted(struct pending *p, size_t from, size_t to, bool words)
{
	const char *text = p->derivation->outer->text;
	size_t start = from;
	for (size_t at = from; at < to;) {
		char c = text[at];
		size_t len = 1, soft;
		if (c != '=' && !(words && c == '_')) {
			at++;
			continue;
		}
		if (at > start) {
			drain(p, true);
			source_derive_text(p->derivation, start, at);
		}
		if (c == '_') {
			put(p, ' ', at, at + 1);
		} else if (to - at >= 3 && hex(text[at + 1]) >= 0 && hex(text[at + 2]) >= 0) {
			len = 3;
			put(p, (unsigned char)(hex(text[at + 1]) * 16 + hex(text[at + 2])), at, at + 3);
		} else if ((soft = line_break(text, at + 1, to)) > 0) {
			len = 1 + soft;
		} else {
			put(p, '=', at, at + 1);
		}
		at += len;
		start = at;
	}
	drain(p, true);
	source_derive_text(p->derivation, start, to);
}

static void derive_base64(struct pending *p, size_t from, size_t to)
{
	const char *text = p->derivation->outer->text;
	size_t starts[4] = {0};
	uint32_t bits = 0;
	unsigned count = 0;
	for (size_t at = from; at < to && text[at] != '='; at++) {
		int value = base64_value(text[at]);
		if (value < 0)
			continue;
		starts[count] = at;
		bits = bits << 6 | (uint32_t)value;
		if (count++)
			put(p, (unsigned char)(bits >> (6 - 2 * (count - 1))), starts[count - 2], at + 1);
		count %= 4;
	}
	drain(p, true);
}

/* Bytes that stand for themselves, in an encoding that is not the file's. */
static void derive_raw(struct pending *p, size_t from, size_t to)
{
	const struct source *outer = p->derivation->outer;
	const unsigned char *bytes = outer->bytes;
	size_t start = from;
	for (size_t at = from, next; at < to; at = next) {
		for (next = at + 1; next < to && ((unsigned char)outer->text[next] & 0xC0) == 0x80;)
			next++;
		if ((unsigned char)outer->text[at] < 0x80)
			continue;
		if (at > start) {
			drain(p, true);
			source_derive_text(p->derivation, start, at);
		}
		for (size_t src = source_at(outer, at), end = source_end(outer, next); src < end; src++)
			put(p, bytes[src], at, next);
		start = next;
	}
	drain(p, true);
	source_derive_text(p->derivation, start, to);
}

static bool open_decoder(struct wa_str label, struct charset *set, struct decoder *decoder)
{
	bool known = !label.len || charset_find(label, set);
	if (!label.len)
		charset_utf8(set);
	else if (!known)
		charset_windows_1252(set);
	if (decoder_init(decoder, set))
		return known;
	charset_windows_1252(set);
	(void)decoder_init(decoder, set);
	return false;
}

/* Length of the encoded word at the head of `value` ("=?utf-8?Q?Z=C3=BCrich?="), 0 when there is none; its parts. */
static size_t encoded_word(struct wa_str value, struct wa_str *charset, char *encoding, struct wa_str *text)
{
	size_t first, second, end;
	if (!str_starts(value, STR("=?")))
		return 0;
	first = str_find(str_cut(value, 2, value.len), STR("?"));
	if (first == SIZE_MAX || first + 5 >= value.len || value.ptr[first + 4] != '?')
		return 0;
	*charset = str_cut(value, 2, first + 2);
	*encoding = ascii_lower(value.ptr[first + 3]);
	second = first + 5;
	end = str_find(str_cut(value, second, value.len), STR("?="));
	if (end == SIZE_MAX || (*encoding != 'q' && *encoding != 'b'))
		return 0;
	*text = str_cut(value, second, second + end);
	return second + end + 2;
}

static void derive_word(struct derivation *derivation, struct wa_str label, char encoding, struct wa_str text)
{
	struct pending pending = {.derivation = derivation};
	size_t from = (size_t)(text.ptr - derivation->outer->text);
	struct charset set;
	struct decoder decoder;
	(void)open_decoder(label, &set, &decoder);
	pending.decoder = &decoder;
	if (encoding == 'b')
		derive_base64(&pending, from, from + text.len);
	else
		derive_quoted(&pending, from, from + text.len, true);
	decoder_release(&decoder);
}

void mime_derive_words(struct derivation *derivation, struct wa_str value)
{
	size_t base = (size_t)(value.ptr - derivation->outer->text), start = 0;
	bool after_word = false;
	for (size_t at = 0; at < value.len;) {
		struct wa_str label, text;
		char encoding = 0;
		size_t len = value.ptr[at] == '=' ? encoded_word(str_cut(value, at, value.len), &label, &encoding, &text) : 0;
		if (!len) {
			at++;
			continue;
		}
		/* white space between two encoded words is not shown */
		if (!after_word || str_trim(str_cut(value, start, at)).len)
			source_derive_text(derivation, base + start, base + at);
		derive_word(derivation, label, encoding, text);
		at += len;
		start = at;
		after_word = true;
	}
	source_derive_text(derivation, base + start, base + value.len);
}

/* Lines that end in a space go on in the next; with `remove` the space is only a mark of that. */
static void derive_flowed(struct derivation *derivation, size_t from, size_t to, bool remove)
{
	const char *text = derivation->outer->text;
	size_t start = from;
	for (size_t at = from; at < to;) {
		const char *found = memchr(text + at, '\n', to - at);
		size_t end = found ? (size_t)(found - text) : to, stop = end;
		while (stop > at && text[stop - 1] == '\r')
			stop--;
		if (found && stop > at && text[stop - 1] == ' ' && !(stop - at == 3 && memcmp(text + at, "-- ", 3) == 0)) {
			source_derive_text(derivation, start, stop - remove);
			start = end + 1;
		}
		at = end + 1;
	}
	if (start < to)
		source_derive_text(derivation, start, to);
}

/*
 * The encoding of a part that is not encoded otherwise: what it declares, unless its bytes are valid UTF-8; empty when it is read
 * as the file is.
 */
static struct wa_str raw_charset(const struct source *source, const struct mime_part *part, struct wa_str label)
{
	size_t from = source_at(source, part->body), end = source_end(source, part->end);
	if (source->charset.kind == CHARSET_UTF16LE || source->charset.kind == CHARSET_UTF16BE || from >= end)
		return (struct wa_str){0};
	if (utf8_valid_prefix((const char *)source->bytes + from, end - from) < end - from)
		return label;
	return source->charset.kind == CHARSET_UTF8 ? (struct wa_str){0} : STR("utf-8");
}

static bool derive_plain(struct derivation *derivation, const struct mime_part *part, struct wa_str type)
{
	struct pending pending = {.derivation = derivation};
	struct wa_str label = raw_charset(derivation->outer, part, mime_parameter(type, "charset"));
	struct charset set;
	struct decoder decoder;
	bool known;
	if (mime_is(mime_parameter(type, "format"), "flowed")) {
		derive_flowed(derivation, part->body, part->end, mime_is(mime_parameter(type, "delsp"), "yes"));
		return true;
	}
	if (!label.len) {
		source_derive_text(derivation, part->body, part->end);
		return true;
	}
	known = open_decoder(label, &set, &decoder);
	pending.decoder = &decoder;
	derive_raw(&pending, part->body, part->end);
	decoder_release(&decoder);
	return known;
}

bool mime_derive_body(struct derivation *derivation, const struct mime_part *part)
{
	const struct source *source = derivation->outer;
	struct wa_str type = mime_field(source, part, "content-type"),
		      encoding = mime_field(source, part, "content-transfer-encoding");
	struct pending pending = {.derivation = derivation};
	struct charset set;
	struct decoder decoder;
	bool known;
	if (!mime_is(encoding, "quoted-printable") && !mime_is(encoding, "base64"))
		return derive_plain(derivation, part, type);
	known = open_decoder(mime_parameter(type, "charset"), &set, &decoder);
	pending.decoder = &decoder;
	if (mime_is(encoding, "base64"))
		derive_base64(&pending, part->body, part->end);
	else
		derive_quoted(&pending, part->body, part->end, false);
	decoder_release(&decoder);
	return known;
}
