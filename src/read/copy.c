#include "read/copy.h"

#include "base/array.h"
#include "base/str.h"

/* Lines are told by their beginnings. */
#define LINE_BYTES 160u
/* A place with its country, a date, an agency and a slash between two places. */
#define DATELINE_BYTES 90u
#define DATELINE_PIECES 24u
#define DATELINE_WORDS 7u
#define BRACKET_WORDS 3u
#define BYLINE_PIECES 24u
#define NEAR_PIECES 9u
#define SIGN_OFF_BYTES 40u
#define SIGN_OFF_WORDS 6u
#define SIGN_OFF_INITIALS 4u
#define SPACED_LETTERS 4u

static struct wa_str line_head(struct wa_str line)
{
	line = str_trim(line);
	return str_cut(line, 0, line.len < LINE_BYTES ? line.len : LINE_BYTES);
}

/* What stands at a place: its first piece and, if it is a word of the packs, which. */
struct opening {
	const struct lexicon *lex;
	const char *behind, *end; /* of the piece; of the line */
	struct piece piece;
	uint32_t word; /* 0: none of the packs */
};

static struct opening open_at(const struct packs *packs, const char *at, const char *end)
{
	struct opening opening = {.lex = &packs->lex, .end = end};
	opening.behind = split_next(at, end, &opening.piece);
	if (opening.piece.kind == PIECE_WORD || opening.piece.kind == PIECE_NUMBER)
		opening.word = lex_find(&packs->lex, &opening.piece);
	return opening;
}

/* Behind the phrase at an opening, NULL when another stands there. */
static const char *behind_phrase(const struct opening *opening, const struct lex_phrase *phrase)
{
	const struct lexicon *lex = opening->lex;
	const char *next = opening->behind;
	struct piece piece;
	for (unsigned k = 1; k < phrase->count; k++) {
		next = split_next(next, opening->end, &piece);
		if (piece.kind == PIECE_END || piece.kind == PIECE_MARK ||
			lex_find(lex, &piece) != lex->phrase_words[phrase->words + k])
			return NULL;
	}
	return next;
}

/* Behind the word or phrase of a class at an opening, NULL when there is none. */
static const char *skip_class(const struct opening *opening, enum lex_class class)
{
	const struct lexicon *lex = opening->lex;
	const struct lex_entry *entry = &lex->entries[opening->word];
	for (uint32_t i = 0; i < entry->phrase_count; i++) {
		const struct lex_phrase *phrase = &lex->phrases[entry->phrases + i];
		const char *next = lex_is(lex, phrase->id, class) ? behind_phrase(opening, phrase) : NULL;
		if (next)
			return next;
	}
	return lex_is(lex, opening->word, class) ? opening->behind : NULL;
}

/* Names: capitalised words with small ones between them, commas and initials; no sentence. */
static bool is_names(const char *at, const char *end)
{
	struct piece piece;
	unsigned count = 0, upper = 0, lower = 0;
	for (at = split_next(at, end, &piece); piece.kind != PIECE_END; at = split_next(at, end, &piece)) {
		if (++count > BYLINE_PIECES || piece.mark == MARK_QUOTE || piece.mark == MARK_QUESTION)
			return false;
		if (piece.kind != PIECE_WORD)
			continue;
		if (count == 1 && !(piece.shape & SHAPE_UPPER))
			return false;
		upper += (piece.shape & SHAPE_UPPER) != 0;
		lower += (piece.shape & SHAPE_UPPER) == 0;
	}
	return upper && lower <= upper;
}

static bool ends_as_sentence(struct wa_str line)
{
	return line.len && strchr(".!?", line.ptr[line.len - 1]) != NULL;
}

static const char *skip_marks(const char *at, const char *end)
{
	while (at < end && (ascii_is_space(*at) || strchr("([*-_=", *at) != NULL))
		at++;
	return at;
}

/* Nothing but marks is left. */
static bool is_over(const char *at, const char *end)
{
	struct piece piece;
	for (at = split_next(at, end, &piece); piece.kind == PIECE_MARK;)
		at = split_next(at, end, &piece);
	return piece.kind == PIECE_END;
}

static bool is_bracketed(struct wa_str line)
{
	return line.len > 2 &&
	       ((line.ptr[0] == '(' && line.ptr[line.len - 1] == ')') || (line.ptr[0] == '[' && line.ptr[line.len - 1] == ']'));
}

