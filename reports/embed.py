#!/usr/bin/env python3
"""Turns a text file into a C string: embed.py FILE NAME OUT.c"""
import sys

source, name, target = sys.argv[1:]
with open(source, encoding='utf8') as f, open(target, 'w', encoding='ascii') as out:
    out.write('/* Generated from %s. */\nextern const char %s[];\nconst char %s[] =\n' % (source.rsplit('/', 1)[-1], name, name))
    for line in f:
        line = ''.join('\\%03o' % b if b > 126 or b < 32 else '\\' + chr(b) if chr(b) in '\\"?' else chr(b) for b in line.encode('utf8'))
        out.write('\t"%s"\n' % line)
    out.write('\t"";\n')
