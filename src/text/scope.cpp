#include "text/scope.h"

#include <algorithm>
#include <array>

#include "text/segment.h"

namespace samsvar::text {

namespace {

/// A negation reaches this many words forward to its concept ("har per i dag ingen egen funksjon for X") …
constexpr std::size_t words_before = 4;
/// … and a concept this many forward to a negation behind it ("gjenoppretting av basen testes ikke").
constexpr std::size_t words_after = 3;

template <std::size_t Size>
bool among(std::string_view word, const std::array<std::string_view, Size>& words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Negations that turn what follows and nothing that went before: "without", "no".
constexpr auto forward_only =
    std::to_array<std::string_view>({"uten", "utan", "uden", "without", "ilman", "ingen", "inga", "inget", "intet",
                                     "ingenting", "no", "none", "hverken", "verken", "varken", "neither", "inkje"});
constexpr auto without = std::to_array<std::string_view>({"uten", "utan", "uden", "without", "ilman"});
/// Words that open another statement, so that a negation on one side is not about the other.
constexpr auto openers = std::to_array<std::string_view>(
    {"som",    "that", "which", "who", "fordi", "because", "fOr",  "innan", "before", "until", "unless", "hvis",
     "dersom", "if",   "nAr",   "nEr", "when",  "der",     "hvor", "dEr",   "where",  "men",   "but",    "eftersom"});
constexpr auto conjunctions = std::to_array<std::string_view>({"og", "och", "and", "samt", "ja", "sekE"});
constexpr auto subjects =
    std::to_array<std::string_view>({"vi", "de", "dei", "den", "det", "we", "they", "it", "jeg", "eg", "you", "dere",
                                     "ni", "man", "leverandOren", "leverantOren"});
constexpr auto finite = std::to_array<std::string_view>({"er", "Er", "har", "finnes", "finst", "finns", "have", "has",
                                                         "is", "are", "was", "were", "bruker", "anvEnder", "use"});
/// Clauses that go on about the one before: "…, which is planned for 2027".
constexpr auto relatives = std::to_array<std::string_view>(
    {"som", "which", "that", "vilket", "hvilket", "dette", "detta", "joka", "mikE", "noe"});

class ScopeFinder {
public:
    ScopeFinder(const Analysis& analysis, const Hit& hit, const Cues& cues)
        : text_(analysis.folded.text),
          analysis_(analysis),
          hit_(hit),
          cues_(cues),
          clause_(analysis.clauses[hit.clause]),
          last_clause_(analysis.clauses[analysis.clause_of(end_of(hit.span))]),
          sentence_(analysis.sentences[hit.sentence])
    {
    }

    Scope find(Nature nature, Analysis::Question question)
    {
        Scope scope = scope_without_cues(question);
        scope.negated = nature != Nature::carries_negation && negated(nature);
        scope.planned =
            std::any_of(cues_.plan.begin(), cues_.plan.end(), [&](const Span& cue) { return planned_by(cue); });
        scope.hedged = said(cues_.hedge);
        scope.customer = said(cues_.customer);
        scope.conditional = said(cues_.condition) || beside_condition();
        scope.optional = said(cues_.optional);
        scope.others = std::any_of(cues_.others.begin(), cues_.others.end(),
                                   [&](const Span& cue) { return clause_.overlaps(cue) && cue.begin < hit_.span.end; });
        scope.hypothetical = said(cues_.hypothetical);
        if (question == Analysis::Question::denied) scope.negated = !scope.negated;
        return scope;
    }

private:
    static Span end_of(const Span& span)
    {
        const std::size_t last = span.end > span.begin ? span.end - 1 : span.end;
        return {last, last};
    }
    /// A hit may begin in one clause and end in another, which goes on behind it: "the keys are kept in a vault, and
    /// rotated never".
    bool behind_in_last_clause(const Span& cue) const
    {
        return cue.begin >= hit_.span.end && last_clause_.overlaps(cue);
    }
    std::string_view view(std::size_t begin, std::size_t end) const
    {
        return begin < end ? text_.substr(begin, end - begin) : std::string_view{};
    }
    std::string_view view(const Span& span) const { return view(span.begin, span.end); }
    /// No more than `most` words stand between two places; far ones are not counted to the end.
    bool words_between_at_most(std::size_t most, std::size_t begin, std::size_t end) const
    {
        bool inside = false;
        for (std::size_t words = 0; begin < end; ++begin) {
            const bool now = is_word_character(text_[begin]);
            if (now && !inside && ++words > most) return false;
            inside = now;
        }
        return true;
    }

    bool is_lack(const Span& cue) const
    {
        const std::string_view word = view(cue);
        return word.starts_with("mangl") || word.starts_with("sakn") || word.starts_with("lack") ||
               word.starts_with("puuttu");
    }

    /// Another negation close behind or before `cue`.
    bool beside_negation(const Span& cue) const
    {
        return std::any_of(cues_.negation.begin(), cues_.negation.end(), [&](const Span& other) {
            if (other.overlaps(cue) || !clause_.overlaps(other)) return false;
            return other.begin >= cue.end ? words_between_at_most(0, cue.end, other.begin)
                                          : words_between_at_most(1, other.end, cue.begin);
        });
    }

    /// A negation right in front of another cue turns that one: "ikke valgfritt", "not on request".
    static constexpr std::size_t closely = 1;
    bool turned(const Span& cue) const
    {
        return std::any_of(cues_.negation.begin(), cues_.negation.end(), [&](const Span& negation) {
            return negation.end <= cue.begin && clause_.overlaps(negation) &&
                   words_between_at_most(closely, negation.end, cue.begin) && !strengthens(negation);
        });
    }
    bool turns_a_cue(const Span& negation) const
    {
        for (const auto* list : {&cues_.optional, &cues_.hedge, &cues_.customer})
            for (const Span& cue : *list)
                if (negation.end <= cue.begin && clause_.overlaps(cue) &&
                    words_between_at_most(closely, negation.end, cue.begin))
                    return true;
        return false;
    }

    /// "cannot be switched off", "ikke bare": the negation serves the statement.
    bool strengthens(const Span& negation) const
    {
        return std::any_of(cues_.strengthen.begin(), cues_.strengthen.end(),
                           [&](const Span& one) { return one.contains(negation); });
    }

    bool said(Cues::List cues) const
    {
        return std::any_of(cues.begin(), cues.end(),
                           [&](const Span& cue) { return clause_.overlaps(cue) && !turned(cue); });
    }

    /// "inte X, utan Y": but, not without.
    bool is_swedish_but(const Span& cue) const
    {
        if (view(cue) != "utan") return false;
        return std::any_of(cues_.negation.begin(), cues_.negation.end(), [&](const Span& other) {
            return other.end <= cue.begin && clause_.begin >= other.end && clause_.begin == cue.begin;
        });
    }

    static constexpr std::size_t head_of_clause = 40;  ///< one word, in bytes, generously
    /// "Ingen av de tre …", "No one …" at the head of a clause is about all of it.
    bool heads_clause(const Span& cue) const
    {
        if (cue.begin > clause_.begin + head_of_clause || !words_between_at_most(1, clause_.begin, cue.begin))
            return false;
        const std::string_view word = view(cue);
        for (const std::string_view head : {"no", "none", "intet", "verken", "hverken", "varken", "neither"})
            if (word == head) return true;
        return word.starts_with("ing");
    }

    bool reaches_forward(const Span& cue) const
    {
        const std::vector<std::string_view> between = words_in(view(cue.end, hit_.span.begin));
        if (std::any_of(between.begin(), between.end(), [](std::string_view word) { return among(word, openers); }))
            return false;
        if (!between.empty() && among(between.front(), conjunctions)) return false;  // "deles ikke og krypteres"
        return between.size() <= words_before || heads_clause(cue);
    }

    bool reaches_back(const Span& cue) const
    {
        if (among(view(cue), forward_only)) return false;
        const std::vector<std::string_view> between = words_in(view(hit_.span.end, cue.begin));
        if (between.size() > words_after) return false;
        for (std::size_t index = 0; index < between.size(); ++index) {
            if (among(between[index], openers)) return false;
            if (!among(between[index], conjunctions)) continue;
            // "kryptering og logging brukes ikke" is about both, "data krypteres og slettes ikke" about the second
            // verb.
            const std::string_view concept_words = view(hit_.span);
            const bool verb =
                concept_words.ends_with("es") || concept_words.ends_with("as") || concept_words.ends_with("ast");
            if (verb || between.size() - index - 1 < 2 || among(between[index + 1], subjects)) return false;
        }
        return true;
    }

    /// "Ingen tilgang uten tofaktor", "inloggning utan två faktorer är inte möjlig".
    bool doubled(const Span& cue) const
    {
        if (is_lack(cue)) return beside_negation(cue);
        if (!among(view(cue), without)) return false;
        return std::any_of(cues_.negation.begin(), cues_.negation.end(), [&](const Span& other) {
            if (other.overlaps(cue) || !clause_.overlaps(other)) return false;
            if (other.end <= cue.begin) return true;
            const std::vector<std::string_view> between = words_in(view(hit_.span.end, other.begin));
            return other.begin >= hit_.span.end &&
                   std::none_of(between.begin(), between.end(),
                                [](std::string_view word) { return among(word, conjunctions); });
        });
    }

    /// "ukryptert", "salaamatta": the word turns itself around, and another negation turns it back.
    bool turned_within() const
    {
        return std::any_of(cues_.privative.begin(), cues_.privative.end(),
                           [&](const Span& cue) { return cue.overlaps(hit_.span); });
    }

    bool negated(Nature nature)
    {
        const bool within = nature == Nature::plain && turned_within();
        return negated_around(nature) != within;
    }

    /// How far the words reach that a negation may stand away from the hit, on either side.
    void set_reach()
    {
        constexpr std::size_t farther = 1000;  // bytes; cues are looked for nearer than that
        const std::size_t first = hit_.span.begin > farther ? hit_.span.begin - farther : 0;
        reach_begin_ = hit_.span.begin;
        for (std::size_t words = 0; reach_begin_ > first; --reach_begin_) {
            const bool last_letter = is_word_character(text_[reach_begin_ - 1]) &&
                                     (reach_begin_ == hit_.span.begin || !is_word_character(text_[reach_begin_]));
            if (last_letter && ++words > words_before) break;
        }
        const std::size_t last = std::min(text_.size(), hit_.span.end + farther);
        reach_end_ = hit_.span.end;
        for (std::size_t words = 0; reach_end_ < last; ++reach_end_) {
            const bool first_letter = is_word_character(text_[reach_end_]) &&
                                      (reach_end_ == hit_.span.end || !is_word_character(text_[reach_end_ - 1]));
            if (first_letter && ++words > words_after) break;
        }
    }
    /// Most of many cues are too far away to decide anything, and need no closer look: see reaches_forward and
    /// reaches_back, which say so in the end.
    bool out_of_reach(const Span& cue) const
    {
        if (cue.end <= hit_.span.begin) return cue.end < reach_begin_ && cue.begin > clause_.begin + head_of_clause;
        return cue.begin >= hit_.span.end && cue.begin > reach_end_;
    }

    bool negated_around(Nature nature)
    {
        if (!cues_.negation.empty()) set_reach();
        for (const Span& cue : cues_.negation) {
            if (out_of_reach(cue)) continue;
            if ((!clause_.overlaps(cue) && !behind_in_last_clause(cue)) || strengthens(cue) || turns_a_cue(cue) ||
                is_swedish_but(cue))
                continue;
            if (hit_.span.contains(cue)) {
                if (nature == Nature::plain) return true;
                continue;
            }
            if (hit_.span.overlaps(cue) || doubled(cue)) continue;
            // The "not" of "does not lack" is spent on the lack.
            if (std::any_of(cues_.negation.begin(), cues_.negation.end(), [&](const Span& other) {
                    return !other.overlaps(cue) && clause_.overlaps(other) && is_lack(other) && doubled(other) &&
                           !is_lack(cue);
                }))
                continue;
            // The "no" of "no access without X" does not reach over "without".
            if (cue.end <= hit_.span.begin &&
                std::none_of(cues_.negation.begin(), cues_.negation.end(), [&](const Span& other) {
                    return other.begin >= cue.end && other.end <= hit_.span.begin && among(view(other), without);
                })) {
                if (reaches_forward(cue)) return true;
            }
            else if (cue.begin >= hit_.span.end && !doubled_behind() && reaches_back(cue))
                return true;
        }
        if (nature != Nature::weak_practice) return false;
        return std::any_of(cues_.abolition.begin(), cues_.abolition.end(),
                           [&](const Span& cue) { return clause_.overlaps(cue) && !hit_.span.contains(cue); });
    }

    /// A "without" stands right before the hit, so that a negation behind makes it good again.
    bool doubled_behind() const
    {
        return std::any_of(cues_.negation.begin(), cues_.negation.end(), [&](const Span& cue) {
            return cue.end <= hit_.span.begin && clause_.overlaps(cue) && among(view(cue), without) &&
                   words_between_at_most(words_before, cue.end, hit_.span.begin) && doubled(cue);
        });
    }

    /// Between a concept and a plan in the same sentence a word that turns ("men", "but") parts what is from what will
    /// be.
    bool turned_between(const Span& cue) const
    {
        const std::size_t begin = std::min<std::size_t>(cue.end, hit_.span.end);
        const std::size_t end = std::max<std::size_t>(cue.begin, hit_.span.begin);
        const std::string_view between = view(begin, end);
        // Few words begin with one of these letters: most are passed without a look.
        for (std::size_t at = between.find(' '); at != std::string_view::npos; at = between.find(' ', at + 1)) {
            const std::string_view rest = between.substr(at + 1);
            if (rest.empty() || std::string_view("mbwoa").find(rest.front()) == std::string_view::npos) continue;
            for (const std::string_view word : {"men ", "but ", "mens ", "medan ", "while ", "mutta ", "og vi har ",
                                                "och vi har ", "and we have "})
                if (rest.starts_with(word)) return true;
        }
        return false;
    }

    /// The hit's clause says something by itself: "data er kryptert, …", "backups are encrypted, and …".
    bool states_by_itself() const
    {
        const bool english = analysis_.language == model::Language::en;
        constexpr std::size_t around = 300;  // bytes; clauses are shorter
        const std::vector<std::string_view> words =
            words_in(view(std::max(clause_.begin, hit_.span.begin > around ? hit_.span.begin - around : 0),
                          std::min(clause_.end, hit_.span.end + around)));
        return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
            return among(word, finite) || (!english && word.size() >= 5 &&
                                           (word.ends_with("es") || word.ends_with("as") || word.ends_with("ast")));
        });
    }

