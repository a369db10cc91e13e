/*
 * The built-in packs as one string of bytes: written when the program is built, by the readers that read
 * users' packs, and read back at start without parsing. Words stand in it already cut and folded. The format
 * is private to one build.
 */
#ifndef PACK_IMAGE_H
#define PACK_IMAGE_H

#include <stdio.h>

#include "pack/draft.h"

/* The built-in packs; generated. */
extern const unsigned char image_builtin[];

/* Appends what the image says to an empty draft; its texts are borrowed from the image. False when memory ran out. */
bool image_read(const unsigned char *bytes, struct draft *draft);

/* Writes a draft of built-in packs as C source; false when writing failed. */
bool image_write(const struct draft *draft, FILE *out);

#endif
