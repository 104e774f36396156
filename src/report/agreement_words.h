#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "model/language.h"

namespace samsvar::report {

/// The languages the reports on agreements are written in.
inline constexpr model::Language agreement_languages[] = {model::Language::nb, model::Language::sv,
                                                          model::Language::en};

/// The words of the reports on agreements: reports/agreement.xml, see reports/agreement.xsd.
struct AgreementWords {
    /// By id; those of uses, facts, keys and limbs behind "use.", "fact.", "key." and "limb.".
    std::map<std::string, model::LocalText, std::less<>> words;

    /// A word; the id itself when there is none, as the file may hold a use, fact, key or limb too few.
    std::string word(std::string_view id, model::Language language) const;

    /// A limb of the regulation as people name it: "28(3) subject-matter" is "28(3) gjenstand" in Norwegian.
    std::string limb(const std::string& article, model::Language language) const;
};

/// Reads the words; `shown` is the name used in messages. Throws Error with file, line and column: malformed XML, a
/// word that is missing, unknown or stands twice, a language that is missing, and a place holder that stands in one
/// language only.
AgreementWords load_agreement_words(const std::filesystem::path& path, const std::string& shown);

}  // namespace samsvar::report
