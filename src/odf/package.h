#pragma once

#include <string>
#include <string_view>

#include "archive/archive.h"
#include "archive/draft.h"
#include "archive/xml_lexer.h"
#include "model/document.h"

namespace samsvar::odf {

// The readers below speak of archives, lexers and trees all the time.
using namespace archive;

inline constexpr const char* content_part = "content.xml";
inline constexpr const char* styles_part = "styles.xml";

/// The kind that an OpenDocument archive's mimetype entry names. Throws Error(unsupported) for drawings, formulas and
/// the like, and for archives whose manifest says that entries are encrypted (ODF 1.3 part 2, 3.4).
model::FileKind kind_of(const Archive& archive);

/// Title, program and time of change, from meta.xml; macros and embedded objects are told.
void read_properties(const Archive& archive, Draft& draft);

}  // namespace samsvar::odf
