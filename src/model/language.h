#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace samsvar::model {

/// The languages answers are read in. Which ones reports are written in: languages.h.
enum class Language { nb, nn, sv, da, fi, en };

/// "nb", "nn", "sv", "da", "fi", "en".
const char* name_of(Language language);
/// The language with that xml:lang value ("nb", "no" = nb, "en-GB" = en), or nothing.
std::optional<Language> language_named(std::string_view name);

/// One text in several languages.
class LocalText {
public:
    LocalText() = default;
    void set(Language language, std::string text);
    /// The text in `language`, else in its nearest neighbour (nn→nb→da→sv, sv→nb→da, fi→en …), else any, else "".
    const std::string& in(Language language) const;
    /// The text in exactly that language, or null.
    const std::string* exactly(Language language) const;
    bool empty() const { return texts_.empty(); }
    /// In the order they were set.
    const std::vector<std::pair<Language, std::string>>& all() const { return texts_; }
    bool operator==(const LocalText&) const = default;

private:
    std::vector<std::pair<Language, std::string>> texts_;
};

}  // namespace samsvar::model
