#include "model/comparison.h"

#include <algorithm>

namespace samsvar::model {

const char* name_of(KnockOut knock_out)
{
    switch (knock_out) {
        case KnockOut::no: return "no";
        case KnockOut::possible: return "possible";
        case KnockOut::yes: return "yes";
    }
    return "no";
}

const char* name_of(RemarkKind kind)
{
    switch (kind) {
        case RemarkKind::file_unreadable: return "file-unreadable";
        case RemarkKind::problem: return "problem";
        case RemarkKind::same_content: return "same-content";
        case RemarkKind::told_in: return "told-in";
        case RemarkKind::several_catalogs: return "several-catalogs";
        case RemarkKind::catalog_not_common: return "catalog-not-common";
        case RemarkKind::catalog_versions: return "catalog-versions";
        case RemarkKind::form_versions: return "form-versions";
        case RemarkKind::other_forms: return "other-forms";
        case RemarkKind::unasked: return "unasked";
        case RemarkKind::unasked_of: return "unasked-of";
        case RemarkKind::questions_left_out: return "questions-left-out";
        case RemarkKind::own_term_unknown: return "own-term-unknown";
        case RemarkKind::own_term_ambiguous: return "own-term-ambiguous";
    }
    return "file-unreadable";
}

int Comparison::count(std::size_t bidder, std::optional<Outcome> outcome) const
{
    return static_cast<int>(std::count_if(rows.begin(), rows.end(), [&](const ComparedRow& row) {
        const ComparedCell& cell = row.cells[bidder];
        return outcome ? cell.asked && cell.outcome == *outcome : !cell.asked;
    }));
}

int Comparison::count(std::size_t bidder, KnockOut knock_out) const
{
    return static_cast<int>(std::count_if(
        rows.begin(), rows.end(), [&](const ComparedRow& row) { return row.cells[bidder].knock_out == knock_out; }));
}

}  // namespace samsvar::model
