#!/bin/sh
# symbols.sh LIBRARY: the library exports wa_* and nothing else, and at least the main call.
set -eu
names=$(nm -D --defined-only "$1" | awk '{ print $NF }' | sed 's/@.*//')
others=$(printf '%s\n' "$names" | grep -v '^wa_' || true)
[ -z "$others" ] || { echo "exported without wa_:"; echo "$others"; exit 1; }
printf '%s\n' "$names" | grep -qx wa_audit || { echo "wa_audit is not exported"; exit 1; }
