#!/usr/bin/env python3
"""The questionnaires that were kept aside until the inference had been measured on them."""
import pathlib
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent))
import docx  # noqa: E402

from kit import *  # noqa: E402,F403
from texts import WORDS, items  # noqa: E402


def held_nb_subcontractor():
    form = Form("held-nb-underleverandor.xlsx")
    book = workbook("Om leverandøren", "Krav og svar")
    cover, sheet = book.worksheets
    for row, values in enumerate([("Firmanavn:", "Nordre Sky AS"), ("Org. nr.:", "910 094 947"), ("Utfylt av:", "NN"),
                                  ("Løsning:", "Nordre Sky Arkiv 3"), ("Utfylt dato:", "2026-10-20")], 3):
        put(cover, row, values)
    put(sheet, 1, ["Bilag 1B Sikkerhetskrav"], 1, True)
    put(sheet, 2, ["Tilbyder svarer i kolonne C, underleverandør i kolonne D. Kolonne E–F er forbeholdt kunden."])
    row = 4
    for group in range(1, 5):
        chosen = [i for i in items("nb") if i.group == group]
        # The section is named in the header, which comes back for each section.
        put(sheet, row, ["Vekt", f"{chosen[0].section} – krav", "Svar fra tilbyder", "Svar fra underleverandør", "Kundens vurdering",
                         "Poeng"], 1, True, "FFC6E0B4")
        row += 1
        for item in chosen:
            code = f"S{group}.{item.place}"
            other = "Samme rutine hos oss." if item.place in (2, 3) else None
            left = group == 4 and item.place == 4
            put(sheet, row, [f"{5 * item.place} %", f"{code} {item.question}", None if left else item.answer,
                             None if left else other])
            form.expect(code, item.section, item.question, "",
                        "" if left else item.answer + ("\n" + other if other else ""))
            row += 1
    return form, book


def held_sv_sheets():
    form = Form("held-sv-flera-blad.xlsx")
    book = workbook("Instruktion", "Organisation", "Åtkomst", "Kontinuitet", "Val", "Revisionshistorik")
    put(book["Instruktion"], 1, ["Så här fyller du i"], 1, True)
    put(book["Instruktion"], 2, ["Varje blad har samma kolumner. Hur ska vi svara? Välj i listan och kommentera."])
    for n in range(3):
        sheet = book.worksheets[n + 1]
        put(sheet, 1, ["HAVSBRO KOMMUN"], 1, True)
        put(sheet, 2, [f"Del {n + 1}: {sheet.title}"], 1, True)
        sheet.merge_cells("A2:G3")
        put(sheet, 6, ["Krav-ID", "Ska/Bör", "Kravbeskrivning", "Svar 2024", "Uppfylls", "Leverantörens kommentar", "Bilaga",
                       "Utvärdering"], 1, True, "FFBDD7EE")
        sheet.column_dimensions["D"].hidden = True
        for row, item in enumerate(items("sv", [n]), 7):
            number = [1, 2, 9, 10][item.place - 1]
            left = n == 2 and item.place > 2
            put(sheet, row, [float(f"{n + 1}.{number}"), "Ska" if item.place == 1 else "Bör", item.question, "Ja",
                             "Välj ett värde…" if left else item.choice, None if left else item.answer,
                             None if left else item.evidence or None])
            sheet.cell(row, 1).number_format = "0.00" if number == 10 else "0.0"
            form.expect(f"{n + 1}.{number}", "", item.question, "" if left else item.choice, "", "" if left else item.answer,
                        "" if left else item.evidence)
        offer(sheet, "E7:E20", "Val!$B$1:$B$5")
    for row, value in enumerate(["Välj ett värde…", "Ja", "Nej", "Delvis", "Ej tillämpligt"], 1):
        put(book["Val"], row, [value], 2)
    put(book["Revisionshistorik"], 1, ["Version", "Datum", "Ändring", "Ansvarig"], 1, True)
    put(book["Revisionshistorik"], 2, ["A", "2025-09-01", "Första utgåvan", "NN"])
    return form, book


