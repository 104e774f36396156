#pragma once

#include "xml/element.h"

// Internal to the folder.
namespace samsvar::oscal {

/// Controls stand in groups and in other controls, groups in groups.
inline bool holds_controls(const xml::Element& element)
{
    return element.name == "control" || element.name == "group";
}

/// Calls `function` with every control inside, an outer one before those in it. For const elements and others.
template <class Element, class Function>
void each_control(Element& element, const Function& function)
{
    for (auto& child : element.children) {
        if (child.name == "control") function(child);
        if (holds_controls(child)) each_control(child, function);
    }
}

/// The element without the groups and controls in it.
inline xml::Element without_controls(const xml::Element& element)
{
    xml::Element copy = element;
    std::erase_if(copy.children, holds_controls);
    return copy;
}

}  // namespace samsvar::oscal
