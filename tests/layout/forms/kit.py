"""What make.py needs to make questionnaires: oracles, packages that are the same at every run, and the pieces of Word
and Excel XML that openpyxl and python-docx cannot write."""
import copy
import io
import re
import zipfile
from xml.sax.saxutils import escape

import docx
import openpyxl
from docx.oxml import parse_xml
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS = (f'xmlns:w="{W}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
      'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
      'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
      'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
      'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"')
COLUMNS = ("id", "section", "question", "choice", "answer", "remark", "evidence")


class Form:
    """One file with its oracle."""

    def __init__(self, name):
        self.name = name
        self.rows = []
        self.cached = {}  # sheet title -> {cell: result of its formula}

    def expect(self, id="", section="", question="", choice="", answer="", remark="", evidence=""):
        self.rows.append((id, section, question, choice, answer, remark, evidence))

    def save(self, folder, content):
        buffer = io.BytesIO()
        content.save(buffer)
        source = zipfile.ZipFile(buffer)
        path = folder / self.name
        titles = content.sheetnames if path.suffix == ".xlsx" else []
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
            for name in source.namelist():
                part = source.read(name)
                if name == "docProps/core.xml":
                    part = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?", b"2026-11-01T08:00:00Z", part)
                sheet = re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", name)
                if sheet:
                    part = self._with_results(part, self.cached.get(titles[int(sheet.group(1)) - 1], {}))
                info = zipfile.ZipInfo(name, (2026, 11, 1, 8, 0, 0))
                info.compress_type = zipfile.ZIP_DEFLATED
                target.writestr(info, part)
        with open(folder / (path.stem + ".expected.tsv"), "w", encoding="utf-8", newline="\n") as oracle:
            for row in [COLUMNS] + self.rows:
                oracle.write("\t".join(v.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")
                                       for v in row) + "\n")

    @staticmethod
    def _with_results(part, results):
        text = part.decode("utf-8")
        for cell, value in results.items():
            text = re.sub(rf'<c r="{cell}"([^>]*)><f>(.*?)</f><v ?/?>(</v>)?',
                          lambda m: f'<c r="{cell}"{m.group(1)} t="str"><f>{m.group(2)}</f><v>{escape(value)}</v>', text)
        return text.encode("utf-8")


# --- sheets

def workbook(*titles):
    book = openpyxl.Workbook()
    book.active.title = titles[0]
    for title in titles[1:]:
        book.create_sheet(title)
    return book


def put(sheet, row, values, column=1, bold=False, fill=None):
    """Writes a row of values; None leaves a cell alone."""
    for offset, value in enumerate(values):
        if value is None:
            continue
        cell = sheet.cell(row, column + offset, value)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if bold:
            cell.font = Font(bold=True)
        if fill:
            cell.fill = PatternFill("solid", fgColor=fill)


def offer(sheet, cells, values):
    """A drop-down list in the cells; values: a list, or a reference."""
    formula = values if isinstance(values, str) else '"' + ",".join(values) + '"'
    validation = DataValidation(type="list", formula1=formula, allow_blank=True)
    validation.add(cells)
    sheet.add_data_validation(validation)


# --- documents

def xml(text):
    """An element from XML with the prefixes of a document."""
    return parse_xml(re.sub(r"^<([\w:]+)", rf"<\1 {NS}", text, count=1))


def paragraphs_in(container, text, style=None):
    """The lines of `text` as paragraphs at the end of a document, or as the content of a cell."""
    lines = text.split("\n")
    if hasattr(container, "tables") and hasattr(container, "paragraphs") and container.__class__.__name__ == "_Cell":
        container.text = lines[0]
        for line in lines[1:]:
            container.add_paragraph(line)
        return
    for line in lines:
        container.add_paragraph(line, style)


def table(document, rows, header=True, widths=None, style="Table Grid"):
    """A table of texts; a row that is a str is merged across."""
    columns = max(len(r) for r in rows if not isinstance(r, str))
    made = document.add_table(0, columns)
    made.style = style
    for at, row in enumerate(rows):
        cells = made.add_row().cells
        if isinstance(row, str):
            cells[0].merge(cells[-1]).text = row
            continue
        for cell, value in zip(cells, row):
            if callable(value):
                value(cell)
            elif value:
                paragraphs_in(cell, value)
                if header and at == 0:
                    for run in cell.paragraphs[0].runs:
                        run.bold = True
    return made