def held_en_marks():
    form = Form("held-en-marks.xlsx")
    book = workbook("Overview", "Self assessment")
    overview, sheet = book.worksheets
    put(overview, 1, ["Overview (filled automatically)"], 1, True)
    put(overview, 3, ["Ref", "Question", "Comment"], 1, True)
    put(sheet, 1, ["Seagrove Trust | Supplier self assessment 2026"], 1, True)
    sheet.merge_cells("A1:H1")
    put(sheet, 3, ["Reference", "Topic", "Assessment question", "Response", None, None, None, "Comments"], 1, True)
    put(sheet, 4, [None, None, None, "tick one", None, None, None, "max. 500 characters"], 1)
    put(sheet, 5, [None, None, None, "Yes", "No", "Partial", "N/A"], 1, True)
    sheet.merge_cells("D3:G3")
    sheet.merge_cells("D4:G4")
    last = None
    form.cached["Overview"] = {}
    for row, item in enumerate(items("en", [0, 1, 2, 4]), 6):
        code = f"Q{row - 5}"
        left = row > 19
        marks = [("✓" if row % 2 else "x") if kind == item.kind and not left else None for kind in "ynpa"]
        put(sheet, row, [code, item.section if item.section != last else None, item.question, *marks, None if left else item.answer])
        last = item.section
        form.expect(code, item.section, item.question, "" if left else {"p": "Partial"}.get(item.kind, item.choice), "",
                    "" if left else item.answer)
        put(overview, row - 2, [f"='Self assessment'!A{row}", f"='Self assessment'!C{row}", f"='Self assessment'!H{row}"])
        form.cached["Overview"] |= {f"A{row - 2}": code, f"B{row - 2}": item.question, f"C{row - 2}": "" if left else item.answer}
    return form, book


def held_da_blocks():
    form = Form("held-da-blokke.xlsx")
    book = workbook("Skema")
    sheet = book.active
    put(sheet, 2, ["Skema til vurdering af leverandør"], 2, True)
    row = 4
    for n, item in enumerate(items("da"), 1):
        if item.place == 1:
            put(sheet, row, [f"Afsnit {item.group}: {item.section}"], 2, True)
            row += 1
        left = n in (5, 12)
        ticks = "   ".join(f"{'☒' if not left and item.choice == label else '☐'} {label}" for label in ("Ja", "Nej", "Delvist"))
        put(sheet, row, [f"{n})", item.question], 2)
        put(sheet, row + 1, [None, ticks], 2)
        put(sheet, row + 2, [None, None if left else "Uddybning: " + item.answer], 2)
        sheet.merge_cells(start_row=row, end_row=row, start_column=3, end_column=7)
        sheet.merge_cells(start_row=row + 2, end_row=row + 2, start_column=3, end_column=7)
        form.expect(str(n), f"Afsnit {item.group}: {item.section}", item.question, "" if left else item.choice, "",
                    "" if left else item.answer)
        row += 4
    return form, book


def held_fi_defaults():
    form = Form("held-fi-oletus.xlsx")
    book = workbook("Vaatimukset")
    sheet = book.active
    put(sheet, 1, ["Liite 4"], 1)
    put(sheet, 2, ["Tietoturvavaatimukset – toimittajan vastaukset"], 1, True)
    header = ["Osa-alue", "Tunnus", "Vaatimus", "Pakollisuus", "Täyttyy", "Perustelut", "Liite", "Tilaajan arvio"]
    put(sheet, 5, header, 1, True)
    put(sheet, 6, ["Malli", "TT-00", "Esim. Toimittajalla on oltava ovi.", "P", "Kyllä", "Esim. Ovi on lukittu.", None])
    row = 7
    for group in range(1, 4):
        if group == 3:
            put(sheet, row, header, 1, True)
            row += 1
        first = row
        for item in [i for i in items("fi") if i.group == group]:
            code = f"TT-{(group - 1) * 4 + item.place:02d}"
            left = group == 2 and item.place > 2
            put(sheet, row, [item.section if row == first else None, code, item.question, "P" if item.place < 3 else "V",
                             "Ei arvioitu" if left else item.choice, None if left else item.answer,
                             None if left else item.evidence or None])
            form.expect(code, item.section, item.question, "" if left else item.choice, "", "" if left else item.answer,
                        "" if left else item.evidence)
            row += 1
        sheet.merge_cells(start_row=first, end_row=row - 1, start_column=1, end_column=1)
    offer(sheet, "E6:E20", ["Ei arvioitu", "Kyllä", "Ei", "Osittain", "Ei sovellu"])
    return form, book


