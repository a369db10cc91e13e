/* Amounts with their units, and what is counted, where and when. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "tests/unit/engine.h"

static size_t put_number(char *out, size_t size, double value)
{
	return (size_t)snprintf(out, size, isnan(value) ? "-" : value < 1e6 ? "%g" : "%.0f", value);
}

/* "type low[..high] unit" of every claim, joined by "; ". */
static void render_amounts(const struct wa_claim *claims, size_t count, char *out, size_t size)
{
	size_t n = 0;
	out[0] = 0;
	for (size_t i = 0; i < count; i++) {
		const struct wa_claim *c = &claims[i];
		n += (size_t)snprintf(out + n, size - n, "%s%s ", i ? "; " : "", wa_claim_type_name(c->type));
		n += put_number(out + n, size - n, c->low);
		if (!isnan(c->high)) {
			n += (size_t)snprintf(out + n, size - n, "..");
			n += put_number(out + n, size - n, c->high);
		}
		n += (size_t)snprintf(out + n, size - n, " %s", c->unit ? c->unit : "-");
	}
}

static struct wa_result *audit(struct wa_engine *engine, const char *text)
{
	struct wa_input input = {
		.uri = "t.txt", .bytes = text, .size = strlen(text), .format = "text", .lang = "en", .today = "2020-01-01"};
	struct wa_result *result = NULL;
	struct wa_error error = {0};
	if (wa_audit(engine, &input, &result, &error) != WA_OK)
		fail_msg("%s", error.message);
	return result;
}

static void amounts_are_as_tabled(void **state)
{
	static const struct {
		const char *text, *amounts;
	} rows[] = {
		/* groupings */
		{"The quake killed 1,200 people.", "deaths 1200 count"},
		{"The quake killed 1 200 people.", "deaths 1200 count"},
		{"The quake killed 1.200.000 people.", "deaths 1200000 count"},
		{"The quake killed 12,345,678 people.", "deaths 12345678 count"},
		{"On May 2 300 people were killed in the quake.", "deaths 300 count"},
		{"The war displaced 1.2 million people.", "missing 1200000 count"},
		{"The war displaced 2m people.", "missing 2000000 count"},
		{"The war displaced half a million people.", "missing 500000 count"},
		{"The war displaced two and a half million people.", "missing 2500000 count"},
		{"The war displaced one hundred and twenty thousand people.", "missing 120000 count"},
		/* bounds, ranges, approximations */
		{"At least 12 people died.", "deaths 12 count"},
		{"Up to 12 people died.", "deaths -..12 count"},
		{"Between 20 and 30 people died.", "deaths 20..30 count"},
		{"A fire killed 20-30 people.", "deaths 20..30 count"},
		{"A fire killed 1,200-1,500 people.", "deaths 1200..1500 count"},
		{"Some 60-odd people died.", "deaths 60 count"},
		{"Two or three people died.", "deaths 2..3 count"},
		/* shares */
		{"Inflation rose to 7 percent.", "statistic 7 percent"},
		{"Inflation rose to 7.5%.", "statistic 7.5 percent"},
		{"Inflation rose by between 3 and 4 percent.", "statistic 3..4 percent"},
		{"Inflation rose to 5 to 6 per cent.", "statistic 5..6 percent"},
		{"Inflation rose to 5-6%.", "statistic 5..6 percent"},
		{"Inflation rose to up to 9 percent.", "statistic -..9 percent"},
		{"Inflation rose to twenty-five percent.", "statistic 25 percent"},
		{"Inflation rose to two and a half percent.", "statistic 2.5 percent"},
		{"Inflation rose by 2 percentage points.", "statistic 2 points"},
		{"About two thirds of pupils failed.", "statistic 66.67 percent"},
		{"A quarter of the pupils failed.", "statistic 25 percent"},
		{"Two thirds of the miners were killed.", "statistic 66.67 percent; deaths - -"},
		/* money */
		{"The flood caused $1.3 billion of damage.", "cost 1300000000 USD"},
		{"The flood caused US$40m of damage.", "cost 40000000 USD"},
		{"The flood caused A$40 million of damage.", "cost 40000000 AUD"},
		{"The flood caused HK$40 million of damage.", "cost 40000000 HKD"},
		{"The flood caused \xC2\xA3"
		 "12m of damage.",
			"cost 12000000 GBP"},
		{"The flood caused \xE2\x82\xAC"
		 "3 million of damage.",
			"cost 3000000 EUR"},
		{"They were paid a ransom of 3 million euros.", "cost 3000000 EUR"},
		{"They were paid a ransom of 3 million Australian dollars.", "cost 3000000 AUD"},
		{"They were paid a ransom of 40 million francs.", "cost 40000000 XXX"},
		{"They were paid a ransom of $5 million to $6 million.", "cost 5000000..6000000 USD"},
		{"They were paid a ransom of more than $5 million.", "cost 5000000 USD"},
		{"They were paid a ransom of up to $5 million.", "cost -..5000000 USD"},
		{"They were paid a ransom of two hundred million yen.", "cost 200000000 JPY"},
		/* no counts of people: years, ages, scores, dates, ordinals, times, telephones */
		{"In 1998, people died here.", "deaths - -"},
		{"The fire killed Jan Koval, 45.", "deaths 1 count"},
		{"Hale beat Tarn 3-1 and two fans were hurt.", "injured 2 count"},
		{"The man died on May 2.", "deaths 1 count"},
		{"The 5th miner died at 4:30 p.m.", "deaths 1 count"},
		{"Call 555-1234 about the man who died.", "deaths 1 count"},
	};
	unsigned wrong = 0;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct wa_result *result = audit(*state, rows[i].text);
		size_t count;
		const struct wa_claim *claims = wa_result_claims(result, &count);
		char got[512];
		render_amounts(claims, count, got, sizeof got);
		if (strcmp(got, rows[i].amounts) != 0) {
			print_error("%s\n  wanted %s\n  got    %s\n", rows[i].text, rows[i].amounts, got);
			wrong++;
		}
		wa_result_free(result);
	}
	assert_int_equal(wrong, 0);
}

