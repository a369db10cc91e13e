/* Which file systems a database cannot live on. */
#ifndef STORE_FILESYSTEM_H
#define STORE_FILESYSTEM_H

#include <limits.h>
#include <stdint.h>

/* The folder a file is in: "." for a bare name. A path longer than PATH_MAX is cut, and no folder then. */
void filesystem_folder(const char *path, char folder[PATH_MAX]);

/* The name of the network file system that `path` (or, while it does not exist, its folder) is on; NULL when it is on none. */
const char *filesystem_network(const char *path);

/* The same for a Linux statfs(2) type. */
const char *filesystem_network_type(uint32_t type);

#endif
