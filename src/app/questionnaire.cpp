#include "app/questionnaire.h"

#include <map>

#include "app/questionnaire_texts.h"
#include "intake/from_layout.h"
#include "questionnaire/known.h"

namespace samsvar::app {

namespace {

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

questionnaire::Template questionnaire_texts(const Library& library)
{
    return questionnaire::read_template(library.report_layout("questionnaire"), "reports/questionnaire.xml");
}

std::optional<model::Layout> questionnaire_layout(const Library& library, const layout::Words& words,
                                                  const model::Document& document)
{
    if (!questionnaire::is_marked(document)) return std::nullopt;
    auto returned = questionnaire::known(document, library.catalogs(), questionnaire_texts(library), words);
    if (!returned) return std::nullopt;
    return std::move(returned->layout);
}

bool read_questionnaire(const Library& library, const layout::Words& words, Reading& reading)
{
    if (!questionnaire::is_marked(reading.document)) return false;
    auto returned = questionnaire::known(reading.document, library.catalogs(), questionnaire_texts(library), words);
    if (!returned) return false;
    reading.form = std::move(returned->form);
    reading.submission = intake::read(reading.document, returned->layout, reading.form, words);
    print_ids(reading);
    return true;
}

}  // namespace samsvar::app
