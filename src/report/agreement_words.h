#pragma once

#include "report/words.h"

namespace samsvar::report {

/// The words of the reports on agreements: reports/agreement.xml. Those of uses, facts, keys and limbs stand in groups
/// of these names ("use.clause"). Throws as load_words.
Words load_agreement_words(const std::filesystem::path& path, const std::string& shown);

/// A limb of the regulation as people name it: "28(3) subject-matter" is "28(3) gjenstand" in Norwegian.
std::string limb_name(const Words& words, const std::string& article, model::Language language);

}  // namespace samsvar::report
