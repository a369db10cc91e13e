#!/usr/bin/env python3
"""Turns migrations into C: embed_migrations.py NNNN_what.sql ... OUT.c (numbered from 1 without gaps)"""
import pathlib
import sys

*sources, target = sys.argv[1:]


def literal(line):
    return ''.join('\\%03o' % b if b > 126 or b < 32 else '\\' + chr(b) if chr(b) in '\\"?' else chr(b) for b in line.encode('utf8'))


rows = []
for number, source in enumerate(sources, 1):
    path = pathlib.Path(source)
    if path.name[:5] != '%04d_' % number:
        sys.exit(f'{path.name}: migrations are numbered in order without gaps; {number:04d} is next')
    lines = [f'\t\t"{literal(line)}"' for line in path.read_text(encoding='utf8').splitlines(keepends=True)]
    rows.append('\t{"%s",\n%s},\n' % (path.stem, '\n'.join(lines)))
with open(target, 'w', encoding='ascii') as out:
    out.write('/* Generated from src/store/migrations. */\n#include "store/migrate.h"\n\n')
    out.write('const struct migration migrations[] = {\n%s};\n' % ''.join(rows))
    out.write('const int migration_count = sizeof migrations / sizeof *migrations;\n')
