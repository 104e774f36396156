#!/bin/sh
# Every file of a folder through `read`, `inspect` and `check`: a result or a message, and nothing else.
#   sh tests/fuzz/files.sh SAMSVAR FOLDER
# Best with a samsvar built with -DSAMSVAR_SANITIZE=address,undefined. Names each run that crashed, was reported by a
# sanitizer, leaked, said nothing, or took more than SAMSVAR_SECONDS (default 60); ends with 1 when there was one.
set -u

[ $# -eq 2 ] || { echo "usage: files.sh SAMSVAR FOLDER" >&2; exit 2; }
samsvar=$1
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
# A report ends with a code that samsvar itself never gives.
export ASAN_OPTIONS=detect_leaks=1:exitcode=99 UBSAN_OPTIONS=print_stacktrace=1:exitcode=99

find "$2" -type f | sort >"$scratch/files"
runs=0 read=0 refused=0 bad=0
while read -r file; do
    for command in read inspect check; do
        set -- "$command" "$file"
        [ $command = check ] && set -- "$@" --date 2026-11-21 --quiet -o "$scratch/out.matrix.xlsx"
        timeout "${SAMSVAR_SECONDS:-60}" "$samsvar" "$@" >"$scratch/out" 2>"$scratch/said"
        status=$?
        runs=$((runs + 1))
        if [ $status -gt 2 ] || grep -q 'Sanitizer\|runtime error' "$scratch/said"; then
            bad=$((bad + 1))
            printf '%s\n' "$command $file: ended with $status"
            head -n 30 "$scratch/said"
        elif [ $status -lt 2 ]; then
            read=$((read + 1))
        elif [ -s "$scratch/said" ]; then
            refused=$((refused + 1))
        else
            bad=$((bad + 1))
            printf '%s\n' "$command $file: refused without a message"
        fi
    done
done <"$scratch/files"
echo "$(wc -l <"$scratch/files") files, $runs runs: $read with a result, $refused refused with a message, $bad with anything else"
[ $bad -eq 0 ] && [ $runs -gt 0 ]
