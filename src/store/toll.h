/* The figures of deaths, injured and missing that the record holds, with what tells of which event they are. */
#ifndef STORE_TOLL_H
#define STORE_TOLL_H

#include "wireaudit/store.h"

struct store_toll {
	struct wa_row_of doc;
	struct wa_claim claim; /* without its attributions */
	struct wa_str paragraph;
	struct wa_str headline; /* NULL for none; of the first item only */
	struct wa_str dateline;
	struct wa_str source; /* who answers for it; NULL for nobody */
	/* What the source was found by. */
	uint32_t source_para; /* WA_NONE for none */
	struct wa_span source_span;
	struct wa_str agency;
};

/* Figures of two or more, without those that need no source (history, fiction, a supposition) and those of the background: by date,
 * then URI, then order. */
enum wa_status store_tolls(
	struct wa_store *store, const struct wa_filter *filter, struct wa_cursor **cursor, struct wa_error *error);
const struct store_toll *store_next_toll(struct wa_cursor *cursor);

#endif
