/* Which encoding a file is in: what it says about itself, weighed against its bytes. */
#ifndef READ_CHARSET_H
#define READ_CHARSET_H

#include "doc/charset.h"

struct charset_choice {
	struct charset set;
	size_t bom;          /* length of a byte order mark */
	bool valid;          /* UTF-8 throughout, without zeros */
	bool declared_wrong; /* the bytes are not what was declared */
	char declared[32];   /* the label found in the file; empty for none */
};

/*
 * A byte order mark decides. Else bytes that are valid UTF-8 are UTF-8, whatever is declared (pages converted by a proxy
 * keep old declarations). Else UTF-16 without a mark, told by its zero bytes. Else the declared set. Else, and
 * when UTF-8 is declared but hardly any character bears it out, Windows-1252; a mostly sound file stays UTF-8 with its broken bytes
 * marked.
 */
struct charset_choice charset_choose(const unsigned char *bytes, size_t size);

/* What a file that is no text is ("a PDF document"), in words for people; NULL for text. */
const char *charset_binary(const unsigned char *bytes, size_t size);

#endif
