#include "compare/remarks.h"

#include <algorithm>
#include <set>

namespace samsvar::compare {

using model::Remark;
using model::RemarkKind;

namespace {

void add_once(std::vector<std::string>& to, const std::string& text)
{
    if (std::find(to.begin(), to.end(), text) == to.end()) to.push_back(text);
}

void add_same_content(const model::Comparison& comparison, std::vector<Remark>& remarks)
{
    for (std::size_t index = 0; index < comparison.bidders.size(); ++index)
        for (std::size_t before = 0; before < index; ++before) {
            const model::ComparedBidder& one = comparison.bidders[index];
            const model::ComparedBidder& other = comparison.bidders[before];
            if (one.record.sha256.empty() || one.record.sha256 != other.record.sha256) continue;
            remarks.push_back({RemarkKind::same_content, one.label, other.label, {}, {}});
            break;
        }
}

/// Of every catalogue that any bidder was held against: whether all were, and in which versions.
void add_catalogs(const model::Comparison& comparison, std::vector<Remark>& remarks)
{
    std::vector<std::string> ids;
    for (const model::ComparedBidder& bidder : comparison.bidders)
        for (const model::RecordedSource& catalog : bidder.record.catalogs) add_once(ids, catalog.id);
    for (const std::string& id : ids) {
        std::vector<std::string> labels, versions;
        for (const model::ComparedBidder& bidder : comparison.bidders)
            for (const model::RecordedSource& catalog : bidder.record.catalogs)
                if (catalog.id == id) {
                    labels.push_back(bidder.label);
                    add_once(versions, catalog.version);
                }
        if (labels.size() < comparison.bidders.size())
            remarks.push_back({RemarkKind::catalog_not_common, {}, id, labels, {}});
        else if (versions.size() > 1)
            remarks.push_back({RemarkKind::catalog_versions, {}, id, versions, {}});
    }
    std::vector<std::string> compared;
    for (const model::ComparedGroup& group : comparison.groups)
        if (!group.questions) compared.push_back(group.source.id);
    if (compared.size() > 1) remarks.push_back({RemarkKind::several_catalogs, {}, {}, compared, {}});
}

void add_forms(const model::Comparison& comparison, std::vector<Remark>& remarks)
{
    std::set<std::string> forms;
    std::vector<std::string> versions, each;
    for (const model::ComparedBidder& bidder : comparison.bidders) {
        const model::RecordedSource& form = bidder.record.form;
        forms.insert(form.id);
        add_once(versions, form.version);
        each.push_back(bidder.label + ": " + form.id + (form.version.empty() ? "" : ' ' + form.version));
    }
    if (forms.size() == 1 && versions.size() > 1 && comparison.same_form)
        remarks.push_back({RemarkKind::form_versions, {}, *forms.begin(), versions, {}});
    if (!comparison.same_form) remarks.push_back({RemarkKind::other_forms, {}, {}, each, {}});
}

}  // namespace

std::vector<Remark> remarks_on_bidders(const model::Comparison& comparison)
{
    std::vector<Remark> remarks;
    add_same_content(comparison, remarks);
    add_forms(comparison, remarks);
    add_catalogs(comparison, remarks);
    return remarks;
}

std::vector<Remark> remarks_on_unasked(const model::Comparison& comparison)
{
    std::vector<Remark> remarks;
    for (std::size_t bidder = 0; bidder < comparison.bidders.size(); ++bidder)
        for (const model::ComparedGroup& group : comparison.groups) {
            Remark remark{RemarkKind::unasked_of, comparison.bidders[bidder].label, group.source.id, {}, {}};
            for (const model::ComparedRow& row : comparison.rows)
                if (row.name.catalog == group.source.id && row.question == group.questions && !row.cells[bidder].asked)
                    remark.ids.push_back(row.name.id);
            if (!remark.ids.empty()) remarks.push_back(std::move(remark));
        }
    return remarks;
}

}  // namespace samsvar::compare
