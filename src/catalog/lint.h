#pragma once

#include <string>
#include <vector>

#include "model/catalog.h"
#include "model/lexicon.h"

namespace samsvar::catalog {

/// Something wrong or doubtful in our own XML that does not stop the reading of it.
struct Notice {
    model::Origin origin;
    std::string text;
    bool error = true;  ///< false: a note
};

/// One catalogue by itself: texts missing in nb, sv or en; requirements that repeat one another's title and text;
/// conditions no requirement has, or a part repeats from its requirement (they decide nothing).
std::vector<Notice> lint(const model::Catalog& catalog);

/// The lexicon by itself: texts missing in a language of the reports; wrong patterns (all of them); patterns that stand
/// twice; concepts without a pattern for nb, sv or en (a note); place holders that no finding fills; topics that are said
/// to be a matter in one file and none in another; words that stand twice in a list (a note).
std::vector<Notice> lint(const model::Lexicon& lexicon);

/// Concepts that the catalogue's expectations name and the lexicon does not hold.
std::vector<Notice> check_references(const model::Catalog& catalog, const model::Lexicon& lexicon);

/// Ids that mappings name and the catalogues do not hold. Catalogues that are not among `catalogs` are not judged: a
/// user's mapping may point to one that is not installed here.
std::vector<Notice> check_references(const std::vector<model::Mapping>& mappings,
                                     const std::vector<model::Catalog>& catalogs);

}  // namespace samsvar::catalog
