#include "odf/blocks.h"

#include "archive/paragraph_text.h"
#include "archive/xml_tree.h"
#include "odf/paragraph.h"
#include "odf/tables.h"

namespace samsvar::odf {

namespace {

/// Walks block-level content. The three ways of using it differ in what becomes of a paragraph and a table.
class BlockWalker {
public:
    explicit BlockWalker(TextContext& context) : context_(context) {}
    virtual ~BlockWalker() = default;
    BlockWalker(const BlockWalker&) = delete;
    BlockWalker& operator=(const BlockWalker&) = delete;

    void walk(pugi::xml_node container)
    {
        std::vector<Labels::Open> around = context_.labels.suspend();
        step_into(container);
        context_.labels.resume(std::move(around));
    }

protected:
    virtual void take_paragraph(ReadParagraph read) = 0;
    virtual void take_table(pugi::xml_node table) = 0;
    virtual void take_floating(ReadParagraph read) = 0;
    virtual std::string place() const = 0;

    TextContext& context_;

private:
    void step_into(pugi::xml_node container)
    {
        for (const pugi::xml_node node : container.children())
            if (node.type() == pugi::node_element) step(node, local_name(node));
    }
    void step(pugi::xml_node node, std::string_view name);
    void read_list(pugi::xml_node node);
    void read_section(pugi::xml_node node);
    void read_text(pugi::xml_node node);

    bool item_begins_ = false;  // the next paragraph is the first of a list item
    int item_start_ = -1;
};

void BlockWalker::step(pugi::xml_node node, std::string_view name)
{
    if (name == "p" || name == "h")
        read_text(node);
    else if (name == "list")
        read_list(node);
    else if (name == "table")
        take_table(node);
    else if (name == "section")
        read_section(node);
    else if (name == "numbered-paragraph") {
        context_.labels.begin(std::string(attribute(node, "list-id")), std::string(attribute(node, "style-name")), {},
                              true);
        item_begins_ = true;
        step_into(node);
        context_.labels.end();
    }
    else if (name == "change-start" || name == "change-end") {
        const std::string id(attribute(node, "change-id"));
        if (name == "change-start" && context_.insertions.contains(id))
            context_.open_insertions.insert(id);
        else
            context_.open_insertions.erase(id);
    }
    else if (name == "frame" || name == "g" || name == "control" || name == "custom-shape" || name == "rect" ||
             name == "ellipse" || name == "caption")
        take_floating(read_floating(context_, node));
    else if (name != "tracked-changes" && name != "forms" && !name.ends_with("-decls") && !name.ends_with("-source") &&
             name != "annotation-end" && name != "soft-page-break" && name != "change" && name != "creator" &&
             name != "date" && name != "date-string" && name != "creator-initials" && name != "sender-initials")
        // Indexes with their body and title, and whatever else wraps paragraphs.
        step_into(node);
}

void BlockWalker::read_list(pugi::xml_node node)
{
    const std::string style(attribute(node, "style-name"));
    context_.labels.begin(std::string(attribute(node, "id")), style, std::string(attribute(node, "continue-list")),
                          is_true(attribute(node, "continue-numbering")));
    for (const pugi::xml_node item : node.children()) {
        const std::string_view name = local_name(item);
        if (name != "list-item" && name != "list-header") continue;
        item_begins_ = name == "list-item";
        item_start_ = to_int(attribute(item, "start-value"), -1);
        step_into(item);
    }
    item_begins_ = false;
    context_.labels.end();
}

void BlockWalker::read_section(pugi::xml_node node)
{
    const bool hidden =
        attribute(node, "display") == "none" || context_.styles.style("section", attribute(node, "style-name")).hidden;
    if (const pugi::xml_node source = child(node, "section-source"); has_attribute(source, "href"))
        context_.problem(place(), "the document includes " + excerpt(attribute(source, "href"), 300) +
                                      " here, which is not followed; the stored text is read");
    context_.sections_hidden += hidden;
    step_into(node);
    context_.sections_hidden -= hidden;
}

void BlockWalker::read_text(pugi::xml_node node)
{
    ReadParagraph read = read_paragraph(context_, node);
    model::Paragraph& paragraph = read.paragraph;
    Labels& labels = context_.labels;
    if (labels.inside()) {
        paragraph.list_level = labels.level();
        if (item_begins_) paragraph.label = labels.next(item_start_);
        item_begins_ = false;
        item_start_ = -1;
    }
    else if (paragraph.heading >= 1 && paragraph.heading <= 9 && !is_true(attribute(node, "is-list-header"))) {
        paragraph.label = labels.next_heading(paragraph.heading);
    }
    // A writer may say what is shown.
    if (const pugi::xml_node number = child(node, "number")) paragraph.label = excerpt(number.text().get(), 255);
    take_paragraph(std::move(read));
}

/// Joins the paragraphs of a note or comment.
class JoinedWalker final : public BlockWalker {
public:
    using BlockWalker::BlockWalker;

    model::Paragraph joined;

private:
    void take_paragraph(ReadParagraph read) override
    {
        model::Paragraph& paragraph = read.paragraph;
        if (!paragraph.label.empty()) paragraph.text.insert(0, paragraph.label + ' ');
        paragraph.label.clear();
        if (first_) {
            joined = std::move(paragraph);
            first_ = false;
            return;
        }
        append(joined, std::move(paragraph));
    }
    void take_table(pugi::xml_node table) override
    {
        for_each_cell(table, [&](pugi::xml_node cell, int, int) { walk(cell); });
    }
    void take_floating(ReadParagraph) override {}
    std::string place() const override { return {}; }

