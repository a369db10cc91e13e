#include "tolls/clue.h"

#include "base/str.h"
#include "scan/scan.h"

#define NAME_WORDS 4u /* of a place's name */
#define WINDOW 120u   /* tokens on each side of a figure: more than any sentence people write */
#define LEAD 1u       /* number of the first paragraph below the headline */
#define ON_THE_WAY 6u /* words between the preposition and the name: "in the old Thracian port of" */

static const enum lex_class causes[] = {
	CLASS_CAUSE_ATTACK,
	CLASS_CAUSE_BLAST,
	CLASS_CAUSE_SHOOTING,
	CLASS_CAUSE_RAID,
	CLASS_CAUSE_CLASH,
	CLASS_CAUSE_SIEGE,
	CLASS_CAUSE_QUAKE,
	CLASS_CAUSE_STORM,
	CLASS_CAUSE_FIRE,
	CLASS_CAUSE_CRASH,
	CLASS_CAUSE_SINKING,
	CLASS_CAUSE_COLLAPSE,
	CLASS_CAUSE_PIT,
	CLASS_CAUSE_AVALANCHE,
	CLASS_CAUSE_CRUSH,
	CLASS_CAUSE_DISEASE,
};
const uint32_t clue_any_attack = 1u, clue_violent = 0x3F, clue_rare = 0xFEC0;

/* Is the token, or the phrase that begins at it, of the class? */
static bool is(const struct seg *seg, size_t i, enum lex_class class)
{
	return seg_is(seg, i, class) || seg_phrase_is(seg, i, class);
}

static void read_cause(const struct seg *seg, size_t i, struct clue *clue)
{
	for (size_t c = 0; c < sizeof causes / sizeof *causes; c++) {
		size_t length = seg_phrase_is(seg, i, causes[c]) ? seg->tokens.items[i].phrase_len : 1;
		if (!is(seg, i, causes[c]))
			continue;
		/* "attack" is told by a better word where there is one. */
		if (!clue->causes || clue->causes == clue_any_attack)
			clue->cause = seg_text(seg, i, i + length);
		clue->causes |= 1u << c;
	}
}

static bool may_stand_before_name(const struct seg *seg, size_t i)
{
	const struct token *token = &seg->tokens.items[i];
	if (seg_is(seg, i, CLASS_NATIONALITY) || seg_is(seg, i, CLASS_DET))
		return true;
	/* "the Thracian port of Tavros" */
	if (i + 2 < seg->tokens.count && seg_is(seg, i + 1, CLASS_OF_PLACE) && seg_is(seg, i + 2, CLASS_PREP_OF))
		return true;
	if (token->kind != PIECE_WORD || token->shape & SHAPE_UPPER)
		return false;
	if (seg_is(seg, i, CLASS_PREP_OF))
		return i && seg_is(seg, i - 1, CLASS_OF_PLACE);
	return !seg_is(seg, i, CLASS_PREP) && !seg_is(seg, i, CLASS_CONJ) && !seg_is(seg, i, CLASS_VERB) &&
	       !seg_is(seg, i, CLASS_RELATIVE) && !is(seg, i, CLASS_SUBORD) && !seg_is(seg, i, CLASS_PRONOUN);
}

static bool may_be_name(const struct seg *seg, size_t i)
{
	const struct token *token = &seg->tokens.items[i];
	return token->kind == PIECE_WORD && token->shape & SHAPE_UPPER && !seg_is(seg, i, CLASS_MONTH) &&
	       !seg_is(seg, i, CLASS_WEEKDAY) && !seg_is(seg, i, CLASS_TITLE) && !seg_is(seg, i, CLASS_NATIONALITY) &&
	       !seg_is(seg, i, CLASS_GENITIVE);
}

/* "Clashes in Iraq Kill 36" is a headline, whatever it is called. */
static bool is_claim_verb(const struct seg *seg, size_t i)
{
	return seg_is(seg, i, CLASS_KILL) || seg_is(seg, i, CLASS_DIE) || seg_is(seg, i, CLASS_INJURE);
}

/* Every word of a headline may begin with a capital: a name ends before the first that is an ordinary word. */
static size_t name_end(const struct seg *seg, size_t first, bool headline)
{
	size_t end = first + 1;
	while (end < seg->tokens.count && end - first < NAME_WORDS && may_be_name(seg, end) &&
		(!headline || !seg->tokens.items[end].word) && !is_claim_verb(seg, end))
		end++;
	return end;
}

