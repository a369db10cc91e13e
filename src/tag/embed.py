#!/usr/bin/env python3
"""Writes a C file that holds a model's bytes: embed.py MODEL OUT.c

The assembler reads them (a table of C numbers of this size would take the compiler a minute). The file's name and digest
stand in the C file, so that a changed model is built anew."""
import hashlib
import pathlib
import sys

model, out = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
digest = hashlib.sha256(model.read_bytes()).hexdigest()
pathlib.Path(out).write_text(f"""/* {model.name}, sha256 {digest} */
#include "tag/builtin.h"

__asm__(
	".section .rodata\\n"
	".balign 64\\n"
	".globl tag_builtin_bytes\\n"
	".hidden tag_builtin_bytes\\n"
	"tag_builtin_bytes:\\n"
	".incbin \\"{model}\\"\\n"
	".globl tag_builtin_end\\n"
	".hidden tag_builtin_end\\n"
	"tag_builtin_end:\\n"
	".byte 0\\n"
	".previous\\n");
""")
