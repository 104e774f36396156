#include "oscal/order.h"

#include <algorithm>

namespace samsvar::oscal {

namespace {

xml::Element& insert_at(xml::Element& parent, std::vector<xml::Element>::iterator at, xml::Element child)
{
    child.text_at = at == parent.children.end() ? parent.text.size() : at->text_at;
    return *parent.children.insert(at, std::move(child));
}

}  // namespace

int rank_of(std::string_view name)
{
    if (name == "title") return 0;
    if (name == "param") return 1;
    if (name == "prop") return 2;
    if (name == "link") return 3;
    if (name == "group" || name == "control") return 6;
    if (name == "back-matter") return 7;
    return name == "part" ? 5 : 4;  // prose stands before the parts of a part
}

xml::Element& insert_starting(xml::Element& parent, xml::Element child)
{
    const int rank = rank_of(child.name);
    const auto at = std::find_if(parent.children.begin(), parent.children.end(),
                                 [&](const xml::Element& one) { return rank_of(one.name) >= rank; });
    return insert_at(parent, at, std::move(child));
}

xml::Element& insert_ending(xml::Element& parent, xml::Element child)
{
    const int rank = rank_of(child.name);
    const auto last = std::find_if(parent.children.rbegin(), parent.children.rend(),
                                   [&](const xml::Element& one) { return rank_of(one.name) <= rank; });
    return insert_at(parent, last.base(), std::move(child));
}

}  // namespace samsvar::oscal
