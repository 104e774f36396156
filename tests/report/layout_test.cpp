#include "report/layout.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "base/files.h"
#include "report/layout_vocabulary.h"
#include "report/package.h"

using namespace samsvar;
using namespace samsvar::test;

namespace {

std::string shipped_text()
{
    return read_file(SAMSVAR_SOURCE_DIR "/reports/compliance-matrix.xml", 1u << 24);
}

report::Layout load(const std::string& content)
{
    const TemporaryFolder folder;
    const auto path = folder.path() / "layout.xml";
    write_file(path, content);
    return report::load_layout(path, "reports/layout.xml");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(layout_tests)

BOOST_AUTO_TEST_CASE(every_label_in_the_three_languages)
{
    using model::Language;
    const report::Layout& layout = shipped_layout();
    const auto check = [](const model::LocalText& text, const std::string& what) {
        BOOST_TEST_CONTEXT(what)
        for (const Language language : {Language::nb, Language::sv, Language::en}) {
            const std::string* label = text.exactly(language);
            BOOST_TEST((label && !label->empty()));
        }
    };
    check(layout.title, "title");
    for (const auto& [id, text] : layout.texts) check(text, id);
    for (const auto& [id, text] : layout.uses) check(text, id);
    for (const auto& [id, text] : layout.decisions) check(text, id);
    BOOST_TEST(layout.decisions.size() == 4u);
    BOOST_TEST(layout.sheets.size() == 8u);
    for (const report::LayoutSheet& sheet : layout.sheets) {
        check(sheet.name, sheet.table);
        check(sheet.title, sheet.table);
        for (const report::LayoutColumn& column : sheet.columns) check(column.label, sheet.table + '/' + column.key);
        for (const report::LayoutBlock& block : sheet.blocks) check(block.label, sheet.table + '/' + block.key);
    }
}

// ISO/IEC 40500 (WCAG 2.0) 1.4.3: text on its colour must be told apart by weak eyes, too.
BOOST_AUTO_TEST_CASE(every_tone_is_readable)
{
    const auto luminance = [](report::Colour colour) {
        double sum = 0;
        const double weights[] = {0.2126, 0.7152, 0.0722};
        for (int part = 0; part < 3; ++part) {
            const double value = static_cast<double>((colour >> (16 - 8 * part)) & 0xFF) / 255;
            sum += weights[part] * (value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4));
        }
        return sum;
    };
    for (const auto& [id, tone] : shipped_layout().tones) {
        const double light = std::max(luminance(tone.fill), luminance(tone.ink));
        const double dark = std::min(luminance(tone.fill), luminance(tone.ink));
        // Grey "none" and "not requested" are meant to step back, but not to vanish.
        const bool quiet = id == "severity.none" || id == "evidence.not-requested";
        BOOST_TEST_CONTEXT(id) BOOST_TEST((light + 0.05) / (dark + 0.05) >= (quiet ? 3.9 : 4.5));
    }
}

BOOST_AUTO_TEST_CASE(wrong_layouts_name_the_line)
{
    struct Row {
        const char* name;
        const char* from;  // first occurrence in the shipped layout
        const char* to;
        const char* at;  // text in the changed layout on whose line the error must be
        const char* message;
    };
    const Row rows[] = {
        {"unknown column", "key=\"findings\" width", "key=\"finding\" width", "key=\"finding\" width",
         "<column>: table \"requirements\" has no column \"finding\"; it has catalog, group, id, title, text, role, "
         "legal, applies, derived, "
         "outcome, severity, questions, answer, evidence, finding-numbers, findings, place, decision, comment, owner, "
         "due, target"},
        {"unknown table", "table=\"mapping\"", "table=\"map\"", "table=\"map\"",
         "<sheet>: there is no table \"map\"; known: summary, requirements, answers, findings, follow-up, evidence, "
         "mapping, "
         "ledger"},
        {"same table twice", "table=\"ledger\"", "table=\"mapping\"", "",
         "<sheet>: a second sheet of the table \"mapping\""},
        {"unknown style", "width=\"25\" style=\"text\"", "width=\"25\" style=\"tekst\"", "style=\"tekst\"",
         "<column>: there is no style \"tekst\""},
        {"wrong colour", "ink=\"1E6B34\"", "ink=\"green\"", "ink=\"green\"",
         "<tone>: attribute \"ink\" must be a colour such as 1F3864, not \"green\""},
        {"unknown tone", "value=\"satisfied\" fill", "value=\"good\" fill", "value=\"good\"",
         "<tone>: nothing is called \"outcome.good\""},
        {"unknown attribute", "<font name", "<font size=\"3\" name", "<font size",
         "<font>: unknown attribute \"size\"; allowed: name, points, stretch"},
        {"unknown text", "<text id=\"supplier-unknown\"", "<text id=\"supplier\"", "<text id=\"supplier\"",
         "<text>: the reports use no text \"supplier\""},
        {"missing language", "<label xml:lang=\"sv\">Avvisa</label>", "", "<decision id=\"reject\"",
         "<decision>: lacks <label xml:lang=\"sv\">"},
        {"empty label", "<label xml:lang=\"en\">Reject</label>", "<label xml:lang=\"en\"> </label>",
         "<decision id=\"reject\"", "<decision>: lacks <label xml:lang=\"en\">"},
        {"comma in a decision", ">Avvis<", ">Nei, avvis<", "<decision id=\"reject\"",
         "<decision>: \"Nei, avvis\" must have no comma and at most 50 characters"},
        {"unknown decision", "decision id=\"reject\"", "decision id=\"refuse\"", "decision id=\"refuse\"",
         "<decision>: there is no decision \"refuse\"; known: accept, reject, accept-risk, ask-supplier"},
        {"sheet name Excel refuses", "<name xml:lang=\"nb\">Bevis</name>", "<name xml:lang=\"nb\">Bevis/dok</name>",
         "table=\"evidence\"",
         "<sheet>: sheet name \"Bevis/dok\" must have at most 31 characters and none of []:*?/\\'"},
        {"two sheets of one name", "<name xml:lang=\"nb\">Bevis</name>", "<name xml:lang=\"nb\">Funn</name>",
         "table=\"evidence\"", "<sheet>: a second sheet with the name \"Funn\""},
        {"width out of range", "width=\"36\"", "width=\"999\"", "width=\"999\"",
         "<column>: attribute \"width\" must be from 1 to 250"},
        {"flag that is none", "filter=\"yes\"", "filter=\"true\"", "filter=\"true\"",
         "<sheet>: attribute \"filter\" must be yes or no, not \"true\""},
        {"unknown block", "<block key=\"facts\"", "<block key=\"fact\"", "<block key=\"fact\"",
         "<block>: there is no block \"fact\"; known: facts, basis, outcomes, gravest, reading, legend"},
        {"summary without a column", "<column key=\"unclear\"", "<column key=\"satisfied\"", "",
         "<column>: a second column \"satisfied\""},
        {"another namespace", "urn:samsvar:report:1", "urn:samsvar:form:1", "<report ",
         "<report>: this is not a report layout: the root must be <report xmlns=\"urn:samsvar:report:1\">"},
        {"style left out", "<style id=\"quote\" ", "<style id=\"quotation\" ", "<styles>",
         "<styles>: lacks the style \"quote\""},
    };
    const std::string shipped = shipped_text();
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            std::string changed = shipped;
            const std::size_t at = changed.find(row.from);
            BOOST_REQUIRE(at != std::string::npos);
            changed.replace(at, std::string(row.from).size(), row.to);
            try {
                load(changed);
                BOOST_ERROR("was accepted");
            }
            catch (const Error& error) {
                BOOST_TEST((error.code() == ErrorCode::malformed));
                BOOST_TEST(error.where().file == "reports/layout.xml");
                BOOST_TEST(error.where().line > 0);
                BOOST_TEST(error.message() == row.message);
                if (*row.at) {
                    const std::string before = changed.substr(0, changed.find(row.at));
                    BOOST_TEST(error.where().line == static_cast<int>(count_of(before, "\n")) + 1);
                }
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(a_missing_layout_is_an_error)
{
    BOOST_CHECK_EXCEPTION(report::load_layout("/nonexistent/x.xml", "reports/x.xml"), Error,
                          [](const Error& error) { return error.code() == ErrorCode::not_found; });
}

BOOST_AUTO_TEST_SUITE_END()
