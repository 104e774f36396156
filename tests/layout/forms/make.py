#!/usr/bin/env python3
"""Makes the questionnaires of this folder and their oracles: /usr/bin/python3 make.py [FOLDER]. The same bytes at every
run (with the same openpyxl and python-docx)."""
import pathlib
import sys

import documents
import sheets


def make(functions, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for function in functions:
        form, content = function()
        form.save(folder, content)


if __name__ == "__main__":
    make(sheets.ALL + documents.ALL, pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent))
