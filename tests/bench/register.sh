#!/bin/sh
# The register with 10,000 suppliers, five years and 100 answers each: what lists, one assessment and the calendar take,
# in time and memory, beside the sqlite3 shell asked the same; and how both databases go about it.
#   sh tests/bench/register.sh [FOLDER]
# Fills FOLDER (default: build-bench/register) with about 5 GB for each database, which takes some ten minutes each and is
# done once. SAMSVAR_BENCH_SUPPLIERS makes it smaller; SAMSVAR_BENCH_POSTGRESQL=0 leaves PostgreSQL out. Other load on
# the machine makes the figures worthless.
set -u

cd "$(dirname "$0")/../.." || exit 2
. src/packages.sh

build=build-bench
folder=${1:-$build/register}
suppliers=${SAMSVAR_BENCH_SUPPLIERS:-10000}
fail()
{
    printf '%s\n' "tests/bench/register.sh: $*" >&2
    exit 2
}

install_packages $packages_build $packages_test sqlite3 || fail "the packages above are needed"
cmake -S . -B $build -DCMAKE_CXX_FLAGS_RELWITHDEBINFO="-O2 -DNDEBUG" -DSAMSVAR_TESTS=ON >/dev/null &&
    cmake --build $build --target register_bench samsvar --parallel "$(nproc)" >/dev/null || fail "the build failed"
bench=$PWD/$build/register_bench
mkdir -p "$folder" || fail "no folder $folder"
folder=$(cd "$folder" && pwd)

# WHERE MARK: fills it unless that was done.
filled()
{
    [ -e "$2" ] && return
    echo "filling $1"
    "$bench" fill "$1" "$suppliers" 5 100 2>/dev/null && echo "$suppliers" >"$2" || fail "$1 could not be filled"
}
measured()
{
    for operation in due portfolio subprocessors assessments follow-up assessment decide; do
        "$bench" $operation "$1" 15 || fail "$operation failed"
    done
}
# The median of five runs of a command, whole process, in milliseconds.
median_of()
{
    for round in 1 2 3 4 5; do
        before=$(date +%s%N)
        "$@" >/dev/null 2>&1 || fail "$* failed"
        echo $((($(date +%s%N) - before) / 10000))
    done | sort -n | sed -n 3p | sed 's/\(..\)$/.\1/'
}
shell_asked()
{
    sqlite3 -readonly "$folder/register.db" <"$folder/$1.sql"
}

echo "load $(cut -d' ' -f1 /proc/loadavg), $(nproc) processors"
filled "$folder/register.db" "$folder/sqlite.filled"
echo "SQLite, $(du -m "$folder/register.db" | cut -f1) MiB"
measured "$folder/register.db"
for operation in due portfolio assessment; do
    "$bench" sql $operation >"$folder/$operation.sql"
    echo "$operation, whole process: samsvar's store $(median_of "$bench" $operation "$folder/register.db" 1) ms," \
        "sqlite3 shell $(median_of shell_asked $operation) ms"
done
workbook()
{
    "$PWD/$build/samsvar" portfolio --store "$folder/register.db" --date 2026-06-01 -o "$folder/portfolio.xlsx"
}
peak=$(/usr/bin/python3 -c 'import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)' \
    "$PWD/$build/samsvar" portfolio --store "$folder/register.db" --date 2026-06-01 -o "$folder/portfolio.xlsx")
echo "portfolio, the workbook, whole process: $(median_of workbook) ms, $peak MiB"
echo "how SQLite goes about what is due:"
sed 's/^SELECT/EXPLAIN QUERY PLAN SELECT/' "$folder/due.sql" | sqlite3 -readonly "$folder/register.db"

[ "${SAMSVAR_BENCH_POSTGRESQL:-1}" = 1 ] || exit 0
# A socket's name may have 107 bytes, and the server's user must reach it.
server=$(dirname "$(mktemp -u)")/samsvar-bench-postgresql
[ -e "$folder/postgresql.filled" ] && [ -e $server/data/PG_VERSION ] || {
    rm -f "$folder/postgresql.filled"
    sh tests/store/postgresql.sh start $server || fail "PostgreSQL does not start"
}
[ -S $server/.s.PGSQL.5432 ] || sh tests/store/postgresql.sh again $server || fail "PostgreSQL does not start"
where="postgresql://postgres@/samsvar?host=$server"
filled "$where" "$folder/postgresql.filled"
psql -qh $server -U postgres samsvar -c "ANALYZE"
echo "PostgreSQL, $(psql -Atqh $server -U postgres samsvar -c "SELECT pg_database_size('samsvar') / 1048576") MiB"
measured "$where"
for operation in due portfolio assessment; do
    echo "how PostgreSQL goes about $operation:"
    "$bench" sql $operation | sed -n "s/^SELECT/EXPLAIN SELECT/p" |
        sed "s/<= \$1/<= '2026-07-02'/g; s/= \$1/= 236/g" | psql -Atqh $server -U postgres samsvar
done
echo "the server is left running for another round: sh tests/store/postgresql.sh stop $server"
