// Questions whose parts have rows of their own, told by the words that come back on the left.
#include <boost/test/unit_test.hpp>

#include "layout/infer.h"
#include "layout/slots_document.h"

using namespace samsvar;
using namespace samsvar::test;

BOOST_AUTO_TEST_SUITE(slots_records_test)

BOOST_AUTO_TEST_CASE(tables_of_their_own)
{
    check_slots({
        {"Swedish: number and requirement, reply, annex",
         "= Åtkomst\n"
         "| K1 | Hur loggar användarna in? |\n| Svar | Med e-legitimation. |\n| Bilaga | Bilaga 2 |\n"
         "= Drift\n"
         "| K2 | Leverantören ska ha säkerhetskopior. |\n| Svar | |\n| Bilaga | |\n\n"
         "| K3 | Var lagras data? |\n| Svar | I Sundsvall. |\n| Bilaga | |\n",
         "[K1] Hur loggar användarna in? {Åtkomst} = Med e-legitimation.; evidence: Bilaga 2\n"
         "[K2] Leverantören ska ha säkerhetskopior. {Drift} =\n"
         "[K3] Var lagras data? {Drift} = I Sundsvall.\n"},
        {"Danish: labels with numbers",
         "| Krav 4.1 | Data skal krypteres. |\n| Opfyldt | Ja |\n| Uddybning 4.1 | AES 256. |\n\n"
         "| Krav 4.2 | Hvem har nøglerne? |\n| Opfyldt | Ja |\n| Uddybning 4.2 | Kun os. |\n\n"
         "| Krav 4.3 | Hvor ofte skiftes de? |\n| Opfyldt | Nej |\n| Uddybning 4.3 | |\n",
         "[4.1] Data skal krypteres. = choice: Ja; remark: AES 256.\n[4.2] Hvem har nøglerne? = choice: Ja; remark: "
         "Kun os.\n"
         "[4.3] Hvor ofte skiftes de? = choice: Nej\n"},
        {"Norwegian: the question across both columns",
         "| 1. Hvem har ansvaret? |\n| Svar | Sikkerhetssjefen. |\n| Dokumentasjon | Vedlegg 1 |\n\n"
         "| 2. Hvor står serverne? |\n| Svar | I Bodø. |\n| Dokumentasjon | |\n\n"
         "| 3. Hvem kan lese loggene? |\n| Svar | Driftsvakten. |\n| Dokumentasjon | |\n",
         "[1] Hvem har ansvaret? = Sikkerhetssjefen.; evidence: Vedlegg 1\n[2] Hvor står serverne? = I Bodø.\n"
         "[3] Hvem kan lese loggene? = Driftsvakten.\n"},
        {"English: the question as a paragraph above",
         "1. Who may see the data?\n| Response | Two engineers. |\n| Evidence | Annex A |\n"
         "2. How is it encrypted?\n| Response | AES. |\n| Evidence | |\n"
         "3. Where is it kept?\n| Response | Cork. |\n| Evidence | |\n",
         "[1] Who may see the data? = Two engineers.; evidence: Annex A\n[2] How is it encrypted? = AES.\n"
         "[3] Where is it kept? = Cork.\n"},
    });
}

BOOST_AUTO_TEST_CASE(one_table_or_sheet)
{
    check_slots({
        {"Finnish sheet: every part has its label",
         ">> Kysely\n| Toimittaja | Havukko Oy |\n| Käyttöoikeudet |\n"
         "| Tunniste | 1.1 |\n| Kysymys | Miten käyttäjät tunnistetaan? |\n| Vastaus | Kertakirjautumisella. |\n| "
         "Perustelu | |\n"
         "|  |\n"
         "| Tunniste | 1.2 |\n| Kysymys | Kuka valvoo lokeja? |\n| Vastaus | |\n| Perustelu | Valvomo. |\n"
         "| Tunniste | 1.3 |\n| Kysymys | Missä tiedot ovat? |\n| Vastaus | Oulussa. |\n| Perustelu | |\n",
         "[1.1] Miten käyttäjät tunnistetaan? {Käyttöoikeudet} = Kertakirjautumisella.\n"
         "[1.2] Kuka valvoo lokeja? {Käyttöoikeudet} = remark: Valvomo.\n[1.3] Missä tiedot ovat? {Käyttöoikeudet} = Oulussa.\n"},
        {"one long table, the number reaches down",
         "| A-1 | Hva gjør dere ved brudd? |\n| Svar | Ringer dere. |\n| Merknad | |\n"
         "| A-2 | Hvem varsler? |\n| Svar | Vakten. |\n| Merknad | Døgnet rundt. |\n"
         "| A-3 | Hvor raskt? |\n| Svar | Innen et døgn. |\n| Merknad | |\n",
         "[A-1] Hva gjør dere ved brudd? = Ringer dere.\n[A-2] Hvem varsler? = Vakten.; remark: Døgnet rundt.\n"
         "[A-3] Hvor raskt? = Innen et døgn.\n"},
        {"a sheet with the number in a column of its own",
         ">> Part B\n| 7 | Who runs it? | must |\n|  | Answer | We do. |\n|  | Comment |\n"
         "| 8 | Who backs it up? | must |\n|  | Answer | Nightly. |\n|  | Comment | To Cork. |\n"
         "| 9 | Who tests that? | should |\n|  | Answer |\n|  | Comment |\n",
         "[7] Who runs it? = We do.\n[8] Who backs it up? = Nightly.; remark: To Cork.\n[9] Who tests that? =\n"},
    });
}

