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

SheetContent read_listed_sheet(WorkbookContext& context, const std::string& main, pugi::xml_node listed)
{
    // Copied into every unit: Excel allows 31 characters.
    const std::string name = excerpt(attribute(listed, "name"), 255);
    const Relationship* relationship = context.package.by_id(main, attribute(listed, "id"));
    SheetContent content;
    content.table.name = name;
    content.table.part = name;
    content.table.sheet = true;
    if (!relationship || relationship->external || !context.package.has(relationship->target))
        context.draft.problem(name, {}, "the sheet is listed in the workbook, but is not in the file", true);
    else if (relationship->type != "worksheet")
        context.draft.problem(name, {}, "the sheet is a " + relationship->type + ", which is not read", true);
    else
        content = read_sheet(context, name, relationship->target);
    const std::string_view state = attribute(listed, "state");
    content.table.marks.hidden = state == "hidden" || state == "veryHidden";
    return content;
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
    const XmlTree tree(package, main);
    if (local_name(tree.root()) != "workbook")
        throw Error(ErrorCode::malformed, {package.file(), main, 0, 0}, "the main part is not a workbook");
    WorkbookContext context{package, draft, {}, {}, false, 0, 0};
    const pugi::xml_node properties = child(tree.root(), "workbookPr");
    context.date1904 = is_true(attribute(properties, "date1904"));
    if (const Relationship* styles = package.related(main, "styles"); styles && package.has(styles->target))
        context.styles = CellStyles(package, styles->target);
    if (const Relationship* strings = package.related(main, "sharedStrings"); strings && package.has(strings->target))
        context.strings = SharedStrings(package, strings->target);

    std::vector<SheetContent> sheets;
    for (const pugi::xml_node listed : child(tree.root(), "sheets").children())
        if (local_name(listed) == "sheet") sheets.push_back(read_listed_sheet(context, main, listed));
    apply_validations(sheets, defined_names(tree.root()), draft);
    const People people = read_people(package, main);
    for (SheetContent& sheet : sheets) {
        apply_links(sheet, package);
        if (!sheet.part.empty()) place_controls(package, sheet, draft);
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
