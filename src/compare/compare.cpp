#include "compare/compare.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "compare/names.h"
#include "compare/remarks.h"
#include "compare/score.h"

namespace samsvar::compare {

namespace {

using model::ComparedCell;
using model::ComparedRow;
using model::Comparison;
using model::Record;
using model::Remark;
using model::RemarkKind;
using model::RequirementName;

/// Case and blanks apart, which a word processor changes by itself.
std::string plain(const std::string& text)
{
    std::string letters;
    for (const char c : text)
        if (c != ' ' && !(c >= '\t' && c <= '\r'))
            letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return letters;
}

/// The same questions under the same ids. Two questionnaires numbered alike are not the same: most questions must have
/// the same words, when they stand in both files; some may have been edited by a supplier.
bool same_questions(const Record& one, const Record& other)
{
    if (one.form.id != other.form.id || one.answers.size() != other.answers.size()) return false;
    std::size_t alike = 0, printed = 0;
    for (std::size_t at = 0; at < one.answers.size(); ++at) {
        if (one.answers[at].question != other.answers[at].question) return false;
        const std::string left = plain(one.answers[at].printed_question);
        const std::string right = plain(other.answers[at].printed_question);
        if (left.empty() || right.empty()) continue;
        ++printed;
        alike += left == right ? 1 : 0;
    }
    return one.form.version == other.form.version || alike * 2 > printed;
}

const model::RecordedSource* find_source(const std::vector<model::RecordedSource>& sources, const std::string& id)
{
    for (const model::RecordedSource& source : sources)
        if (source.id == id) return &source;
    return nullptr;
}

class Comparing {
public:
    Comparing(const std::vector<model::Catalog>& catalogs, const model::ComparisonTerms& terms) : terms_(terms)
    {
        for (const model::Catalog& catalog : catalogs)
            for (const model::Requirement& one : catalog.requirements)
                importance_.emplace(RequirementName{catalog.id, one.id}, one.severity);
    }

    Comparison make(std::vector<Record> records, Questions questions)
    {
        made_.samsvar = records.front().samsvar;
        made_.date = records.front().date;
        made_.terms = terms_;
        const std::vector<std::string> catalogs = common_catalogs(records);
        made_.same_form = std::all_of(records.begin(), records.end(),
                                      [&](const Record& one) { return same_questions(records.front(), one); });
        for (Record& record : records) made_.bidders.emplace_back().record = std::move(record);
        name_bidders(made_.bidders);
        for (const model::ComparedBidder& bidder : made_.bidders) index_requirements(bidder.record);
        std::vector<Remark> unasked;
        for (const std::string& catalog : catalogs) add_requirements(catalog, unasked);
        if (made_.same_form) add_questions(questions, unasked);
        made_.remarks = remarks_on_bidders(made_);
        apply_own_terms();
        for (ComparedRow& row : made_.rows) judge(row);
        add_scores();
        for (Remark& remark : unasked) made_.remarks.push_back(std::move(remark));
        for (Remark& remark : remarks_on_unasked(made_)) made_.remarks.push_back(std::move(remark));
        return std::move(made_);
    }

private:
    using Requirements = std::map<RequirementName, const model::RecordedRequirement*>;

    void index_requirements(const Record& record)
    {
        Requirements& found = requirements_.emplace_back();
        for (const model::RecordedRequirement& one : record.requirements) found.emplace(one.name, &one);
    }

    void add_requirements(const std::string& catalog, std::vector<Remark>& unasked)
    {
        std::vector<ComparedRow> rows;
        std::set<RequirementName> seen;
        Remark nobody{RemarkKind::unasked, {}, catalog, {}, {}};
        // A profile may leave out of one record what stands in another.
        for (const model::ComparedBidder& bidder : made_.bidders)
            for (const model::RecordedRequirement& one : bidder.record.requirements) {
                if (one.name.catalog != catalog || !seen.insert(one.name).second) continue;
                ComparedRow row = row_of(one);
                const bool asked = std::any_of(row.cells.begin(), row.cells.end(),
                                               [](const ComparedCell& cell) { return cell.asked; });
                if (asked)
                    rows.push_back(std::move(row));
                else
                    nobody.ids.push_back(one.name.id);
            }
        if (!nobody.ids.empty()) unasked.push_back(std::move(nobody));
        if (rows.empty()) return;
        std::stable_sort(rows.begin(), rows.end(),
                         [](const ComparedRow& a, const ComparedRow& b) { return a.shall > b.shall; });
        made_.groups.push_back({*find_source(made_.bidders.front().record.catalogs, catalog), false});
        std::move(rows.begin(), rows.end(), std::back_inserter(made_.rows));
    }

    ComparedRow row_of(const model::RecordedRequirement& requirement) const
    {
        ComparedRow row;
        row.name = requirement.name;
        row.title = requirement.title;
        row.shall = requirement.shall;
        if (const auto known = importance_.find(row.name); known != importance_.end()) row.importance = known->second;
        for (const Requirements& of_bidder : requirements_) {
            ComparedCell& cell = row.cells.emplace_back();
            const auto found = of_bidder.find(row.name);
            if (found == of_bidder.end() || found->second->answers.empty()) continue;
            cell.asked = true;
            cell.outcome = found->second->outcome;
            cell.severity = found->second->severity;
            cell.evidence = found->second->evidence;
            cell.questions = found->second->answers;
        }
        return row;
    }

