#include "audit/result.h"

void wa_result_free(struct wa_result *result)
{
	if (!result)
		return;
	doc_release(&result->doc);
	arena_release(&result->arena);
	free(result);
}

const struct wa_document *wa_result_document(const struct wa_result *result)
{
	return &result->document;
}

#define ROWS(name, T)                                                                      \
	const struct T *wa_result_##name##s(const struct wa_result *result, size_t *count) \
	{                                                                                  \
		*count = result->name##_count;                                             \
		return result->name##s;                                                    \
	}
ROWS(paragraph, wa_paragraph)
ROWS(mention, wa_mention)
ROWS(attribution, wa_attribution)
ROWS(claim, wa_claim)
ROWS(finding, wa_finding)
#undef ROWS

/* Paragraph numbers run without gaps from 0 or 1, so that a number is an index. */
static size_t index_of(const struct wa_result *result, uint32_t para)
{
	return result->doc.has_headline ? para : (size_t)para - 1;
}

const struct wa_paragraph *wa_result_paragraph(const struct wa_result *result, uint32_t para)
{
	size_t at = index_of(result, para);
	return at < result->paragraph_count ? &result->paragraphs[at] : NULL;
}

bool wa_result_place(
	const struct wa_result *result, const void *bytes, size_t size, uint32_t para, struct wa_span span, struct wa_place *place)
{
	size_t at = index_of(result, para);
	if (at >= result->paragraph_count)
		return false;
	return doc_place(&result->doc, bytes, size, at, span, result->walk, place);
}

void wa_result_set_aside(struct wa_result *result, size_t finding, struct wa_str reason, bool known)
{
	struct wa_finding *row = &result->findings[finding];
	if (row->suppressed)
		return;
	row->suppressed = true;
	row->suppression = reason;
	row->known = known;
}
