"""Documents as pandoc and docling read them, and as their own XML says."""

import glob
import json
import os
import re

import native
import parts
import sheets
import words

NOTE, COMMENT, HEADER, BOX = 3, 2, 4, 5  # model::UnitKind


def asides(document, *kinds):
    return [aside for aside in document.get('asides', []) if aside['kind'] in kinds]


def agreement(name, document):
    """How many texts of a native the document has."""
    texts = {words.normal(unit[0]) for unit in native.read(open(name, encoding='utf-8').read()).units}
    ours = {words.normal(unit[0]) for unit in words.flatten(document)}
    return len(texts & ours) - len(texts ^ ours)


def views(path, document):
    """The natives of a document, with the view of tracked changes each of them has."""
    stem = path[:-len('.docx')]
    plain = [(stem + '.native', 'accept')]
    if os.path.basename(stem).startswith('test__docx__golden__'):
        stem = stem.replace('golden__', '')
        # What pandoc wrote it from: a native of its own, or the one it reads.
        both = [name for name in (stem + '_writer.native', stem + '.native') if os.path.exists(name)]
        best = max(both, key=lambda name: agreement(name, document), default=stem + '.native')
        plain = [(best, 'accept')]
    tracked = [(stem + '_accept.native', 'accept'), (stem + '_reject.native', 'reject'),
               (stem + '_all.native', 'accept'), (stem + '_minus.native', 'accept')]
    return [(name, view) for name, view in plain + tracked if os.path.exists(name)]


def unit_is_metadata(unit):
    return unit[2].lower() in METADATA


METADATA = {'title', 'subtitle', 'author', 'date', 'abstract', 'abstract title'}


def compare_pandoc(result, corpus, read):
    for path in sorted(read):
        if os.path.dirname(path) != os.path.join(corpus, 'pandoc') or not path.endswith('.docx'):
            continue
        if 'error' in read[path]:
            continue
        name = os.path.basename(path).replace('test__docx__', '')
        for other, view in views(path, read[path]):
            expected = native.read(open(other, encoding='utf-8').read(), view)
            suffix = os.path.basename(other).replace('test__docx__', '')
            document = read[path]
            units = [unit for unit in words.flatten(document, view) if words.normal(unit[0])]
            # pandoc takes title, author and date out of the text into the document's data.
            texts = {words.normal(unit[0]) for unit in expected.units}
            wanted = [unit for unit in expected.units if words.normal(unit[0])]
            units = [unit for unit in units if not unit_is_metadata(unit) or words.normal(unit[0]) in texts]
            first = words.normal(wanted[0][0]) if wanted else ''
            while units and unit_is_metadata(units[0]) and words.normal(units[0][0]) != first:
                del units[0]
            # A task list is a list whose bullets are boxes.
            units = [(f'{unit[1]} {unit[0]}',) + unit[1:] if unit[1] in ('☐', '☒', '☑') else unit
                     for unit in units]
            boxes = [aside['text'] for aside in asides(document, BOX)]
            add_unordered(result, name, suffix, [unit[0] for unit in wanted], [unit[0] for unit in units], boxes)
            compare_labels(result, name, suffix, wanted, units)
            notes = [aside['text'] for aside in asides(document, NOTE)]
            for place, left, right, equal in words.compare(expected.notes, notes):
                result.add(name, f'{suffix}:note{place}', left, right, equal)
            if expected.comments:
                comments = [aside['author'] + ': ' + aside['text'] for aside in asides(document, COMMENT)]
                shown = [author + ': ' + text for text, author in expected.comments]
                for place, left, right, equal in words.compare(shown, comments):
                    result.add(name, f'{suffix}:comment{place}', left, right, equal)


def compare_labels(result, name, suffix, wanted, units):
    """Numbers of lists, where both sides have the paragraph. pandoc knows the last number and its mark only."""
    for left, right in words.align([unit[0] for unit in wanted], [unit[0] for unit in units]):
        if left is None or right is None or isinstance(right, tuple):
            continue
        label, ours = wanted[left][1], units[right][1]
        if label is None:
            continue  # pandoc leaves the numbers of headings out
        if label == '*':
            equal = ours is not None
        else:
            equal = ours is not None and (ours == label or ours.strip('().') == label.strip('().') or
                                          ours.strip('().').endswith('.' + label.strip('().')))
        result.add(name, f'{suffix}:label{left}', label, ours, equal)


