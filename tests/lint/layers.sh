#!/bin/sh
# layers.sh: a file under src/ includes its own module, modules above it in src/layers.txt and
# <wireaudit/*.h>; reports/ includes wireaudit/*.h and itself; each foreign library has its doors.
set -eu
cd "$(dirname "$0")/../.."
awk '
FILENAME == "src/layers.txt" { if ($0 !~ /^#/ && NF) rank[$1] = ++modules; next }
FNR == 1 {
	n = split(FILENAME, part, "/")
	module = part[1] == "src" ? part[2] : part[1]
	if (part[1] == "src" && !(module in rank)) { print FILENAME ": module " module " is not in src/layers.txt"; bad = 1 }
}
function complain(text) { print FILENAME ":" FNR ": " text; bad = 1 }
/^[ \t]*#[ \t]*include[ \t]*["<]/ {
	name = $0; sub(/^[^"<]*["<]/, "", name); sub(/[">].*/, "", name)
	if (name ~ /^libxml\// && module != "read" && module != "reports") complain("libxml2 belongs to read/ and reports/")
	if (name ~ /^sqlite3/ && module != "store") complain("sqlite3.h belongs to store/")
	if (name ~ /^yaml\.h/ && module != "pack") complain("yaml.h belongs to pack/")
	if (name ~ /^jansson/ && module !~ /^(read|lsp|serve)$/) complain("jansson belongs to read/, lsp/ and serve/")
	if (name ~ /^archive/ && module != "unpack") complain("archive.h belongs to unpack/")
	if (name ~ /^xlsxwriter/ && module != "reports") complain("xlsxwriter.h belongs to reports/")
	if ($0 !~ /"/ || name !~ /\// || name ~ /^wireaudit\//) next
	target = name; sub(/\/.*/, "", target)
	if (module == "reports") { if (target != "reports") complain("reports/ sees only wireaudit/*.h, not " name) }
	else if (target == "reports") { if (module != "cli") complain("only cli/ includes reports/") }
	else if (!(target in rank)) complain("unknown module " target)
	else if (rank[target] > rank[module]) complain(module "/ stands below " target "/ in src/layers.txt")
}
END { exit bad }
' src/layers.txt $(find src reports -name '*.[ch]' | sort)
