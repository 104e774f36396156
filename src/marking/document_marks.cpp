// Comments in a Word document (ECMA-376 part 1, 17.13.4).
#include <algorithm>
#include <charconv>
#include <limits>
#include <set>

#include "archive/xml_tree.h"
#include "base/error.h"
#include "marking/names.h"
#include "marking/parts.h"
#include "ooxml/document_places.h"

namespace samsvar::marking {

namespace {

using archive::ElementSpan;

constexpr std::string_view transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr const char* comments_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
constexpr const char* declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::size_t longest_line = 4000;  // bytes; a comment is read in a margin

/// Ids of comments that nobody has yet.
class FreeIds {
public:
    void taken(std::string_view text)
    {
        int id = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
        if (error == std::errc() && end == text.data() + text.size()) taken_.insert(id);
    }
    int next()
    {
        // Behind the largest, so that the order of ids is the order of comments; a forged largest one leaves no room.
        if (next_ < 0) {
            const int largest = taken_.empty() ? -1 : *taken_.rbegin();
            next_ = largest < std::numeric_limits<int>::max() / 2 ? std::max(largest + 1, 0) : 0;
        }
        while (taken_.contains(next_)) ++next_;
        return next_++;
    }

private:
    std::set<int> taken_;
    int next_ = -1;
};

/// What is put in at the two ends of a paragraph.
struct ParagraphMarks {
    std::string start, end;
};

/// Where a part of a paragraph goes that stands before all its text.
std::size_t start_of(std::string_view content, const ElementSpan& paragraph)
{
    for (const ElementSpan& child : archive::children_of(content, paragraph))
        if (archive::local_name(child.name) == "pPr") return child.end;
    return paragraph.inside;
}

class DocumentMarks {
public:
    DocumentMarks(PackageEdit& edit, const std::string& main, const Author& author)
        : edit_(edit), main_(main), author_(author), tree_(edit.package(), main)
    {
    }

    std::size_t put(const std::vector<Mark>& marks)
    {
        find(marks);
        read_ids();
        std::string comments;
        std::size_t at_start = 0;
        const std::string& content = edit_.text(main_);
        const ElementSpan root = archive::root_of(content);
        for (const Mark& mark : marks) {
            std::vector<pugi::xml_node> paragraphs = place_of(mark);
            if (paragraphs.empty()) {
                if (const pugi::xml_node first = ooxml::first_paragraph(body_)) paragraphs = {first};
                ++at_start;
            }
            if (paragraphs.empty())
                throw Error(ErrorCode::unsupported, {edit_.file(), main_, 0, 0},
                            "the document has no paragraph a comment could stand at");
            const std::string id = std::to_string(ids_.next());
            const std::size_t first = begin_of(paragraphs.front()), last = begin_of(paragraphs.back());
            const Names at_first = names_at(content, root, first), at_last = names_at(content, root, last);
            const std::string at_first_id = " " + at_first.prefix + "id=\"" + id + "\"/>";
            const std::string at_last_id = " " + at_last.prefix + "id=\"" + id + "\"/>";
            inserted_[first].start += "<" + at_first.outer("commentRangeStart") + at_first_id;
            inserted_[last].end += "<" + at_last.outer("commentRangeEnd") + at_last_id + "<" + at_last.outer("r") +
                                   "><" + at_last.inner("commentReference") + at_last_id + "</" + at_last.inner("r") +
                                   ">";
            pending_.emplace_back(id, &mark);
        }
        write_comments(names_at(content, root, inserted_.begin()->first).name_space);
        write_document(content);
        return at_start;
    }

private:
    static std::size_t begin_of(pugi::xml_node node) { return static_cast<std::size_t>(node.offset_debug()) - 1; }

    static Names names_at(std::string_view content, const ElementSpan& root, std::size_t begin)
    {
        const std::size_t end = content.find_first_of(" \t\r\n/>", begin + 1);
        const std::string_view name = content.substr(begin + 1, end - begin - 1);
        const std::size_t colon = name.find(':');
        return names_beside(content, root, colon == std::string_view::npos ? "" : name.substr(0, colon + 1),
                            transitional);
    }

    /// The place a comment stands at for what is in a text box, a picture or the like of a paragraph or cell.
    static std::string host(const std::string& path)
    {
        std::size_t end = path.size();
        for (const char* inner : {"/textbox", "/picture", "/chart", "/diagram"}) end = std::min(end, path.find(inner));
        return path.substr(0, end);
    }

    void find(const std::vector<Mark>& marks)
    {
        body_ = archive::child(tree_.root(), "body");
        if (!body_)
            throw Error(ErrorCode::malformed, {edit_.file(), main_, 0, 0}, "the main part has no document body");
        std::set<std::string> wanted;
        for (const Mark& mark : marks)
            for (const model::Place* place : {&mark.place, &mark.question_place})
                if (place->part == main_ && !place->path.empty()) wanted.insert(host(place->path));
        places_ = ooxml::find_places(body_, wanted);
    }

