#include "book.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "fail.h"

enum { INK = 0x1C1B19, WASH = 0xF1EDE4, RULE = 0x8C857A };

/* Sheets count days from 1900, in which they see a leap day that was none. */
enum { FIRST_YEAR = 1901, LAST_YEAR = 9999 };

void book_check(struct book *book, lxw_error code)
{
	if (code != LXW_NO_ERROR && book->fault == LXW_NO_ERROR)
		book->fault = code;
}

bool book_failed(const struct book *book)
{
	return book->fault != LXW_NO_ERROR || book->spilled;
}

static lxw_format *make_format(struct book *book, const char *number)
{
	lxw_format *format = workbook_add_format(book->workbook);
	if (!format) {
		book_check(book, LXW_ERROR_MEMORY_MALLOC_FAILED);
		return NULL;
	}
	format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
	if (number)
		format_set_num_format(format, number);
	return format;
}

/* Numbers stand to the right, a little away from the text that may follow. */
static void set_right(lxw_format *format)
{
	format_set_align(format, LXW_ALIGN_RIGHT);
	format_set_indent(format, 1);
}

static lxw_format *make_heading(struct book *book)
{
	lxw_format *format = make_format(book, NULL);
	if (format) {
		format_set_bold(format);
		format_set_font_color(format, INK);
		format_set_bg_color(format, WASH);
		format_set_bottom(format, LXW_BORDER_THIN);
		format_set_bottom_color(format, RULE);
	}
	return format;
}

static void make_formats(struct book *book)
{
	book->title = make_format(book, NULL);
	book->heading = make_heading(book);
	book->heading_right = make_heading(book);
	book->text = make_format(book, NULL);
	book->number = make_format(book, "#,##0");
	book->plain = make_format(book, "General");
	book->share = make_format(book, "0.0%");
	book->date = make_format(book, "yyyy-mm-dd");
	book->time = make_format(book, "yyyy-mm-dd hh:mm");
	if (book->fault != LXW_NO_ERROR)
		return;
	format_set_bold(book->title);
	format_set_font_size(book->title, 16);
	set_right(book->heading_right);
	set_right(book->number);
	set_right(book->plain);
	set_right(book->share);
	format_set_align(book->date, LXW_ALIGN_LEFT);
	format_set_align(book->time, LXW_ALIGN_LEFT);
}

static bool read_time(const char *text, lxw_datetime *time)
{
	struct date date;
	unsigned hour = 0, minute = 0, second = 0;
	size_t length = text ? strlen(text) : 0;
	if (!date_parse((struct wa_str){text, length}, &date) || date.year < FIRST_YEAR || date.year > LAST_YEAR)
		return false;
	if (length > 10 && sscanf(text + 10, "T%2u:%2u:%2uZ", &hour, &minute, &second) != 3)
		return false;
	*time = (lxw_datetime){date.year, (int)date.month, (int)date.day, (int)hour, (int)minute, second};
	return hour < 24 && minute < 60 && second < 60;
}

/* Without a date of its own, the library would take the clock's. */
static void set_properties(struct book *book, const char *generated)
{
	lxw_datetime time;
	char title[] = "wireaudit export";
	lxw_doc_properties properties = {.title = title, .created = 1};
	if (read_time(generated, &time)) {
		struct date date = {time.year, (unsigned)time.month, (unsigned)time.day};
		properties.created = (time_t)date_days(date) * 86400 + time.hour * 3600 + time.min * 60 + (time_t)time.sec;
	}
	book_check(book, workbook_set_properties(book->workbook, &properties));
}

static enum wa_status make_file(struct book *book, const char *scratch, struct wa_error *error)
{
	size_t size = strlen(scratch) + sizeof "/wireaudit-XXXXXX.xlsx";
	book->path = malloc(size);
	book->cell = malloc(BOOK_TEXT_BYTES);
	if (!book->path || !book->cell)
		return fail_nomem(error);
	snprintf(book->path, size, "%s/wireaudit-XXXXXX.xlsx", scratch);
	int fd = mkostemps(book->path, sizeof ".xlsx" - 1, O_CLOEXEC);
	if (fd >= 0) {
		close(fd);
		return WA_OK;
	}
	enum wa_status status = fail(error, WA_ERR_IO, scratch, "no temporary file can be made here: %s", strerror(errno));
	free(book->path);
	book->path = NULL;
	return status;
}

enum wa_status book_open(struct book *book, const char *scratch, const char *generated, struct wa_error *error)
{
	*book = (struct book){0};
	if (!scratch)
		scratch = "/tmp";
	enum wa_status status = make_file(book, scratch, error);
	char *folder = status == WA_OK ? strdup(scratch) : NULL;
	if (folder) {
		/* The library keeps a copy of the folder's name. */
		lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = folder, .use_zip64 = LXW_TRUE};
		book->workbook = workbook_new_opt(book->path, &options);
	}
	free(folder);
	if (book->workbook) {
		set_properties(book, generated);
		make_formats(book);
	}
	if (status == WA_OK && (!book->workbook || book_failed(book)))
		status = fail_nomem(error);
	if (status != WA_OK)
		book_abandon(book);
	return status;
}

static void release(struct book *book)
{
	if (book->path)
		unlink(book->path);
	free(book->path);
	free(book->cell);
	*book = (struct book){0};
}

void book_abandon(struct book *book)
{
	if (book->workbook)
		lxw_workbook_free(book->workbook);
	release(book);
}

/* The library does not look whether the rows it spills arrive: a full disk would give a book with half of them. */
static void check_spill(struct book *book)
{
	FILE *spill = book->sheet ? book->sheet->optimize_tmpfile : NULL;
	if (spill && (fflush(spill) != 0 || ferror(spill)))
		book->spilled = true;
}

static enum wa_status hand_on(const struct book *book, struct wa_sink *sink, struct wa_error *error)
{
	char bytes[16384];
	size_t n;
	FILE *file = fopen(book->path, "rbe");
	if (!file)
		return fail(error, WA_ERR_IO, book->path, "cannot be read again: %s", strerror(errno));
	while ((n = fread(bytes, 1, sizeof bytes, file)) > 0)
		sink_bytes(sink, bytes, n);
	bool bad = ferror(file);
	fclose(file);
	return bad ? fail(error, WA_ERR_IO, book->path, "cannot be read again") : WA_OK;
}

static enum wa_status tell(const struct book *book, struct wa_error *error)
{
	if (book->spilled)
		return fail(error, WA_ERR_IO, book->path, "rows could not be kept in this folder; is the disk full?");
	if (book->fault == LXW_ERROR_MEMORY_MALLOC_FAILED)
		return fail_nomem(error);
	return fail(error, WA_ERR_IO, book->path, "the workbook cannot be written: %s", lxw_strerror(book->fault));
}

enum wa_status book_close(struct book *book, struct wa_sink *sink, struct wa_error *error)
{
	check_spill(book);
	if (book_failed(book))
		lxw_workbook_free(book->workbook);
	else
		book_check(book, workbook_close(book->workbook));
	book->workbook = NULL;
	enum wa_status status = book_failed(book) ? tell(book, error) : hand_on(book, sink, error);
	release(book);
	return status;
}

void book_sheet(struct book *book, const char *name)
{
	check_spill(book);
	if (book_failed(book))
		return;
	book->sheet = workbook_add_worksheet(book->workbook, name);
	if (!book->sheet)
		book_check(book, LXW_ERROR_CREATING_TMPFILE);
}

void book_width(struct book *book, lxw_col_t first, lxw_col_t last, double width)
{
	if (!book_failed(book))
		book_check(book, worksheet_set_column(book->sheet, first, last, width, NULL));
}

void book_text(struct book *book, lxw_row_t row, lxw_col_t column, struct wa_str text, lxw_format *format)
{
	if (!book_failed(book) && book_clean(book->cell, text))
		book_check(book, worksheet_write_string(book->sheet, row, column, book->cell, format ? format : book->text));
}

void book_words(struct book *book, lxw_row_t row, lxw_col_t column, const char *words, lxw_format *format)
{
	book_text(book, row, column, (struct wa_str){words, words ? strlen(words) : 0}, format);
}

void book_number(struct book *book, lxw_row_t row, lxw_col_t column, double number, lxw_format *format)
{
	if (book_failed(book) || !isfinite(number))
		return;
	if (!format)
		format = number == floor(number) ? book->number : book->plain;
	book_check(book, worksheet_write_number(book->sheet, row, column, number, format));
}

static void put_time(struct book *book, lxw_row_t row, lxw_col_t column, const char *text, lxw_format *format)
{
	lxw_datetime time;
	if (!read_time(text, &time))
		book_words(book, row, column, text, NULL);
	else if (!book_failed(book))
		book_check(book, worksheet_write_datetime(book->sheet, row, column, &time, format));
}

void book_day(struct book *book, lxw_row_t row, lxw_col_t column, const char *text)
{
	put_time(book, row, column, text, book->date);
}

void book_time(struct book *book, lxw_row_t row, lxw_col_t column, const char *text)
{
	put_time(book, row, column, text, book->time);
}

void book_date(struct book *book, lxw_row_t row, lxw_col_t column, struct date date)
{
	char text[16];
	snprintf(text, sizeof text, "%04d-%02u-%02u", date.year, date.month, date.day);
	book_day(book, row, column, text);
}
