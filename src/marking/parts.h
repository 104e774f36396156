#pragma once

#include <map>
#include <string>
#include <vector>

#include "marking/mark.h"
#include "marking/package_edit.h"

// Internal to the folder.
namespace samsvar::marking {

/// Comments in a Word document. Gives how many had to stand at its start.
std::size_t mark_document(PackageEdit& edit, const std::string& main, const std::vector<Mark>& marks,
                          const Author& author);

/// Sheets by name, and the first one that is shown.
struct Sheets {
    std::map<std::string, std::string> parts;
    std::string first;  ///< empty = there is none
};
Sheets sheets_of(const ooxml::Package& package, const std::string& main);

/// Notes and a colour in a workbook.
std::size_t mark_workbook(PackageEdit& edit, const std::string& main, const std::vector<Mark>& marks,
                          const Author& author);

}  // namespace samsvar::marking
