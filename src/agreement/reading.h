#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "agreement/parties.h"
#include "model/agreement.h"
#include "text/analysis.h"

namespace samsvar::agreement {

/// A sentence of an agreement.
struct Sentence {
    std::size_t passage = 0;
    std::size_t index = 0;  ///< in the passage's analysis
    std::vector<const text::Hit*> hits;
    bool set_aside = false;  ///< definitions and tables of contents say nothing of what is to be done
};

/// A passage analysed: the lead of a list's item stands in front of its text.
struct ReadPassage {
    text::Analysis analysis;
    std::size_t lead_bytes = 0;        ///< of the analysis' source that are not the passage's own
    std::vector<std::uint32_t> topic;  ///< concepts of the headings and column headers, sorted
    std::size_t first_sentence = 0;    ///< index into Reading::sentences
};

/// Whether it is a length of time in figures: neither "without delay" nor how often.
bool is_period(const text::Duration& duration);

/// An agreement, every sentence taken apart once. References into it stay valid while it lives; not copyable.
class Reading {
public:
    Reading(const model::Agreement& agreement, const text::Matcher& matcher);
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

    const model::Agreement& agreement;
    const text::Matcher& matcher;

    const std::vector<ReadPassage>& passages() const { return passages_; }
    const std::vector<Sentence>& sentences() const { return sentences_; }
    std::size_t section_of(const Sentence& sentence) const;

    /// Concept ids as numbers; ids the lexicon does not hold are left out.
    std::vector<std::uint32_t> numbers(const std::vector<std::string>& ids) const;
    /// The first hit in the sentence of one of the concepts that is not negated (or any), else null.
    const text::Hit* find(const Sentence& sentence, const std::vector<std::uint32_t>& concepts,
                          bool outright = true) const;
    /// Whether the headings or column headers of the sentence's passage, or what stands before it in the passage, name
    /// it.
    bool topical(const Sentence& sentence, const std::vector<std::uint32_t>& concepts) const;

    /// Whether a text outside the passages (a title) names one of the concepts.
    bool names(std::string_view text, const std::vector<std::uint32_t>& concepts) const;

    /// Whose duty the verb at `hit` is; none when the sentence and its heading leave it open.
    Side bound_by(const Sentence& sentence, const text::Hit& hit) const;

    /// The sentence verbatim with its clause and place; of a table row the cell that holds `hit`.
    model::Evidence evidence(const Sentence& sentence, const text::Hit* hit) const;

private:
    std::vector<ReadPassage> passages_;
    std::vector<Sentence> sentences_;
    std::vector<Side> sides_;  ///< by clause: whose duties its heading announces
    std::vector<std::uint32_t> controller_, processor_, rights_;
};

}  // namespace samsvar::agreement
