/* Dates as feeds and pages write them, in ISO 8601's extended form. */
#include "base/array.h"
#include "base/day.h"
#include "base/str.h"
#include "read/news.h"

struct date {
	int year, month, day, hour, minute, second;
	bool has_time;
	char zone[8]; /* "Z", "+01:00" or empty */
};

struct cursor {
	const char *at, *end;
};

static bool digits(struct cursor *c, unsigned count, int *value)
{
	*value = 0;
	if (c->end - c->at < (ptrdiff_t)count)
		return false;
	for (unsigned i = 0; i < count; i++) {
		if (!ascii_is_digit(c->at[i]))
			return false;
		*value = *value * 10 + (c->at[i] - '0');
	}
	c->at += count;
	return true;
}

static bool skip(struct cursor *c, const char *any)
{
	if (c->at < c->end && *c->at && strchr(any, *c->at)) {
		c->at++;
		return true;
	}
	return false;
}

static void skip_spaces(struct cursor *c)
{
	while (c->at < c->end && ascii_is_space(*c->at))
		c->at++;
}

static void read_zone(struct cursor *c, struct date *date)
{
	static const char *const zulu[] = {"Z", "GMT", "UTC", "UT"};
	int hours = 0, minutes = 0;
	skip_spaces(c);
	for (size_t i = 0; i < ARRAY_COUNT(zulu); i++)
		if (str_starts((struct wa_str){c->at, (size_t)(c->end - c->at)}, str_of(zulu[i])) && !date->zone[0]) {
			(void)snprintf(date->zone, sizeof date->zone, "Z");
			c->at += strlen(zulu[i]);
		}
	if (c->at < c->end && (*c->at == '+' || *c->at == '-')) {
		char sign = *c->at++;
		if (!digits(c, 2, &hours))
			return;
		(void)skip(c, ":");
		(void)digits(c, 2, &minutes);
		(void)snprintf(date->zone, sizeof date->zone, "%c%02d:%02d", sign, hours % 24, minutes % 60);
	}
}

static void read_time(struct cursor *c, struct date *date)
{
	skip_spaces(c);
	if (!digits(c, 2, &date->hour))
		return;
	(void)skip(c, ":");
	if (!digits(c, 2, &date->minute))
		return;
	date->has_time = true;
	(void)skip(c, ":");
	(void)digits(c, 2, &date->second);
	if (skip(c, ".,"))
		while (c->at < c->end && ascii_is_digit(*c->at))
			c->at++;
	read_zone(c, date);
}

/* 2024-03-04, 2024.03.04, 20240304, with a time behind T or a space. */
static bool read_numeric(struct cursor c, struct date *date)
{
	if (!digits(&c, 4, &date->year))
		return false;
	(void)skip(&c, "-./");
	if (!digits(&c, 2, &date->month))
		return false;
	(void)skip(&c, "-./");
	if (!digits(&c, 2, &date->day))
		return false;
	(void)skip(&c, "T ");
	read_time(&c, date);
	return true;
}

/* The month that a name, cut short or written out, stands for; 0 for none. */
static int read_month(struct cursor *c)
{
	/* dpa stamps its English copy in German */
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec"
				     "JanFebMrzAprMaiJunJulAugSepOktNovDez";
	char name[4] = "";
	const char *found;
	for (unsigned i = 0; i < 3 && c->at < c->end && ascii_is_alpha(*c->at); i++)
		name[i] = *c->at++;
	found = strlen(name) == 3 ? strstr(months, name) : NULL;
	if (!found || (found - months) % 3)
		return 0;
	while (c->at < c->end && (ascii_is_alpha(*c->at) || *c->at == '.'))
		c->at++;
	return (int)(found - months) / 3 % 12 + 1;
}

/* Mon, 04 Mar 2024 10:00:00 GMT: mail and RSS; months may be written out. */
static bool read_named(struct cursor c, struct date *date)
{
	const char *comma = memchr(c.at, ',', (size_t)(c.end - c.at));
	if (comma)
		c.at = comma + 1;
	skip_spaces(&c);
	if (!digits(&c, 2, &date->day) && !digits(&c, 1, &date->day))
		return false;
	skip_spaces(&c);
	date->month = read_month(&c);
	skip_spaces(&c);
	if (!date->month || !digits(&c, 4, &date->year))
		return false;
	read_time(&c, date);
	return true;
}

/* March 4, 2024, 10:07 PM: as pages of American papers have it. */
static bool read_american(struct cursor c, struct date *date)
{
	int hour;
	date->month = read_month(&c);
	skip_spaces(&c);
	if (!date->month || (!digits(&c, 2, &date->day) && !digits(&c, 1, &date->day)))
		return false;
	(void)skip(&c, ",");
	skip_spaces(&c);
	if (!digits(&c, 4, &date->year))
		return false;
	(void)skip(&c, ",");
	read_time(&c, date);
	hour = date->hour % 12;
	skip_spaces(&c);
	if (date->has_time && c.end - c.at >= 2 && ascii_lower(c.at[1]) == 'm')
		date->hour = ascii_lower(*c.at) == 'p' ? hour + 12 : ascii_lower(*c.at) == 'a' ? hour : date->hour;
	return true;
}

static bool read_date(struct cursor c, struct date *date)
{
	if (read_numeric(c, date))
		return true;
	*date = (struct date){0};
	if (read_named(c, date))
		return true;
	*date = (struct date){0};
	return read_american(c, date);
}

struct wa_str news_date(struct arena *arena, struct wa_str raw)
{
	struct date date = {0};
	struct cursor cursor;
	struct wa_str iso;
	raw = str_trim(raw);
	if (!raw.len)
		return (struct wa_str){0};
	cursor = (struct cursor){raw.ptr, raw.ptr + raw.len};
	if (!read_date(cursor, &date))
		return (struct wa_str){0};
	/* the year 1 and the like stand for "no date" */
	if (date.year < 1800 || date.hour > 24 || date.minute > 59 || date.second > 60)
		return (struct wa_str){0};
	if (date.has_time)
		iso = str_of(arena_printf(arena, "%04d-%02d-%02dT%02d:%02d:%02d%s", date.year, date.month, date.day, date.hour,
			date.minute, date.second, date.zone));
	else
		iso = str_of(arena_printf(arena, "%04d-%02d-%02d", date.year, date.month, date.day));
	return day_begins(iso) ? iso : (struct wa_str){0};
}
