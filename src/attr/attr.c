#include "attr/attr.h"

#include "attr/item.h"
#include "pack/locale.h"
#include "scan/scan.h"

void attr_init(
	struct attr *attr, const struct doc *doc, const struct packs *packs, const struct attr_facts *facts, struct arena *arena)
{
	*attr = (struct attr){.doc = doc,
		.packs = packs,
		.facts = facts,
		.arena = arena,
		.item = 1,
		.decimal_comma = doc && locale_decimal_comma(doc->lang)};
}

void attr_release(struct attr *attr)
{
	vec_release(&attr->mentions);
	vec_release(&attr->attributions);
	vec_release(&attr->claims);
	vec_release(&attr->sentences);
	vec_release(&attr->items);
	vec_release(&attr->speakers);
	seg_release(&attr->seg);
	cue_release(attr);
	tagging_release(&attr->tagging);
}

/* Opening marks do not count: the first word of a sentence. */
static uint32_t first_word(const struct seg *seg, const struct sentence *s)
{
	uint32_t i = s->first;
	while (i + 1 < s->last && seg->tokens.items[i].kind == PIECE_MARK)
		i++;
	return i;
}

static bool goes_on(const struct seg *seg, const struct sentence *s)
{
	uint32_t i = first_word(seg, s);
	return seg_is(seg, i, CLASS_PRONOUN) || seg_is(seg, i, CLASS_PRONOUN_LOOSE) || seg_is(seg, i, CLASS_ALSO);
}

static bool note_sentences(struct attr *attr)
{
	const struct seg *seg = &attr->seg;
	for (size_t i = 0; i < seg->sentences.count; i++) {
		const struct sentence *s = &seg->sentences.items[i];
		const struct token *first = &seg->tokens.items[s->first], *last = &seg->tokens.items[s->last - 1];
		struct sentence_fact *fact = vec_push(&attr->sentences);
		if (!fact)
			return false;
		*fact = (struct sentence_fact){
			.para = attr->para,
			.item = attr->item,
			.span = {first->start, last->end},
			.starts_pronoun = goes_on(seg, s),
			.opens_quote = first->quote && seg->quotes.items[first->quote - 1].first == s->first,
			.ends_in_quote = last->quote != 0,
			.ends_in_colon = last->kind == PIECE_MARK && last->mark == MARK_COLON,
			.speaker = WA_NONE,
			.answers = WA_NONE,
			.light_answers = WA_NONE,
		};
	}
	return true;
}

/* Gives each sentence of the paragraph the rows whose cue stands in it; rows come in the order of their cues. */
static void note_attributions(struct attr *attr, size_t first_sentence, size_t first_row)
{
	uint32_t row = (uint32_t)first_row;
	for (size_t i = first_sentence; i < attr->sentences.count; i++) {
		struct sentence_fact *fact = &attr->sentences.items[i];
		fact->first_attribution = row;
		while (row < attr->attributions.count && attr->attributions.items[row].cue.start < fact->span.end)
			row++;
		fact->attribution_count = row - fact->first_attribution;
	}
}

static bool ends_in_open_quote(const struct seg *seg)
{
	const struct quotation *last = seg->quotes.count ? &seg->quotes.items[seg->quotes.count - 1] : NULL;
	return last && !last->closed && last->last == seg->tokens.count;
}

bool attr_paragraph(struct attr *attr, uint32_t para_index)
{
	size_t first_sentence = attr->sentences.count, first_row = attr->attributions.count;
	attr->para_index = para_index;
	attr->para = doc_para_number(attr->doc, para_index);
	attr->kind = attr->doc->paras.items[para_index].kind;
	if (!seg_paragraph(&attr->seg, &attr->packs->lex, doc_para_text(attr->doc, para_index), attr->open_quote))
		return false;
	scan_phrases(&attr->seg);
	if (attr->kind == WA_PARA_SUBHEAD && first_sentence > 0 && item_opens(attr))
		attr->item++;
	if (!note_sentences(attr) || !mention_paragraph(attr) || !cue_paragraph(attr))
		return false;
	note_attributions(attr, first_sentence, first_row);
	if (!claim_paragraph(attr) || !link_paragraph(attr))
		return false;
	attr->open_quote = ends_in_open_quote(&attr->seg);
	return true;
}

bool attr_finish(struct attr *attr)
{
	cue_finish(attr);
	return link_document(attr);
}
