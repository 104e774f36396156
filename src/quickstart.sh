#!/bin/sh
# From a fresh Debian 12 to a first compliance matrix: installs the packages, builds samsvar into build/ and checks an
# example. May be run again: what is done already is quick.
#   sh src/quickstart.sh
set -u

cd "$(dirname "$0")/.." || exit 2
. src/packages.sh

step() { printf '%s\n' "== $*"; }
fail()
{
    printf '%s\n' "quickstart: $*" >&2
    exit 2
}

step "1/3 packages"
install_packages $packages_build || fail "the packages above are needed; nothing was built"

step "2/3 build (some minutes the first time)"
log=build/quickstart.log
mkdir -p build || fail "the folder build cannot be made here"
# Without -G the generator of an earlier build is kept.
cmake -S . -B build -DCMAKE_BUILD_TYPE=Release -DSAMSVAR_TESTS=OFF -DSAMSVAR_WERROR=OFF >"$log" 2>&1 ||
    { tail -n 15 "$log" >&2; fail "cmake failed; the whole log is in $log"; }
cmake --build build --parallel "$(nproc)" --target samsvar >>"$log" 2>&1 &
builder=$!
trap 'kill "$builder" 2>/dev/null; exit 130' INT TERM
while kill -0 "$builder" 2>/dev/null; do
    # How far it is, on a terminal only: "[ 42%]" of make, "[30/72]" of ninja.
    [ -t 1 ] && printf '\r%s ' "$(grep -o '^\[[^]]*\]' "$log" | tail -n 1)"
    sleep 1
done
[ -t 1 ] && printf '\r'
wait "$builder" || { grep -E -m 5 'error|Error' "$log" >&2; fail "the build failed; the whole log is in $log"; }
echo "build/samsvar: $(build/samsvar --version)"

step "3/3 a first check: an invented supplier's answers in Norwegian"
matrix=build/kystlogg-skolesec.matrix.xlsx
build/samsvar check forms/examples/kystlogg-skolesec.docx --lang en --date 2026-11-21 -o "$matrix" >build/kystlogg-skolesec.txt
# 1 means: there are findings.
status=$?
[ "$status" -eq 1 ] || fail "samsvar check gave status $status; 1 was expected for this example"
sed -n '1,/^$/p; /^Satisfied/,/^$/p' build/kystlogg-skolesec.txt

cat <<END
The matrix:  $PWD/$matrix   (open it in LibreOffice or Excel)
Its findings as text:  $PWD/build/kystlogg-skolesec.txt

Next, in $PWD:
  build/samsvar check YOUR-FILE.docx            a questionnaire of your own, DOCX or XLSX
  build/samsvar check --help                    languages, formats, catalogues
  build/samsvar explain missing-element         what a finding means
  cmake --install build --prefix ~/.local       puts samsvar where your shell finds it
END
