"""Texts of documents: ours flattened into paragraphs and cells, and two lists of texts held against each other."""

import difflib
import re


def normal(text):
    """White space is no difference: others keep none of the layout."""
    return ' '.join(text.replace('\u00a0', ' ').split())


def cell_text(cell):
    texts = []
    for block in cell['blocks']:
        if 'table' in block:
            texts += [cell_text(inner) for inner in block['cells']]
        else:
            texts.append(block['text'])
    return '\n'.join(texts)


def rejected(paragraph):
    """The text before tracked changes."""
    if paragraph['original']:
        return paragraph['original']
    return '' if 'i' in paragraph['marks'] else paragraph['text']


def flatten(document, view='accept', single=False):
    """(text, label, style, heading) of paragraphs and cells in reading order. With `single`, a table of one cell is no
    table."""
    units = []

    def visit(blocks):
        for block in blocks:
            if 'table' in block:
                if single and block['rows'] == 1 and block['columns'] == 1 and block['cells']:
                    visit(block['cells'][0]['blocks'])
                    continue
                for cell in block['cells']:
                    text = cell_text(cell)
                    if normal(text):
                        units.append((f"|{cell['row']},{cell['column']}| {text}", None, '', 0))
            else:
                text = block['text'] if view == 'accept' else rejected(block)
                units.append((text, block['label'] or None, block['style'], block['heading']))

    visit(document['blocks'])
    return units


def matches(expected, ours):
    """Equality where what the other reader shows as a formula in TeX stands for anything."""
    expected, ours = normal(expected), normal(ours)
    if '\ufffc' not in expected:
        return expected == ours or expected.replace(' ', '') == ours.replace(' ', '')
    pattern = '.*'.join(re.escape(piece.strip()) for piece in expected.split('\ufffc'))
    return re.fullmatch(pattern.replace(r'\ ', r'\s*'), ours) is not None


def align(expected, ours):
    """Pairs (index in expected or None, index in ours or None)."""
    left = [normal(text) for text in expected]
    right = [normal(text) for text in ours]
    pairs = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind == 'equal':
            pairs += zip(range(a, b), range(c, d))
        elif ''.join(left[a:b]).replace(' ', '') == ''.join(right[c:d]).replace(' ', '') and a < b:
            # The same text cut into other paragraphs (code blocks, captions, drop caps).
            pairs += [(i, ('joined', c)) for i in range(a, b)]
        else:
            common = min(b - a, d - c)
            pairs += zip(range(a, a + common), range(c, c + common))
            pairs += [(i, None) for i in range(a + common, b)]
            pairs += [(None, i) for i in range(c + common, d)]
    return pairs


def compare(expected, ours):
    """Yields (place, expected, ours, equal) for lists of texts, blank ones left out."""
    expected = [text for text in expected if normal(text)]
    ours = [text for text in ours if normal(text)]
    for left, right in align(expected, ours):
        if isinstance(right, tuple):
            yield left, expected[left], expected[left], True
        elif left is None:
            yield f'+{right}', '', ours[right], False
        elif right is None:
            yield left, expected[left], '', False
        else:
            yield left, expected[left], ours[right], matches(expected[left], ours[right])
