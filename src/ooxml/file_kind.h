#pragma once

#include <string>

#include "model/document.h"
#include "ooxml/package.h"

namespace samsvar::ooxml {

struct MainPart {
    std::string part;
    model::FileKind kind = model::FileKind::docx;
};

/// The part the package is about, and whether it is a Word document or a workbook. Throws Error(unsupported) for other
/// packages (presentations, binary workbooks), malformed when there is no main part.
MainPart find_main_part(const Package& package);

}  // namespace samsvar::ooxml
