#include "mutations/mutate.h"

#include <algorithm>
#include <iterator>

namespace samsvar::test {

std::size_t Random::below(std::size_t bound)
{
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    return bound == 0 ? 0 : static_cast<std::size_t>(state_ * 0x2545F4914F6CDD1Dull >> 11) % bound;
}

std::string mutated_bytes(std::string bytes, Random& random)
{
    for (std::size_t changes = 1 + random.below(4); changes > 0 && !bytes.empty(); --changes) {
        const std::size_t at = random.below(bytes.size());
        const std::size_t length = 1 + random.below(std::min<std::size_t>(64, bytes.size() - at));
        switch (random.below(6)) {
            case 0: bytes[at] = static_cast<char>(random.below(256)); break;
            case 1: bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.below(8))); break;
            case 2: bytes.erase(at, length); break;
            case 3: bytes.insert(at, bytes.substr(at, length)); break;
            case 4: bytes.insert(at, std::string(length, static_cast<char>(random.below(256)))); break;
            default:
                if (random.below(8) == 0) bytes.resize(at);
        }
    }
    return bytes;
}

namespace {

/// The element that begins at `at`, up to the next end tag; empty when there is none.
std::string_view element_at(std::string_view xml, std::size_t at)
{
    const std::size_t open = xml.find('<', at);
    if (open == std::string_view::npos) return {};
    const std::size_t end = xml.find("</", open);
    const std::size_t close = end == std::string_view::npos ? end : xml.find('>', end);
    if (close == std::string_view::npos || close - open > 4096) return {};
    return xml.substr(open, close + 1 - open);
}

void change_number(std::string& xml, std::size_t at, Random& random)
{
    static constexpr const char* numbers[] = {"0", "-1", "1048577", "2147483647", "99999999999999999999", "1e308", "x"};
    const std::size_t begin = xml.find_first_of("0123456789", at);
    if (begin == std::string::npos) return;
    const std::size_t end = std::min(xml.find_first_not_of("0123456789", begin), xml.size());
    xml.replace(begin, end - begin, numbers[random.below(std::size(numbers))]);
}

}  // namespace

std::string mutated_xml(std::string xml, Random& random)
{
    for (std::size_t changes = 1 + random.below(4); changes > 0 && !xml.empty(); --changes) {
        const std::size_t at = random.below(xml.size());
        switch (random.below(6)) {
            case 0: change_number(xml, at, random); break;
            case 1: {
                const std::string element(element_at(xml, at));
                const std::size_t place = element.empty() ? std::string::npos : xml.find(element, at);
                if (place != std::string::npos) xml.insert(place, element);
                break;
            }
            case 2: {
                const std::string_view element = element_at(xml, at);
                if (!element.empty()) xml.erase(static_cast<std::size_t>(element.data() - xml.data()), element.size());
                break;
            }
            case 3: {
                // The same element a few hundred times deep or long.
                const std::string element(element_at(xml, at));
                std::string many;
                for (std::size_t i = random.below(300); i > 0 && many.size() < 200'000; --i) many += element;
                const std::size_t place = xml.find('<', at);
                if (place != std::string::npos) xml.insert(place, many);
                break;
            }
            case 4: {
                const std::size_t open = xml.find('<', at);
                if (open != std::string::npos && open + 2 < xml.size())
                    xml[open + 1 + random.below(2)] = static_cast<char>('a' + random.below(26));
                break;
            }
            default: xml = mutated_bytes(std::move(xml), random);
        }
    }
    return xml;
}

Entries mutated_entries(Entries entries, Random& random)
{
    for (std::size_t changes = 1 + random.below(2); changes > 0 && !entries.empty(); --changes) {
        const std::size_t one = random.below(entries.size());
        const std::size_t other = random.below(entries.size());
        switch (random.below(5)) {
            case 0: entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(one)); break;
            case 1: std::swap(entries[one].second, entries[other].second); break;
            case 2: entries[one].second = entries[other].second; break;
            case 3: entries[one].first += "x"; break;
            default: entries[one].second.clear(); break;
        }
    }
    return entries;
}

}  // namespace samsvar::test
