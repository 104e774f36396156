#include "app/read.h"

#include <algorithm>

#include "base/error.h"
#include "intake/read.h"
#include "reader/open.h"
#include "report/layout.h"

namespace samsvar::app {

namespace {

/// A matrix holds questions and answers in columns, so a form would be recognised in it: `check *.xlsx` run twice would
/// check its own results. It is known by the title and the sheets the layout gives it, in one of its languages.
bool is_own_matrix(const report::Layout& layout, const model::Document& document, model::Language language)
{
    if (!document.title.starts_with(layout.title.in(language) + ": ")) return false;
    return std::all_of(layout.sheets.begin(), layout.sheets.end(), [&](const report::LayoutSheet& sheet) {
        return std::any_of(document.blocks.begin(), document.blocks.end(), [&](const model::Block& block) {
            const auto* table = std::get_if<model::Table>(&block);
            return table && table->name == sheet.name.in(language);
        });
    });
}

void refuse_own_matrix(const Library& library, const model::Document& document)
{
    if (document.kind != model::FileKind::xlsx || document.title.empty()) return;
    const report::Layout layout =
        report::load_layout(library.report_layout("compliance-matrix"), "reports/compliance-matrix.xml");
    for (const model::Language language : {model::Language::nb, model::Language::sv, model::Language::en})
        if (is_own_matrix(layout, document, language))
            throw Error(ErrorCode::unsupported, {document.file, {}, 0, 0},
                        "this is a compliance matrix that samsvar wrote; name the supplier's own file");
}

std::vector<model::Form> candidates(const Library& library, const std::string& form)
{
    if (form.empty()) return library.forms();
    return {library.form(form)};
}

[[noreturn]] void not_recognised(const model::Document& document, const std::vector<model::Form>& forms,
                                 bool form_was_named)
{
    std::string known;
    for (const model::Form& form : forms) known += (known.empty() ? "" : ", ") + form.id;
    throw Error(ErrorCode::unsupported, {document.file, {}, 0, 0},
                form_was_named ? "the questionnaire does not look like the form " + known +
                                     ": no table with its questions was found"
                               : "the questionnaire is not one of the known forms (" + known +
                                     "). Name the form with --form, or describe it as forms/*.xml (see README)");
}

}  // namespace

Reading read(const Library& library, const std::filesystem::path& file, const std::string& form, const Limits& limits,
             const Progress& progress)
{
    if (progress) progress("reading");
    Reading reading;
    reading.document = reader::open(file, limits);
    refuse_own_matrix(library, reading.document);
    if (progress) progress("recognising");
    const std::vector<model::Form> forms = candidates(library, form);
    const auto recognised = intake::recognise(reading.document, forms);
    if (!recognised) not_recognised(reading.document, forms, !form.empty());
    reading.form = *recognised->form;
    reading.submission = intake::read(reading.document, reading.form);
    reading.submission.confidence = recognised->confidence;
    return reading;
}

}  // namespace samsvar::app
