#pragma once

#include <string>
#include <vector>

#include "app/library.h"

namespace samsvar::app {

/// Something wrong or doubtful in our own XML.
struct Lint {
    model::Origin origin;
    std::string text;
    bool error = true;  ///< false: a note
};

/// Looks through forms, catalogues, mappings and lexicon: dead ids, unknown concepts, requirements no form asks about,
/// concepts no question uses, patterns that hit nothing of their own label. `only`: restrict to origins that start with
/// it.
std::vector<Lint> lint(const Library& library, const std::string& only = {});

}  // namespace samsvar::app
