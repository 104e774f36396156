#include "marking/sheet_notes.h"

#include <algorithm>

#include "archive/cell_range.h"
#include "archive/xml_tree.h"
#include "base/error.h"
#include "marking/names.h"

namespace samsvar::marking {

namespace {

using archive::ElementSpan;

constexpr const char* notes_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
constexpr const char* drawing_type = "application/vnd.openxmlformats-officedocument.vmlDrawing";
constexpr std::size_t longest_note = 8000;  // bytes; Excel holds 32,767 characters

/// Heading and lines as runs of rich text.
std::string runs(const std::vector<const Mark*>& marks, const std::string& prefix, bool follows)
{
    const auto run = [&](const std::string& text, bool bold) {
        return "<" + prefix + "r><" + prefix + "rPr>" + (bold ? "<" + prefix + "b/>" : "") + "<" + prefix +
               "sz val=\"9\"/><" + prefix + "rFont val=\"Tahoma\"/></" + prefix + "rPr><" + prefix +
               "t xml:space=\"preserve\">" + escaped_cell_text(archive::excerpt(text, longest_note)) + "</" + prefix +
               "t></" + prefix + "r>";
    };
    std::string made;
    for (const Mark* mark : marks) {
        if (follows) made += run("\n\n", false);
        follows = true;
        if (!mark->heading.empty()) made += run(mark->heading, true);
        std::string lines;
        for (const std::string& line : mark->lines)
            lines += (lines.empty() && mark->heading.empty() ? "" : "\n") + line;
        if (!lines.empty()) made += run(lines, false);
    }
    return made;
}

/// What is put behind the text of a note that is there.
archive::TextEdit continued(std::string_view content, const ElementSpan& note, const std::string& prefix,
                            const std::vector<const Mark*>& marks)
{
    const ElementSpan text = archive::child_of(content, note, "text");
    if (text.name.empty())
        return archive::append_to(note, "<" + prefix + "text>" + runs(marks, prefix, false) + "</" + prefix + "text>");
    const std::vector<ElementSpan> children = archive::children_of(content, text);
    // Runs stand before phonetic guides.
    for (const ElementSpan& child : children)
        if (const auto name = archive::local_name(child.name); name == "rPh" || name == "phoneticPr")
            return {child.begin, 0, runs(marks, prefix, true)};
    return archive::append_to(text, runs(marks, prefix, !children.empty()));
}

void write_notes(PackageEdit& edit, const std::string& part, const std::map<CellPlace, std::vector<const Mark*>>& marks,
                 const Author& author)
{
    const std::string& content = edit.text(part);
    const ElementSpan root = archive::root_of(content);
    const std::string prefix(root.prefix());
    const ElementSpan authors = archive::child_of(content, root, "authors");
    const ElementSpan list = archive::child_of(content, root, "commentList");
    std::size_t number = 0;
    if (!authors.name.empty()) number = archive::children_of(content, authors).size();
    std::map<CellPlace, ElementSpan> known;
    if (!list.name.empty())
        for (const ElementSpan& note : archive::children_of(content, list))
            if (const auto place = archive::parse_reference(archive::attribute_of(content, note, "ref")))
                known.insert_or_assign(*place, note);
    std::vector<archive::TextEdit> edits;
    std::string added;
    for (const auto& [place, texts] : marks) {
        if (const auto note = known.find(place); note != known.end())
            edits.push_back(continued(content, note->second, prefix, texts));
        else
            added += "<" + prefix + "comment ref=\"" + model::cell_name(place.first, place.second) + "\" authorId=\"" +
                     std::to_string(number) + "\"><" + prefix + "text>" + runs(texts, prefix, false) + "</" + prefix +
                     "text></" + prefix + "comment>";
    }
    if (!added.empty()) {
        const std::string name =
            "<" + prefix + "author>" + archive::escaped_xml(author.name) + "</" + prefix + "author>";
        const std::string whole_list = "<" + prefix + "commentList>" + added + "</" + prefix + "commentList>";
        std::string at_end;
        if (!authors.name.empty())
            edits.push_back(archive::append_to(authors, name));
        else if (!list.name.empty())
            edits.push_back({list.begin, 0, "<" + prefix + "authors>" + name + "</" + prefix + "authors>"});
        else
            at_end = "<" + prefix + "authors>" + name + "</" + prefix + "authors>";
        if (!list.name.empty())
            edits.push_back(archive::append_to(list, added));
        else
            edits.push_back(archive::append_to(root, at_end + whole_list));
    }
    edit.edit(part, std::move(edits));
}

/// The box of a note: beside its cell, wide and high enough for a few sentences. Columns, offset in them, rows, offset.
std::string anchor(const CellPlace& place, const SheetCells& cells, std::size_t text_bytes)
{
    constexpr int width = 260, line_height = 15, characters_a_line = 44;
    const int height = std::clamp(static_cast<int>(text_bytes) / characters_a_line * line_height + 60, 75, 420);
    const int left = std::min(place.second + 1, archive::max_columns - 2), top = std::max(place.first, 0);
    int right = left, across = width + 15;
    while (across > cells.width(right) && right < archive::max_columns - 1) across -= cells.width(right++);
    int bottom = top, down = height + 2;
    while (down > cells.height(bottom) && bottom < archive::max_rows - 1) down -= cells.height(bottom++);
    const auto number = [](int value) { return std::to_string(value); };
    return number(left) + ", 15, " + number(top) + ", 2, " + number(right) + ", " + number(across) + ", " +
           number(bottom) + ", " + number(down);
}

std::string shape(std::size_t id, const CellPlace& place, const SheetCells& cells, std::size_t text_bytes)
{
    return "<v:shape id=\"_x0000_s" + std::to_string(id) +
           "\" type=\"#_x0000_t202\" style=\"position:absolute;margin-left:80pt;margin-top:2pt;width:195pt;height:90pt;"
           "z-index:" +
           std::to_string(id % 1024 + 1) +
           ";visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:shadow "
           "on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/><v:textbox "
           "style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox><x:ClientData "
           "ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>" +
           anchor(place, cells, text_bytes) + "</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>" +
           std::to_string(place.first) + "</x:Row><x:Column>" + std::to_string(place.second) +
           "</x:Column></x:ClientData></v:shape>";
}

/// Number of the first shape that nobody has. Each drawing has blocks of 1,024 of its own.
std::size_t free_shape(std::string_view content)
{
    std::size_t largest = 1024;
    constexpr std::string_view start = "_x0000_s";
    for (std::size_t at = content.find(start); at != std::string_view::npos; at = content.find(start, at + 1)) {
        const int number = archive::to_int(content.substr(at + start.size(), 9), 0);
        if (number > 0) largest = std::max(largest, static_cast<std::size_t>(number));
    }
    return largest + 1;
}

constexpr const char* shape_type =
    "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">"
    "<v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";

constexpr std::pair<const char*, const char*> vml_namespaces[] = {{"v", "urn:schemas-microsoft-com:vml"},
                                                                  {"o", "urn:schemas-microsoft-com:office:office"},
                                                                  {"x", "urn:schemas-microsoft-com:office:excel"}};

/// Puts shapes at the end of a drawing that is there. It need not be well formed: only its last tag is looked for.
void extend_drawing(PackageEdit& edit, const std::string& part, const std::string& shapes)
{
    const std::string& content = edit.text(part, PackageEdit::Check::none);
    const std::size_t end = content.rfind("</xml>");
    if (end == std::string::npos)
        throw Error(ErrorCode::unsupported, {edit.file(), part, 0, 0},
                    "the drawing that holds the notes' boxes is not written as Excel does; save the file with Excel or "
                    "LibreOffice first");
    const std::string_view head = std::string_view(content).substr(0, content.find('>', content.find("<xml")));
    std::string added = (content.find("\"_x0000_t202\"") == std::string::npos ? shape_type : "") + shapes;
    for (const auto& [prefix, name_space] : vml_namespaces) {
        const std::string declared = std::string("xmlns:") + prefix + "=";
        if (head.find(declared) != std::string_view::npos) continue;
        // On every element that stands outermost.
        for (const char* outer : {"<v:shape ", "<v:shapetype "})
            for (std::size_t at = added.find(outer); at != std::string::npos; at = added.find(outer, at + 1))
                added.insert(at + std::string_view(outer).size(), declared + '"' + name_space + "\" ");
    }
    edit.edit(part, {{end, 0, added}});
}

std::string new_drawing(const std::string& shapes, std::size_t block)
{
    std::string root = "<xml";
    for (const auto& [prefix, name_space] : vml_namespaces)
        root += std::string(" xmlns:") + prefix + "=\"" + name_space + '"';
    return root + "><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"" + std::to_string(block) +
           "\"/></o:shapelayout>" + shape_type + shapes + "</xml>";
}

}  // namespace

SheetNotes notes_of(PackageEdit& edit, const std::string& sheet)
{
    SheetNotes notes;
    for (const ooxml::Relationship& one : edit.package().relationships(sheet)) {
        const bool threads = one.type == "threadedComment";
        if ((!threads && one.type != "comments") || one.external || !edit.package().has(one.target)) continue;
        if (!threads && !notes.part.empty()) continue;
        if (!threads) notes.part = one.target;
        archive::XmlLexer lexer(edit.text(one.target), edit.file(), one.target, edit.package().limits());
        for (auto token = lexer.next(); token != archive::XmlLexer::Token::finished; token = lexer.next())
            if (token == archive::XmlLexer::Token::start && lexer.has_attribute("ref"))
                if (const auto place = archive::parse_reference(lexer.attribute("ref")))
                    (threads ? notes.threaded : notes.noted).insert(*place);
    }
    return notes;
}

std::string add_notes(PackageEdit& edit, const std::string& sheet, bool strict, const SheetNotes& known,
                      const std::map<CellPlace, std::vector<const Mark*>>& marks, const SheetCells& cells,
                      const Author& author, const std::string& legacy_drawing)
{
    const std::string folder = edit.package().related({}, "officeDocument") != nullptr
                                   ? edit.package().related({}, "officeDocument")->target
                                   : std::string("xl/workbook.xml");
    const std::string root = folder.substr(0, folder.rfind('/') + 1);
    std::string part = known.part;
    if (part.empty()) {
        part = edit.free_name(root + "comments", ".xml");
        edit.add(part,
                 "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments xmlns=\"" +
                     std::string(strict ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
                                        : "http://schemas.openxmlformats.org/spreadsheetml/2006/main") +
                     "\"><authors/><commentList/></comments>",
                 notes_type);
        edit.relate(sheet, office_relationships(strict) + "comments", part);
    }
    write_notes(edit, part, marks, author);

    const bool extends = !legacy_drawing.empty();
    // A block of numbers for each new drawing, behind the one that small workbooks use.
    std::size_t block = 1;
    while (!extends && edit.has(root + "drawings/vmlDrawing" + std::to_string(block) + ".vml")) ++block;
    std::size_t id = extends ? free_shape(edit.text(legacy_drawing, PackageEdit::Check::none)) : block * 1024 + 1;
    std::string shapes;
    for (const auto& [place, texts] : marks) {
        if (known.noted.contains(place)) continue;
        std::size_t bytes = 0;
        for (const Mark* mark : texts) {
            bytes += mark->heading.size() + 44;
            for (const std::string& line : mark->lines) bytes += line.size() + 44;
        }
        shapes += shape(id++, place, cells, bytes);
    }
    if (shapes.empty()) return {};
    if (extends) {
        extend_drawing(edit, legacy_drawing, shapes);
        return {};
    }
    const std::string drawing = root + "drawings/vmlDrawing" + std::to_string(block) + ".vml";
    edit.add(drawing, new_drawing(shapes, block), {});
    edit.know_extension("vml", drawing_type);
    return edit.relate(sheet, office_relationships(strict) + "vmlDrawing", drawing);
}

}  // namespace samsvar::marking
