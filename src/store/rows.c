#include "store/rows.h"

#include <string.h>

/* clang-format off */
#define WA_P_(id, text) [WA_DATED_##id] = text,
static const char *const datings[] = {WA_DATINGS(WA_P_)};
#undef WA_P_
/* clang-format on */

const char *wa_dating_name(enum wa_dating dating)
{
	return (unsigned)dating < WA_DATING_COUNT ? datings[dating] : "unknown";
}

int wa_dating_from_name(const char *name)
{
	for (int i = 0; i < WA_DATING_COUNT; i++)
		if (strcmp(datings[i], name) == 0)
			return i;
	return -1;
}

#define NAMES(E, what)                            \
	static const char *name_of_##E(int value) \
	{                                         \
		return E##_name((enum E)value);   \
	}                                         \
	STORAGE const struct field_names names_##E = {what, name_of_##E, E##_from_name};
#define STORAGE
NAMES(wa_dating, "origin of a date")
NAMES(wa_skip, "reason for not auditing")
NAMES(wa_para_kind, "kind of paragraph")
NAMES(wa_role, "role")
NAMES(wa_claim_type, "type of claim")
NAMES(wa_verdict, "verdict")
NAMES(wa_source_kind, "kind of source")
#undef STORAGE
#define STORAGE static
NAMES(wa_mode, "mode")
NAMES(wa_state, "state")
NAMES(wa_reason, "reason")
NAMES(wa_level, "level")
#undef STORAGE
#undef NAMES

static const struct field analysis[] = {
	FIELD(analysis_row, ID, "version", version),
	FIELD(analysis_row, ID, "run", run),
	FIELD(analysis_row, TEXT, "fingerprint", fingerprint),
	FIELD(analysis_row, TEXT, "analysed", analysed),
	FIELD(analysis_row, TEXT, "date", date),
	FIELD_NAMED(analysis_row, wa_dating, "dated", dated),
	FIELD(analysis_row, STR, "desk", desk),
	FIELD(analysis_row, COUNT, "parts", parts),
	FIELD(analysis_row, COUNT, "paragraphs", paragraphs),
	FIELD(analysis_row, COUNT, "mentions", mentions),
	FIELD(analysis_row, COUNT, "attributions", attributions),
};
const struct fields fields_analysis = FIELDS(analysis);

static const struct field audited[] = {
	FIELD(wa_document, TEXT, "format", format),
	FIELD(wa_document, STR, "lang", lang),
	FIELD(wa_document, STR, "title", title),
	FIELD(wa_document, STR, "byline", byline),
	FIELD(wa_document, STR, "dateline", dateline),
	FIELD(wa_document, STR, "provider", provider),
	FIELD(wa_document, STR, "section", section),
	FIELD(wa_document, STR, "published", published),
	FIELD(wa_document, STR, "modified", modified),
	FIELD_NAMED(wa_document, wa_skip, "skip", skip),
	FIELD(wa_document, STR, "skip_detail", skip_detail),
	FIELD(wa_document, U32, "items", items),
};
const struct fields fields_audited = FIELDS(audited);

static const struct field counts[] = {
	FIELD(wa_counts, COUNT, "claims", claims),
	FIELD(wa_counts, COUNT, "grave", grave),
	FIELD(wa_counts, COUNT, "flagged", flagged),
	FIELD(wa_counts, COUNT, "errors", findings[WA_LEVEL_ERROR]),
	FIELD(wa_counts, COUNT, "warnings", findings[WA_LEVEL_WARNING]),
	FIELD(wa_counts, COUNT, "notes", findings[WA_LEVEL_NOTE]),
	FIELD(wa_counts, COUNT, "suppressed", suppressed),
};
const struct fields fields_counts = FIELDS(counts);

static const struct field paragraph[] = {
	FIELD(wa_paragraph, U32, "para", para),
	FIELD(wa_paragraph, U32, "item", item),
	FIELD_NAMED(wa_paragraph, wa_para_kind, "kind", kind),
	FIELD(wa_paragraph, STR, "text", text),
	FIELD(wa_paragraph, U32, "src_start", src_start),
	FIELD(wa_paragraph, U32, "src_end", src_end),
};
const struct fields fields_paragraph = FIELDS(paragraph);

