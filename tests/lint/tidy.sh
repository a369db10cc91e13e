#!/bin/sh
# tidy.sh BUILD: clang-tidy finds nothing in the program's own files.
set -eu
cd "$(dirname "$0")/../.."
# Units tests are left out: cmocka's macros are not ours to tidy. gcc's own options mean nothing to clang.
python3 - "$1" <<'EOF' | xargs -P "$(nproc)" -n 4 clang-tidy --quiet --warnings-as-errors='*' -p "$1" --extra-arg=-Wno-unknown-warning-option 2>/dev/null
import json, os, sys
root = os.getcwd()
files = {os.path.normpath(os.path.join(e["directory"], e["file"])) for e in json.load(open(sys.argv[1] + "/compile_commands.json"))}
for path in sorted(files):
    inside = os.path.relpath(path, root)
    if inside.startswith(("src/", "reports/")):
        print(path)
EOF
