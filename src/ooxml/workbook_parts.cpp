#include "ooxml/workbook_parts.h"

#include "base/error.h"

namespace samsvar::ooxml {

namespace {

ListedSheet listed_sheet(const Package& package, const std::string& main, pugi::xml_node listed)
{
    ListedSheet sheet;
    // Copied into every unit: Excel allows 31 characters.
    sheet.name = excerpt(attribute(listed, "name"), 255);
    const std::string_view state = attribute(listed, "state");
    sheet.hidden = state == "hidden" || state == "veryHidden";
    const Relationship* relationship = package.by_id(main, attribute(listed, "id"));
    if (!relationship || relationship->external || !package.has(relationship->target))
        sheet.why_not_read = "the sheet is listed in the workbook, but is not in the file";
    else if (relationship->type != "worksheet")
        sheet.why_not_read = "the sheet is a " + relationship->type + ", which is not read";
    else
        sheet.part = relationship->target;
    return sheet;
}

/// The part that a workbook has one of, or empty.
std::string only_part(const Package& package, const std::string& main, std::string_view type)
{
    const Relationship* relationship = package.related(main, type);
    return relationship && package.has(relationship->target) ? relationship->target : std::string();
}

}  // namespace

WorkbookParts::WorkbookParts(const Package& whole, const std::string& main)
    : package(whole), tree(whole, main), numbers(styles, is_true(attribute(child(tree.root(), "workbookPr"), "date1904")))
{
    if (local_name(tree.root()) != "workbook")
        throw Error(ErrorCode::malformed, {package.file(), main, 0, 0}, "the main part is not a workbook");
    date1904 = is_true(attribute(child(tree.root(), "workbookPr"), "date1904"));
    if (const std::string part = only_part(package, main, "styles"); !part.empty()) styles = CellStyles(package, part);
    if (const std::string part = only_part(package, main, "sharedStrings"); !part.empty())
        strings = SharedStrings(package, part);
    for (const pugi::xml_node listed : child(tree.root(), "sheets").children())
        if (local_name(listed) == "sheet") sheets.push_back(listed_sheet(package, main, listed));
}

}  // namespace samsvar::ooxml
