#include "app/catalog_output.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "base/join.h"
#include "catalog/load.h"
#include "oscal/catalog.h"
#include "report/json_writer.h"
#include "xml/write.h"

namespace samsvar::app {

std::string catalog_xml(const CatalogTree& catalog)
{
    catalog::read(catalog.root);
    return xml::write(catalog.root);
}

std::string oscal_catalog_xml(const CatalogTree& catalog, const model::Date& date)
{
    catalog::read(catalog.root);
    return xml::write(oscal::from_own(catalog.root, date.text() + "T00:00:00Z"));
}

std::string resolved_xml(const CatalogTree& oscal_catalog)
{
    return xml::write(oscal_catalog.root);
}

namespace {

using xml::Element;

/// What becomes a list in JSON, and the list's name; of what results_of() writes.
struct ListName {
    std::string_view element, list;
};
constexpr ListName list_names[] = {{"prop", "props"},
                                   {"result", "results"},
                                   {"control-selection", "control-selections"},
                                   {"include-control", "include-controls"},
                                   {"exclude-control", "exclude-controls"},
                                   {"observation", "observations"},
                                   {"finding", "findings"},
                                   {"method", "methods"},
                                   {"type", "types"},
                                   {"relevant-evidence", "relevant-evidence"},
                                   {"related-observation", "related-observations"},
                                   {"resource", "resources"},
                                   {"rlink", "rlinks"},
                                   {"hash", "hashes"}};

/// Markup elements: their paragraphs are one text of lines in JSON.
bool is_prose(const Element& element)
{
    return element.name == "description" || element.name == "remarks";
}

/// Markdown's signs in a supplier's words are no markup.
std::string as_markdown(const std::string& text)
{
    std::string escaped;
    for (const char c : text) {
        if (std::string_view("\\*`_[]").find(c) != std::string_view::npos) escaped += '\\';
        escaped += c;
    }
    return escaped;
}

class JsonResults {
public:
    std::string write(const Element& results)
    {
        json_.begin_object().key(results.name);
        value(results);
        json_.end_object();
        return json_.take();
    }

private:
    void value(const Element& element)
    {
        if (is_prose(element)) {
            std::string text;
            for (const Element& paragraph : element.children) text += (text.empty() ? "" : "\n\n") + paragraph.text;
            json_.text(as_markdown(text));
            return;
        }
        const bool is_text = element.children.empty() && element.attributes.empty() && element.name != "include-all";
        if (is_text) {
            json_.text(element.name == "title" ? as_markdown(element.text) : element.text);
            return;
        }
        json_.begin_object();
        for (const xml::Attribute& one : element.attributes) json_.key(one.name).text(one.value);
        if (element.name == "hash") json_.key("value").text(element.text);
        std::vector<std::string_view> told;
        for (const Element& child : element.children) {
            if (std::find(told.begin(), told.end(), child.name) != told.end()) continue;
            told.push_back(child.name);
            member(element, child);
        }
        json_.end_object();
    }

    void member(const Element& parent, const Element& first)
    {
        const auto list = std::find_if(std::begin(list_names), std::end(list_names),
                                       [&](const ListName& one) { return one.element == first.name; });
        if (list == std::end(list_names)) {
            json_.key(first.name);
            value(first);
            return;
        }
        json_.key(list->list).begin_list();
        for (const Element* one : parent.all(first.name)) value(*one);
        json_.end_list();
    }

    report::JsonWriter json_;
};

std::string title_of(const model::Catalog& catalog, const std::string& id, model::Language language)
{
    const model::Requirement* known = catalog.find(id);
    return known ? known->title.in(language) : std::string();
}

std::map<catalog::ChangeKind, std::size_t> counts(const std::vector<catalog::Change>& changes)
{
    std::map<catalog::ChangeKind, std::size_t> found;
    for (const catalog::Change& one : changes) ++found[one.kind];
    return found;
}

constexpr catalog::ChangeKind all_kinds[] = {catalog::ChangeKind::added, catalog::ChangeKind::removed,
                                             catalog::ChangeKind::changed, catalog::ChangeKind::renumbered};

std::size_t count_of(const Element& element)
{
    std::size_t count = 0;
    for (const Element& child : element.children) {
        count += child.name == "requirement" || child.name == "control";
        if (child.name == "group" || child.name == "control") count += count_of(child);
    }
    return count;
}

}  // namespace

std::string results_json(const Element& results)
{
    return JsonResults().write(results);
}

std::size_t requirement_count(const CatalogTree& catalog)
{
    return count_of(catalog.root);
}

CatalogDiff compare_catalogs(const Library& library, const std::string& before, const std::string& after)
{
    CatalogDiff diff{library.catalog(before), library.catalog(after), {}};
    diff.changes = catalog::diff(diff.before, diff.after);
    return diff;
}

std::string diff_text(const CatalogDiff& diff, model::Language language)
{
    const auto& [before, after, changes] = diff;
    std::string text;
    for (const catalog::Change& one : changes) {
        std::string kind = name_of(one.kind);
        kind.resize(12, ' ');
        const bool gone = one.kind == catalog::ChangeKind::removed;
        const std::string id = one.kind == catalog::ChangeKind::renumbered ? one.old_id + " → " + one.new_id
                               : gone                                      ? one.old_id
                                                                           : one.new_id;
        text +=
            kind + id + "  " + (gone ? title_of(before, one.old_id, language) : title_of(after, one.new_id, language));
        if (!one.fields.empty()) text += "  (" + join(one.fields) + ")";
        text += '\n';
        const model::Requirement *from = before.find(one.old_id), *to = after.find(one.new_id);
        for (const std::string& field : one.fields) {
            if (!from || !to || (field != "title" && field != "text")) continue;
            const bool title = field == "title";
            text += "            - " + (title ? from->title : from->text).in(language) + '\n';
            text += "            + " + (title ? to->title : to->text).in(language) + '\n';
        }
    }
    const auto found = counts(changes);
    std::string sums;
    for (const catalog::ChangeKind kind : all_kinds)
        sums +=
            (sums.empty() ? "" : ", ") + std::to_string(found.count(kind) ? found.at(kind) : 0) + ' ' + name_of(kind);
    return text + sums + '\n';
}

std::string diff_json(const CatalogDiff& diff)
{
    const auto& [before, after, changes] = diff;
    report::JsonWriter json;
    json.begin_object();
    json.key("old").begin_object().key("id").text(before.id).key("version").text(before.version).end_object();
    json.key("new").begin_object().key("id").text(after.id).key("version").text(after.version).end_object();
    json.key("changes").begin_list();
    for (const catalog::Change& one : changes) {
        json.begin_object().key("kind").text(name_of(one.kind));
        json.key("old").text_or_null(one.old_id).key("new").text_or_null(one.new_id);
        json.key("fields").begin_list();
        for (const std::string& field : one.fields) json.text(field);
        json.end_list().end_object();
    }
    json.end_list();
    json.key("counts").begin_object();
    const auto found = counts(changes);
    for (const catalog::ChangeKind kind : all_kinds)
        json.key(name_of(kind)).number(found.count(kind) ? found.at(kind) : std::size_t{0});
    json.end_object().end_object();
    return json.take();
}

}  // namespace samsvar::app
