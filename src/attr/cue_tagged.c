/*
 * Rules and tagger together. Where both find a cue, the cue and its contents are the tagger's, which knows where annotators of
 * news set the bounds, and so is a source that goes on from the rule's with an apposition or a relative clause; where they
 * differ about who it is, the rule is believed. What only the tagger saw has "tagger" for its reason; what only a rule saw
 * stands when the construction is sure of itself or the tagger was near to a cue there.
 */
#include <string.h>

#include "attr/cue_verb.h"
#include "attr/mention.h"

enum {
	CUE_ALIKE = 30,    /* per cent the tagger's cue shares with the rule's, or it would hide it: "said in a statement on" */
	SOURCE_ALIKE = 50, /* from this the two mean the same group, cut differently */
	QUOTE_REACH = 40,  /* words of a content in which a quotation may begin */
	CONFIDENCE = 10,   /* per cent below which the tagger is sure that no cue stands there */
};

static struct part part_of(const struct tag_range *r)
{
	return (struct part){(int32_t)r->first, (int32_t)r->last};
}

static struct part overlap(struct part a, struct part b)
{
	return (struct part){a.first > b.first ? a.first : b.first, a.last < b.last ? a.last : b.last};
}

static uint32_t bytes(const struct sight *s, struct part p)
{
	struct wa_span span;
	if (!part_some(p))
		return 0;
	span = seg_span(s->seg, (size_t)p.first, (size_t)p.last);
	return span.end - span.start;
}

/* How much of both is common to both, in per cent. */
static uint32_t alike(const struct sight *s, struct part a, struct part b)
{
	uint32_t common = bytes(s, overlap(a, b)), either = bytes(s, a) + bytes(s, b) - common;
	return either ? 100 * common / either : 0;
}

/* "a report blames": a document wants nothing, it states. */
static bool is_document(const struct sight *s, const struct find *f)
{
	struct part source = part_some(f->name) ? f->name : f->source;
	return part_some(source) && f->contents && cue_source_kind(s, source, s->attr->cues) == WA_SOURCE_DOCUMENT;
}

/* A clause or a quotation follows, or stands before it: more than "posted a profit", "asked him to go". */
static bool carries_words(const struct sight *s, const struct find *f)
{
	int32_t content;
	if (f->contents && (f->content[0].last <= f->cue.first || token_at(s, f->content[0].first)->quote))
		return true;
	switch (verb_complement_at(s, f->cue.last, &content)) {
	case COMP_THAT:
	case COMP_CLAUSE:
	case COMP_QUOTE:
		return true;
	case COMP_NONE:
	case COMP_GROUP:
	case COMP_TO:
	case COMP_PREP:
	case COMP_AS:
	case COMP_OTHER:
		return false;
	}
	return false;
}

/* The tagger takes the word for a verb with a subject. */
static bool is_finite(const struct sight *s, int32_t i)
{
	uint8_t pos = s->attr->tagging.view.text.words.items[i].pos;
	return pos == TAG_POS_VBD || pos == TAG_POS_VBZ;
}

/*
 * The mode a word of the cue has in the packs; attitude, which answers for nothing, where it takes nothing that could be
 * said. A verb that no pack knows is one of speech: "fretted that".
 */
static enum wa_mode mode_of(const struct sight *s, const struct find *f)
{
	bool carries = carries_words(s, f) || is_document(s, f), known = false;
	for (int32_t i = f->cue.first; i < f->cue.last; i++)
		if (word_is(s, i, CLASS_NEGATION))
			return WA_MODE_ATTITUDE; /* "did not respond to" */
	for (int32_t i = f->cue.last - 1; i >= f->cue.first; i--) {
		if (has_class(s, i, CLASS_CUE_STRONG))
			return WA_MODE_SPEECH;
		if (!carries)
			continue;
		if (has_class(s, i, CLASS_CUE_SPEECH))
			return WA_MODE_SPEECH;
		if (has_class(s, i, CLASS_CUE_BELIEF))
			return WA_MODE_BELIEF;
		if (has_class(s, i, CLASS_CUE_FINDING))
			return WA_MODE_FINDING;
		known = known || has_class(s, i, CLASS_CUE_ATTITUDE);
	}
	return !known && is_finite(s, f->cue.last - 1) && tag_at(s, f->cue.last) == TAG_THAT ? WA_MODE_SPEECH : WA_MODE_ATTITUDE;
}

static void take_contents(const struct sight *s, const struct tag_found *found, struct find *find)
{
	const struct tagging *t = &s->attr->tagging;
	if (!found->contents)
		return;
	find->contents = 0;
	for (uint32_t i = 0; i < found->contents && i < CONTENT_MAX; i++)
		find->content[find->contents++] = part_of(&t->contents.items[found->content + i]);
}

