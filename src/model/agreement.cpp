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
    static const LocalText labels[] = {report_text("mangler", "saknas", "missing"),
                                       report_text("delvis", "delvis", "partial"),
                                       report_text("dekket", "täckt", "covered")};
    return labels[static_cast<std::size_t>(outcome)];
}

const char* name_of(TextPiece::Mark mark)
{
    switch (mark) {
        case TextPiece::Mark::same: return "same";
        case TextPiece::Mark::removed: return "removed";
        case TextPiece::Mark::added: return "added";
    }
    return "";
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

const ElementResult* find(const std::vector<ElementResult>& elements, std::string_view id)
{
    const auto found =
        std::find_if(elements.begin(), elements.end(), [&](const ElementResult& one) { return one.id == id; });
    return found == elements.end() ? nullptr : &*found;
}

std::vector<std::string> clauses_of(const ArticleResult& article, const std::vector<ElementResult>& elements)
{
    std::vector<std::string> clauses;
    for (const std::string& id : article.elements)
        if (const ElementResult* element = find(elements, id);
            element && element->outcome != ClauseOutcome::missing && !element->shown.clause.empty() &&
            std::find(clauses.begin(), clauses.end(), element->shown.clause) == clauses.end())
            clauses.push_back(element->shown.clause);
    return clauses;
}

std::size_t AgreementAssessment::count(ClauseOutcome outcome) const
{
    return static_cast<std::size_t>(std::count_if(articles.begin(), articles.end(),
                                                  [&](const ArticleResult& one) { return one.outcome == outcome; }));
}

bool AgreementAssessment::clean() const
{
    return count(ClauseOutcome::covered) == articles.size() &&
           std::all_of(deviations.begin(), deviations.end(),
                       [](const Deviation& one) { return one.kind == DeviationKind::filled; }) &&
           conflicts.empty();
}

}  // namespace samsvar::model
