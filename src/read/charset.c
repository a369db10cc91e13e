#include "read/charset.h"

#include <string.h>

#include "base/array.h"
#include "base/eight.h"
#include "base/str.h"
#include "base/utf8.h"

/* Declarations stand in the first kilobyte by the standard; some pages put theirs further down. */
#define DECLARATION_WINDOW 4096u
/* Enough of a file to tell text from something else. */
#define SAMPLE 65536u

static const struct {
	const char *magic;
	uint8_t len, offset;
	const char *what;
} magics[] = {
	{"%PDF-", 5, 0, "a PDF document"},
	{"PK\x03\x04", 4, 0, "a zip archive that is no Word or OpenDocument text"},
	{"\x1F\x8B", 2, 0, "a gzip archive"},
	{"\x28\xB5\x2F\xFD", 4, 0, "a zstd archive"},
	{"BZh", 3, 0, "a bzip2 archive"},
	{"\xFD"
	 "7zXZ",
		5, 0, "an xz archive"},
	{"7z\xBC\xAF", 4, 0, "a 7z archive"},
	{"\x89PNG", 4, 0, "a PNG picture"},
	{"GIF8", 4, 0, "a GIF picture"},
	{"\xFF\xD8\xFF", 3, 0, "a JPEG picture"},
	{"RIFF", 4, 0, "a sound, film or WebP file"},
	{"ftyp", 4, 4, "a film"},
	{"ID3", 3, 0, "a sound file"},
	{"OggS", 4, 0, "a sound or film file"},
	{"\x7F"
	 "ELF",
		4, 0, "a program"},
	{"SQLite format 3", 15, 0, "an SQLite database"},
	{"\xD0\xCF\x11\xE0", 4, 0, "an old office document"},
	{"{\\rtf", 5, 0, "an RTF document"},
};

/* Controls that no text has, nor the teleprinter's formats with their marks and separators. */
static bool is_control(unsigned char c)
{
	return (c >= 0x05 && c <= 0x07) || c == 0x0E || c == 0x0F || (c >= 0x17 && c <= 0x19);
}

static bool is_plain8(uint64_t bytes)
{
	return eight_is_ascii(bytes) && !eight_below(bytes, ' ');
}

const char *charset_binary(const unsigned char *bytes, size_t size)
{
	size_t sample = size < SAMPLE ? size : SAMPLE, controls = 0, zeros = 0;
	for (size_t i = 0; i < ARRAY_COUNT(magics); i++)
		if (size >= (size_t)magics[i].offset + magics[i].len &&
			memcmp(bytes + magics[i].offset, magics[i].magic, magics[i].len) == 0)
			return magics[i].what;
	for (size_t i = 0, stop; i < sample; i = stop) {
		stop = sample - i < 8 ? sample : i + 8;
		if (stop - i == 8 && is_plain8(eight_at(bytes + i)))
			continue;
		for (; i < stop; i++) {
			controls += is_control(bytes[i]);
			zeros += bytes[i] == 0;
		}
	}
	/* a zero here and there is a fault of transmission */
	if (zeros * 50 > sample)
		return "binary data (it holds zero bytes)";
	return controls * 20 > sample ? "binary data (mostly control characters)" : NULL;
}

static bool is_label(char c)
{
	return ascii_is_alpha(c) || ascii_is_digit(c) || c == '-' || c == '_' || c == '.' || c == ':';
}

/* The value of `charset` or `encoding` within one tag, the text of which is `tag`. */
static struct wa_str label_in_tag(struct wa_str tag)
{
	static const char *const keys[] = {"charset", "encoding"};
	for (size_t i = 0; i < tag.len; i++) {
		for (size_t k = 0; k < 2; k++) {
			size_t at = i + strlen(keys[k]), start;
			if (!str_starts_nocase(str_cut(tag, i, tag.len), str_of(keys[k])))
				continue;
			while (at < tag.len &&
				(tag.ptr[at] == '=' || tag.ptr[at] == '"' || tag.ptr[at] == '\'' || ascii_is_space(tag.ptr[at])))
				at++;
			for (start = at; at < tag.len && is_label(tag.ptr[at]); at++)
				;
			return str_cut(tag, start, at);
		}
	}
	return (struct wa_str){0};
}

