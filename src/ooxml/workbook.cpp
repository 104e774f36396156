#include "ooxml/workbook.h"

#include <algorithm>
#include <map>

#include "base/error.h"
#include "ooxml/sheet_comments.h"
#include "ooxml/sheet_drawings.h"
#include "ooxml/sheet_layout.h"
#include "archive/xml_tree.h"

namespace samsvar::ooxml {

namespace {

std::map<std::string, std::string> defined_names(pugi::xml_node workbook)
{
    std::map<std::string, std::string> names;
    for (const pugi::xml_node name : child(workbook, "definedNames").children())
        if (local_name(name) == "definedName" && !has_attribute(name, "localSheetId"))
            names.emplace(ascii_lower(attribute(name, "name")), name.text().get());
    return names;
}

void apply_links(SheetContent& sheet, const Package& package)
{
    for (const SheetLink& link : sheet.links) {
        const Relationship* relationship = package.by_id(sheet.part, link.id);
        std::string target = relationship ? relationship->target : std::string();
        if (!link.location.empty()) target += '#' + link.location;
        auto& cells = sheet.table.cells;
        const auto cell = std::lower_bound(
            cells.begin(), cells.end(), std::pair(link.range.first_row, link.range.first_column),
            [](const model::Cell& a, const std::pair<int, int>& place) { return std::pair(a.row, a.column) < place; });
        if (cell == cells.end() || cell->row != link.range.first_row || cell->column != link.range.first_column)
            continue;
        auto& paragraph = std::get<model::Paragraph>(cell->blocks.front());
        paragraph.links.push_back({paragraph.text, target});
    }
}

/// What a workbook points to outside itself is told, never opened.
void report_external(const Package& package, const std::string& main, Draft& draft)
{
    for (const Relationship& relationship : package.relationships(main)) {
        if (relationship.external && relationship.type != "hyperlink")
            draft.problem({}, {},
                          "the workbook points to " + excerpt(relationship.target, 300) + " (" + relationship.type +
                              "), which is not followed");
        if (relationship.type != "externalLink") continue;
        for (const Relationship& outer : package.relationships(relationship.target))
            if (outer.external)
                draft.problem({}, {},
                              "formulas use values from another file, " + excerpt(outer.target, 300) +
                                  ", which is not opened; the stored values are read");
    }
}

}  // namespace

void read_workbook(const Package& package, const std::string& main, Draft& draft)
{
    WorkbookParts parts(package, main);
    WorkbookContext context{parts, draft, 0, 0};
    std::vector<SheetContent> sheets;
    for (const ListedSheet& listed : parts.sheets) sheets.push_back(read_sheet(context, listed));
    const auto names = defined_names(parts.tree.root());
    ListValues lists(sheets, names);
    apply_validations(sheets, lists, draft);
    place_controls(package, sheets, lists, draft);
    const People people = read_people(package, main);
    for (SheetContent& sheet : sheets) {
        apply_links(sheet, package);
        lay_out(sheet, draft);
        if (!sheet.part.empty()) {
            read_sheet_comments(package, sheet, people, draft);
            read_text_boxes(package, sheet, draft);
        }
        draft.document.blocks.emplace_back(std::move(sheet.table));
    }
    report_external(package, main, draft);
}

}  // namespace samsvar::ooxml
