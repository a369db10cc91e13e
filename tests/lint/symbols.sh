#!/bin/sh
# symbols.sh LIBRARY: the library exports wa_* and nothing else, and at least the main calls.
set -eu
names=$(nm -D --defined-only "$1" | awk '{ print $NF }' | sed 's/@.*//')
others=$(printf '%s\n' "$names" | grep -v '^wa_' || true)
[ -z "$others" ] || { echo "exported without wa_:"; echo "$others"; exit 1; }
for name in wa_audit wa_scan_begin wa_report_html; do
	printf "%s\n" "$names" | grep -qx "$name" || { echo "$name is not exported"; exit 1; }
done
