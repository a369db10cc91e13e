/*
 * What a file is called in the record: its absolute path, with links in the operand it was found under resolved, so
 * that a file is one document from wherever it is scanned.
 */
#ifndef CLI_RECORD_NAME_H
#define CLI_RECORD_NAME_H

/* The name of an operand; of one whose folder does not exist, the operand itself. NULL when memory ran out. */
char *record_name(const char *operand);

/* The name of `path`, which begins with `operand`, whose name is `root`. NULL when memory ran out. */
char *record_name_below(const char *root, const char *operand, const char *path);

#endif