def docling_units(data):
    """(kind, text) of all items in reading order."""
    found = []

    def item(reference):
        _, group, number = reference.split('/')
        return group, data[group][int(number)]

    def inline_text(node):
        texts = []
        for next_one in node['children']:
            group, inner = item(next_one['$ref'])
            texts.append('\ufffc' if inner.get('label') == 'formula' else inner.get('text', ''))
        return ' '.join(texts)

    def visit(node, layer):
        for next_one in node.get('children', []):
            group, inner = item(next_one['$ref'])
            label, kind = inner.get('label'), inner.get('content_layer', layer)
            if group == 'tables':
                table(inner, kind)
            elif group == 'groups' and label == 'inline':
                found.append((kind, inline_text(inner), None))
            elif group == 'texts':
                text = inner.get('text', '')
                if label == 'formula':
                    text = '\ufffc'
                elif label in ('checkbox_selected', 'checkbox_unselected'):
                    text = ('☒ ' if label == 'checkbox_selected' else '☐ ') + text
                if not text and any(item(c['$ref'])[1].get('label') == 'inline' for c in inner.get('children', [])):
                    pass
                marker = inner.get('marker') if label == 'list_item' and inner.get('enumerated') else None
                found.append((kind, text, marker))
                visit(inner, kind)
            else:
                visit(inner, kind)

    def table(inner, layer):
        for cell in inner['data']['table_cells']:
            text = re.sub(r'\$[^$]+\$', '\ufffc', cell['text'])
            if 'ref' in cell:
                kept = len(found)
                group, node = item(cell['ref']['$ref'])
                visit(node, layer)
                text = ' '.join(re.sub(r'^\|\d+,\d+\|', '', unit[1]) for unit in found[kept:])
                del found[kept:]
            if words.normal(text):
                found.append((layer, f"|{cell['start_row_offset_idx']},{cell['start_col_offset_idx']}| {text}", None))

    visit(data['body'], 'body')
    if data['furniture'].get('children'):
        visit(data['furniture'], 'furniture')
    return found


def compare_docling(result, corpus, read):
    for path in sorted(read):
        if os.path.dirname(path) != os.path.join(corpus, 'docling'):
            continue
        truth = path.replace('__sources__', '__groundtruth__') + '.json'
        if 'error' in read[path] or not os.path.exists(truth):
            continue
        name = os.path.basename(path).replace('tests__data__', '')
        document = read[path]
        data = json.load(open(truth, encoding='utf-8'))
        units = docling_units(data)
        if not path.endswith('.docx'):
            compare_docling_sheets(result, name, data, document)
            compare_docling_asides(result, name, units, document)
            continue
        body = [unit[1] for unit in units if unit[0] == 'body']
        # docling puts the numbers of headings into their texts, and treats a table of one cell as its content.
        ours = [(unit[1].rstrip('.') + ' ' if unit[1] and unit[3] else '') + unit[0]
                for unit in words.flatten(document, single=True)]
        boxes = [aside['text'] for aside in asides(document, BOX)]
        add_unordered(result, name, 'body', body, ours, boxes)
        compare_docling_labels(result, name, units, document)
        compare_docling_asides(result, name, units, document)


def compare_docling_asides(result, name, units, document):
    """Page headers and footers, comments and notes."""
    for layer, kinds in (('furniture', (HEADER,)), ('notes', (COMMENT, NOTE))):
        # docling puts author and time in front of a comment.
        wanted = [re.sub(r'^\[(?:author: [^\]]*|time: [^\]]*)\]: ', '', unit[1])
                  for unit in units if unit[0] == layer]
        if wanted:
            add_unordered(result, name, layer, wanted, [aside['text'] for aside in asides(document, *kinds)], [])


