#include "catalog/prepared.h"

#include <cstring>

#include "base/files.h"
#include "base/limits.h"
#include "catalog/lexicon_bytes.h"
#include "catalog/load.h"

namespace samsvar::catalog {

namespace {

/// Tells contents apart that were not made to look alike: eight bytes at a time, well mixed.
class Fingerprint {
public:
    void add(std::string_view text)
    {
        mix(text.size());
        for (; text.size() >= sizeof(std::uint64_t); text.remove_prefix(sizeof(std::uint64_t))) {
            std::uint64_t word = 0;
            std::memcpy(&word, text.data(), sizeof word);
            mix(word);
        }
        std::uint64_t rest = 0;
        std::memcpy(&rest, text.data(), text.size());
        mix(rest);
    }
    std::uint64_t first() const { return first_; }
    std::uint64_t second() const { return second_; }

private:
    void mix(std::uint64_t word)
    {
        first_ = (first_ ^ word) * 0x9E3779B97F4A7C15u;
        first_ ^= first_ >> 32;
        second_ = (second_ + word) * 0xC2B2AE3D27D4EB4Fu;
        second_ ^= second_ >> 29;
    }

    std::uint64_t first_ = 0x243F6A8885A308D3u;
    std::uint64_t second_ = 0x13198A2E03707344u;
};

/// Of the files' names and contents, and of how they are named in origins.
Fingerprint fingerprint_of(const std::filesystem::path& folder, const std::string& shown)
{
    const Limits limits;
    Fingerprint fingerprint;
    fingerprint.add(shown);
    for (const std::filesystem::path& file : files_in(folder, ".xml")) {
        fingerprint.add(file.filename().string());
        fingerprint.add(read_file(file, limits.own_xml_bytes));
    }
    return fingerprint;
}

}  // namespace

LexiconSource::LexiconSource(std::filesystem::path folder, std::string shown, std::span<const std::byte> prepared)
    : folder_(std::move(folder)), shown_(std::move(shown))
{
    if (prepared.empty()) return;
    BytesReader reader(prepared);
    const std::uint64_t first = reader.take_number();
    const std::uint64_t second = reader.take_number();
    const Fingerprint found = fingerprint_of(folder_, shown_);
    if (found.first() == first && found.second() == second) current_ = prepared.subspan(2 * sizeof(std::uint64_t));
}

model::Lexicon LexiconSource::lexicon() const
{
    if (!is_prepared()) return load_lexicon(folder_, shown_);
    BytesReader reader(current_);
    return read_lexicon(reader);
}

text::Matcher LexiconSource::matcher() const
{
    if (!is_prepared()) return text::Matcher(load_lexicon(folder_, shown_));
    BytesReader reader(current_);
    model::Lexicon lexicon = read_lexicon(reader);
    return {std::move(lexicon), reader};
}

std::vector<std::byte> prepare(const std::filesystem::path& folder, const std::string& shown)
{
    const Fingerprint fingerprint = fingerprint_of(folder, shown);
    const text::Matcher matcher(load_lexicon(folder, shown));
    BytesWriter writer;
    writer.put_number(fingerprint.first());
    writer.put_number(fingerprint.second());
    write(matcher.lexicon(), writer);
    matcher.write(writer);
    return writer.take();
}

}  // namespace samsvar::catalog
