/* The bytes of the built-in model, from tag_builtin_bytes to tag_builtin_end. */
#ifndef TAG_BUILTIN_H
#define TAG_BUILTIN_H

extern const unsigned char tag_builtin_bytes[], tag_builtin_end[];

#endif
