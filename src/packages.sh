# The Debian packages of samsvar, and how to install what is missing of them. Read by src/quickstart.sh and tests/run.sh
# with ". packages.sh"; does nothing by itself.

# libpoco-dev: XML reader, JSON, mail; libxlsxwriter-dev: the matrix; libpugixml-dev and zlib1g-dev: DOCX and XLSX;
# libdeflate-dev: faster checksums; nettle-dev: SHA-256, which loads faster than the libraries of TLS; libre2-dev: patterns in linear time; libcli11-dev: the command line; libstemmer-dev:
# stems of words when a question is mapped to requirements; libmimalloc-dev: a faster malloc; libpq-dev and
# libsqlite3-dev: the register, through libpoco-dev. For tests, libisal-dev: inflating is tested with ISA-L, too;
# libxml2-utils: xmllint, which holds our XML against its schemas; postgresql: the server the register is tested on
# besides SQLite.
packages_build="g++ cmake make pkg-config libpoco-dev libxlsxwriter-dev libpugixml-dev libre2-dev libcli11-dev zlib1g-dev libdeflate-dev nettle-dev libstemmer-dev libmimalloc-dev libpq-dev libsqlite3-dev"
packages_test="libboost-test-dev libisal-dev libxml2-utils postgresql"
# What some tests drive or hold us against: LibreOffice with its Python bridge, and real mail servers. Large; without
# them these tests are left out.
packages_office="libreoffice-calc-nogui libreoffice-writer-nogui python3-uno python3-aiosmtpd openssl"

# is_installed PACKAGE
is_installed()
{
    case $(dpkg-query -W -f '${Status}' "$1" 2>/dev/null) in
    *" ok installed") return 0 ;;
    *) return 1 ;;
    esac
}

# install_packages NAME… installs those that are missing; says in one line what to do when that cannot be done.
install_packages()
{
    missing=
    for package in "$@"; do
        is_installed "$package" || missing="$missing $package"
    done
    if [ -z "$missing" ]; then
        echo "all there"
        return 0
    fi
    if ! command -v apt-get >/dev/null 2>&1; then
        echo "apt-get is missing; this needs Debian 12. Install by other means:$missing" >&2
        return 1
    fi
    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null 2>&1; then
            echo "missing, and there is no sudo; as root: apt-get install --no-install-recommends$missing" >&2
            return 1
        fi
        as_root=sudo
    fi
    echo "installing$missing"
    log=$(mktemp) || return 1
    # Neither questions nor restarts of services; the whole output only when something fails.
    if $as_root apt-get update -q >"$log" 2>&1 &&
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing >>"$log" 2>&1; then
        rm -f "$log"
        return 0
    fi
    tail -n 15 "$log" >&2
    rm -f "$log"
    echo "could not be installed:$missing" >&2
    return 1
}
