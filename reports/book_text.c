/* Copy as a cell may hold it. */
#include "book.h"
#include "u8.h"

#define ELLIPSIS "\xE2\x80\xA6"

static bool is_hex(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

/* Programs read _xHHHH_ as the character of that number, which copy must not be able to ask for. */
static bool is_escape(const char *at, const char *end)
{
	return end - at >= 7 && at[0] == '_' && at[1] == 'x' && at[6] == '_' && is_hex(at[2]) && is_hex(at[3]) && is_hex(at[4]) &&
	       is_hex(at[5]);
}

struct piece {
	const char *bytes;
	size_t size, taken, units;
};

/* What the character at `at` is written as, and the UTF-16 units that takes. */
static struct piece next_piece(const char *at, const char *end)
{
	size_t n = u8_length(at, end);
	if (!n || !u8_harmless(u8_point(at, n)))
		return (struct piece){U8_REPLACEMENT, sizeof U8_REPLACEMENT - 1, n ? n : 1, 1};
	if (is_escape(at, end))
		return (struct piece){"_x005F_", 7, 1, 7};
	return (struct piece){at, n, n, n == 4 ? 2 : 1};
}

bool book_clean(char *cell, struct wa_str text)
{
	const char *at = text.ptr, *end = text.ptr + text.len;
	char *out = cell, *last = cell;
	size_t units = 0;
	while (at < end) {
		struct piece piece = next_piece(at, end);
		if (units + piece.units > BOOK_TEXT) {
			/* The last character that left room for the mark. */
			memcpy(last, ELLIPSIS, sizeof ELLIPSIS - 1);
			out = last + sizeof ELLIPSIS - 1;
			break;
		}
		memcpy(out, piece.bytes, piece.size);
		out += piece.size;
		units += piece.units;
		at += piece.taken;
		if (units < BOOK_TEXT)
			last = out;
	}
	*out = 0;
	return out > cell;
}