/* Is the whole name one word or phrase of the class? */
static bool is_all(const struct seg *seg, size_t first, size_t end, enum lex_class class)
{
	if (seg->tokens.items[first].phrase_len >= end - first && seg_phrase_is(seg, first, class))
		return true;
	return end - first == 1 && seg_is(seg, first, class);
}

static bool is_wide(const struct seg *seg, size_t first, size_t end)
{
	return is_all(seg, first, end, CLASS_WIDE_PLACE) ||
	       (is_all(seg, first, end, CLASS_COUNTRY) && !is_all(seg, first, end, CLASS_CITY));
}

static uint64_t key_of(struct wa_str name)
{
	uint64_t key = HASH_SEED;
	for (size_t i = 0; i < name.len; i++) {
		char c = ascii_lower(name.ptr[i]);
		key = hash_bytes(key, &c, 1);
	}
	return key;
}

static void add_name(struct clue *clue, struct wa_str name, bool wide)
{
	uint64_t key = key_of(name);
	for (size_t i = 0; i < clue->place_count; i++)
		if (clue->places[i].key == key)
			return;
	if (clue->place_count < CLUE_PLACES)
		clue->places[clue->place_count++] = (struct clue_place){key, name, wide};
}

/* "the Embassy", "the Hospital" are no places by themselves. */
static bool is_ordinary(const struct seg *seg, size_t first, size_t end)
{
	for (size_t i = first; i < end; i++)
		if (!seg->tokens.items[i].word || seg_is(seg, i, CLASS_CITY) || seg_is(seg, i, CLASS_COUNTRY) ||
			seg_is(seg, i, CLASS_WIDE_PLACE) || seg->tokens.items[i].phrase)
			return false;
	return true;
}

static void add_place(const struct seg *seg, size_t first, size_t end, struct clue *clue)
{
	if (!is_all(seg, first, end, CLASS_CONTINENT) && !is_ordinary(seg, first, end))
		add_name(clue, seg_text(seg, first, end), is_wide(seg, first, end));
}

/* The name behind a preposition of place at `i`, if there is one. */
static void read_place(const struct seg *seg, size_t i, size_t last, bool headline, struct clue *clue)
{
	size_t at = i + (seg_phrase_is(seg, i, CLASS_PLACE_PREP) ? seg->tokens.items[i].phrase_len : 1), most = at + ON_THE_WAY;
	size_t end;
	while (at < last && at < most && may_stand_before_name(seg, at))
		at++;
	if (at >= last || !may_be_name(seg, at) || (headline && seg->tokens.items[at].word && !seg_is(seg, at, CLASS_CITY)))
		return;
	end = name_end(seg, at, headline);
	add_place(seg, at, end, clue);
}

static bool is_cause(const struct seg *seg, size_t i)
{
	for (size_t c = 0; c < sizeof causes / sizeof *causes; c++)
		if (is(seg, i, causes[c]))
			return true;
	return false;
}

/* Does the kind of event follow at once, with a word or two between: "Mardan car bomb"? */
static bool stands_before_cause(const struct seg *seg, size_t at, size_t last)
{
	for (size_t i = at; i < last && i < at + 3; i++) {
		if (is_cause(seg, i))
			return true;
		if (seg->tokens.items[i].kind != PIECE_WORD || seg_is(seg, i, CLASS_VERB) || seg_is(seg, i, CLASS_PREP) ||
			seg_is(seg, i, CLASS_CONJ))
			return false;
	}
	return false;
}

/* Names no preposition tells: "Mardan car bomb", countries wherever they stand, and storms, which have names of their own. Returns
 * where to go on. */
static size_t read_name(const struct seg *seg, size_t i, size_t last, bool headline, struct clue *clue)
{
	const struct token *token = &seg->tokens.items[i];
	size_t end = i + (token->phrase_len > 1 ? token->phrase_len : 1u);
	if (!may_be_name(seg, i) || end > last)
		return i + 1;
	if (is_wide(seg, i, end) && !(token->shape & (SHAPE_ALL_UPPER | SHAPE_STOPS))) {
		add_place(seg, i, end, clue);
		return end;
	}
	end = i + 1;
	if (i && seg_is(seg, i - 1, CLASS_CAUSE_STORM) && seg->tokens.items[i - 1].shape & SHAPE_UPPER && !token->word)
		add_place(seg, i, end, clue);
	else if (((!token->word && i && !headline) || seg_is(seg, i, CLASS_CITY)) && stands_before_cause(seg, end, last))
		add_place(seg, i, end, clue);
	return end;
}