/* "###", "-30-", "=": the old signs that a story is over. */
static bool is_end_mark(struct wa_str line)
{
	for (size_t i = 0; i < line.len; i++)
		if (!strchr("#-=*_ 30", line.ptr[i]))
			return false;
	return str_eq(line, STR("-30-")) || (line.len >= 2 && str_find(line, STR("##")) != SIZE_MAX);
}

/* "___", "* * *": no letter, no digit. */
static bool is_rule(struct wa_str line)
{
	for (size_t i = 0; i < line.len; i++)
		if (ascii_is_alpha(line.ptr[i]) || ascii_is_digit(line.ptr[i]) || (unsigned char)line.ptr[i] >= 0x80)
			return false;
	return line.len > 0;
}

/* "N e w report": a line of which the first word is spaced out is for the desks. */
static bool is_spaced_out(struct wa_str line)
{
	size_t at = 0;
	for (; at + 2 * SPACED_LETTERS <= line.len; at += 2) {
		if (at == 2 * (SPACED_LETTERS - 1))
			return ascii_is_alpha(line.ptr[at]) && line.ptr[at + 1] == ' ';
		if (!ascii_is_alpha(line.ptr[at]) || line.ptr[at + 1] != ' ')
			return false;
	}
	return false;
}

/* An agency's name of one word. */
static bool is_agency(const struct packs *packs, const struct piece *piece)
{
	uint32_t word = piece->kind == PIECE_WORD ? lex_find(&packs->lex, piece) : 0;
	if (!word)
		return false;
	for (uint32_t i = packs->alias_first[word]; i < packs->alias_first[word + 1]; i++)
		if (packs->aliases[i].word_count == 1)
			return true;
	return false;
}

/* A word of the language, not only of a name. */
static bool is_language(const struct packs *packs, const struct piece *piece)
{
	return packs->lex.entries[lex_find(&packs->lex, piece)].set != 0;
}

/* "RTV", "wsz": of one case throughout, unlike the short words of a sentence, and mostly no word at all: UP NEXT is a heading. */
static bool is_initial(const struct packs *packs, const struct piece *piece)
{
	return piece->len <= SIGN_OFF_INITIALS && (!(piece->shape & SHAPE_UPPER) || piece->shape & SHAPE_ALL_UPPER) &&
	       (piece->len <= 2 || !is_language(packs, piece));
}

/* "AAP RTV", "/ritzau/", "(ANSA).", "dpa wsz jln": an agency and the initials of who handled the story, nothing else. */
static bool is_sign_off(const struct packs *packs, const char *at, const char *end)
{
	struct piece piece;
	unsigned words = 0;
	bool agency = false;
	for (at = split_next(at, end, &piece); piece.kind != PIECE_END; at = split_next(at, end, &piece)) {
		if (piece.kind == PIECE_MARK)
			continue;
		if (++words > SIGN_OFF_WORDS)
			return false;
		if (is_agency(packs, &piece))
			agency = true;
		else if (!is_initial(packs, &piece))
			return false;
	}
	return agency;
}

/* "hh/ph/ts/hd": initials between slashes. */
static bool is_initials(const char *at, const char *end)
{
	struct piece piece;
	unsigned words = 0, slashes = 0;
	for (at = split_next(at, end, &piece); piece.kind != PIECE_END; at = split_next(at, end, &piece)) {
		words += piece.kind == PIECE_WORD;
		slashes += piece.mark == MARK_SLASH;
		if (piece.kind == PIECE_NUMBER ||
			(piece.kind == PIECE_WORD && (piece.len > SIGN_OFF_INITIALS || piece.shape & SHAPE_UPPER)) ||
			(piece.kind == PIECE_MARK && piece.mark != MARK_SLASH))
			return false;
	}
	return words >= 2 && slashes + 1 == words;
}

/* Behind "edited by", "writing and editing by"; NULL when the line opens with something else. */
static const char *skip_credit(const struct packs *packs, struct opening opening)
{
	const char *by;
	bool credit = false;
	for (unsigned i = 0; i < NEAR_PIECES && opening.piece.kind != PIECE_END; i++) {
		by = skip_class(&opening, CLASS_COPY_BYLINE);
		if (by)
			return credit ? by : NULL;
		if (lex_is(opening.lex, opening.word, CLASS_COPY_CREDIT))
			credit = true;
		else if (opening.piece.mark != MARK_COMMA && !lex_is(opening.lex, opening.word, CLASS_CONJ))
			return NULL;
		opening = open_at(packs, opening.behind, opening.end);
	}
	return NULL;
}

