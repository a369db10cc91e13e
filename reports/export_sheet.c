/* A table as sheets: headings, frozen row, filter, then its rows; a new sheet where one is full. */
#include <stdio.h>

#include "export_sheet.h"

struct sheet_table {
	struct table_out out;
	struct book *book;
	enum wa_table table;
	uint32_t rows; /* at most in a sheet */
	unsigned sheets;
	lxw_row_t row;
	lxw_col_t column;
};

static struct sheet_table *sheet_of(struct table_out *out)
{
	return (struct sheet_table *)out;
}

static void put_headings(struct sheet_table *s)
{
	size_t count;
	const struct table_column *columns = table_columns(s->table, &count);
	for (size_t i = 0; i < count; i++) {
		bool right = columns[i].kind == TABLE_NUMBER || columns[i].kind == TABLE_SHARE;
		book_width(s->book, (lxw_col_t)i, (lxw_col_t)i, columns[i].width);
		book_words(s->book, 0, (lxw_col_t)i, columns[i].heading, right ? s->book->heading_right : s->book->heading);
	}
}

static void open_sheet(struct sheet_table *s)
{
	static const char *const names[WA_TABLE_COUNT] = {"Documents", "Mentions", "Attributions", "Claims", "Findings", "Sources"};
	char name[32];
	if (++s->sheets == 1)
		snprintf(name, sizeof name, "%s", names[s->table]);
	else
		snprintf(name, sizeof name, "%s (%u)", names[s->table], s->sheets);
	book_sheet(s->book, name);
	s->row = 1;
	s->column = 0;
	if (book_failed(s->book))
		return;
	worksheet_freeze_panes(s->book->sheet, 1, 0);
	worksheet_set_landscape(s->book->sheet);
	worksheet_set_paper(s->book->sheet, 9); /* A4 */
	book_check(s->book, worksheet_repeat_rows(s->book->sheet, 0, 0));
	put_headings(s);
}

static void close_sheet(struct sheet_table *s)
{
	size_t count;
	(void)table_columns(s->table, &count);
	if (!book_failed(s->book))
		book_check(s->book, worksheet_autofilter(s->book->sheet, 0, 0, s->row - 1, (lxw_col_t)(count - 1)));
}

static void put_text(struct table_out *out, struct wa_str text)
{
	struct sheet_table *s = sheet_of(out);
	book_text(s->book, s->row, s->column++, text, NULL);
}

static void put_number(struct table_out *out, double number)
{
	struct sheet_table *s = sheet_of(out);
	book_number(s->book, s->row, s->column++, number, NULL);
}

static void put_share(struct table_out *out, double share)
{
	struct sheet_table *s = sheet_of(out);
	book_number(s->book, s->row, s->column++, share, s->book->share);
}

static void put_date(struct table_out *out, const char *date)
{
	struct sheet_table *s = sheet_of(out);
	book_day(s->book, s->row, s->column++, date);
}

static void put_time(struct table_out *out, const char *time)
{
	struct sheet_table *s = sheet_of(out);
	book_time(s->book, s->row, s->column++, time);
}

/* The next sheet is opened by the row that needs it. */
static bool end_row(struct table_out *out)
{
	struct sheet_table *s = sheet_of(out);
	s->row++;
	s->column = 0;
	return !book_failed(s->book);
}

static void make_room(struct sheet_table *s)
{
	if (s->row <= s->rows)
		return;
	close_sheet(s);
	open_sheet(s);
}

static void put_first_text(struct table_out *out, struct wa_str text)
{
	struct sheet_table *s = sheet_of(out);
	if (s->column == 0)
		make_room(s);
	put_text(out, text);
}

enum wa_status export_sheets(struct book *book, struct wa_store *store, const struct wa_filter *filter, enum wa_table table,
	uint32_t rows, struct wa_error *error)
{
	struct sheet_table s = {
		.out = {put_first_text, put_number, put_share, put_date, put_time, end_row},
		.book = book,
		.table = table,
		.rows = rows,
	};
	open_sheet(&s);
	enum wa_status status = table_write(store, filter, table, &s.out, error);
	close_sheet(&s);
	return status;
}
