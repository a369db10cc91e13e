/* NITF, for the formats that carry it inside. */
#ifndef READ_READ_NITF_H
#define READ_READ_NITF_H

#include "read/news.h"

/* Reads a nitf element: metadata where the document has none yet, headline, byline, body. False when memory ran out. */
bool nitf_read(struct news *news, uint32_t nitf);

#endif
