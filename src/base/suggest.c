#include "base/suggest.h"

#include <stdio.h>
#include <string.h>

#define LONGEST 32u

void suggest_start(struct suggestion *suggestion, const char *wanted)
{
	/* A third of the letters may be wrong: more is another word. */
	*suggestion = (struct suggestion){.wanted = wanted, .distance = (unsigned)(strlen(wanted) + 2) / 3 + 1};
}

static unsigned least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/* Edits (insert, delete, replace, swap of neighbours) that make one word of the other. */
static unsigned edits(const char *a, size_t n, const char *b, size_t m)
{
	unsigned table[LONGEST + 1][LONGEST + 1];
	for (size_t i = 0; i <= n; i++) {
		for (size_t j = 0; j <= m; j++) {
			if (!i || !j) {
				table[i][j] = (unsigned)(i + j);
				continue;
			}
			unsigned d = table[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
			d = least(d, least(table[i - 1][j], table[i][j - 1]) + 1);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				d = least(d, table[i - 2][j - 2] + 1);
			table[i][j] = d;
		}
	}
	return table[n][m];
}

void suggest_offer(struct suggestion *suggestion, const char *word)
{
	size_t n = strlen(suggestion->wanted), m = strlen(word);
	unsigned distance;
	if (!n || n > LONGEST || m > LONGEST)
		return;
	distance = n < m && n >= 2 && strncmp(word, suggestion->wanted, n) == 0 ? 0 : edits(suggestion->wanted, n, word, m);
	if (distance >= suggestion->distance)
		return;
	suggestion->best = word;
	suggestion->distance = distance;
}

const char *suggest_text(const struct suggestion *suggestion, const char *dashes, char *out, size_t size)
{
	out[0] = '\0';
	if (suggestion->best)
		(void)snprintf(out, size, "; did you mean \"%s%s\"?", dashes, suggestion->best);
	return out;
}
