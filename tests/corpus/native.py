"""Reads pandoc's native text (Haskell's show) as far as texts, lists, tables, notes and tracked changes go."""

import re

TOKEN = re.compile(r'\s*(?:("(?:[^"\\]|\\.)*")|([A-Za-z_][A-Za-z0-9_.\']*)|(-?\d+(?:\.\d+)?(?:e-?\d+)?)|(.))', re.S)
ESCAPES = {'n': '\n', 't': '\t', 'r': '\r', '\\': '\\', '"': '"', "'": "'", 'a': '\a', 'b': '\b', 'f': '\f', 'v': '\v'}


class Node:
    def __init__(self, name, args):
        self.name, self.args = name, args


def unquoted(text):
    def one(match):
        body = match.group(1)
        if body == '&':
            return ''
        if body[0].isdigit():
            return chr(int(body))
        if body[0] == 'x':
            return chr(int(body[1:], 16))
        if body.isspace():
            return ''
        return ESCAPES.get(body, {'DEL': '\x7f', 'NUL': '\0'}.get(body, body))
    return re.sub(r'\\(\d+|x[0-9a-fA-F]+|&|DEL|NUL|\s+(?=\\)|.)', one, text[1:-1], flags=re.S)


def parse(text):
    tokens = []
    at = 0
    while at < len(text.rstrip()):
        match = TOKEN.match(text, at)
        at = match.end()
        string, word, number, mark = match.groups()
        if string is not None:
            tokens.append(('string', unquoted(string)))
        elif word is not None:
            tokens.append(('word', word))
        elif number is not None:
            tokens.append(('number', number))
        elif mark.strip():
            tokens.append(('mark', mark))
    tokens.append(('mark', ''))
    position = 0

    def peek():
        return tokens[position]

    def take():
        nonlocal position
        position += 1
        return tokens[position - 1]

    def items(close):
        found = []
        while peek() != ('mark', close):
            if peek() == ('mark', ','):
                take()
                continue
            if peek() == ('mark', ''):
                raise ValueError('unexpected end')
            found.append(application())
        take()
        return found

    def atom():
        kind, value = take()
        if kind in ('string', 'number'):
            return value
        if kind == 'word':
            if peek() == ('mark', '{'):
                take()
                skipped = []
                while peek() != ('mark', '}'):
                    skipped.append(take())
                    if skipped[-1] == ('mark', '{'):
                        raise ValueError('nested record')
                take()
            return Node(value, [])
        if value == '[':
            return items(']')
        if value == '(':
            inside = items(')')
            return inside[0] if len(inside) == 1 else tuple(inside)
        raise ValueError('unexpected ' + value)

    def application():
        head = atom()
        if not isinstance(head, Node) or head.args:
            return head
        while peek()[0] != 'mark' or peek()[1] in ('[', '('):
            head.args.append(atom())
        return head

    return application()


class Reader:
    """Flattens blocks into paragraphs and cells. Each is (text, label); notes and comments are kept apart."""

    def __init__(self, view='accept'):
        self.view = view
        self.units, self.notes, self.comments = [], [], []
        self.table = 0

    def inline(self, nodes):
        text = ''
        for node in nodes:
            name, args = node.name, node.args
            if name == 'Str':
                text += args[0]
            elif name in ('Space', 'SoftBreak'):
                text += ' '
            elif name == 'LineBreak':
                text += '\n'
            elif name == 'Code':
                text += args[1]
            elif name == 'Math':
                text += '\ufffc'
            elif name == 'Quoted':
                marks = '‘’' if args[0].name == 'SingleQuote' else '“”'
                text += marks[0] + self.inline(args[1]) + marks[1]
            elif name == 'Note':
                inner = Reader(self.view)
                inner.blocks(args[0])
                self.notes.append('\n'.join(unit[0] for unit in inner.units))
                self.notes += inner.notes
            elif name == 'Span':
                classes = args[0][1]
                if 'comment-start' in classes:
                    self.comments.append((self.inline(args[1]), dict(args[0][2]).get('author', '')))
                elif ('deletion' if self.view == 'accept' else 'insertion') in classes:
                    self.inline([])
                else:
                    text += self.inline(args[1])
            elif name == 'Image':
                pass  # the description is no text of the document
            elif name in ('Link', 'Cite'):
                text += self.inline(args[1])
            elif name == 'RawInline':
                pass
            else:  # Emph, Strong, Underline …
                text += self.inline(args[-1])
        return text

    def add(self, text, label=None):
        self.units.append((text, label))

    def blocks(self, nodes, label=None):
        """label: of the list item that the first paragraph begins."""
        for node in nodes:
            name, args = node.name, node.args
            if name in ('Para', 'Plain'):
                self.add(self.inline(args[0]), label)
            elif name == 'Header':
                self.add(self.inline(args[2]), label)
            elif name == 'CodeBlock':
                self.add(args[1], label)
            elif name == 'LineBlock':
                for line in args[0]:
                    self.add(self.inline(line), label)
            elif name in ('BlockQuote',):
                self.blocks(args[0], label)
            elif name == 'Div':
                self.blocks(args[1], label)
            elif name == 'BulletList':
                for item in args[0]:
                    self.blocks(item, '*')
            elif name == 'OrderedList':
                start, style, delimiter = args[0]
                for number, item in enumerate(args[1], int(start)):
                    self.blocks(item, ordered_label(number, style.name, delimiter.name))
            elif name == 'DefinitionList':
                for term, definitions in args[0]:
                    self.add(self.inline(term))
                    for definition in definitions:
                        self.blocks(definition)
            elif name == 'Table':
                self.read_table(args)
            elif name == 'Figure':
                self.blocks(args[2])
                self.blocks(args[1].args[1])
            elif name == 'Row':
                self.blocks([cell for cell in args[1]])
            label = None

    def read_table(self, args):
        self.blocks(args[1].args[1])
        rows = list(args[3].args[1])
        for body in args[4]:
            rows += body.args[2] + body.args[3]
        rows += args[5].args[1]
        taken = set()
        for number, row in enumerate(rows):
            column = 0
            for cell in row.args[1]:
                while (number, column) in taken:
                    column += 1
                down, right = int(cell.args[2].args[0]), int(cell.args[3].args[0])
                for i in range(down):
                    for j in range(right):
                        taken.add((number + i, column + j))
                inner = Reader(self.view)
                inner.blocks(cell.args[4])
                self.notes += inner.notes
                self.comments += inner.comments
                text = '\n'.join(unit[0] for unit in inner.units)
                if text.strip():
                    self.add(f'|{number},{column}| {text}')
                column += right


def ordered_label(number, style, delimiter):
    if style in ('LowerAlpha', 'UpperAlpha'):
        text = chr(ord('a') + (number - 1) % 26) * ((number - 1) // 26 + 1)
    elif style in ('LowerRoman', 'UpperRoman'):
        text = ''
        for value, digits in ((100, 'c'), (90, 'xc'), (50, 'l'), (40, 'xl'), (10, 'x'), (9, 'ix'), (5, 'v'),
                              (4, 'iv'), (1, 'i')):
            while number >= value:
                text += digits
                number -= value
    else:
        text = str(number)
    if style.startswith('Upper'):
        text = text.upper()
    if delimiter == 'OneParen':
        return text + ')'
    if delimiter == 'TwoParens':
        return '(' + text + ')'
    return text + '.'


def read(text, view='accept'):
    tree = parse(text)
    if isinstance(tree, Node):  # Pandoc Meta blocks
        tree = tree.args[-1]
    reader = Reader(view)
    reader.blocks(tree)
    return reader
