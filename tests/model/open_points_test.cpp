// What is still to be asked, and what decisions take away from it.
#include <boost/test/unit_test.hpp>

#include "model/open_points.h"

using namespace samsvar::model;

BOOST_AUTO_TEST_SUITE(open_points_test)

namespace {

RecordedFinding finding(const std::string& code, Severity severity, const std::string& ask)
{
    RecordedFinding made;
    made.code = code;
    made.severity = severity;
    if (!ask.empty()) made.ask.set(Language::nb, ask);
    return made;
}

/// Question 1: two findings; 2: documents outstanding; 3: nothing. One requirement nobody asked about, one thing in
/// general.
Record record()
{
    Record made;
    RecordedAnswer one;
    one.question = "1";
    one.printed_question = "Who?";
    one.text = "Somebody";
    one.findings = {finding("vague", Severity::medium, "Who exactly?"), finding("too-slow", Severity::high, "Faster?"),
                    finding("note", Severity::low, "")};
    RecordedAnswer two;
    two.question = "2";
    two.evidence = EvidenceState::requested;
    two.evidence_named = {"Plan"};
    two.findings = {finding("evidence-outstanding", Severity::low, "Send it.")};
    RecordedAnswer three;
    three.question = "3";
    made.answers = {one, two, three};
    RecordedRequirement requirement;
    requirement.name = {"c", "A.1"};
    requirement.findings = {finding("unmapped-requirement", Severity::low, "How?")};
    made.requirements = {requirement};
    made.general = {finding("invalid-identifier", Severity::low, "Number?")};
    return made;
}

Decision decided(Target::Kind kind, const std::string& key, DecisionKind what, std::optional<Date> due = {})
{
    Decision made;
    made.target = {kind, key};
    made.kind = what;
    made.due = due;
    made.comment = "SECRET";
    made.owner = "SECRET";
    return made;
}

const Date today{2026, 11, 29};

/// "1: Who exactly? Faster? | 2: …": names and asks of what is open.
std::string open(const std::vector<Decision>& decisions)
{
    std::string text;
    for (const OpenPoint& point : open_points(record(), decisions, today)) {
        text += (text.empty() ? "" : " | ") + (point.name.empty() ? "whole" : point.name) + ':';
        for (const LocalText& ask : point.asks) text += ' ' + ask.in(Language::nb);
    }
    return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(without_decisions_every_ask_of_an_answer_is_open)
{
    BOOST_TEST(open({}) == "1: Who exactly? Faster? | 2: Send it. | whole: Number?");
    const std::vector<OpenPoint> points = open_points(record(), {}, today);
    BOOST_TEST((points[0].severity == Severity::high));
    BOOST_TEST(!points[0].documents_outstanding);
    BOOST_TEST(points[1].documents_outstanding);
    BOOST_TEST(points[1].documents == std::vector<std::string>{"Plan"});
}

BOOST_AUTO_TEST_CASE(decisions_close_and_open_points)
{
    using enum DecisionKind;
    using Kind = Target::Kind;
    struct Row {
        const char* name;
        std::vector<Decision> decisions;
        const char* expected;
    };
    const Row rows[] = {
        {"an accepted answer", {decided(Kind::answer, "1", accept)}, "2: Send it. | whole: Number?"},
        {"a rejected one",
         {decided(Kind::answer, "1", reject)},
         "1: Who exactly? Faster? | 2: Send it. | whole: Number?"},
        {"an accepted finding",
         {decided(Kind::finding, "1#vague", accept)},
         "1: Faster? | 2: Send it. | whole: Number?"},
        {"a finding to ask about goes before its accepted answer",
         {decided(Kind::answer, "1", accept), decided(Kind::finding, "1#vague", ask_supplier)},
         "1: Who exactly? | 2: Send it. | whole: Number?"},
        {"a risk accepted until today",
         {decided(Kind::answer, "1", accept_risk, today)},
         "2: Send it. | whole: Number?"},
        {"one that lapsed",
         {decided(Kind::answer, "1", accept_risk, Date{2026, 11, 28})},
         "1: Who exactly? Faster? | 2: Send it. | whole: Number?"},
        {"accepted documents", {decided(Kind::evidence, "2", accept)}, "1: Who exactly? Faster? | whole: Number?"},
        {"asked although nothing was found",
         {decided(Kind::answer, "3", ask_supplier)},
         "1: Who exactly? Faster? | 2: Send it. | 3: | whole: Number?"},
        {"a requirement that nobody asked about",
         {decided(Kind::requirement, "c/A.1", ask_supplier)},
         "1: Who exactly? Faster? | 2: Send it. | A.1: How? | whole: Number?"},
        {"something in general",
         {decided(Kind::finding, "general#invalid-identifier", accept)},
         "1: Who exactly? Faster? | 2: Send it."},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            BOOST_TEST(open(row.decisions) == row.expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(the_earliest_day_of_what_is_asked_is_the_points)
{
    const std::vector<OpenPoint> points =
        open_points(record(),
                    {decided(Target::Kind::answer, "1", DecisionKind::ask_supplier, Date{2027, 1, 1}),
                     decided(Target::Kind::finding, "1#vague", DecisionKind::ask_supplier, Date{2026, 12, 24})},
                    today);
    BOOST_TEST_REQUIRE(points.size() == 3u);
    BOOST_TEST(points[0].due->text() == "2026-12-24");
}

BOOST_AUTO_TEST_SUITE_END()
