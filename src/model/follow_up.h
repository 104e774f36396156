#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/register.h"

namespace samsvar::model {

/// By what a question of this year was known as one of last year's, surest first.
enum class MatchedBy {
    id,           ///< the same form, the same id, words that are still about the same
    content,      ///< the same words under another id
    similarity,   ///< nearly the same words
    requirement,  ///< other words, but both cover the same requirement, through mappings where need be
};
const char* name_of(MatchedBy by);
const LocalText& label_of(MatchedBy by);

/// What became of an answer since last time.
enum class Change {
    worsened,
    copied,  ///< word for word last time's, although the question changed
    improved,
    reworded,  ///< other words, worth the same
    unchanged,
    newly_asked,
    no_longer_asked,
};
inline constexpr Change all_changes[] = {Change::worsened,       Change::copied,    Change::improved,
                                         Change::reworded,       Change::unchanged, Change::newly_asked,
                                         Change::no_longer_asked};
const char* name_of(Change change);  ///< "no-longer-asked"
const LocalText& label_of(Change change);

/// One question then and now. The answers are in the two records.
struct AnswerChange {
    Change change = Change::unchanged;
    std::string before, now;  ///< ids of the question; empty for newly asked, no longer asked
    MatchedBy by = MatchedBy::id;
    double similarity = 0;  ///< 0-1: of the printed questions
    bool question_changed = false;
    bool answer_changed = false;
    /// The words are last time's and worth something else now: the day, the rules or another answer made the
    /// difference.
    bool revalued = false;
    std::vector<RecordedFinding> came, gone;  ///< findings by key
};

/// The outcome of a requirement then and now; `before` empty when it was not assessed then.
struct RequirementChange {
    RequirementName before, now;
    Relation relation = Relation::equal;  ///< of the one to the other, when they are of different catalogues
    std::optional<Outcome> was;
    Outcome is = Outcome::unanswered;
};

/// What the supplier promised last time, and whether it came about.
struct PromiseKept {
    enum class State {
        kept,      ///< what was planned is now stated
        not_kept,  ///< still planned or missing, and the day has passed
        not_yet,   ///< the day is still to come
        unclear,   ///< no longer asked, or the question was left open
    };
    State state = State::unclear;
    std::string before, now;  ///< questions
    std::string quote;        ///< the promise
    Place place;
    std::optional<Date> due;  ///< last day of what was said; nothing = no day was said
    std::string answer;       ///< what is said now
};
const char* name_of(PromiseKept::State state);
const LocalText& label_of(PromiseKept::State state);

/// Proof that has run out.
struct ExpiredEvidence {
    std::string question;  ///< of now; empty for evidence received otherwise
    std::string document;  ///< as named, or the words of the answer
    std::optional<Date> valid_until;
    Place place;
};

/// What became of a decision of last time.
struct CarriedDecision {
    enum class State {
        carried,   ///< nothing it was based on has changed
        reopened,  ///< what it was based on has other words now
        lapsed,    ///< the accepted risk has run out
        settled,   ///< what it was about is no longer found
    };
    State state = State::carried;
    Decision before;
    std::optional<Target> now;
    std::string words_before, words_now;  ///< both texts
};
const char* name_of(CarriedDecision::State state);
const LocalText& label_of(CarriedDecision::State state);

/// This year's assessment held against last year's.
struct FollowUp {
    Supplier supplier;
    std::string contract;
    std::int64_t before_id = 0;
    Record before, now;
    double overlap = 0;                   ///< 0-1: questions of now that were asked before
    std::map<MatchedBy, std::size_t> by;  ///< how many were known by what
    std::vector<AnswerChange> changes;    ///< in the order of now's form, then what is no longer asked
    std::vector<RequirementChange> requirements;
    std::vector<PromiseKept> promises;
    std::vector<ExpiredEvidence> expired;
    std::vector<CarriedDecision> decisions;

    std::map<Change, std::size_t> counts() const;
    std::vector<Decision> carried() const;  ///< as decisions on now's assessment
};

}  // namespace samsvar::model
