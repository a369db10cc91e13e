#!/bin/sh
# headers.sh: each public header compiles alone, as C11 and as C++.
set -eu
cd "$(dirname "$0")/../.."
for header in include/wireaudit/*.h; do
	name=wireaudit/${header##*/}
	printf '#include "%s"\n' "$name" | cc -std=c11 -Wall -Wextra -Werror -pedantic -Iinclude -fsyntax-only -x c -
	printf '#include "%s"\n' "$name" | c++ -std=c++17 -Wall -Wextra -Werror -Iinclude -fsyntax-only -x c++ -
done
