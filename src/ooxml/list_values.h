#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ooxml/sheet.h"

namespace samsvar::ooxml {

/// The values that a list of allowed values or a drop-down on a sheet stands for: written out, in cells of this or
/// another sheet, or under a defined name.
class ListValues {
public:
    /// `sheets` and `names` must outlive this; values are looked up when they are first asked for.
    ListValues(const std::vector<SheetContent>& sheets, const std::map<std::string, std::string>& names)
        : sheets_(sheets), names_(names)
    {
    }

    /// The values a list formula on `sheet` stands for, at most 2000; empty when it cannot be told.
    const std::vector<std::string>& of(std::string_view formula, std::size_t sheet);

private:
    std::vector<std::string> find(std::string_view formula, std::size_t sheet, int names_followed) const;

    const std::vector<SheetContent>& sheets_;
    const std::map<std::string, std::string>& names_;
    std::map<std::pair<std::size_t, std::string>, std::vector<std::string>> cache_;
};

}  // namespace samsvar::ooxml