    void add_questions(Questions questions, std::vector<Remark>& left_out)
    {
        const Record& first = made_.bidders.front().record;
        std::set<std::string> covered;
        for (const ComparedRow& row : made_.rows)
            for (const ComparedCell& cell : row.cells) covered.insert(cell.questions.begin(), cell.questions.end());
        Remark others{RemarkKind::questions_left_out, {}, first.form.id, {}, {}};
        bool any = false;
        for (std::size_t at = 0; at < first.answers.size(); ++at) {
            const model::RecordedAnswer& question = first.answers[at];
            if (covered.contains(question.question)) continue;
            if (questions == Questions::only_unmapped && !question.covers.empty()) {
                others.ids.push_back(question.question);
                continue;
            }
            made_.rows.push_back(question_row(at));
            any = true;
        }
        if (any) made_.groups.push_back({first.form, true});
        if (!others.ids.empty()) left_out.push_back(std::move(others));
    }

    ComparedRow question_row(std::size_t at) const
    {
        const Record& first = made_.bidders.front().record;
        ComparedRow row;
        row.name = {first.form.id, first.answers[at].question};
        row.question = true;
        row.title.set(first.language, first.answers[at].printed_question);
        row.shall = false;
        for (const model::ComparedBidder& bidder : made_.bidders) {
            const model::RecordedAnswer& answer = bidder.record.answers[at];
            row.cells.push_back({true,
                                 answer.outcome,
                                 answer.severity,
                                 answer.evidence,
                                 {answer.question},
                                 model::KnockOut::no,
                                 std::nullopt});
        }
        return row;
    }

    /// What the buyer says goes over importance and kind; what fits no row is told, never passed over.
    void apply_own_terms()
    {
        for (ComparedRow& row : made_.rows) {
            row.weight = weight_of(row, terms_);
            row.knocks_out = knocks_out(row, terms_);
        }
        for (const model::OwnTerm& own : terms_.own) {
            std::vector<ComparedRow*> found;
            std::vector<std::string> catalogs;
            for (ComparedRow& row : made_.rows)
                if (row.name.id == own.name.id && (own.name.catalog.empty() || row.name.catalog == own.name.catalog)) {
                    found.push_back(&row);
                    catalogs.push_back(row.name.catalog);
                }
            const std::string written = own.name.catalog.empty() ? own.name.id : own.name.text();
            if (found.empty())
                made_.remarks.push_back({RemarkKind::own_term_unknown, {}, written, {}, own.origin.text()});
            else if (found.size() > 1)
                made_.remarks.push_back({RemarkKind::own_term_ambiguous, {}, written, catalogs, own.origin.text()});
            else
                apply(own, *found.front());
        }
    }

    static void apply(const model::OwnTerm& own, ComparedRow& row)
    {
        if (own.weight) {
            row.weight = *own.weight;
            row.own_weight = true;
        }
        if (own.knock_out) row.knocks_out = *own.knock_out;
    }

    void judge(ComparedRow& row) const
    {
        const ComparedCell* first = nullptr;
        for (ComparedCell& cell : row.cells) {
            cell.points = points_of(cell, terms_);
            cell.knock_out = knock_out_of(row, cell, terms_);
            if (!cell.asked) continue;
            if (first == nullptr) first = &cell;
            row.differs = row.differs || cell.outcome != first->outcome;
        }
    }

    void add_scores()
    {
        for (std::size_t index = 0; index < made_.bidders.size(); ++index) {
            model::ComparedBidder& bidder = made_.bidders[index];
            bidder.score = score(made_.rows, index, [](const ComparedRow&) { return true; });
            for (const model::ComparedGroup& group : made_.groups)
                bidder.scores.push_back(score(made_.rows, index, [&](const ComparedRow& row) {
                    return row.name.catalog == group.source.id && row.question == group.questions;
                }));
        }
        give_places(made_.bidders);
    }

    const model::ComparisonTerms& terms_;
    std::map<RequirementName, model::Severity> importance_;
    std::vector<Requirements> requirements_;  // one a bidder
    Comparison made_;
};

}  // namespace

std::vector<std::string> common_catalogs(const std::vector<Record>& records)
{
    std::vector<std::string> common;
    for (const model::RecordedSource& catalog : records.front().catalogs)
        if (std::all_of(records.begin(), records.end(),
                        [&](const Record& one) { return find_source(one.catalogs, catalog.id) != nullptr; }))
            common.push_back(catalog.id);
    return common;
}

Comparison compare(std::vector<Record> records, const std::vector<model::Catalog>& catalogs,
                   const model::ComparisonTerms& terms, Questions questions)
{
    return Comparing(catalogs, terms).make(std::move(records), questions);
}

}  // namespace samsvar::compare