static bool is_year(const struct seg *seg, size_t i)
{
	const struct token *token = &seg->tokens.items[i];
	const char *text = seg->text.ptr + token->start;
	return token->kind == PIECE_NUMBER && token->end - token->start == 4 && text[0] <= '2' && text[0] >= '1' &&
	       (text[1] == '9' || text[1] == '0' || text[1] == '8') && ascii_is_digit(text[2]) && ascii_is_digit(text[3]);
}

static void read_day(const struct seg *seg, size_t i, struct clue *clue, bool *several)
{
	uint32_t word = seg->tokens.items[i].word;
	clue->earlier |= is(seg, i, CLASS_SINCE) || is(seg, i, CLASS_LONG_AGO) || is_year(seg, i);
	if (!seg_is(seg, i, CLASS_WEEKDAY))
		return;
	*several |= clue->weekday && clue->weekday != word;
	clue->weekday = word;
}

static void read_tokens(const struct seg *seg, size_t first, size_t last, bool headline, struct clue *clue)
{
	bool several = false;
	*clue = (struct clue){0};
	for (size_t i = first; i < last; i++) {
		read_cause(seg, i, clue);
		read_day(seg, i, clue, &several);
		if (is(seg, i, CLASS_PLACE_PREP))
			read_place(seg, i, last, headline, clue);
	}
	for (size_t i = first; i < last;)
		i = read_name(seg, i, last, headline, clue);
	if (several)
		clue->weekday = 0;
}

/* Takes what is still open from what was read farther off. */
static void complete(struct clue *clue, const struct clue *more)
{
	if (!clue->causes) {
		clue->causes = more->causes;
		clue->cause = more->cause;
	}
	if (!clue->place_count) {
		memcpy(clue->places, more->places, sizeof clue->places);
		clue->place_count = more->place_count;
	}
	if (!clue->weekday)
		clue->weekday = more->weekday;
}

/* Headline and lead tell of one event, each in its own words: "Hundreds trapped in Russia mine" over a Siberian pit. */
static void share_places(struct clue *clue, const struct clue *other)
{
	uint32_t own = clue->place_count;
	if (!(clue->causes & other->causes) || (clue->weekday && other->weekday && clue->weekday != other->weekday))
		return;
	for (uint32_t i = 0; i < other->place_count; i++)
		add_name(clue, other->places[i].name, other->places[i].wide);
	/* A city of the other's is left to it: what happens there may be another thing. */
	for (uint32_t i = own; own && i < clue->place_count;) {
		if (clue->places[i].wide)
			i++;
		else
			clue->places[i] = clue->places[--clue->place_count];
	}
}

/* First token that ends behind the offset. */
static uint32_t token_at(const struct seg *seg, uint32_t offset)
{
	size_t low = 0, high = seg->tokens.count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (seg->tokens.items[middle].end <= offset)
			low = middle + 1;
		else
			high = middle;
	}
	return (uint32_t)low;
}

/* The sentence that the token stands in, as far as WINDOW reaches. */
static struct sentence sentence_at(const struct seg *seg, uint32_t token)
{
	size_t low = 0, high = seg->sentences.count;
	struct sentence found = {0, (uint32_t)seg->tokens.count};
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (seg->sentences.items[middle].last <= token)
			low = middle + 1;
		else
			high = middle;
	}
	if (low < seg->sentences.count)
		found = seg->sentences.items[low];
	if (token > WINDOW && found.first < token - WINDOW)
		found.first = token - WINDOW;
	if (found.last > token + WINDOW)
		found.last = token + WINDOW;
	return found;
}

/* The part of the sentence between "but", "while" or a semicolon: what is told on the other side may be another event. */
static struct sentence clause_at(const struct seg *seg, struct sentence sentence, struct wa_span span)
{
	struct sentence clause = sentence;
	for (uint32_t i = sentence.first; i < sentence.last; i++) {
		const struct token *token = &seg->tokens.items[i];
		if (token->mark != MARK_SEMICOLON && !is(seg, i, CLASS_CONTRAST))
			continue;
		if (token->end <= span.start)
			clause.first = i + 1;
		else if (token->start >= span.end && clause.last == sentence.last)
			clause.last = i;
	}
	return clause;
}

