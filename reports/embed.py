#!/usr/bin/env python3
"""Turns a text file into a C string: embed.py FILE NAME OUT.c

NAME_hash beside it is the text's digest in the words of a content security policy."""
import base64
import hashlib
import sys

source, name, target = sys.argv[1:]
with open(source, 'rb') as f:
    text = f.read()
digest = 'sha256-' + base64.b64encode(hashlib.sha256(text).digest()).decode()
with open(target, 'w', encoding='ascii') as out:
    out.write('/* Generated from %s. */\n' % source.rsplit('/', 1)[-1])
    out.write('extern const char %s[], %s_hash[];\nconst char %s_hash[] = "%s";\nconst char %s[] =\n' % (name, name, name, digest, name))
    for line in text.splitlines(keepends=True):
        line = ''.join('\\%03o' % b if b > 126 or b < 32 else '\\' + chr(b) if chr(b) in '\\"?' else chr(b) for b in line)
        out.write('\t"%s"\n' % line)
    out.write('\t"";\n')
