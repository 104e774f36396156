"""What Excel showed, cell by cell: CSV files that it saved. Dates are the one thing that is compared by meaning: Excel
writes them as the sheet's format and the machine's locale say, the reader gives ISO dates whatever the format."""

import csv
import io
import re

MONTHS = {name: number for number, names in enumerate((
    'jan january янв январь января', 'feb february фев февраль февраля', 'mar march мар март марта',
    'apr april апр апрель апреля', 'may май мая', 'jun june июн июнь июня', 'jul july июл июль июля',
    'aug august авг август августа', 'sep sept september сен сентябрь сентября', 'oct october окт октябрь октября',
    'nov november ноя ноябрь ноября', 'dec december дек декабрь декабря'), 1) for name in names.split()}

ISO = re.compile(r'^(?:(\d{4})(?:-(\d\d)-(\d\d))?)?(?:(?:^| )(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?)?$')


def read_csv(path):
    text = open(path, 'rb').read().decode('utf-8-sig', 'replace')
    return [row for row in csv.reader(io.StringIO(text, newline=''))]


def normal(text):
    text = text.replace('\r\n', '\n').replace('\r', '\n').replace('\u00a0', ' ')
    return '\n'.join(line.strip() for line in text.strip().split('\n'))


def same_date(shown, iso):
    """Whether a date or time as Excel shows it says nothing else than the ISO text."""
    match = ISO.match(iso)
    if not match or not iso:
        return False
    year, month, day, hour, minute, second, fraction = match.groups()
    text = shown.lower()
    rest = {}
    clock = re.search(r'(\d+)[:.](\d+)(?::(\d+)(?:[.,](\d+))?)?\s*(am|pm|a|p)?\b', text) if hour else None
    if clock and clock.group(0).count(':') + (1 if clock.group(5) else 0) > 0:
        hours = int(clock.group(1))
        half = (clock.group(5) or '')[:1]
        if half:
            hours = hours % 12 + (12 if half == 'p' else 0)
        mm_ss = not clock.group(3) and not half and hours == int(minute) and clock.group(2) == (second or '')
        if not mm_ss and (hours != int(hour) or int(clock.group(2)) != int(minute)):
            return False
        if clock.group(3) and int(clock.group(3)) != int(second or '0'):
            return False
        text = text[:clock.start()] + ' ' + text[clock.end():]
        rest['clock'] = True
    if not year:
        return bool(rest) and not re.search(r'\d', text)
    words = re.findall(r'[^\W\d_]+', text)
    numbers = re.findall(r'\d+', text)
    wanted = {'year': {year, year[2:]}, 'month': {month, str(int(month or 1))}, 'day': {day, str(int(day or 1))}}
    named = [MONTHS[word] for word in words if word in MONTHS]
    if named and (not month or named[0] != int(month)):
        return False
    if named:
        wanted.pop('month')
    for number in numbers:
        part = next((key for key, values in wanted.items() if number in values), None)
        if part is None:
            return False
        wanted.pop(part)
    return bool(numbers or named)


def same(shown, ours):
    shown, ours = normal(shown), normal(ours)
    return shown == ours or same_date(shown, ours)


def text_of(cell):
    return '\n'.join(block.get('text', '') for block in cell['blocks'])


def rule(shown, ours):
    """Why the CSV cannot hold what the cell shows; empty when it could."""
    if ours and re.fullmatch('#{5,}', shown.strip()):
        return ' rule:hashes'
    # What the machine's old character set did not have became _ or a broken character (a sign beyond the BMP: two).
    pattern = ''.join(r'[_\ufffd\W]{0,2}' if ord(c) > 127 else re.escape(c) for c in normal(ours))
    if any(ord(c) > 127 for c in ours) and re.search('[_\ufffd\x80-\x9f]', shown) and re.fullmatch(pattern, normal(shown)):
        return ' rule:codepage'
    return ''


def compare_sheet(rows, table):
    """Yields (place, expected, ours) for every cell that either side has. Excel leaves empty rows and columns in front
    of the used range out of some CSV files; places are then counted from where the range begins."""
    ours = {(cell['row'], cell['column']): text_of(cell) for cell in table['cells']}
    expected = {(i, j): text for i, row in enumerate(rows) for j, text in enumerate(row)}
    used = [place for place, text in ours.items() if text.strip()]
    first = [place for place, text in expected.items() if text.strip()]
    if used and first:
        down = min(row for row, _ in used) - min(row for row, _ in first)
        right = min(column for _, column in used) - min(column for _, column in first)
        moved = {(row + down, column + right): text for (row, column), text in expected.items()}

        def equal(texts):
            return sum(1 for place, text in texts.items() if text.strip() and same(text, ours.get(place, '')))
        if (down > 0 or right > 0) and equal(moved) > equal(expected):
            expected = moved
    for place in sorted(set(ours) | set(expected)):
        shown, read = expected.get(place, ''), ours.get(place, '')
        if normal(shown) or normal(read):
            yield place, shown, read


def reference(row, column):
    letters = ''
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord('A') + letter) + letters
    return letters + str(row + 1)