static bool quotes(const struct sight *s, struct part cue)
{
	for (int32_t i = cue.first; i < cue.last; i++)
		if (has_class(s, i, CLASS_CUE_QUOTE))
			return true;
	return false;
}

/* What somebody wants or rejects ends with the sentence: a quotation behind it is not theirs, but for "asked". */
static void end_with_sentence(const struct sight *s, struct find *find)
{
	uint32_t kept = 0;
	if (find->mode != WA_MODE_ATTITUDE || quotes(s, find->cue))
		return;
	for (uint32_t i = 0; i < find->contents; i++) {
		struct part p = find->content[i];
		if (p.first >= s->last)
			continue;
		if (p.last > s->last)
			p.last = s->end;
		find->content[kept++] = p;
	}
	find->contents = kept;
}

static bool has_dash(const struct sight *s, struct part p)
{
	for (int32_t i = p.first; i < p.last; i++)
		if (mark_at(s, i) == MARK_DASH)
			return true;
	return false;
}

static bool within(struct part a, struct part b)
{
	return a.first >= b.first && a.last <= b.last;
}

/*
 * Where rule and tagger name different groups, these constructions err oftener than the tagger, which on copy it was not
 * trained on was right two to four times as often: the verb may share a subject that stands far off.
 */
static bool errs_oftener(enum cue_why why)
{
	return why == CUE_WHY_PARTICIPLE || why == CUE_WHY_INVERTED || why == CUE_WHY_NOUN;
}

/* The rule took a part of the insertion for the source, or the end of the clause before along with it. */
static bool is_cut_wrong(const struct sight *s, const struct find *rule, struct part source)
{
	if (rule->why == CUE_WHY_INSERTION)
		return rule->source.first > source.first && within(rule->source, source) &&
		       !has_dash(s, source); /* not "AFP - The navy, which ..., said" */
	return rule->why == CUE_WHY_SUBJECT_VERB && within(source, rule->source) && source.last == rule->source.last &&
	       tag_at(s, source.first - 1) == TAG_CONJ;
}

/* It begins where the rule's does and goes on with what describes it, or is nearly the same. */
static bool goes_with(const struct sight *s, struct part source, struct part rule)
{
	if (source.last > rule.last && skip_time_right(s, rule.last) > rule.last)
		return false; /* "the mayor on Monday night" */
	return (source.first == rule.first && source.last >= rule.last) || alike(s, source, rule) >= SOURCE_ALIKE;
}

/* "Jan Koval" of "Jan Koval, who runs the ferry,"; "the mayor, Irma Vogt" of "the mayor, Irma Vogt, 45". */
static struct part name_of(const struct sight *s, struct part source)
{
	int32_t comma = source.first, end;
	while (comma < source.last && !is_comma(s, comma))
		comma++;
	if (comma == source.first || comma >= source.last || tag_at(s, comma + 1) != TAG_NAME)
		return (struct part){source.first, comma > source.first ? comma : source.last};
	for (end = comma + 1; end < source.last && !is_comma(s, end);)
		end++;
	return (struct part){source.first, end};
}

/* "as reported by" is all of it. */
static bool takes_cue(const struct sight *s, const struct find *rule, struct part cue)
{
	return rule->why != CUE_WHY_AS_REPORTED && alike(s, cue, rule->cue) >= CUE_ALIKE;
}

static bool has_quotation(const struct sight *s, struct part p)
{
	for (int32_t i = p.first; i < p.last && i < p.first + QUOTE_REACH; i++)
		if (token_at(s, i)->quote)
			return true;
	return false;
}

/* A quotation in the sentence before is nobody's when the rule's cue introduces one of its own. */
static void drop_earlier(const struct sight *s, const struct find *rule, struct find *find)
{
	uint32_t kept = 0;
	if (rule->before || !rule->contents || !has_quotation(s, rule->content[0]))
		return;
	for (uint32_t i = 0; i < find->contents; i++)
		if (find->content[i].last > s->first || !token_at(s, find->content[i].first)->quote)
			find->content[kept++] = find->content[i];
	find->contents = kept;
}

/* The tagger's source runs on into what is said: "according to police, [the driver slept]", "described by the mayor [as a folly]".
 */
static bool covers_words(const struct sight *s, const struct find *rule, struct part source)
{
	if (rule->why == CUE_WHY_AGENT && rule->source.last < source.last && word_is(s, rule->source.last, CLASS_AS))
		return true;
	for (uint32_t i = 0; i < rule->contents; i++)
		if (part_some(overlap(rule->content[i], source)) && bytes(s, source) > bytes(s, rule->source))
			return true;
	return false;
}

