#!/usr/bin/env python3
"""Holds what our reader makes of other readers' test files against what they, or Excel, show.

compare.py READ CORPUS [--show FAMILY[/FILE]]

READ is the program corpus_read. Each difference is either explained by a line of differences.tsv (family, file, place,
reason; * and ? in file and place as in file names) or unexplained. Fails when more than 2 % of a family's units are
unexplained, or when a line of differences.tsv explains nothing any more. Exits with 77 when there is no corpus.
"""

import fnmatch
import glob
import json
import os
import subprocess
import sys

import documents
import sheets

FOLDER = os.path.dirname(os.path.abspath(__file__))
UNEXPLAINED = 0.02


class Result:
    """What was compared in one family, difference by difference."""

    def __init__(self, family, reasons):
        self.family, self.reasons = family, reasons
        self.files, self.equal, self.explained, self.different = set(), 0, 0, []

    def add(self, file, place, expected, ours, equal):
        self.files.add(file)
        if equal:
            self.equal += 1
            return
        for reason in self.reasons:
            if fnmatch.fnmatchcase(file, reason[1]) and fnmatch.fnmatchcase(str(place), reason[2]):
                reason[4] += 1
                self.explained += 1
                return
        self.different.append((file, place, expected, ours))

    def total(self):
        return self.equal + self.explained + len(self.different)


def read_reasons():
    reasons = []
    with open(os.path.join(FOLDER, 'differences.tsv'), encoding='utf-8') as lines:
        for line in lines:
            line = line.rstrip('\n')
            if line and not line.startswith('#'):
                fields = line.split('\t')
                if len(fields) != 4:
                    sys.exit(f'differences.tsv: four columns are needed: {line}')
                reasons.append(fields + [0])
    return reasons


def read_all(program, paths):
    output = subprocess.run([program] + paths, stdout=subprocess.PIPE, check=True).stdout.decode('utf-8')
    return dict(zip(paths, (json.loads(line, strict=False) for line in output.split('\n') if line)))


def compare_opened(result, corpus, read):
    """A file is read, or it is refused for a reason that the table knows."""
    for path, document in sorted(read.items()):
        result.add(os.path.relpath(path, corpus), 'refused', 'read', document.get('error', ''), 'error' not in document)


def compare_sheetjs(result, corpus, read):
    for path in sorted(read):
        name = os.path.basename(path)
        if os.path.dirname(path) != os.path.join(corpus, 'sheetjs'):
            continue
        for year in ('2016__', '2011__', ''):
            base = os.path.join(corpus, 'sheetjs', 'expected', year + name)
            tables = read[path].get('blocks', [])
            if os.path.exists(base + '.sheetnames'):
                names = [n for n in open(base + '.sheetnames', encoding='utf-8-sig').read().split('\n') if n.strip()]
                result.add(name, year + 'names', names, [t['table'] for t in tables],
                           [n.strip('\r') for n in names] == [t['table'] for t in tables])
            for csv in sorted(glob.glob(glob.escape(base) + '.*.csv')):
                number = int(csv.split('.')[-2])
                table = tables[number] if number < len(tables) else {'cells': []}
                for place, shown, ours in sheets.compare_sheet(sheets.read_csv(csv), table):
                    result.add(name, f'{year}{number}!{sheets.reference(*place)}{sheets.rule(shown, ours)}', shown,
                               ours, sheets.same(shown, ours))


def main():
    arguments = sys.argv[1:]
    show = None
    if '--show' in arguments:
        at = arguments.index('--show')
        show = arguments[at + 1]
        del arguments[at:at + 2]
    program, corpus = arguments
    if not os.path.isdir(corpus):
        print(f'skipped: {corpus} is not there')
        return 77
    paths = sorted(path for kind in ('docx', 'docm', 'dotx', 'xlsx', 'xlsm', 'xltx')
                   for path in glob.glob(os.path.join(corpus, '*', '*.' + kind)))
    read = read_all(program, paths)
    for path, document in read.items():
        if 'error' in document:
            print('  refused:', document['error'])
    reasons = read_reasons()
    results = []
    for family, run in (('opened', compare_opened), ('sheetjs', compare_sheetjs), ('pandoc', documents.compare_pandoc),
                        ('docling', documents.compare_docling), ('parts', documents.compare_parts)):
        result = Result(family, [reason for reason in reasons if reason[0] == family])
        run(result, corpus, read)
        results.append(result)
    failed = False
    print(f'{"family":10} {"files":>5} {"units":>7} {"equal":>7} {"explained":>9} {"unexplained":>11}')
    for result in results:
        total = result.total()
        if not total:
            continue
        share = len(result.different) / total
        print(f'{result.family:10} {len(result.files):5} {total:7} {result.equal:7} {result.explained:9} '
              f'{len(result.different):11} = {share:.2%}')
        if share > UNEXPLAINED:
            print(f'  {result.family}: more than {UNEXPLAINED:.0%} are not explained')
            failed = True
        if show and show.split('/')[0] == result.family:
            wanted = show.split('/')[1] if '/' in show else ''
            for file, place, expected, ours in result.different:
                if wanted in file:
                    print(f'{file}\t{place}\n    expected {expected!r}\n    ours     {ours!r}')
        elif not show:
            counts = {}
            for difference in result.different:
                counts[difference[0]] = counts.get(difference[0], 0) + 1
            for file, count in sorted(counts.items()):
                print(f'  {count} unexplained in {file}')
    for reason in reasons:
        if not reason[4]:
            print('differences.tsv explains a difference that is not there:', '\t'.join(reason[:4]))
            failed = True
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
