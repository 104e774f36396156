// Places to answer that are no rows of a question table, from documents written as text:
//   = heading   == heading below it   {1.} automatic number   <Style> style   | a | b | row of a table (~ parts
//   paragraphs of a cell)   >> sheet that the rows below belong to; fields as in test::add_controls.
#include <boost/test/unit_test.hpp>

#include <random>
#include <sstream>

#include "form/vocabulary.h"
#include "layout/slots.h"
#include "support/document_builder.h"
#include "text/fold.h"

using namespace samsvar;

BOOST_AUTO_TEST_SUITE(slots_test)

namespace {

const layout::Words& shipped_words()
{
    static const model::Vocabulary vocabulary =
        form::load_vocabulary(std::string(SAMSVAR_SOURCE_DIR) + "/forms/vocabulary.xml", "forms/vocabulary.xml");
    static const layout::Words words(vocabulary);
    return words;
}

const layout::Words& no_words()
{
    static const model::Vocabulary vocabulary;
    static const layout::Words words(vocabulary);
    return words;
}

std::vector<std::string> cells_of(const std::string& line)
{
    std::vector<std::string> cells;
    for (std::size_t at = 1; at < line.size();) {
        const std::size_t end = std::min(line.find('|', at), line.size());
        std::string cell(text::trimmed(line.substr(at, end - at)));
        std::replace(cell.begin(), cell.end(), '~', '\n');
        cells.push_back(std::move(cell));
        at = end + 1;
    }
    return cells;
}

void add_controls(model::Table& table)
{
    for (model::Cell& cell : table.cells)
        for (model::Block& block : cell.blocks)
            if (auto* paragraph = std::get_if<model::Paragraph>(&block)) test::add_controls(*paragraph);
}

model::Document document_of(const std::string& text)
{
    test::DocumentBuilder builder(text.starts_with(">>") ? model::FileKind::xlsx : model::FileKind::docx);
    std::vector<std::vector<std::string>> rows;
    std::string sheet;
    const auto end_table = [&] {
        if (rows.empty()) return;
        std::size_t width = 0;
        for (const auto& row : rows) width = std::max(width, row.size());
        std::vector<test::RowText> table;
        for (const auto& row : rows) {
            test::RowText cells(row.begin(), row.end());
            // A row with fewer cells than the others: its last one reaches to the end.
            if (sheet.empty()) cells.back().column_span = static_cast<int>(width - row.size()) + 1;
            table.push_back(std::move(cells));
        }
        if (sheet.empty())
            builder.table(table);
        else
            builder.sheet(sheet, table);
        add_controls(builder.last_table());
        rows.clear();
    };
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with('|')) {
            rows.push_back(cells_of(line));
            continue;
        }
        if (sheet.empty() || line.starts_with(">>")) end_table();
        if (line.starts_with(">> "))
            sheet = line.substr(3);
        else if (!sheet.empty())
            rows.push_back({""});
        else if (line.starts_with("== "))
            builder.heading(2, line.substr(3));
        else if (line.starts_with("= "))
            builder.heading(1, line.substr(2));
        else if (line.starts_with('{'))
            builder.listed(line.substr(1, line.find('}') - 1), line.substr(line.find('}') + 2));
        else if (line.starts_with('<') && line.find("> ") != std::string::npos)
            builder.styled(line.substr(1, line.find('>') - 1), line.substr(line.find("> ") + 2));
        else
            builder.paragraph(line);
        if (sheet.empty() && !line.starts_with(">>")) test::add_controls(builder.last_paragraph());
    }
    end_table();
    return builder.document();
}

std::string shown(std::string text)
{
    std::replace(text.begin(), text.end(), '\n', '~');
    return text;
}

/// "[id] text {section} (guidance) = role: text; role: text <prefilled>", one line per question.
std::string summary(const model::Layout& layout)
{
    std::string text;
    for (const model::LayoutQuestion& question : layout.questions) {
        if (!question.id.empty()) text += '[' + question.id + "] ";
        text += shown(question.text);
        if (!question.section.empty()) text += " {" + shown(question.section) + '}';
        if (!question.guidance.empty()) text += " (" + shown(question.guidance) + ')';
        text += " =";
        for (const model::AnswerPart& part : question.parts) {
            text += &part == question.parts.data() ? " " : "; ";
            if (part.role != model::ColumnRole::answer) text += std::string(name_of(part.role)) + ": ";
            text += shown(part.text);
        }
        if (!question.prefilled.empty()) text += " <" + shown(question.prefilled) + '>';
        text += '\n';
    }
    return text;
}

