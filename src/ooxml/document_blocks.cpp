#include "ooxml/document_blocks.h"

#include <algorithm>
#include <optional>

#include "archive/block_draft.h"
#include "ooxml/document_controls.h"
#include "ooxml/document_paragraph.h"
#include "ooxml/document_table.h"
#include "ooxml/document_walk.h"

namespace samsvar::ooxml {

namespace {

bool is_blank(std::string_view text)
{
    return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

/// Walks block-level content. The three ways of using it differ in what becomes of a paragraph and a table.
class BlockWalker {
public:
    explicit BlockWalker(DocumentContext& context) : context_(context) {}
    virtual ~BlockWalker() = default;
    BlockWalker(const BlockWalker&) = delete;
    BlockWalker& operator=(const BlockWalker&) = delete;

    void walk(XmlNode container)
    {
        for (const XmlNode node : container.children())
            if (node.is_element()) step(node, local_name(node));
        flush();
    }

protected:
    virtual void take_paragraph(ReadParagraph&& read) = 0;
    virtual void take_table(XmlNode table) = 0;
    virtual std::string place() const = 0;

    DocumentContext& context_;

private:
    void step(XmlNode node, std::string_view name);
    void step_into(XmlNode container)
    {
        for (const XmlNode node : container.children())
            if (node.is_element()) step(node, local_name(node));
    }
    void read_control(XmlNode node);
    void deliver(ReadParagraph&& read);
    void flush();

    struct OpenControl {
        model::Control control;
        bool placed = false;
        bool deciding = false;
    };
    std::vector<OpenControl> controls_;        // block-level controls that surround the next paragraph
    std::optional<ReadParagraph> running_on_;  // its end is deleted: the next paragraph continues it
    std::string cut_off_;                      // text that was one paragraph with the next before a change
};

void BlockWalker::step(XmlNode node, std::string_view name)
{
    switch (block_kind(name)) {
        case BlockKind::paragraph: deliver(read_paragraph(context_, node)); break;
        case BlockKind::table:
            flush();
            take_table(node);
            break;
        case BlockKind::control: read_control(node); break;
        case BlockKind::alternative: step_into(chosen_alternative(node)); break;
        case BlockKind::other_file:
            context_.problem(place(), std::string("the document includes another file here") +
                                          (name == "altChunk" ? " (altChunk)" : "") + ", which is not read");
            break;
        case BlockKind::container: step_into(node); break;
        case BlockKind::nothing: break;
    }
}

/// A control around paragraphs belongs to the first paragraph in it; its value is the text of all of them.
void BlockWalker::read_control(XmlNode node)
{
    const XmlNode content = child(node, "sdtContent");
    std::optional<model::Control> control = read_content_control(child(node, "sdtPr"));
    // A control around tables holds no answer of its own; its cells do.
    if (!control || !child(content, "p")) {
        step_into(content);
        return;
    }
    controls_.push_back({std::move(*control), false, false});
    const std::size_t outer = controls_.size();
    step_into(content);
    controls_.resize(outer - 1);
}

void BlockWalker::deliver(ReadParagraph&& read)
{
    if (!controls_.empty() || running_on_ || !cut_off_.empty() || read.mark_inserted || read.mark_deleted)
        read.keep_original();
    for (OpenControl& open : controls_) {
        if (!open.placed) {
            open.placed = true;
            model::Control control = open.control;
            if (control.kind == model::ControlKind::checkbox)
                read.paragraph.text = control.checked ? checked_box : unchecked_box;
            if (control.value.empty() || control.placeholder) control.value = read.paragraph.text;
            if (control.kind != model::ControlKind::checkbox && control.kind != model::ControlKind::picture &&
                is_blank(control.value))
                control.placeholder = true;
            read.paragraph.controls.insert(read.paragraph.controls.begin(), std::move(control));
        }
        if (open.control.placeholder && !is_blank(read.paragraph.text)) read.paragraph.marks.placeholder = true;
    }
    if (read.mark_inserted && !running_on_) {
        // Before the change the paragraph did not end here: its text was the beginning of the next one's.
        cut_off_ += read.original;
        if (!read.paragraph.original.empty()) read.paragraph.original.clear();
    }
    else if (!cut_off_.empty()) {
        read.original.insert(0, cut_off_);
        read.paragraph.original = read.original;
        cut_off_.clear();
    }
    if (running_on_) {
        ReadParagraph before = std::move(*running_on_);
        running_on_.reset();
        // The text of the two is one paragraph once the deletion of the mark is accepted.
        model::Paragraph& paragraph = read.paragraph;
        paragraph.original = read.original;
        paragraph.text.insert(0, before.paragraph.text);
        paragraph.marks.deleted = true;
        paragraph.controls.insert(paragraph.controls.begin(), before.paragraph.controls.begin(),
                                  before.paragraph.controls.end());
        paragraph.links.insert(paragraph.links.begin(), before.paragraph.links.begin(), before.paragraph.links.end());
        before.paragraph.controls.clear();
        before.paragraph.links.clear();
        before.paragraph.text.clear();
        before.paragraph.original = before.original;
        take_paragraph(std::move(before));
    }
    if (read.mark_deleted && !is_blank(read.paragraph.text))
        running_on_ = std::move(read);
    else
        take_paragraph(std::move(read));
}

void BlockWalker::flush()
{
    if (!running_on_) return;
    ReadParagraph last = std::move(*running_on_);
    running_on_.reset();
    take_paragraph(std::move(last));
}

/// What hangs on a paragraph once its unit is known.
void settle(DocumentContext& context, const ReadParagraph& read, model::UnitId unit, const std::string& path)
{
    for (const std::string& reference : read.references) context.anchors.emplace(reference, unit);
    for (const std::string& problem : read.problems) context.problem(path, problem);
    int number = 0;
    for (const std::string& problem : read.graphics.problems) context.problem(path, problem);
    for (const XmlNode box : read.graphics.text_boxes)
        read_aside_blocks(context, box, model::UnitKind::text_box, numbered(path, "textbox", ++number), unit);
    read_graphics(context, read.graphics, path, unit);
}

class BodyWalker final : public BlockWalker {
public:
    /// `path` must outlive the walker.
    BodyWalker(DocumentContext& context, const std::string& path, model::UnitId cell)
        : BlockWalker(context), path_(path), cell_(cell)
    {
    }

    std::vector<model::Block> blocks;
    bool empty = true;  ///< no paragraph had anything in it

private:
    void take_paragraph(ReadParagraph&& read) override
    {
        ++paragraphs_;
        if (!is_empty(read.paragraph)) empty = false;
        model::UnitId unit = cell_;
        std::string own;
        if (cell_ == model::no_unit) {
            own = numbered(path_, "paragraph", paragraphs_);
            unit =
                context_.draft.unit(model::UnitKind::paragraph, context_.part, own, false, is_empty(read.paragraph));
            read.paragraph.unit = unit;
        }
        const std::string& path = own.empty() ? path_ : own;
        if (read.graphics.picture && read.graphics.descriptions.empty() && is_empty(read.paragraph) &&
            cell_ != model::no_unit)
            context_.problem(path, "there is only a picture here, which is not read");
        settle(context_, read, unit, path);
        blocks.emplace_back(std::move(read.paragraph));
    }

    void take_table(XmlNode table) override
    {
        blocks.emplace_back(read_table(context_, table, numbered(path_, "table", ++tables_)));
    }

    std::string place() const override { return path_; }

    const std::string& path_;
    model::UnitId cell_;
    int paragraphs_ = 0;
    int tables_ = 0;
};

class AsideWalker final : public BlockWalker {
public:
    AsideWalker(DocumentContext& context, model::UnitKind kind, std::string path, model::UnitId anchor)
        : BlockWalker(context), kind_(kind), path_(std::move(path)), anchor_(anchor)
    {
    }

private:
    void take_paragraph(ReadParagraph&& read) override
    {
        const std::string path = numbered(path_, "paragraph", ++paragraphs_);
        const model::UnitId unit =
            add_aside(context_.draft, kind_, context_.part, path, anchor_, std::move(read.paragraph));
        settle(context_, read, unit, path);
    }

    void take_table(XmlNode table) override
    {
        const std::string name = numbered(path_, "table", ++tables_);
        for_each_cell(table, [&](XmlNode cell, int row, int column) {
            read_aside_blocks(context_, cell, kind_, numbered(numbered(name, "row", row), "cell", column), anchor_);
        });
    }

    std::string place() const override { return path_; }

    model::UnitKind kind_;
    std::string path_;
    model::UnitId anchor_;
    int paragraphs_ = 0;
    int tables_ = 0;
};

class JoinedWalker final : public BlockWalker {
public:
    JoinedWalker(DocumentContext& context, std::string path) : BlockWalker(context), path_(std::move(path)) {}

    model::Paragraph joined;

private:
    void take_paragraph(ReadParagraph&& read) override
    {
        model::Paragraph& paragraph = read.paragraph;
        for (const std::string& problem : read.problems) context_.problem(path_, problem);
        for (const std::string& problem : read.graphics.problems) context_.problem(path_, problem);
        for (const XmlNode box : read.graphics.text_boxes) walk(box);
        const std::string original = paragraph.original.empty() ? paragraph.text : paragraph.original;
        if (first_) {
            joined = std::move(paragraph);
            original_ = original;
            if (!joined.label.empty() && !joined.text.empty()) joined.text.insert(0, joined.label + ' ');
            joined.label.clear();
        }
        else {
            if (!paragraph.label.empty()) paragraph.text.insert(0, paragraph.label + ' ');
            original_ += '\n' + original;
            if (!joined.original.empty() || !paragraph.original.empty()) joined.original = original_;
            append(joined, std::move(paragraph));
        }
        first_ = false;
    }

    void take_table(XmlNode table) override
    {
        for_each_cell(table, [&](XmlNode cell, int, int) { walk(cell); });
    }

    std::string place() const override { return path_; }

    std::string path_;
    std::string original_;
    bool first_ = true;
};

}  // namespace

BlockKind block_kind(std::string_view local)
{
    if (local == "p" || local == "oMathPara" || local == "oMath") return BlockKind::paragraph;
    // Runs straight in the body are against the schema; their text is kept all the same.
    if (local == "r" || local == "hyperlink" || local == "fldSimple") return BlockKind::paragraph;
    if (local == "tbl") return BlockKind::table;
    if (local == "sdt") return BlockKind::control;
    if (local == "AlternateContent") return BlockKind::alternative;
    if (local == "altChunk" || local == "subDoc") return BlockKind::other_file;
    if (local.ends_with("Pr") || local == "commentRangeStart" || local == "bookmarkStart") return BlockKind::nothing;
    return BlockKind::container;
}

CellBlocks read_cell_blocks(DocumentContext& context, XmlNode cell, const std::string& path, model::UnitId unit)
{
    BodyWalker walker(context, path, unit);
    walker.walk(cell);
    return {std::move(walker.blocks), walker.empty};
}

std::vector<model::Block> read_body(DocumentContext& context, XmlNode body)
{
    const std::string path;
    BodyWalker walker(context, path, model::no_unit);
    walker.walk(body);
    return std::move(walker.blocks);
}

void read_aside_blocks(DocumentContext& context, XmlNode container, model::UnitKind kind,
                       const std::string& path, model::UnitId anchor)
{
    AsideWalker(context, kind, path, anchor).walk(container);
}

model::Paragraph read_joined(DocumentContext& context, XmlNode container, const std::string& path)
{
    JoinedWalker walker(context, path);
    walker.walk(container);
    return std::move(walker.joined);
}

}  // namespace samsvar::ooxml
