#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/limits.h"
#include "oscal/files.h"
#include "xml/element.h"

namespace samsvar::oscal {

/// A profile resolved, and what to know about it.
struct Resolution {
    xml::Element catalog;  ///< an OSCAL catalogue
    std::vector<std::string>
        notes;  ///< selected controls no import holds, alterations of controls that are not selected …
};

/// Resolves the OSCAL profile `root` of the file `path`: imports (catalogues and profiles of `folder`), selection,
/// merge (as-is, flat, custom; combine), modify (set-parameter, alter) as the OSCAL profile resolution specification
/// says. Resources, and parameters of groups, that nothing refers to are left out. The result takes its version and
/// last-modified from the profile, since the clock has no part in a result. Throws Error with the place: imports that
/// are not found, circles, unknown merges, clashing controls.
Resolution resolve(const xml::Element& root, const std::filesystem::path& path, const Folder& folder,
                   const Limits& limits = {});

}  // namespace samsvar::oscal
