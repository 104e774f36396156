#include "questionnaire/make.h"

#include <map>

#include "questionnaire/labels.h"

namespace samsvar::questionnaire {

std::string mark_of(const std::string& catalog, const std::string& id)
{
    return std::string(mark_start) + catalog + '/' + id;
}

Questionnaire make(const std::vector<model::Catalog>& catalogs, Template texts, model::Language language)
{
    Questionnaire made;
    made.texts = std::move(texts);
    made.language = language;
    std::map<std::string, int> printed;
    for (const model::Catalog& catalog : catalogs)
        for (const model::Requirement& one : catalog.requirements) ++printed[one.id];
    for (const model::Catalog& catalog : catalogs)
        for (const model::Requirement& one : catalog.requirements) {
            if (one.level == "context" || one.severity == model::Severity::none) continue;
            Item item;
            item.mark = mark_of(catalog.id, one.id);
            item.id = printed[one.id] > 1 ? catalog.id + ' ' + one.id : one.id;
            for (const model::Group& group : catalog.groups)
                if (group.id == one.group) item.group = group.title.in(language);
            item.title = one.title.in(language);
            item.text = one.text.in(language);
            if (item.text.empty()) std::swap(item.title, item.text);
            item.shall = one.level != "should";
            item.evidence = one.evidence_text.in(language);
            made.items.push_back(std::move(item));
        }
    return made;
}

}  // namespace samsvar::questionnaire
