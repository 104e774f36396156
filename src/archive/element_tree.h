#pragma once

#include <memory>
#include <string>

#include "archive/archive.h"
#include "archive/element_builder.h"
#include "archive/part_buffer.h"
#include "archive/xml_node.h"
#include "archive/xml_tree.h"

namespace samsvar::archive {

/// A part held as a tree, as XmlTree holds it, for parts that are large: written in the plain way (see
/// element_builder.h), it is checked and made in one pass while it is inflated, in a third of the time and memory.
/// Anything else is read by XmlTree, which says what is wrong, and copied. Well formed and no deeper than the limit:
/// walks may recurse.
class ElementTree {
public:
    /// Throws Error: malformed, unsupported, limit_exceeded, as XmlTree does.
    ElementTree(const Archive& archive, const std::string& part);

    XmlNode root() const { return XmlNode(root_); }

private:
    std::unique_ptr<PartBuffer> content_;
    std::unique_ptr<XmlTree> copied_;
    NodeStore nodes_;
    const XmlNode::Data* root_ = nullptr;
};

}  // namespace samsvar::archive
