#!/bin/sh
# Hostile input made up by libFuzzer, with address and undefined-behaviour sanitizers and a search for leaks.
#   sh tests/fuzz/run.sh [MINUTES [TARGET…]]
# Builds with clang into build-fuzz/, runs each target (default: all) for so many minutes (default: 10) and prints a table
# of all runs so far. What is learnt stays in build-fuzz/learnt, so that a second run goes on where the first ended; inputs
# that break something are in build-fuzz/found, and the script then ends with 1.
#   SAMSVAR_FUZZ_SEEDS=FOLDER   files to begin with besides tests/fuzz/corpus; the small ones are taken, large ones only cost time
#   SAMSVAR_FUZZ_PAUSE=FILE     the fuzzer stops while this file exists, so that others can measure
#   SAMSVAR_FUZZ_BUILD=no       the programs are taken as they are
set -u

cd "$(dirname "$0")/../.." || exit 2
. src/packages.sh

build=build-fuzz
minutes=${1:-10}
[ $# -gt 0 ] && shift
targets=${*:-package workbook document odf delimited layout}
pause=${SAMSVAR_FUZZ_PAUSE:-$build/pause}
largest=131072  # bytes of an input
seed=16384      # bytes of one to begin with
fail()
{
    printf '%s\n' "tests/fuzz/run.sh: $*" >&2
    exit 2
}

if [ "${SAMSVAR_FUZZ_BUILD:-yes}" != no ]; then
    install_packages $packages_build clang libclang-rt-dev unzip libboost-test-dev || fail "the packages above are needed"
    CC=clang CXX=clang++ cmake -S . -B $build -DCMAKE_CXX_FLAGS_RELWITHDEBINFO="-O1 -g1" -DSAMSVAR_FUZZ=ON \
        -DSAMSVAR_SANITIZE=address,undefined >/dev/null || fail "cmake failed"
    for target in $targets; do
        cmake --build $build --target "${target}_fuzz" --parallel "${SAMSVAR_JOBS:-$(nproc)}" || fail "the build failed"
    done
fi

# parts FILE NAME… prints these entries the way the targets of parts take them.
parts()
{
    file=$1
    shift
    unzip -p "$file" "$1" 2>/dev/null
    shift
    for name in "$@"; do
        printf '\n----\n'
        unzip -p "$file" "$name" 2>/dev/null
    done
}

# small_parts SEED FILE NAME… writes them all, or the first alone where that is too much.
small_parts()
{
    out=$1
    shift
    parts "$@" >"$out"
    [ "$(wc -c <"$out")" -le $seed ] || parts "$1" "$2" >"$out"
}

# One file as seeds of the targets that can use it, under its checksum.
seed_of()
{
    name=$(cksum <"$1" | tr ' ' '-')
    for target in package layout; do cp "$1" "$build/seeds/$target/$name"; done
    case $1 in
    *.csv | *.tsv | *.txt) cp "$1" "$build/seeds/delimited/$name" ;;
    *.docx | *.docm) small_parts "$build/seeds/document/$name" "$1" word/document.xml word/numbering.xml word/styles.xml word/comments.xml ;;
    *.xlsx | *.xlsm) small_parts "$build/seeds/workbook/$name" "$1" xl/worksheets/sheet1.xml xl/sharedStrings.xml xl/styles.xml xl/comments1.xml ;;
    *.odt | *.ods) small_parts "$build/seeds/odf/$name" "$1" content.xml styles.xml meta.xml ;;
    esac
}

for target in package workbook document odf delimited layout; do
    mkdir -p "$build/seeds/$target" "$build/learnt/$target" "$build/found" "$build/logs" || fail "no folder in $build"
done
if [ -n "${SAMSVAR_FUZZ_SEEDS:-}" ] && [ ! -e $build/seeds/made ]; then
    find "$SAMSVAR_FUZZ_SEEDS" -type f | while read -r file; do seed_of "$file"; done
    find $build/seeds -type f -size +${seed}c -exec rm {} +
    touch $build/seeds/made
fi
# The words the readers know, with and without the usual prefixes.
grep -rhoE '"[A-Za-z][A-Za-z0-9]+"' src/ooxml src/odf src/archive src/delimited | sort -u >$build/words
sed 's/^"/"w:/' $build/words >$build/prefixed
{
    cat $build/words $build/prefixed
    printf '%s\n' '"</"' '"/>"' '"<!--"' '"<![CDATA["' '"&#x"' '"&amp;"' '"xmlns:w=\"w\""' '"table:number-columns-repeated=\"16384\""' '"_x000D_"'
} >$build/dictionary

