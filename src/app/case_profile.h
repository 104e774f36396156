#pragma once

#include <string>
#include <vector>

#include "app/library.h"
#include "base/limits.h"
#include "model/profile.h"

namespace samsvar::app {

/// A profile from a file (the path ends in .xml) or as said on the command line: "C=significant,I=serious,A=moderate"
/// (profile/load.h). Throws Error.
model::Profile read_profile(const std::string& file_or_text);

/// What a new profile is made of.
struct ProfileParts {
    std::string id;
    std::string title;
    std::vector<std::string> sets;        ///< "Name:C=significant,I=serious,A=moderate"
    std::vector<std::string> roles;       ///< supplier …
    std::vector<std::string> conditions;  ///< "personal-data=yes"
};
/// The profile as XML. Throws Error(invalid_argument) as parse() does.
std::string profile_xml(const ProfileParts& parts, model::Language language);

/// Takes the requirements that do not apply out of the catalogue. Gives the reason why each of the others applies, in
/// order, and tells in `left_out` what went.
std::vector<model::LocalText> keep_applying(const model::Profile& profile, model::Catalog& catalog,
                                            std::vector<std::string>& left_out);

/// The catalogues a profile selects from when none is named: those of the library whose requirements have levels.
std::vector<model::Catalog> classified_catalogs(const Library& library);

/// Classification, conditions, and the requirements that apply with the reason of each; with `details` those that do
/// not apply as well.
std::string profile_text(const model::Profile& profile, const std::vector<model::Catalog>& catalogs,
                         model::Language language, bool details);

/// What there is to know about a profile, one line each: mistakes begin without, remarks with "note: ".
struct ProfileNotices {
    std::string text;
    int errors = 0;
};
ProfileNotices profile_notices(const model::Profile& profile, const std::vector<model::Catalog>& catalogs,
                               model::Language language);

}  // namespace samsvar::app
