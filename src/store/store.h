/* The handle of a database. */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "store/connection.h"

struct wa_store {
	struct connection db;
	char *path;
	enum wa_store_mode mode;
	bool scanning; /* a scan is open and has the connection to itself */
};

#endif
