#include "ooxml/document_places.h"

#include "archive/block_draft.h"
#include "ooxml/document_blocks.h"
#include "ooxml/document_walk.h"

namespace samsvar::ooxml {

namespace {

class Finder {
public:
    explicit Finder(const std::set<std::string>& wanted) : wanted_(wanted) {}

    /// `path` is "" in the body, where each paragraph is a place of its own.
    void walk(pugi::xml_node container, const std::string& path)
    {
        Counted counted;
        if (!path.empty() && wanted_.contains(path)) counted.cell = &found[path];
        walk(container, path, counted);
    }

    PlaceParagraphs found;

private:
    struct Counted {
        int paragraphs = 0, tables = 0;
        std::vector<pugi::xml_node>* cell = nullptr;
    };

    void walk(pugi::xml_node container, const std::string& path, Counted& counted)
    {
        for (const pugi::xml_node node : container.children()) {
            if (node.type() != pugi::node_element) continue;
            const std::string_view name = local_name(node);
            switch (block_kind(name)) {
                case BlockKind::paragraph: take_paragraph(node, name, path, counted); break;
                case BlockKind::table: take_table(node, numbered(path, "table", ++counted.tables)); break;
                case BlockKind::control: walk(child(node, "sdtContent"), path, counted); break;
                case BlockKind::alternative: walk(chosen_alternative(node), path, counted); break;
                case BlockKind::container: walk(node, path, counted); break;
                case BlockKind::other_file:
                case BlockKind::nothing: break;
            }
        }
    }

    void take_paragraph(pugi::xml_node node, std::string_view name, const std::string& path, Counted& counted)
    {
        ++counted.paragraphs;
        if (name != "p") return;
        if (!path.empty()) {
            if (counted.cell != nullptr) counted.cell->push_back(node);
            return;
        }
        const std::string own = numbered(path, "paragraph", counted.paragraphs);
        if (wanted_.contains(own)) found[own].push_back(node);
    }

    void take_table(pugi::xml_node table, const std::string& path)
    {
        for_each_cell(table, [&](pugi::xml_node cell, int row, int column) {
            walk(cell, numbered(numbered(path, "row", row), "cell", column));
        });
    }

    const std::set<std::string>& wanted_;
};

}  // namespace

PlaceParagraphs find_places(pugi::xml_node body, const std::set<std::string>& wanted)
{
    Finder finder(wanted);
    finder.walk(body, {});
    return std::move(finder.found);
}

pugi::xml_node first_paragraph(pugi::xml_node body)
{
    return body.find_node([](pugi::xml_node node) { return local_name(node) == "p"; });
}

}  // namespace samsvar::ooxml
