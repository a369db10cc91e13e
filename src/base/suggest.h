/* "Did you mean": the known word nearest to a mistyped one. */
#ifndef BASE_SUGGEST_H
#define BASE_SUGGEST_H

#include <stddef.h>

struct suggestion {
	const char *wanted;
	const char *best; /* NULL until something near enough was offered */
	unsigned distance;
};

void suggest_start(struct suggestion *suggestion, const char *wanted);
/* Offers a known word (borrowed). */
void suggest_offer(struct suggestion *suggestion, const char *word);
/* "; did you mean \"lint\"?" in `out`, or an empty string. Returns out. */
const char *suggest_text(const struct suggestion *suggestion, const char *dashes, char *out, size_t size);

#endif
