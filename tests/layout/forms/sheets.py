"""The workbooks that developers may tune on."""
from openpyxl.comments import Comment

from kit import Form, offer, put, workbook
from texts import items


def contact_nb(sheet):
    for row, (label, value) in enumerate([
            ("Leverandørens navn", "Fjellheim Programvare AS"), ("Organisasjonsnummer", "910 853 197"),
            ("Kontaktperson", "NN"), ("E-post", "nn@example.no"), ("Produkt og versjon", "Fjellheim Journal 4.2"),
            ("Dato for utfylling", "12.10.2026")], 4):
        put(sheet, row, [label, value], 2)


def nb_requirement_matrix():
    form = Form("nb-kravmatrise.xlsx")
    book = workbook("Forside", "Kravtabell", "Lister")
    cover, sheet, lists = book.worksheets
    put(cover, 1, ["VESTRE FJORD KOMMUNE"], 2, True)
    put(cover, 2, ["Bilag 2 til konkurransegrunnlaget – Kravtabell IKT-sikkerhet"], 2)
    contact_nb(cover)
    put(cover, 12, ["Tilbyder skal bare fylle ut gule felter. Endringer i kravteksten er ikke tillatt."], 2)
    put(sheet, 1, ["VESTRE FJORD KOMMUNE"], 1, True)
    sheet.merge_cells("A1:I1")
    put(sheet, 2, ["Kravtabell"], 1, True)
    put(sheet, 4, ["Veiledning: Velg i kolonne E om kravet er oppfylt, og beskriv hvordan i kolonne F. "
                   "Vis til vedlegg i kolonne G. Oppdragsgiver bruker kolonne H og I."])
    sheet.merge_cells("A4:I5")
    put(sheet, 8, ["Nr", "Krav", "Type\n(må/bør)", "Vekt", "Oppfylt?", "Tilbyders beskrivelse", "Referanse til vedlegg",
                   "Oppdragsgivers vurdering", "Poeng"], 1, True, "FFD9E1F2")
    row, last = 9, 0
    for item in items("nb"):
        if item.group != last:
            put(sheet, row, [f"{item.group}. {item.section}"], 1, True, "FFEEEEEE")
            sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=9)
            row, last = row + 1, item.group
        left = item.group == 4 and item.place > 2
        put(sheet, row, [float(item.id), item.question, "må" if item.place % 2 else "bør", 10 * item.place,
                         "Velg…" if left else item.choice, None if left else item.answer,
                         None if left else item.evidence or None, "Drøftes i møte" if item.id == "1.3" else None])
        sheet.cell(row, 1).number_format = "0.0"
        form.expect(item.id, f"{item.group}. {item.section}", item.question, "" if left else item.choice,
                    "" if left else item.answer, "", "" if left else item.evidence)
        row += 1
    put(lists, 1, ["Oppfylt?", "Type"], 1, True)
    for n, value in enumerate(["Velg…", "Ja", "Nei", "Delvis"], 2):
        put(lists, n, [value, ["må", "bør", "kan", None][n - 2]])
    offer(sheet, "E9:E40", "Lister!$A$2:$A$5")
    return form, book


def sv_grouped_headers():
    form = Form("sv-grupperade-rubriker.xlsx")
    book = workbook("Kravspecifikation")
    sheet = book.active
    put(sheet, 1, ["Region Norrsund – upphandling av journaltjänst"], 1, True)
    put(sheet, 3, ["Område", "Krav", None, "Anbudsgivarens svar", None, None, None, "Beställarens noteringar"], 1, True)
    put(sheet, 4, [None, "Nr", "Kravtext", "Ja", "Nej", "Ej tillämpligt", "Kommentar"], 1, True)
    for cells in ("A3:A4", "B3:C3", "D3:G3", "H3:H4"):
        sheet.merge_cells(cells)
    row, start = 5, {}
    for item in items("sv"):
        start.setdefault(item.group, [row, row])[1] = row
        mark = {"y": 0, "n": 1, "a": 2}.get(item.kind)
        marks = [None] * 3
        if mark is not None:
            marks[mark] = "X" if item.place % 2 else "x"
        first = row == start[item.group][0]
        # The number stands on the first row of its group only; the rows below belong to it.
        put(sheet, row, [item.section if first else None, f"K{item.group}" if first else None, item.question, *marks,
                         item.answer])
        form.expect(f"K{item.group}" if first else "", item.section, item.question,
                    item.choice if mark is not None else "", "", item.answer)
        row += 1
    for first, last in start.values():
        sheet.merge_cells(start_row=first, end_row=last, start_column=1, end_column=1)
    put(sheet, 6, ["Följs upp"], 8)
    return form, book


