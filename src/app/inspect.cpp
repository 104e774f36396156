#include "app/inspect.h"

#include <algorithm>

#include "app/layout.h"
#include "base/error.h"
#include "intake/from_layout.h"
#include "layout/infer.h"
#include "reader/open.h"

namespace samsvar::app {

namespace {

using model::ColumnRole;

/// The choice that was made, or the first word of an answer that has no column for it.
std::string meaning_of(const model::LayoutQuestion& question, const layout::Words& words)
{
    for (const ColumnRole role : {ColumnRole::choice, ColumnRole::answer})
        for (const model::AnswerPart& part : question.parts)
            if (part.role == role)
                if (const auto meaning = words.choice(part.text)) return *meaning;
    return {};
}

void count(Inspection& inspection)
{
    std::map<std::string, std::size_t>& counts = inspection.counts;
    for (const char* name : {"questions", "answered", "unanswered", "yes", "no", "partly", "planned", "not-applicable",
                             "unknown", "other"})
        counts[name] = 0;
    for (std::size_t index = 0; index < inspection.layout.questions.size(); ++index) {
        ++counts["questions"];
        const bool answered = !inspection.layout.questions[index].parts.empty();
        ++counts[answered ? "answered" : "unanswered"];
        if (answered) ++counts[inspection.meanings[index].empty() ? "other" : inspection.meanings[index]];
    }
}

}  // namespace

Inspection inspect(const Library& library, const std::filesystem::path& file, const std::string& layout,
                   const Limits& limits, const Progress& progress)
{
    if (progress) progress("reading");
    Inspection inspection;
    inspection.document = reader::open(file, limits);
    if (progress) progress("looking for questions");
    const layout::KnownWords known = library.known_words();
    inspection.layout = layout.empty() ? layout::infer(inspection.document, known.words())
                                       : layout_said_by(library, layout, inspection.document, known.words());
    inspection.form = intake::form_of(inspection.document, inspection.layout, known.vocabulary());
    inspection.submission =
        intake::read(inspection.document, inspection.layout, inspection.form, known.words());
    for (const model::LayoutQuestion& question : inspection.layout.questions)
        inspection.meanings.push_back(meaning_of(question, known.words()));
    count(inspection);
    return inspection;
}

}  // namespace samsvar::app
