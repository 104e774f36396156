#include "model/agreement.h"

#include <algorithm>

#include "model/report_text.h"

namespace samsvar::model {

const char* name_of(ClauseOutcome outcome)
{
    switch (outcome) {
        case ClauseOutcome::missing: return "missing";
        case ClauseOutcome::partial: return "partial";
        case ClauseOutcome::covered: return "covered";
    }
    return "";
}

const LocalText& label_of(ClauseOutcome outcome)
{
    static const LocalText missing = report_text("mangler", "saknas", "missing");
    static const LocalText partial = report_text("delvis", "delvis", "partial");
    static const LocalText covered = report_text("dekket", "täckt", "covered");
    return outcome == ClauseOutcome::missing ? missing : outcome == ClauseOutcome::partial ? partial : covered;
}

const char* name_of(DeviationKind kind)
{
    switch (kind) {
        case DeviationKind::changed: return "changed";
        case DeviationKind::missing: return "missing";
        case DeviationKind::added: return "added";
        case DeviationKind::moved: return "moved";
        case DeviationKind::filled: return "filled";
    }
    return "";
}

const LocalText& label_of(DeviationKind kind)
{
    static const LocalText labels[] = {
        report_text("endret", "ändrad", "changed"), report_text("mangler", "saknas", "missing"),
        report_text("lagt til", "tillagd", "added"), report_text("flyttet", "flyttad", "moved"),
        report_text("utfylt", "ifylld", "filled in")};
    return labels[static_cast<std::size_t>(kind)];
}

const ElementResult* AgreementAssessment::element(std::string_view id) const
{
    const auto found =
        std::find_if(elements.begin(), elements.end(), [&](const ElementResult& one) { return one.id == id; });
    return found == elements.end() ? nullptr : &*found;
}

bool AgreementAssessment::clean() const
{
    return std::all_of(articles.begin(), articles.end(),
                       [](const ArticleResult& one) { return one.outcome == ClauseOutcome::covered; }) &&
           std::all_of(deviations.begin(), deviations.end(),
                       [](const Deviation& one) { return one.kind == DeviationKind::filled; }) &&
           conflicts.empty();
}

}  // namespace samsvar::model
