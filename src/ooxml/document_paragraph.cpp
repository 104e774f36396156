#include "ooxml/document_paragraph.h"

#include "base/error.h"
#include "ooxml/paragraph_reader.h"

namespace samsvar::ooxml {

std::string_view trimmed_text(std::string_view text)
{
    const auto begin = text.find_first_not_of(" \t\n\r");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\n\r") - begin + 1);
}

void ParagraphReader::add(std::string_view text, const RunState& state)
{
    if (text.empty() || state.silent || in_instruction()) return;
    model::Marks& marks = read_.paragraph.marks;
    if (state.inserted) marks.inserted = true;
    if (state.moved) marks.moved = true;
    if (state.deleted && !state.moved) marks.deleted = true;
    if (state.inserted || state.deleted) {
        text_.keep_original(read_.paragraph);
        text_.changed = true;
    }
    if (text_.has_original && !state.inserted) text_.original += text;
    if (state.deleted) return;
    text_.add(read_.paragraph, text, {state.hidden, state.struck, state.placeholder}, context_.package, context_.part);
}

ReadParagraph ParagraphReader::read(XmlNode node)
{
    read_properties(child(node, "pPr"));
    const std::string_view name = local_name(node);
    if (name == "p")
        read_inline(node, base_);
    else
        read_inline_element(node, name, base_);
    text_.settle(read_.paragraph, read_.problems);
    settle_label();
    read_.original = std::move(text_.original);
    read_.has_original = text_.has_original;
    return std::move(read_);
}

void ParagraphReader::read_properties(XmlNode properties)
{
    XmlNode style_named, level;
    const auto keep_first = [](XmlNode& kept, XmlNode found) {
        if (!kept) kept = found;
    };
    for (const XmlNode property : properties.children()) {
        const std::string_view name = local_name(property);
        if (name == "pStyle")
            keep_first(style_named, property);
        else if (name == "outlineLvl")
            keep_first(level, property);
        else if (name == "numPr")
            keep_first(number_, property);
        else if (name == "rPr")
            keep_first(mark_, property);
    }
    style_id_ = attribute(style_named, "val");
    if (style_id_.empty()) style_id_ = context_.styles.default_paragraph();
    style_ = &context_.styles.style(style_id_);
    read_.paragraph.style = style_->name;
    base_.hidden = style_->hidden;
    base_.struck = style_->struck;
    int outline = style_->outline_level;
    if (level) outline = to_int(attribute(level, "val"), 9);
    read_.paragraph.heading = heading_level(outline, style_->name);
    if (!mark_) return;
    read_.mark_deleted = child(mark_, "del") || child(mark_, "moveFrom");
    read_.mark_inserted = child(mark_, "ins") || child(mark_, "moveTo");
    if (read_.mark_inserted) read_.paragraph.marks.inserted = true;
}

void ParagraphReader::settle_label()
{
    int list = style_->number_id;
    int level = style_->list_level;
    const XmlNode own_list = child(number_, "numId");
    if (own_list) list = to_int(attribute(own_list, "val"));
    if (list <= 0) return;
    if (const XmlNode own_level = child(number_, "ilvl"))
        level = to_int(attribute(own_level, "val"));
    else if (!own_list || level < 0)
        if (const int linked = context_.numbering.level_of_style(list, style_id_); linked >= 0) level = linked;
    level = std::max(level, 0);
    const model::Paragraph& paragraph = read_.paragraph;
    const bool gone = read_.mark_deleted && paragraph.text.empty();
    const bool unseen = paragraph.marks.hidden && is_on(mark_, "vanish");
    if (gone || unseen) return;
    read_.paragraph.label = context_.numbering.next_label(list, level);
    read_.paragraph.list_level = level;
}

ReadParagraph read_paragraph(DocumentContext& context, XmlNode node)
{
    return ParagraphReader(context).read(node);
}

}  // namespace samsvar::ooxml
