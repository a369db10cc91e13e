/* Tokens met with the compiled packs: phrases (scan_phrases.c) and names of agencies (scan_agencies.c). */
#ifndef SCAN_SCAN_H
#define SCAN_SCAN_H

#include "seg/seg.h"

/* Sets phrase, phrase_len and in_phrase of the tokens: the longest phrase at each place, from the left, without overlap. */
void scan_phrases(struct seg *seg);

#endif
