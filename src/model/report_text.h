#pragma once

#include <string>
#include <utility>

#include "model/languages.h"

// Texts of the program's own that reports print; most stand in catalogs/ and reports/.
namespace samsvar::model {

/// One text for each of report_languages, in their order; a call with another number of texts does not compile.
template <typename... Texts>
requires(sizeof...(Texts) == report_languages.size()) LocalText report_text(Texts... texts)
{
    LocalText text;
    std::size_t at = 0;
    (text.set(report_languages[at++], std::string(std::move(texts))), ...);
    return text;
}
/// The same for catalog_languages: of agreements, profiles and questionnaires of one's own.
LocalText report_text(std::string nb, std::string sv, std::string en);

}  // namespace samsvar::model
