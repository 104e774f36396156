"""A year with three bidders, played through: they are compared, one is chosen, a reviewer decides in the matrix with
LibreOffice, a letter goes out and the supplier's file comes back half answered, next year's form is another one. What
every workbook says is worked out here once more from the results as JSON and from what was changed, and compared.
Usage: year.py SOFFICE SAMSVAR [STORE]"""

import json
import os
import subprocess
import sys
import tempfile
import zipfile

import answers

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from office import Office, find_column, find_row, table_below, write_rows

PROBLEMS = []


def require(what, got, wanted):
    if got != wanted:
        PROBLEMS.append(f"{what}: {got!r}, not {wanted!r}")


class Year:
    def __init__(self, program, store, folder, office):
        self.program, self.store, self.folder, self.office = program, store, folder, office

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, *arguments, status, store=True):
        command = [self.program, *arguments] + (["--store", self.store, "--by", "kari"] if store else [])
        run = subprocess.run(command, cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if run.returncode not in status:
            sys.exit(f"{' '.join(command)}\ngave {run.returncode}\n{run.stdout}{run.stderr}")
        return run.stdout

    def questionnaire(self, name, supplier, number, rows):
        """A workbook with the answers, and the sub-processors on a sheet of their own."""
        document = self.office.new("scalc")
        sheet = document.Sheets.getByIndex(0)
        sheet.Name = "Questions"
        write_rows(sheet, answers.sheet_rows(supplier, number, rows))
        document.Sheets.insertNewByName("Sub-processors", 1)
        write_rows(document.Sheets.getByIndex(1), answers.SUBPROCESSORS)
        Office.save(document, self.path(name))

    def document(self, name, supplier, number, rows):
        """The same as a text document with a table."""
        document = self.office.new("swriter")
        text = document.Text
        text.insertString(text.End, f"Supplier: {supplier}\nOrganisation number: {number}\n", False)
        cells = [answers.HEAD] + [[str(at + 1), *row] for at, row in enumerate(rows)]
        table = document.createInstance("com.sun.star.text.TextTable")
        table.initialize(len(cells), len(cells[0]))
        text.insertTextContent(text.End, table, False)
        for row, line in enumerate(cells):
            for column, content in enumerate(line):
                table.getCellByPosition(column, row).String = content
        Office.save(document, self.path(name))

    def check(self, name, date, *more):
        result = self.path(name + ".json")
        self.run("check", name, "--date", date, "--format", "json", "-o", result, *more, status=(0, 1),
                 store=bool(more))
        with open(result, encoding="utf-8") as file:
            return json.load(file)


def outcomes(result):
    return {one["question"]: one["outcome"] for one in result["answers"]}


def compare_bidders(year):
    """Three bidders side by side: each score is that of the outcomes, the chosen one leads."""
    files = ["nordvind.xlsx", "fjord.docx", "lagune.xlsx"]
    year.run("compare", *files, "--date", "2026-11-21", "--lang", "en", "-o", "tender.xlsx", status=(1,), store=False)
    comparison = json.loads(year.run("compare", *files, "--date", "2026-11-21", "--format", "json", status=(1,),
                                     store=False))
    names = [bidder["name"] for bidder in comparison["bidders"]]
    require("bidders", names, ["Nordvind Drift AS", "Fjord Skytjenester AS", "Lagune IT AS"])
    overview = year.office.sheets(year.path("tender.xlsx"))["Overview"]
    scores = {row[0]: row[1:4] for row in overview if row and row[0].startswith("Score, at ")}
    for at, bidder in enumerate(comparison["bidders"]):
        for label, key in (("Score, at least", "low"), ("Score, at most", "high")):
            shown = scores[label][at].replace(" ", "").replace("\u00a0", "").rstrip("%").replace(",", ".")
            digits = len(shown.partition(".")[2])
            require(f"{label} of {bidder['name']}", shown, f"{bidder['score'][key] * 100:.{digits}f}")
    lows = [bidder["score"]["low"] for bidder in comparison["bidders"]]
    require("the last bidder is behind", lows[2] < min(lows[:2]), True)


def decide_in_the_matrix(year, matrix):
    """The reviewer sorts the answers, decides on four of them and saves with LibreOffice."""
    document = year.office.open(year.path(matrix))
    sheet = document.Sheets.getByName("Answers")
    header, decision = find_column(sheet, "Decision")
    column = {name: find_column(sheet, name)[1] for name in ("Comment", "Owner", "Due")}
    for question, choice, comment, owner, due in (
            ("1", "Accept", "", "", None), ("9", "Accept", "read the procedure", "", None),
            ("10", "Accept", "", "", None), ("4", "Ask the supplier", "internal: they are evasive", "", None),
            ("8", "Accept the risk", "until they are in place", "per@kommune.example", "2027-06-30")):
        row = find_row(sheet, 0, question)
        sheet.getCellByPosition(decision, row).String = choice
        sheet.getCellByPosition(column["Comment"], row).String = comment
        sheet.getCellByPosition(column["Owner"], row).String = owner
        if due:
            sheet.getCellByPosition(column["Due"], row).Formula = due
    # Widened columns and a moved block of rows: the last three answers go to the top.
    sheet.Columns.getByIndex(decision).Width = 9000
    last = find_row(sheet, 0, "12")
    sheet.Rows.insertByIndex(header + 1, 3)
    block = sheet.getCellRangeByPosition(0, last + 1, 30, last + 3).RangeAddress
    sheet.moveRange(sheet.getCellByPosition(0, header + 1).CellAddress, block)
    Office.save(document, year.path("decided.xlsx"))


def main(soffice, program, store=None):
    with tempfile.TemporaryDirectory() as folder:
        office = Office(soffice, folder)
        try:
            play(Year(os.path.abspath(program), store or os.path.join(folder, "register.db"), folder, office))
        finally:
            office.close()
    for problem in PROBLEMS:
        print(problem)
    if PROBLEMS:
        sys.exit(f"{len(PROBLEMS)} things are wrong")
    print("the year came out as it should")


def play(year):
    nordvind = ("Nordvind Drift AS", "NO 974 760 673")
    year.questionnaire("nordvind.xlsx", *nordvind, answers.NORDVIND)
    year.document("fjord.docx", "Fjord Skytjenester AS", "NO 889 640 782", answers.FJORD)
    year.questionnaire("lagune.xlsx", "Lagune IT AS", "NO 991 825 827", answers.LAGUNE)
    compare_bidders(year)

    # One is chosen and kept, with a contract that is followed up every year.
    first = year.check("nordvind.xlsx", "2026-11-21", "--keep")
    require("first outcomes", {q: o for q, o in outcomes(first).items() if o != "satisfied"},
            {"4": "partial", "8": "gap", "11": "unanswered"})
    year.run("check", "nordvind.xlsx", "--date", "2026-11-21", "--keep", "--lang", "en", "-o", "matrix.xlsx",
             status=(1,))
    decide_in_the_matrix(year, "matrix.xlsx")
    told = year.run("decisions", "import", "decided.xlsx", status=(0, 1))
    require("decisions read back", told.splitlines()[0].split(": ")[1], "5 decided, 0 as they were")
    require("nothing told to be edited", len(told.splitlines()), 6)

    letter_and_marks(year)
    reply(year, nordvind)
    next_year(year, nordvind)
    portfolio(year)


def letter_and_marks(year):
    """The letter holds the open points and nothing internal; the supplier's own file comes back marked."""
    year.run("letter", "--assessment", "1", "--date", "2026-11-28", "-o", "letter.docx", status=(0, 1))
    with zipfile.ZipFile(year.path("letter.docx")) as package:
        letter = package.read("word/document.xml").decode()
    require("open questions are in the letter", "How long are security logs kept" in letter, True)
    require("what is accepted is not", "Are background checks made" in letter, False)
    require("nothing internal leaks", "evasive" in letter, False)
    year.run("mark", "nordvind.xlsx", "--date", "2026-11-28", "-o", "marked.xlsx", status=(0, 1), store=False)
    rows = year.office.sheets(year.path("marked.xlsx"))["Questions"]
    require("the marked file has the supplier's words", [row[2] for row in rows[3:15]],
            [answer for _, answer, _ in answers.NORDVIND])


def reply(year, supplier):
    """The reply three weeks later: one answer more."""
    year.questionnaire("reply.xlsx", *supplier, answers.REPLY)
    told = json.loads(year.run("follow-up", "reply.xlsx", "--supplier", "974760673", "--date", "2026-12-12", "--format",
                               "json", status=(0, 1)))
    require("overlap of the reply", told["overlap"], 1)
    require("classes of the reply", {k: v for k, v in told["counts"].items() if v}, {"improved": 1, "unchanged": 11})
    require("decisions carried", sorted(one["state"] for one in told["decisions"]), ["carried"] * 5)


def next_year(year, supplier):
    """Another form, other answers: what became of each is what was changed."""
    year.questionnaire("next.xlsx", *supplier, answers.NEXT_YEAR)
    told = json.loads(year.run("follow-up", "next.xlsx", "--supplier", "Nordvind Drift AS", "--date", "2027-11-20",
                               "--format", "json", "--dry-run", status=(1,)))
    year.run("follow-up", "next.xlsx", "--supplier", "Nordvind Drift AS", "--date", "2027-11-20", "--lang", "en", "-o",
             "follow-up.xlsx", "--matrix", "matrix-2027.xlsx", status=(1,))
    by_question = {one["before"]["question"] if "before" in one else "+" + one["now"]["question"]: one["change"]
                   for one in told["changes"]}
    # By last year's number: the certificate of 7 has run out though nobody changed a word.
    require("what became of each answer", by_question,
            {"1": "unchanged", "2": "reworded", "3": "copied", "4": "improved", "5": "worsened", "6": "no-longer-asked",
             "7": "worsened", "8": "improved", "9": "unchanged", "10": "reworded", "11": "unchanged", "12": "unchanged",
             "+12": "newly-asked"})
    require("promise", [(one["before"], one["state"], one["due"]) for one in told["promises"]],
            [("8", "kept", "2027-06-30")])
    require("expired", [one["question"] for one in told["expired"]], ["6"])
    require("decisions", {one["target"]: one["state"] for one in told["decisions"]},
            {"answer:1": "carried", "answer:9": "carried", "answer:10": "reopened", "answer:4": "reopened",
             "answer:8": "lapsed"})

    sheets = year.office.sheets(year.path("follow-up.xlsx"))
    facts = {row[0]: row[1] for row in sheets["Changes"][:12] if len(row) > 1}
    require("overlap is said first", facts["Overlap"].startswith("91 % of the questions were asked last time too: 11 of 12"),
            True)
    rows = [row for row in table_below(sheets["Changes"], "Change") if row["Question"] or row["No. before"]]
    shown = {}
    for row in rows:
        shown[row["Change"]] = shown.get(row["Change"], 0) + 1
    require("classes in the workbook", shown,
            {"worsened": 2, "copied, question changed": 1, "improved": 2, "reworded": 2, "unchanged": 4, "newly asked": 1,
             "no longer asked": 1})
    for name, count in (("Promises", 1), ("Expired", 1), ("Decisions", 5)):
        first = {"Promises": "State", "Expired": "Question", "Decisions": "State"}[name]
        require(f"rows of {name}", len(table_below(sheets[name], first)), count)
    matrix = table_below(year.office.sheets(year.path("matrix-2027.xlsx"))["Answers"], "No.")
    require("carried decisions in the new matrix", {row["No."]: row["Decision"] for row in matrix if row["Decision"]},
            {"1": "Accept", "8": "Accept"})


def portfolio(year):
    """Every number of the portfolio is counted again from the last result and the decisions that hold."""
    year.check("fjord.docx", "2027-02-01", "--keep")
    year.run("portfolio", "--date", "2027-12-01", "--lang", "en", "-o", "portfolio.xlsx", status=(0,))
    sheets = year.office.sheets(year.path("portfolio.xlsx"))
    last = year.check("next.xlsx", "2027-11-20")
    rows = {row["Supplier"]: row for row in table_below(sheets["Suppliers"], "Supplier")
            if row["Supplier"] and row["Last assessed"] not in ("", "Last assessed")}
    row = rows["Nordvind Drift AS"]
    accepted = {"1", "8"}
    counted = {"answers": len(last["answers"])}
    for outcome in ("satisfied", "gap", "unanswered"):
        counted[outcome] = sum(one["outcome"] == outcome for one in last["answers"])
    findings = [finding["severity"] for one in last["answers"] if one["question"] not in accepted
                for finding in one["findings"]]
    findings += [finding["severity"] for one in last["requirements"] for finding in one["findings"]]
    findings += [finding["severity"] for finding in last.get("findings", [])]
    require("portfolio", [row[name] for name in ("Answers", "Satisfied", "Gaps", "Unanswered", "Open high", "Open medium",
                                                 "Open low")],
            [str(counted["answers"]), str(counted["satisfied"]), str(counted["gap"]), str(counted["unanswered"]),
             *(str(findings.count(severity)) for severity in ("high", "medium", "low"))])
    require("last assessed", row["Last assessed"], "2027-11-20")
    require("next follow-up", row["Next follow-up"], "2028-11-20")
    require("sub-processors", [(one["Sub-processor"], one["Used by"])
                               for one in table_below(sheets["Sub-processors"], "Sub-processor")],
            [("Brevdue Varsling AS", "1"), ("Lagringshuset AB", "1")])
    due = json.loads(year.run("due", "--date", "2028-11-01", "--format", "json", status=(0, 1)))["due"]
    require("due", [(one["date"], one["kind"], one["supplier_name"]) for one in due],
            [("2028-02-01", "follow-up", "Fjord Skytjenester AS"), ("2028-11-20", "follow-up", "Nordvind Drift AS")])


main(*sys.argv[1:])
