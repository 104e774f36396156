#include "app/read.h"

#include <algorithm>
#include <optional>

#include "app/layout.h"
#include "app/questionnaire.h"
#include "base/error.h"
#include "intake/from_layout.h"
#include "intake/read.h"
#include "layout/infer.h"
#include "model/languages.h"
#include "reader/open.h"
#include "report/layout.h"
#include "report/tender_layout.h"

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
    const report::Layout matrix =
        report::load_layout(library.report_layout("compliance-matrix"), "reports/compliance-matrix.xml");
    const report::Layout tender =
        report::load_tender_layout(library.report_layout("tender-layout"), "reports/tender-layout.xml", matrix);
    for (const model::Language language : model::report_languages)
        for (const report::Layout* layout : {&matrix, &tender})
            if (is_own_matrix(*layout, document, language))
                throw Error(ErrorCode::unsupported, {document.file, {}, 0, 0},
                            std::string("this is a ") +
                                (layout == &matrix ? "compliance matrix" : "comparison of bidders") +
                                " that samsvar wrote; name the supplier's own file");
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
    throw Error(
        ErrorCode::unsupported, {document.file, {}, 0, 0},
        form_was_named
            ? "the questionnaire does not look like the form " + known + ": no table with its questions was found"
            : "the questionnaire is not one of the known forms (" + known +
                  "), and what its questions are is not sure enough. See what was found with samsvar "
                  "inspect, write it down with samsvar form draft and correct it, or name the form "
                  "with --form");
}

/// What is found in the file itself is good enough to go on with.
bool is_sure(const model::Layout& layout)
{
    constexpr double least_confidence = 0.5;
    constexpr std::size_t fewest_questions = 3;
    return layout.confidence >= least_confidence && layout.questions.size() >= fewest_questions;
}

/// Reads files by layouts, said or found; what is found is looked for once.
class LayoutReading {
public:
    LayoutReading(const Library& library, const model::Document& document)
        : document_(document), known_(library.known_words())
    {}

    const layout::KnownWords& known() const { return known_; }

    const model::Layout& found()
    {
        if (!found_) found_ = layout::infer(document_, known_.words());
        return *found_;
    }

    /// The layout a form's regions say, or nothing when the file has no such tables.
    std::optional<model::Layout> said_by(const model::Form& form) const
    {
        try {
            return layout::read_as(document_, intake::layout_of(document_, form), known_.words());
        }
        catch (const Error& error) {
            if (error.code() != ErrorCode::unsupported) throw;
            return std::nullopt;
        }
    }

    /// The form whose questions are found best, by its regions or else by what is found; with its layout.
    struct Fit {
        const model::Form* form = nullptr;
        model::Layout layout;
        double share = 0;
    };
    std::optional<Fit> best_of(const std::vector<model::Form>& forms)
    {
        constexpr double least_share = 0.5;
        std::optional<Fit> best;
        const auto consider = [&](const model::Form& form, const model::Layout& layout) {
            const double share =
                static_cast<double>(intake::questions_found(layout, form)) / static_cast<double>(form.questions.size());
            if (share >= least_share && (!best || share > best->share)) best = Fit{&form, layout, share};
            return share;
        };
        for (const model::Form& form : forms) {
            if (form.regions.empty() || form.questions.empty()) continue;
            const std::optional<model::Layout> said = said_by(form);
            // Sheets were renamed or rows moved: the questions' words still tell.
            if (!said || consider(form, *said) < 1) consider(form, found());
        }
        return best;
    }

private:
    const model::Document& document_;
    layout::KnownWords known_;
    std::optional<model::Layout> found_;
};

void read_by_layout(Reading& reading, const LayoutReading& layouts, const model::Layout& layout)
{
    reading.submission = intake::read(reading.document, layout, reading.form, layouts.known().words());
}

/// `layout` says where the questions stand; which they are says `form`, or the layout itself, or the file.
void read_as_said(const Library& library, Reading& reading, const std::string& form, const std::string& layout)
{
    LayoutReading layouts(library, reading.document);
    const model::Layout said = layout_said_by(library, layout, reading.document, layouts.known().words());
    if (said.questions.empty())
        throw Error(ErrorCode::unsupported, {reading.document.file, {}, 0, 0},
                    "no question stands where the layout " + layout + " says; see samsvar inspect --layout " + layout);
    reading.form = library.form(form.empty() ? layout : form);
    if (reading.form.questions.empty())
        reading.form = intake::form_of(reading.document, said, layouts.known().vocabulary());
    read_by_layout(reading, layouts, said);
}

}  // namespace

Reading read(const Library& library, const std::filesystem::path& file, const std::string& form, const Limits& limits,
             const Progress& progress, const std::string& layout, const std::function<void()>& opened)
{
    if (progress) progress("reading");
    Reading reading;
    reading.document = reader::open(file, limits);
    if (opened) opened();
    refuse_own_matrix(library, reading.document);
    if (progress) progress("recognising");
    if (!layout.empty()) {
        read_as_said(library, reading, form, layout);
        return reading;
    }
    if (form.empty() && read_questionnaire(library, library.known_words().words(), reading)) return reading;
    const std::vector<model::Form> forms = candidates(library, form);
    std::vector<model::Form> by_headers;
    for (const model::Form& one : forms)
        if (!one.columns.empty()) by_headers.push_back(one);
    if (const auto recognised = intake::recognise(reading.document, by_headers)) {
        reading.form = *recognised->form;
        reading.submission = intake::read(reading.document, reading.form);
        reading.submission.confidence = recognised->confidence;
        return reading;
    }
    LayoutReading layouts(library, reading.document);
    if (const auto fit = layouts.best_of(forms)) {
        reading.form = *fit->form;
        read_by_layout(reading, layouts, fit->layout);
        return reading;
    }
    if (!form.empty() || !is_sure(layouts.found())) not_recognised(reading.document, forms, !form.empty());
    reading.form = intake::form_of(reading.document, layouts.found(), layouts.known().vocabulary());
    read_by_layout(reading, layouts, layouts.found());
    return reading;
}

}  // namespace samsvar::app
