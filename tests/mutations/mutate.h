#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace samsvar::test {

/// Random numbers that are the same everywhere (xorshift64*); the library's distributions are not.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed | 1) {}
    /// A number below `bound`; 0 when that is 0.
    std::size_t below(std::size_t bound);

private:
    std::uint64_t state_;
};

/// Bytes flipped, inserted, doubled or taken out, or the end cut off.
std::string mutated_bytes(std::string bytes, Random& random);

/// XML that is still text: an element left out or doubled, a number made huge or negative, tags changed, besides what
/// mutated_bytes does.
std::string mutated_xml(std::string xml, Random& random);

/// Name and content of every entry, in order.
using Entries = std::vector<std::pair<std::string, std::string>>;

/// Entries dropped, swapped, renamed or doubled under another name.
Entries mutated_entries(Entries entries, Random& random);

}  // namespace samsvar::test
