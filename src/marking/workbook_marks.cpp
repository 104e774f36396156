// Notes and a colour in a workbook (ECMA-376 part 1, 18.7 and 18.8).
#include <algorithm>

#include "archive/cell_range.h"
#include "archive/xml_tree.h"
#include "base/error.h"
#include "marking/cell_fill.h"
#include "marking/names.h"
#include "marking/parts.h"
#include "marking/sheet_notes.h"

namespace samsvar::marking {

namespace {

using archive::ElementSpan;

/// What stands behind w:legacyDrawing in a sheet (ECMA-376 part 1, 18.3.1.99).
const std::set<std::string_view> behind_drawing = {"legacyDrawingHF", "drawingHF",       "picture",    "oleObjects",
                                                   "controls",        "webPublishItems", "tableParts", "extLst"};

/// The marks of one sheet: what is said where, and which cells are coloured.
struct SheetMarks {
    std::map<CellPlace, std::vector<const Mark*>> notes;
    std::set<CellPlace> coloured;
};

class WorkbookMarks {
public:
    WorkbookMarks(PackageEdit& edit, const std::string& main, const Author& author)
        : edit_(edit), main_(main), author_(author), sheets_(sheets_of(edit.package(), main))
    {
    }

    std::size_t put(const std::vector<Mark>& marks)
    {
        std::size_t at_start = 0;
        for (const Mark& mark : marks) {
            if (take(mark, mark.place, true) || take(mark, mark.question_place, true)) continue;
            ++at_start;
            if (sheets_.first.empty())
                throw Error(ErrorCode::unsupported, {edit_.file(), main_, 0, 0},
                            "the workbook has no sheet a note could stand in");
            marked_[sheets_.first].notes[{0, 0}].push_back(&mark);
        }
        for (auto& [part, sheet] : marked_) write(part, sheet);
        if (fill_) fill_->write();
        return at_start;
    }

private:
    bool take(const Mark& mark, const model::Place& place, bool coloured)
    {
        if (!place.sheet) return false;
        const auto part = sheets_.parts.find(place.part);
        const auto cell = archive::parse_reference(std::string_view(place.path).substr(0, place.path.find('/')));
        if (part == sheets_.parts.end() || !cell) return false;
        SheetMarks& sheet = marked_[part->second];
        sheet.notes[*cell].push_back(&mark);
        if (coloured) sheet.coloured.insert(*cell);
        return true;
    }

    /// A cell with a thread takes no note: it goes to the nearest free cell of the row, to the right.
    static void move_off_threads(SheetMarks& sheet, const SheetNotes& known)
    {
        std::map<CellPlace, std::vector<const Mark*>> moved;
        for (auto& [place, marks] : sheet.notes) {
            CellPlace free = place;
            while (known.threaded.contains(free) && free.second + 1 < archive::max_columns) ++free.second;
            auto& there = moved[free];
            there.insert(there.end(), marks.begin(), marks.end());
        }
        sheet.notes = std::move(moved);
    }

    void write(const std::string& part, SheetMarks& sheet)
    {
        const SheetNotes known = notes_of(edit_, part);
        move_off_threads(sheet, known);
        const std::string& content = edit_.text(part);
        const ElementSpan root = archive::root_of(content);
        const bool strict = is_strict(names_beside(content, root, root.prefix(), {}).name_space);
        const SheetCells cells(content, root, sheet.coloured);
        if (!fill_) fill_.emplace(edit_, main_, strict, cells.largest_style());
        std::map<CellPlace, CellChange> changes;
        for (const CellPlace& place : sheet.coloured) changes[place].style = fill_->filled(cells.style_of(place));
        std::vector<archive::TextEdit> edits = cells.edits(changes);

        const ElementSpan drawing = archive::child_of(content, root, "legacyDrawing");
        const std::string id = add_notes(edit_, part, strict, known, sheet.notes, cells, author_,
                                         drawing.name.empty() ? std::string() : drawing_part(content, part, drawing));
        if (!id.empty()) edits.push_back(name_drawing(content, root, drawing, strict, id));
        edit_.edit(part, std::move(edits));
    }

    /// The drawing that a sheet names; empty when it names none that is there.
    std::string drawing_part(std::string_view content, const std::string& sheet, const ElementSpan& drawing) const
    {
        for (const archive::AttributeSpan& attribute : archive::attributes_of(content, drawing))
            if (archive::local_name(attribute.name) == "id")
                if (const ooxml::Relationship* known = edit_.package().by_id(sheet, attribute.value))
                    if (!known->external && edit_.package().has(known->target)) return known->target;
        return {};
    }

    static archive::TextEdit name_drawing(std::string_view content, const ElementSpan& root, const ElementSpan& drawing,
                                          bool strict, const std::string& id)
    {
        for (const archive::AttributeSpan& attribute : archive::attributes_of(content, drawing))
            if (!drawing.name.empty() && archive::local_name(attribute.name) == "id")
                return {attribute.value_begin, attribute.value.size(), id};
        std::string name_space = office_relationships(strict);
        name_space.pop_back();
        std::string prefix = prefix_of(content, root, name_space), declared;
        if (prefix.empty()) {
            prefix = "samsvar:";
            declared = " xmlns:samsvar=\"" + name_space + '"';
        }
        return insert_in_order(
            content, root,
            "<" + std::string(root.prefix()) + "legacyDrawing" + declared + " " + prefix + "id=\"" + id + "\"/>",
            behind_drawing);
    }

    PackageEdit& edit_;
    const std::string& main_;
    const Author& author_;
    Sheets sheets_;
    std::map<std::string, SheetMarks> marked_;  // by part
    std::optional<CellFill> fill_;
};

}  // namespace

Sheets sheets_of(const ooxml::Package& package, const std::string& main)
{
    Sheets sheets;
    const archive::XmlTree tree(package, main);
    for (const pugi::xml_node listed : archive::child(tree.root(), "sheets").children()) {
        const ooxml::Relationship* relationship = package.by_id(main, archive::attribute(listed, "id"));
        if (!relationship || relationship->external || relationship->type != "worksheet" ||
            !package.has(relationship->target))
            continue;
        sheets.parts.emplace(archive::excerpt(archive::attribute(listed, "name"), 255), relationship->target);
        const std::string_view state = archive::attribute(listed, "state");
        if (sheets.first.empty() && state != "hidden" && state != "veryHidden") sheets.first = relationship->target;
    }
    if (sheets.first.empty() && !sheets.parts.empty()) sheets.first = sheets.parts.begin()->second;
    return sheets;
}

std::size_t mark_workbook(PackageEdit& edit, const std::string& main, const std::vector<Mark>& marks,
                          const Author& author)
{
    return marks.empty() ? 0 : WorkbookMarks(edit, main, author).put(marks);
}

}  // namespace samsvar::marking
