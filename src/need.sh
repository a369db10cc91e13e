# Sourced by src/run and tests/run: installs Debian packages that are missing, saying so; and builds.
# Does nothing at all, not even start apt, when everything is there.

build_packages='gcc libc6-dev meson ninja-build pkg-config python3 libxml2-dev libsqlite3-dev libyaml-dev libicu-dev libarchive-dev libxlsxwriter-dev zlib1g-dev'
test_packages='g++ libcmocka-dev binutils clang clang-format clang-tidy zstd'

# need PACKAGE...: installs those that are not installed. Without apt-get it leaves the complaint to meson.
need() {
	command -v dpkg-query >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1 || return 0
	missing=
	for package in "$@"; do
		case $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) in
		installed) ;;
		*) missing="$missing $package" ;;
		esac
	done
	# Debian names pkg-config's package pkgconf; either will do.
	case $missing in *pkg-config*) command -v pkg-config >/dev/null 2>&1 && missing=$(printf '%s' "$missing" | sed 's/ pkg-config//') ;; esac
	[ -n "$missing" ] || return 0
	sudo=
	if [ "$(id -u)" -ne 0 ]; then
		command -v sudo >/dev/null 2>&1 || {
			echo "wireaudit: these packages are missing:$missing" >&2
			echo "wireaudit: neither root nor sudo is at hand; ask for them to be installed, then run this again" >&2
			return 1
		}
		sudo=sudo
	fi
	echo "wireaudit: installing with apt-get:$missing" >&2
	log=$(mktemp) || return 1
	# shellcheck disable=SC2086 # words are wanted
	if { $sudo apt-get -q update && $sudo env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends $missing; } >"$log" 2>&1 </dev/null; then
		rm -f "$log"
	else
		cat "$log" >&2
		rm -f "$log"
		echo "wireaudit: apt-get could not install:$missing" >&2
		return 1
	fi
}

# quietly COMMAND...: shows what the command printed only when it fails.
quietly() {
	log=$(mktemp) || return 1
	if "$@" >"$log" 2>&1 </dev/null; then
		rm -f "$log"
	else
		status=$?
		cat "$log" >&2
		rm -f "$log"
		echo "wireaudit: failed: $*" >&2
		return "$status"
	fi
}