/* A word of a class among the first few. */
static bool says_near(const struct packs *packs, struct opening opening, enum lex_class class)
{
	for (unsigned i = 0; i < NEAR_PIECES && opening.piece.kind != PIECE_END; i++) {
		if (skip_class(&opening, class))
			return true;
		opening = open_at(packs, opening.behind, opening.end);
	}
	return false;
}

static enum copy_line by_words(const struct packs *packs, struct wa_str line)
{
	struct wa_str head = line_head(line);
	const char *end = head.ptr + head.len, *at = skip_marks(head.ptr, end), *next;
	struct opening opening = open_at(packs, at, end);
	if (skip_class(&opening, CLASS_COPY_PRIVATE))
		return COPY_PRIVATE;
	if (skip_class(&opening, CLASS_COPY_PROMO))
		return COPY_PROMO;
	next = skip_class(&opening, CLASS_COPY_END);
	if (next && is_over(next, end))
		return COPY_END;
	next = skip_class(&opening, CLASS_COPY_ADVISORY);
	if (next && (at > head.ptr || (next < end && *next == ':')))
		return COPY_ADVISORY;
	if (is_bracketed(line) && says_near(packs, opening, CLASS_COPY_ADVISORY))
		return COPY_ADVISORY;
	next = skip_class(&opening, CLASS_COPY_BYLINE);
	if (next && head.len == line.len && !ends_as_sentence(head) && is_names(next, end))
		return COPY_BYLINE;
	next = skip_class(&opening, CLASS_AGENCY_CREDIT);
	if (next && (is_bracketed(line) || (at == head.ptr && is_names(next, end))))
		return COPY_CREDIT;
	next = skip_credit(packs, opening);
	if (next && head.len == line.len && is_names(next, end) && (is_bracketed(line) || !ends_as_sentence(head)))
		return COPY_CREDIT;
	if (is_initials(head.ptr, end))
		return COPY_END;
	return line.len < SIGN_OFF_BYTES && is_sign_off(packs, head.ptr, end) ? COPY_CREDIT : COPY_STORY;
}

static bool is_markup(struct wa_str line)
{
	return line.len > 3 && line.ptr[0] == '<' && ascii_is_alpha(line.ptr[1]) && line.ptr[line.len - 1] == '>';
}

enum copy_line copy_line(const struct packs *packs, struct wa_str line)
{
	size_t behind = 0;
	line = str_trim(line);
	if (is_end_mark(line) || is_rule(line))
		return COPY_END;
	if (is_spaced_out(line))
		return COPY_ADVISORY;
	if (is_markup(line))
		return COPY_MARKUP;
	if (copy_dateline(line, &behind) && behind == line.len && !ends_as_sentence(line))
		return COPY_DATELINE;
	return packs && line.len ? by_words(packs, line) : COPY_STORY;
}

enum copy_label copy_label(const struct packs *packs, struct wa_str line, size_t *value)
{
	static const struct {
		enum lex_class class;
		enum copy_label label;
		bool bare; /* no colon is needed behind a phrase */
	} labels[] = {
		{CLASS_COPY_RELEASE, LABEL_RELEASE, true},
		{CLASS_COPY_LABEL_EMBARGO, LABEL_EMBARGO, true},
		{CLASS_COPY_LABEL_HEADLINE, LABEL_HEADLINE, false},
		{CLASS_COPY_LABEL_SUMMARY, LABEL_SUMMARY, false},
		{CLASS_COPY_LABEL_BYLINE, LABEL_BYLINE, false},
		{CLASS_COPY_LABEL_SOURCE, LABEL_SOURCE, false},
		{CLASS_COPY_LABEL_DATE, LABEL_DATE, false},
		{CLASS_COPY_LABEL_TEXT, LABEL_TEXT, false},
		{CLASS_COPY_LABEL, LABEL_OTHER, false},
	};
	struct wa_str head = line_head(line);
	const char *end = head.ptr + head.len, *at = skip_marks(head.ptr, end);
	struct opening opening;
	if (!packs || !head.len)
		return LABEL_NONE;
	opening = open_at(packs, at, end);
	for (size_t i = 0; i < ARRAY_COUNT(labels); i++) {
		const char *next = skip_class(&opening, labels[i].class);
		bool colon = next && next < end && *next == ':';
		bool phrase = next && next > opening.behind && !ends_as_sentence(line);
		if (!next || !(colon || (labels[i].bare && phrase)))
			continue;
		next += colon;
		while (next < end && ascii_is_space(*next))
			next++;
		if (!colon && labels[i].label == LABEL_RELEASE && next < end && ascii_is_lower(*next))
			continue;
		*value = (size_t)(next - line.ptr);
		return labels[i].label;
	}
	return LABEL_NONE;
}

