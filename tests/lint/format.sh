#!/bin/sh
# format.sh: every C file is as clang-format writes it.
set -eu
cd "$(dirname "$0")/../.."
find src reports include tests -name '*.[ch]' | sort | xargs clang-format --dry-run -Werror --style=file
