#include "app/questionnaire.h"

#include <map>

#include "app/case_profile.h"
#include "base/error.h"
#include "intake/from_layout.h"
#include "questionnaire/known.h"
#include "questionnaire/make.h"

namespace samsvar::app {

namespace {

constexpr const char* shipped_texts = "questionnaire";

questionnaire::Template texts_of(const Library& library)
{
    return questionnaire::read_template(library.report_layout(shipped_texts), "reports/questionnaire.xml");
}

/// Marks tell requirements of all catalogues apart; people read the id that is printed.
void print_ids(Reading& reading)
{
    std::map<std::string, int> counted;
    const auto id_of = [](const std::string& mark) { return mark.substr(mark.find('/') + 1); };
    for (const model::Question& question : reading.form.questions) ++counted[id_of(question.id)];
    const auto rename = [&](std::string& id) {
        if (id.find('/') != std::string::npos && counted[id_of(id)] == 1) id = id_of(id);
    };
    for (model::Question& question : reading.form.questions) rename(question.id);
    for (model::Answer& answer : reading.submission.answers) rename(answer.question);
    for (std::string& id : reading.submission.missing_questions) rename(id);
}

}  // namespace

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
    questionnaire::Template texts = texts_of(library);
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

std::optional<model::Layout> questionnaire_layout(const Library& library, const layout::Words& words,
                                                  const model::Document& document)
{
    if (!questionnaire::is_marked(document)) return std::nullopt;
    auto returned = questionnaire::known(document, library.catalogs(), texts_of(library), words);
    if (!returned) return std::nullopt;
    return std::move(returned->layout);
}

bool read_questionnaire(const Library& library, const layout::Words& words, Reading& reading)
{
    if (!questionnaire::is_marked(reading.document)) return false;
    auto returned = questionnaire::known(reading.document, library.catalogs(), texts_of(library), words);
    if (!returned) return false;
    reading.form = std::move(returned->form);
    reading.submission = intake::read(reading.document, returned->layout, reading.form, words);
    print_ids(reading);
    return true;
}

}  // namespace samsvar::app
