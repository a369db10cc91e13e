/*
 * Standard input, looked at before it is read: an archive has to be walked, some kinds from their end, and a pipe gives its bytes
 * once. So what begins as an archive is kept in a file without a name, which costs room on the disk and none in memory.
 */
#ifndef CLI_STANDARD_H
#define CLI_STANDARD_H

#include <stdbool.h>
#include <stddef.h>

#include "unpack/sort.h"
#include "wireaudit/status.h"

struct standard {
	char head[SORT_HEAD]; /* bytes that were read and belong before all others */
	size_t head_size;
	char path[32]; /* under which an archive can be opened; empty when standard input is none */
	int kept;      /* the file without a name, 0 for none */
};

/*
 * Looks, and keeps an archive; `name` is for messages. What is none, as Word files are, is read from standard input as ever, `head`
 * first. Errors: WA_ERR_IO (cannot be read, or there is no room to keep it).
 */
enum wa_status standard_look(struct standard *standard, const char *name, struct wa_error *error);
void standard_release(struct standard *standard);

#endif
