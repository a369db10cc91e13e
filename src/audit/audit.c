/* The pipeline: bytes -> document -> paragraphs read in order -> links -> findings -> result. */
#include "attr/attr.h"
#include "audit/engine.h"
#include "audit/language.h"
#include "audit/result.h"
#include "base/error.h"
#include "base/str.h"
#include "doc/place.h"
#include "lint/lint.h"
#include "read/read.h"

static bool is_audited(enum wa_para_kind kind)
{
	return kind <= WA_PARA_CREDIT;
}

/* A document that is one of several in its file has its name there behind a '#'. */
static struct wa_str uri_of(struct wa_result *result, const struct wa_input *input)
{
	struct wa_str id = result->doc.id;
	if (!id.len)
		return arena_str(&result->arena, str_of(input->uri));
	return str_of(arena_printf(&result->arena, "%s#%.*s", input->uri, (int)id.len, id.ptr));
}

static bool describe(struct wa_result *result, const struct wa_input *input, uint32_t items)
{
	const struct doc *doc = &result->doc;
	result->document = (struct wa_document){
		.uri = uri_of(result, input),
		.format = doc->format,
		.lang = doc->lang,
		.title = doc->title,
		.byline = doc->byline,
		.dateline = doc->dateline,
		.provider = doc->provider,
		.section = doc->section,
		.published = doc->published,
		.modified = doc->modified,
		.skip = doc->skip,
		.skip_detail = doc->note,
		.damaged = doc->damaged,
		.items = items,
		.credit = doc->credit,
		.copyright = doc->copyright,
		.source = doc->source,
		.ednote = doc->ednote,
		.urgency = doc->urgency,
		.embargo = doc->embargo,
		.version = doc->version,
		.status = doc->status,
	};
	return !arena_failed(&result->arena);
}

static bool list_paragraphs(struct wa_result *result, const struct wa_input *input, const uint32_t *items)
{
	const struct doc *doc = &result->doc;
	size_t count = doc->paras.count;
	result->paragraphs = arena_calloc(&result->arena, count, sizeof *result->paragraphs);
	if (!result->paragraphs)
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct para *para = &doc->paras.items[i];
		struct wa_paragraph *row = &result->paragraphs[i];
		*row = (struct wa_paragraph){
			.para = doc_para_number(doc, i),
			.item = items[i],
			.kind = para->kind,
			.text = doc_para_text(doc, i),
		};
		doc_source(doc, input->bytes, input->size, para->text, para->text + para->len, &row->src_start, &row->src_end);
	}
	result->paragraph_count = count;
	return true;
}

/* Moves rows from a growing array into the result's arena. */
static void *freeze(struct arena *arena, const void *rows, size_t count, size_t size)
{
	void *copy = arena_alloc(arena, count * size);
	if (copy && count)
		memcpy(copy, rows, count * size);
	return copy;
}

static bool keep_rows(struct wa_result *result, const struct attr *attr)
{
	struct arena *arena = &result->arena;
	result->mention_count = attr->mentions.count;
	result->mentions = freeze(arena, attr->mentions.items, attr->mentions.count, sizeof *result->mentions);
	result->attribution_count = attr->attributions.count;
	result->attributions = freeze(arena, attr->attributions.items, attr->attributions.count, sizeof *result->attributions);
	result->claim_count = attr->claims.count;
	result->claims = arena_alloc(arena, attr->claims.count * sizeof *result->claims);
	if (arena_failed(arena))
		return false;
	for (size_t i = 0; i < attr->claims.count; i++)
		result->claims[i] = attr->claims.items[i].row;
	return true;
}

/* What lint watches for is noted while the paragraph stands cut into words. */
static bool read_paragraph(struct attr *attr, struct watch *watch, uint32_t index)
{
	return attr_paragraph(attr, index) && watch_paragraph(watch, &attr->seg, index);
}

static bool read_paragraphs(struct attr *attr, struct watch *watch, const struct doc *doc, uint32_t *items)
{
	for (uint32_t i = 0; i < doc->paras.count; i++) {
		if (doc->skip == WA_SKIP_NONE && is_audited(doc->paras.items[i].kind) && !read_paragraph(attr, watch, i))
			return false;
		items[i] = attr->item;
	}
	return attr_finish(attr);
}

