/* The JSON of AP's media API: ninjs with AP's names for some things, and the text behind a link more often than not. */
#include "base/str.h"
#include "read/read_ninjs.h"
#include "read/reader.h"

static bool has_text(const struct doc *doc)
{
	for (size_t i = 0; i < doc->paras.count; i++)
		if (doc->paras.items[i].kind == WA_PARA_BODY)
			return true;
	return false;
}

static bool read_apjson(struct reading *reading)
{
	bool ok = ninjs_read(reading);
	if (ok && !has_text(reading->doc))
		doc_note(reading->doc, "the text is not in the file but behind a link, which is not followed");
	return ok;
}

static unsigned sniff_apjson(const struct source *source, struct wa_str uri)
{
	static const char *const api[] = {"api_version", "editorialpriority", NULL};
	(void)uri;
	return ninjs_has_member(source, api) ? 98 : 0;
}

const struct reader reader_apjson = {"apjson", sniff_apjson, read_apjson};