static bool read_text(struct seg *seg, const struct lexicon *lex, struct wa_str text)
{
	if (!seg_paragraph(seg, lex, text, false))
		return false;
	scan_phrases(seg);
	return true;
}

/* "MARDAN, Ostland (Reuters) -": the city. */
static struct wa_str city_of(struct wa_str dateline)
{
	size_t end = 0;
	while (end < dateline.len && !strchr(",(-/", dateline.ptr[end]) && (unsigned char)dateline.ptr[end] < 0x80)
		end++;
	return str_trim(str_cut(dateline, 0, end));
}

static bool read_margin(struct clue_reader *reader, const struct store_toll *toll)
{
	struct wa_str city = toll->dateline.ptr ? city_of(toll->dateline) : (struct wa_str){"", 0};
	struct wa_str headline = toll->headline.ptr ? toll->headline : (struct wa_str){"", 0};
	struct seg *seg = &reader->scratch;
	char *text;
	if (!vec_reserve(&reader->margin, headline.len + city.len + 1))
		return false;
	text = reader->margin.items;
	memcpy(text, headline.ptr, headline.len);
	memcpy(text + headline.len, city.ptr, city.len);
	if (!read_text(seg, reader->lex, (struct wa_str){text, headline.len}))
		return false;
	read_tokens(seg, 0, seg->tokens.count, true, &reader->headline);
	reader->dateline = (struct clue){0};
	if (!read_text(seg, reader->lex, (struct wa_str){text + headline.len, city.len}))
		return false;
	if (seg->tokens.count)
		add_place(seg, 0, seg->tokens.count, &reader->dateline);
	return true;
}

static bool read_paragraph(struct clue_reader *reader, const struct store_toll *toll)
{
	size_t length = toll->paragraph.len;
	if (!vec_reserve(&reader->text, length + 1))
		return false;
	memcpy(reader->text.items, toll->paragraph.ptr ? toll->paragraph.ptr : "", length);
	if (!read_text(&reader->seg, reader->lex, (struct wa_str){reader->text.items, length}))
		return false;
	read_tokens(&reader->seg, 0, reader->seg.tokens.count, toll->claim.para == 0, &reader->paragraph);
	return true;
}

/* Reads what is another document's or paragraph's than before. */
static bool move(struct clue_reader *reader, const struct store_toll *toll)
{
	bool same = reader->document == toll->doc.id;
	if (!same && !read_margin(reader, toll))
		return false;
	if ((!same || reader->para != toll->claim.para) && !read_paragraph(reader, toll))
		return false;
	reader->document = toll->doc.id;
	reader->para = toll->claim.para;
	return true;
}

/* A country does not tell one attack from another. */
static void drop_wide(struct clue *clue)
{
	uint32_t kept = 0;
	for (uint32_t i = 0; i < clue->place_count; i++)
		if (!clue->places[i].wide || clue->causes & clue_rare)
			clue->places[kept++] = clue->places[i];
	clue->place_count = kept;
}

bool clue_read(struct clue_reader *reader, const struct store_toll *toll, struct clue *clue)
{
	const struct seg *seg = &reader->seg;
	struct sentence sentence, clause;
	struct clue more;
	if (!move(reader, toll))
		return false;
	sentence = sentence_at(seg, token_at(seg, toll->claim.span.start));
	clause = clause_at(seg, sentence, toll->claim.span);
	read_tokens(seg, clause.first, clause.last, toll->claim.para == 0, clue);
	read_tokens(seg, sentence.first, sentence.last, toll->claim.para == 0, &more);
	complete(clue, &more);
	complete(clue, &reader->paragraph);
	if (toll->headline.ptr) {
		complete(clue, &reader->headline);
		if (toll->claim.para == LEAD)
			share_places(clue, &reader->headline);
	}
	drop_wide(clue);
	complete(clue, &reader->dateline);
	drop_wide(clue);
	return true;
}

void clue_release(struct clue_reader *reader)
{
	seg_release(&reader->seg);
	seg_release(&reader->scratch);
	vec_release(&reader->text);
	vec_release(&reader->margin);
}
