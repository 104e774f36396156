// Places to answer in running text.
#include <boost/test/unit_test.hpp>

#include "layout/slots_document.h"

using namespace samsvar::test;

BOOST_AUTO_TEST_SUITE(slots_flow_test)

BOOST_AUTO_TEST_CASE(check_boxes_and_fields_in_text)
{
    check_slots({
        {"boxes below their label",
         "Implementation status (check all that apply):\n[x] Implemented\n[ ] Planned\n[x] Tested",
         "Implementation status (check all that apply) = choice: Implemented, Tested\n"},
        {"boxes of signs alone, in the line of their label", "Har dere internkontroll? ☒ Ja ☐ Nei\nText.",
         "Har dere internkontroll? = choice: Ja\n"},
        {"labels before their boxes", "Krypteras data? Ja ☐ Nej ☒", "Krypteras data? = choice: Nej\n"},
        {"labels before boxes that are controls", "Er data kryptert?\nJa [x] Nei [ ]",
         "Er data kryptert? = choice: Ja\n"},
        {"one option a line, labels first", "Status:\nImplemented [ ]\nPartially implemented [x]",
         "Status = choice: Partially implemented\n"},
        {"boxes without a tick", "Onko teillä sertifikaatti?\n☐ Kyllä\n☐ Ei", "Onko teillä sertifikaatti? =\n"},
        {"field behind its label", "= Supplier\nDate of review: [=2026-11-03]",
         "Date of review {Supplier} = 2026-11-03\n"},
        {"field below its question", "Which standard do you follow?\n[[Choose an item.]]",
         "Which standard do you follow? = <Choose an item.>\n"},
        {"two fields in one line", "Land: [=Norge] By: [[Skriv by]]", "Land = Norge\nBy = <Skriv by>\n"},
        {"lines to write on", "Antall ansatte: __________\nBeskriv driften\n____________________",
         "Antall ansatte =\nBeskriv driften =\n"},
        {"near miss: a property of the document on the cover",
         "[=Security plan]\n[=2026]\nThis plan describes security.", ""},
        {"near miss: fields inside sentences",
         "This agreement is made between [=Tallmo AB] and the customer, who buys services from it.", ""},
        {"near miss: boxes of a to-do list without a label", "[x] Buy milk\n[ ] Sell bread", ""},
        {"near miss: signature lines", "Signed by:\nDate: ____________\nSignature: ____________", ""},
    });
}

