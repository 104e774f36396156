"""The documents that developers may tune on."""
import docx

from kit import (Form, append_runs, boxes, deleted, in_cell, inserted, list_control, numbered, numbering, run,
                 table, text_box, text_control)
from texts import items


def nb_tables_under_headings():
    form = Form("nb-skjema-tabeller.docx")
    document = docx.Document()
    document.add_heading("Spørreskjema til leverandør", 0)
    document.add_paragraph("Alle spørsmål skal besvares. Skriv «ikke aktuelt» med begrunnelse der spørsmålet ikke passer.")
    table(document, [("Leverandør", "Nordre Sky AS"), ("Org.nr.", "910 094 947"), ("Kontakt", "NN, nn@example.no")], header=False)
    all_items = items("nb")
    number = 0
    for group in range(1, 5):
        chosen = [i for i in all_items if i.group == group]
        document.add_heading(f"{group} {chosen[0].section}", 1)
        document.add_paragraph("Tabellen fylles ut av leverandøren.")
        rows = [("Nr.", "Spørsmål", "Leverandørens svar")]
        for item in chosen:
            number += 1
            left = number in (8, 15)
            rows.append((f"{number}.", item.question, "" if left else item.answer))
            form.expect(str(number), f"{group} {item.section}", item.question, "", "" if left else item.answer)
        table(document, rows)
    return form, document


def sv_content_controls():
    form = Form("sv-innehallskontroller.docx")
    document = docx.Document()
    document.add_heading("Leverantörsbedömning", 1)
    append_runs(document.add_paragraph("Leverantör: "), text_control("Bergvik Molntjänst AB", "Klicka här"))
    prompt, pick = "Klicka eller tryck här för att ange text.", "Välj ett objekt."
    rows = [("Nr", "Krav", "Uppfylls", "Beskrivning")]
    last = 0
    for item in items("sv", [0, 1, 2]):
        if item.group != last:
            rows.append(item.section)
            last = item.group
        left = item.id in ("2.2", "3.3", "3.4")
        choice = None if left else item.choice
        answer = None if left or item.id == "1.3" else item.answer
        rows.append((item.id, item.question, in_cell(list_control(choice, pick, ["Ja", "Nej", "Delvis", "Ej tillämpligt"])),
                     in_cell(text_control(answer, prompt))))
        form.expect(item.id, item.section, item.question, choice or "", "", answer or "")
    table(document, rows)
    return form, document


def en_numbered_paragraphs():
    form = Form("en-numbered-paragraphs.docx")
    document = docx.Document()
    document.add_heading("Request for information: hosted rostering", 0)
    text_box(document, "How to answer: write below each question. Do you need help? Contact the tender office.")
    document.add_paragraph("This document is confidential.")
    levels = numbering(document, [("%1", "decimal"), ("%1.%2", "decimal")])
    last = 0
    for item in items("en", [0, 1, 3]):
        if item.group != last:
            numbered(document.add_heading(item.section, 1), levels)
            last = item.group
        numbered(document.add_paragraph(item.question), levels, 1).runs[0].bold = True
        left = item.id == "3.4"
        if not left:
            document.add_paragraph(item.answer)
        more = item.id == "1.3"
        if more:
            document.add_paragraph("The method is described in our handbook.")
        form.expect(item.id, item.section, item.question, "", "" if left else item.answer
                    + ("\nThe method is described in our handbook." if more else ""))
    return form, document


def da_yes_no_boxes():
    form = Form("da-ja-nej-bokse.docx")
    document = docx.Document()
    document.add_heading("Tjekliste for databehandlere", 1)
    document.add_paragraph("Sæt kryds og uddyb.")
    rows = [("Punkt", "Spørgsmål", "Svar", "Bemærkninger")]
    for n, item in enumerate(items("da"), 1):
        choice = {"y": "Ja", "n": "Nej"}.get(item.kind, "")
        left = n > 10
        kind = ("w14", "legacy", "sym", "text")[n % 4]
        rows.append((str(n), item.question, in_cell(boxes(["Ja", "Nej"], "" if left else choice, kind, between="   ")),
                     "" if left else item.answer))
        form.expect(str(n), "", item.question, "" if left else choice, "", "" if left else item.answer)
    table(document, rows)
    return form, document


def fi_split_table():
    form = Form("fi-sivut.docx")
    document = docx.Document()
    document.add_paragraph("TOIMITTAJAN TIETOTURVAKYSELY")
    chosen = items("fi")
    for page in range(3):
        rows = []
        for item in chosen[page * 4:page * 4 + 4]:
            number = str((item.group - 1) * 4 + item.place)
            # The question's row stands above its answer's row; only the first page says what is what.
            rows += [(number, item.question), ("", item.answer)]
            form.expect(number, "", item.question, "", item.answer)
        table(document, rows, header=False)
        document.add_page_break() if page < 2 else None
    return form, document


