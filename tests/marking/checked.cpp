#include "marking/checked.h"

#include <algorithm>
#include <map>
#include <set>

#include "archive/xml_tree.h"
#include "ooxml/file_kind.h"
#include "ooxml/open.h"

namespace samsvar::test {

namespace {

void add_texts(const std::vector<model::Block>& blocks, const model::Document& document,
               std::vector<std::string>& texts)
{
    for (const model::Block& block : blocks) {
        if (const auto* paragraph = std::get_if<model::Paragraph>(&block)) {
            std::string text = paragraph->label + '|' + paragraph->text + '|' + paragraph->original;
            for (const model::Control& control : paragraph->controls) text += '|' + control.value;
            if (!text.empty() && text != "||") texts.push_back(std::move(text));
            continue;
        }
        for (const model::Cell& cell : std::get<model::Table>(block).cells) {
            if (cell.text().empty()) continue;
            texts.push_back(document.place(cell.unit).text());
            add_texts(cell.blocks, document, texts);
        }
    }
}

/// `xml` without the comment marks of these ids.
std::string without_comment_marks(std::string_view xml, const std::set<std::string>& ids)
{
    std::string plain;
    for (std::size_t at = 0; at < xml.size();) {
        const std::size_t open = std::min(xml.find('<', at), xml.size());
        plain += xml.substr(at, open - at);
        if (open == xml.size()) break;
        at = xml.find('>', open) + 1;
        const std::string_view tag = xml.substr(open, at - open);
        const auto id_at = tag.find("id=\"");
        const std::string id = id_at == std::string_view::npos
                                   ? std::string()
                                   : std::string(tag.substr(id_at + 4, tag.find('"', id_at + 4) - id_at - 4));
        const bool start = tag.find("commentRangeStart") != std::string_view::npos;
        const bool end = tag.find("commentRangeEnd") != std::string_view::npos;
        if (!(start || end) || !ids.contains(id)) {
            plain += tag;
            continue;
        }
        // The run with the reference follows the end.
        for (int tags = 0; end && tags < 3; ++tags) at = xml.find('>', at) + 1;
    }
    return plain;
}

/// Empty elements written as one tag, without a blank before its end.
std::string with_short_tags(std::string_view xml)
{
    std::string made;
    for (std::size_t at = 0; at < xml.size();) {
        if (xml.substr(at, 2) == "/>")
            while (!made.empty() && made.back() == ' ') made.pop_back();
        if (xml.substr(at, 3) == "></" && !made.empty() && made.back() != '/') {
            const std::size_t open = made.rfind('<');
            const std::string name = made.substr(open + 1, made.find_first_of(" \t\r\n", open) - open - 1);
            if (!name.empty() && name.front() != '/' && xml.substr(at + 3, name.size() + 1) == name + '>') {
                while (made.back() == ' ') made.pop_back();
                made += "/>";
                at += name.size() + 4;
                continue;
            }
        }
        made += xml[at++];
    }
    return made;
}

class Faults {
public:
    Faults(std::string_view before, std::string_view after, const std::vector<marking::Mark>& marks,
           const std::string& file)
        : before_(before),
          after_(after),
          marks_(marks),
          file_(file),
          old_(before, file, limits_),
          new_(after, file, limits_)
    {
    }

    std::vector<std::string> all()
    {
        const ooxml::MainPart main = ooxml::find_main_part(old_);
        const model::Document was = ooxml::open_bytes(before_, file_, limits_);
        const model::Document is = ooxml::open_bytes(after_, file_, limits_);
        same(texts_of(was), texts_of(is), "texts");
        parts();
        comments(was, is, main);
        if (main.kind == model::FileKind::docx) main_part(main.part);
        return std::move(faults_);
    }

private:
    void fault(std::string text) { faults_.push_back(file_ + ": " + std::move(text)); }

    void same(const std::vector<std::string>& was, const std::vector<std::string>& is, const std::string& what)
    {
        if (was == is) return;
        const auto differs = std::mismatch(was.begin(), was.end(), is.begin(), is.end());
        fault(what + " changed: '" + (differs.first == was.end() ? "" : *differs.first) + "' is '" +
              (differs.second == is.end() ? "" : *differs.second) + "'");
    }

    /// Entries keep their order, and their bytes where they are not meant to hold marks.
    void parts()
    {
        const auto was = archive::read_zip_directory(before_, file_, limits_);
        const auto is = archive::read_zip_directory(after_, file_, limits_);
        if (is.size() < was.size()) return fault("parts are missing");
        for (std::size_t index = 0; index < was.size(); ++index) {
            const std::string& name = was[index].name;
            if (name != is[index].name) return fault("the order of parts changed at " + name);
            const bool unchanged = was[index].crc == is[index].crc && was[index].modified == is[index].modified &&
                                   before_.substr(was[index].data_offset, was[index].compressed_size) ==
                                       after_.substr(is[index].data_offset, is[index].compressed_size);
            if (unchanged) continue;
            const std::string lower = ascii_lower(name);
            const auto has = [&](const char* part) { return lower.find(part) != std::string::npos; };
            if (!has(".rels") && !has("[content_types].xml") && !has("comments") && !has("document") && !has("sheet") &&
                !has("styles.xml") && !has(".vml"))
                fault(name + " changed");
        }
    }

