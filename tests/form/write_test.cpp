#include "form/write.h"

#include <boost/test/unit_test.hpp>

#include "form/load.h"
#include "support/temporary_folder.h"

using namespace samsvar;

BOOST_AUTO_TEST_SUITE(write_test)

namespace {

model::Form reread(const std::string& xml)
{
    const TemporaryFolder folder;
    return form::load(folder.file("f.xml", xml), "f.xml");
}

}  // namespace

BOOST_AUTO_TEST_CASE(what_is_written_of_the_shipped_form_reads_back_as_the_same)
{
    const model::Form shipped = form::load(std::filesystem::path(SAMSVAR_SOURCE_DIR) / "forms" / "skolesec-ros.xml", "f");
    const model::Form again = reread(form::to_xml(shipped));
    BOOST_TEST(form::to_xml(again) == form::to_xml(shipped));
    // to_xml could leave out the same thing both times.
    BOOST_TEST_REQUIRE(again.questions.size() == shipped.questions.size());
    BOOST_TEST(again.facts.size() == shipped.facts.size());
    BOOST_TEST(again.columns.size() == shipped.columns.size());
    BOOST_TEST(again.subprocessor_headers == shipped.subprocessor_headers, boost::test_tools::per_element());
    for (std::size_t index = 0; index < shipped.questions.size(); ++index) {
        const model::Question& was = shipped.questions[index];
        const model::Question& is = again.questions[index];
        BOOST_TEST_CONTEXT("question " << was.id)
        {
            BOOST_TEST(is.id == was.id);
            BOOST_TEST(is.section == was.section);
            BOOST_TEST(is.recognise == was.recognise, boost::test_tools::per_element());
            BOOST_TEST(is.fingerprint == was.fingerprint);
            BOOST_TEST((is.kind == was.kind));
            BOOST_TEST(is.yes_suffices == was.yes_suffices);
            BOOST_TEST(is.yes_is_good == was.yes_is_good);
            BOOST_TEST(is.evidence == was.evidence, boost::test_tools::per_element());
            BOOST_TEST(is.topic == was.topic, boost::test_tools::per_element());
            BOOST_TEST(is.tags == was.tags, boost::test_tools::per_element());
            BOOST_TEST(is.na_follows_from == was.na_follows_from);
            BOOST_TEST(is.covers.size() == was.covers.size());
            BOOST_TEST((is.severity == was.severity));
            BOOST_TEST_REQUIRE(is.expectations.size() == was.expectations.size());
            for (std::size_t at = 0; at < was.expectations.size(); ++at) {
                const model::Expectation& expected = was.expectations[at];
                const model::Expectation& got = is.expectations[at];
                BOOST_TEST((got.kind == expected.kind));
                BOOST_TEST((got.weight == expected.weight));
                BOOST_TEST(got.met_by == expected.met_by, boost::test_tools::per_element());
                BOOST_TEST(got.minimum == expected.minimum);
                BOOST_TEST(got.violated_by == expected.violated_by, boost::test_tools::per_element());
                BOOST_TEST(got.about == expected.about, boost::test_tools::per_element());
                BOOST_TEST(got.at_most_hours.value_or(-1) == expected.at_most_hours.value_or(-1));
                BOOST_TEST(got.interval_days.value_or(-1) == expected.interval_days.value_or(-1));
                BOOST_TEST(got.limit_is_stated == expected.limit_is_stated);
                BOOST_TEST(got.evidence_meets == expected.evidence_meets);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(regions_and_signs_of_markup_survive)
{
    model::Form form;
    form.id = "f";
    form.version = "1";
    form.title.set(model::Language::en, "A < B & \"C\"\x01");
    model::FormRegion rows;
    rows.table = "R&D \"2026\"";
    rows.position = 2;
    rows.header_rows = {1, 3};
    rows.first_row = 4;
    rows.last_row = 96;
    rows.columns = {{0, model::ColumnRole::question, ""},
                    {26, model::ColumnRole::choice, "Yes <ok>"},
                    {16383, model::ColumnRole::reviewer, ""}};
    model::FormRegion word = rows;
    word.table = "table3/row2/cell1/table1";
    word.position = 0;
    word.last_row = -1;
    model::FormRegion slots;
    slots.slots = true;
    form.regions = {rows, word, slots};
    model::Question question;
    question.id = "1 & 2";
    question.text.set(model::Language::sv, "Är <detta> \xEF\xBF\xBF sant?");
    form.questions = {question};

    const std::string xml = form::to_xml(form);
    BOOST_TEST(xml.find("<column at=\"XFD\" role=\"reviewer\"/>") != std::string::npos);
    BOOST_TEST(xml.find("<column at=\"27\" role=\"choice\" choice=\"Yes &lt;ok&gt;\"/>") != std::string::npos);
    const model::Form again = reread(xml);
    BOOST_TEST(again.title.in(model::Language::en) == "A < B & \"C\"");
    BOOST_TEST_REQUIRE(again.regions.size() == 3u);
    BOOST_TEST(again.regions[0].table == rows.table);
    BOOST_TEST(again.regions[0].position == 2);
    BOOST_TEST(again.regions[0].header_rows == rows.header_rows, boost::test_tools::per_element());
    BOOST_TEST(again.regions[0].first_row == 4);
    BOOST_TEST(again.regions[0].last_row == 96);
    BOOST_TEST(again.regions[0].columns[1].choice == "Yes <ok>");
    BOOST_TEST(again.regions[0].columns[2].column == 16383);
    BOOST_TEST(again.regions[1].last_row == -1);
    BOOST_TEST(again.regions[1].columns[1].column == 26);
    BOOST_TEST(again.regions[2].slots);
    BOOST_TEST(again.questions[0].id == "1 & 2");
    BOOST_TEST(again.questions[0].text.in(model::Language::sv) == "Är <detta> sant?");
}

BOOST_AUTO_TEST_SUITE_END()
