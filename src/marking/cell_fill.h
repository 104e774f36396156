#pragma once

#include <map>
#include <string>
#include <vector>

#include "marking/package_edit.h"

// Internal to the folder.
namespace samsvar::marking {

/// Styles that are copies of others, with another fill colour; appended to those of a workbook (ECMA-376 part 1, 18.8).
class CellFill {
public:
    /// `largest_style` = the largest index that cells use, for workbooks without styles.
    CellFill(PackageEdit& edit, const std::string& main, bool strict, std::size_t largest_style);

    /// The index of a style's filled copy.
    std::size_t filled(std::size_t style);
    /// Writes what filled() has promised.
    void write();

private:
    std::string filled_copy(std::size_t style) const;
    void make_part();

    PackageEdit& edit_;
    std::string main_;
    std::string part_;
    bool strict_;
    std::vector<std::string> formats_;           ///< the cell formats as they are written
    std::map<std::size_t, std::size_t> copies_;  ///< style → its copy
    std::vector<std::size_t> copied_;            ///< in order of the copies
    std::size_t fills_ = 0;                      ///< index of the new fill
    std::size_t padding_ = 0;                    ///< formats that cells name and the workbook lacks
    std::string prefix_;
};

}  // namespace samsvar::marking