    /// Of a workbook: notes; a mark whose cell had one is behind it.
    void comments(const model::Document& was, const model::Document& is, const ooxml::MainPart& main)
    {
        std::vector<std::string> old_texts, kept;
        std::set<std::string> commented;
        for (const model::Aside& aside : was.asides) {
            if (aside.kind != model::UnitKind::comment) continue;
            old_texts.push_back(aside.paragraph.text);
            const std::string place = was.place(aside.paragraph.unit).text();
            commented.insert(place.substr(0, place.rfind('/')));
        }
        std::map<std::string, std::string> anchors;
        for (const model::Aside& aside : is.asides) {
            if (aside.kind != model::UnitKind::comment) continue;
            const std::string& text = aside.paragraph.text;
            std::string place = aside.anchor == model::no_unit ? "nowhere" : is.place(aside.anchor).text();
            if (main.kind == model::FileKind::xlsx) {
                place = is.place(aside.paragraph.unit).text();
                place.resize(place.rfind('/'));
            }
            for (std::size_t at = text.find("mark "); at != std::string::npos; at = text.find("mark ", at + 1))
                anchors.emplace(text.substr(at, text.find('\n', at) - at), place);
            if (aside.author == author.name) continue;
            kept.push_back(text);
            if (const auto ours = text.find("\n\nmark "); ours != std::string::npos) kept.back().resize(ours);
            if (text.starts_with("mark ")) kept.back().clear();  // behind a note without words
        }
        same(old_texts, kept, "older comments");
        if (anchors.size() != marks_.size())
            fault(std::to_string(marks_.size()) + " marks, " + std::to_string(anchors.size()) + " found");
        std::size_t moved = 0;
        for (const marking::Mark& mark : marks_) {
            if (!mark.place.sheet && mark.place.part != main.part) continue;
            // What hangs on a paragraph is marked at the paragraph.
            model::Place place = mark.place;
            for (const char* inner : {"/textbox", "/picture", "/chart", "/diagram"})
                place.path.resize(std::min(place.path.find(inner), place.path.size()));
            // A cell with a thread takes no note, and some places hold no w:p: a lone run or equation.
            if (place.sheet && commented.contains(place.text())) continue;
            if (anchors[mark.heading] != place.text() && ++moved * 20 > marks_.size())
                fault(place.text() + " is marked at '" + anchors[mark.heading] + "'");
        }
    }

    void main_part(const std::string& main)
    {
        std::set<std::string> ids;
        for (const std::string& name : new_.names()) {
            if (!ascii_lower(name).ends_with("comments.xml")) continue;
            const archive::XmlTree tree(new_, name);
            for (const pugi::xml_node comment : tree.root().children())
                if (archive::attribute(comment, "author") == author.name)
                    ids.emplace(archive::attribute(comment, "id"));
        }
        if (with_short_tags(without_comment_marks(new_.read(main), ids)) != with_short_tags(old_.read(main)))
            fault(main + " is not what it was without the marks");
    }

    Limits limits_;
    std::string_view before_, after_;
    const std::vector<marking::Mark>& marks_;
    std::string file_;
    ooxml::Package old_, new_;
    std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> texts_of(const model::Document& document)
{
    std::vector<std::string> texts;
    add_texts(document.blocks, document, texts);
    for (const model::Aside& aside : document.asides)
        if (aside.kind != model::UnitKind::comment) texts.push_back(aside.paragraph.text);
    return texts;
}

std::vector<marking::Mark> marks_everywhere(const model::Document& document)
{
    std::vector<marking::Mark> marks;
    for (std::size_t unit = 0; unit < document.units.size(); ++unit) {
        const model::Unit& one = document.units[unit];
        if (one.kind != model::UnitKind::cell && one.kind != model::UnitKind::paragraph &&
            one.kind != model::UnitKind::text_box)
            continue;
        if (one.kind == model::UnitKind::text_box && one.sheet) continue;
        marking::Mark& mark = marks.emplace_back();
        mark.place = document.place(static_cast<model::UnitId>(unit));
        mark.answered = !one.empty;
        mark.heading = "mark " + std::to_string(marks.size());
        mark.lines = {"What is <asked> & \"why\" – æøå", "=1+1"};
    }
    return marks;
}

std::vector<std::string> faults(std::string_view before, std::string_view after,
                                const std::vector<marking::Mark>& marks, const std::string& file)
{
    return Faults(before, after, marks, file).all();
}

std::string part_of(std::string_view bytes, const std::string& part)
{
    return archive::Archive(bytes, "a", {}).read(part);
}

}  // namespace samsvar::test