bool copy_opens_byline(const struct packs *packs, struct wa_str line)
{
	struct wa_str head = line_head(line);
	struct opening opening;
	if (!packs)
		return false;
	opening = open_at(packs, head.ptr, head.ptr + head.len);
	return skip_class(&opening, CLASS_COPY_BYLINE) != NULL;
}

struct wa_str copy_byline(struct wa_str line)
{
	struct piece piece;
	const char *end, *at;
	line = str_trim(line);
	end = line.ptr + line.len;
	at = split_next(line.ptr, end, &piece);
	return str_trim(str_cut(line, (size_t)(at - line.ptr), line.len));
}

/* Bytes of the em or en dash at `at`. */
static size_t wide_dash(const char *at, const char *end)
{
	return end - at >= 3 && at[0] == '\xE2' && at[1] == '\x80' && (at[2] == '\x94' || at[2] == '\x93') ? 3 : 0;
}

/* Length of what may stand between a dateline and its text: a dash free on both sides, "--", ".-" or an em dash. */
static size_t dash_at(const char *at, const char *end)
{
	const char *dash = at + (*at == ' ' || *at == '.');
	size_t len = 0;
	if (dash == end || (*at == '.' && *dash != '-'))
		return 0;
	if (*dash == '-' || *dash == '_')
		len = end - dash >= 2 && dash[0] == '-' && dash[1] == '-' ? 2 : 1;
	else
		len = wide_dash(dash, end);
	if (!len || (len == 1 && *at != '.' && !(dash > at && end - dash >= 2 && dash[1] == ' ')))
		return 0;
	return (size_t)(dash - at) + len;
}

/* The head of a text up to its first dash; 0 when no dash stands in reach. A slashed or bracketed agency may end it instead. */
static size_t find_dash(struct wa_str text, size_t *behind)
{
	size_t reach = text.len < DATELINE_BYTES ? text.len : DATELINE_BYTES;
	for (size_t i = 1; i < reach; i++) {
		size_t len;
		char before = text.ptr[i - 1];
		if (ascii_is_alpha(text.ptr[i]))
			continue;
		len = dash_at(text.ptr + i, text.ptr + text.len);
		if (!len && (before == '/' || before == ')') && (text.ptr[i] == ':' || text.ptr[i] == '.'))
			len = 1;
		if (!len)
			continue;
		*behind = i + len;
		return i;
	}
	return 0;
}

struct dateline {
	unsigned pieces, words, small; /* small: written so, outside brackets */
	bool capitals;                 /* the first word is */
	bool listed;                   /* has a comma or a number: PARIS, Jan 3 */
	bool bracket, inside, closed;  /* an agency stands in brackets or between slashes; one is open; nothing behind them */
	bool round;                    /* it is a bracket that is open: a slash in it parts two agencies */
};

/* Takes one piece; false for what no dateline has. */
static bool take_piece(struct dateline *d, const struct piece *piece)
{
	d->pieces++;
	if (piece->kind == PIECE_MARK) {
		bool slash = piece->mark == MARK_SLASH && !d->round;
		bool edge = piece->mark == MARK_OPEN || piece->mark == MARK_CLOSE || slash;
		bool opens = piece->mark == MARK_OPEN || (slash && piece->shape & SHAPE_SPACE);
		d->round = piece->mark == MARK_OPEN || (d->round && !edge);
		d->inside = opens || (d->inside && !edge);
		d->bracket |= edge;
		d->closed = edge || (d->closed && piece->mark == MARK_STOP);
		d->listed |= piece->mark == MARK_COMMA;
		return edge || piece->mark == MARK_SLASH || piece->mark == MARK_COMMA || piece->mark == MARK_STOP;
	}
	d->closed = false;
	d->listed |= piece->kind == PIECE_NUMBER && !d->inside;
	if (piece->kind == PIECE_NUMBER)
		return d->pieces > 1 && !d->inside;
	if (d->pieces == 1)
		d->capitals = piece->shape & SHAPE_ALL_UPPER && piece->len >= 3;
	d->words += !d->inside;
	d->small += !d->inside && !(piece->shape & SHAPE_UPPER);
	return d->pieces > 1 || piece->shape & SHAPE_UPPER;
}

