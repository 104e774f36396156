#include "base/limits.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <type_traits>

#include "base/error.h"

namespace samsvar {

namespace {

struct Named {
    const char* name;
    void (*set)(Limits& limits, std::uint64_t value);
};

template <auto Member>
constexpr Named named(const char* name)
{
    return {name, [](Limits& limits, std::uint64_t value) {
                using Value = std::remove_reference_t<decltype(limits.*Member)>;
                limits.*Member = static_cast<Value>(std::min<std::uint64_t>(value, std::numeric_limits<Value>::max()));
            }};
}

constexpr Named all_limits[] = {
    named<&Limits::file_bytes>("file-bytes"),
    named<&Limits::zip_entries>("zip-entries"),
    named<&Limits::entry_bytes>("entry-bytes"),
    named<&Limits::dom_part_bytes>("dom-part-bytes"),
    named<&Limits::package_bytes>("package-bytes"),
    named<&Limits::ratio>("ratio"),
    named<&Limits::ratio_grace_bytes>("ratio-grace-bytes"),
    named<&Limits::xml_depth>("xml-depth"),
    named<&Limits::xml_attributes>("xml-attributes"),
    named<&Limits::cell_characters>("cell-characters"),
    named<&Limits::paragraph_bytes>("paragraph-bytes"),
    named<&Limits::cells>("cells"),
    named<&Limits::merged_ranges>("merged-ranges"),
    named<&Limits::problems>("problems"),
    named<&Limits::text_bytes>("text-bytes"),
    named<&Limits::streamed_cells>("streamed-cells"),
    named<&Limits::shared_strings>("shared-strings"),
    named<&Limits::shared_text_bytes>("shared-text-bytes"),
    named<&Limits::output_bytes>("output-bytes"),
    named<&Limits::own_xml_bytes>("own-xml-bytes"),
    named<&Limits::seconds>("seconds"),
};

[[noreturn]] void wrong(const std::string& what)
{
    throw Error(ErrorCode::invalid_argument, {}, "--limit: " + what);
}

/// "64M" as a number; 0 when it is none or too large.
std::uint64_t value_of(std::string_view text)
{
    std::uint64_t value = 0;
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc()) return 0;
    if (rest == end) return value;
    if (rest + 1 != end) return 0;
    const int shift = *rest == 'K' ? 10 : *rest == 'M' ? 20 : *rest == 'G' ? 30 : 64;
    if (shift == 64 || value > std::numeric_limits<std::uint64_t>::max() >> shift) return 0;
    return value << shift;
}

}  // namespace

Limits Limits::started() const
{
    constexpr std::uint64_t a_year = 366ull * 24 * 3600;
    Limits running = *this;
    running.deadline =
        std::chrono::steady_clock::now() + std::chrono::seconds(static_cast<std::int64_t>(std::min(seconds, a_year)));
    return running;
}

void Limits::check_time(const std::string& file) const
{
    if (deadline == std::chrono::steady_clock::time_point::max()) return;
    if (std::chrono::steady_clock::now() < deadline) return;
    throw Error(ErrorCode::limit_exceeded, {file, {}, 0, 0},
                "reading took more than " + std::to_string(seconds) + " s, which is the limit");
}

void set_limit(Limits& limits, std::string_view assignment)
{
    const auto equals = assignment.find('=');
    if (equals == std::string_view::npos)
        wrong("'" + std::string(assignment) + "' is not NAME=VALUE, for example cells=5000000; the limits are " +
              limit_names());
    const std::string_view name = assignment.substr(0, equals);
    for (const Named& limit : all_limits) {
        if (name != limit.name) continue;
        const std::uint64_t value = value_of(assignment.substr(equals + 1));
        if (value == 0)
            wrong("'" + std::string(assignment.substr(equals + 1)) + "' is no value for " + std::string(name) +
                  "; it is a whole number of at least 1, or one like 64M (K, M, G)");
        limit.set(limits, value);
        return;
    }
    wrong("there is no limit '" + std::string(name) + "'; the limits are " + limit_names());
}

std::string limit_names()
{
    std::string names;
    for (const Named& limit : all_limits) names += (names.empty() ? "" : ", ") + std::string(limit.name);
    return names;
}

}  // namespace samsvar
