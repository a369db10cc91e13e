#include "read/office.h"

#include <string.h>

#include "base/array.h"

bool office_is_zip(const void *bytes, size_t size)
{
	return size >= 4 && memcmp(bytes, "PK\x03\x04", 4) == 0;
}

enum wa_status office_open(struct office *office, const struct wa_input *input, struct wa_error *error)
{
	static const struct {
		const char *member, *format;
	} parts[] = {
		{"word/document.xml", "docx"},
		{"content.xml", "odt"},
	};
	enum wa_status status = WA_OK;
	bool found = false;
	*office = (struct office){0};
	for (size_t i = 0; i < ARRAY_COUNT(parts) && status == WA_OK && !found; i++) {
		status = member_read(input->uri, input->bytes, input->size, parts[i].member, &office->text, &found, error);
		if (found)
			office->format = parts[i].format;
	}
	return status;
}

void office_close(struct office *office)
{
	member_release(&office->text);
}
