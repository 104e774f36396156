#!/bin/sh
# Everything the CI does, from nothing to done: packages, a build with warnings as errors, all tests.
#   sh tests/run.sh
# Builds into build-tests/. SAMSVAR_JOBS sets how many compilers and tests run at once (default: one per core).
#   SAMSVAR_SANITIZE=address,undefined sh tests/run.sh
# is the same with sanitizers and a search for leaks, in build-sanitized/.
set -u

cd "$(dirname "$0")/.." || exit 2
. src/packages.sh

sanitize=${SAMSVAR_SANITIZE:-}
build=build-tests
[ -z "$sanitize" ] || build=build-sanitized
jobs=${SAMSVAR_JOBS:-$(nproc)}
began=$(date +%s)
step_began=$began

step() { printf '%s\n' "== $*"; }
took()
{
    now=$(date +%s)
    printf '%s\n' "   $1: $((now - step_began)) s"
    step_began=$now
}
fail()
{
    printf '%s\n' "tests/run.sh: $*" >&2
    exit 1
}

step "packages"
install_packages $packages_build $packages_test || fail "the packages above are needed"
install_packages $packages_office ||
    echo "   tests with LibreOffice and with mail servers are left out: the packages above are missing"
took packages

step "configure"
# No debug information: that halves the time of the build and changes nothing that is tested.
cmake -S . -B "$build" -DCMAKE_CXX_FLAGS_RELWITHDEBINFO="-O2 -DNDEBUG" -DSAMSVAR_WERROR=ON -DSAMSVAR_TESTS=ON \
    -DSAMSVAR_SANITIZE="$sanitize" ||
    fail "cmake failed"
took configure

step "build, $jobs at once"
cmake --build "$build" --parallel "$jobs" || fail "the build failed"
took build

step "tests"
ctest --test-dir "$build" --output-on-failure --no-tests=error --parallel "$jobs" || fail "tests failed"
took tests

echo "== done in $(($(date +%s) - began)) s"
