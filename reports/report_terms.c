/* The words of the report, explained to those who did not build it. */
#include "report_page.h"

static const struct {
	const char *term, *meaning;
} terms[] = {
	{"Grave claim",
		"A claim of deaths, injured, missing, troop numbers, weapons, territory, responsibility or crime, or a quotation "
		"without a speaker. The other kinds (destruction, polls, money, forecasts and so on) weigh one level less and do "
		"not enter the rate."},
	{"Sourced", "A source that could be asked answers for the claim: in its own clause or sentence, by carrying over from the "
		    "sentence before, or because the reporter saw it."},
	{"Softly sourced", "Somebody answers for it, but the reader has to look: elsewhere in the paragraph, in the lead, at an "
			   "earlier mention, or only in a dateline or credit line."},
	{"Exempt", "It needs no source: established history, a court record, what was done in public, a body speaking of itself, a "
		   "supposition, fiction."},
	{"Flagged", "Nobody answers for it, or only a vague source whom no one could ask."},
	{"Rate", "Flagged grave claims divided by all grave claims, sourced, soft and exempt ones included. It says how often, not "
		 "how badly."},
	{"Error, warning, note",
		"How much a finding matters, by the kind of claim and by what answers for it; projects set levels of their own."},
	{"Reporter, recipient, witness, chain",
		"The agency says it; was told or shown it; saw it with its own people; or is whom the reporter cites."},
};

void report_terms(struct page *page, const struct report_data *data)
{
	(void)data;
	report_section(page, "terms", "How to read this", NULL);
	page_open(page, "dl", "class", "terms", (char *)NULL);
	for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
		page_element(page, "dt", terms[i].term, (char *)NULL);
		page_element(page, "dd", terms[i].meaning, (char *)NULL);
	}
	page_close(page);
	report_section_end(page);
}
