#include "form/load.h"

#include <algorithm>

#include "base/files.h"
#include "base/limits.h"
#include "form/parts.h"
#include "xml/element.h"
#include "xml/values.h"

namespace samsvar::form {

namespace {

constexpr std::string_view form_namespace = "urn:samsvar:form:1";

model::Section read_section(const xml::Element& element)
{
    element.allow({"id"}, {"title", "recognise"});
    model::Section section;
    section.id = element.require_attribute("id");
    section.title = read_required_texts(element, "title");
    section.recognise = read_patterns(element, "recognise");
    return section;
}

void read_sections(const xml::Element& root, model::Form& form)
{
    for (const xml::Element* element : root.all("section")) {
        model::Section section = read_section(*element);
        for (const model::Section& known : form.sections)
            if (known.id == section.id)
                throw element->error("a section with the id \"" + section.id + "\" stands twice");
        form.sections.push_back(std::move(section));
    }
}

void read_questions(const xml::Element& root, model::Form& form)
{
    const std::vector<const xml::Element*> elements = root.all("question");
    // A file for --layout only says where the questions stand; which they are is in the supplier's file.
    if (elements.empty() && form.regions.empty())
        throw root.error("a <question> is missing inside it; only a form whose <layout> holds a <region> may do without");
    for (const xml::Element* element : elements) {
        model::Question question = read_question(*element);
        if (form.find(question.id)) throw element->error("a question with the id \"" + question.id + "\" stands twice");
        const auto same = [&](const model::Section& section) { return section.id == question.section; };
        if (!question.section.empty() && std::none_of(form.sections.begin(), form.sections.end(), same))
            throw element->error("attribute \"section\" names no <section>: \"" + question.section + "\"");
        form.questions.push_back(std::move(question));
    }
    // Only now all ids are known; a condition on itself could never be met.
    for (const xml::Element* element : elements) {
        const std::string condition = element->attribute_or("na-follows-from", "");
        if (!condition.empty() && (!form.find(condition) || condition == *element->attribute("id")))
            throw element->error("attribute \"na-follows-from\" names no other question: \"" + condition + "\"");
    }
}

}  // namespace

model::Form load(const std::filesystem::path& path, const std::string& shown)
{
    const Limits limits;
    const xml::Element root = xml::parse(read_file(path, limits.own_xml_bytes), shown, limits);
    if (root.name != "form" || root.name_space != form_namespace)
        throw root.error("not a form; the root must be <form xmlns=\"" + std::string(form_namespace) + "\">");
    root.allow({"id", "version"}, {"title", "recognise", "layout", "section", "question"});

    model::Form form;
    form.id = root.require_attribute("id");
    form.version = root.require_attribute("version");
    form.title = read_required_texts(root, "title");
    form.origin = {root.file, root.line};
    for (const xml::Element* recognise : root.all("recognise")) {
        recognise->allow({}, {"heading"});
        for (std::string& heading : read_patterns(*recognise, "heading")) form.titles.push_back(std::move(heading));
    }
    read_layout(root.require_child("layout"), form);
    read_sections(root, form);
    read_questions(root, form);
    return form;
}

}  // namespace samsvar::form
