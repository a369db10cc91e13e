/* Paragraphs of the record, as a search finds them. */
#include "json_out.h"

void wa_paragraph_text(const struct wa_paragraph_row *row, struct wa_sink *sink)
{
	sink_text(sink, row->doc.date);
	sink_literal(sink, "  ");
	wa_sink_write_clean(sink, row->doc.uri);
	if (row->paragraph.para)
		sink_printf(sink, ", paragraph %u\n    ", row->paragraph.para);
	else
		sink_literal(sink, ", headline\n    ");
	wa_sink_write_clean(sink, row->paragraph.text);
	sink_literal(sink, "\n\n");
}

void wa_paragraph_jsonl(const struct wa_paragraph_row *row, struct wa_sink *sink)
{
	struct jout j = jout_on(sink);
	jout_open(&j, '{');
	jout_key(&j, "uri");
	jout_string(&j, row->doc.uri);
	jout_key(&j, "title");
	jout_string(&j, row->doc.title);
	jout_key(&j, "date");
	jout_text(&j, row->doc.date);
	jout_key(&j, "desk");
	jout_string(&j, row->doc.desk);
	jout_key(&j, "para");
	jout_uint(&j, row->paragraph.para);
	jout_key(&j, "item");
	jout_uint(&j, row->paragraph.item);
	jout_key(&j, "kind");
	jout_text(&j, wa_para_kind_name(row->paragraph.kind));
	jout_key(&j, "text");
	jout_string(&j, row->paragraph.text);
	jout_key(&j, "src");
	jout_span(&j, row->paragraph.src_start, row->paragraph.src_end);
	jout_close(&j, '}');
	jout_line(&j);
}
