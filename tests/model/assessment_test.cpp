#include "model/assessment.h"

#include <boost/test/unit_test.hpp>

using namespace samsvar::model;

BOOST_AUTO_TEST_SUITE(assessment_tests)

BOOST_AUTO_TEST_CASE(outcomes_and_evidence_states_are_named_as_in_the_results)
{
    struct Row {
        Outcome outcome;
        const char* name;
    };
    const Row rows[] = {
        {Outcome::satisfied, "satisfied"},   {Outcome::partial, "partial"}, {Outcome::gap, "gap"},
        {Outcome::unanswered, "unanswered"}, {Outcome::unclear, "unclear"}, {Outcome::not_applicable, "not-applicable"},
    };
    for (const Row& row : rows) {
        BOOST_TEST(name_of(row.outcome) == std::string(row.name));
        BOOST_TEST((outcome_named(row.name) == row.outcome));
    }
    BOOST_TEST(!outcome_named("n.a."));
    BOOST_TEST(name_of(EvidenceState::not_requested) == std::string("not-requested"));
    BOOST_TEST(name_of(EvidenceState::verified) == std::string("verified"));
}

BOOST_AUTO_TEST_CASE(outcomes_and_proof_have_an_order)
{
    constexpr Outcome outcomes[] = {Outcome::satisfied, Outcome::not_applicable, Outcome::partial,
                                    Outcome::unclear,   Outcome::gap,            Outcome::unanswered};
    constexpr EvidenceState states[] = {EvidenceState::not_requested, EvidenceState::verified,
                                        EvidenceState::received,      EvidenceState::enclosed,
                                        EvidenceState::on_request,    EvidenceState::referred,
                                        EvidenceState::requested,     EvidenceState::missing,
                                        EvidenceState::too_old,       EvidenceState::expired};
    for (int at = 0; at < 6; ++at) BOOST_TEST(badness(outcomes[at]) == at);
    for (int at = 0; at < 10; ++at) BOOST_TEST(proof_lacking(states[at]) == at);
    // What proves, and what nobody asked for, is not asked for again.
    for (const EvidenceState state : all_evidence_states) BOOST_TEST(is_outstanding(state) == (proof_lacking(state) > 3));
}

BOOST_AUTO_TEST_CASE(labels_stand_in_every_language_of_the_reports)
{
    const auto complete = [](const LocalText& label) {
        for (const Language language : {Language::nb, Language::sv, Language::en})
            if (!label.exactly(language) || label.exactly(language)->empty()) return false;
        return true;
    };
    for (const Outcome outcome : all_outcomes) BOOST_TEST(complete(label_of(outcome)));
    for (const EvidenceState state : all_evidence_states) BOOST_TEST(complete(label_of(state)));
    for (const Severity severity : {Severity::none, Severity::low, Severity::medium, Severity::high})
        BOOST_TEST(complete(label_of(severity)));
    BOOST_TEST(label_of(Outcome::gap).in(Language::en) == "Gap");
    BOOST_TEST(label_of(EvidenceState::expired).in(Language::sv) == "Utgånget");
    BOOST_TEST(label_of(Severity::high).in(Language::nb) == "Høy");
}

BOOST_AUTO_TEST_CASE(counts_hold_every_outcome_and_clean_means_nothing_to_follow_up)
{
    Assessment assessment;
    assessment.answers.resize(2);
    assessment.answers[0].question = "1";
    assessment.answers[0].outcome = Outcome::satisfied;
    assessment.answers[1].question = "2";
    assessment.answers[1].outcome = Outcome::satisfied;
    BOOST_TEST(assessment.counts().size() == std::size(all_outcomes));
    BOOST_TEST(assessment.counts().at(Outcome::satisfied) == 2);
    BOOST_TEST(assessment.counts().at(Outcome::gap) == 0);
    BOOST_TEST(assessment.clean());
    // A satisfied answer can still have a document to send.
    assessment.answers[1].severity = Severity::low;
    BOOST_TEST(!assessment.clean());
    BOOST_TEST(assessment.answer("2") == &assessment.answers[1]);
    BOOST_TEST(!assessment.answer("3"));
}

BOOST_AUTO_TEST_SUITE_END()
