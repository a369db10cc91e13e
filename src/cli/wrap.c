#include "cli/wrap.h"

#include <string.h>

/* Columns of UTF-8 text, one a character: what is wrapped is ours or a pack's. */
static unsigned columns(const char *text, size_t size)
{
	unsigned n = 0;
	for (size_t i = 0; i < size; i++)
		n += ((unsigned char)text[i] & 0xC0) != 0x80;
	return n;
}

void wrap(FILE *out, unsigned width, const char *text, unsigned column, unsigned indent)
{
	while (*text) {
		size_t size = strcspn(text, " \n");
		unsigned word = columns(text, size);
		if (width && column > indent && column + 1 + word > width) {
			fprintf(out, "\n%*s", (int)indent, "");
			column = indent;
		}
		fprintf(out, "%s%.*s", column > indent ? " " : "", (int)size, text);
		column += word + (column > indent);
		text += size;
		if (*text == '\n' && text[1]) {
			fprintf(out, "\n%*s", (int)indent, "");
			column = indent;
		}
		if (*text)
			text++;
	}
	fputc('\n', out);
}