/* The label that markup at the file's head declares. */
static struct wa_str declared_label(const unsigned char *bytes, size_t size)
{
	const char *end = (const char *)bytes + (size < DECLARATION_WINDOW ? size : DECLARATION_WINDOW);
	for (const char *at = (const char *)bytes; size && (at = memchr(at, '<', (size_t)(end - at))) != NULL; at++) {
		struct wa_str rest = {at, (size_t)(end - at)}, label;
		const char *close;
		if (!str_starts_nocase(rest, STR("<meta")) && !str_starts_nocase(rest, STR("<?xml")))
			continue;
		close = memchr(rest.ptr, '>', rest.len);
		label = label_in_tag(str_cut(rest, 5, close ? (size_t)(close - rest.ptr) : rest.len));
		if (label.len)
			return label;
	}
	return (struct wa_str){0};
}

/* UTF-16 without a mark: ASCII text in it has a zero in every second byte. */
static bool guess_utf16(const unsigned char *bytes, size_t size, struct charset *set)
{
	size_t sample = (size < SAMPLE ? size : SAMPLE) & ~(size_t)1, zeros[2] = {0, 0};
	if (sample < 4 || !memchr(bytes, 0, sample))
		return false;
	for (size_t i = 0; i < sample; i++)
		zeros[i & 1] += bytes[i] == 0;
	if (zeros[0] + zeros[1] < sample / 8)
		return false;
	if (zeros[0] > zeros[1] * 20) {
		charset_utf16(set, true);
		return true;
	}
	if (zeros[1] > zeros[0] * 20) {
		charset_utf16(set, false);
		return true;
	}
	return false;
}

static size_t find_bom(const unsigned char *bytes, size_t size, struct charset *set)
{
	if (size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
		charset_utf8(set);
		return 3;
	}
	if (size >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0)) {
		charset_utf16(set, bytes[0] == 0xFE);
		return 2;
	}
	return 0;
}

/* True when the bytes look like Windows-1252 rather than damaged UTF-8: few sound sequences, no byte that the set lacks. */
static bool looks_1252(const unsigned char *bytes, size_t size)
{
	const char *at = (const char *)bytes, *end = at + size;
	size_t good = 0, bad = 0;
	while (at < end) {
		uint32_t point;
		size_t len;
		if ((unsigned char)*at < 0x80) {
			at++;
			continue;
		}
		len = utf8_decode(at, end, &point);
		if (len > 1) {
			good++;
		} else {
			unsigned char c = (unsigned char)*at;
			if (c == 0x81 || c == 0x8D || c == 0x8F || c == 0x90 || c == 0x9D)
				return false;
			bad += end - at > 3; /* a file cut in the middle of a character is not in another encoding */
		}
		at += len;
	}
	return bad > 0 && good * 4 <= bad;
}

static void choose_broken(
	struct charset_choice *choice, const struct charset *declared, bool has_declared, const unsigned char *bytes, size_t size)
{
	if (has_declared && declared->kind != CHARSET_UTF8 && declared->kind != CHARSET_UTF16LE &&
		declared->kind != CHARSET_UTF16BE) {
		choice->set = *declared;
	} else if (looks_1252(bytes, size)) {
		charset_windows_1252(&choice->set);
		choice->declared_wrong = has_declared;
	} else {
		charset_utf8(&choice->set);
	}
}

struct charset_choice charset_choose(const unsigned char *bytes, size_t size)
{
	struct charset_choice choice = {0};
	struct charset declared;
	struct wa_str label;
	bool has_declared;
	size_t valid;
	charset_utf8(&choice.set);
	choice.bom = find_bom(bytes, size, &choice.set);
	if (choice.set.kind != CHARSET_UTF8 || (!choice.bom && guess_utf16(bytes, size, &choice.set)))
		return choice;
	valid = utf8_valid_prefix((const char *)bytes, size);
	choice.valid = valid == size && !(size && memchr(bytes, 0, size));
	if (choice.bom)
		return choice;
	label = declared_label(bytes, size);
	has_declared = charset_find(label, &declared);
	if (has_declared)
		(void)snprintf(choice.declared, sizeof choice.declared, "%.*s", (int)label.len, label.ptr);
	if (!choice.valid) {
		choose_broken(&choice, &declared, has_declared, bytes, size);
		return choice;
	}
	if (has_declared && declared.kind != CHARSET_UTF8)
		choice.declared_wrong = !utf8_is_ascii((const char *)bytes, size);
	return choice;
}
