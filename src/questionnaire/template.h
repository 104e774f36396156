#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/language.h"

namespace samsvar::questionnaire {

/// A logo as it stands in its file.
struct Picture {
    std::string bytes;
    std::string ending;  ///< png or jpeg
    int width = 0;       ///< pixels
    int height = 0;
};

/// The fixed texts of a questionnaire: what is shipped (reports/questionnaire.xml), with what a buyer's own file
/// replaces.
struct Template {
    std::string buyer;
    std::optional<Picture> logo;
    model::LocalText title;
    std::map<model::Language, std::vector<std::string>> introduction;  ///< paragraphs
    std::map<model::Language, std::vector<std::string>> instructions;  ///< one point each
    std::map<std::string, model::LocalText> labels;                    ///< headers, answers, facts

    /// The label with that id. Throws Error(not_found) when the shipped file lacks it.
    const std::string& label(const std::string& id, model::Language language) const;
    const std::vector<std::string>& paragraphs(const std::map<model::Language, std::vector<std::string>>& of,
                                               model::Language language) const;
};

/// Reads a template file over `base`: what stands in it replaces what `base` says, in the languages it says it in. A
/// logo is a PNG or JPEG file in the template's own folder. Throws Error with line and column.
Template read_template(const std::filesystem::path& path, const std::string& shown, Template base = {});

/// Reads width and height of a PNG or JPEG. Throws Error(unsupported | malformed) naming `shown`.
Picture read_picture(std::string bytes, const std::string& shown);

}  // namespace samsvar::questionnaire
