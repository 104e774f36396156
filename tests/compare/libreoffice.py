"""Compares the two shipped examples, opens the workbook in LibreOffice, changes a weight and a point as a buyer would, and
checks that the scores follow: before the change they are those of the JSON result, after it those of a run with the same
terms. Usage: libreoffice.py SOFFICE SAMSVAR EXAMPLES"""

import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from office import Office

DATE = ["--date", "2026-11-21"]


def compare(program, files, more):
    run = subprocess.run([program, "compare", *files, *DATE, "--catalog", "iso27001-2022", *more],
                         stdout=subprocess.PIPE, text=True)
    if run.returncode != 1:
        sys.exit(f"compare gave {run.returncode}")
    return run.stdout


def row_of(sheet, column, text):
    for row in range(400):
        if sheet.getCellByPosition(column, row).String == text:
            return row
    sys.exit(f"no row {text} on {sheet.Name}")


def scores(document):
    overview = document.Sheets.getByName("Overview")
    rows = [row_of(overview, 0, label)
            for label in ("Score, at least", "Score, at most", "Place, at best", "Place, at worst")]
    return [tuple(overview.getCellByPosition(column, row).Value for row in rows) for column in (1, 2)]


def require_same(what, got, result):
    wanted = [(bidder["score"]["low"], bidder["score"]["high"], bidder["place"]["best"], bidder["place"]["worst"])
              for bidder in result["bidders"]]
    for one, other in zip(got, wanted):
        if any(abs(a - b) > 1e-9 for a, b in zip(one, other)):
            sys.exit(f"{what}: the workbook says {got}, the program {wanted}")
    return wanted


def main(soffice, program, examples):
    files = [f"{examples}/kystlogg-skolesec.docx", f"{examples}/fagerlia-skolesec.xlsx"]
    with tempfile.TemporaryDirectory() as folder:
        tender = f"{folder}/tender.xlsx"
        compare(program, files, ["--lang", "en", "-q", "-o", tender])
        before = json.loads(compare(program, files, ["--format", "json"]))
        with open(f"{folder}/own.xml", "w", encoding="utf-8") as own:
            own.write('<tender-terms xmlns="urn:samsvar:tender-terms:1"><points outcome="partial" value="0.2"/>'
                      '<importance of="high" weight="9"/><requirement id="A.8.13" weight="50"/></tender-terms>')
        after = json.loads(compare(program, files, ["--format", "json", "--weights", f"{folder}/own.xml"]))
        office = Office(soffice, folder)
        try:
            document = office.open(tender)
            first = require_same("as written", scores(document), before)
            document.calculateAll()
            require_same("calculated anew", scores(document), before)

            weights = document.Sheets.getByName("Weights")
            for column in (1, 2):
                weights.getCellByPosition(column, row_of(weights, 0, "Partial")).Value = 0.2
            weights.getCellByPosition(1, row_of(weights, 0, "High")).Value = 9
            requirements = document.Sheets.getByName("Requirements")
            heads = row_of(requirements, 1, "Requirement")
            column = next(at for at in range(20) if requirements.getCellByPosition(at, heads).String == "Weight")
            requirements.getCellByPosition(column, row_of(requirements, 1, "A.8.13")).Value = 50
            changed = require_same("after the change", scores(document), after)
            if any(abs(one[0] - other[0]) < 1e-3 for one, other in zip(first, changed)):
                sys.exit("the change changed nothing")

            # A weight of nothing leaves no score, not an error.
            for word in ("None", "Low", "Medium", "High"):
                weights.getCellByPosition(1, row_of(weights, 0, word)).Value = 0
            requirements.getCellByPosition(column, row_of(requirements, 1, "A.8.13")).Value = 0
            overview = document.Sheets.getByName("Overview")
            shown = overview.getCellByPosition(1, row_of(overview, 0, "Score, at least")).String
            if shown != "–":
                sys.exit(f"without weights the score is {shown}")

            # Saved by LibreOffice, the workbook serves as a file of weights.
            for word, value in (("None", 0), ("Low", 1), ("Medium", 2), ("High", 9)):
                weights.getCellByPosition(1, row_of(weights, 0, word)).Value = value
            requirements.getCellByPosition(column, row_of(requirements, 1, "A.8.13")).Value = 50
            saved = f"{folder}/saved.xlsx"
            Office.save(document, saved)
        finally:
            office.close()
        again = json.loads(compare(program, files, ["--format", "json", "--weights", saved]))
        for row, other in zip(again["rows"], after["rows"]):
            if row["weight"] != other["weight"]:
                sys.exit(f"weight of {row['id']} read back as {row['weight']}, not {other['weight']}")
    print("scores follow weights and points")


main(*sys.argv[1:])
