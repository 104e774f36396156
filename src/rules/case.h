#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/assessment.h"
#include "rules/folder.h"
#include "rules/look_ups.h"
#include "text/analysis.h"

namespace samsvar::rules {

/// What the first words of an answer say.
enum class Polarity { none, yes, no, not_applicable, unknown };

/// How an answer stands to one expectation.
enum class Standing {
    met,
    planned,    ///< only promised
    negated,    ///< said not to be so
    deflected,  ///< put on the customer
    optional,   ///< only possible, recommended or on somebody's wish
    violated,   ///< the opposite is shown
    short_of,   ///< a duration or frequency beyond the limit
    vague,      ///< a word without a value where a value is needed ("regularly")
    absent,
};

/// One text the reasoning looks at: the answer itself, one it refers to, its evidence column, titles of its annexes.
struct Source {
    const text::Analysis* analysis = nullptr;
    const model::Answer* answer = nullptr;  ///< null for annex titles
    bool own = false;                       ///< the answer's own words
};

/// Outcome of looking for one expectation.
struct Sought {
    const model::Expectation* expectation = nullptr;
    Standing standing = Standing::absent;
    const Source* source = nullptr;  ///< where what decides it stands
    text::Span span;                 ///< in that source
    std::string concept_id;          ///< concept that decides it, if one does
    std::string stated;              ///< the quantity as written
    bool own = false;                ///< decided by the answer's own words
    bool touched = false;            ///< some of it is there, though not enough
    std::size_t distinct = 0;        ///< how many of its concepts are stated outright
};

/// A sentence of the answer and the concept that it is most like, of all that others wrote of (text/likeness.h).
struct LikeSentence {
    text::Span span;
    std::uint32_t concept_index = 0;
};

/// One question of the form with all that is known of its answer. Filled step by step by the checks, in their order.
struct View {
    const model::Question* question = nullptr;
    const model::Answer* answer = nullptr;  ///< null when the file does not hold the question
    text::Analysis own;
    text::Analysis evidence;
    std::vector<text::Analysis> annex_titles;
    text::Analysis asked;  ///< the question itself as printed; only of questions whose description was concluded
    Polarity polarity = Polarity::none;
    bool partly = false;  ///< its first words say that it holds in part
    std::size_t words_beyond_polarity = 0;
    std::vector<std::size_t> referred;  ///< indexes into Case::views, followed to the end of the chain
    std::vector<Source> sources;
    std::vector<Sought> sought;
    std::optional<std::vector<LikeSentence>> like;  ///< by position, once in_other_words was asked
    bool names_document = false;
    bool encloses_document = false;
    std::vector<std::string> documents;               ///< as written
    std::vector<model::EvidenceDocument> enclosures;  ///< held against the files that came
    bool settled = false;                   ///< an earlier step ended the matter: no expectations, no evasions
    bool evaded = false;                    ///< an evasion explains what is missing: no missing-element beside it
    std::optional<model::Outcome> outcome;  ///< set when a step settles it; else worst finding wins
    std::size_t contradictions = 0;         ///< among the findings
    std::vector<model::Finding> findings;
    std::vector<model::Step> steps;

    const std::string& id() const { return question->id; }
    /// Number of must-expectations with that standing.
    int musts(Standing standing) const;
    int musts() const;
    bool has(std::string_view code) const;
};

/// One side of a contradiction: what is said, and where.
struct Statement {
    View* view = nullptr;  ///< null for the header
    const text::Analysis* analysis = nullptr;
    text::Span span;
    double hours = 0;  ///< periods
};

/// One submission under evaluation. References stay valid while it lives; not copyable.
struct Case {
    const model::Form& form;
    const model::Submission& submission;
    const text::Matcher& matcher;
    model::Date date;
    std::vector<View> views;
    text::Analysis header;                   ///< the sub-processors as one text: "name, address" of each on a line
    std::vector<std::size_t> header_starts;  ///< where each sub-processor begins in the header's source
    std::optional<Folder> folder;            ///< the files that came, when they are at hand
    std::optional<LookUps> look_ups;
    /// By what they state (concepts of a pair in the lexicon), for check_contradictions: looked for once in all views.
    std::map<const void*, std::vector<Statement>> statements;
    std::size_t contradictions = 0;   ///< found so far, in all answers
    mutable std::string known_names;  ///< of recipients, once they were asked for
    bool explained = false;           ///< most answers of the submission say more than yes or no

    Case(const model::Form& form_, const model::Submission& submission_, const text::Matcher& matcher_,
         model::Date date_, const model::EvidenceFolder* files = nullptr);
    Case(const Case&) = delete;
    Case& operator=(const Case&) = delete;

    /// Place of the sub-processor that holds `span` of the header; empty when none is listed.
    model::Place header_place(const text::Span& span) const;
    /// True when `analysis` holds one of the concepts outright (not negated, planned or put on the customer).
    bool states(const text::Analysis& analysis, std::string_view concept_id) const;
    bool states_any(const text::Analysis& analysis, const std::vector<std::string>& concept_ids) const;
    /// Indexes of those of the concepts that have a hit, whatever its scope.
    std::vector<std::uint32_t> held_of(const text::Analysis& analysis,
                                       const std::vector<std::string>& concept_ids) const;
    /// First hit of the concept, or null.
    const text::Hit* first_hit(const text::Analysis& analysis, std::string_view concept_id, bool outright = true) const;
    /// First outright hit of the concept that has one of the others, outright too, in its sentence; or null.
    const text::Hit* first_hit_beside(const text::Analysis& analysis, std::string_view concept_id,
                                      const std::vector<std::string>& others) const;
};

/// A sentence around a span, verbatim from the supplier's file, at most about 300 bytes.
std::string sentence_quote(const text::Analysis& analysis, const text::Span& span);

/// What a finding's sentences are filled with.
struct Words {
    std::string detail;
    model::LocalText what;  ///< {what}
    std::string with;       ///< {with}
    std::string question;   ///< {question}, when it is not the view's own
    std::string quote;
    std::string stated;      ///< {stated}
    model::LocalText limit;  ///< {limit}
    std::string document;    ///< {document}
    std::string date;        ///< {date}
};

/// A phrase of the lexicon with `name` put in; empty when there is none of that id.
model::LocalText phrase(const Case& context, std::string_view id, const std::string& name = {});

/// Whether a hit in the view's own answer is a practice that is weak wherever it stands, and a matter of its question.
bool is_weak_practice_of(const Case& context, const View& view, const text::Hit& hit);

/// Makes a finding of `view`, with reason and question in every language the lexicon has for the code.
model::Finding make_finding(const Case& context, const View& view, std::string_view code, const Words& words,
                            model::Severity severity, model::Outcome at_best, const model::Origin& rule);

/// The file of the folder that is a document the supplier lists; null when there is none, or no folder.
const KnownFile* enclosed_annex(const Case& context, const model::Annex& annex);

/// So many contradictions are told of one answer at most: in a file where every answer contradicts every other one
/// their number is the square of its length, and after some nobody reads on.
inline constexpr std::size_t most_contradictions = 60;
/// And so many of all answers together.
inline constexpr std::size_t most_contradictions_in_all = 10'000;
bool is_contradicted_enough(const Case& context, const View& view);
/// Whether another contradiction with `with` is to be told of `view`: neither told already nor one too many.
bool may_contradict(Case& context, View& view, const std::string& with);

/// Whether the question bears a tag.
bool tagged(const View& view, std::string_view tag);

}  // namespace samsvar::rules