/// What every layout promises.
void check_promises(const model::Document& document, const model::Layout& layout)
{
    std::set<std::string> places;
    for (std::size_t unit = 0; unit < document.units.size(); ++unit)
        places.insert(document.place(static_cast<model::UnitId>(unit)).text());
    for (const model::LayoutRegion& region : layout.regions) {
        BOOST_TEST((region.kind == model::RegionKind::slots));
        BOOST_TEST(!region.reasons.empty());
        BOOST_TEST((region.confidence > 0) == region.taken);
        BOOST_TEST(region.confidence < 1);
    }
    for (const model::LayoutQuestion& question : layout.questions) {
        BOOST_TEST_REQUIRE(question.region < layout.regions.size());
        BOOST_TEST(layout.regions[question.region].taken);
        BOOST_TEST(question.row == -1);
        BOOST_TEST(!question.text.empty());
        BOOST_TEST(!question.answer_places.empty());
        BOOST_TEST(!question.units.empty());
        BOOST_TEST(places.contains(question.place.text()));
        for (const model::UnitId unit : question.units) BOOST_TEST(unit < document.units.size());
        for (const model::AnswerPart& part : question.parts) {
            BOOST_TEST(!part.text.empty());
            BOOST_TEST(places.contains(part.place.text()));
        }
    }
}

struct Row {
    const char* name;
    const char* document;
    const char* expected;
    bool known_words = true;  ///< false: structure alone
};

void run(const std::vector<Row>& rows)
{
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.name)
        {
            const model::Document document = document_of(row.document);
            model::Layout layout;
            layout::find_slots(document, row.known_words ? shipped_words() : no_words(), {}, layout);
            BOOST_TEST(summary(layout) == row.expected);
            check_promises(document, layout);
        }
}

}  // namespace

