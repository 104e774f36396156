#include "archive/xml_values.h"

#include <charconv>
#include <string>

#include "archive/archive.h"

namespace samsvar::archive {

bool is_true(std::string_view value)
{
    const std::string lower = ascii_lower(value);
    return lower == "1" || lower == "true" || lower == "on" || lower == "t";
}

int to_int(std::string_view text, int absent)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '+')) text.remove_prefix(1);
    int value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    return result.ec == std::errc() ? value : absent;
}

}  // namespace samsvar::archive
