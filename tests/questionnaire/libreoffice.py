"""Makes a questionnaire, fills it in LibreOffice as a supplier would (answers, a row moved, rows added), saves it in
four formats and checks that every answer comes back. Usage: libreoffice.py SOFFICE SAMSVAR"""

import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from office import Office

WORDS = ["Ja", "Delvis", "Nej", "Ej tillämpligt"]
MORE = "Mer om samma sak."


def answer(number):
    return f"Så gör vi, punkt {number}."


def fill_sheet(document):
    """Answers each row, adds two rows below the fourth and moves the twentieth to the top."""
    sheet = document.Sheets.getByIndex(1)
    said = {}
    for row in range(1, 43):
        cell = lambda column: sheet.getCellByPosition(column, row)
        cell(5).String, cell(6).String, cell(7).String = WORDS[row % 4], answer(row), f"Bilaga {row}"
        said[cell(0).String] = WORDS[row % 4] + "\n" + answer(row)
    fourth = sheet.getCellByPosition(0, 4).String
    sheet.Rows.insertByIndex(5, 2)
    sheet.getCellByPosition(6, 5).String = MORE
    said[fourth] += "\n" + MORE
    sheet.Rows.insertByIndex(1, 1)
    moved = sheet.getCellRangeByName("A22:I22").RangeAddress
    sheet.moveRange(sheet.getCellByPosition(0, 1).CellAddress, moved)
    return said


def fill_text(document):
    """Answers each row of the long table and adds one below the third requirement."""
    tables = [document.TextTables.getByIndex(index) for index in range(document.TextTables.Count)]
    table = max(tables, key=lambda one: one.Rows.Count)
    names = set(table.CellNames)
    said, third, at = {}, None, 0
    for row in range(2, table.Rows.Count + 1):
        if f"G{row}" not in names:
            continue  # the title of a group
        identifier = table.getCellByName(f"A{row}").String.split("\n")[0].strip()
        for column, text in (("E", WORDS[row % 4]), ("F", answer(row)), ("G", f"Bilaga {row}")):
            table.getCellByName(f"{column}{row}").String = text
        said[identifier] = WORDS[row % 4] + "\n" + answer(row)
        if len(said) == 3:
            third, at = identifier, row
    table.Rows.insertByIndex(at, 1)
    table.getCellByName(f"F{at + 1}").String = MORE
    said[third] += "\n" + MORE
    return said


def main(soffice, samsvar):
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        office = Office(soffice, folder)
        try:
            for name, fill, endings in (("krav.xlsx", fill_sheet, ("xlsx", "ods")),
                                        ("krav.docx", fill_text, ("docx", "odt"))):
                subprocess.run([samsvar, "form", "make", "--profile", "C=significant,I=serious,A=moderate", "--catalog",
                                "klassa-supplier", "--lang", "sv", "-o", f"{folder}/{name}"], check=True,
                               stdout=subprocess.DEVNULL)
                document = office.open(f"{folder}/{name}")
                said = fill(document)
                for ending in endings:
                    Office.store(document, f"{folder}/back.{ending}")
                document.close(True)
                for ending in endings:
                    failures += differences(samsvar, f"{folder}/back.{ending}", said)
        finally:
            office.close()
    print("\n".join(failures) or "every answer came back")
    return 1 if failures else 0


def differences(samsvar, file, said):
    run = subprocess.run([samsvar, "check", file, "--format", "json", "--date", "2026-11-21"], capture_output=True)
    if run.returncode == 2:
        return [f"{file}: {run.stderr.decode()}"]
    result = json.loads(run.stdout)
    answers = {one["question"]: one["text"] for one in result["answers"]}
    wrong = [f"{file}: {key}: {answers.get(key)!r}, not {text!r}" for key, text in said.items() if answers.get(key) != text]
    if set(answers) != set(said):
        wrong.append(f"{file}: {len(answers)} answers, not {len(said)}")
    codes = [finding["code"] for one in result["answers"] for finding in one["findings"]]
    for code in ("unmatched-question", "edited-question", "no-answer"):
        if code in codes or code in json.dumps(result.get("general", [])):
            wrong.append(f"{file}: {code}")
    return wrong


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
