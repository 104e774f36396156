#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

#include "archive/xml_values.h"

namespace samsvar::archive {

/// An element of an ElementTree, a piece of text in it, or nothing. Small, to be passed by value; the tree must outlive
/// it.
class XmlNode {
public:
    /// What a node points to. Views point into the tree's memory.
    struct Attribute {
        std::string_view name;  ///< local
        std::string_view value;
    };
    struct Data {
        std::string_view text;  ///< an element's local name, or the text
        const Attribute* attributes = nullptr;
        std::uint32_t attribute_count = 0;
        bool is_element = false;
        Data* first_child = nullptr;
        Data* next = nullptr;
    };

    class Iterator {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = XmlNode;
        using difference_type = std::ptrdiff_t;
        using pointer = const XmlNode*;
        using reference = XmlNode;
        explicit Iterator(const Data* at = nullptr) : at_(at) {}
        XmlNode operator*() const { return XmlNode(at_); }
        Iterator& operator++()
        {
            at_ = at_->next;
            return *this;
        }
        bool operator==(const Iterator&) const = default;

    private:
        const Data* at_;
    };
    struct Children {
        const Data* first;
        Iterator begin() const { return Iterator(first); }
        Iterator end() const { return Iterator(); }
    };

    XmlNode() = default;
    explicit XmlNode(const Data* data) : data_(data) {}

    explicit operator bool() const { return data_ != nullptr; }
    bool is_element() const { return data_ && data_->is_element; }
    /// Local name of an element; empty otherwise.
    std::string_view name() const { return is_element() ? data_->text : std::string_view(); }
    /// The text of a piece of text; empty otherwise.
    std::string_view value() const { return data_ && !data_->is_element ? data_->text : std::string_view(); }
    /// The first piece of text among the children; empty when there is none.
    std::string_view child_value() const
    {
        for (const Data* at = data_ ? data_->first_child : nullptr; at; at = at->next)
            if (!at->is_element) return at->text;
        return {};
    }
    XmlNode first_child() const { return XmlNode(data_ ? data_->first_child : nullptr); }
    XmlNode next_sibling() const { return XmlNode(data_ ? data_->next : nullptr); }
    /// Elements and pieces of text, in order.
    Children children() const { return {data_ ? data_->first_child : nullptr}; }
    const Attribute* begin_attributes() const { return data_ ? data_->attributes : nullptr; }
    const Attribute* end_attributes() const { return data_ ? data_->attributes + data_->attribute_count : nullptr; }

private:
    const Data* data_ = nullptr;
};

inline bool is_element(XmlNode node)
{
    return node.is_element();
}

inline std::string_view local_name(XmlNode node)
{
    return node.name();
}

/// First child element by local name; null node when absent.
inline XmlNode child(XmlNode node, std::string_view local)
{
    for (const XmlNode next : node.children())
        if (next.name() == local) return next;
    return {};
}

/// Attribute value by local name; `absent` when there is none.
inline std::string_view attribute(XmlNode node, std::string_view local, std::string_view absent = {})
{
    for (const XmlNode::Attribute* at = node.begin_attributes(); at != node.end_attributes(); ++at)
        if (at->name == local) return at->value;
    return absent;
}

inline bool has_attribute(XmlNode node, std::string_view local)
{
    for (const XmlNode::Attribute* at = node.begin_attributes(); at != node.end_attributes(); ++at)
        if (at->name == local) return true;
    return false;
}

/// attribute(child(node, local), "val"): how WordprocessingML writes most properties.
inline std::string_view child_value(XmlNode node, std::string_view local)
{
    return attribute(child(node, local), "val");
}

/// An on/off property as ECMA-376 part 1, 17.17.4 has it: present without a value means on.
bool is_on(XmlNode node, std::string_view local);

}  // namespace samsvar::archive
