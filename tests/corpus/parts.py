"""What the parts of a package hold, read in the plainest way: every text of a document, every value of a sheet. For
files that come without an expectation of their own."""

import posixpath
import re
import xml.etree.ElementTree as ElementTree
import zipfile


def local(node):
    return node.tag.rsplit('}', 1)[-1] if isinstance(node.tag, str) else ''


def attribute(node, name):
    return next((value for key, value in node.attrib.items() if key.rsplit('}', 1)[-1] == name), '')


class Package:
    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        self.names = {name.replace('\\', '/').lower(): name for name in self.zip.namelist()}

    def tree(self, part):
        name = self.names.get(part.lower())
        return ElementTree.fromstring(self.zip.read(name)) if name else None

    def related(self, part):
        """{id: (type, target)} of a part."""
        folder, name = posixpath.split(part)
        tree = self.tree(posixpath.join(folder, '_rels', name + '.rels'))
        found = {}
        for one in tree if tree is not None else ():
            if one.get('TargetMode') == 'External':
                continue
            target = posixpath.normpath(posixpath.join('/', folder, one.get('Target'))).lstrip('/')
            found[one.get('Id')] = (one.get('Type').rsplit('/', 1)[-1], target)
        return found

    def main(self):
        return next((target for kind, target in self.related('').values() if kind == 'officeDocument'), '')


def string_of(item):
    text = ''
    for node in item:
        if local(node) == 't':
            text += node.text or ''
        elif local(node) == 'r':
            text += ''.join(t.text or '' for t in node if local(t) == 't')
    return text


def unescaped(text):
    return re.sub('_x([0-9A-Fa-f]{4})_', lambda match: chr(int(match.group(1), 16)), text)


def sheet_values(path):
    """[(sheet, {(row, column): (type, value, general)})]"""
    package = Package(path)
    main = package.main()
    parts = package.related(main)
    strings, general = [], []
    for kind, target in parts.values():
        tree = package.tree(target) if kind in ('sharedStrings', 'styles') else None
        if tree is None:
            continue
        if kind == 'sharedStrings':
            strings = [string_of(item) for item in tree if local(item) == 'si']
        elif kind == 'styles':
            formats = next((node for node in tree if local(node) == 'cellXfs'), ())
            general = [style.get('numFmtId', '0') == '0' for style in formats]
    sheets = []
    listed = [node for node in package.tree(main).iter() if local(node) == 'sheet']
    for sheet in listed:
        kind, target = parts.get(attribute(sheet, 'id'), ('', ''))
        cells, covered = {}, set()
        tree = package.tree(target) if kind == 'worksheet' else None
        row = 0
        for node in tree.iter() if tree is not None else ():
            if local(node) == 'row':
                row = int(node.get('r', row + 1))
                column = 0
                for cell in node:
                    match = re.fullmatch(r'\$?([A-Z]+)\$?(\d+)', cell.get('r', ''), re.I)
                    column = column + 1
                    if match:
                        column = 0
                        for letter in match.group(1).upper():
                            column = column * 26 + ord(letter) - 64
                    value = next((v.text or '' for v in cell if local(v) == 'v'), None)
                    inline = next((string_of(i) for i in cell if local(i) == 'is'), None)
                    type_ = cell.get('t', 'n')
                    if type_ == 's' and value:
                        value = strings[int(value)] if int(value) < len(strings) else ''
                    elif inline is not None and (type_ == 'inlineStr' or value is None):
                        value, type_ = inline, 'inlineStr'
                    if value is not None:
                        if type_ in ('s', 'str', 'inlineStr'):
                            value = unescaped(value)
                        style = int(cell.get('s') or 0)
                        cells[(int(match.group(2)) if match else row) - 1, column - 1] = (
                            type_, value, style >= len(general) or general[style])
            elif local(node) == 'mergeCell':
                match = re.fullmatch(r'([A-Z]+)(\d+):([A-Z]+)(\d+)', node.get('ref', ''))
                if match:
                    def number(letters):
                        value = 0
                        for letter in letters:
                            value = value * 26 + ord(letter) - 64
                        return value
                    left, right = number(match.group(1)), number(match.group(3))
                    top, bottom = int(match.group(2)), int(match.group(4))
                    if (right - left + 1) * (bottom - top + 1) < 100000:
                        covered |= {(r - 1, c - 1) for r in range(top, bottom + 1) for c in range(left, right + 1)}
                        covered.discard((top - 1, left - 1))
        sheets.append((sheet.get('name'), {place: cell for place, cell in cells.items() if place not in covered}))
    return sheets


def same_value(type_, value, general, ours):
    if type_ in ('s', 'str', 'inlineStr', 'e'):
        return ' '.join(value.split()) == ' '.join(ours.split())
    if type_ == 'b':
        return {'1': 'TRUE', '0': 'FALSE'}.get(value, value.upper()) == ours
    if not general:
        return True  # formats have tests of their own
    try:
        return abs(float(value) - float(ours)) <= 1e-9 + abs(float(value)) * 1e-5
    except ValueError:
        return value.strip() == ours.strip()


BOXES = '☐☒☑'
SKIPPED = {'del', 'moveFrom', 'Fallback', 'instrText', 'delText', 'delInstrText', 'pPr', 'rPr', 'sdtPr', 'rt',
           'txbxContent', 'tblPr', 'tcPr', 'trPr', 'ffData'}


def paragraph_texts(root):
    """Texts of the paragraphs below a node as accepted, and those of text boxes."""
    texts, boxes = [], []

    def inside(node):
        text = ''
        for next_one in node:
            name = local(next_one)
            if name == 'txbxContent':
                boxes.extend(paragraph_texts(next_one)[0])
            elif name in SKIPPED:
                continue
            elif name == 't':
                namespace = next_one.tag.split('}')[0]
                text += '\ufffc' if 'math' in namespace else (next_one.text or '')
            elif name in ('tab', 'br', 'cr', 'ptab'):
                text += ' '
            elif name == 'noBreakHyphen':
                text += '-'
            elif name == 'sym':
                text += '\ufffc'
            else:
                text += inside(next_one)
        return text

    def walk(node):
        for next_one in node:
            name = local(next_one)
            if name == 'p':
                texts.append(inside(next_one))
            elif name not in SKIPPED:
                walk(next_one)

    walk(root)
    return texts, boxes


def document_texts(path):
    """(texts of the body, texts of all that stands beside it)"""
    package = Package(path)
    main = package.main()
    body, beside = paragraph_texts(package.tree(main))
    seen = set()
    for kind, target in package.related(main).values():
        if kind in ('header', 'footer', 'footnotes', 'endnotes', 'comments') and target not in seen:
            seen.add(target)
            tree = package.tree(target)
            if tree is None:
                continue
            for part in ([tree] if kind in ('header', 'footer') else tree):
                if attribute(part, 'type') in ('separator', 'continuationSeparator', 'continuationNotice'):
                    continue
                texts, boxes = paragraph_texts(part)
                beside += texts + boxes
    return body, beside
