#include "catalog/prepared.h"

#include "base/files.h"
#include "base/fingerprint.h"
#include "base/limits.h"
#include "catalog/examples.h"
#include "catalog/lexicon_bytes.h"
#include "catalog/load.h"

namespace samsvar::catalog {

namespace {

/// Of the files' names and contents, and of how they are named in origins.
Fingerprint fingerprint_of(const std::filesystem::path& folder, const std::string& shown)
{
    const Limits limits;
    Fingerprint fingerprint;
    fingerprint.add(shown);
    const auto add = [&](const std::vector<std::filesystem::path>& files) {
        for (const std::filesystem::path& file : files) {
            fingerprint.add(file.filename().string());
            fingerprint.add(read_file(file, limits.own_xml_bytes));
        }
    };
    add(files_in(folder, ".xml"));
    add(files_in(folder / "examples", ".tsv"));
    return fingerprint;
}

}  // namespace

LexiconSource::LexiconSource(std::filesystem::path folder, std::string shown, std::span<const std::byte> prepared)
    : folder_(std::move(folder)), shown_(std::move(shown))
{
    if (!prepared.empty()) current_ = fingerprint_of(folder_, shown_).behind(prepared);
}

model::Lexicon LexiconSource::lexicon() const
{
    if (!is_prepared()) return load_lexicon(folder_, shown_);
    BytesReader reader(current_);
    model::Lexicon lexicon = read_lexicon(reader);
    // The bytes hold what a matcher made of the examples. They were checked when that was made.
    lexicon.examples =
        load_examples(folder_ / "examples", shown_ + "/examples", [](const std::string&) { return true; });
    return lexicon;
}

text::Matcher LexiconSource::matcher() const
{
    if (!is_prepared()) {
        model::Lexicon lexicon = load_lexicon(folder_, shown_);
        lexicon.keep_what_answers_say();
        return text::Matcher(std::move(lexicon));
    }
    BytesReader reader(current_);
    model::Lexicon lexicon = read_lexicon(reader);
    lexicon.keep_what_answers_say();
    return {std::move(lexicon), reader};
}

std::vector<std::byte> prepare(const std::filesystem::path& folder, const std::string& shown)
{
    const Fingerprint fingerprint = fingerprint_of(folder, shown);
    model::Lexicon lexicon = load_lexicon(folder, shown);
    BytesWriter writer;
    fingerprint.write(writer);
    write(lexicon, writer);
    lexicon.keep_what_answers_say();
    text::Matcher(std::move(lexicon)).write(writer);
    return writer.take();
}

}  // namespace samsvar::catalog
