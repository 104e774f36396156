"""Writes the small inputs of the benchmark into a folder: questionnaire.xlsx (300 questions), questions.docx (60),
table.docx (a table of 5,000 rows), and the bombs. Same bytes on every run.
   SOURCE_DATE_EPOCH=1763683200 python3 make_inputs.py FOLDER
"""
import binascii
import datetime
import os
import random
import struct
import subprocess
import sys
import zipfile
import zlib

import xlsxwriter

WORDS = ("we all data is encrypted at rest and in transit with keys that only the customer service operations team "
         "can reach backups are taken every night stored in two regions and restored on paper four times a year "
         "access follows roles logged kept twelve months reviewed by the security officer and reported").split()


def sentence(rng, low, high):
    words = [rng.choice(WORDS) for _ in range(rng.randint(low, high))]
    return " ".join(words).capitalize() + "."


def answer(rng, low, high):
    return " ".join(sentence(rng, 8, 20) for _ in range(rng.randint(low, high)))


def questionnaire(path):
    """300 questions x 6 columns, long answers, merged section rows, rich strings, a list validation."""
    rng = random.Random(1)
    book = xlsxwriter.Workbook(path)
    book.set_properties({"created": datetime.datetime(2025, 11, 21)})
    sheet = book.add_worksheet("Questionnaire")
    head = book.add_format({"bold": True, "bg_color": "#DDEEFF"})
    bold = book.add_format({"bold": True})
    wrap = book.add_format({"text_wrap": True})
    for column, name in enumerate(("No.", "Question", "Guidance", "Answer", "Comment", "Evidence")):
        sheet.write(0, column, name, head)
    row = 1
    for number in range(1, 301):
        if number % 25 == 1:
            sheet.merge_range(row, 0, row, 5, "Section %d: %s" % (number // 25 + 1, sentence(rng, 2, 4)), head)
            row += 1
        sheet.write(row, 0, "%d.%d" % (number // 25 + 1, number % 25))
        sheet.write(row, 1, sentence(rng, 10, 25)[:-1] + "?", wrap)
        sheet.write(row, 2, answer(rng, 1, 3), wrap)
        sheet.write(row, 3, rng.choice(("Yes", "No", "Partly", "N/A")))
        if number % 10 == 0:
            sheet.write_rich_string(row, 4, bold, "Note: ", answer(rng, 2, 6), wrap)
        else:
            sheet.write(row, 4, answer(rng, 2, 8), wrap)
        sheet.write(row, 5, "See appendix %d, page %d" % (rng.randint(1, 9), rng.randint(1, 80)))
        row += 1
    sheet.data_validation(1, 3, row, 3, {"validate": "list", "source": ["Yes", "No", "Partly", "N/A"]})
    book.close()


def through_pandoc(html, path):
    subprocess.run(["pandoc", "-f", "html", "-o", path], input=html.encode(), check=True)


def table(rows):
    return "<table>%s</table>" % "".join(
        "<tr>%s</tr>" % "".join("<td>%s</td>" % cell for cell in row) for row in rows)


def questions_docx(path):
    """60 questions in 10 tables."""
    rng = random.Random(2)
    html = "<h1>Questionnaire</h1>"
    for section in range(1, 11):
        rows = [("No.", "Question", "Answer", "Evidence")]
        for number in range(6):
            rows.append((str((section - 1) * 6 + number + 1), sentence(rng, 10, 25)[:-1] + "?", answer(rng, 2, 6),
                         sentence(rng, 3, 8)))
        html += "<h2>Section %d</h2><p>%s</p>" % (section, sentence(rng, 10, 20)) + table(rows)
    through_pandoc(html, path)


def table_docx(path):
    """One table of 5,000 rows x 4."""
    rng = random.Random(3)
    rows = [(str(number), sentence(rng, 8, 16)[:-1] + "?", rng.choice(("Yes", "No", "Partly")), answer(rng, 2, 4))
            for number in range(1, 5001)]
    through_pandoc("<p>All of it</p>" + table(rows), path)


def repeated_deflate(head, piece, total, tail):
    """Raw deflate stream of `head`, `piece` over and over until `total` bytes, `tail`; with its size and CRC."""
    count = (total - len(head) - len(tail)) // len(piece)
    begin = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = begin.compress(head) + begin.flush(zlib.Z_FULL_FLUSH)
    block = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = block.compress(piece) + block.flush(zlib.Z_FULL_FLUSH)
    end = zlib.compressobj(9, zlib.DEFLATED, -15)
    crc = binascii.crc32(head)
    for _ in range(count):
        crc = binascii.crc32(piece, crc)
    return (data + packed * count + end.compress(tail) + end.flush(), len(head) + count * len(piece) + len(tail),
            binascii.crc32(tail, crc))


def bomb(path, part, head, piece, total, tail, told=None):
    """A workbook whose `part` inflates to `total` bytes; `told` is the size its headers claim, if not the true one."""
    data, size, crc = repeated_deflate(head, piece, total, tail)
    base = path + ".base"
    book = xlsxwriter.Workbook(base)
    book.add_worksheet("S").write(0, 0, "x")
    book.close()
    entries = []
    with zipfile.ZipFile(base) as package:
        for name in package.namelist():
            if name != part:
                content = package.read(name)
                entries.append((name, content, 0, len(content), binascii.crc32(content)))
    os.remove(base)
    entries.append((part, data, 8, size if told is None else told, crc))
    directory = b""
    with open(path, "wb") as out:
        for name, content, method, size, crc in entries:
            offset = out.tell()
            zip64 = size >= 0xFFFFFFFF
            shown = 0xFFFFFFFF if zip64 else size
            packed = 0xFFFFFFFF if zip64 else len(content)
            extra = struct.pack("<HHQQ", 1, 16, size, len(content)) if zip64 else b""
            fields = (45 if zip64 else 20, 0, method, 0, 33, crc, packed, shown, len(name), len(extra))
            out.write(b"PK\3\4" + struct.pack("<HHHHHIIIHH", *fields) + name.encode() + extra + content)
            directory += (b"PK\1\2" + struct.pack("<H", 45) + struct.pack("<HHHHHIIIHH", *fields) +
                          struct.pack("<HHHII", 0, 0, 0, 0, offset) + name.encode() + extra)
        offset = out.tell()
        out.write(directory + b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, len(entries), len(entries), len(directory),
                                                     offset, 0))


def bombs(folder):
    namespace = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    sheet = "xl/worksheets/sheet1.xml"
    rows = b'<row><c t="inlineStr"><is><t>aaaaaaaaaaaaaaaaaaaa</t></is></c></row>' * 8000
    strings = b"<si><t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</t></si>" * 20000
    spaces = b" " * (1 << 20)
    head = b"<worksheet " + namespace + b"><sheetData>"
    tail = b"</sheetData></worksheet>"
    bomb(folder + "/bomb_sheet.xlsx", sheet, head, rows, 1 << 30, tail)
    bomb(folder + "/bomb_sst.xlsx", "xl/sharedStrings.xml", b"<sst " + namespace + b">", strings, 1 << 30, b"</sst>")
    bomb(folder + "/bomb_10gb.xlsx", sheet, head, spaces, 10 << 30, tail)
    bomb(folder + "/bomb_lying.xlsx", sheet, head, spaces, 1 << 30, tail, told=70000)
    # A main part is held as a tree: another limit.
    bomb(folder + "/bomb_workbook.xlsx", "xl/workbook.xml", b"<workbook " + namespace + b">", spaces, 1 << 30,
         b"</workbook>")


def main(folder):
    os.makedirs(folder, exist_ok=True)
    questionnaire(folder + "/questionnaire.xlsx")
    questions_docx(folder + "/questions.docx")
    table_docx(folder + "/table.docx")
    bombs(folder)


main(sys.argv[1])