def en_two_horizons():
    form = Form("en-two-horizons.xlsx")
    book = workbook("Read me", "Summary", "Governance", "People", "Access", "Change log")
    put(book["Read me"], 1, ["Supplier maturity self-assessment"], 1, True)
    put(book["Read me"], 3, ["Describe for each control how it works today and what will be in place in twelve months."])
    put(book["Read me"], 4, ["Company:", "Saltmarsh Analytics Ltd"])
    put(book["Read me"], 5, ["Completed on:", "3 October 2026"])
    summary = book["Summary"]
    put(summary, 1, ["Control", "Status today"], 1, True)
    at, form.cached["Summary"] = 2, {}
    for title, number in (("Governance", 0), ("People", 1), ("Access", 2)):
        sheet = book[title]
        put(sheet, 1, [f"{title} – please complete columns D and E"], 1, True)
        put(sheet, 3, ["Control ID", "Control", "Priority", "Supplier response", None, "Assessor comment"], 1, True)
        put(sheet, 4, [None, None, None, "Today", "In 12 months"], 1, True)
        sheet.merge_cells("D3:E3")
        for column in "ABCF":
            sheet.merge_cells(f"{column}3:{column}4")
        for row, item in enumerate(items("en", [number]), 5):
            code = f"{title[:3].upper()}-{item.place:02d}"
            later = ["Unchanged", "Certified by then", "", "Reviewed by internal audit"][item.place - 1]
            put(sheet, row, [code, item.question, "High" if item.place == 1 else "Medium", item.answer, later or None])
            form.expect(code, "", item.question, "", item.answer + ("\n" + later if later else ""))
            put(summary, at, [f"={title}!A{row}", f"={title}!D{row}"])
            form.cached["Summary"] |= {f"A{at}": code, f"B{at}": item.answer}
            at += 1
    log = book["Change log"]
    put(log, 1, ["Version", "Date", "Change", "By"], 1, True)
    put(log, 2, ["1.0", "2025-01-15", "First issue", "NN"])
    put(log, 3, ["1.1", "2026-02-01", "Do you have questions? section removed", "NN"])
    return form, book


def da_answer_to_the_left():
    form = Form("da-svar-til-venstre.xlsx")
    book = workbook("Spørgeskema")
    sheet = book.active
    put(sheet, 1, ["Leverandørens besvarelse af sikkerhedskrav"], 2, True)
    put(sheet, 2, ["Udfyldes af tilbudsgiver: kolonne B og C"], 2)
    put(sheet, 4, ["Svar 2025", "Opfyldt", "Leverandørens svar", "Nr.", "Krav / spørgsmål", "Vægt"], 1, True)
    row, last = 5, 0
    for item in items("da"):
        if item.group != last:
            put(sheet, row, [item.section], 5, True)
            row, last = row + 1, item.group
        put(sheet, row, ["Som sidste år, se mappe 4", item.choice, item.answer, item.id + ".", item.question, item.place])
        form.expect(item.id, item.section, item.question, item.choice, item.answer)
        row += 1
    sheet.column_dimensions["A"].hidden = True
    return form, book


