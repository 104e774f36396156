#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>
#include <vector>

#include "archive/part_buffer.h"
#include "archive/xml_node.h"
#include "base/limits.h"

namespace samsvar::archive {

/// Room for the nodes of a tree, given back all at once.
class NodeStore {
public:
    /// Room for `count` values, which are not made yet.
    template <typename T>
    T* room(std::size_t count)
    {
        static_assert(std::is_trivially_destructible_v<T> && alignof(T) <= alignof(std::max_align_t));
        const std::size_t bytes = count * sizeof(T);
        if (bytes > left_) grow(bytes);
        T* const made = reinterpret_cast<T*>(at_);
        at_ += bytes;
        left_ -= bytes;
        return made;
    }
    template <typename T, typename... Values>
    T* make(Values&&... values)
    {
        return new (room<T>(1)) T{std::forward<Values>(values)...};
    }

private:
    static constexpr std::size_t block_bytes = 256 * 1024;

    void grow(std::size_t bytes)
    {
        const std::size_t size = bytes > block_bytes ? bytes : block_bytes;
        blocks_.push_back(std::make_unique_for_overwrite<std::max_align_t[]>(size / sizeof(std::max_align_t) + 1));
        at_ = reinterpret_cast<char*>(blocks_.back().get());
        left_ = size;
    }

    std::vector<std::unique_ptr<std::max_align_t[]>> blocks_;
    char* at_ = nullptr;
    std::size_t left_ = 0;
};

/// Makes the tree of a part that is written in the plain way: UTF-8, well formed, within the limits of depth and
/// attributes, names of letters, digits and ._-:, without DOCTYPE, comments, CDATA and instructions, no entities beyond
/// the usual five and decimal character references. The tree is the one pugixml makes. Gives null when the part is not
/// written like this, or may not be: its bytes have changed by then. Throws what reading the part threw.
const XmlNode::Data* build_plain(PartBuffer& part, const Limits& limits, NodeStore& nodes);

}  // namespace samsvar::archive
