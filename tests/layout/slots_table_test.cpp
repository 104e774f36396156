// Places to answer in tables that are no rows of a question table.
#include <boost/test/unit_test.hpp>

#include "layout/slots_document.h"

using namespace samsvar::test;

BOOST_AUTO_TEST_SUITE(slots_table_test)

BOOST_AUTO_TEST_CASE(cells_with_label_and_answer)
{
    check_slots({
        {"label paragraph above a field",
         "= 2. Buyer\n| Kontaktperson:~[[Click to enter text.]] | Telefonnummer:~[=08-123] |",
         "Kontaktperson {2. Buyer} = <Click to enter text.>\nTelefonnummer {2. Buyer} = 08-123\n"},
        {"label and field in one line", "| Pris i kronor: [[Enter text]] |", "Pris i kronor = <Enter text>\n"},
        {"two fields in one cell", "| Navn: [=Kari]~Rolle: [[Skriv her]] |", "Navn = Kari\nRolle = <Skriv her>\n"},
        {"label without place, in a form",
         "| AC-2 Summary |\n| Responsible Role: |\n| Parameter AC-2(j) |\n| Status (check all that apply):~[x] "
         "Partially "
         "implemented~[ ] Planned |",
         "Responsible Role {AC-2 Summary} =\nParameter AC-2(j) {AC-2 Summary} =\n"
         "Status (check all that apply) {AC-2 Summary} = choice: Partially implemented\n"},
        {"label with typed answer below it, in one cell",
         "| Løsning:~En skytjeneste i Norge. | Drift:~Vi gjør det selv. |",
         "Løsning = En skytjeneste i Norge.\nDrift = Vi gjør det selv.\n"},
        {"question with typed answer below it, in one cell",
         "| Hva er løsningen?~En skytjeneste i Norge. | Hvem drifter den?~Vi gjør det selv. |",
         "Hva er løsningen? = En skytjeneste i Norge.\nHvem drifter den? = Vi gjør det selv.\n"},
        {"question with more to it in its cell, answer beside",
         "| Hva er løsningen?~Send over en beskrivelse. | Se vedlegg 2: en skytjeneste. |",
         "Hva er løsningen?~Send over en beskrivelse. = Se vedlegg 2: en skytjeneste.\n"},
        {"label with a line to write on", "| Antal användare: ________ |\n| Antal servrar: ....................... |",
         "Antal användare =\nAntal servrar =\n"},
        {"guidance in brackets between label and field", "| Beskriv rollen:~[Anvisning: kort]~[[Ange text]] |",
         "Beskriv rollen ([Anvisning: kort]) = <Ange text>\n"},
        {"label before a drop-down that shows its first prompt", "| Grunn: [:Velg grunn;Velg grunn;Pris;Kvalitet] |",
         "Grunn = <Velg grunn>\n"},
        {"label before a drop-down that was chosen in", "| Grunn: [:Pris;Velg grunn;Pris;Kvalitet] |",
         "Grunn = choice: Pris\n"},
        {"question and announced answer in one cell",
         "| 1.1 Hvordan logges tilgang?~Svar: I Elastic. |\n| 1.2 Hvem leser loggene?~Svar: |",
         "[1.1] Hvordan logges tilgang? = I Elastic.\n[1.2] Hvem leser loggene? =\n"},
        {"announced answer in a cell of its own", "| Onko varmuuskopiot testattu? |\n| Vastaus: Kyllä, keväällä. |",
         "Onko varmuuskopiot testattu? = Kyllä, keväällä.\n"},
        {"near miss: labels and numbers of a product sheet", "| Weight | 12 kg |\n| Height | 30 cm |\n| Colour | red |",
         ""},
        {"near miss: a cell with a colon in its sentence",
         "| The parties agree as follows: the supplier delivers. | The buyer pays: monthly. |", ""},
    });
}

