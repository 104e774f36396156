#pragma once

#include <string>
#include <vector>

#include "ooxml/number_format.h"
#include "ooxml/package.h"

namespace samsvar::ooxml {

/// What of a workbook's cell formats changes how a cell reads.
class CellStyles {
public:
    /// Without a styles part everything is General.
    CellStyles() = default;
    /// Throws Error: malformed, limit_exceeded.
    CellStyles(const Package& package, const std::string& part);

    /// The format of a cell's style index; General for one that does not exist.
    const NumberFormat& format(std::size_t style) const;
    /// The style's format is General and nothing else.
    bool general(std::size_t style) const { return style >= is_general_.size() || is_general_[style]; }
    /// The style's format shows a text as another.
    bool changes_text(std::size_t style) const { return style < changes_text_.size() && changes_text_[style]; }
    /// The style's font is struck through.
    bool struck(std::size_t style) const { return style < struck_.size() && struck_[style]; }

private:
    NumberFormat general_;
    std::vector<NumberFormat> formats_;
    std::vector<std::size_t> format_of_style_;
    std::vector<bool> is_general_;
    std::vector<bool> changes_text_;
    std::vector<bool> struck_;
};

}  // namespace samsvar::ooxml
