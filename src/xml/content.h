#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "xml/element.h"

namespace samsvar::xml {

/// How much of the element's text stands before its child `index`; all of it when there is no such child.
inline std::size_t text_before(const Element& element, std::size_t index)
{
    return index < element.children.size() ? std::min(element.children[index].text_at, element.text.size())
                                           : element.text.size();
}

/// Mixed content in its order: on_text(std::string_view) with what stands before each child and behind the last, also
/// when it is nothing, on_child(const Element&) with each child.
template <class OnText, class OnChild>
void in_order(const Element& element, const OnText& on_text, const OnChild& on_child)
{
    std::size_t at = 0;
    for (std::size_t index = 0; index <= element.children.size(); ++index) {
        const std::size_t until = std::max(text_before(element, index), at);
        on_text(std::string_view(element.text).substr(at, until - at));
        at = until;
        if (index < element.children.size()) on_child(element.children[index]);
    }
}

}  // namespace samsvar::xml