    /// Around the answer; around the question when there is no answer to see.
    std::vector<pugi::xml_node> place_of(const Mark& mark) const
    {
        const auto at = [&](const model::Place& place) -> std::vector<pugi::xml_node> {
            if (place.part != main_) return {};
            const auto found = places_.find(host(place.path));
            return found == places_.end() ? std::vector<pugi::xml_node>() : found->second;
        };
        std::vector<pugi::xml_node> first = at(mark.answered ? mark.place : mark.question_place);
        return first.empty() ? at(mark.answered ? mark.question_place : mark.place) : first;
    }

    void read_ids()
    {
        if (const ooxml::Relationship* known = edit_.package().related(main_, "comments"))
            if (edit_.package().has(known->target)) comments_ = known->target;
        const auto take = [&](const std::string& part) {
            archive::XmlLexer lexer(edit_.text(part), edit_.file(), part, edit_.package().limits());
            for (auto token = lexer.next(); token != archive::XmlLexer::Token::finished; token = lexer.next())
                if (token == archive::XmlLexer::Token::start && lexer.name().starts_with("comment"))
                    ids_.taken(lexer.attribute("id"));
        };
        take(main_);
        if (!comments_.empty()) take(comments_);
    }

    std::string paragraph(const Names& names, const std::string& text, bool bold) const
    {
        return "<" + names.inner("p") + "><" + names.inner("r") + ">" +
               (bold ? "<" + names.inner("rPr") + "><" + names.inner("b") + "/></" + names.inner("rPr") + ">" : "") +
               "<" + names.inner("t") + " xml:space=\"preserve\">" +
               archive::escaped_xml(archive::excerpt(text, longest_line)) + "</" + names.inner("t") + "></" +
               names.inner("r") + "></" + names.inner("p") + ">";
    }

    std::string comment(const Names& names, const std::string& id, const Mark& mark) const
    {
        std::string made = "<" + names.outer("comment") + " " + names.prefix + "id=\"" + id + "\" " + names.prefix +
                           "author=\"" + archive::escaped_xml(author_.name) + "\" " + names.prefix + "date=\"" +
                           author_.date.text() + "T00:00:00Z\" " + names.prefix + "initials=\"" +
                           archive::escaped_xml(archive::excerpt(author_.name, 4)) + "\">";
        if (!mark.heading.empty()) made += paragraph(names, mark.heading, true);
        for (const std::string& line : mark.lines) made += paragraph(names, line, false);
        if (mark.heading.empty() && mark.lines.empty()) made += "<" + names.inner("p") + "/>";
        return made + "</" + names.inner("comment") + ">";
    }

    void write_comments(const std::string& name_space)
    {
        const auto all = [&](const Names& names) {
            std::string made;
            for (const auto& [id, mark] : pending_) made += comment(names, id, *mark);
            return made;
        };
        if (!comments_.empty()) {
            const std::string& content = edit_.text(comments_);
            const ElementSpan root = archive::root_of(content);
            edit_.edit(comments_,
                       {archive::append_to(root, all(names_beside(content, root, root.prefix(), name_space)))});
            return;
        }
        const std::string folder = main_.substr(0, main_.rfind('/') + 1);
        const std::string part =
            edit_.has(folder + "comments.xml") ? edit_.free_name(folder + "comments", ".xml") : folder + "comments.xml";
        edit_.add(part,
                  declaration + ("<w:comments xmlns:w=\"" + name_space + "\">") + all({"w:", "", name_space}) +
                      "</w:comments>",
                  comments_type);
        edit_.relate(main_, office_relationships(is_strict(name_space)) + "comments", part);
    }

    void write_document(std::string_view content)
    {
        std::vector<archive::TextEdit> edits;
        for (const auto& [begin, marks] : inserted_) {
            const ElementSpan paragraph = archive::element_at(content, begin);
            if (paragraph.closed) {
                edits.push_back(archive::append_to(paragraph, marks.start + marks.end));
                continue;
            }
            if (!marks.start.empty()) edits.push_back({start_of(content, paragraph), 0, marks.start});
            if (!marks.end.empty()) edits.push_back({paragraph.inside_end, 0, marks.end});
        }
        edit_.edit(main_, std::move(edits));
    }

    PackageEdit& edit_;
    const std::string& main_;
    const Author& author_;
    archive::XmlTree tree_;
    pugi::xml_node body_;
    ooxml::PlaceParagraphs places_;
    FreeIds ids_;
    std::string comments_;                            // part with the comments that are there; empty = none
    std::map<std::size_t, ParagraphMarks> inserted_;  // by where the paragraph begins
    std::vector<std::pair<std::string, const Mark*>> pending_;
};

}  // namespace

std::size_t mark_document(PackageEdit& edit, const std::string& main, const std::vector<Mark>& marks,
                          const Author& author)
{
    return marks.empty() ? 0 : DocumentMarks(edit, main, author).put(marks);
}

}  // namespace samsvar::marking