BOOST_AUTO_TEST_CASE(questions_with_answers_below)
{
    check_slots({
        {"typed numbers",
         "= Tilgang\n1. Hvordan logger brukere inn?\nMed Feide.\nOg med kode.\n2. Beskriv rutinen for sletting.\nData "
         "slettes etter "
         "30 dager.\n= Drift\n3. Hvor driftes løsningen?\n4. Hvem overvåker den?\nVi gjør det.",
         "[1] Hvordan logger brukere inn? {Tilgang} = Med Feide.; Og med kode.\n"
         "[2] Beskriv rutinen for sletting. {Tilgang} = Data slettes etter 30 dager.\n"
         "[3] Hvor driftes løsningen? {Drift} =\n[4] Hvem overvåker den? {Drift} = Vi gjør det.\n"},
        {"automatic numbers, with a list in an answer",
         "{1.} Who may see the data?\nThese roles:\n{1.} Teacher\n{2.} Admin\n{2.} Where is it stored?\nIn "
         "Sweden.\n{3.} How long?\nA year.",
         "[1] Who may see the data? = These roles:; Teacher; Admin\n[2] Where is it stored? = In Sweden.\n"
         "[3] How long? = A year.\n"},
        {"headings as questions",
         "= Questions\n== How do you back up?\nNightly.\n== Do you test restoring?\nYes, twice a year.",
         "How do you back up? {Questions} = Nightly.\nDo you test restoring? {Questions} = Yes, twice a year.\n"},
        {"titles by number between the questions",
         "3 Säkerhet\n3.1 Hur krypteras data?\nMed AES.\n3.2 Vem har nycklarna?\nVi.\n4 Drift\n4.1 Var driftas "
         "tjänsten?\nI Sundsvall.",
         "[3.1] Hur krypteras data? {Säkerhet} = Med AES.\n[3.2] Vem har nycklarna? {Säkerhet} = Vi.\n"
         "[4.1] Var driftas tjänsten? {Drift} = I Sundsvall.\n"},
        {"question and announced answer in one paragraph list",
         "Question 1: Who hosts?\nAnswer: We do.\nQuestion 2: Where?\nAnswer: In Oslo.\nIn the rock.",
         "[1] Who hosts? = We do.\n[2] Where? = In Oslo.; In the rock.\n"},
        {"announced answers",
         "Hur lagras lösenord?\nSvar: Med Argon2.\nVar finns servrarna?\nDet gäller även reservdrift.\nSvar:\nI "
         "Sundsvall.",
         "Hur lagras lösenord? = Med Argon2.\n"
         "Var finns servrarna? (Det gäller även reservdrift.) = I Sundsvall.\n"},
        {"statements with announced answers",
         "1.1 The supplier encrypts data at rest.\nAnswer: Yes, AES-256.\n1.2 The supplier tests its backups.\nAnswer:",
         "[1.1] The supplier encrypts data at rest. = Yes, AES-256.\n[1.2] The supplier tests its backups. =\n"},
        {"statements whose answers speak for the supplier",
         "{3.1} The supplier shall encrypt all stored personal data.\nWe use AES-256.\n{3.2} The supplier shall test "
         "its backups "
         "every year.\nYes, in March.\n{3.3} Access rights shall be reviewed at least yearly.\nOur owners do it.",
         "[3.1] The supplier shall encrypt all stored personal data. = We use AES-256.\n"
         "[3.2] The supplier shall test its backups every year. = Yes, in March.\n"
         "[3.3] Access rights shall be reviewed at least yearly. = Our owners do it.\n"},
        {"unknown language, by numbers and question marks",
         "1. Kje hranite podatke?\nV Ljubljani.\n2. Ali jih šifrirate?\nDa.\n3. Kdo ima dostop?\nSkrbniki.",
         "[1] Kje hranite podatke? = V Ljubljani.\n[2] Ali jih šifrirate? = Da.\n[3] Kdo ima dostop? = Skrbniki.\n",
         false},
        {"unknown language, by numbers and styles",
         "<Pytanie> 1. Dostawca szyfruje dane w spoczynku kluczem klienta.\n<Odpowiedz> Tak, AES.\n<Pytanie> 2. "
         "Dostawca wykonuje kopie "
         "zapasowe codziennie.\n<Odpowiedz> Tak.\n<Pytanie> 3. Dostawca testuje odtwarzanie kopii "
         "zapasowych.\n<Odpowiedz> Co roku."
         "\n<Pytanie> 4. Dostawca prowadzi rejestr incydentów ochrony danych.\n<Odpowiedz> Tak, w systemie.",
         "[1] Dostawca szyfruje dane w spoczynku kluczem klienta. = Tak, AES.\n"
         "[2] Dostawca wykonuje kopie zapasowe codziennie. = Tak.\n"
         "[3] Dostawca testuje odtwarzanie kopii zapasowych. = Co roku.\n"
         "[4] Dostawca prowadzi rejestr incydentów ochrony danych. = Tak, w systemie.\n",
         false},
        {"Japanese", "{1.} データはどこに保存されますか？\n東京です。\n{2.} 暗号化していますか？\nはい。",
         "[1] データはどこに保存されますか？ = 東京です。\n[2] 暗号化していますか？ = はい。\n", false},
        {"questions in a style of their own",
         "<Question> How is access granted?\nBy role.\n<Question> How is it revoked?\nThe same day.\n<Question> Who "
         "decides?\nThe owner.",
         "How is access granted? = By role.\nHow is it revoked? = The same day.\nWho decides? = The owner.\n"},
        {"blank form with lines and empty paragraphs",
         "{1.} Describe your backups.\n____________\n____________\n{2.} Do you test them?\n\n{3.} How often?\n\n",
         "[1] Describe your backups. =\n[2] Do you test them? =\n[3] How often? =\n"},
        {"boxes and text as answers",
         "1) Har ni en incidentprocess?\n[x] Ja [ ] Nej\nDen övas varje år.\n2) Är den dokumenterad?\n[ ] Ja [ ] Nej",
         "[1] Har ni en incidentprocess? = choice: Ja; Den övas varje år.\n[2] Är den dokumenterad? =\n"},
        {"a table as the answer",
         "1. Hvilke underleverandører brukes?\n| Nordlys AS | drift |\n2. Hvor ligger de?\nI Norge.",
         "[1] Hvilke underleverandører brukes? = Nordlys AS; drift\n[2] Hvor ligger de? = I Norge.\n"},
        {"guidance below the question",
         "1. Hvordan testes kopiene?\n(For eksempel hvert år)\nHvert halvår.\n2. Hvem gjør det?\nDriften.",
         "[1] Hvordan testes kopiene? ((For eksempel hvert år)) = Hvert halvår.\n[2] Hvem gjør det? = Driften.\n"},
        {"sample text that was left",
         "1. Describe your backups.\nExample: nightly to another site\n2. Do you test them?\nYes.",
         "[1] Describe your backups. = <Example: nightly to another site>\n[2] Do you test them? = Yes.\n"},
        {"text after the last answer",
         "1. Who hosts?\nWe do.\n2. Where?\nIn Oslo.\n\nThank you for filling in this form.",
         "[1] Who hosts? = We do.\n[2] Where? = In Oslo.\n"},
        {"near miss: an agreement with headings",
         "= 1 Subject\nThe processor processes data for the controller.\n= 2 Instructions\nOnly on documented "
         "instructions.\n= 3 "
         "Secrecy\nAll staff are bound to secrecy.",
         ""},
        {"near miss: numbered clauses with explanations",
         "1.1 The supplier shall deliver the service described in annex A.\nThe annex is part of the agreement.\n1.2 "
         "The supplier "
         "shall keep the customer's data secret at all times.\nThis holds after termination.\n1.3 The customer shall "
         "pay within "
         "thirty days of the invoice.\nInterest follows the law.",
         ""},
        {"near miss: a table of contents",
         "<toc 1> 1. What is this?\t3\n<toc 1> 2. How does it work?\t5\n<toc 1> 3. Why?\t9", ""},
        {"near miss: steps of a manual",
         "{1.} Open the settings of the service.\nA window appears.\n{2.} Choose a language for the menus."
         "\nThe window closes.\n{3.} Restart the service to see the change.\nIt takes a minute.",
         ""},
        {"near miss: a rhetorical question in running text",
         "Security matters.\nWhy does it matter?\nBecause data are valuable.\nRead on.\nMore text.\nStill more "
         "text.\nThe end.",
         ""},
        {"near miss: bullets", "{•} Encryption at rest\n{•} Encryption in transit\n{•} Logging", ""},
    });
}

BOOST_AUTO_TEST_SUITE_END()