static const struct field mention[] = {
	FIELD(wa_mention, U32, "para", para),
	FIELD(wa_mention, U32, "item", item),
	FIELD(wa_mention, U32, "span_start", span.start),
	FIELD(wa_mention, U32, "span_end", span.end),
	FIELD(wa_mention, TEXT, "agency", agency),
	FIELD_NAMED(wa_mention, wa_role, "role", role),
};
const struct fields fields_mention = FIELDS(mention);

static const struct field attribution[] = {
	FIELD(wa_attribution, U32, "para", para),
	FIELD(wa_attribution, U32, "item", item),
	FIELD(wa_attribution, U32, "cue_start", cue.start),
	FIELD(wa_attribution, U32, "cue_end", cue.end),
	FIELD(wa_attribution, INDEX, "source_para", source_para),
	FIELD(wa_attribution, U32, "source_start", source.start),
	FIELD(wa_attribution, U32, "source_end", source.end),
	FIELD_NAMED(wa_attribution, wa_source_kind, "kind", kind),
	FIELD_NAMED(wa_attribution, wa_mode, "mode", mode),
	FIELD(wa_attribution, TEXT, "agency", agency),
	FIELD(wa_attribution, STR, "resolved", resolved),
	FIELD(wa_attribution, TEXT, "why", why),
	FIELD(wa_attribution, STR, "name", name),
	FIELD(wa_attribution, U32, "resolved_confidence", resolved_confidence),
};
const struct fields fields_attribution = FIELDS(attribution);

static const struct field content[] = {
	FIELD(wa_content, U32, "para", para),
	FIELD(wa_content, U32, "span_start", span.start),
	FIELD(wa_content, U32, "span_end", span.end),
};
const struct fields fields_content = FIELDS(content);

static const struct field claim[] = {
	FIELD(wa_claim, U32, "para", para),
	FIELD(wa_claim, U32, "item", item),
	FIELD(wa_claim, U32, "span_start", span.start),
	FIELD(wa_claim, U32, "span_end", span.end),
	FIELD_NAMED(wa_claim, wa_claim_type, "type", type),
	FIELD(wa_claim, REAL, "low", low),
	FIELD(wa_claim, REAL, "high", high),
	FIELD(wa_claim, TEXT, "unit", unit),
	FIELD(wa_claim, U32, "what_start", what.start),
	FIELD(wa_claim, U32, "what_end", what.end),
	FIELD(wa_claim, U32, "where_start", where.start),
	FIELD(wa_claim, U32, "where_end", where.end),
	FIELD(wa_claim, U32, "when_start", when.start),
	FIELD(wa_claim, U32, "when_end", when.end),
	FIELD_NAMED(wa_claim, wa_state, "state", state),
	FIELD_NAMED(wa_claim, wa_verdict, "verdict", verdict),
	FIELD_NAMED(wa_claim, wa_reason, "reason", reason),
	FIELD(wa_claim, INDEX, "nearest", nearest),
};
const struct fields fields_claim = FIELDS(claim);

static const struct field grave[] = {FIELD(claim_extra, BOOL, "grave", grave)};
const struct fields fields_grave = FIELDS(grave);

static const struct field finding[] = {
	FIELD(wa_finding, INDEX, "para", para),
	FIELD(wa_finding, U32, "item", item),
	FIELD(wa_finding, U32, "span_start", span.start),
	FIELD(wa_finding, U32, "span_end", span.end),
	FIELD(wa_finding, TEXT, "code", code),
	FIELD(wa_finding, TEXT, "name", name),
	FIELD_NAMED(wa_finding, wa_level, "level", level),
	FIELD(wa_finding, STR, "message", message),
	FIELD(wa_finding, STR, "mend", mend),
	FIELD(wa_finding, INDEX, "claim", claim),
	FIELD(wa_finding, CHARS, "fingerprint", fingerprint),
	FIELD(wa_finding, BOOL, "suppressed", suppressed),
	FIELD(wa_finding, STR, "suppression", suppression),
	FIELD(wa_finding, STR, "suppressed_until", until),
};
const struct fields fields_finding = FIELDS(finding);
