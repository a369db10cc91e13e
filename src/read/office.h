/* Word and OpenDocument files: which of their parts holds the text. */
#ifndef READ_OFFICE_H
#define READ_OFFICE_H

#include "unpack/member.h"
#include "wireaudit/engine.h"

struct office {
	const char *format; /* name of the reader: "docx", "odt"; NULL when it is neither */
	struct member text; /* the XML of the text */
};

/* True for bytes that begin as a zip archive, which office files are. */
bool office_is_zip(const void *bytes, size_t size);

/* Unpacks the text of an office file. Errors as member_read; a zip archive that is none leaves format NULL. */
enum wa_status office_open(struct office *office, const struct wa_input *input, struct wa_error *error);
void office_close(struct office *office);

#endif
