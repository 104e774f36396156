#include "marking/fill_in.h"

#include <map>
#include <set>

#include "archive/cell_range.h"
#include "archive/xml_tree.h"
#include "base/error.h"
#include "marking/names.h"
#include "marking/parts.h"
#include "marking/sheet_cells.h"
#include "ooxml/document_places.h"
#include "ooxml/file_kind.h"

namespace samsvar::marking {

namespace {

using archive::ElementSpan;

ElementSpan span_of(std::string_view content, pugi::xml_node node)
{
    return archive::element_at(content, static_cast<std::size_t>(node.offset_debug()) - 1);
}

/// A run with that text; line ends become breaks.
std::string run_of(const std::string& text, const Names& names)
{
    std::string made = "<" + names.outer("r") + ">";
    std::size_t at = 0;
    for (bool first = true; first || at <= text.size(); first = false) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (!first) made += "<" + names.inner("br") + "/>";
        made += "<" + names.inner("t") + " xml:space=\"preserve\">" + archive::escaped_xml(text.substr(at, end - at)) +
                "</" + names.inner("t") + ">";
        at = end + 1;
    }
    return made + "</" + names.inner("r") + ">";
}

/// First descendant of that name, the node itself apart.
pugi::xml_node find_below(pugi::xml_node node, std::string_view local)
{
    return node.find_node([&](pugi::xml_node one) { return archive::local_name(one) == local; });
}

/// Whether a control shows its prompt and takes a text.
bool takes_text(pugi::xml_node control)
{
    const pugi::xml_node properties = archive::child(control, "sdtPr");
    return archive::child(properties, "showingPlcHdr") && !archive::child(properties, "checkbox") &&
           !archive::child(properties, "picture");
}

class DocumentEntries {
public:
    DocumentEntries(PackageEdit& edit, const std::string& main) : edit_(edit), main_(main), tree_(edit.package(), main)
    {
    }

    std::vector<std::size_t> put(const std::vector<Entry>& entries)
    {
        std::set<std::string> wanted;
        for (const Entry& entry : entries)
            if (entry.place.part == main_) wanted.insert(entry.place.path);
        const ooxml::PlaceParagraphs places = ooxml::find_places(archive::child(tree_.root(), "body"), wanted);
        std::vector<std::size_t> left;
        std::set<std::string> used;
        for (std::size_t index = 0; index < entries.size(); ++index) {
            const auto found = places.find(entries[index].place.path);
            const bool known = entries[index].place.part == main_ && found != places.end() && !found->second.empty();
            if (!known || !used.insert(found->first).second || !enter(found->second, entries[index]))
                left.push_back(index);
        }
        edit_.edit(main_, std::move(edits_));
        return left;
    }

private:
    bool enter(const std::vector<pugi::xml_node>& paragraphs, const Entry& entry)
    {
        const std::string& content = edit_.text(main_);
        const ElementSpan first = span_of(content, paragraphs.front());
        const Names names = names_beside(content, archive::root_of(content), first.prefix(),
                                         "http://schemas.openxmlformats.org/wordprocessingml/2006/main");
        const std::string run = run_of(entry.text, names);
        for (const pugi::xml_node paragraph : paragraphs)
            if (const pugi::xml_node control = control_of(paragraph)) {
                fill_control(content, control, paragraph, run);
                return true;
            }
        for (const pugi::xml_node paragraph : paragraphs)
            for (const char* something : {"t", "sdt", "drawing", "pict", "object", "fldChar", "sym"})
                if (find_below(paragraph, something)) return false;
        edits_.push_back(archive::append_to(first, run));
        return true;
    }

    /// A control in the paragraph or around it.
    static pugi::xml_node control_of(pugi::xml_node paragraph)
    {
        const pugi::xml_node inside = paragraph.find_node(
            [](pugi::xml_node one) { return archive::local_name(one) == "sdt" && takes_text(one); });
        if (inside) return inside;
        const pugi::xml_node around = paragraph.parent().parent();
        return archive::local_name(paragraph.parent()) == "sdtContent" && takes_text(around) ? around
                                                                                             : pugi::xml_node();
    }

    void fill_control(std::string_view content, pugi::xml_node control, pugi::xml_node paragraph,
                      const std::string& run)
    {
        const ElementSpan prompt = span_of(content, archive::child(archive::child(control, "sdtPr"), "showingPlcHdr"));
        edits_.push_back({prompt.begin, prompt.end - prompt.begin, {}});
        const pugi::xml_node inside = archive::child(control, "sdtContent");
        const bool around = paragraph.parent() == inside;
        const pugi::xml_node holder = around ? paragraph : inside;
        if (!holder) return;
        const ElementSpan span = span_of(content, holder);
        bool placed = span.closed;
        if (placed) edits_.push_back(archive::append_to(span, run));
        for (const ElementSpan& child : archive::children_of(content, span)) {
            if (archive::local_name(child.name) == "pPr") continue;
            edits_.push_back({child.begin, child.end - child.begin, placed ? std::string() : run});
            placed = true;
        }
        if (!placed) edits_.push_back(archive::append_to(span, run));
    }

    PackageEdit& edit_;
    const std::string& main_;
    archive::XmlTree tree_;
    std::vector<archive::TextEdit> edits_;
};

std::vector<std::size_t> enter_cells(PackageEdit& edit, const std::string& main, const std::vector<Entry>& entries)
{
    const Sheets sheets = sheets_of(edit.package(), main);
    std::map<std::string, std::map<CellPlace, std::size_t>> by_sheet;
    std::vector<std::size_t> left;
    for (std::size_t index = 0; index < entries.size(); ++index) {
        const model::Place& place = entries[index].place;
        const auto part = sheets.parts.find(place.part);
        const auto cell = archive::parse_reference(place.path);
        const bool known = place.sheet && part != sheets.parts.end() && cell;
        if (!known || !by_sheet[part->second].emplace(*cell, index).second) left.push_back(index);
    }
    for (const auto& [part, cells] : by_sheet) {
        std::set<CellPlace> wanted;
        for (const auto& [place, index] : cells) wanted.insert(place);
        const std::string& content = edit.text(part);
        const SheetCells known(content, archive::root_of(content), wanted);
        std::map<CellPlace, CellChange> changes;
        for (const auto& [place, index] : cells) {
            if (known.is_empty(place) || entries[index].replace)
                changes[place].text = entries[index].text;
            else
                left.push_back(index);
        }
        edit.edit(part, known.edits(changes));
    }
    return left;
}

}  // namespace

FilledIn fill_in(std::string_view bytes, const std::string& file, const std::vector<Entry>& entries,
                 const Limits& limits)
{
    if (!bytes.starts_with("PK"))
        throw Error(ErrorCode::unsupported, {file, {}, 0, 0}, "only .docx and .xlsx files can be filled in");
    PackageEdit edit(bytes, file, limits);
    if (!edit.package().has("[Content_Types].xml"))
        throw Error(ErrorCode::unsupported, {file, {}, 0, 0}, "only .docx and .xlsx files can be filled in");
    const ooxml::MainPart main = ooxml::find_main_part(edit.package());
    FilledIn filled;
    filled.left = main.kind == model::FileKind::docx ? DocumentEntries(edit, main.part).put(entries)
                                                     : enter_cells(edit, main.part, entries);
    filled.bytes = edit.finish();
    return filled;
}

}  // namespace samsvar::marking
