#pragma once

#include <string>
#include <string_view>

#include "archive/archive.h"

namespace samsvar::reader {

/// Which reader a file is for.
enum class Family {
    archive,  ///< a ZIP archive; family_of() tells which
    ooxml,    ///< Word or Excel package
    odf,      ///< OpenDocument package
    text,     ///< text without markup: CSV, or prose
};

/// Tells by the bytes what kind of file it is: archive or text. Throws Error(unsupported | malformed) that says what
/// to ask the supplier for when it is of a kind that is not read: empty, old binary Office, password-protected, PDF,
/// RTF, HTML, pictures, other archives …
Family family_of_bytes(std::string_view bytes, const std::string& file);

/// Which kind of package a ZIP archive is: ooxml or odf. Throws Error(unsupported) for e-books, Pages, Numbers,
/// Keynote and the OpenDocument kinds that hold no questionnaire.
Family family_of_archive(const archive::Archive& archive);

}  // namespace samsvar::reader
