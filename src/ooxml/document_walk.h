#pragma once

#include <string_view>
#include <vector>

#include "archive/xml_node.h"
#include "archive/xml_tree.h"

// How the elements of a Word document are walked, for both kinds of trees: `Node` is XmlNode or pugi::xml_node.
namespace samsvar::ooxml {

/// Of mc:AlternateContent one branch is shown: the first choice, or the fallback when that has nothing in it.
template <typename Node>
Node chosen_alternative(Node node)
{
    const Node choice = archive::child(node, "Choice");
    return choice && choice.first_child() ? choice : archive::child(node, "Fallback");
}

/// A row or cell, with the control that surrounds it alone.
template <typename Node>
struct Wrapped {
    Node node;
    Node control;  ///< w:sdtPr, or null
};

/// Children named `local`, through content controls, custom XML and other wrappers.
template <typename Node>
void collect(Node parent, std::string_view local, Node control, std::vector<Wrapped<Node>>& found)
{
    for (const Node node : parent.children()) {
        if (!archive::is_element(node)) continue;
        const std::string_view name = archive::local_name(node);
        if (name == local) {
            found.push_back({node, control});
        }
        else if (name == "sdt") {
            collect(archive::child(node, "sdtContent"), local, archive::child(node, "sdtPr"), found);
        }
        else if (name == "AlternateContent") {
            collect(chosen_alternative(node), local, control, found);
        }
        else if (name == "customXml" || name == "ins" || name == "del" || name == "moveTo" || name == "moveFrom" ||
                 name == "smartTag") {
            collect(node, local, control, found);
        }
    }
}

template <typename Node>
std::vector<Wrapped<Node>> collect(Node parent, std::string_view local)
{
    std::vector<Wrapped<Node>> found;
    collect(parent, local, Node(), found);
    return found;
}

/// Calls `visit` with every w:tc of a table, its row and its place in the row, both 1-based; rows and cells inside
/// content controls and other wrappers are found.
template <typename Node, typename Visit>
void for_each_cell(Node table, const Visit& visit)
{
    int row_number = 0;
    for (const Wrapped<Node>& row : collect(table, "tr")) {
        ++row_number;
        int cell_number = 0;
        for (const Wrapped<Node>& cell : collect(row.node, "tc")) visit(cell.node, row_number, ++cell_number);
    }
}

}  // namespace samsvar::ooxml
