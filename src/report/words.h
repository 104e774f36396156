#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "model/languages.h"

namespace samsvar::report {

/// The words of one kind of report: reports/agreement.xml and others, see reports/words.xsd.
struct Words {
    std::map<std::string, model::LocalText, std::less<>> words;  ///< by id; ids of a group are "use.title"

    /// A word; the id itself when there is none, as a group may hold a word too few.
    std::string word(std::string_view id, model::Language language) const;
};

/// Reads the words; `shown` is the name used in messages. All of `ids` must be there, and nothing else but what belongs
/// to one of `groups` ("use" of "use.title"). Throws Error with file, line and column: malformed XML, a word that is
/// missing, unknown or stands twice, one of `languages` that is missing, and a place holder that stands in one language
/// only.
Words load_words(const std::filesystem::path& path, const std::string& shown, std::span<const std::string_view> ids,
                 std::span<const std::string_view> groups = {},
                 std::span<const model::Language> languages = model::report_languages);

}  // namespace samsvar::report
