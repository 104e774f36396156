#include "marking/fill_template.h"

#include <algorithm>
#include <set>
#include <vector>

#include "archive/xml_tree.h"
#include "base/error.h"
#include "marking/package_edit.h"
#include "ooxml/file_kind.h"

namespace samsvar::marking {

namespace {

using archive::ElementSpan;

/// The elements w:t of a paragraph, without those of paragraphs inside it (text boxes).
void collect_texts(pugi::xml_node node, std::string_view content, std::vector<ElementSpan>& texts)
{
    for (const pugi::xml_node child : node.children()) {
        const std::string_view name = archive::local_name(child);
        if (name == "p" || child.type() != pugi::node_element) continue;
        if (name == "t")
            texts.push_back(archive::element_at(content, static_cast<std::size_t>(child.offset_debug()) - 1));
        else
            collect_texts(child, content, texts);
    }
}

class Filler {
public:
    Filler(PackageEdit& edit, const std::map<std::string, std::string>& texts, const std::string& block_name,
           const std::string& block)
        : edit_(edit), texts_(texts), block_mark_('{' + block_name + '}'), block_(block)
    {
    }

    /// Whether the block was put in.
    bool fill(const std::string& part, bool with_block)
    {
        const archive::XmlTree tree(edit_.package(), part);
        const std::string& content = edit_.text(part);
        edits_.clear();
        placed_ = false;
        visit(tree.root(), content, with_block);
        if (placed_ && archive::attribute_of(content, archive::root_of(content), "xmlns:w").empty())
            throw Error(ErrorCode::unsupported, {edit_.file(), part, 0, 0},
                        "the template is not written as Word does; save it with Word or LibreOffice first");
        edit_.edit(part, std::move(edits_));
        return placed_;
    }

private:
    void visit(pugi::xml_node node, std::string_view content, bool with_block)
    {
        for (const pugi::xml_node child : node.children()) {
            if (child.type() != pugi::node_element) continue;
            const bool replaced = archive::local_name(child) == "p" && fill_paragraph(child, content, with_block);
            if (!replaced) visit(child, content, with_block);
        }
    }

    /// True when the paragraph as a whole gave way to the block.
    bool fill_paragraph(pugi::xml_node node, std::string_view content, bool with_block)
    {
        std::vector<ElementSpan> texts;
        collect_texts(node, content, texts);
        std::string whole;
        for (const ElementSpan& text : texts) whole += content.substr(text.inside, text.inside_end - text.inside);
        if (whole.find('{') == std::string::npos) return false;
        const std::size_t block_at = with_block ? whole.find(block_mark_) : std::string::npos;
        if (block_at != std::string::npos) {
            placed_ = true;
            const ElementSpan paragraph =
                archive::element_at(content, static_cast<std::size_t>(node.offset_debug()) - 1);
            const std::string around = whole.substr(0, block_at) + whole.substr(block_at + block_mark_.size());
            const bool alone = around.find_first_not_of(" \t\r\n") == std::string::npos &&
                               !archive::child(archive::child(node, "pPr"), "sectPr");
            if (alone) {
                edits_.push_back({paragraph.begin, paragraph.end - paragraph.begin, block_});
                return true;
            }
            replace(texts, content, block_at, block_mark_.size(), {});
            edits_.push_back({paragraph.end, 0, block_});
        }
        for (const auto& [name, value] : texts_) {
            const std::string mark = '{' + name + '}';
            for (std::size_t at = whole.find(mark); at != std::string::npos; at = whole.find(mark, at + 1))
                replace(texts, content, at, mark.size(), archive::escaped_xml(value));
        }
        return false;
    }

    /// The first piece of a place holder gives way to the value, the others to nothing.
    void replace(const std::vector<ElementSpan>& texts, std::string_view content, std::size_t at, std::size_t length,
                 std::string value)
    {
        std::size_t before = 0;
        for (const ElementSpan& text : texts) {
            const std::size_t size = text.inside_end - text.inside;
            const std::size_t begin = std::max(at, before), end = std::min(at + length, before + size);
            if (begin < end) {
                if (!value.empty() && archive::attribute_of(content, text, "xml:space").empty() &&
                    preserved_.insert(text.begin).second)
                    edits_.push_back(archive::set_attribute(content, text, "xml:space", "preserve"));
                edits_.push_back({text.inside + begin - before, end - begin, std::move(value)});
                value.clear();
            }
            before += size;
        }
    }

    PackageEdit& edit_;
    const std::map<std::string, std::string>& texts_;
    std::string block_mark_;
    const std::string& block_;
    std::vector<archive::TextEdit> edits_;
    std::set<std::size_t> preserved_;
    bool placed_ = false;
};

}  // namespace

std::string fill_template(std::string_view bytes, const std::string& file,
                          const std::map<std::string, std::string>& texts, const std::string& block_name,
                          const std::string& block, const Limits& limits)
{
    PackageEdit edit(bytes, file, limits);
    const ooxml::MainPart main = ooxml::find_main_part(edit.package());
    if (main.kind != model::FileKind::docx)
        throw Error(ErrorCode::unsupported, {file, {}, 0, 0}, "a template for letters is a .docx");
    std::set<std::string> beside;
    for (const ooxml::Relationship& one : edit.package().relationships(main.part))
        if ((one.type == "header" || one.type == "footer") && !one.external && edit.package().has(one.target))
            beside.insert(edit.package().stored_name(one.target));
    for (const std::string& part : beside) Filler(edit, texts, block_name, block).fill(part, false);
    if (!Filler(edit, texts, block_name, block).fill(main.part, true))
        throw Error(ErrorCode::invalid_argument, {file, {}, 0, 0},
                    "the template has no paragraph with {" + block_name + "}, where the open points go");
    return edit.finish();
}

}  // namespace samsvar::marking
