#include "compare/score.h"

#include <boost/test/unit_test.hpp>

#include "compare/bidders.h"
#include "compare/compare.h"

using namespace samsvar;
using model::KnockOut;
using model::Outcome;
using model::Severity;

BOOST_AUTO_TEST_SUITE(score_tests)

namespace {

struct Case {
    const char* name;
    std::vector<test::Standing> standings;  // R-1 weighs 6, R-2 4, R-3 1
    std::optional<double> low, high;
    int knock_outs = 0, possible = 0;
};

constexpr auto ok = Outcome::satisfied;
constexpr auto partial = Outcome::partial;
constexpr auto gap = Outcome::gap;
constexpr auto silent = Outcome::unanswered;
constexpr auto unclear = Outcome::unclear;
constexpr auto na = Outcome::not_applicable;

}  // namespace

BOOST_AUTO_TEST_CASE(points_over_weights)
{
    const Case cases[] = {
        {"all satisfied", {{1, ok}, {2, ok}, {3, ok}}, 1.0, 1.0},
        {"all gaps", {{1, gap}, {2, gap}, {3, gap}}, 0.0, 0.0, 2},
        {"half of the heaviest", {{1, partial}, {2, ok}, {3, ok}}, 8.0 / 11, 8.0 / 11},
        {"silence counts against", {{1, silent}, {2, ok}, {3, ok}}, 5.0 / 11, 5.0 / 11, 1},
        {"not applicable leaves both sums", {{1, na}, {2, ok}, {3, gap}}, 4.0 / 5, 4.0 / 5},
        {"all not applicable has no score", {{1, na}, {2, na}, {3, na}}, std::nullopt, std::nullopt},
        {"unclear is a range", {{1, unclear}, {2, ok}, {3, ok}}, 5.0 / 11, 1.0, 0, 1},
        {"unclear of medium importance may not knock out", {{1, ok}, {2, unclear}, {3, ok}}, 7.0 / 11, 1.0},
        {"all unclear", {{1, unclear}, {2, unclear}, {3, unclear}}, 0.0, 1.0, 0, 1},
        {"a gap in a should does not knock out", {{1, ok}, {2, ok}, {3, gap}}, 10.0 / 11, 10.0 / 11},
    };
    const model::Catalog catalog = test::made_catalog(3);
    for (const Case& one : cases) BOOST_TEST_CONTEXT(one.name)
        {
            const model::Comparison made =
                compare::compare({test::made_bidder("Alfa", "a.xlsx", catalog, one.standings)}, {catalog},
                                 test::made_terms(), compare::Questions::all_uncovered);
            const model::ScoreRange& score = made.bidders[0].score;
            BOOST_TEST_REQUIRE(score.has_value() == one.low.has_value());
            if (score) {
                BOOST_TEST(score->low == *one.low, boost::test_tools::tolerance(1e-12));
                BOOST_TEST(score->high == *one.high, boost::test_tools::tolerance(1e-12));
            }
            BOOST_TEST(made.count(0, KnockOut::yes) == one.knock_outs);
            BOOST_TEST(made.count(0, KnockOut::possible) == one.possible);
        }
}

BOOST_AUTO_TEST_CASE(weights_of_zero_give_no_score)
{
    const model::Catalog catalog = test::made_catalog(2);
    model::ComparisonTerms terms = test::made_terms();
    terms.shall = terms.should = 0;
    const model::Comparison made = compare::compare({test::made_bidder("Alfa", "a.xlsx", catalog, {{1, ok}, {2, gap}})},
                                                    {catalog}, terms, compare::Questions::all_uncovered);
    BOOST_TEST(!made.bidders[0].score.has_value());
    BOOST_TEST(made.count(0, KnockOut::yes) == 1);
}

BOOST_AUTO_TEST_CASE(what_was_not_asked_of_one_is_a_range_and_knocks_nobody_out)
{
    const model::Catalog catalog = test::made_catalog(3);
    const model::Comparison made =
        compare::compare({test::made_bidder("Alfa", "a.xlsx", catalog, {{1, ok}, {2, ok}, {3, ok}}),
                          test::made_bidder("Beta", "b.xlsx", catalog, {{2, ok}, {3, ok}})},
                         {catalog}, test::made_terms(), compare::Questions::all_uncovered);
    BOOST_TEST_REQUIRE(made.rows.size() == 3u);
    BOOST_TEST(!made.rows[0].cells[1].asked);
    BOOST_TEST(!made.rows[0].differs);
    BOOST_TEST(made.bidders[1].score->low == 5.0 / 11, boost::test_tools::tolerance(1e-12));
    BOOST_TEST(made.bidders[1].score->high == 1.0);
    BOOST_TEST(made.count(1, KnockOut::yes) == 0);
    BOOST_TEST(made.count(1, std::nullopt) == 1);
}

BOOST_AUTO_TEST_CASE(ranges_that_meet_can_change_places)
{
    struct Row {
        model::ScoreRange score;
        int best, worst;
    };
    const Row rows[] = {{model::PointRange{0.8, 0.9}, 1, 2},
                        {model::PointRange{0.5, 0.85}, 1, 3},
                        {model::PointRange{0.6, 0.6}, 2, 3},
                        {model::PointRange{0.1, 0.1}, 4, 4},
                        {std::nullopt, 0, 0},
                        {model::PointRange{0.1, 0.1 + 1e-15}, 4, 4}};
    std::vector<model::ComparedBidder> bidders;
    for (const Row& row : rows) bidders.emplace_back().score = row.score;
    compare::give_places(bidders);
    for (std::size_t at = 0; at < std::size(rows); ++at) BOOST_TEST_CONTEXT(at)
        {
            BOOST_TEST(bidders[at].best_place == rows[at].best);
            BOOST_TEST(bidders[at].worst_place == rows[at].worst);
        }
}

BOOST_AUTO_TEST_CASE(who_knocks_out_is_said_by_the_terms)
{
    struct Row {
        const char* name;
        std::optional<Severity> from, unclear_from;
        std::vector<model::OwnTerm> own;
        int knock_outs, possible;
    };
    // R-1 (high, shall) is unclear, R-2 (medium, shall) a gap, R-3 (low, should) a gap.
    const Row rows[] = {
        {"as shipped", Severity::low, Severity::high, {}, 1, 1},
        {"unclear never", Severity::low, std::nullopt, {}, 1, 0},
        {"only what matters most", Severity::high, Severity::high, {}, 0, 1},
        {"only what the buyer names, and it names none", std::nullopt, Severity::high, {}, 0, 0},
        {"the buyer names a should", std::nullopt, Severity::high, {{{"made", "R-3"}, {}, true, {}}}, 1, 0},
        {"the buyer takes one away", Severity::low, Severity::high, {{{"", "R-2"}, {}, false, {}}}, 0, 1},
    };
    const model::Catalog catalog = test::made_catalog(3);
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.name)
        {
            model::ComparisonTerms terms = test::made_terms();
            terms.knock_out_from = row.from;
            terms.unclear_from = row.unclear_from;
            terms.own = row.own;
            const model::Comparison made =
                compare::compare({test::made_bidder("Alfa", "a.xlsx", catalog, {{1, unclear}, {2, gap}, {3, gap}})},
                                 {catalog}, terms, compare::Questions::all_uncovered);
            BOOST_TEST(made.count(0, KnockOut::yes) == row.knock_outs);
            BOOST_TEST(made.count(0, KnockOut::possible) == row.possible);
            BOOST_TEST(made.remarks.empty());
        }
}

BOOST_AUTO_TEST_SUITE_END()
