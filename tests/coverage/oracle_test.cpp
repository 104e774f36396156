// How often the search finds what a person had written down: the requirements that the questions of the shipped form
// cover, and those that KLASSA's requirements are mapped to. The floors only rise.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdio>
#include <set>

#include "app/library.h"
#include "coverage/search.h"

namespace samsvar::coverage {

namespace {

struct Rate {
    std::size_t asked = 0, first = 0, among_three = 0, sure = 0, sure_right = 0;
};

struct Asked {
    std::string id;
    std::string text;
    model::Language language;
    std::set<std::string> right;
};

struct Oracle {
    app::Library library{SAMSVAR_SOURCE_DIR};
    std::vector<model::Catalog> catalogs = library.catalogs();
    text::Matcher matcher = library.matcher();

    Rate ask(const std::vector<Asked>& all, const std::string& catalog) const
    {
        std::vector<text::Analysis> analyses;
        for (const Asked& one : all) analyses.push_back(matcher.analyse(one.text));
        std::vector<Query> queries;
        for (std::size_t at = 0; at < all.size(); ++at) queries.push_back({&analyses[at], {}, all[at].language});
        const RequirementSearch search(catalogs, matcher, queries);
        Rate rate;
        for (std::size_t at = 0; at < all.size(); ++at) {
            std::vector<Match> found;
            for (const Match& match : search.find(queries[at], 3))
                if (catalogs[match.catalog].id == catalog) found.push_back(match);
            const auto is_right = [&](const Match& match) {
                return all[at].right.count(catalogs[match.catalog].requirements[match.requirement].id) > 0;
            };
            ++rate.asked;
            if (found.empty()) continue;
            if (is_right(found.front())) ++rate.first;
            if (std::any_of(found.begin(), found.end(), is_right)) ++rate.among_three;
            if (found.front().confidence < unsure_below) continue;
            ++rate.sure;
            if (is_right(found.front())) ++rate.sure_right;
        }
        return rate;
    }
};

const Oracle& oracle()
{
    static const Oracle value;
    return value;
}

double share(std::size_t part, std::size_t whole)
{
    return whole ? static_cast<double>(part) / static_cast<double>(whole) : 1;
}

void tell(const char* name, const Rate& rate)
{
    std::printf("%s: %zu questions, right first %.3f, among three %.3f; sure %.3f, right when sure %.3f\n", name, rate.asked,
                share(rate.first, rate.asked), share(rate.among_three, rate.asked), share(rate.sure, rate.asked),
                share(rate.sure_right, rate.sure));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(oracle_test)

BOOST_AUTO_TEST_CASE(the_shipped_form)
{
    const model::Form form = oracle().library.form("skolesec-ros");
    struct Row {
        const char* catalog;
        double floor, floor_when_sure;
    };
    for (const auto& [catalog, floor, floor_when_sure] :
         {Row{"iso27001-2022", 0.69, 0.84}, Row{"klassa-supplier", 0.57, 0.73}, Row{"gdpr-processor", 0.39, 0.54}}) {
        std::vector<Asked> all;
        for (const model::Question& question : form.questions) {
            std::set<std::string> right;
            for (const model::Coverage& coverage : question.covers)
                if (coverage.catalog == catalog) right.insert(coverage.id);
            if (right.empty()) continue;
            for (const auto& [language, text] : question.text.all()) all.push_back({question.id, text, language, right});
        }
        const Rate rate = oracle().ask(all, catalog);
        tell(catalog, rate);
        BOOST_TEST_CONTEXT(catalog)
        {
            BOOST_TEST(rate.asked >= 130u);
            BOOST_TEST(share(rate.first, rate.asked) >= floor);
            BOOST_TEST(share(rate.sure_right, rate.sure) >= floor_when_sure);
        }
    }
}

BOOST_AUTO_TEST_CASE(klassa_as_questions)
{
    for (const char* from : {"klassa-supplier", "klassa-system-manager"}) {
        std::vector<Asked> all;
        for (const model::Requirement& one : oracle().library.catalog(from).requirements) {
            std::set<std::string> right;
            for (const model::Mapping& mapping : oracle().library.mappings())
                if (mapping.from_catalog == from && mapping.from_id == one.id && mapping.to_catalog == "iso27001-2022")
                    right.insert(mapping.to_id);
            if (right.empty()) continue;
            for (const auto& [language, text] : one.text.all()) all.push_back({one.id, text, language, right});
        }
        const Rate rate = oracle().ask(all, "iso27001-2022");
        tell(from, rate);
        BOOST_TEST(share(rate.first, rate.asked) >= 0.52);
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar::coverage
