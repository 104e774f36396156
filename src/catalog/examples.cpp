#include "catalog/examples.h"

#include "base/error.h"
#include "base/files.h"
#include "base/limits.h"

namespace samsvar::catalog {

namespace {

constexpr std::string_view header = "concept\tsentence";

/// The next line, without its end.
std::string_view take_line(std::string_view& left)
{
    const std::size_t end = left.find('\n');
    std::string_view line = left.substr(0, end);
    left = end == std::string_view::npos ? std::string_view() : left.substr(end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

}  // namespace

std::vector<model::Example> load_examples(const std::filesystem::path& folder, const std::string& shown,
                                          const std::function<bool(const std::string&)>& is_concept)
{
    std::vector<model::Example> examples;
    for (const std::filesystem::path& file : files_in(folder, ".tsv")) {
        const std::string text = read_file(file, Limits().own_xml_bytes);
        int row = 0;
        const auto refuse = [&](const std::string& why) {
            return Error(ErrorCode::malformed, {shown + '/' + file.filename().string(), {}, row, 0}, why);
        };
        for (std::string_view left = text; !left.empty();) {
            const std::string_view line = take_line(left);
            ++row;
            if (row == 1) {
                if (line != header) throw refuse("the first row must be concept, a tabulator, sentence");
                continue;
            }
            if (line.empty()) continue;
            const std::size_t tabulator = line.find('\t');
            if (tabulator == std::string_view::npos || tabulator + 1 == line.size())
                throw refuse("a row must hold a concept, a tabulator and a sentence");
            model::Example& one = examples.emplace_back();
            one.concept_id = line.substr(0, tabulator);
            one.text = line.substr(tabulator + 1);
            if (!is_concept(one.concept_id)) throw refuse("\"" + one.concept_id + "\" is no concept of the lexicon");
        }
    }
    return examples;
}

}  // namespace samsvar::catalog
