#include "ooxml/sheet_comments.h"

#include <set>

#include "archive/xml_tree.h"

namespace samsvar::ooxml {

namespace {

/// Text of a note or comment: all <t> below, phonetic guides left out.
void append_texts(pugi::xml_node node, std::string& text)
{
    for (const pugi::xml_node next : node.children()) {
        const std::string_view name = local_name(next);
        if (name == "t")
            text += next.text().get();
        else if (name != "rPh")
            append_texts(next, text);
    }
}

void add_comment(const SheetContent& sheet, std::string_view reference, std::string author, std::string text,
                 std::map<std::string, int>& numbers, Draft& draft)
{
    unescape_cell_text(text);
    const std::string cell(reference);
    const bool empty = text.find_first_not_of(" \t\n") == std::string::npos;
    model::Aside aside;
    aside.kind = model::UnitKind::comment;
    aside.author = std::move(author);
    aside.paragraph.text = std::move(text);
    aside.paragraph.marks.hidden = sheet.table.marks.hidden;
    aside.paragraph.unit = draft.unit(model::UnitKind::comment, sheet.table.name,
                                      cell + "/comment" + std::to_string(++numbers[cell]), true, empty);
    if (const auto place = parse_reference(reference))
        if (const model::Cell* anchor = sheet.table.at(place->first, place->second)) aside.anchor = anchor->unit;
    draft.document.asides.push_back(std::move(aside));
}

}  // namespace

People read_people(const Package& package, const std::string& main)
{
    People people;
    for (const Relationship& relationship : package.relationships(main)) {
        if (relationship.type != "person" || relationship.external || !package.has(relationship.target)) continue;
        const XmlTree tree(package, relationship.target);
        for (const pugi::xml_node person : tree.root().children())
            people.emplace(attribute(person, "id"), excerpt(attribute(person, "displayName"), 255));
    }
    return people;
}

void read_sheet_comments(const Package& package, const SheetContent& sheet, const People& people, Draft& draft)
{
    std::set<std::string, std::less<>> threaded;
    std::map<std::string, int> numbers;
    for (const Relationship& relationship : package.relationships(sheet.part)) {
        if (relationship.type != "threadedComment" || relationship.external || !package.has(relationship.target))
            continue;
        const XmlTree tree(package, relationship.target);
        for (const pugi::xml_node comment : tree.root().children()) {
            if (local_name(comment) != "threadedComment") continue;
            const std::string_view reference = attribute(comment, "ref");
            threaded.emplace(reference);
            const auto person = people.find(std::string(attribute(comment, "personId")));
            add_comment(sheet, reference, person == people.end() ? std::string() : person->second,
                        child(comment, "text").text().get(), numbers, draft);
        }
    }
    for (const Relationship& relationship : package.relationships(sheet.part)) {
        if (relationship.type != "comments" || relationship.external || !package.has(relationship.target)) continue;
        const XmlTree tree(package, relationship.target);
        std::vector<std::string> authors;
        for (const pugi::xml_node author : child(tree.root(), "authors").children())
            authors.push_back(excerpt(author.text().get(), 255));
        for (const pugi::xml_node comment : child(tree.root(), "commentList").children()) {
            if (local_name(comment) != "comment") continue;
            const std::string_view reference = attribute(comment, "ref");
            const auto author = static_cast<std::size_t>(to_int(attribute(comment, "authorId"), -1));
            std::string name = author < authors.size() ? authors[author] : std::string();
            if (name.starts_with("tc=") && threaded.contains(reference)) continue;
            std::string text;
            append_texts(child(comment, "text"), text);
            add_comment(sheet, reference, std::move(name), std::move(text), numbers, draft);
        }
    }
}

}  // namespace samsvar::ooxml
