#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "model/catalog.h"
#include "model/language.h"
#include "model/lexicon.h"
#include "text/fold.h"
#include "text/likeness.h"

namespace samsvar::text {

/// What stands around a concept and changes what it is worth. A concept under any of them is not simply stated.
struct Scope {
    bool negated : 1 = false;       ///< "ikke kryptert", "saknas", "no encryption", "testes ikke"
    bool hedged : 1 = false;        ///< "kan evt.", "ved behov", "on request", "normally"
    bool planned : 1 = false;       ///< "innen Q3", "under innføring", "planlagt", "will be"
    bool customer : 1 = false;      ///< an obligation put on the customer: "kunden må selv", "kommunens ansvar"
    bool conditional : 1 = false;   ///< "hvis kunden ønsker", "if enabled"
    bool others : 1 = false;        ///< what somebody else offers in general: "Azure supports …", not what is done here
    bool hypothetical : 1 = false;  ///< "in theory", "could be added", "kunne vært"
    bool asked : 1 = false;         ///< in a question that no yes or no answers: "Is the data encrypted?"
    /// "kan slås på", "valgfritt", "recommended", "kan aktiveres", "must be enabled by the user"
    bool optional : 1 = false;
    /// Stated outright: none of the above (hedged alone still counts as stated weakly: see rules).
    bool plain() const
    {
        return !negated && !hedged && !planned && !customer && !conditional && !optional && !unsaid();
    }
    /// The words are there, but nobody says that it is so.
    bool unsaid() const { return others || hypothetical || asked; }
};

/// One occurrence of a concept in an answer. Small: a long answer has a hundred thousand of them.
struct Hit {
    std::uint32_t concept_index = 0;  ///< into Matcher::lexicon().concepts
    ShortSpan span;
    std::uint32_t clause = 0;    ///< index into Analysis::clauses
    std::uint32_t sentence = 0;  ///< index into Analysis::sentences
    std::uint32_t since = 0;     ///< what the words name counts from this day on (number() of model::Pattern::since)
    Scope scope;
};

/// A length of time in an answer: "72 timer", "tre dager", "innan 24 h", "fem virkedager", "seks måneder", "within one
/// business week".
struct Duration {
    Span span;
    double hours = 0;  ///< working days count as calendar days × 7/5 (five working days = one week)
    bool working_days = false;
    bool immediate = false;  ///< "straks", "without undue delay": no figure, hours = 0
    bool interval = false;   ///< says how often ("hver 12. måned"), not how long
    std::size_t sentence = 0;
    std::size_t clause = 0;
};

/// How often: "årlig", "hvert kvartal", "to ganger i året", "annethvert år", "every second week", "daglig", "ved hver
/// endring".
struct Frequency {
    Span span;
    double interval_days = 0;  ///< 0 = continuous or at every event
    bool vague = false;        ///< "jevnlig", "regelbundet", "periodically": a word without an interval
    bool event = false;        ///< "ved vesentlige endringer", "ved ansettelse": tied to an event, not to time
    std::size_t sentence = 0;
    std::size_t clause = 0;
};

/// "14.03.2026", "3. september 2026", "juni 2022", "2026-04-17", "høsten 2025" (month 0), "Q3 2027" (first month of
/// it).
struct FoundDate {
    Span span;
    model::Date date;
    bool until = false;    ///< stands as the end of a validity: "gyldig til", "utløp 30.09.2026", "valid until"
    bool planned = false;  ///< stands as a promise: "innen", "i løpet av", "planlagt"
    std::size_t sentence = 0;
    std::size_t clause = 0;
};

/// "se punkt 18", "ref pkt 32", "jf. spørsmål 5", "see question CRY-03", "samme som 12", "as above" (number empty).
struct Reference {
    Span span;
    std::string number;  ///< as folded: "18", "cry-03", "a.9.4.4"; empty for "as above"
    std::size_t sentence = 0;
};

/// "vedlegg 8 kap. 3", "bilag B", "appendix 2", "BD-01_ISO.pdf": an enclosed document by label.
struct AnnexReference {
    Span span;
    std::string label;  ///< folded, leading zeros dropped: "8", "b"; the file name for files
    bool file = false;
};

/// An answer, folded and taken apart once; all checks look at this and none reads the text again.
struct Analysis {
    Folded folded;
    std::vector<Span> sentences;      ///< sentences, list items and lines
    std::vector<Span> clauses;        ///< parts of sentences between , ; : and co-ordinating conjunctions
    std::vector<Hit> hits;            ///< by position
    std::vector<std::uint64_t> held;  ///< a bit for each concept: it has a hit
    /// Indexes of the hits by concept, and of each concept the first of them; only in a large text.
    std::vector<std::uint32_t> by_concept, first_of_concept;
    std::vector<Duration> durations;
    std::vector<Frequency> frequencies;
    std::vector<FoundDate> dates;
    std::vector<Reference> references;
    std::vector<AnnexReference> annexes;
    std::vector<Span> plans;    ///< cues of a plan ("planned for", "on the roadmap"), by position
    std::vector<Span> options;  ///< cues that something is left to choice ("can be switched on", "recommended")
    std::vector<Span> denials;  ///< cues of a negation ("not", "saknas"), by position
    model::Language language = model::Language::nb;  ///< by function words; nb when nothing speaks for another
    std::size_t words = 0;