def held_en_left():
    form = Form("held-en-left-and-assets.xlsx")
    book = workbook("Form")
    sheet = book.active
    put(sheet, 1, ["Annual check of suppliers"], 3, True)
    put(sheet, 3, ["Evidence", "Your answer", "What we ask"], 1, True)
    row = 4
    for item in items("en", [3, 4, 0]):
        if item.place == 1:
            put(sheet, row, [item.section], 3, True)
            row += 1
        put(sheet, row, [item.evidence or None, None if item.id == "3.4" else item.answer, item.question])
        form.expect("", item.section, item.question, "", "" if item.id == "3.4" else item.answer, "", item.evidence)
        row += 1
    row += 2
    put(sheet, row, ["Assets that hold our data"], 1, True)
    put(sheet, row + 1, ["Asset", "Owner", "Location", "Classification"], 1, True)
    put(sheet, row + 2, ["Mail archive", "IT operations", "Cork", "Internal"])
    put(sheet, row + 3, ["Ticket system", "Support", "Hamburg", "Confidential"])
    put(sheet, row + 4, ["Laptops", "All staff", "Various", "Confidential"])
    return form, book


def held_nb_ticks():
    form = Form("held-nb-avkryssing.docx")
    document = docx.Document()
    document.add_heading("Egenvurdering – databehandler", 1)
    document.add_paragraph("Kryss av og utdyp. Felt som ikke er aktuelle, kan stå tomme.")
    rows = []
    for n, item in enumerate(items("nb", [1, 2, 3]), 1):
        left = n == 9
        ticked = "" if left else {"a": "Nei"}.get(item.kind, item.choice)
        if item.place == 1:
            rows.append(item.section)

        def answer(cell, item=item, left=left, ticked=ticked, n=n):
            in_cell(boxes(["Ja", "Nei", "Delvis"], ticked, "legacy" if n % 2 else "w14", before=n % 3 == 0))(cell)
            if n in (3, 10):  # the explanation stands in a table of its own inside the cell
                nested(cell, [(line,) for line in item.answer.split("\n")])
            elif not left:
                for line in item.answer.split("\n"):
                    cell.add_paragraph(line)

        rows.append((f"{n}.", item.question, answer))
        form.expect(str(n), item.section, item.question, ticked, "", "" if left else item.answer)
    table(document, [("Nr", "Kontrollspørsmål", "Vurdering")] + rows)
    return form, document


def held_sv_labels():
    form = Form("held-sv-etiketter.docx")
    document = docx.Document()
    document.add_heading("Uppföljning av personuppgiftsbiträde", 0)
    table(document, [("Företag", "Havsvind Data AB"), ("Org.nr", "559999-0594"), ("Kontaktperson", "NN"), ("Datum", "2026-10-30")],
          header=False)
    document.add_heading("Åtkomst", 1)
    rows = []
    for item in items("sv", [1]):
        left = item.place == 4
        rows.append((item.question, "" if left else item.answer))
        form.expect("", item.section, item.question, "", "" if left else item.answer)
    table(document, rows, header=False)
    document.add_heading("Kontinuitet", 1)
    for question, answer in [("Längsta avbrott", "8 timmar"), ("Plats för säkerhetskopior", "Luleå, egen hall"),
                             ("Senaste övning av kontinuitetsplanen", "maj 2026"), ("Ansvarig för kontinuitetsplanen", "")]:
        document.add_paragraph(f"{question}: {answer}".rstrip())
        form.expect("", "Kontinuitet", question, "", answer)
    document.add_heading("Personuppgifter", 1)
    rows = []
    for item in items("sv", [3]):
        # Label and answer in one cell.
        rows.append((f"{item.question}\nSvar: {item.answer}",))
        form.expect("", item.section, item.question, "", item.answer)
    table(document, rows, header=False)
    return form, document