def de_answer_boxes():
    form = Form("de-antwortkasten.docx")
    document = docx.Document()
    document.add_heading("Eignungsprüfung Auftragsverarbeiter", 0)
    document.add_paragraph("Bitte beantworten Sie alle Fragen in den Kästen.")
    last, n = 0, 0
    for item in items("de"):
        if item.group != last:
            document.add_heading(f"{'ABC'[item.group - 1]}. {item.section}", 2)
            last = item.group
        n += 1
        document.add_paragraph(f"Frage {n}: {item.question}")
        left = n in (3, 8)
        table(document, [("" if left else item.answer,)], header=False)
        form.expect(str(n), f"{'ABC'[item.group - 1]}. {item.section}", item.question, "", "" if left else item.answer)
    return form, document


def nb_answer_lines():
    form = Form("nb-svarlinjer.docx")
    document = docx.Document()
    document.add_heading("Leverandøroppfølging 2026", 1)
    document.add_paragraph("Leverandør: Kystpost Varsling AS")
    document.add_paragraph("Dato: 3. november 2026")
    last = 0
    for item in items("nb", [0, 2, 3], 3):
        if item.group != last:
            document.add_heading(item.section, 2)
            last = item.group
        document.add_paragraph(f"{item.id} {item.question}")
        left = item.id in ("2.2", "3.1")
        document.add_paragraph("Svar:" + ("" if left else " " + item.answer.split("\n")[0]))
        for line in item.answer.split("\n")[1:]:
            document.add_paragraph(line)
        document.add_paragraph("")
        form.expect(item.id, item.section, item.question, "", "" if left else item.answer)
    return form, document


def fr_tracked_changes():
    form = Form("fr-tableau.docx")
    document = docx.Document()
    document.add_heading("Questionnaire de sécurité – titulaire", 1)
    rows = [("Réf.", "Exigence", "Réponse du candidat", "", "Justificatif"), ("", "", "Conforme", "Précisions", "")]
    last = 0
    for item in items("fr"):
        if item.group != last:
            rows.append(item.section)
            last = item.group
        answer = item.answer
        if item.id in ("1.2", "2.2"):  # corrected with tracked changes; read as accepted
            answer = in_cell(run(item.answer[:10]) + deleted("provisoirement ") + inserted(item.answer[10:]))
        rows.append((f"{item.group}.{item.place}", item.question, item.choice, answer, item.evidence))
        form.expect(item.id, item.section, item.question, item.choice, "", item.answer, item.evidence)
    made = table(document, rows)
    made.cell(0, 2).merge(made.cell(0, 3))
    for column in (0, 1, 4):
        made.cell(0, column).merge(made.cell(1, column))
    return form, document


def en_contract():
    form = Form("none-en-contract.docx")
    document = docx.Document()
    document.add_heading("Service agreement", 0)
    document.add_paragraph("between Copperfield Housing Association (the Customer) and Tidewater Software Ltd (the Supplier)")
    levels = numbering(document, [("%1.", "decimal"), ("%1.%2", "decimal")])
    for title, clauses in [
            ("Definitions", ["Service means the hosted rostering service described in Schedule 1.",
                             "Confidential Information means all information that a party marks as such."]),
            ("The service", ["The Supplier shall provide the Service from the Start Date.",
                             "The Supplier shall keep the Service available 99.5 % of each month.",
                             "Planned maintenance is announced five working days ahead."]),
            ("Payment", ["Invoices are due within 30 days.", "Prices may be adjusted once a year."]),
            ("Security", ["The Supplier shall notify the Customer of a breach within 36 hours.",
                          "The Supplier shall test restores twice a year."])]:
        numbered(document.add_heading(title, 1), levels)
        for clause in clauses:
            numbered(document.add_paragraph(clause), levels, 1)
    table(document, [("For the Customer", "For the Supplier"), ("Date and signature", "Date and signature")], header=False)
    return form, document


def nb_minutes():
    form = Form("none-nb-motereferat.docx")
    document = docx.Document()
    document.add_heading("Referat fra statusmøte", 1)
    table(document, [("Dato", "7. oktober 2026"), ("Sted", "Rådhuset, møterom 2"), ("Til stede", "NN, NN og NN")], header=False)
    rows = [("Sak", "Referat", "Ansvarlig", "Frist")]
    for n, (text, who) in enumerate([
            ("Leverandøren orienterte om ny versjon. Innføres i november.", "Leverandør"),
            ("Hvordan skal opplæringen foregå? Tas opp i neste møte.", "Kommunen"),
            ("Avtalen om databehandling er signert.", "")], 1):
        rows.append((f"{n}/26", text, who, "15.11." if who else ""))
    table(document, rows)
    document.add_paragraph("Neste møte: 4. november kl. 12.")
    return form, document


ALL = [nb_tables_under_headings, sv_content_controls, en_numbered_paragraphs, da_yes_no_boxes, fi_split_table,
       de_answer_boxes, nb_answer_lines, fr_tracked_changes, en_contract, nb_minutes]
