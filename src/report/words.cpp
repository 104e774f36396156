#include "report/words.h"

#include <algorithm>

#include "base/files.h"
#include "report/told_texts.h"

namespace samsvar::report {

std::string Words::word(std::string_view id, model::Language language) const
{
    const auto found = words.find(id);
    return found == words.end() ? std::string(id) : found->second.in(language);
}

Words load_words(const std::filesystem::path& path, const std::string& shown, std::span<const std::string_view> ids,
                 std::span<const std::string_view> groups, std::span<const model::Language> languages)
{
    const xml::Element root = xml::parse(read_file(path, Limits{}.own_xml_bytes), shown);
    if (root.name != "report-words" || root.name_space != "urn:samsvar:report-words:1")
        throw root.error(
            "these are not the words of a report: the root must be <report-words "
            "xmlns=\"urn:samsvar:report-words:1\">");
    root.allow({"xmlns"}, {"word"});
    Words read;
    read_told_all(root, "word", languages, read.words);
    ToldTexts plain = read.words;
    std::erase_if(plain, [&](const auto& word) {
        const std::string group = word.first.substr(0, word.first.find('.'));
        return group.size() < word.first.size() && std::find(groups.begin(), groups.end(), group) != groups.end();
    });
    require_told(root, plain, ids, "word");
    return read;
}

}  // namespace samsvar::report
