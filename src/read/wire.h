/* What the readers of wire text share: a header of control lines, copy between two marks. */
#ifndef READ_WIRE_H
#define READ_WIRE_H

#include "read/reading.h"
#include "read/text_layout.h"

enum { WIRE_SOH = 0x01, WIRE_STX = 0x02, WIRE_ETX = 0x03 };

/* Offset of a byte in text [from, size); the size when it is not there. */
size_t wire_find(const struct source *source, size_t from, char byte);

/* Text of a line. */
struct wa_str wire_text(const struct source *source, const struct line *line);

/* Writes lines [first, last] as one paragraph of a kind; a headline also becomes the title, when there is none yet. */
void wire_write(struct reading *reading, size_t from, size_t to, enum wa_para_kind kind);

/* Writes a byline and keeps the name. */
void wire_byline(struct reading *reading, size_t from, size_t to);

/* Writes what follows the story (notes, contacts) as other. */
void wire_rest(struct reading *reading, size_t from, size_t to);

/* Copies a piece of text into the document, unless the field has a value. */
void wire_set(struct reading *reading, struct wa_str *field, struct wa_str value);

#endif