BOOST_AUTO_TEST_CASE(neighbouring_cells)
{
    check_slots({
        {"labels with fields beside them",
         "| Supplier's number of employees | [=45] |\n| Hosting country | [[Enter country]] |",
         "Supplier's number of employees = 45\nHosting country = <Enter country>\n"},
        {"requests with typed answers beside them",
         "| Beskriv tjenesten | Et skoleverktøy. |\n| Hvor lagres dataene? | I Norge. |\n| Hvem har tilgang? | |",
         "Beskriv tjenesten = Et skoleverktøy.\nHvor lagres dataene? = I Norge.\nHvem har tilgang? =\n"},
        {"numbers in front of the labels",
         "| 3.1 Beskriv tjenesten: | Et skoleverktøy. |\n| 3.2 Hvor lagres dataene? | Norge |",
         "[3.1] Beskriv tjenesten = Et skoleverktøy.\n[3.2] Hvor lagres dataene? = Norge\n"},
        {"blank labels of an unknown language",
         "| Ime podizvajalca | |\n| Kraj hrambe | |\n| Opis varnostnih ukrepov | |",
         "Ime podizvajalca =\nKraj hrambe =\nOpis varnostnih ukrepov =\n", false},
        {"two pairs in a row", "| Kesto: | 12 kk | Hinta: | |\n| Alku: | heti | Loppu: | |",
         "Kesto = 12 kk\nHinta =\nAlku = heti\nLoppu =\n"},
        {"title that asks over its parts",
         "| AC-2 (7) What is the solution and how is it implemented? |\n| Part a | We review monthly. |\n| Part b | |",
         "[AC-2 (7) Part a] What is the solution and how is it implemented? – Part a = We review monthly.\n"
         "[AC-2 (7) Part b] What is the solution and how is it implemented? – Part b =\n"},
        {"title row with a code", "| AC-7 | Summary |\n| Owner: |\n| Frequency: [=yearly] |",
         "Owner {AC-7 Summary} =\nFrequency {AC-7 Summary} = yearly\n"},
        {"question above its answer, full width",
         "| Miten varmuuskopiot otetaan? |\n| Otamme ne joka yö. |\n| Missä ne säilytetään? |\n| |",
         "Miten varmuuskopiot otetaan? = Otamme ne joka yö.\nMissä ne säilytetään? =\n"},
        {"labels above their fields", "| Namn på konsult | Pris |\n| [[Ange text]] | SEK: [[Ange text]] |",
         "Namn på konsult = <Ange text>\nPris (SEK) = <Ange text>\n"},
        {"one question with two places in its row",
         "| Mervärde | Avdrag | Ja eller Nej | Var i CV |\n| Erfarenhet av drift | SEK 150 | [[Ange]] | [=sid 3] |",
         "Erfarenhet av drift (SEK 150) = remark: sid 3 <Ange>\n"},
        {"check boxes beside their label", "| Krypteras data? | [ ] Ja [x] Nej |", "Krypteras data? = choice: Nej\n"},
        {"rows that are the parts of one question",
         "| ID | SEC-1 |\n| Requirement | Data at rest are encrypted. |\n| Response | AES-256. |\n| Evidence | Annex 2 "
         "|\n"
         "| ID | SEC-2 |\n| Requirement | Backups are tested. |\n| Response | |\n| Evidence | |",
         "[SEC-1] Data at rest are encrypted. = AES-256.; evidence: Annex 2\n[SEC-2] Backups are tested. =\n"},
        {"title over its answer and comment",
         "| 4.2 Kryptering av lagrade data |\n| Svar | Ja |\n| Kommentar | AES-256 i vila. |\n| 4.3 Loggning |\n| Svar "
         "| |\n| Kommentar | |",
         "[4.2] Kryptering av lagrade data = Ja; remark: AES-256 i vila.\n[4.3] Loggning =\n"},
        {"long answer beside its question", "| Describe your backups. | a~b~c~d~e~f~g~h~i~j~k~l~m~n |",
         "Describe your backups. = a~b~c~d~e~f~g~h~i~j~k~l~m~n\n"},
        {"names and dates with fields are no signature",
         "| Name: [[Enter]] |\n| Date: [[Enter]] |\n| Title: [[Enter]] |",
         "Name = <Enter>\nDate = <Enter>\nTitle = <Enter>\n"},
        {"near miss: one field in a row of data", "| Kind | Text | Note |\n| a | [=body] | c |", ""},
        {"numbers beside questions, answers below",
         "| 1 | Nimetty tietoturvavastaava on oltava. |\n| | Nimetty. |\n| 2 | Missä tiedot sijaitsevat? |\n| | |",
         "[1] Nimetty tietoturvavastaava on oltava. = Nimetty.\n[2] Missä tiedot sijaitsevat? =\n"},
        {"near miss: facts about the supplier",
         "| Leverantör | Tallmo AB |\n| Organisationsnummer | 559999-0594 |\n| Datum | 2026-10-28 |\n| E-post | "
         "nn@example.se |",
         ""},
        {"near miss: a glossary", "| Term | Definition |\n| Controller | Who decides |\n| Processor | Who obeys |", ""},
        {"near miss: a data table with gaps", "| a | 1 |\n| b | |\n| c | 3 |\n| d | 4 |", ""},
        {"near miss: signatures",
         "| For the supplier: | For the customer: |\n| Date: ______ | Date: ______ |\n| Signature: ______ | "
         "Signature: ______ |",
         ""},
        {"near miss: fields here and there in a table of data",
         "| Name | Kind | Note |\n| a | [=x] | 1 |\n| b | y | 2 |\n| c | z | 3 |\n| d | z | 4 |", ""},
    });
}

