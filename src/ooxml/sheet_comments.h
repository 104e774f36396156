#pragma once

#include <map>
#include <string>

#include "archive/draft.h"
#include "ooxml/package.h"
#include "ooxml/sheet.h"

namespace samsvar::ooxml {

/// Display names of the people in threaded comments, by id.
using People = std::map<std::string, std::string>;

/// The people parts of a workbook.
People read_people(const Package& package, const std::string& main);

/// Notes and threaded comments of a sheet that is laid out, as asides anchored to their cells. The note that Excel
/// writes beside a threaded comment for old programs is left out.
void read_sheet_comments(const Package& package, const SheetContent& sheet, const People& people, Draft& draft);

}  // namespace samsvar::ooxml
