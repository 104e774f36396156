// Places to answer that are no rows of a question table, in the document as a whole.
#include <boost/test/unit_test.hpp>

#include <random>

#include "layout/slots.h"
#include "layout/slots_document.h"
#include "support/document_builder.h"

using namespace samsvar;
using namespace samsvar::test;

BOOST_AUTO_TEST_SUITE(slots_test)

BOOST_AUTO_TEST_CASE(hidden_struck_and_taken_parts_are_left_alone)
{
    DocumentBuilder builder;
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
    DocumentBuilder builder;
    builder.paragraph("Leverantör: [=Bergvik AB]");
    add_controls(builder.last_paragraph());
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
    DocumentBuilder builder;
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
