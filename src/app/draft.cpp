#include <algorithm>

#include "app/inspect.h"
#include "base/error.h"
#include "coverage/describe.h"
#include "form/write.h"
#include "text/analysis.h"
#include "text/fold.h"

namespace samsvar::app {

namespace {

constexpr std::size_t longest_id = 40;

/// "CAIQ v4 – Acme.xlsx" → "caiq-v4-acme": an id that XML, command line and file names can hold.
std::string id_from(const std::string& file)
{
    const std::string folded = text::fold_text(std::string_view(file).substr(0, file.rfind('.')));
    std::string id;
    for (const char c : folded) {
        const bool capital = c >= 'A' && c <= 'Z';  // å, ä and ö
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) id += c;
        else if (capital) id += c == 'O' ? 'o' : 'a';
        else if (!id.empty() && id.back() != '-') id += '-';
        if (id.size() >= longest_id) break;
    }
    while (!id.empty() && id.back() == '-') id.pop_back();
    // An NMTOKEN may begin with a digit; "form" says more than nothing.
    return id.empty() ? "form" : id;
}

/// A pattern that fits exactly this label.
std::string pattern_of(std::string_view label)
{
    label = text::trimmed(label);
    while (!label.empty() && std::string_view(":*. ").find(label.back()) != std::string_view::npos)
        label.remove_suffix(1);
    std::string pattern = "^";
    for (const char c : label) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' ||
                           static_cast<unsigned char>(c) >= 0x80;
        if (c == '\n' || c == '\t') pattern += ' ';
        else pattern += plain ? std::string(1, c) : std::string{'\\', c};
    }
    return pattern + '$';
}

bool is_latin(std::string_view text)
{
    return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
}

/// The facts that stand in this file, with the labels they have here.
std::vector<model::FormFact> facts_of(const Inspection& inspection)
{
    std::vector<model::FormFact> facts;
    for (const model::HeaderFact& found : inspection.submission.facts) {
        const auto among_questions = [&](const model::LayoutQuestion& question) { return question.text == found.label; };
        const std::vector<model::LayoutQuestion>& questions = inspection.layout.questions;
        if (!is_latin(found.label) || std::any_of(questions.begin(), questions.end(), among_questions)) continue;
        const std::string pattern = pattern_of(found.label);
        if (pattern.size() < 4) continue;
        auto known = std::find_if(facts.begin(), facts.end(),
                                  [&](const model::FormFact& one) { return one.key == found.key; });
        if (known == facts.end()) {
            const auto labelled = std::find_if(inspection.form.facts.begin(), inspection.form.facts.end(),
                                               [&](const model::FormFact& one) { return one.key == found.key; });
            if (labelled == inspection.form.facts.end()) continue;
            known = facts.insert(facts.end(), {found.key, {}, labelled->label, {}});
        }
        if (std::find(known->labels.begin(), known->labels.end(), pattern) == known->labels.end())
            known->labels.push_back(pattern);
    }
    return facts;
}

/// The requirements its questions are about, for a person to correct; what is not sure is left out. The rest of what can
/// be concluded is concluded anew at each check.
void add_covers(model::Form& form, const Library& library)
{
    const text::Matcher matcher = library.matcher();
    const model::Form described = coverage::describe(form, {}, {library.catalogs(), library.mappings()}, matcher);
    for (std::size_t at = 0; at < form.questions.size(); ++at) {
        form.questions[at].covers = described.questions[at].covers;
        // Written together by catalogue.
        std::stable_sort(form.questions[at].covers.begin(), form.questions[at].covers.end(),
                         [](const model::Coverage& one, const model::Coverage& other) {
                             return one.catalog < other.catalog;
                         });
    }
}

}  // namespace

model::Form draft(const Library& library, const Inspection& inspection, const std::string& id)
{
    const model::Document& document = inspection.document;
    if (inspection.layout.questions.empty())
        throw Error(ErrorCode::unsupported, {document.file, {}, 0, 0},
                    "no questions were found to make a form of; say where they stand with --layout FILE.xml");
    model::Form form = inspection.form;
    form.inferred = false;
    for (std::size_t index = 0; index < form.questions.size(); ++index)
        if (const std::string& printed = inspection.layout.questions[index].text; !printed.empty())
            form.questions[index].fingerprint = text::fingerprint(printed);
    form.id = id.empty() ? id_from(document.file) : id;
    form.facts = facts_of(inspection);
    form.title = {};
    const std::string title(text::trimmed(document.title));
    const std::string stem = document.file.substr(0, document.file.rfind('.'));
    form.title.set(form.questions.front().text.all().front().first, title.empty() ? stem : title);
    add_covers(form, library);
    return form;
}

std::string draft_xml(const Library& library, const Inspection& inspection, const std::string& id)
{
    return form::to_xml(draft(library, inspection, id));
}

}  // namespace samsvar::app