BOOST_AUTO_TEST_CASE(words_nobody_knows)
{
    check_slots({
        {"the word below the questions is the answer",
         "| P1 | Kes vastutab? |\n| Vastus | Turvajuht. |\n| Lisa | |\n\n| P2 | Kus on andmed? |\n| Vastus | Tartus. "
         "|\n| Lisa | |\n\n"
         "| P3 | Kes logib? |\n| Vastus | Meie. |\n| Lisa | Lisa 3 |\n",
         "[P1] Kes vastutab? = Turvajuht.\n[P2] Kus on andmed? = Tartus.\n[P3] Kes logib? = Meie.; remark: Lisa 3\n",
         false},
        {"answers beside the questions, only what is added has a label",
         "| Where are the data? | In Cork. |\n| Comment | Two rooms. |\n\n| Who sees them? | Support. |\n| Comment | "
         "|\n\n"
         "| Who tests? | We do. |\n| Comment | Yearly. |\n",
         "Where are the data? = In Cork.; remark: Two rooms.\nWho sees them? = Support.\nWho tests? = We do.; remark: "
         "Yearly.\n"},
    });
}

BOOST_AUTO_TEST_CASE(near_misses)
{
    check_slots({
        {"cards of risks",
         "| R1 | Server fails |\n| Status | Open |\n| Owner | Operations |\n\n| R2 | Data lost |\n| Status | Open |\n| "
         "Owner | Support "
         "|\n\n| R3 | Fire |\n| Status | Closed |\n| Owner | House |\n",
         ""},
        {"cards of partners",
         "| Navn | Sky AS |\n| Land | Norge |\n\n| Navn | Melding AS |\n| Land | Norge |\n\n| Navn | Vakt AS |\n| Land "
         "| Norge |\n",
         ""},
        {"must and should",
         "| Must | Data are encrypted. |\n| Should | Keys are changed. |\n| Must | Logs are kept. |\n| Should | Logs "
         "are read. |\n| Must | Copies are made. |\n| Should | Copies are tried. |\n",
         ""},
    });
}

/// Rows that read like a table of questions do not win over records, and the facts above them stay facts.
BOOST_AUTO_TEST_CASE(before_tables_of_questions)
{
    const model::Document document = document_of(
        ">> Skema\n| Leverandør | Hegn ApS |\n"
        "| 1 | Hvordan styres adgang til systemet? |\n| Svar | Hvordan andre gør det, ved vi ikke; vi bruger roller. "
        "|\n"
        "| 2 | Hvem har adgang til loggen i drift? |\n| Svar | Er det mere end to, spørger systemet selv hvorfor? |\n"
        "| 3 | Hvor opbevares data om borgerne? |\n| Svar | I Odense. |\n");
    const model::Layout layout = layout::infer(document, shipped_words());
    BOOST_TEST(summary(layout) ==
               "[1] Hvordan styres adgang til systemet? = Hvordan andre gør det, ved vi ikke; vi bruger roller.\n"
               "[2] Hvem har adgang til loggen i drift? = Er det mere end to, spørger systemet selv hvorfor?\n"
               "[3] Hvor opbevares data om borgerne? = I Odense.\n");
    BOOST_TEST(layout.confidence > 0.9);
}

BOOST_AUTO_TEST_SUITE_END()