def fi_pages():
    form = Form("fi-sivutettu.xlsx")
    book = workbook("Kysely")
    sheet = book.active
    put(sheet, 1, ["Saarikunnan kuntayhtymä – toimittajakysely"], 1, True)
    header = ["Nro", "Kysymys", "Tila", "Toimittajan vastaus"]
    row = 3
    for page in range(3):
        put(sheet, row, header, 1, True)
        row += 1
        if page == 0:
            put(sheet, row, ["", "Esimerkki: Miten avaimia hallitaan?", "Toteutettu", "Esimerkki: Avaimet ovat erillisessä palvelussa."])
            row += 1
        for item in items("fi", [page]):
            number = str(page * 4 + item.place)
            left = page == 2 and item.place > 1
            put(sheet, row, [int(number), item.question, "Ei vastattu" if left else item.choice, None if left else item.answer])
            form.expect(number, "", item.question, "" if left else item.choice, "" if left else item.answer)
            row += 1
        put(sheet, row, [None, f"Sivu {page + 1} / 3"])
        row += 2
    offer(sheet, "C4:C30", ["Ei vastattu", "Kyllä", "Osittain", "Ei"])
    return form, book


def en_no_header():
    form = Form("en-no-header.xlsx")
    book = workbook("Sheet1")
    sheet = book.active
    put(sheet, 1, ["Copperfield Housing Association"])
    put(sheet, 2, ["Please answer all questions and return to procurement@example.org by Friday."])
    row, last = 4, 0
    for item in items("en", [1, 2, 3]):
        if item.group != last:
            put(sheet, row, [f"Part {'ABC'[item.group - 1]} – {item.section}"], 1, True)
            row, last = row + 1, item.group
        code = f"{'ABC'[item.group - 1]}{item.place}"
        left = item.group == 3 and item.place == 4
        put(sheet, row, [f"{code}. {item.question}", None if left else item.answer,
                         "see attachment 2" if item.evidence and not left else None])
        form.expect(code, f"Part {'ABC'[item.group - 1]} – {item.section}", item.question, "", "" if left else item.answer, "",
                    "see attachment 2" if item.evidence and not left else "")
        row += 1
    return form, book


def nb_stacked_tables():
    form = Form("nb-stablede-tabeller.xlsx")
    book = workbook("Egenerklæring")
    sheet = book.active
    put(sheet, 1, ["Egenerklæring om informasjonssikkerhet og personvern"], 1, True)
    for row, values in enumerate([("Firma", "Kystpost Varsling AS"), ("Org.nr.", "910 702 394"), ("Utfylt av", "NN")], 3):
        put(sheet, row, values)
    row = 8
    for number, headers in enumerate([["Styring", "Svar", "Kommentar"], ["Tilgang", "Svar", "Kommentar"],
                                      ["Drift", "Ja/Nei", "Utfyllende opplysninger", "Vedlegg"]]):
        # The title of the section stands over the questions, in the header itself.
        put(sheet, row, ["Nr.", *headers], 1, True, "FFFFE699")
        row += 1
        for item in items("nb", [number]):
            code = f"{'ABC'[number]}.{item.place}"
            put(sheet, row, [code, item.question, item.choice, item.answer,
                             item.evidence if number == 2 and item.evidence else None])
            form.expect(code, headers[0], item.question, item.choice, "", item.answer, item.evidence if number == 2 else "")
            row += 1
        row += 2
    put(sheet, row, ["Dato og underskrift:", "Bergen, 9. oktober 2026"])
    return form, book


def sv_upright():
    form = Form("sv-staende.xlsx")
    book = workbook("Frågor")
    sheet = book.active
    put(sheet, 1, ["Frågeformulär till leverantörer"], 1, True)
    put(sheet, 2, ["Skriv svaret i rutan under varje fråga."])
    row = 4
    for n, item in enumerate(items("sv", [0, 1, 3]), 1):
        if item.place == 1:
            put(sheet, row, [item.section], 1, True, "FFDDEBF7")
            sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=6)
            row += 1
        left = n > 6
        put(sheet, row, [f"{n}. {item.question}"])
        put(sheet, row + 1, [None if left else item.answer])
        for at in (row, row + 1):
            sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=6)
        form.expect(str(n), item.section, item.question, "", "" if left else item.answer)
        row += 3
    return form, book


