#include "model/agreement.h"

#include <algorithm>

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
    static const auto made = [](const char* nb, const char* sv, const char* en) {
        LocalText text;
        text.set(Language::nb, nb);
        text.set(Language::sv, sv);
        text.set(Language::en, en);
        return text;
    };
    static const LocalText missing = made("mangler", "saknas", "missing");
    static const LocalText partial = made("delvis", "delvis", "partial");
    static const LocalText covered = made("dekket", "täckt", "covered");
    return outcome == ClauseOutcome::missing ? missing : outcome == ClauseOutcome::partial ? partial : covered;
}

const ElementResult* AgreementAssessment::element(std::string_view id) const
{
    const auto found = std::find_if(elements.begin(), elements.end(), [&](const ElementResult& one) { return one.id == id; });
    return found == elements.end() ? nullptr : &*found;
}

bool AgreementAssessment::clean() const
{
    return std::all_of(articles.begin(), articles.end(), [](const ArticleResult& one) { return one.outcome == ClauseOutcome::covered; });
}

}  // namespace samsvar::model