def compare_docling_labels(result, name, units, document):
    """Numbers of lists in the body, where both sides have the paragraph."""
    wanted = [unit for unit in units if unit[0] == 'body' and words.normal(unit[1])]
    ours = [unit for unit in words.flatten(document, single=True) if words.normal(unit[0])]
    for left, right in words.align([unit[1] for unit in wanted], [unit[0] for unit in ours]):
        if left is None or right is None or isinstance(right, tuple) or not wanted[left][2]:
            continue
        label = ours[right][1] or ''
        result.add(name, f'label{left}', wanted[left][2], label, wanted[left][2].rstrip('.') == label.rstrip('.'))


def add_unordered(result, name, layer, wanted, ours, more):
    """Texts in order; what stands elsewhere (a text box, say) is looked for among the rest."""
    differences = []
    for place, left, right, equal in words.compare(wanted, ours):
        if equal:
            result.add(name, f'{layer}:{place}', left, right, True)
        else:
            differences.append((place, left, right))
    rest = [words.normal(text) for text in more] + [words.normal(right) for _, _, right in differences if right]
    for place, left, right in differences:
        # docling makes each formula of a paragraph a text of its own.
        if not words.normal(left) or words.normal(left) == '\ufffc':
            continue
        found = next((text for text in rest if words.matches(left, text)), None)
        if found is not None:
            rest.remove(found)
        result.add(name, f'{layer}:{place}', left, right, found is not None)
    for place, left, right in differences:
        if words.normal(right) and words.normal(right) in rest:
            rest.remove(words.normal(right))
            result.add(name, f'{layer}:ours{place}', '', right, False)


def compare_docling_sheets(result, name, data, document):
    """docling cuts sheets into tables; every text of it must stand in a cell of ours."""
    pages = [page for page in document.get('blocks', [])]
    for number, table in enumerate(data['tables']):
        box = table['prov'][0]['bbox'] if table['prov'] else {'t': 0, 'l': 0}
        page = (table['prov'][0]['page_no'] if table['prov'] else 1) - 1
        cells = pages[page]['cells'] if page < len(pages) else []
        ours = {(cell['row'], cell['column']): words.cell_text(cell) for cell in cells}
        for cell in table['data']['table_cells']:
            text = words.normal(cell['text'])
            if not text:
                continue
            place = (int(box['t']) + cell['start_row_offset_idx'], int(box['l']) + cell['start_col_offset_idx'])
            shown = words.normal(ours.get(place, ''))
            result.add(name, f'{page}!{sheets.reference(*place)}', text, shown, text == shown)


def without_boxes(text):
    """Check marks are drawn by the reader from the state of their control."""
    return ' '.join(text.translate({ord(box): ' ' for box in parts.BOXES}).split())


def compare_parts(result, corpus, read):
    for path in sorted(read):
        document = read[path]
        if 'error' in document:
            continue
        name = os.path.relpath(path, corpus)
        if path.endswith(('.docx', '.docm', '.dotx')):
            compare_document_parts(result, name, parts.document_texts(path), document)
            continue
        for number, (_, cells) in enumerate(parts.sheet_values(path)):
            table = document['blocks'][number]
            ours = {(cell['row'], cell['column']): words.cell_text(cell) for cell in table['cells']}
            for place, (kind, value, general) in cells.items():
                shown = ours.get(place, '')
                if not value.strip() and not shown.strip():
                    continue
                result.add(name, f'{number}!{sheets.reference(*place)}', value, shown,
                           parts.same_value(kind, value, general, shown))


def compare_document_parts(result, name, expected, document):
    body, beside = expected
    ours = []

    def visit(blocks):
        for block in blocks:
            if 'table' in block:
                for cell in block['cells']:
                    visit(cell['blocks'])
            else:
                ours.append(block['text'])

    visit(document['blocks'])
    for place, left, right, equal in words.compare([without_boxes(text) for text in body],
                                                   [without_boxes(text) for text in ours]):
        result.add(name, f'body:{place}', left, right, equal)
    lines = [line for aside in asides(document, NOTE, COMMENT, HEADER, BOX) for line in aside['text'].split('\n')]
    lines += [aside['text'] for aside in asides(document, NOTE, COMMENT, HEADER, BOX)]
    known = {without_boxes(line) for line in lines}
    for number, text in enumerate(beside):
        text = without_boxes(text)
        if text:
            equal = text in known or any(words.matches(text, line) for line in known if '\ufffc' in text)
            result.add(name, f'beside:{number}', text, '', equal)
