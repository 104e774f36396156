// How often a concept is recognised in sentences that people wrote for it without knowing its patterns: those the
// lexicon was improved with and is compared with (catalogs/lexicon/examples), and those nobody improved it with and it
// knows nothing of (tests/quality/wording/kept).
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

#include "app/library.h"
#include "base/files.h"
#include "base/limits.h"
#include "text/analysis.h"

namespace samsvar {

namespace {

namespace fs = std::filesystem;

struct Sentence {
    std::string concept_id;
    std::string text;
};

std::vector<Sentence> sentences_of(const fs::path& file)
{
    std::vector<Sentence> sentences;
    std::istringstream lines(read_file(file, Limits{}.own_xml_bytes));
    std::string line;
    std::getline(lines, line);
    BOOST_REQUIRE_MESSAGE(line == "concept\tsentence", file << ": two columns are wanted");
    while (std::getline(lines, line)) {
        const std::size_t tabulator = line.find('\t');
        BOOST_REQUIRE_MESSAGE(tabulator != std::string::npos, file << ": two columns are wanted: " << line);
        sentences.push_back({line.substr(0, tabulator), line.substr(tabulator + 1)});
    }
    return sentences;
}

struct Share {
    double recognised = 0;
    double likest = 0;  ///< the concept is the one that it is most like
    double astray = 0;  ///< bad practice of another topic seen in it, per sentence
};

/// Files of a folder, and how many of their sentences are recognised. Those that are not are written to the file that
/// SAMSVAR_WORDING_MISSED names, those where bad practice is seen astray to SAMSVAR_WORDING_ASTRAY.
Share recognised(const text::Matcher& matcher, const std::string& folder)
{
    const bool seen = folder == "catalogs/lexicon/examples";
    std::ofstream missed;
    std::ofstream elsewhere;
    if (const char* file = std::getenv("SAMSVAR_WORDING_MISSED"); file && seen) missed.open(file);
    if (const char* file = std::getenv("SAMSVAR_WORDING_ASTRAY"); file && seen) elsewhere.open(file);
    const std::vector<model::Concept>& concepts = matcher.lexicon().concepts;
    std::size_t astray = 0;
    std::size_t all = 0;
    std::size_t all_found = 0;
    std::size_t likest = 0;
    for (const fs::path& file : files_in(fs::path(SAMSVAR_SOURCE_DIR) / folder, ".tsv")) {
        std::size_t found = 0;
        const std::vector<Sentence> sentences = sentences_of(file);
        for (const Sentence& one : sentences) {
            const auto index = matcher.index_of(one.concept_id);
            BOOST_REQUIRE_MESSAGE(index, file << ": no concept " << one.concept_id);
            const text::Analysis analysis = matcher.analyse(one.text);
            const bool holds = analysis.holds(*index);
            found += holds;
            const auto nearest = matcher.likeness().nearest(analysis.folded.text, 1);
            likest += !nearest.empty() && nearest.front().concept_index == *index;
            for (std::uint32_t other = 0; other < concepts.size(); ++other) {
                const model::Concept& known = concepts[other];
                if (!known.weak || known.topic == concepts[*index].topic || !analysis.holds(other)) continue;
                ++astray;
                if (elsewhere)
                    elsewhere << known.id << '\t' << file.stem().string() << '\t' << one.concept_id << '\t' << one.text
                              << '\n';
            }
            if (!holds && missed) missed << file.stem().string() << '\t' << one.concept_id << '\t' << one.text << '\n';
        }
        std::cout << "wording, " << folder << ", " << file.stem().string() << ": " << found << " of "
                  << sentences.size() << '\n';
        all += sentences.size();
        all_found += found;
    }
    const double count = static_cast<double>(std::max<std::size_t>(all, 1));
    const Share share{static_cast<double>(all_found) / count, static_cast<double>(likest) / count,
                      static_cast<double>(astray) / count};
    std::cout << "wording, " << folder << ": " << share.recognised << " of " << all << ", likest " << share.likest
              << ", bad practice astray in " << share.astray << '\n';
    return share;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(wording_test)

BOOST_AUTO_TEST_CASE(concepts_are_recognised_in_words_of_others)
{
    const app::Library library{SAMSVAR_SOURCE_DIR};
    const text::Matcher matcher = library.matcher();
    // The floors only rise, the ceiling only falls.
    const Share seen = recognised(matcher, "catalogs/lexicon/examples");
    const Share kept = recognised(matcher, "tests/quality/wording/kept");
    BOOST_TEST(seen.recognised >= FLOOR_WORDING_SEEN);
    BOOST_TEST(kept.recognised >= FLOOR_WORDING_KEPT);
    BOOST_TEST(kept.likest >= FLOOR_WORDING_LIKEST);
    BOOST_TEST(seen.astray <= CEILING_WORDING_ASTRAY);
    BOOST_TEST(kept.astray <= CEILING_WORDING_ASTRAY);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar
