#!/bin/sh
# Side by side in one run: samsvar and the programs that read the same files. Says of every target of the readers
# whether it holds, and ends with 1 when one does not.
#   sh tests/bench/run.sh [PROGRAM]
# PROGRAM is the samsvar to measure (default: build-bench/samsvar, which is built). Peers are installed with apt; inputs
# are made once, in build-bench/inputs, and never committed. SAMSVAR_BENCH_ISAL=1 builds with ISA-L as well and measures
# it; SAMSVAR_BENCH_ROUNDS sets how often the quick rows are run (default 15). Other load on the machine makes the
# figures worthless: both programs of a pair run in turn, and the ratio is the median of the pairs.
set -u

cd "$(dirname "$0")/../.." || exit 2
. src/packages.sh

build=build-bench
inputs=$build/inputs
fail()
{
    printf '%s\n' "tests/bench/run.sh: $*" >&2
    exit 2
}

install_packages unzip xlsx2csv python3-openpyxl python3-docx python3-xlsxwriter docx2txt pandoc \
    libreoffice-calc-nogui libxlsxwriter-dev python3 libbenchmark-dev || fail "the packages above are needed"

build_in()
{
    cmake -S . -B "$1" -DCMAKE_CXX_FLAGS_RELWITHDEBINFO="-O2 -DNDEBUG" -DSAMSVAR_TESTS=OFF $2 >/dev/null &&
        cmake --build "$1" --target samsvar --parallel "$(nproc)" >/dev/null || fail "the build failed"
}
program=${1:-$build/samsvar}
[ $# -gt 0 ] || build_in $build ""
isal=
if [ "${SAMSVAR_BENCH_ISAL:-0}" = 1 ]; then
    install_packages libisal-dev || fail "libisal-dev is needed"
    build_in $build/isal -DSAMSVAR_ISAL=ON
    isal=$build/isal/samsvar
fi

mkdir -p "$inputs" || fail "no folder $inputs"
if [ ! -e "$inputs/made" ] || [ "$inputs/made" -ot tests/bench/make_inputs.py ] || [ "$inputs/made" -ot tests/bench/make_rows.cpp ]; then
    echo "making the inputs"
    g++ -O2 -std=c++20 tests/bench/make_rows.cpp -o "$inputs/make_rows" -lxlsxwriter &&
        "$inputs/make_rows" "$inputs/rows.xlsx" 1000000 &&
        SOURCE_DATE_EPOCH=1763683200 /usr/bin/python3 tests/bench/make_inputs.py "$inputs" &&
        touch "$inputs/made" || fail "the inputs could not be made"
fi

/usr/bin/python3 tests/bench/measure.py "$program" "$inputs" "$isal"
measured=$?
# As src/quickstart.sh builds it.
cmake -S . -B $build/release -DCMAKE_BUILD_TYPE=Release -DSAMSVAR_TESTS=OFF -DSAMSVAR_BENCH=ON >/dev/null &&
    cmake --build $build/release --target matcher_bench --parallel "$(nproc)" >/dev/null ||
    fail "the build of matcher_bench failed"
$build/release/matcher_bench && exit $measured
exit 1
