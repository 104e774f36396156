#!/bin/sh
# Turns a compliance matrix into pictures, sheet by sheet, so that a person can look at it. Needs LibreOffice Calc and
# poppler-utils; used by people, not by the CI.
#   sh tests/look_at_matrix.sh MATRIX.xlsx [FOLDER]
# FOLDER (default: a new one, told at the end) gets matrix.pdf and one page-NN.png a page; it must be outside the repository.
set -eu

if [ $# -lt 1 ] || [ ! -f "$1" ]; then
    echo "usage: sh tests/look_at_matrix.sh MATRIX.xlsx [FOLDER]" >&2
    exit 2
fi
folder=${2:-$(mktemp -d)}
for program in soffice pdftoppm; do
    command -v "$program" >/dev/null || { echo "$program is missing: apt-get install libreoffice-calc poppler-utils" >&2; exit 2; }
done
mkdir -p "$folder"
if git -C "$folder" rev-parse --is-inside-work-tree >/dev/null 2>&1; then
    echo "$folder is inside a git repository; name a folder outside it" >&2
    exit 2
fi

# A profile of its own: neither the user's settings nor a LibreOffice that is open get in the way.
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
rm -f "$folder"/page-*.png "$folder"/matrix.pdf "$folder"/matrix.xlsx
cp "$1" "$folder/matrix.xlsx"
soffice "-env:UserInstallation=file://$profile" --headless --convert-to pdf --outdir "$folder" "$folder/matrix.xlsx" >/dev/null
pdftoppm -r "${DPI:-70}" -png "$folder/matrix.pdf" "$folder/page"
echo "$folder: $(find "$folder" -name 'page-*.png' | wc -l) pages"
