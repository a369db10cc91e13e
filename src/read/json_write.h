/* Writing what stands in JSON strings into a document, and reading them as metadata. */
#ifndef READ_JSON_WRITE_H
#define READ_JSON_WRITE_H

#include "read/json_tree.h"

/* A string's text, decoded (escapes, then character references), its white space folded, in the arena. */
struct wa_str json_text(const struct json *json, uint32_t node, struct arena *arena);

/* Writes a string as one paragraph; false for what is no string or empty. */
bool json_write_line(const struct json *json, uint32_t node, const struct source *source, struct doc *doc, enum wa_para_kind kind);

/* Writes a string as copy: as HTML when it has tags, else by its lines. False when memory ran out. */
bool json_write_copy(const struct json *json, uint32_t node, const struct source *source, struct doc *doc);

#endif
