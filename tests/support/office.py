"""LibreOffice driven from a test: starts it, makes and opens documents, reads cells."""

import os
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue


def option(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


class Office:
    def __init__(self, soffice, folder):
        pipe = f"samsvar{os.getpid()}"
        self.process = subprocess.Popen(
            [soffice, "--headless", "--norestore", f"-env:UserInstallation=file://{folder}/profile",
             f"--accept=pipe,name={pipe};urp;"], stderr=subprocess.DEVNULL)
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for _ in range(240):
            try:
                context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except Exception:  # not up yet
                time.sleep(0.5)
        else:
            sys.exit("LibreOffice did not start")
        self.desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)

    def open(self, path):
        document = self.desktop.loadComponentFromURL(f"file://{path}", "_blank", 0, (option("Hidden", True),))
        if document is None:
            sys.exit(f"LibreOffice does not open {path}")
        return document

    def new(self, kind):
        return self.desktop.loadComponentFromURL(f"private:factory/{kind}", "_blank", 0, (option("Hidden", True),))

    @staticmethod
    def store(document, path):
        filters = {".xlsx": "Calc MS Excel 2007 XML", ".ods": "calc8", ".docx": "MS Word 2007 XML", ".odt": "writer8"}
        document.storeToURL(f"file://{path}", (option("FilterName", filters[os.path.splitext(path)[1]]),))

    @staticmethod
    def save(document, path):
        Office.store(document, path)
        document.close(True)

    def close(self):
        try:
            self.desktop.terminate()
        except Exception:  # it may be gone before it answers
            pass
        self.process.wait(60)

    def sheets(self, path):
        """All cells of a workbook: {sheet: [[text, ...], ...]}, as a person sees them."""
        document = self.open(path)
        read = {}
        for name in document.Sheets.ElementNames:
            sheet = document.Sheets.getByName(name)
            cursor = sheet.createCursor()
            cursor.gotoEndOfUsedArea(False)
            last = cursor.RangeAddress
            read[name] = [[sheet.getCellByPosition(column, row).String for column in range(last.EndColumn + 1)]
                          for row in range(last.EndRow + 1)]
        document.close(True)
        return read


def write_rows(sheet, rows):
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            sheet.getCellByPosition(column, number).String = text


def table_below(rows, first_header):
    """The rows under the header row that begins so, as dictionaries by header."""
    start = next(number for number, row in enumerate(rows) if row and row[0] == first_header)
    header = rows[start]
    return [dict(zip(header, row)) for row in rows[start + 1:]]


def find_row(sheet, column, text, last=600):
    for row in range(last):
        if sheet.getCellByPosition(column, row).String == text:
            return row
    sys.exit(f"no row {text} on {sheet.Name}")


def find_column(sheet, text, rows=30, columns=40):
    for row in range(rows):
        for column in range(columns):
            if sheet.getCellByPosition(column, row).String == text:
                return row, column
    sys.exit(f"no column {text} on {sheet.Name}")