/* "[by the mayor as a folly]": what is said goes round its source; nothing is left of what is no more than that. */
static void leave_out_source(struct find *find)
{
	uint32_t kept = 0;
	for (uint32_t i = 0; i < find->contents; i++) {
		struct part p = find->content[i], source = find->source;
		if (part_some(source) && source.first >= p.first && source.last <= p.last) {
			if (source.first - p.first < p.last - source.last)
				p.first = source.last;
			else
				p.last = source.first;
		}
		if (part_some(p))
			find->content[kept++] = p;
	}
	find->contents = kept;
}

static bool lies_before(struct part p, struct part cue)
{
	return p.first < cue.first;
}

/* "A, the mayor said, and B": where the tagger saw one side only, the other is the rule's. */
static void add_other_side(const struct find *rule, struct find *find)
{
	bool sides[2] = {false, false};
	for (uint32_t i = 0; i < find->contents; i++)
		sides[lies_before(find->content[i], find->cue)] = true;
	for (uint32_t i = 0; rule->contents > 1 && i < rule->contents && find->contents < CONTENT_MAX; i++) {
		uint32_t at = find->contents;
		if (sides[lies_before(rule->content[i], rule->cue)])
			continue;
		for (find->contents++; at > 0 && rule->content[i].first < find->content[at - 1].first; at--)
			find->content[at] = find->content[at - 1];
		find->content[at] = rule->content[i];
	}
}

/* Where the tagger gave the cue nothing but a quotation in sentences further on, what follows in its own is the rule's. */
static void add_own_sentence(const struct sight *s, const struct find *rule, struct find *find)
{
	if (!rule->contents || rule->content[0].first < rule->cue.last || rule->content[0].first >= s->last || !find->contents ||
		find->content[0].first < s->last || find->contents == CONTENT_MAX)
		return;
	memmove(&find->content[1], &find->content[0], find->contents * sizeof find->content[0]);
	find->content[0] = rule->content[0];
	find->contents++;
}

static void take_source(const struct sight *s, struct part source, struct find *find)
{
	struct part rule = find->source;
	bool known = part_some(rule);
	bool errs = known && (errs_oftener(find->why) ? !part_some(overlap(source, rule)) : is_cut_wrong(s, find, source));
	if (known && !errs && !goes_with(s, source, rule))
		return;
	find->name = known && !errs ? rule : name_of(s, source);
	find->source = source;
}

static struct find join(const struct sight *s, const struct find *rule, const struct tag_found *found)
{
	struct find find = *rule;
	struct part source = part_of(&found->source), cue = part_of(&found->cue);
	find.found = WA_FOUND_BOTH;
	find.confidence = found->confidence;
	if (part_some(source) && !covers_words(s, rule, source))
		take_source(s, source, &find);
	if (takes_cue(s, rule, cue))
		find.cue = cue;
	take_contents(s, found, &find);
	drop_earlier(s, rule, &find);
	leave_out_source(&find);
	add_other_side(rule, &find);
	add_own_sentence(s, rule, &find);
	end_with_sentence(s, &find);
	return find;
}

/* "The company Vogt owned and ran said": the group that opens the sentence, where no mark parts it from an active verb. */
static struct part opening_subject(const struct sight *s, struct part cue)
{
	struct part p = noun_at(s, s->first);
	int32_t verb = cue.last - 1;
	if (tag_at(s, verb) != TAG_VERB || !(word_is(s, verb, CLASS_FORM_PAST) || word_is(s, verb, CLASS_FORM_S)) ||
		!is_source_like(s, p) || p.last > cue.first || chain_of(s, verb).passive)
		return NO_PART;
	for (int32_t i = p.last; i < cue.first; i++)
		if (tag_at(s, i) == TAG_MARK)
			return NO_PART;
	return p;
}

static struct find from_tagger(const struct sight *s, const struct tag_found *found)
{
	struct find find = {
		.why = CUE_WHY_TAGGER,
		.found = WA_FOUND_TAGGER,
		.confidence = found->confidence,
		.cue = part_of(&found->cue),
		.source = part_of(&found->source),
	};
	if (!part_some(find.source))
		find.source = opening_subject(s, find.cue);
	if (part_some(find.source))
		find.name = name_of(s, find.source);
	take_contents(s, found, &find);
	find.mode = mode_of(s, &find);
	end_with_sentence(s, &find);
	return find;
}