def en_with_registers():
    form = Form("en-with-registers.xlsx")
    book = workbook("Contact", "Assets", "Risks", "Security questions")
    for row, values in enumerate([("Legal name", "Tidewater Software Ltd"), ("Company number", "09912345"),
                                  ("Contact", "NN"), ("Product", "Tidewater Rota"), ("Date", "14 October 2026")], 2):
        put(book["Contact"], row, values)
    put(book["Assets"], 1, ["Asset ID", "Asset", "Owner", "Classification", "Location"], 1, True)
    for n, name in enumerate(["Customer database", "Source repository", "Build server", "Support mailbox"], 1):
        put(book["Assets"], n + 1, [f"AS-{n}", name, "Head of Engineering", "Confidential", "Dublin"])
    put(book["Risks"], 2, ["Risk ID", "Description", "Likelihood", "Impact", "Score", "Mitigation", "Owner"], 1, True)
    for n, text in enumerate(["Credentials are phished", "A backup cannot be restored", "A supplier closes down"], 1):
        put(book["Risks"], n + 2, [f"R{n}", text, n, 4, 4 * n, "Does training cover it? Review in spring.", "CISO"])
    sheet = book["Security questions"]
    put(sheet, 1, ["Tidewater Software Ltd – security questions"], 1, True)
    put(sheet, 5, ["Domain", "Ref.", "Question", "Weight", "Yes / No / N/A", "Vendor comments", "Supporting evidence", "Score (buyer)"], 1, True)
    last = None
    for row, item in enumerate(items("en"), 6):
        code = f"{item.section[:2].upper()}.{item.place}"
        put(sheet, row, [item.section if item.section != last else None, code, item.question, 1 + item.place % 3, item.choice,
                         item.answer, item.evidence or None, item.place % 3])
        form.expect(code, item.section, item.question, item.choice, "", item.answer, item.evidence)
        last = item.section
    return form, book


def nn_labels():
    form = Form("nn-etikett-svar.xlsx")
    book = workbook("Skjema")
    sheet = book.active
    put(sheet, 1, ["Leverandørskjema"], 2, True)
    put(sheet, 2, ["Hardangerfjord vidaregåande skule"], 2)
    for row, values in enumerate([("Namn på leverandøren:", "Bekkelaget Læring AS"), ("Org.nr.:", "910 517 503"),
                                  ("Kontaktperson:", "NN")], 4):
        put(sheet, row, values, 2)
    row, last = 8, 0
    for item in items("nn"):
        if item.group != last:
            row += 1
            put(sheet, row, [item.section.upper()], 2, True)
            row, last = row + 1, item.group
        left = item.id == "3.3"
        put(sheet, row, [item.question, None if left else item.answer], 2)
        form.expect("", item.section.upper(), item.question, "", "" if left else item.answer)
        row += 1
    return form, book


def ja_checklist():
    form = Form("ja-checklist.xlsx")
    book = workbook("チェックリスト", "選択肢")
    sheet, lists = book.worksheets
    put(sheet, 1, ["委託先セキュリティ確認票"], 1, True)
    put(sheet, 2, ["会社名", "株式会社みなとシステム"])
    put(sheet, 3, ["※ 回答欄はリストから選択してください。"])
    put(sheet, 5, ["No.", "分類", "確認項目", "回答", "補足説明", "証跡", "評価（委託元記入）"], 1, True)
    n = 0
    for item in items("ja"):
        n += 1
        left = n > 7
        put(sheet, 5 + n, [n, item.section, item.question, "未回答" if left else item.choice,
                           None if left else item.answer, None if left else item.evidence or None])
        form.expect(str(n), item.section, item.question, "" if left else item.choice, "", "" if left else item.answer,
                    "" if left else item.evidence)
    for row, value in enumerate(["未回答", "はい", "いいえ", "一部", "該当なし"], 1):
        put(lists, row, [value])
    offer(sheet, "D6:D14", "選択肢!$A$1:$A$5")
    return form, book


