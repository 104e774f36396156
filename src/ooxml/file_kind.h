#pragma once

#include <string>
#include <string_view>

#include "model/document.h"
#include "ooxml/package.h"

namespace samsvar::ooxml {

/// Refuses, by their first bytes, files that are no ZIP archive: empty, old binary Office, password-protected, PDF,
/// RTF, HTML, plain text. Throws Error(unsupported | malformed) that says what to ask the supplier for.
void refuse_other_kinds(std::string_view bytes, const std::string& file);

struct MainPart {
    std::string part;
    model::FileKind kind = model::FileKind::docx;
};

/// The part the package is about, and whether it is a Word document or a workbook. Throws Error(unsupported) for other
/// packages (presentations, binary workbooks, OpenDocument), malformed when there is no main part.
MainPart find_main_part(const Package& package);

}  // namespace samsvar::ooxml
