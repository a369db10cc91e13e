/* What it comes to: one sentence, the rate with its formula, the figures. */
#include "report_page.h"
#include "svg.h"

struct shares {
	uint64_t verdicts[WA_VERDICT_COUNT];
};

static struct shares add_up(const struct wa_totals *totals, bool grave)
{
	struct shares sum = {0};
	for (int type = 0; type < WA_CLAIM_TYPE_COUNT; type++)
		for (int verdict = 0; verdict < WA_VERDICT_COUNT; verdict++)
			if (wa_claim_grave(type) == grave)
				sum.verdicts[verdict] += totals->claims[type][verdict];
	return sum;
}

static void write_lede(struct page *page, const struct wa_counts *counts)
{
	page_open(page, "p", "class", "lede", (char *)NULL);
	if (!counts->documents) {
		page_text(page, "No document was audited here, so this report says nothing about compliance.");
	} else if (!counts->grave) {
		page_text(page, "No grave claim was found in ");
		page_counted(page, counts->documents, "document");
		page_text(page, ".");
	} else if (!counts->flagged) {
		page_text(page, "Every grave claim has a source that answers for it, or needs none: ");
		page_counted(page, counts->grave, "claim");
		page_text(page, " in ");
		page_counted(page, counts->documents, "document");
		page_text(page, ".");
	} else {
		page_textf(page, "%s of ", figure_count(counts->flagged).text);
		page_counted(page, counts->grave, "grave claim");
		page_text(page, counts->flagged == 1 ? " has " : " have ");
		page_element(page, "strong", "nobody behind them", (char *)NULL);
		page_text(page, ".");
	}
	page_close(page);
}

static void write_formula(struct page *page, const struct wa_counts *counts)
{
	page_open(page, "div", "class", "rate-box", (char *)NULL);
	page_open(page, "p", "class", "big", (char *)NULL);
	page_text(page, figure_rate(counts->flagged, counts->grave).text);
	page_close(page);
	page_open(page, "p", "class", "formula", (char *)NULL);
	page_element(page, "b", "Rate of flagged claims", (char *)NULL);
	page_text(page, " = grave claims with verdict flag \xC3\xB7 all grave claims = ");
	page_open(page, "span", "class", "sum", (char *)NULL);
	page_textf(page, "%s \xC3\xB7 %s", figure_count(counts->flagged).text, figure_count(counts->grave).text);
	page_close(page);
	if (!counts->grave)
		page_text(page, ": no rate without claims");
	page_close(page);
	page_close(page);
}

static void write_key(struct page *page, const char *class, const char *words, uint64_t amount, uint64_t whole)
{
	page_open(page, "li", (char *)NULL);
	page_open(page, "span", "class", class, (char *)NULL);
	page_close(page);
	page_open(page, "b", (char *)NULL);
	page_count(page, amount);
	page_close(page);
	page_textf(page, " %s (%s)", words, figure_rate(amount, whole).text);
	page_close(page);
}

static void write_shares(struct page *page, const struct shares *grave)
{
	const uint64_t *v = grave->verdicts;
	const struct svg_share shares[] = {{"v-flag", v[WA_VERDICT_FLAG]}, {"v-soft", v[WA_VERDICT_SOFT]},
		{"v-ok", v[WA_VERDICT_OK]}, {"v-exempt", v[WA_VERDICT_EXEMPT]}};
	uint64_t whole = v[WA_VERDICT_FLAG] + v[WA_VERDICT_SOFT] + v[WA_VERDICT_OK] + v[WA_VERDICT_EXEMPT];
	if (!whole)
		return;
	page_open(page, "figure", (char *)NULL);
	svg_shares(page, "verdicts", "Grave claims by verdict", "One bar, divided by verdict; the figures follow as a list.",
		shares, sizeof shares / sizeof *shares);
	page_open(page, "ul", "class", "keys", (char *)NULL);
	write_key(page, "key v-flag", "flagged", v[WA_VERDICT_FLAG], whole);
	write_key(page, "key v-soft", "softly sourced", v[WA_VERDICT_SOFT], whole);
	write_key(page, "key v-ok", "sourced", v[WA_VERDICT_OK], whole);
	write_key(page, "key v-exempt", "exempt", v[WA_VERDICT_EXEMPT], whole);
	page_close(page);
	page_close(page);
}

static void write_figure(struct page *page, const char *words, uint64_t number, const char *class)
{
	page_open(page, "div", "class", class, (char *)NULL);
	page_element(page, "dt", words, (char *)NULL);
	page_element(page, "dd", figure_count(number).text, (char *)NULL);
	page_close(page);
}

static void write_figures(struct page *page, const struct wa_totals *t)
{
	const struct wa_counts *c = &t->counts;
	struct shares grave = add_up(t, true), other = add_up(t, false);
	uint64_t claims = 0;
	for (int v = 0; v < WA_VERDICT_COUNT; v++)
		claims += grave.verdicts[v] + other.verdicts[v];
	page_open(page, "dl", "class", "figures", (char *)NULL);
	write_figure(page, "Documents audited", c->documents, "figure");
	write_figure(page, "Not audited", t->found - c->documents, t->found > c->documents ? "figure gap" : "figure");
	write_figure(page, "Agency mentions", t->mentions, "figure");
	write_figure(page, "Attributions", t->attributions, "figure");
	write_figure(page, "Claims", claims, "figure");
	write_figure(page, "Errors", c->findings[WA_LEVEL_ERROR], c->findings[WA_LEVEL_ERROR] ? "figure error" : "figure");
	write_figure(page, "Warnings", c->findings[WA_LEVEL_WARNING], c->findings[WA_LEVEL_WARNING] ? "figure warning" : "figure");
	write_figure(page, "Notes", c->findings[WA_LEVEL_NOTE], "figure");
	page_close(page);
}

/* Silence must not read as compliance: what no figure covers is said where the figures stand. */
static void write_caveat(struct page *page, const struct wa_totals *t)
{
	uint64_t gap = t->found - t->counts.documents;
	if (!gap && !t->in_part && !t->counts.suppressed)
		return;
	page_open(page, "p", "class", "caveat", (char *)NULL);
	if (gap)
		page_textf(page, "%s of %s documents not audited: they count in no figure here. ", figure_count(gap).text,
			figure_count(t->found).text);
	if (t->in_part)
		page_textf(page, "%s audited only in part. ", figure_count(t->in_part).text);
	if (t->counts.suppressed) {
		page_counted(page, t->counts.suppressed, "finding");
		page_text(page, " suppressed in the copy or waived, counted nowhere. ");
	}
	page_element(page, "a", "See what and why", "href", "#gaps", (char *)NULL);
	page_text(page, ".");
	page_close(page);
}

void report_summary(struct page *page, const struct report_data *data)
{
	struct shares grave = add_up(&data->totals, true);
	page_open(page, "section", "id", "summary", "class", "summary", "aria-label", "Summary", (char *)NULL);
	write_lede(page, &data->totals.counts);
	write_formula(page, &data->totals.counts);
	write_shares(page, &grave);
	write_figures(page, &data->totals);
	write_caveat(page, &data->totals);
	page_close(page);
}