    bool first_ = true;
};

void read_note(TextContext& context, pugi::xml_node note, model::UnitId anchor)
{
    const bool comment = local_name(note) == "annotation";
    // Endnotes count with footnotes: both are one kind of unit.
    const std::string path =
        comment ? "comment" + std::to_string(++context.comments) : "footnote" + std::to_string(++context.footnotes);
    model::Aside aside;
    aside.kind = comment ? model::UnitKind::comment : model::UnitKind::footnote;
    aside.anchor = anchor;
    if (comment) aside.author = excerpt(child(note, "creator").text().get(), 255);
    JoinedWalker walker(context);
    walker.walk(comment ? note : child(note, "note-body"));
    aside.paragraph = std::move(walker.joined);
    aside.paragraph.unit =
        context.draft.unit(aside.kind, context.part, path, false, is_blank_text(aside.paragraph.text));
    context.draft.document.asides.push_back(std::move(aside));
}

/// What hangs on a paragraph once its unit is known.
void settle(TextContext& context, const ReadParagraph& read, model::UnitId unit, const std::string& path)
{
    for (const std::string& problem : read.problems) context.problem(path, problem);
    for (const pugi::xml_node note : read.notes) read_note(context, note, unit);
    int number = 0;
    for (const pugi::xml_node box : read.text_boxes)
        read_aside_blocks(context, box, model::UnitKind::text_box, numbered(path, "textbox", ++number), unit);
}

class BodyWalker final : public BlockWalker {
public:
    BodyWalker(TextContext& context, std::string path, model::UnitId cell)
        : BlockWalker(context), path_(std::move(path)), cell_(cell)
    {
    }

    std::vector<model::Block> blocks;
    bool empty = true;

private:
    void take_paragraph(ReadParagraph read) override
    {
        ++paragraphs_;
        if (!is_empty(read.paragraph)) empty = false;
        model::UnitId unit = cell_;
        std::string path = path_;
        if (cell_ == model::no_unit) {
            path = numbered(path_, "paragraph", paragraphs_);
            unit =
                context_.draft.unit(model::UnitKind::paragraph, context_.part, path, false, is_empty(read.paragraph));
            read.paragraph.unit = unit;
        }
        if (read.picture && is_empty(read.paragraph) && cell_ != model::no_unit)
            context_.problem(path, "there is only a picture here, which is not read");
        settle(context_, read, unit, path);
        blocks.emplace_back(std::move(read.paragraph));
    }

    void take_table(pugi::xml_node table) override
    {
        blocks.emplace_back(read_table(context_, table, numbered(path_, "table", ++tables_)));
    }

    /// A drawing beside the paragraphs reads like one in a paragraph of its own; without text it is nothing.
    void take_floating(ReadParagraph read) override
    {
        if (is_empty(read.paragraph) && cell_ == model::no_unit)
            settle(context_, read, model::no_unit, numbered(path_, "drawing", ++drawings_));
        else
            take_paragraph(std::move(read));
    }

    std::string place() const override { return path_; }

    std::string path_;
    model::UnitId cell_;
    int paragraphs_ = 0;
    int tables_ = 0;
    int drawings_ = 0;
};

class AsideWalker final : public BlockWalker {
public:
    AsideWalker(TextContext& context, model::UnitKind kind, std::string path, model::UnitId anchor)
        : BlockWalker(context), kind_(kind), path_(std::move(path)), anchor_(anchor)
    {
    }

private:
    void take_paragraph(ReadParagraph read) override
    {
        const std::string path = numbered(path_, "paragraph", ++paragraphs_);
        const model::UnitId unit =
            add_aside(context_.draft, kind_, context_.part, path, anchor_, std::move(read.paragraph));
        settle(context_, read, unit, path);
    }

    void take_table(pugi::xml_node table) override
    {
        const std::string name = numbered(path_, "table", ++tables_);
        for_each_cell(table, [&](pugi::xml_node cell, int row, int column) {
            read_aside_blocks(context_, cell, kind_, numbered(numbered(name, "row", row), "cell", column), anchor_);
        });
    }

    void take_floating(ReadParagraph read) override { take_paragraph(std::move(read)); }

    std::string place() const override { return path_; }

    model::UnitKind kind_;
    std::string path_;
    model::UnitId anchor_;
    int paragraphs_ = 0;
    int tables_ = 0;
};

}  // namespace

CellBlocks read_cell_blocks(TextContext& context, pugi::xml_node cell, const std::string& path, model::UnitId unit)
{
    BodyWalker walker(context, path, unit);
    walker.walk(cell);
    return {std::move(walker.blocks), walker.empty};
}

std::vector<model::Block> read_body(TextContext& context, pugi::xml_node body)
{
    BodyWalker walker(context, {}, model::no_unit);
    walker.walk(body);
    return std::move(walker.blocks);
}

void read_aside_blocks(TextContext& context, pugi::xml_node container, model::UnitKind kind, const std::string& path,
                       model::UnitId anchor)
{
    AsideWalker(context, kind, path, anchor).walk(container);
}

}  // namespace samsvar::odf
