#include "attr/mention.h"

#define DATELINE_WORDS 40 /* a dateline with its byline is no longer */
#define SIGNOFF_WORDS 16
#define BRACKET_WORDS 6
#define CREDIT_WORDS 14
#define BYLINE_WORDS 14
#define BYLINE_REST 3 /* words behind the name in a line that is nothing but a byline */
#define PHOTO_WORDS 4
#define LABEL_WORDS 10

bool name_is_heading(const struct name *n, int32_t i)
{
	const struct token *t;
	if (i < 0 || i >= n->count)
		return false;
	t = &n->seg->tokens.items[i];
	return t->kind != PIECE_WORD || t->shape & (SHAPE_UPPER | SHAPE_DIGIT | SHAPE_STOPS) || name_is(n, i, CLASS_MONTH);
}

bool name_all_heading(const struct name *n, int32_t from, int32_t to)
{
	bool tag = false;
	for (int32_t i = from; i < to; i++) {
		const struct token *t = &n->seg->tokens.items[i];
		char c = n->seg->text.ptr[t->start];
		tag = (tag || c == '<') && c != '>';
		if (!tag && !name_is_heading(n, i))
			return false;
	}
	return true;
}

static char char_at(const struct name *n, int32_t i)
{
	return i < 0 || i >= n->count ? '\0' : n->seg->text.ptr[n->seg->tokens.items[i].start];
}

bool name_address(const struct name *n, enum wa_role *role)
{
	*role = WA_ROLE_SUBJECT;
	return n->hit->address;
}

bool name_ticker(const struct name *n, enum wa_role *role)
{
	char before = char_at(n, n->first - 1);
	*role = WA_ROLE_OTHER;
	if (name_shape(n, n->first, SHAPE_SPACE) || (before != '<' && before != '('))
		return false;
	if (name_mark(n, n->last) == MARK_STOP)
		return name_shape(n, n->last + 1, SHAPE_UPPER) && !name_shape(n, n->last + 1, SHAPE_SPACE);
	return before == '<' && char_at(n, n->last) == '>';
}

bool name_handle(const struct name *n, enum wa_role *role)
{
	*role = WA_ROLE_CREDIT;
	return char_at(n, n->first - 1) == '@';
}

bool name_kind(const struct name *n, enum wa_role *role)
{
	switch (n->attr->kind) {
	case WA_PARA_DATELINE:
		*role = WA_ROLE_DATELINE;
		return true;
	case WA_PARA_CREDIT:
		*role = WA_ROLE_CREDIT;
		return !name_is(n, n->right, CLASS_AGENCY_PHOTO);
	case WA_PARA_CAPTION:
		*role = WA_ROLE_PHOTO;
		return name_is(n, n->left - 1, CLASS_AGENCY_CREDIT_OPEN) || name_mark(n, n->first - 1) == MARK_SLASH ||
		       name_mark(n, n->last) == MARK_SLASH ||
		       (name_mark(n, n->first - 1) == MARK_OPEN && name_mark(n, n->last) == MARK_CLOSE);
	case WA_PARA_HEADLINE:
	case WA_PARA_SUMMARY:
	case WA_PARA_SUBHEAD:
	case WA_PARA_BODY:
	case WA_PARA_LISTING:
	case WA_PARA_OTHER:
	case WA_PARA_KIND_COUNT:
		break;
	}
	return false;
}

/* "tca/dpa": a desk beside an agency may be written small. */
static bool in_bracket(const struct name *n, int32_t i)
{
	return name_is_heading(n, i) || name_mark(n, i - 1) == MARK_SLASH || name_mark(n, i + 1) == MARK_SLASH;
}

/* The bracket the name stands in, a few capitalised words at most: its tokens, or false. */
static bool bracket(const struct name *n, int32_t *open, int32_t *close)
{
	int32_t a = n->first - 1, b = n->last;
	while (a >= 0 && a >= n->first - BRACKET_WORDS && name_mark(n, a) != MARK_OPEN && in_bracket(n, a))
		a--;
	while (b < n->count && b <= n->last + BRACKET_WORDS && name_mark(n, b) != MARK_CLOSE && in_bracket(n, b))
		b++;
	*open = a;
	*close = b;
	return name_mark(n, a) == MARK_OPEN && name_mark(n, b) == MARK_CLOSE;
}

static bool slashes(const struct name *n)
{
	return name_mark(n, n->first - 1) == MARK_SLASH && name_mark(n, n->last) == MARK_SLASH;
}

/* What may stand right before the bracket of a dateline that no dash follows: a date, capitals, a comma, nothing. */
static bool ends_place(const struct name *n, int32_t i)
{
	if (i < 0)
		return true;
	return n->seg->tokens.items[i].kind == PIECE_NUMBER || name_is(n, i, CLASS_MONTH) || name_mark(n, i) == MARK_COMMA ||
	       name_mark(n, i) == MARK_STOP;
}

bool name_dateline(const struct name *n, enum wa_role *role)
{
	int32_t open, close;
	bool bracketed = bracket(n, &open, &close);
	*role = WA_ROLE_DATELINE;
	if (name_mark(n, n->first - 1) == MARK_OPEN && name_mark(n, n->last) == MARK_CLOSE &&
		name_mark(n, n->last + 1) == MARK_DASH && name_shape(n, n->last + 2, SHAPE_UPPER))
		return true;
	if (n->first > DATELINE_WORDS || !name_all_heading(n, 0, bracketed ? open : n->first))
		return false;
	if (bracketed) {
		uint8_t next = name_mark(n, close + 1);
		if (close + 1 >= n->count)
			return false;
		return next == MARK_DASH || next == MARK_COLON ||
		       (n->attr->kind != WA_PARA_HEADLINE &&
			       (ends_place(n, open - 1) ||
				       (name_shape(n, open - 1, SHAPE_ALL_UPPER) && name_shape(n, close + 1, SHAPE_UPPER))));
	}
	if (slashes(n))
		return n->last + 3 < n->count;
	if (name_mark(n, n->last) != MARK_DASH || n->last + 1 >= n->count || !name_shape(n, n->last, SHAPE_SPACE))
		return false;
	return n->first == 0 || ends_place(n, n->first - 1) || name_mark(n, n->first - 1) == MARK_DASH;
}

