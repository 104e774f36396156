#include "oscal/results.h"

#include <boost/test/unit_test.hpp>

#include "xml/write.h"

using namespace samsvar;
using xml::Element;

BOOST_AUTO_TEST_SUITE(oscal_results_test)

namespace {

model::LocalText said(const std::string& text)
{
    model::LocalText local;
    local.set(model::Language::en, text);
    return local;
}

model::Assessment assessment()
{
    model::Assessment made;
    made.samsvar = "0";
    made.date = {2026, 11, 21};
    made.file = "a.docx";
    made.sha256 = std::string(64, 'a');
    made.form.id = "f";
    model::Catalog catalog;
    catalog.id = "c";
    catalog.title = said("C");
    for (const char* id : {"R.1", "2", "R.3"}) {
        model::Requirement requirement;
        requirement.id = id;
        requirement.title = said("title");
        catalog.requirements.push_back(requirement);
    }
    made.catalogs.push_back(catalog);
    model::AnswerResult answer;
    answer.question = "18";
    answer.outcome = model::Outcome::partial;
    model::Finding finding;
    finding.code = "missing-element";
    finding.detail = "restore-test";
    finding.reason = said("no test");
    finding.quote = "we copy";
    finding.place = {"a.docx", "word/document.xml", "table1/row2/cell3"};
    answer.findings.push_back(finding);
    made.answers.push_back(answer);
    made.requirements = {{"c", "R.1", model::Outcome::satisfied, {}, {}, {"18"}, {}},
                         {"c", "2", model::Outcome::unanswered, model::Severity::high, {}, {}, {}},
                         {"c", "R.3", model::Outcome::not_applicable, {}, {}, {"18"}, {}}};
    return made;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_parts_stand_in_the_order_of_the_model)
{
    const Element results = oscal::results_of(assessment(), model::Language::en);
    BOOST_TEST(results.name == "assessment-results");
    std::string order;
    for (const Element& child : results.children) order += child.name + ' ';
    BOOST_TEST(order == "metadata import-ap result back-matter ");
    order.clear();
    for (const Element& child : results.require_child("result").children)
        if (order.empty() || !order.ends_with(child.name + ' ')) order += child.name + ' ';
    BOOST_TEST(order == "title description start end prop reviewed-controls observation finding ");
    BOOST_TEST(results.require_child("import-ap").attribute_or("href", "") ==
               '#' + results.require_child("back-matter").require_child("resource").attribute_or("uuid", ""));
}

BOOST_AUTO_TEST_CASE(every_requirement_is_judged_or_excluded)
{
    const Element results = oscal::results_of(assessment(), model::Language::en);
    const Element& result = results.require_child("result");
    const Element& selection = result.require_child("reviewed-controls").require_child("control-selection");
    BOOST_TEST(selection.all("include-control").size() == 2u);
    BOOST_TEST(selection.all("include-control").at(1)->attribute_or("control-id", "") == "_2");
    BOOST_TEST(selection.require_child("exclude-control").attribute_or("control-id", "") == "R.3");
    const auto findings = result.all("finding");
    BOOST_TEST_REQUIRE(findings.size() == 2u);
    const auto state = [&](std::size_t index) {
        const Element& status = findings[index]->require_child("target").require_child("status");
        return status.attribute_or("state", "") + ' ' + status.attribute_or("reason", "");
    };
    BOOST_TEST(state(0) == "satisfied pass");
    BOOST_TEST(state(1) == "not-satisfied other");
    // Each observation referred to is there.
    for (const Element* finding : findings)
        for (const Element* related : finding->all("related-observation")) {
            bool there = false;
            for (const Element* observation : result.all("observation"))
                there =
                    there || observation->attribute_or("uuid", "") == related->attribute_or("observation-uuid", "-");
            BOOST_TEST(there);
        }
    BOOST_TEST(findings[1]->all("related-observation").size() == 1u);
}

BOOST_AUTO_TEST_CASE(findings_keep_reason_quote_and_place)
{
    const std::string written = xml::write(oscal::results_of(assessment(), model::Language::en));
    BOOST_TEST(written.find("missing-element:restore-test: no test \"we copy\" "
                            "(a.docx!word/document.xml:table1/row2/cell3)") != std::string::npos);
    BOOST_TEST(written == xml::write(oscal::results_of(assessment(), model::Language::en)));
    BOOST_TEST(written.find("2026-11-21T00:00:00Z") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
