/* Tokens met with the compiled packs: phrases (scan_phrases.c) and names of agencies (scan_agencies.c). */
#ifndef SCAN_SCAN_H
#define SCAN_SCAN_H

#include "pack/packs.h"
#include "seg/seg.h"

/* Sets phrase, phrase_len and in_phrase of the tokens: the longest phrase at each place, from the left, without overlap. */
void scan_phrases(struct seg *seg);

/* In place of an index: the text calls it an agency, and no pack has it. */
#define AGENCY_UNLISTED UINT32_MAX

/* A name of an agency as it stands in the paragraph. */
struct agency_hit {
	uint32_t first, last; /* tokens [first, last) */
	struct wa_span span;  /* ends inside the last token when `compound` */
	uint32_t agency;      /* index into packs.agencies */
	const char *id;       /* its id; the name itself for one that is not listed */
	bool weak;            /* an alias that needs context */
	bool compound;        /* the beginning of a hyphenated word: AP-NORC */
	bool address;         /* inside a web address */
};

/* Reads the longest name of an agency that begins at the token; false when none does. */
bool scan_agency_at(const struct packs *packs, const struct seg *seg, size_t at, struct agency_hit *hit);

#endif
