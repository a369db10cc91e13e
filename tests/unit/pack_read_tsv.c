#include "tests/unit/pack_scratch.h"

#define AGENCIES "id\tname\taliases\tcountry\tlanguages\ttype\twikidata\tnote\n"
#define NEGATIVES "agency\twhere\tphrase\twhy\n"
#define COLUMNS                                                                                                               \
	"expected the names of the columns, tab-separated: id name aliases country languages type wikidata note, or: agency " \
	"where phrase why"

static const struct mistake mistakes[] = {
	{"a.tsv", "", "1:0: the file is empty; expected a line with the names of the columns"},
	{"a.tsv", "# only a comment\n\n", "1:0: the file is empty; expected a line with the names of the columns"},
	{"a.tsv", "name\tid\n", "1:0: " COLUMNS},
	{"a.tsv", "\n# agencies\nid name aliases\n", "3:0: " COLUMNS},
	{"a.tsv", AGENCIES "rur\tRurinform\tRurinform\tRU\n", "2:0: an agency has 8 columns, tab-separated; this line has fewer"},
	{"a.tsv", AGENCIES "rur\tRurinform\tRurinform\tRU\tru\tstate\t\t\t\n",
		"2:0: an agency has 8 columns, tab-separated; this line has more"},
	{"a.tsv", AGENCIES "Rur\tRurinform\tRurinform\tRU\tru\tstate\t\t\n",
		"2:1: \"Rur\" is no id; expected small letters, digits, - and _"},
	{"a.tsv", AGENCIES "rur\t\tRurinform\tRU\tru\tstate\t\t\n", "2:5: the agency \"rur\" has no name"},
	{"a.tsv", AGENCIES "rur\tRur\xC3\xADnform\t\tRU\tru\tstate\t\t\n", "2:15: the agency \"rur\" has no aliases"},
	{"a.tsv", AGENCIES "rur\tRurinform\tRurinform\tRU\tru\tstaet\t\t\n",
		"2:31: there is no type of agency \"staet\"; did you mean \"state\"?"},
	{"a.tsv", AGENCIES "rur\tRur\tRurinform\tRU\tru\tstate\t\t\nrur\tRur\tRurpress\tRU\tru\tstate\t\t\n",
		"3:1: the agency \"rur\" stands twice; first in line 2"},
	{"a.tsv", AGENCIES "rur\tRur\tRurinform|AFP\tRU\tru\tstate\t\t\n",
		"2:0: the alias \"AFP\" belongs to the agency \"afp\" already"},
	{"a.tsv", AGENCIES "rur\tRur\tRurinform|?Rurinform\tRU\tru\tstate\t\t\n",
		"2:0: the alias \"Rurinform\" stands twice in one row"},
	{"a.tsv", AGENCIES "rur\tRur\tRurinform|\tRU\tru\tstate\t\t\n", "2:0: the alias \"\" is empty"},
	{"a.tsv", AGENCIES "rur\tRur\t(Rur)\tRU\tru\tstate\t\t\n", "2:0: the alias \"(Rur)\" begins with a mark"},
	{"a.tsv", NEGATIVES "afp\tbehind\tchief\twhy\n", "2:5: there is no place \"behind\""},
	{"a.tsv", NEGATIVES "afp\taftr\tchief\twhy\n", "2:5: there is no place \"aftr\"; did you mean \"after\"?"},
	{"a.tsv", NEGATIVES "afp\tafter\t\twhy\n", "2:11: \"\": a word is empty"},
	{"a.tsv", NEGATIVES "afp\tafter\ta/b\twhy\n", "2:11: \"a/b\": only words can be found, no punctuation"},
	{"a.tsv", NEGATIVES "nosuch\tafter\tchief\twhy\n", "2:0: the agency \"nosuch\" is not known"},
	{"a.tsv", NEGATIVES "afp\tafter\tquartet\tw\nafp\tafter\tQuartet\tw\n",
		"3:1: the phrase \"quartet\" stands twice; first in line 2"},
	{"a.tsv", NEGATIVES "afp\tafter\tquartet\tw\nafp\tnear\tquartet\tw\n", ""},
	/* a built-in agency may be replaced, which frees its aliases; lines may end as on Windows */
	{"a.tsv", AGENCIES "afp\tFrance\tAgence France\tFR\tfr\tpublic\t\t\r\nrur\tRur\tRurinform|AFP\tRU\tru\tstate\t\t\r\n", ""},
};

static void tables_are_strict(void **state)
{
	(void)state;
	check_mistakes(mistakes, sizeof mistakes / sizeof *mistakes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(tables_are_strict)};
	return cmocka_run_group_tests(tests, scratch_make, scratch_remove);
}
