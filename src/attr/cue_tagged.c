/*
 * Rules and tagger together. Where a rule finds a cue, its words and its source are what the house says they are; the
 * tagger, which knows what annotators of news marked, says where the contents begin and end, and adds the cues that no
 * rule sees. What only the tagger saw has "tagger" for its reason.
 */
#include "attr/cue.h"

static struct part part_of(const struct tag_range *r)
{
	return (struct part){(int32_t)r->first, (int32_t)r->last};
}

static bool overlaps(struct part a, struct part b)
{
	return a.first < b.last && b.first < a.last;
}

/* The mode a word of the cue has in the packs; attitude, which answers for nothing, when none has any. */
static enum wa_mode mode_of(const struct sight *s, struct part cue)
{
	for (int32_t i = cue.last - 1; i >= cue.first; i--) {
		if (has_class(s, i, CLASS_CUE_SPEECH) || has_class(s, i, CLASS_CUE_PREP) || has_class(s, i, CLASS_CUE_NOUN))
			return WA_MODE_SPEECH;
		if (has_class(s, i, CLASS_CUE_BELIEF))
			return WA_MODE_BELIEF;
		if (has_class(s, i, CLASS_CUE_FINDING))
			return WA_MODE_FINDING;
	}
	return WA_MODE_ATTITUDE;
}

/* The contents the tagger found, where it found any, and the source where the rule has none. */
static void take_parts(const struct tagging *t, const struct tag_found *found, struct find *find)
{
	if (found->source.last && !part_some(find->source))
		find->source = part_of(&found->source);
	if (!found->contents)
		return;
	find->contents = 0;
	for (uint32_t i = 0; i < found->contents && i < CONTENT_MAX; i++)
		find->content[find->contents++] = part_of(&t->contents.items[found->content + i]);
}

static struct find from_tagger(const struct sight *s, const struct tagging *t, const struct tag_found *found)
{
	struct find find = {.why = CUE_WHY_TAGGER, .cue = part_of(&found->cue)};
	take_parts(t, found, &find);
	find.mode = mode_of(s, find.cue);
	return find;
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
		if (found && rule && overlaps(rule->cue, part_of(&found->cue))) {
			out[n] = *rule;
			take_parts(t, found, &out[n++]);
			f++;
			r++;
		} else if (found && (!rule || (int32_t)found->cue.first < rule->cue.first)) {
			out[n++] = from_tagger(s, t, found);
			f++;
		} else {
			out[n++] = *rule;
			r++;
		}
	}
	return n;
}