def held_en_controls():
    form = Form("held-en-controls.docx")
    document = docx.Document()
    document.add_heading("Third party security review", 1)
    text_box(document, "Guidance: choose a response and explain it. Who can help? Ask the review team.")
    chosen = items("en", [0, 2, 3])
    number = 0
    for page in range(3):
        rows = [("No.", "Requirement", "Response", "Explanation")] if page == 0 else []
        for item in chosen[page * 4:page * 4 + 4]:
            number += 1
            left = number in (5, 11)
            choice = None if left else item.choice
            said = in_cell(text_control(None if left else item.answer, "Click or tap here to enter text."))
            if number in (2, 8):
                said = in_cell(deleted("To be confirmed. ") + inserted(item.answer))
            rows.append((str(number), item.question, in_cell(list_control(choice, "Choose an item.", ["Yes", "No", "Partially", "N/A"])), said))
            form.expect(str(number), "", item.question, choice or "", "", "" if left else item.answer)
        table(document, rows, header=page == 0)
        document.add_paragraph(f"Page {page + 1}")
    return form, document


def held_nn_numbered():
    form = Form("held-nn-nummererte.docx")
    document = docx.Document()
    document.add_heading("Spørsmål til leverandøren", 0)
    document.add_paragraph("Skriv svara rett under kvart spørsmål.")
    levels = numbering(document, [("%1.", "decimal"), ("%2)", "lowerLetter")])
    last, n = 0, 0
    for item in items("nn"):
        if item.group != last:
            document.add_heading(item.section, 1)
            last = item.group
        n += 1
        numbered(document.add_heading(item.question, 2), levels)
        left = n > 5
        if not left:
            document.add_paragraph(("Svar: " if n % 2 else "") + item.answer)
        form.expect(str(n), item.section, item.question, "", "" if left else item.answer)
    return form, document


def held_none_glossary():
    form = Form("held-none-sv-ordlista.docx")
    document = docx.Document()
    document.add_heading("Ordlista", 1)
    rows = [("Begrepp", "Förklaring")]
    rows += [("Behörighet", "Rätt att läsa eller ändra uppgifter."), ("Biträde", "Den som behandlar uppgifter åt någon annan."),
             ("Incident", "Händelse som påverkar säkerheten. Vad är en allvarlig incident? Se policyn."),
             ("Logg", "Uppteckning av vad som har hänt i ett system."), ("Krav", "Något som leverantören ska uppfylla.")]
    table(document, rows)
    return form, document


def held_none_addresses():
    form = Form("held-none-da-adresser.xlsx")
    book = workbook("Adresser")
    sheet = book.active
    put(sheet, 1, ["Kontaktliste for driften"], 1, True)
    put(sheet, 3, ["Nr.", "Afdeling", "Adresse", "Telefon", "E-mail", "Bemærkninger"], 1, True)
    for n, (unit, street) in enumerate([("Servicedesk", "Havnegade 1, 8000 Aarhus"), ("Drift", "Havnegade 1, 8000 Aarhus"),
                                        ("Økonomi", "Torvet 5, 9000 Aalborg"), ("Ledelse", "Torvet 5, 9000 Aalborg")], 1):
        put(sheet, n + 3, [n, unit, street, f"+45 0000000{n}", f"afdeling{n}@example.dk", "Ja tak til e-mail" if n == 2 else None])
    return form, book


if __name__ == "__main__":
    folder = pathlib.Path(__file__).parent
    for make in [held_nb_subcontractor, held_sv_sheets, held_en_marks, held_da_blocks, held_fi_defaults, held_en_left, held_nb_ticks,
                 held_sv_labels, held_en_controls, held_nn_numbered, held_none_glossary, held_none_addresses]:
        form, content = make()
        form.save(folder, content)