def run(text):
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def check_box(ticked, kind="w14"):
    """One check box as XML of runs: content control, legacy form field, symbol or character."""
    if kind == "w14":
        return (f'<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{int(ticked)}"/></w14:checkbox></w:sdtPr>'
                f'<w:sdtContent><w:r><w:t>{"☒" if ticked else "☐"}</w:t></w:r></w:sdtContent></w:sdt>')
    if kind == "legacy":
        return ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Check"/><w:enabled/><w:checkBox>'
                f'<w:sizeAuto/><w:default w:val="0"/><w:checked w:val="{int(ticked)}"/></w:checkBox></w:ffData></w:fldChar></w:r>'
                '<w:r><w:instrText xml:space="preserve"> FORMCHECKBOX </w:instrText></w:r>'
                '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    if kind == "sym":
        return f'<w:r><w:sym w:font="Wingdings" w:char="{"F0FE" if ticked else "F0A8"}"/></w:r>'
    return run("☒" if ticked else "☐")


def boxes(labels, ticked, kind="w14", before=False, between="  "):
    """"☒ Ja  ☐ Nei" as XML of runs; `before`: the label stands before its box."""
    text = ""
    for at, label in enumerate(labels):
        box = check_box(label == ticked, kind)
        text += (run(between) if at else "") + (run(label + " ") + box if before else box + run(" " + label))
    return text


def text_control(value, prompt):
    """A plain-text control; None = still shows its prompt."""
    shown = "<w:showingPlcHdr/>" if value is None else ""
    body = "".join(f'<w:r>{"<w:br/>" if n else ""}<w:t xml:space="preserve">{escape(line)}</w:t></w:r>'
                   for n, line in enumerate((prompt if value is None else value).split("\n")))
    return f'<w:sdt><w:sdtPr>{shown}<w:text w:multiLine="1"/></w:sdtPr><w:sdtContent>{body}</w:sdtContent></w:sdt>'


def list_control(value, prompt, offered):
    shown = "<w:showingPlcHdr/>" if value is None else ""
    items = f'<w:listItem w:displayText="{prompt}" w:value=""/>' + "".join(
        f'<w:listItem w:displayText="{v}" w:value="{v}"/>' for v in offered)
    return (f'<w:sdt><w:sdtPr>{shown}<w:dropDownList>{items}</w:dropDownList></w:sdtPr>'
            f'<w:sdtContent>{run(prompt if value is None else value)}</w:sdtContent></w:sdt>')


def in_cell(runs):
    """Fills a cell with runs given as XML; one paragraph each when it is a list."""
    def fill(cell):
        pieces = runs if isinstance(runs, list) else [runs]
        for at, piece in enumerate(pieces):
            paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
            append_runs(paragraph, piece)
    return fill


def append_runs(paragraph, runs):
    for element in list(xml(f"<w:p>{runs}</w:p>")):
        paragraph._p.append(element)
    return paragraph


def deleted(text):
    return ('<w:del w:id="90" w:author="A" w:date="2026-10-01T09:00:00Z"><w:r><w:delText xml:space="preserve">'
            f'{escape(text)}</w:delText></w:r></w:del>')


def inserted(text):
    return f'<w:ins w:id="91" w:author="A" w:date="2026-10-01T09:00:00Z">{run(text)}</w:ins>'


def text_box(document, text):
    """A text box as Word writes it: drawing and, for old readers, the same in VML."""
    body = f"<w:txbxContent><w:p>{run(text)}</w:p></w:txbxContent>"
    document.add_paragraph()._p.append(xml(
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="3000000" cy="600000"/>'
        '<wp:docPr id="7" name="Text Box 7"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:spPr/>'
        f'<wps:txbx>{body}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>'
        '<mc:Fallback><w:pict><v:shape style="width:236pt;height:47pt"><v:textbox>'
        f'{body}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>'))


def numbering(document, formats):
    """Adds a multi-level list, one (level text, number format) a level; gives back its numId."""
    part = document.part.numbering_part.element
    number = max([int(n.get(f"{{{W}}}numId")) for n in part.findall(f"{{{W}}}num")] + [0]) + 50
    levels = "".join(f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
                     for n, (text, form) in enumerate(formats))
    abstract = xml(f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>')
    part.insert(0, abstract)
    part.append(xml(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))
    return number


def numbered(paragraph, number, level=0):
    paragraph._p.get_or_add_pPr().append(
        xml(f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'))
    return paragraph


def nested(cell, rows):
    """A table inside a cell."""
    made = cell.add_table(len(rows), len(rows[0]))
    for row, values in zip(made.rows, rows):
        for inner, value in zip(row.cells, values):
            inner.text = value
    cell.add_paragraph()
