#include "app/case_profile.h"
#include "app/questionnaire.h"
#include "app/questionnaire_texts.h"
#include "base/error.h"

namespace samsvar::app {

std::size_t make_questionnaire(const Library& library, const QuestionnaireRequest& request,
                               const std::filesystem::path& out)
{
    std::vector<model::Catalog> catalogs;
    if (request.catalogs.empty()) catalogs = classified_catalogs(library);
    for (const std::string& wanted : request.catalogs) catalogs.push_back(library.catalog(wanted));
    model::Profile profile = request.profile;
    if (profile.roles.empty()) profile.roles = {model::Role::supplier, model::Role::processor};
    std::vector<std::string> left_out;
    for (model::Catalog& catalog : catalogs) keep_applying(profile, catalog, left_out);
    questionnaire::Template texts = questionnaire_texts(library);
    if (!request.template_file.empty())
        texts = questionnaire::read_template(request.template_file, request.template_file.string(), std::move(texts));
    const questionnaire::Questionnaire made = questionnaire::make(catalogs, std::move(texts), request.language);
    if (made.items.empty())
        throw Error(ErrorCode::invalid_argument, {},
                    "no requirement of the catalogues applies to the profile; see samsvar profile show --details");
    const std::string ending = out.extension().string();
    if (ending == ".docx")
        questionnaire::write_docx(made, out);
    else if (ending == ".xlsx")
        questionnaire::write_xlsx(made, out);
    else
        throw Error(ErrorCode::invalid_argument, {out.string(), {}, 0, 0},
                    "the name of a questionnaire ends in .docx or .xlsx");
    return made.items.size();
}

}  // namespace samsvar::app
