"""What three bidders answer, and what the chosen one answers later. All of it is made up."""

HEAD = ["No.", "Question", "Answer", "Evidence"]

NORDVIND = [
    ("Do all administrators sign in with multi-factor authentication?",
     "Yes. All administrators and all remote users sign in with multi-factor authentication (FIDO2 keys); it cannot be "
     "switched off.", "Access control policy v4"),
    ("How often are backups taken and how often is restoring tested?",
     "Backups are taken every night and kept for 90 days in a separate data centre. Restoring is tested every quarter, "
     "last on 3 September 2026.", "Restore test report Q3 2026"),
    ("Is the customer's data encrypted at rest and in transit?",
     "Yes, data at rest is encrypted with AES-256 and all traffic with TLS 1.3.", ""),
    ("How long are security logs kept and who reviews them?", "Logs are kept.", ""),
    ("Within what time do you notify the customer of a personal data breach?",
     "We notify the customer without undue delay and within 24 hours after we have become aware of a breach.",
     "Incident procedure"),
    ("Which sub-processors do you use and in which countries do they process data?",
     "The list is on the sheet Sub-processors. No personal data are processed outside the EEA.", ""),
    ("Is the company certified to ISO/IEC 27001?",
     "Yes, certificate no. 4711 issued by Norsk Sertifisering covers operation and support and is valid until 30 June "
     "2027.", "Certificate"),
    ("Are background checks made of staff before they get access?",
     "Background checks of all staff are planned and will be introduced by Q2 2027.", ""),
    ("How is the customer's data deleted at the end of the contract?",
     "All customer data are returned and then deleted within 30 days after the end of the contract, including backups "
     "within 90 days, and we confirm it in writing.", ""),
    ("How often are access rights reviewed?", "Access rights are reviewed every six months by the system owner.", ""),
    ("How quickly are critical security patches installed?", "", ""),
    ("Are security tests of the service carried out by an independent party?",
     "Yes, an independent party carries out a penetration test every year, last in May 2026.", "Summary of the test"),
]


def changed(rows, changes):
    """The rows with other answers: {question number: answer}, or (question, answer, evidence)."""
    made = list(rows)
    for number, change in changes.items():
        question, answer, evidence = made[number - 1]
        made[number - 1] = change if isinstance(change, tuple) else (question, change, evidence)
    return made


# The second bidder leaves more open, the third answers least.
FJORD = changed(NORDVIND, {
    1: "Multi-factor authentication can be offered on request.",
    2: "Backups are taken every night.",
    4: "Security logs are kept for 12 months and reviewed every day by our security operations centre.",
    8: "Yes, all staff are background checked before they get access.",
    11: "Critical security patches are installed within 72 hours."})
LAGUNE = changed(NORDVIND, {
    1: "No.", 2: "", 3: "", 5: "Yes.", 7: "No.", 9: "", 10: "", 12: "Not applicable."})

# The reply to the letter: one of the open points answered, the others left as they were.
REPLY = changed(NORDVIND, {11: "Critical security patches are installed within 72 hours."})

# Next year's form: question 6 is gone, 3 asks more, 13 is new; the supplier answers.
NEXT_YEAR = changed(REPLY, {
    2: "Every night a backup is taken, and it is kept for 90 days in another data centre. We test restoring every "
       "quarter, most recently on 7 September 2027.",
    3: ("Is the customer's data encrypted at rest and in transit, and who has access to the keys?",
        NORDVIND[2][1], ""),
    4: "Security logs are kept for 12 months and reviewed every day by our security operations centre.",
    5: "",
    8: "Yes. Since May 2027 background checks are made of all staff before they get access.",
    10: "Access rights are reviewed every month by the system owner."})
del NEXT_YEAR[5]
NEXT_YEAR.append(("Is customer data used to train artificial intelligence?",
                  "No. Customer data are never used to train artificial intelligence.", ""))

SUBPROCESSORS = [["Name", "Country", "Service"], ["Lagringshuset AB", "Sweden", "Hosting"],
                 ["Brevdue Varsling AS", "Norway", "Text messages"]]


def sheet_rows(supplier, number, rows):
    return ([["Supplier", supplier], ["Organisation number", number], HEAD] +
            [[str(at + 1), *row] for at, row in enumerate(rows)])
