#include "text/aho_corasick.h"

#include <algorithm>
#include <cassert>
#include <deque>

namespace samsvar::text {

AhoCorasick::AhoCorasick(const std::vector<std::string>& literals) : literals_(literals.size())
{
    int classes = 1;
    for (const std::string& literal : literals) {
        assert(!literal.empty());
        for (const char c : literal) {
            std::uint8_t& known = classes_[static_cast<unsigned char>(c)];
            // Folded text has some fifty bytes; should a pattern ever bring more, the rest share the last class, which
            // can only make a literal seem to occur: the pattern itself decides.
            if (known == 0) known = static_cast<std::uint8_t>(std::min(classes++, 63));
        }
    }
    add_node();
    for (std::size_t index = 0; index < literals.size(); ++index) {
        std::int32_t node = 0;
        for (const char c : literals[index]) {
            const std::uint8_t letter = classes_[static_cast<unsigned char>(c)];
            if (nodes_[static_cast<std::size_t>(node)].next[letter] < 0) {
                const std::int32_t fresh = add_node();
                nodes_[static_cast<std::size_t>(node)].next[letter] = fresh;
            }
            node = nodes_[static_cast<std::size_t>(node)].next[letter];
        }
        // Two equal literals never come: FilteredRE2 gives each atom once.
        nodes_[static_cast<std::size_t>(node)].output = static_cast<std::int32_t>(index);
    }
    std::deque<std::int32_t> queue;
    for (std::int32_t& child : nodes_[0].next) {
        if (child < 0) child = 0;
        else queue.push_back(child);
    }
    while (!queue.empty()) {
        const std::int32_t at = queue.front();
        queue.pop_front();
        Node& node = nodes_[static_cast<std::size_t>(at)];
        const Node& fail = nodes_[static_cast<std::size_t>(node.fail)];
        node.shorter = fail.output >= 0 ? node.fail : fail.shorter;
        for (std::size_t letter = 0; letter < node.next.size(); ++letter) {
            const std::int32_t over = fail.next[letter];
            if (node.next[letter] < 0) node.next[letter] = over;
            else {
                nodes_[static_cast<std::size_t>(node.next[letter])].fail = over;
                queue.push_back(node.next[letter]);
            }
        }
    }
}

std::int32_t AhoCorasick::add_node()
{
    Node node;
    node.next.fill(-1);
    nodes_.push_back(node);
    return static_cast<std::int32_t>(nodes_.size() - 1);
}

std::vector<int> AhoCorasick::occurring(std::string_view text) const
{
    std::vector<bool> seen(literals_, false);
    std::vector<int> found;
    std::int32_t at = 0;
    for (const char c : text) {
        at = nodes_[static_cast<std::size_t>(at)].next[classes_[static_cast<unsigned char>(c)]];
        for (std::int32_t node = at; node >= 0; node = nodes_[static_cast<std::size_t>(node)].shorter) {
            const std::int32_t output = nodes_[static_cast<std::size_t>(node)].output;
            if (output < 0) continue;
            if (seen[static_cast<std::size_t>(output)]) break;  // and all shorter ones of its chain
            seen[static_cast<std::size_t>(output)] = true;
            found.push_back(output);
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace samsvar::text
