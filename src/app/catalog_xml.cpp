#include "app/catalog_xml.h"

#include <algorithm>
#include <set>

#include "base/error.h"
#include "oscal/names.h"
#include "text/fold.h"
#include "xml/build.h"

namespace samsvar::app {

namespace {

using xml::Element;

constexpr std::string_view id_words[] = {"id",     "identifier", "code", "shortcode", "number", "nr",
                                         "ref-id", "ref_id",     "ref",  "refid",     "nummer", "kod"};
constexpr std::string_view title_words[] = {"title", "name", "titel", "tittel", "navn", "namn", "heading", "rubrik"};
constexpr std::string_view text_words[] = {"description", "text", "statement", "requirement", "beskrivning",
                                           "beskrivelse", "krav", "content",   "kravtext",    "body"};

/// The first child or attribute so named that says something.
template <std::size_t N>
std::string said(const Element& element, const std::string_view (&words)[N])
{
    for (const std::string_view word : words) {
        for (const Element& child : element.children)
            if (text::fold_text(child.name) == word)
                if (const std::string text = oscal::flat_text(child); !text.empty()) return text;
        for (const xml::Attribute& one : element.attributes)
            if (text::fold_text(one.name) == word && !one.value.empty()) return one.value;
    }
    return {};
}

bool is_item(const Element& element)
{
    return !said(element, id_words).empty() && !(said(element, title_words) + said(element, text_words)).empty();
}

class Reading {
public:
    Reading(std::string language) : language_(std::move(language)) {}

    void walk(const Element& element, const std::string& group)
    {
        for (const Element& child : element.children) {
            if (!is_item(child)) {
                walk(child, group);
                continue;
            }
            const std::string id = without_blanks(said(child, id_words));
            if (!ids_.insert(id).second) throw child.error("a second item with the id \"" + id + "\"");
            const std::size_t before = requirements.size();
            walk(child, id);
            if (requirements.size() > before)
                groups.push_back(item("group", child, id));
            else
                requirements.push_back(requirement(child, id, group));
        }
    }

    /// Where the others have a text, one without is a chapter with nothing in it.
    void leave_out_empty(std::vector<std::string>& notes)
    {
        const auto says = [](const Element& one) { return one.child("text") != nullptr; };
        if (std::none_of(requirements.begin(), requirements.end(), says)) return;
        std::erase_if(requirements, [&](const Element& one) {
            if (!says(one))
                notes.push_back(one.location().text() + ": " + one.attribute_or("id", "") +
                                " has no text and is left out");
            return !says(one);
        });
    }

    std::vector<Element> groups, requirements;

private:
    static std::string without_blanks(std::string id)
    {
        std::replace(id.begin(), id.end(), ' ', '-');
        return id;
    }

    Element item(std::string_view name, const Element& from, const std::string& id) const
    {
        Element made = xml::make(name, oscal::own_space, from);
        xml::set(made, "id", id);
        const std::string title = said(from, title_words);
        xml::set(xml::append_text(made, "title", title.empty() ? id : title), "xml:lang", language_);
        return made;
    }

    Element requirement(const Element& from, const std::string& id, const std::string& group) const
    {
        Element made = item("requirement", from, id);
        xml::set(made, "group", group);
        if (const std::string text = said(from, text_words); !text.empty())
            xml::set(xml::append_text(made, "text", text), "xml:lang", language_);
        return made;
    }

    std::string language_;
    std::set<std::string> ids_;
};

}  // namespace

CatalogTree catalog_from_xml(const Element& root, const std::string& id, model::Language language)
{
    Reading reading(name_of(language));
    reading.walk(root, "");
    if (reading.requirements.empty())
        throw Error(ErrorCode::unsupported, root.location(),
                    "<" + root.name +
                        "> is neither a catalogue nor OSCAL, and no element in it holds an id beside a title or text");
    std::vector<std::string> notes;
    reading.leave_out_empty(notes);
    Element catalog = xml::make("catalog", oscal::own_space, root);
    xml::set(catalog, "id", id);
    const Element* version = root.child("Version");
    if (!version) version = root.child("version");
    const std::string printed = version ? version->trimmed_text() : root.attribute_or("version", "");
    xml::set(catalog, "version", printed.empty() ? "1" : printed);
    const std::string title = said(root, title_words);
    xml::set(xml::append_text(catalog, "title", title.empty() ? id : title), "xml:lang", name_of(language));
    // A group is met after what is in it; the file has it before.
    std::stable_sort(reading.groups.begin(), reading.groups.end(), [](const Element& left, const Element& right) {
        return std::pair(left.line, left.column) < std::pair(right.line, right.column);
    });
    for (Element& group : reading.groups) xml::append(catalog, std::move(group));
    for (Element& requirement : reading.requirements) xml::append(catalog, std::move(requirement));
    return {std::move(catalog), std::move(notes)};
}

}  // namespace samsvar::app
