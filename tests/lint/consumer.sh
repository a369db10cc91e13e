#!/bin/sh
# consumer.sh BUILD: installs into a scratch folder, then builds and runs a small program against what
# was installed, found by pkg-config alone.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
DESTDIR=$place meson install -C "$1" --no-rebuild --quiet
pc=$(find "$place" -name wireaudit.pc)
export PKG_CONFIG_SYSROOT_DIR="$place" PKG_CONFIG_LIBDIR="${pc%/*}"
# Private requirements are not needed for a shared library; asking for them would search the sysroot.
flags=$(pkg-config --cflags --libs wireaudit)
library=$(find "$place" -name 'libwireaudit.so' | head -n 1)
# shellcheck disable=SC2086
cc -std=c11 -Wall -Wextra -Werror -o "$place/consumer" "$here/consumer.c" $flags
LD_LIBRARY_PATH=${library%/*} "$place/consumer"
