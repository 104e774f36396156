#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/catalog.h"
#include "model/language.h"
#include "model/place.h"
#include "model/word_list.h"

namespace samsvar::model {

/// A regular expression (RE2 syntax) over folded text (text/fold.h): lower case, one byte a letter, accents kept apart
/// (å, ä=æ, ö=ø), so \b and \w mean what they say in Nordic languages.
struct Pattern {
    std::string expression;
    Language language = Language::nb;
    Origin origin;
    Date since{};  ///< what it names is weak from this day on: TLS 1.0 since 2021-03; year 0 for always
};

/// A word or short phrase ("säkerhetskopiering", "two-factor login") found in any inflection, in compounds, and with
/// one slip of the pen when it is long (text/word_set.h).
struct Word {
    std::string text;
    Language language = Language::nb;
    Origin origin;
};

/// A named meaning with the ways people put it.
struct Concept {
    std::string id;     ///< restore-test
    std::string topic;  ///< group of the lexicon it stands in: continuity
    LocalText label;
    std::vector<Pattern> patterns;
    std::vector<Word> words;
    /// Concepts that say "not" themselves ("never copied", "switched off") keep their meaning under a negation cue
    /// inside their own words, and are not turned around by one beside them.
    bool carries_negation = false;
    /// A practice that is weak wherever it is stated, and the finding's detail is this concept's id.
    bool weak = false;
    /// Text that, when it covers a hit, takes it back: TLS 1.0 in "TLS 1.0 is switched off".
    std::vector<Pattern> except;
    /// It is a matter that questions and answers can be about, not a way of speaking (openings, evasions, cues) or of
    /// agreeing (clauses): its topic says so.
    bool is_matter = true;
    /// Looked for in agreements only; answers of a questionnaire are not searched for it.
    bool agreements_only = false;
    /// Where something runs or lies: naming it does not say what is done.
    bool whereabouts = false;
    /// Of data, or of where they go: who is named in a sentence with it gets them.
    bool of_data = false;
    Origin origin;
};

/// A matter that questions are about, known by what the question says. It tells what a reviewer knows of such questions
/// before reading the answer; used where nobody has described the question.
struct Subject {
    std::string id;  ///< becomes a tag of the question: recipients, transfer, breach-notice …
    LocalText label;
    std::vector<std::string> asked_by;     ///< concepts; a question that holds one of them is about the subject
    std::vector<std::string> unless;       ///< concepts in the question that take it back
    Severity severity = Severity::medium;  ///< of a gap
    bool no_is_good = false;               ///< "Are accounts shared?": a no is the comfortable answer
    bool always = false;   ///< a duty of every supplier that processes data for others: never "not applicable"
    bool renewed = false;  ///< done again as time goes, whether or not the question says how often
    Origin origin;
};

/// Something a question can ask for besides its matter ("and how long they are kept", "also of contractors"), known by
/// what the question says; the answer then has to speak of it. Used where nobody has described the question.
struct AskedElement {
    std::vector<std::string> asked_by;  ///< concepts; a question that holds one of them asks for it
    std::vector<std::string> unless;    ///< concepts in the question that take it back
    Expectation expectation;
};

/// How two statements of one supplier are held against each other.
enum class ContradictionKind {
    statements,      ///< a claim concept in one answer, a fact concept in another
    periods_differ,  ///< the same subject with different periods
    kept_longer,     ///< the fact's period is longer than the claim's
    last_done,       ///< the fact was last done longer ago than the claim's interval
    unlisted,        ///< a fact concept that the list (the answer with claim_topic) does not hold
};

/// Two statements that cannot both be true of one supplier.
struct Contradiction {
    std::string id;
    LocalText label;
    ContradictionKind kind = ContradictionKind::statements;
    std::vector<std::string> claim;        ///< concepts of the denial or absolute statement; periods: the subject
    std::vector<std::string> fact;         ///< concepts of the concrete statement that stands; periods: the subject
    std::vector<std::string> claim_topic;  ///< question tags the claim counts in; empty = all
    std::vector<std::string> fact_topic;  ///< likewise for the fact; "header" = facts about supplier and sub-processors
    std::vector<std::string> unless;  ///< concepts in the claim's answer that make it hold; periods: in the sentence
    std::vector<std::string> fact_beside;   ///< a fact counts with one of these in its sentence; empty = always
    std::vector<std::string> claim_beside;  ///< likewise a claim
    bool claim_falls = true;                ///< false: both are told, neither outcome is lowered for it
    bool one_sided = false;                 ///< only the claim is asked about
    bool becomes_gap = false;               ///< the claim's answer is a gap, else partial
    Origin origin;
};

/// What `samsvar explain` prints about one finding code, and the sentences the reports use. Texts may hold
/// {question} {with} {what} {quote} {stated} {limit} {document} {date}.
struct FindingText {
    std::string code;
    LocalText title;
    LocalText meaning;  ///< what it means and what the reviewer does with it
    LocalText reason;   ///< sentence for one finding
    LocalText ask;      ///< question to send to the supplier
    Origin origin;
};

/// Words of ours that findings are put together with: units of limits, the other side of a contradiction.
struct Phrase {
    std::string id;
    LocalText text;  ///< may hold {name}
    Origin origin;
};

/// A sentence that people wrote of a concept, without knowing its patterns.
struct Example {
    std::string concept_id;
    std::string text;
};

struct Lexicon {
    std::vector<Concept> concepts;
    std::vector<Example> examples;  ///< until a matcher has taken them (text/likeness.h)
    std::vector<Contradiction> contradictions;
    std::vector<FindingText> findings;
    std::vector<Phrase> phrases;
    std::vector<Subject> subjects;
    std::vector<AskedElement> elements;
    WordLists lists;

    const Concept* find(std::string_view wanted) const;
    /// Leaves out what is looked for in agreements only.
    void keep_what_answers_say();
    /// Ids of all that are of data.
    std::vector<std::string> concepts_of_data() const;
    const FindingText* finding(std::string_view code) const;
    /// The phrase's text; empty when the lexicon has none of that id.
    const LocalText& phrase(std::string_view id) const;
};

}  // namespace samsvar::model