/* Constructions that hardly ever err, or that the tagger was not taught: nobody in particular is credited. */
static bool is_sure(enum cue_why why)
{
	switch (why) {
	case CUE_WHY_VERB_AFTER:
	case CUE_WHY_INSERTION:
	case CUE_WHY_SHARED:
	case CUE_WHY_PASSIVE:
	case CUE_WHY_QUOTED:
	case CUE_WHY_WITNESS:
	case CUE_WHY_ACCORDING:
	case CUE_WHY_ADVERB:
	case CUE_WHY_ALLEGED:
	case CUE_WHY_ESTIMATED:
	case CUE_WHY_COLON:
	case CUE_WHY_DASH:
	case CUE_WHY_TRANSCRIPT:
	case CUE_WHY_SURVEY:
		return true;
	case CUE_WHY_SUBJECT_VERB:
	case CUE_WHY_RELATIVE:
	case CUE_WHY_INVERTED:
	case CUE_WHY_PARTICIPLE:
	case CUE_WHY_INFINITIVE:
	case CUE_WHY_AGENT:
	case CUE_WHY_AS_REPORTED:
	case CUE_WHY_NOUN:
	case CUE_WHY_CITING:
	case CUE_WHY_TAGGER:
		return false;
	}
	return false;
}

static bool is_agency(const struct sight *s, struct part source)
{
	const struct token *last = token_at(s, source.last - 1);
	return mention_over(s->attr, token_at(s, source.first)->start, last->end) != NULL;
}

/* What the tagger passed over stands all the same. */
static bool stands_alone(const struct sight *s, struct find *rule)
{
	rule->confidence = tag_confidence(s->attr->tagger, &s->attr->tagging, (uint32_t)rule->cue.first, (uint32_t)rule->cue.last);
	if (rule->mode == WA_MODE_ATTITUDE)
		return false;
	if (is_sure(rule->why) || s->title_case || s->attr->kind == WA_PARA_HEADLINE)
		return true;
	if (!part_some(rule->source) || cue_source_kind(s, rule->source, s->attr->cues) == WA_SOURCE_VAGUE ||
		is_agency(s, rule->source))
		return true;
	if (rule->why == CUE_WHY_NOUN && rule->after == rule->source.last && tag_at(s, rule->after) == TAG_THAT)
		return true; /* "a warning from the mayor that" */
	if (rule->why == CUE_WHY_SUBJECT_VERB && is_finite(s, rule->cue.last - 1) && tag_at(s, rule->after) == TAG_THAT)
		return true; /* "the mayor attested that", "briefed the council that" */
	if (rule->why == CUE_WHY_RELATIVE && tag_at(s, rule->after) == TAG_TO && word_is(s, rule->after + 1, CLASS_AUX_HAVE))
		return true; /* "a group that claims to have" */
	if (rule->why != CUE_WHY_SUBJECT_VERB && rule->why != CUE_WHY_NOUN)
		return false;
	return rule->confidence >= CONFIDENCE;
}

size_t cue_tagged(const struct sight *s, const struct find *rules, size_t count, struct part range, struct find *out, size_t max)
{
	const struct tagging *t = &s->attr->tagging;
	size_t n = 0, r = 0, f = tagging_first(t, (uint32_t)range.first);
	while (n < max) {
		const struct tag_found *found =
			f < t->found.count && (int32_t)t->found.items[f].cue.first < range.last ? &t->found.items[f] : NULL;
		const struct find *rule = r < count ? &rules[r] : NULL;
		if (!found && !rule)
			break;
		if (found && rule && part_some(overlap(rule->cue, part_of(&found->cue)))) {
			out[n++] = join(s, rule, found);
			f++;
			r++;
		} else if (found && (!rule || (int32_t)found->cue.first < rule->cue.first)) {
			out[n++] = from_tagger(s, found);
			f++;
		} else {
			out[n] = *rule;
			n += stands_alone(s, &out[n]);
			r++;
		}
	}
	return n;
}

/* The row has the words already: a rule gave them to it. */
static bool has_content(const struct attr *attr, const struct wa_attribution *a, struct wa_span span)
{
	const struct wa_content *newest = a->content_count ? &a->content[a->content_count - 1] : NULL;
	return newest && newest->para == attr->para && newest->span.start < span.end && span.start < newest->span.end;
}

/* The row whose speech a paragraph without a cue goes on with: the last of the item. */
bool cue_tagged_loose(struct attr *attr)
{
	const struct tagging *t = &attr->tagging;
	uint32_t row = (uint32_t)attr->attributions.count - 1;
	if (!t->loose.count || !attr->attributions.count || attr->attributions.items[row].item != attr->item)
		return true;
	for (size_t i = 0; i < t->loose.count; i++) {
		struct wa_span span = seg_span(&attr->seg, t->loose.items[i].first, t->loose.items[i].last);
		if (!has_content(attr, &attr->attributions.items[row], span) && !cue_add_content(attr, row, span))
			return false;
	}
	return true;
}