def en_notes_and_merges():
    form = Form("en-notes-and-merges.xlsx")
    book = workbook("Questionnaire")
    sheet = book.active
    put(sheet, 2, ["Due diligence questionnaire"], 2, True)
    put(sheet, 4, ["#", "Question", "Answer", "Remarks"], 2, True)
    row = 5
    for n, item in enumerate(items("en", [0, 2, 4]), 1):
        if n in (4, 9):  # last year's answer, hidden
            put(sheet, row, [f"{n}-old", item.question, "We did not answer this in 2024", None], 2)
            sheet.row_dimensions[row].hidden = True
            row += 1
        both = n in (6, 7)  # one answer for two questions
        answer = items("en", [2])[1].answer if both else item.answer
        put(sheet, row, [n, item.question, None if n == 7 else answer, "See also 2" if n == 3 else None], 2)
        if n == 5:
            sheet.cell(row, 4).comment = Comment("Buyer: please attach proof", "Buyer")
        if n == 6:
            sheet.merge_cells(start_row=row, end_row=row + 1, start_column=4, end_column=4)
        form.expect(str(n), "", item.question, "", answer, "See also 2" if n == 3 else "")
        row += 1
    return form, book


def en_price_list():
    form = Form("none-en-price-list.xlsx")
    book = workbook("Prices")
    sheet = book.active
    put(sheet, 1, ["Price list 2026 – Tidewater Software Ltd"], 1, True)
    put(sheet, 3, ["Item no.", "Description", "Unit", "Price (EUR)", "Discount", "Comment"], 1, True)
    for n, (text, unit, price) in enumerate([
            ("Licence, per user and month", "user", 12.5), ("Onboarding workshop, one day", "day", 1450),
            ("Support outside office hours", "month", 400), ("Data export at the end of the contract", "each", 0),
            ("Additional test environment", "month", 150), ("Training, half a day on site", "day", 900)], 1):
        put(sheet, n + 3, [f"P-{n:03d}", text, unit, price, "5 %" if n % 2 else None, "Excl. VAT" if n == 1 else None])
    put(sheet, 11, [None, "Sum", None, "=SUM(D4:D9)"])
    form.cached["Prices"] = {"D11": "2912.5"}
    return form, book


def nb_risk_register():
    form = Form("none-nb-risikoregister.xlsx")
    book = workbook("ROS-analyse", "Tiltak")
    sheet, actions = book.worksheets
    put(sheet, 1, ["ROS-analyse for skoleportalen"], 1, True)
    put(sheet, 3, ["ID", "Uønsket hendelse", "Årsak", "Sannsynlighet", "Konsekvens", "Risiko", "Eksisterende tiltak", "Status"], 1, True)
    for n, (event, cause) in enumerate([
            ("Elevdata sendes til feil mottaker", "Feil i adresselisten"), ("Løsningen er nede i eksamensuken", "Feil hos driftsleverandør"),
            ("Tidligere ansatt har fortsatt tilgang", "Rutinen følges ikke"), ("Sikkerhetskopi kan ikke gjenopprettes", "Aldri testet")], 1):
        put(sheet, n + 3, [n, event, cause, n % 4 + 1, 3, (n % 4 + 1) * 3, "Opplæring og stikkprøver", "Åpen" if n % 2 else "Lukket"])
    put(actions, 1, ["Tiltak", "Ansvarlig", "Frist", "Utført?"], 1, True)
    put(actions, 2, ["Teste gjenoppretting", "Driftsleder", "01.02.2027", "Nei"])
    put(actions, 3, ["Rydde i adresselisten", "Skolesekretær", "15.12.2026", "Ja"])
    return form, book


ALL = [nb_requirement_matrix, sv_grouped_headers, en_two_horizons, da_answer_to_the_left, fi_pages, en_no_header,
       nb_stacked_tables, sv_upright, en_with_registers, nn_labels, ja_checklist, en_notes_and_merges, en_price_list,
       nb_risk_register]