    /// Whether the concept has a hit: most that are asked for have none.
    bool holds(std::uint32_t concept_index) const
    {
        return concept_index / 64 < held.size() && (held[concept_index / 64] >> concept_index % 64 & 1) != 0;
    }

    /// The first hit of a concept that is accepted, or null.
    template <typename Accepted>
    const Hit* first_hit(std::uint32_t concept_index, const Accepted& accepted) const
    {
        if (!holds(concept_index)) return nullptr;
        if (by_concept.empty()) {
            for (const Hit& hit : hits)
                if (hit.concept_index == concept_index && accepted(hit)) return &hit;
            return nullptr;
        }
        for (std::uint32_t at = first_of_concept[concept_index]; at < first_of_concept[concept_index + 1]; ++at)
            if (accepted(hits[by_concept[at]])) return &hits[by_concept[at]];
        return nullptr;
    }

    enum class Question { none, open, affirmed, denied };
    /// Whether the sentence asks, and what the one behind it answers: "Tofaktor? Ja, for alle."
    Question question_at(std::size_t sentence) const;
    /// What begins in a sentence or between it and the next one (or before the first one).
    Span range_of(std::size_t sentence) const
    {
        return {sentence == 0 ? 0 : sentences[sentence].begin,
                sentence + 1 < sentences.size() ? sentences[sentence + 1].begin : folded.text.size()};
    }
    /// The hits that begin in a sentence.
    std::span<const Hit> hits_in(std::size_t sentence) const;
    std::size_t sentence_of(const Span& span) const;
    std::size_t clause_of(const Span& span) const;
};

/// All concepts of a lexicon, compiled once. Immutable after construction; shareable between threads.
class Matcher {
public:
    /// Throws Error(malformed) with file and line at the first wrong pattern.
    explicit Matcher(model::Lexicon lexicon);
    /// The same with what was prepared of the same lexicon, by write() of a matcher of this build: in a twentieth of
    /// the time. It looks into the reader's bytes, which must stay.
    Matcher(model::Lexicon lexicon, BytesReader& prepared);
    Matcher(Matcher&&) noexcept;
    ~Matcher();

    void write(BytesWriter& into) const;

    /// Finds every concept, quantity and reference of `answer`. Linear in the length of the text.
    Analysis analyse(std::string_view answer) const;

    const model::Lexicon& lexicon() const;
    /// What a sentence is like, in the lexicon's concepts.
    const Likeness& likeness() const;
    /// Index of a concept, or nothing.
    std::optional<std::uint32_t> index_of(std::string_view concept_id) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace samsvar::text