BOOST_AUTO_TEST_CASE(answer_boxes)
{
    check_slots({
        {"box under a heading with an instruction",
         "= 3. Omfattning\n== 3.1 Bakgrund till avropet\n[Anvisning: Ange bakgrund.]\n| [[Ange text]] |",
         "[3.1] Bakgrund till avropet {3. Omfattning} ([Anvisning: Ange bakgrund.]) = <Ange text>\n"},
        {"box that was written in, under a question", "How is access reviewed?\n| Every quarter, by the owner. |",
         "How is access reviewed? = Every quarter, by the owner.\n"},
        {"box under a paragraph with a number", "{2.3} Data retention and deletion\n| [[Enter text]] |",
         "[2.3] Data retention and deletion = <Enter text>\n"},
        {"empty box under a request", "Beskriv rutinen for sletting.\n(Maks. 200 ord)\n| |",
         "Beskriv rutinen for sletting. ((Maks. 200 ord)) =\n"},
        {"box with a list of choices under running text",
         "= 6.2 Utvärderingsgrund\n[Anvisning: Ange grund.]\nDen leverantör som har det bästa anbudet får kontraktet, "
         "och det "
         "prövas enligt en av de grunder som kan väljas i listan här nedan, så att alla som lämnar anbud vet vad som "
         "gäller.\n"
         "| [:Välj grund;Välj grund;Pris] |",
         "[6.2] Utvärderingsgrund ([Anvisning: Ange grund.]~Den leverantör som har det bästa anbudet får kontraktet, "
         "och det "
         "prövas enligt en av de grunder som kan väljas i listan här nedan, så att alla som lämnar anbud vet vad som "
         "gäller.) = "
         "<Välj grund>\n"},
        {"boxes under numbered lines of an unknown language",
         "Frage 1: Ein Beauftragter ist benannt.\n| Seit 2024. |\nFrage 2: Wo liegen die Daten?\n| |",
         "[1] Ein Beauftragter ist benannt. = Seit 2024.\n[2] Wo liegen die Daten? =\n", false},
        {"near miss: a note in a box",
         "= Background\nThe service is used by schools.\n| Note that prices exclude tax. |", ""},
        {"near miss: an empty box under running text", "= Background\nThe service is used by schools.\n| |", ""},
    });
}

BOOST_AUTO_TEST_CASE(sheets)
{
    check_slots({
        {"questions above their answers",
         ">> Svar\n| Skjema |\n| 1. Hvordan logger brukere inn? |\n| Med Feide. |\n| 2. Hvor lagres data? |\n| I "
         "Norge. |\n| 3. Hvem har "
         "tilgang? |",
         "[1] Hvordan logger brukere inn? {Skjema} = Med Feide.\n[2] Hvor lagres data? {Skjema} = I Norge.\n"
         "[3] Hvem har tilgang? {Skjema} =\n"},
        {"near miss: a sheet that lists annexes",
         ">> Vedlegg\n| Vedlegg 1 Sertifikat |\n| Vedlegg 2 Sammendrag av test |\n| Vedlegg 3 Beredskapsplan |\n", ""},
        {"a statement among numbered questions above their answers",
         ">> Svar\n| 1. Leverantören ska ha en utsedd ansvarig. |\n| Säkerhetschefen. |\n|  |\n| 2. Hur krypteras "
         "data? |\n| AES. |\n|  |\n| "
         "3. Var lagras data? |\n|  |\n|  |\n| Avslut |\n| 4. När raderas data? |",
         "[1] Leverantören ska ha en utsedd ansvarig. = Säkerhetschefen.\n[2] Hur krypteras data? = AES.\n"
         "[3] Var lagras data? =\n[4] När raderas data? {Avslut} =\n"},
        {"labels with answers to the right",
         ">> Form\n| Hosting |\n| Where are data stored? | Helsinki |\n| Who operates the service? | We do |\n| Is it "
         "certified? |",
         "Where are data stored? {Hosting} = Helsinki\nWho operates the service? {Hosting} = We do\nIs it certified? "
         "{Hosting} =\n"},
        {"numbers before the labels", ">> Form\n| 1 | Krypteras data? | Ja |\n| 2 | Testas kopiorna? | Nej |",
         "[1] Krypteras data? = Ja\n[2] Testas kopiorna? = Nej\n"},
        {"near miss: facts",
         ">> Info\n| Supplier: | BrightDesk Oy |\n| Business ID: | 9999088-3 |\n| Date: | 2026-11-03 |", ""},
        {"near miss: instructions and facts",
         ">> Read me\n| Assessment |\n| Describe for each control how it works. |\n| Supplier: | Saltmarsh Ltd |\n| "
         "Date: | 2026-10-03 |",
         ""},
        {"near miss: a list of annexes",
         ">> Annexes\n| No | Document |\n| 01 | Policy |\n| 02 | Certificate |\n| 03 | Plan |", ""},
        {"near miss: figures", ">> Sales\n| Jan | 12 | 14 |\n| Feb | 13 | 15 |\n| Mar | 11 | 19 |", ""},
    });
}

BOOST_AUTO_TEST_SUITE_END()
