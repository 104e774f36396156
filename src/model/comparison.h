#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/record.h"

namespace samsvar::model {

/// Points from the lowest to the highest that can be right: 0.5 to 0.5 when it is known, 0 to 1 when it is not.
struct PointRange {
    double low = 0;
    double high = 0;
    bool operator==(const PointRange&) const = default;
};

/// What one requirement is to be worth in this comparison, as the buyer says.
struct OwnTerm {
    RequirementName name;  ///< catalog empty: whichever catalogue has the id; a question's has the form's id as catalog
    std::optional<double> weight;
    std::optional<bool> knock_out;
    Origin origin;
};

/// Points, weights and knock-outs as data: reports/tender-terms.xml, and the buyer's own file over it.
struct ComparisonTerms {
    /// An outcome that has none leaves both sums, the points reached and the points there are.
    std::map<Outcome, PointRange> points;
    std::optional<PointRange> not_asked;
    /// Weight = that of the requirement's importance times that of its kind.
    std::map<Severity, double> importance;
    double shall = 0, should = 0, question = 0;
    /// A shall requirement of at least this importance that is a gap or unanswered knocks out; nothing = only those
    /// the buyer names.
    std::optional<Severity> knock_out_from;
    /// One of at least this importance that is unclear may knock out: a person has to read it; nothing = never.
    std::optional<Severity> unclear_from;
    std::vector<OwnTerm> own;
};

enum class KnockOut { no, possible, yes };
const char* name_of(KnockOut knock_out);

/// One bidder's standing in one row.
struct ComparedCell {
    bool asked = false;  ///< false: no question of the bidder's form is about it; the rest says nothing then
    Outcome outcome = Outcome::unanswered;
    Severity severity = Severity::none;
    EvidenceState evidence = EvidenceState::not_requested;
    std::vector<std::string> questions;  ///< of the bidder's form
    KnockOut knock_out = KnockOut::no;
    std::optional<PointRange> points;  ///< nothing: leaves both sums
};

/// A requirement all bidders are held against; or, when all answered the same form, a question no such requirement
/// covers.
struct ComparedRow {
    RequirementName name;  ///< of a question: the form's id and the question's
    bool question = false;
    LocalText title;
    bool shall = true;
    Severity importance = Severity::medium;  ///< of a gap, whoever has it
    double weight = 0;
    bool own_weight = false;          ///< said by the buyer, not made of importance and kind
    bool knocks_out = false;          ///< a gap here knocks a bidder out
    bool differs = false;             ///< the bidders that were asked have not all the same outcome
    std::vector<ComparedCell> cells;  ///< in the order of the bidders
};

/// Share of the points there are, 0 to 1; nothing when there are none: all not applicable, or of no weight.
using ScoreRange = std::optional<PointRange>;

struct ComparedBidder {
    std::string label;       ///< A, B … AA
    std::string name;        ///< as the supplier wrote it, else the file's name; no two alike
    std::string short_name;  ///< for the head of a column; no two alike
    Record record;
    ScoreRange score;
    /// Place among the bidders at best and at worst: those whose ranges meet can change places. 0 without a score.
    int best_place = 0, worst_place = 0;
    std::vector<ScoreRange> scores;  ///< in the order of Comparison::groups
};

/// Something to know about the comparison: what could not be compared, and why.
enum class RemarkKind {
    file_unreadable,     ///< subject: the file; text: why
    problem,                ///< bidder, or empty when it is the same with all; subject: the place; text: what
    same_content,        ///< bidder; subject: the label of the one with the same bytes
    told_in,             ///< subject: the catalogue in whose terms all were told, since they had none in common
    several_catalogs,    ///< ids: catalogues that count together, so that a question counts once for each
    catalog_not_common,  ///< subject: catalogue; ids: labels of those held against it
    catalog_versions,    ///< subject: catalogue; ids: its versions
    form_versions,       ///< subject: form; ids: its versions
    other_forms,         ///< ids: "A: form" …; questions without a requirement are not compared
    unasked,             ///< subject: catalogue; ids: requirements no bidder was asked about
    unasked_of,          ///< bidder; subject: catalogue; ids: requirements only others were asked about
    questions_left_out,  ///< ids: questions about other catalogues than those named
    own_term_unknown,    ///< subject: as the buyer wrote it; text: where
    own_term_ambiguous,  ///< the same; ids: catalogues that have the id
};
const char* name_of(RemarkKind kind);  ///< "file-unreadable"

struct Remark {
    RemarkKind kind = RemarkKind::file_unreadable;
    std::string bidder;  ///< label, or empty
    std::string subject;
    std::vector<std::string> ids;
    std::string text;
};

/// Rows that are scored by themselves too: those of a catalogue, or the questions of the form.
struct ComparedGroup {
    RecordedSource source;
    bool questions = false;
};

/// Bidders side by side.
struct Comparison {
    std::string samsvar;
    Date date;
    ComparisonTerms terms;
    std::vector<ComparedBidder> bidders;
    std::vector<ComparedGroup> groups;
    std::vector<ComparedRow> rows;  ///< by group; shall, then should; then in the order of the catalogue
    bool same_form = false;         ///< all answered the same questions, so that answers can stand side by side
    std::vector<Remark> remarks;

    /// How many rows of that bidder (index) have the outcome; nothing = was not asked.
    int count(std::size_t bidder, std::optional<Outcome> outcome) const;
    int count(std::size_t bidder, KnockOut knock_out) const;
};

}  // namespace samsvar::model
