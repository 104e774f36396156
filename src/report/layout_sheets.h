#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "report/layout.h"
#include "xml/element.h"

// Internal to the folder.
namespace samsvar::report {

/// The tables a kind of report can show.
struct ReportTables {
    std::vector<std::pair<std::string_view, std::vector<std::string_view>>> tables;  ///< with their column keys
    bool bidder_columns = false;  ///< columns may stand once for each bidder, and be folded away

    /// Empty when there is no such table.
    const std::vector<std::string_view>& keys(std::string_view table) const;
};

/// Reads one <sheet>; `layout` holds the sheets before it, and the styles it may name. Throws Error as load_layout.
LayoutSheet read_sheet(const xml::Element& element, const ReportTables& known, const Layout& layout);

/// Adds the styles of <styles> to those the layout has. Throws Error on a second one.
void read_styles(const xml::Element& element, Layout& layout);

/// The children `name` of `element`: one for each report language, none empty.
model::LocalText read_all_languages(const xml::Element& element, std::string_view name);

}  // namespace samsvar::report