statistic() { sed -n "s/^stat::$1: *//p" "$log" | tail -n 1; }

# One run of a target for at most $2 seconds; adds a line to the figures. Ends early when the pause begins or something is
# found. Stopped, not suspended: time goes on for the fuzzer, and it would take the pause for an endless loop.
run_once()
{
    log=$build/logs/$1.log
    dictionary=-dict=$build/dictionary
    [ "$1" = delimited ] && dictionary=
    began=$(date +%s)
    nice -n 19 "$build/tests/fuzz/$1_fuzz" "$build/learnt/$1" "$build/seeds/$1" "tests/fuzz/corpus/$1" $dictionary \
        -max_total_time="$2" -max_len=$largest -rss_limit_mb=2048 -timeout=25 -report_slow_units=25 -print_final_stats=1 -reload=0 \
        -artifact_prefix="$build/found/$1-" >"$log" 2>&1 &
    fuzzer=$!
    paused=no
    ticks=0
    while kill -0 $fuzzer 2>/dev/null; do
        if [ -e "$pause" ]; then
            paused=yes
            kill -INT $fuzzer 2>/dev/null
        fi
        # Processor time so far: fields 14 and 15 of its stat, in ticks.
        ticks=$(awk '{ print $14 + $15 }' "/proc/$fuzzer/stat" 2>/dev/null || echo "${ticks:-0}")
        sleep 1
    done
    wait $fuzzer
    status=$?
    seconds=$(($(date +%s) - began))
    # The fuzzer's clock is the wall's: what takes less than 25 seconds of processor time was only slow on a loaded machine.
    for late in "$build/found/$1-timeout-"* "$build/found/$1-slow-unit-"*; do
        [ ! -e "$late" ] || ! (ulimit -t 25 && "$build/tests/fuzz/$1_fuzz" -timeout=1200 "$late") >/dev/null 2>&1 || rm "$late"
    done
    [ $status -eq 0 ] || [ $paused = yes ] || cp "$log" "$build/found/$1-$began.log"
    coverage=$(sed -n 's/^#.* cov: \([0-9]*\) ft: \([0-9]*\) corp: \([0-9]*\).*/\1 \2 \3/p' "$log" | tail -n 1)
    printf '%s %s %s %s %s %s\n' "$1" $seconds $((${ticks:-0} / $(getconf CLK_TCK))) "$(statistic number_of_executed_units)" "$(statistic new_units_added)" \
        "${coverage:-0 0 0}" >>$build/figures
}

trap 'kill -INT ${fuzzer:-} 2>/dev/null; exit 2' INT TERM
for target in $targets; do
    ends=$(($(date +%s) + minutes * 60))
    runs=0
    while [ "$(date +%s)" -lt $((ends - 5)) ] && [ $runs -lt 30 ]; do
        while [ -e "$pause" ]; do
            sleep 2
            ends=$((ends + 2))
        done
        run_once "$target" $((ends - $(date +%s)))
        runs=$((runs + 1))
    done
done

# Busy minutes are processor time, which "per s" counts by. Coverage is of the last run; the rest is summed.
awk '
    NF >= 8 {
        seconds[$1] += $2; busy[$1] += $3; runs[$1] += $4; fresh[$1] += $5
        if ($6 > 0) { edges[$1] = $6; features[$1] = $7; inputs[$1] = $8 }
    }
    END {
        row = "%-10s %8s %8s %12s %8s %8s %8s %8s %8s\n"
        printf row, "target", "minutes", "busy", "executions", "per s", "edges", "features", "inputs", "new"
        for (t in runs)
            printf row, t, sprintf("%.1f", seconds[t] / 60), sprintf("%.1f", busy[t] / 60), runs[t],
                sprintf("%.0f", runs[t] / (busy[t] > 0 ? busy[t] : 1)), edges[t], features[t], inputs[t], fresh[t]
    }' $build/figures
found=$(ls $build/found | grep -c -v '\.log$')
echo "broke something: $found (in $build/found)"
[ "$found" -eq 0 ]
