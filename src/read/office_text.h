/* What DOCX and ODT share: paragraphs of an XML tree whose elements say what stands in them. */
#ifndef READ_OFFICE_TEXT_H
#define READ_OFFICE_TEXT_H

#include "read/reading.h"
#include "read/xml_tree.h"

struct office_words {
	const char *const *paragraphs; /* elements that are paragraphs */
	const char *const *breaks;     /* empty elements that stand for white space */
	const char *const *skipped;    /* elements whose text is not shown: deletions, notes, fields */
	const char *text;              /* the only element that holds text; NULL: any */
	const char *table;
	/* What a paragraph is, by its style. */
	enum wa_para_kind (*kind)(const struct xml *xml, uint32_t paragraph);
};

/* Reads the file as XML and writes its paragraphs; finds a headline by shape when none is styled as one. */
bool office_text_read(struct reading *reading, const struct office_words *words);

/* The kind a style's name stands for: "Heading 1", "Title", "Caption" ... */
enum wa_para_kind office_style(struct wa_str name);

#endif