static bool has_audited(const struct doc *doc)
{
	for (size_t i = 0; i < doc->paras.count; i++)
		if (is_audited(doc->paras.items[i].kind))
			return true;
	return false;
}

/* Silence must never read as compliance: what is not audited says so. */
static void find_skip(struct doc *doc, const struct packs *packs, const char *lang)
{
	if (has_audited(doc)) {
		language_settle(doc, packs, lang);
		return;
	}
	doc->skip = WA_SKIP_NO_TEXT;
	doc_note(doc, doc->paras.count ? "there is no text but captions, lists and credits" : "there is no text");
}

static bool find_findings(
	struct wa_result *result, const struct packs *packs, const struct watch *watch, const struct wa_input *input)
{
	struct lint_rows rows = {
		.paragraphs = result->paragraphs,
		.mentions = result->mentions,
		.attributions = result->attributions,
		.claims = result->claims,
		.paragraph_count = result->paragraph_count,
		.mention_count = result->mention_count,
		.attribution_count = result->attribution_count,
		.claim_count = result->claim_count,
		.watch = watch,
		.uri = input->uri,
		.today = input->today,
	};
	return lint_findings(packs, &result->doc, &rows, &result->arena, &result->findings, &result->finding_count);
}

/* The built-in model is of English, and so is what a newsroom trains on for now. */
static const struct tag_model *model_for(const struct doc *doc, const struct tag_model *model)
{
	return !doc->lang.ptr || str_starts_nocase(doc->lang, STR("en")) ? model : NULL;
}

static bool audit(const struct wa_engine *engine, const struct wa_input *input, struct wa_result *result)
{
	const struct packs *packs = engine_packs(engine);
	uint32_t *items = arena_calloc(&result->arena, result->doc.paras.count, sizeof *items);
	struct watch watch = {.of_set = engine_watched(engine)};
	struct attr attr;
	bool ok;
	result->walk = arena_calloc(&result->arena, 1, sizeof *result->walk);
	if (!items || !result->walk)
		return false;
	find_skip(&result->doc, packs, input->lang);
	attr_init(&attr, &result->doc, packs, engine_facts(engine), &result->arena);
	attr.model = model_for(&result->doc, engine_model(engine));
	ok = read_paragraphs(&attr, &watch, &result->doc, items) && list_paragraphs(result, input, items) &&
	     keep_rows(result, &attr) && describe(result, input, attr.item);
	attr_release(&attr);
	ok = ok && find_findings(result, packs, &watch, input) && !arena_failed(&result->arena) && !doc_failed(&result->doc);
	watch_release(&watch);
	return ok;
}

/* Audits *doc, which is moved into the result; NULL when memory ran out. */
static struct wa_result *audit_doc(const struct wa_engine *engine, const struct wa_input *input, struct doc *doc)
{
	struct wa_result *result = calloc(1, sizeof *result);
	if (!result)
		return NULL;
	arena_init(&result->arena);
	result->doc = *doc;
	doc_init(doc);
	if (audit(engine, input, result))
		return result;
	wa_result_free(result);
	return NULL;
}

struct each {
	const struct wa_engine *engine;
	const struct wa_input *input;
	wa_audit_visit *visit;
	void *context;
	bool failed;
};

static bool take(void *context, struct doc *doc)
{
	struct each *each = context;
	struct wa_result *result = audit_doc(each->engine, each->input, doc);
	each->failed = !result;
	return result && each->visit(each->context, result);
}

enum wa_status wa_audit_each(
	const struct wa_engine *engine, const struct wa_input *input, wa_audit_visit *visit, void *context, struct wa_error *error)
{
	struct each each = {.engine = engine, .input = input, .visit = visit, .context = context};
	enum wa_status status = read_documents(engine_packs(engine), input, take, &each, error);
	return status == WA_OK && each.failed ? error_nomem(error) : status;
}

enum wa_status wa_audit(
	const struct wa_engine *engine, const struct wa_input *input, struct wa_result **out, struct wa_error *error)
{
	struct doc doc;
	enum wa_status status;
	*out = NULL;
	doc_init(&doc);
	status = read_document(engine_packs(engine), input, &doc, error);
	if (status == WA_OK) {
		*out = audit_doc(engine, input, &doc);
		status = *out ? WA_OK : error_nomem(error);
	}
	doc_release(&doc);
	return status;
}