static int cut(char *out, size_t size, const char *text, struct wa_span span)
{
	return snprintf(out, size, "%.*s", (int)(span.end - span.start), text + span.start);
}

static void details_are_as_tabled(void **state)
{
	static const struct {
		const char *text, *what, *where, *when;
	} rows[] = {
		{"A blast killed 12 miners near Tarn on Monday.", "miners", "Tarn", "Monday"},
		{"Nine sailors drowned in the northern port of Brell last week.", "sailors", "the northern port of Brell",
			"last week"},
		{"A blast in Tarn killed two of its guards.", "guards", "Tarn", ""},
		{"Six rockets hit the base in March 2003.", "rockets", "", "March 2003"},
		{"Two people were killed, the police chief in Brell said on Tuesday.", "people", "", ""},
		{"A woman was found dead in her flat on May 2, 2019.", "A woman", "her flat", "May 2, 2019"},
		{"The storm destroyed 40 homes on the island two days ago.", "homes", "", "two days ago"},
		{"Unemployment in Norway rose to 7 percent in 2011.", "Unemployment", "Norway", "2011"},
		{"The mayor won 52 percent of the vote.", "vote", "", ""},
		{"Two men died.", "men", "", ""},
	};
	unsigned wrong = 0;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct wa_result *result = audit(*state, rows[i].text);
		size_t count;
		const struct wa_claim *c = wa_result_claims(result, &count);
		char what[64] = "", where[64] = "", when[64] = "";
		if (count) {
			(void)cut(what, sizeof what, rows[i].text, c->what);
			(void)cut(where, sizeof where, rows[i].text, c->where);
			(void)cut(when, sizeof when, rows[i].text, c->when);
		}
		if (count != 1 || strcmp(what, rows[i].what) != 0 || strcmp(where, rows[i].where) != 0 ||
			strcmp(when, rows[i].when) != 0) {
			print_error("%s\n  wanted %s | %s | %s\n  got    %s | %s | %s (%zu claims)\n", rows[i].text, rows[i].what,
				rows[i].where, rows[i].when, what, where, when, count);
			wrong++;
		}
		wa_result_free(result);
	}
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(amounts_are_as_tabled),
		cmocka_unit_test(details_are_as_tabled),
	};
	return cmocka_run_group_tests(tests, engine_open, engine_close);
}