    bool planned_by(const Span& cue) const
    {
        if (!sentence_.overlaps(cue) || turned_between(cue)) return false;
        if (clause_.overlaps(cue) || last_clause_.overlaps(cue)) return true;
        // A plan is said once for a whole enumeration: "TLS 1.3, HSTS and key rotation are on our roadmap".
        if (!states_by_itself()) return true;
        const Span& other = analysis_.clauses[analysis_.clause_of(cue)];
        constexpr std::size_t one_word = 40;
        const std::vector<std::string_view> opening =
            words_in(view(other.begin, std::min(other.end, other.begin + one_word)));
        return other.begin >= clause_.end && !opening.empty() && among(opening.front(), relatives);
    }

    /// "Hvis kunden ønsker det, krypteres data", "data is encrypted, if the customer wishes".
    bool beside_condition() const
    {
        return std::any_of(cues_.condition.begin(), cues_.condition.end(), [&](const Span& cue) {
            if (!sentence_.overlaps(cue)) return false;
            const std::size_t other = analysis_.clause_of(cue);
            const bool next_to = other + 1 == hit_.clause || other == hit_.clause + 1;
            constexpr std::size_t bracket = 2;
            return next_to && cue.begin <= analysis_.clauses[other].begin + bracket;
        });
    }

    std::string_view text_;
    const Analysis& analysis_;
    const Hit& hit_;
    const Cues& cues_;
    const Span& clause_;
    const Span& last_clause_;
    const Span& sentence_;
    std::size_t reach_begin_ = 0;
    std::size_t reach_end_ = 0;
};

}  // namespace

Scope scope_without_cues(Analysis::Question question)
{
    Scope scope;
    scope.asked = question == Analysis::Question::open;
    scope.negated = question == Analysis::Question::denied;
    return scope;
}

Scope scope_of(const Analysis& analysis, const Hit& hit, const Cues& cues, Nature nature, Analysis::Question question)
{
    return ScopeFinder(analysis, hit, cues).find(nature, question);
}

}  // namespace samsvar::text