/* The last words of the text, or a tag of a line: "(AP)", "[Bloomberg]", "... the border. PTI". */
bool name_signoff(const struct name *n, enum wa_role *role)
{
	uint8_t before = name_mark(n, n->left - 1);
	int32_t open, close;
	bool cut = bracket(n, &open, &close) || n->left == 0 || before == MARK_OPEN || before == MARK_STOP || before == MARK_DASH ||
		   slashes(n) || n->left == n->begin;
	*role = WA_ROLE_CREDIT;
	if (n->attr->kind == WA_PARA_HEADLINE && before == MARK_DASH && n->left > 1)
		return false;
	return cut && n->count - n->last <= SIGNOFF_WORDS && name_all_heading(n, n->last, n->count) &&
	       name_mark(n, n->last) != MARK_COLON && name_mark(n, n->count - 1) != MARK_QUESTION;
}

bool name_byline(const struct name *n, enum wa_role *role)
{
	int32_t start = name_mark(n, 0) == MARK_OPEN || name_mark(n, 0) == MARK_DASH;
	bool writer = name_is(n, n->last, CLASS_AGENCY_WRITER) || name_find(n, n->last, n->last + 3, CLASS_AGENCY_CREDIT) >= 0;
	*role = WA_ROLE_CREDIT;
	if (name_is(n, n->left - 1, CLASS_PREP_BY) && name_shape(n, n->left - 1, SHAPE_UPPER) && n->last < n->count &&
		n->seg->tokens.items[n->last].kind == PIECE_MARK)
		return true;
	if (n->first > BYLINE_WORDS || !name_is(n, start, CLASS_PREP_BY) || !name_all_heading(n, start, n->first))
		return false;
	return writer || (n->count - n->last <= BYLINE_REST && name_all_heading(n, n->last, n->count)) ||
	       n->seg->tokens.items[n->last].kind == PIECE_MARK || name_find(n, n->last, n->last + 3, CLASS_AGENCY_STAFF) >= 0;
}

static bool is_copyright(const struct name *n, int32_t i)
{
	const struct token *t;
	if (i < 0)
		return false;
	t = &n->seg->tokens.items[i];
	return t->end - t->start == 2 && (uint8_t)n->seg->text.ptr[t->start] == 0xC2 &&
	       (uint8_t)n->seg->text.ptr[t->start + 1] == 0xA9;
}

/* "(Reporting by ...; Reuters)", "(With AP)", "(c) AP", "Source: Reuters". */
bool name_credit(const struct name *n, enum wa_role *role)
{
	int32_t i = n->left - 1;
	*role = WA_ROLE_CREDIT;
	if (is_copyright(n, i) || is_copyright(n, i - 1))
		return true;
	if (name_mark(n, i) == MARK_COLON)
		i--;
	if (name_is(n, i, CLASS_AGENCY_CREDIT_OPEN) &&
		(name_mark(n, i - 1) == MARK_OPEN || (i == n->begin && n->end - n->right <= 2)))
		return true;
	i = name_find(n, n->left - CREDIT_WORDS < n->begin ? n->begin : n->left - CREDIT_WORDS, n->left, CLASS_AGENCY_CREDIT);
	return i >= 0 && (name_mark(n, i - 1) == MARK_OPEN || i <= n->begin + 3 || name_is(n, n->right, CLASS_AGENCY_CREDIT));
}

/* A word for a picture in the bracket the name stands in, or opening its sentence. */
static bool picture_label(const struct name *n)
{
	int32_t from = n->left - CREDIT_WORDS < n->begin ? n->begin : n->left - CREDIT_WORDS;
	int32_t open = n->left - 1;
	while (open >= from && name_mark(n, open) != MARK_OPEN && name_mark(n, open) != MARK_CLOSE)
		open--;
	if (open >= from && name_mark(n, open) == MARK_OPEN)
		return name_find(n, open, n->left, CLASS_AGENCY_PHOTO) >= 0;
	return from == n->begin && name_find(n, from, from + 3, CLASS_AGENCY_PHOTO) >= 0 && n->end - n->last <= 2;
}

/* "(Photo by X / AFP)", "AP Photo/X", "REUTERS/X", "AFP via Getty Images". */
bool name_photo(const struct name *n, enum wa_role *role)
{
	bool slash = name_mark(n, n->first - 1) == MARK_SLASH || name_mark(n, n->last) == MARK_SLASH;
	*role = WA_ROLE_PHOTO;
	if (name_is(n, n->last, CLASS_AGENCY_PHOTO) &&
		(name_shape(n, n->last, SHAPE_UPPER) || name_is(n, n->last + 1, CLASS_AGENCY_PHOTO)))
		return true;
	if (slash && name_find(n, n->last, n->last + PHOTO_WORDS, CLASS_AGENCY_PHOTO) >= 0)
		return true;
	if (n->attr->kind != WA_PARA_HEADLINE && picture_label(n))
		return true;
	return slash && !slashes(n) && name_mark(n, n->first - 1) != MARK_OPEN && n->end - n->begin <= LABEL_WORDS &&
	       name_all_heading(n, n->begin, n->end) && name_find(n, n->begin, n->end, CLASS_AGENCY_SUBJECT) < 0;
}
