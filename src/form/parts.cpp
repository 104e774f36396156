#include "form/parts.h"

#include <algorithm>

#include "text/pattern.h"
#include "xml/values.h"

namespace samsvar::form {

namespace {

model::FormColumn read_column(const xml::Element& element)
{
    element.allow({"role", "required"}, {"header"});
    model::FormColumn column;
    const std::string& role = element.require_attribute("role");
    const auto known = model::column_role_named(role);
    if (!known)
        throw element.error(
            "attribute \"role\" must be id, section, question, guidance, choice, answer, remark, "
            "evidence, reviewer or other, not \"" +
            role + "\"");
    column.role = *known;
    column.required = element.flag_attribute("required", false);
    column.headers = read_patterns(element, "header");
    if (column.headers.empty()) throw element.error("a <header> is missing inside it");
    column.origin = {element.file, element.line};
    return column;
}

model::FormFact read_fact(const xml::Element& element)
{
    element.allow({"key"}, {"label", "pattern"});
    model::FormFact fact;
    fact.key = element.require_attribute("key");
    fact.label = read_required_texts(element, "label");
    fact.labels = read_patterns(element, "pattern");
    if (fact.labels.empty()) throw element.error("a <pattern> is missing inside it");
    fact.origin = {element.file, element.line};
    return fact;
}

std::vector<std::string> read_headers(const xml::Element& layout, std::string_view name)
{
    const std::vector<const xml::Element*> found = layout.all(name);
    if (found.empty()) return {};
    if (found.size() > 1) throw found[1]->error("stands twice");
    found[0]->allow({}, {"header"});
    std::vector<std::string> headers = read_patterns(*found[0], "header");
    if (headers.empty()) throw found[0]->error("a <header> is missing inside it");
    return headers;
}

bool has_role(const model::Form& form, model::ColumnRole role)
{
    return std::any_of(form.columns.begin(), form.columns.end(),
                       [role](const model::FormColumn& column) { return column.role == role; });
}

}  // namespace

std::string read_pattern(const xml::Element& element)
{
    element.allow({}, {});
    std::string pattern = element.trimmed_text();
    if (pattern.empty()) throw element.error("holds no pattern");
    try {
        const text::Regex compiled(pattern, {element.file, element.line});
    }
    catch (const Error& failure) {
        // The same complaint with the column and the element's name.
        throw element.error(failure.message());
    }
    return pattern;
}

std::vector<std::string> read_patterns(const xml::Element& parent, std::string_view name)
{
    std::vector<std::string> patterns;
    for (const xml::Element* element : parent.all(name)) patterns.push_back(read_pattern(*element));
    return patterns;
}

model::LocalText read_required_texts(const xml::Element& element, std::string_view name)
{
    model::LocalText texts = xml::read_texts(element, name);
    if (texts.empty()) throw element.error("a <" + std::string(name) + "> is missing inside it");
    return texts;
}

void read_layout(const xml::Element& layout, model::Form& form)
{
    layout.allow({}, {"column", "fact", "subprocessors", "annexes", "region"});
    for (const xml::Element* element : layout.all("column")) {
        model::FormColumn column = read_column(*element);
        if (has_role(form, column.role))
            throw element->error("a column with the role \"" + std::string(name_of(column.role)) + "\" stands twice");
        form.columns.push_back(std::move(column));
    }
    for (const xml::Element* element : layout.all("fact")) {
        model::FormFact fact = read_fact(*element);
        for (const model::FormFact& known : form.facts)
            if (known.key == fact.key) throw element->error("a fact with the key \"" + fact.key + "\" stands twice");
        form.facts.push_back(std::move(fact));
    }
    form.subprocessor_headers = read_headers(layout, "subprocessors");
    form.annex_headers = read_headers(layout, "annexes");

    for (const xml::Element* element : layout.all("region")) form.regions.push_back(read_region(*element));

    // Without these two no table of a file could ever be told to be the questionnaire, unless regions say so.
    if (!form.regions.empty() && form.columns.empty()) return;
    if (!has_role(form, model::ColumnRole::question) && !has_role(form, model::ColumnRole::id))
        throw layout.error("a <column> with the role \"question\" or \"id\" is missing inside it");
    if (!has_role(form, model::ColumnRole::answer) && !has_role(form, model::ColumnRole::choice))
        throw layout.error("a <column> with the role \"answer\" or \"choice\" is missing inside it");
}

}  // namespace samsvar::form
