#include "archive/element_tree.h"

#include "archive/xml_tree.h"

namespace samsvar::archive {

namespace {

/// A copy of pugixml's tree that points to its texts. Depth is bounded by Limits::xml_depth.
XmlNode::Data* copied(pugi::xml_node node, NodeStore& nodes)
{
    if (node.type() != pugi::node_element) return nodes.make<XmlNode::Data>(std::string_view(node.value()));
    std::size_t count = 0;
    for (pugi::xml_attribute next = node.first_attribute(); next; next = next.next_attribute()) ++count;
    auto* const attributes = count ? nodes.room<XmlNode::Attribute>(count) : nullptr;
    std::size_t at = 0;
    for (pugi::xml_attribute next = node.first_attribute(); next; next = next.next_attribute())
        new (attributes + at++) XmlNode::Attribute{local_part(next.name()), next.value()};
    auto* const made =
        nodes.make<XmlNode::Data>(local_name(node), attributes, static_cast<std::uint32_t>(count), true);
    XmlNode::Data** next_place = &made->first_child;
    for (pugi::xml_node next = node.first_child(); next; next = next.next_sibling()) {
        *next_place = copied(next, nodes);
        next_place = &(*next_place)->next;
    }
    return made;
}

}  // namespace

ElementTree::ElementTree(const Archive& archive, const std::string& part)
{
    if (!archive.is_converted(part)) {
        content_ = std::make_unique<PartBuffer>(archive, part, archive.threads());
        root_ = build_plain(*content_, archive.limits(), nodes_);
        // Whatever is wrong with the entry itself is said first.
        const std::size_t read = content_->wait_for_all();
        if (root_) return;
        content_.reset();
        nodes_ = {};
        archive.forget(read);
    }
    copied_ = std::make_unique<XmlTree>(archive, part);
    root_ = copied(copied_->root(), nodes_);
}

bool is_on(XmlNode node, std::string_view local)
{
    const XmlNode property = child(node, local);
    return property && is_true(attribute(property, "val", "1"));
}

}  // namespace samsvar::archive
