#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/lexicon.h"
#include "text/analysis.h"

namespace samsvar::catalog {

/// The folder of a lexicon (catalogs/lexicon) with what was prepared of it when the program was built. Reading some
/// thousand patterns and working out what to look for takes longer than reading and judging the answers, and gives the
/// same each time: the bytes count when they are of exactly the files that stand in the folder, else all is done anew.
class LexiconSource {
public:
    /// `prepared`: bytes that prepare() made in the same build, which must stay; or none. `shown` is the folder's name
    /// in origins.
    LexiconSource(std::filesystem::path folder, std::string shown, std::span<const std::byte> prepared);

    /// As load_lexicon, and a matcher of what answers say (model::Lexicon). Throw as those do.
    model::Lexicon lexicon() const;
    text::Matcher matcher() const;
    /// The prepared bytes are those of the folder.
    bool is_prepared() const { return !current_.empty(); }

private:
    std::filesystem::path folder_;
    std::string shown_;
    std::span<const std::byte> current_;  ///< prepared, when of these files
};

/// What LexiconSource takes. Throws as load_lexicon and text::Matcher do.
std::vector<std::byte> prepare(const std::filesystem::path& folder, const std::string& shown);

}  // namespace samsvar::catalog