BOOST_AUTO_TEST_CASE(cells_with_label_and_answer)
{
    run({
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
    run({
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
    run({
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

BOOST_AUTO_TEST_CASE(check_boxes_and_fields_in_text)
{
    run({
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
    run({
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

BOOST_AUTO_TEST_CASE(sheets)
{
    run({
        {"questions above their answers",
         ">> Svar\n| Skjema |\n| 1. Hvordan logger brukere inn? |\n| Med Feide. |\n| 2. Hvor lagres data? |\n| I "
         "Norge. |\n| 3. Hvem har "
         "tilgang? |",
         "[1] Hvordan logger brukere inn? {Skjema} = Med Feide.\n[2] Hvor lagres data? {Skjema} = I Norge.\n"
         "[3] Hvem har tilgang? {Skjema} =\n"},
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

BOOST_AUTO_TEST_CASE(hidden_struck_and_taken_parts_are_left_alone)
{
    test::DocumentBuilder builder;
    builder.paragraph("1. How do you back up?").paragraph("Nightly.").paragraph("2. Do you test it?").paragraph("Yes.");
    builder.table({{"Owner:", "We"}, {"Place:", "Oslo"}});
    model::Document& document = builder.document();
    const auto questions = [&](const std::set<const model::Table*>& taken) {
        model::Layout layout;
        layout::find_slots(document, shipped_words(), taken, layout);
        return summary(layout);
    };
    const std::string text = "[1] How do you back up? = Nightly.\n[2] Do you test it? = Yes.\n";
    BOOST_TEST(questions({}) == text + "Owner = We\nPlace = Oslo\n");
    BOOST_TEST(questions({&builder.last_table()}) == text);
    std::get<model::Paragraph>(document.blocks[1]).marks.struck = true;
    builder.last_table().marks.hidden = true;
    BOOST_TEST(questions({}) == "[1] How do you back up? =\n[2] Do you test it? = Yes.\n");
}

/// Fields about the supplier head a questionnaire; where they are all there is to fill in, they are the form.
BOOST_AUTO_TEST_CASE(fields_about_the_supplier)
{
    test::DocumentBuilder builder;
    builder.paragraph("Leverantör: [=Bergvik AB]");
    test::add_controls(builder.last_paragraph());
    builder.table({{"Nr", "Fråga", "Svar"}, {"1", "Krypteras data?", "Ja"}});
    const auto questions = [&](const std::set<const model::Table*>& taken) {
        model::Layout layout;
        layout::find_slots(builder.document(), shipped_words(), taken, layout);
        return summary(layout);
    };
    builder.table({{"Organisationsnummer:", "559999-9313"}, {"Upphandling:", "Journal"}, {"Ort:", "Sundsvall"}});
    const model::Table* answers = nullptr;
    for (const model::Block& block : builder.document().blocks)
        if (const auto* table = std::get_if<model::Table>(&block); table && !answers) answers = table;
    BOOST_TEST(questions({}) ==
               "Leverantör = Bergvik AB\nOrganisationsnummer = 559999-9313\nUpphandling = Journal\nOrt = Sundsvall\n");
    BOOST_TEST(questions({answers}) == "");
}

BOOST_AUTO_TEST_CASE(forms_inside_cells)
{
    test::DocumentBuilder builder;
    builder.heading(1, "Backups").table({{"Describe how copies are made.\n(In short)"}});
    builder.nest(0, 0, {{"Nightly, to Bodø."}});
    model::Layout layout;
    layout::find_slots(builder.document(), shipped_words(), {}, layout);
    BOOST_TEST(summary(layout) == "Describe how copies are made. {Backups} ((In short)) = Nightly, to Bodø.\n");
    check_promises(builder.document(), layout);
}

/// Any mixture of lines keeps the promises, in the same way each time.
BOOST_AUTO_TEST_CASE(any_mixture_of_lines)
{
    const std::vector<std::string> pool{
        "",
        "= Drift",
        "== 3.1 Bakgrund",
        "1. Hvordan logger brukere inn?",
        "2. Beskriv rutinen.",
        "{1.} Who may see the data?",
        "{2.} Teacher",
        "{•} a bullet",
        "Med Feide.",
        "Svar: ja",
        "Svar:",
        "[Anvisning: Ange text.]",
        "____________",
        "Navn: ________",
        "[[Skriv her]]",
        "Land: [=Norge] By: [[Skriv by]]",
        "[x] Ja [ ] Nei",
        "Ja ☐ Nei ☒",
        "☐",
        "<toc 1> 1. Innhold\t3",
        "<Question> How is it revoked?",
        "| a |",
        "| |",
        "| Label: | |",
        "| Question | Answer |",
        "| ID | A-1 |",
        "| [[Ange]] | SEK: [[Ange]] |",
        "| Part a | | [x] |",
        "| Navn:~[[Skriv]] | 1.1 Hva?~Svar: x |",
        "| a~b~c~d~e~f~g~h~i~j~k~l~m~n |",
        "| ~~ | ☐ | ☒ Ja | 3 |",
    };
    std::mt19937 random(20261121);
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (std::size_t lines = random() % 14; lines > 0; --lines) text += pool[random() % pool.size()] + '\n';
        if (random() % 8 == 0) text = ">> Sheet\n" + text;
        BOOST_TEST_CONTEXT(text)
        {
            const model::Document document = document_of(text);
            model::Layout layout;
            layout::find_slots(document, shipped_words(), {}, layout);
            check_promises(document, layout);
            model::Layout again;
            layout::find_slots(document, shipped_words(), {}, again);
            BOOST_TEST(summary(layout) == summary(again));
        }
    }
}

BOOST_AUTO_TEST_CASE(reasons_are_told_for_what_is_taken_and_what_is_not)
{
    const auto regions = [](const char* text) {
        const model::Document document = document_of(text);
        model::Layout layout;
        layout::find_slots(document, shipped_words(), {}, layout);
        std::string told;
        for (const model::LayoutRegion& region : layout.regions) {
            told += region.table + (region.taken ? " taken:" : " left:");
            for (const model::LayoutReason& one : region.reasons) told += ' ' + one.text + ';';
            told += '\n';
        }
        return told;
    };
    BOOST_TEST(
        regions("1. How?\nSo.\n2. When?\nThen.\n3. The supplier's plan\nLate.") ==
        " taken: 2 of 3 numbered paragraphs are questions or requests; 3 of 3 numbered paragraphs are followed by text "
        "that is not;\n");
    BOOST_TEST(
        regions("| Leverantör: | Tallmo AB |\n| Datum: | 2026-10-28 |") ==
        "table1 left: 2 of 2 labels end in a colon; 2 of 2 labels ask who the supplier is: facts, not questions;\n");
    BOOST_TEST(regions("Nothing to see here.\nNor here.") == "");
}

BOOST_AUTO_TEST_SUITE_END()
