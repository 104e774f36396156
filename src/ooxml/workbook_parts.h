#pragma once

#include <string>
#include <vector>

#include "archive/xml_tree.h"
#include "ooxml/package.h"
#include "ooxml/shared_strings.h"
#include "ooxml/shown_numbers.h"
#include "ooxml/styles.h"

namespace samsvar::ooxml {

/// A sheet as the workbook lists it.
struct ListedSheet {
    std::string name;
    std::string part;  ///< xl/worksheets/sheet1.xml; empty when there is nothing to read
    std::string why_not_read;
    bool hidden = false;  ///< or very hidden
};

/// What the cells of one workbook need to be read.
struct WorkbookParts {
    /// Reads the main part, styles and shared strings. `package` must outlive this.
    /// Throws Error: malformed, limit_exceeded.
    WorkbookParts(const Package& package, const std::string& main);

    const Package& package;
    XmlTree tree;  ///< of the main part
    bool date1904 = false;
    CellStyles styles;
    SharedStrings strings;
    std::vector<ListedSheet> sheets;  ///< in the order of the workbook
    ShownNumbers numbers;
    std::size_t streamed_cells = 0;  ///< read so far, against Limits::streamed_cells
};

}  // namespace samsvar::ooxml
