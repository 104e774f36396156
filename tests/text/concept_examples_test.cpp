// Every sentence of concept_examples/*.tsv hits its concept outright, or, with a leading "!", does not.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>
#include <set>

#include "base/split.h"
#include "lexicon_reader.h"

namespace samsvar::text {

namespace {

struct Example {
    std::string file;
    int line = 0;
    std::string concept_id, language, sentence;
    bool hits = true;

    std::string where() const { return file + ":" + std::to_string(line) + " " + concept_id + " «" + sentence + "»"; }
};

/// Lines of concept, language, sentence, separated by tabs; '#' starts a remark.
const std::vector<Example>& examples()
{
    static const std::vector<Example> all = [] {
        std::vector<Example> read;
        const std::filesystem::path folder = std::filesystem::path(SAMSVAR_SOURCE_DIR) / "tests/text/concept_examples";
        for (const auto& path : files_in(folder, ".tsv")) {
            int line = 0;
            for (const std::string& row : split(read_file(path, 1 << 20), '\n')) {
                ++line;
                if (row.empty() || row.front() == '#') continue;
                const std::vector<std::string> fields = split(row, '\t');
                const std::string file = path.filename().string();
                BOOST_REQUIRE_MESSAGE(fields.size() == 3, file << ":" << line << " does not hold three columns");
                const bool hits = !fields[2].starts_with('!');
                read.push_back({file, line, fields[0], fields[1], fields[2].substr(hits ? 0 : 1), hits});
            }
        }
        return read;
    }();
    return all;
}

const model::Lexicon& lexicon()
{
    static const model::Lexicon read = testing::shipped_lexicon();
    return read;
}

/// As the checks see it: neither negated nor planned nor put on the customer.
bool stated(const Analysis& analysis, std::uint32_t concept_index)
{
    return std::any_of(analysis.hits.begin(), analysis.hits.end(), [&](const Hit& hit) {
        return hit.concept_index == concept_index && !hit.scope.negated && !hit.scope.planned && !hit.scope.customer;
    });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(concept_examples_test)

BOOST_AUTO_TEST_CASE(each_example_hits_its_concept_or_misses_it)
{
    const Matcher matcher(lexicon());
    BOOST_TEST(!examples().empty());
    for (const Example& example : examples()) {
        const auto index = matcher.index_of(example.concept_id);
        BOOST_REQUIRE_MESSAGE(index, example.where() << ": there is no such concept");
        const bool hit = stated(matcher.analyse(example.sentence), *index);
        BOOST_CHECK_MESSAGE(hit == example.hits, example.where() << (hit ? " is taken for it" : " is not found"));
    }
}

BOOST_AUTO_TEST_CASE(a_concept_with_examples_has_one_for_each_language_of_its_patterns)
{
    std::map<std::string, std::set<std::string>> shown;
    for (const Example& example : examples())
        if (example.hits) shown[example.concept_id].insert(example.language);
    for (const model::Concept& one : lexicon().concepts) {
        const auto known = shown.find(one.id);
        if (known == shown.end()) continue;
        for (const model::Pattern& pattern : one.patterns)
            BOOST_CHECK_MESSAGE(known->second.count(model::name_of(pattern.language)),
                                one.id << " has patterns but no example in " << model::name_of(pattern.language));
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar::text