/*
 * Pieces of a dateline: names of places, days, months, an agency in brackets, between slashes or bare. It begins with
 * a capital or a bracket; what else is written small is a month.
 */
static bool is_dateline(struct wa_str head)
{
	struct dateline d = {0};
	struct piece piece;
	const char *at = head.ptr, *end = head.ptr + head.len;
	for (at = split_next(at, end, &piece); piece.kind != PIECE_END; at = split_next(at, end, &piece))
		if (d.pieces >= DATELINE_PIECES || !take_piece(&d, &piece))
			return false;
	if (d.inside || d.small > 1 || d.words > DATELINE_WORDS)
		return false;
	return d.capitals || (d.bracket && d.closed && d.words <= (d.listed ? 6u : d.small ? 1u : 3u));
}

/* Behind the bracket that opens at `at` and is closed within the reach of a dateline; NULL when none does. */
static const char *behind_bracket(const char *at, const char *end)
{
	const char *close;
	if (at == end || *at != '(')
		return NULL;
	close = memchr(at, ')', (size_t)(end - at) < DATELINE_BYTES ? (size_t)(end - at) : DATELINE_BYTES);
	return close ? close + 1 : NULL;
}

/* Words of an agency in the bracket [at, end), and no other sense in it. */
static bool holds_agency(const struct packs *packs, const char *at, const char *end)
{
	struct piece piece;
	unsigned words = 0;
	bool agency = false;
	for (at = split_next(at, end, &piece); piece.kind != PIECE_END; at = split_next(at, end, &piece)) {
		words += piece.kind == PIECE_WORD;
		agency |= is_agency(packs, &piece);
		if (piece.kind == PIECE_NUMBER)
			return false;
	}
	return agency && words <= BRACKET_WORDS;
}

size_t copy_bare_dateline(const struct packs *packs, struct wa_str text)
{
	const char *end = text.ptr + text.len, *open, *behind;
	size_t len;
	if (!packs || !text.len)
		return 0;
	open = memchr(text.ptr, '(', text.len < DATELINE_BYTES ? text.len : DATELINE_BYTES);
	behind = open ? behind_bracket(open, end) : NULL;
	if (!behind || end - behind < 2 || *behind != ' ' || ascii_is_lower(behind[1]) || !holds_agency(packs, open, behind))
		return 0;
	len = (size_t)(behind - text.ptr);
	return is_dateline(str_cut(text, 0, len)) ? len : 0;
}

bool copy_names_place(const struct packs *packs, struct wa_str dateline)
{
	struct piece piece;
	const char *at = dateline.ptr, *end = dateline.ptr + dateline.len;
	for (at = split_next(at, end, &piece); piece.kind != PIECE_END; at = split_next(at, end, &piece)) {
		uint32_t word = packs && piece.kind == PIECE_WORD ? lex_find(&packs->lex, &piece) : 0;
		if (piece.kind == PIECE_NUMBER)
			return false;
		if (piece.kind == PIECE_WORD && piece.len > 1)
			return !(word && (lex_is(&packs->lex, word, CLASS_MONTH) || lex_is(&packs->lex, word, CLASS_WEEKDAY)));
	}
	return false;
}

static size_t skip_space(struct wa_str text, size_t at)
{
	while (at < text.len && ascii_is_space(text.ptr[at]))
		at++;
	return at;
}

size_t copy_dateline(struct wa_str text, size_t *behind)
{
	size_t after = 0, len = find_dash(text, &after), more = 0;
	const char *bracket;
	if (!len || !is_dateline(str_cut(text, 0, len)))
		return 0;
	after = skip_space(text, after);
	/* HALE, March 4 -- (BUSINESS WIRE) -- */
	bracket = behind_bracket(text.ptr + after, text.ptr + text.len);
	if (bracket && bracket < text.ptr + text.len)
		more = dash_at(bracket, text.ptr + text.len);
	if (more && is_dateline(str_cut(text, after, (size_t)(bracket - text.ptr)))) {
		len = (size_t)(bracket - text.ptr);
		after = skip_space(text, len + more);
	}
	if (behind)
		*behind = after;
	return len;
}
