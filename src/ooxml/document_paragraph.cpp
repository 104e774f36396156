#include "ooxml/document_paragraph.h"

#include <algorithm>
#include <charconv>

#include "base/error.h"
#include "ooxml/document_controls.h"
#include "ooxml/symbols.h"

namespace samsvar::ooxml {

namespace {

/// What holds for a run through its ancestors and its own properties.
struct RunState {
    bool hidden = false;
    bool struck = false;
    bool inserted = false;
    bool deleted = false;
    bool moved = false;
    bool placeholder = false;
    bool silent = false;  // text that is already told otherwise
    bool preserve = false;
    std::string_view symbol_font;
};

bool is_blank(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ' ' || text[i] == '\t' || text[i] == '\n') continue;
        // No-break space, and the en spaces Word shows in an empty form field.
        if (text.compare(i, 2, "\xC2\xA0") == 0)
            i += 1;
        else if (text.compare(i, 3, "\xE2\x80\x82") == 0)
            i += 2;
        else
            return false;
    }
    return true;
}

std::string_view trimmed(std::string_view text)
{
    const auto begin = text.find_first_not_of(" \t\n\r");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\n\r") - begin + 1);
}

class ParagraphReader {
public:
    explicit ParagraphReader(DocumentContext& context) : context_(context)
    {
        for (OpenField& field : context_.fields) field.text_start = 0;
    }

    ReadParagraph read(pugi::xml_node node);

private:
    void read_properties(pugi::xml_node properties);
    void read_inline(pugi::xml_node parent, const RunState& state);
    void read_inline_element(pugi::xml_node node, std::string_view name, const RunState& state);
    void read_run(pugi::xml_node run, RunState state);
    void read_run_content(pugi::xml_node parent, const RunState& state);
    void read_run_element(pugi::xml_node node, std::string_view name, const RunState& state);
    void read_control(pugi::xml_node node, RunState state);
    void read_hyperlink(pugi::xml_node node, const RunState& state);
    void read_simple_field(pugi::xml_node node, const RunState& state);
    void read_field_character(pugi::xml_node node, const RunState& state);
    void end_field(const RunState& state);
    void read_symbol(pugi::xml_node node, const RunState& state);
    void read_graphic(pugi::xml_node node, int depth);
    void read_equation(pugi::xml_node node, const RunState& state);
    pugi::xml_node chosen_alternative(pugi::xml_node node) const;
    void add(std::string_view text, const RunState& state);
    void add_link(std::string text, std::string target);
    void settle_marks();
    void settle_label(pugi::xml_node properties);
    bool in_instruction() const
    {
        return std::any_of(context_.fields.begin(), context_.fields.end(),
                           [](const OpenField& field) { return !field.in_result || field.silent; });
    }

    DocumentContext& context_;
    ReadParagraph read_;
    std::string original_;
    bool changed_ = false;  // the original differs from the text
    std::string visible_;   // the text without hidden runs
    std::string hidden_;
    std::string struck_;
    std::size_t solid_ = 0;  // bytes that are not blank: all, struck, hidden, placeholder
    std::size_t solid_struck_ = 0;
    std::size_t solid_hidden_ = 0;
    std::size_t solid_placeholder_ = 0;
    std::string style_id_;
};

std::size_t solid_bytes(std::string_view text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return c != ' ' && c != '\t' && c != '\n'; }));
}

void ParagraphReader::add(std::string_view text, const RunState& state)
{
    if (text.empty() || state.silent || in_instruction()) return;
    model::Marks& marks = read_.paragraph.marks;
    if (state.inserted) marks.inserted = true;
    if (state.moved) marks.moved = true;
    if (state.deleted && !state.moved) marks.deleted = true;
    if (!state.inserted) original_ += text;
    if (state.inserted || state.deleted) changed_ = true;
    if (state.deleted) return;
    std::string& whole = read_.paragraph.text;
    if (whole.size() + text.size() > context_.package.limits().paragraph_bytes)
        throw Error(ErrorCode::limit_exceeded, {context_.package.file(), context_.part, 0, 0},
                    "a paragraph has more text than the limit of " +
                        std::to_string(context_.package.limits().paragraph_bytes) + " bytes");
    whole += text;
    const std::size_t solid = solid_bytes(text);
    solid_ += solid;
    if (state.struck) solid_struck_ += solid, struck_ += text;
    if (state.hidden)
        solid_hidden_ += solid, hidden_ += text;
    else
        visible_ += text;
    if (state.placeholder) solid_placeholder_ += solid;
}

ReadParagraph ParagraphReader::read(pugi::xml_node node)
{
    const pugi::xml_node properties = child(node, "pPr");
    read_properties(properties);
    const std::string_view name = local_name(node);
    if (name == "p")
        read_inline(node, {});
    else
        read_inline_element(node, name, {});
    settle_marks();
    settle_label(properties);
    return std::move(read_);
}

void ParagraphReader::read_properties(pugi::xml_node properties)
{
    style_id_ = child_value(properties, "pStyle");
    if (style_id_.empty()) style_id_ = context_.styles.default_paragraph();
    const DocumentStyle& style = context_.styles.style(style_id_);
    read_.paragraph.style = style.name;
    int outline = style.outline_level;
    if (const pugi::xml_node level = child(properties, "outlineLvl")) outline = to_int(attribute(level, "val"), 9);
    read_.paragraph.heading = heading_level(outline, style.name);
    const pugi::xml_node mark = child(properties, "rPr");
    read_.mark_deleted = child(mark, "del") || child(mark, "moveFrom");
    if (child(mark, "ins") || child(mark, "moveTo")) read_.paragraph.marks.inserted = true;
}

/// Part of a paragraph that is hidden or struck is told as a problem, a whole paragraph is marked.
void ParagraphReader::settle_marks()
{
    model::Paragraph& paragraph = read_.paragraph;
    if (solid_ > 0) {
        paragraph.marks.hidden = solid_hidden_ == solid_;
        paragraph.marks.struck = solid_struck_ == solid_;
        paragraph.marks.placeholder = solid_placeholder_ == solid_;
    }
    if (solid_hidden_ > 0 && !paragraph.marks.hidden) {
        read_.problems.push_back("part of the text is hidden and not read: '" + excerpt(hidden_, 300) + "'");
        if (!changed_) original_ = visible_;
        paragraph.text = visible_;
    }
    if (solid_struck_ > 0 && !paragraph.marks.struck)
        read_.problems.push_back("part of the text is struck through: '" + excerpt(struck_, 300) + "'");
    if (changed_ && original_ != paragraph.text) paragraph.original = original_;
}

void ParagraphReader::settle_label(pugi::xml_node properties)
{
    const DocumentStyle& style = context_.styles.style(style_id_);
    int list = style.number_id;
    int level = style.list_level;
    const pugi::xml_node own = child(properties, "numPr");
    const pugi::xml_node own_list = child(own, "numId");
    if (own_list) list = to_int(attribute(own_list, "val"));
    if (list <= 0) return;
    if (const pugi::xml_node own_level = child(own, "ilvl"))
        level = to_int(attribute(own_level, "val"));
    else if (!own_list || level < 0)
        if (const int linked = context_.numbering.level_of_style(list, style_id_); linked >= 0) level = linked;
    level = std::max(level, 0);
    const model::Paragraph& paragraph = read_.paragraph;
    const bool gone = read_.mark_deleted && paragraph.text.empty();
    const bool unseen = paragraph.marks.hidden && is_on(child(properties, "rPr"), "vanish");
    if (gone || unseen) return;
    read_.paragraph.label = context_.numbering.next_label(list, level);
    read_.paragraph.list_level = level;
}

void ParagraphReader::read_inline(pugi::xml_node parent, const RunState& state)
{
    for (const pugi::xml_node node : parent.children())
        if (node.type() == pugi::node_element) read_inline_element(node, local_name(node), state);
}

void ParagraphReader::read_inline_element(pugi::xml_node node, std::string_view name, const RunState& state)
{
    RunState inner = state;
    if (name == "r")
        read_run(node, state);
    else if (name == "pPr" || name == "proofErr" || name == "bookmarkStart" || name == "bookmarkEnd")
        return;
    else if (name == "hyperlink")
        read_hyperlink(node, state);
    else if (name == "sdt")
        read_control(node, state);
    else if (name == "fldSimple")
        read_simple_field(node, state);
    else if (name == "ins" || name == "moveTo") {
        inner.inserted = true;
        inner.moved = name == "moveTo";
        read_inline(node, inner);
    }
    else if (name == "del" || name == "moveFrom") {
        inner.deleted = true;
        inner.moved = name == "moveFrom";
        read_inline(node, inner);
    }
    else if (name == "oMath" || name == "oMathPara")
        read_equation(node, state);
    else if (name == "commentRangeStart")
        read_.references.push_back("comment " + std::string(attribute(node, "id")));
    else if (name == "AlternateContent")
        read_inline(chosen_alternative(node), state);
    else if (name == "t" || name == "tab" || name == "br" || name == "sym")
        read_run_element(node, name, state);
    else if (name == "subDoc")
        read_.problems.push_back("the document includes another file here, which is not read");
    else if (name != "sdtPr" && name != "sdtEndPr" && name != "smartTagPr" && name != "customXmlPr")
        // smartTag, customXml, dir, bdo and whatever else wraps runs.
        read_inline(node, state);
}

void ParagraphReader::read_run(pugi::xml_node run, RunState state)
{
    if (const pugi::xml_node properties = child(run, "rPr")) {
        for (const pugi::xml_node property : properties.children()) {
            const std::string_view name = local_name(property);
            if (name == "vanish" || name == "webHidden" || name == "specVanish") {
                if (name == "vanish") state.hidden = is_true(attribute(property, "val", "1"));
            }
            else if (name == "strike" || name == "dstrike") {
                state.struck = is_true(attribute(property, "val", "1"));
            }
            else if (name == "rStyle") {
                const DocumentStyle& style = context_.styles.style(attribute(property, "val"));
                state.hidden = state.hidden || style.hidden;
                state.struck = state.struck || style.struck;
            }
            else if (name == "rFonts") {
                const std::string_view font = attribute(property, "ascii", attribute(property, "hAnsi"));
                if (is_symbol_font(font)) state.symbol_font = font;
            }
        }
    }
    read_run_content(run, state);
}

void ParagraphReader::read_run_content(pugi::xml_node parent, const RunState& state)
{
    for (const pugi::xml_node node : parent.children())
        if (node.type() == pugi::node_element) read_run_element(node, local_name(node), state);
}

void ParagraphReader::read_run_element(pugi::xml_node node, std::string_view name, const RunState& state)
{
    if (name == "t" || name == "delText") {
        const bool preserve = attribute(node, "space") == "preserve";
        std::string joined;  // only when a comment or CDATA cuts the text
        std::string_view text = node.child_value();
        if (node.first_child().next_sibling()) {
            for (const pugi::xml_node piece : node.children()) joined += piece.value();
            text = joined;
        }
        if (!preserve) text = trimmed(text);
        if (!state.symbol_font.empty())
            add(text_in_symbol_font(state.symbol_font, text), state);
        else
            add(text, state);
    }
    else if (name == "rPr" || name == "lastRenderedPageBreak" || name == "annotationRef" || name == "footnoteRef" ||
             name == "endnoteRef" || name == "separator" || name == "continuationSeparator" || name == "softHyphen" ||
             name == "delInstrText" || name == "pgNum")
        return;
    else if (name == "tab" || name == "ptab")
        add("\t", state);
    else if (name == "br" || name == "cr")
        add("\n", state);
    else if (name == "noBreakHyphen")
        add("-", state);
    else if (name == "sym")
        read_symbol(node, state);
    else if (name == "fldChar")
        read_field_character(node, state);
    else if (name == "instrText") {
        if (!context_.fields.empty() && !context_.fields.back().in_result)
            context_.fields.back().instruction += node.child_value();
    }
    else if (name == "footnoteReference")
        read_.references.push_back("footnote " + std::string(attribute(node, "id")));
    else if (name == "endnoteReference")
        read_.references.push_back("endnote " + std::string(attribute(node, "id")));
    else if (name == "commentReference")
        read_.references.push_back("comment " + std::string(attribute(node, "id")));
    else if (name == "drawing" || name == "pict" || name == "object") {
        if (!state.deleted) read_graphic(node, 0);
    }
    else if (name == "ruby")
        read_inline(child(node, "rubyBase"), state);
    else if (name == "AlternateContent")
        read_run_content(chosen_alternative(node), state);
    else
        // Nothing known: runs inside a run, or text of a later version of the format.
        read_inline_element(node, name == "r" ? "r" : "unknown", state);
}

void ParagraphReader::read_control(pugi::xml_node node, RunState state)
{
    const pugi::xml_node content = child(node, "sdtContent");
    std::optional<model::Control> control = read_content_control(child(node, "sdtPr"));
    if (!control || state.deleted) {
        read_inline(content, state);
        return;
    }
    const std::size_t start = read_.paragraph.text.size();
    if (control->kind == model::ControlKind::checkbox) {
        add(control->checked ? checked_box : unchecked_box, state);
        state.silent = true;
    }
    if (control->placeholder) state.placeholder = true;
    const std::size_t index = read_.paragraph.controls.size();
    read_.paragraph.controls.push_back(std::move(*control));
    read_inline(content, state);
    model::Control& placed = read_.paragraph.controls[index];
    if (placed.value.empty() || placed.placeholder)
        placed.value = read_.paragraph.text.substr(std::min(start, read_.paragraph.text.size()));
    if (placed.kind != model::ControlKind::checkbox && placed.kind != model::ControlKind::picture &&
        is_blank(placed.value))
        placed.placeholder = true;
}

void ParagraphReader::read_hyperlink(pugi::xml_node node, const RunState& state)
{
    const std::size_t start = read_.paragraph.text.size();
    read_inline(node, state);
    std::string target;
    if (const std::string_view id = attribute(node, "id"); !id.empty())
        if (const Relationship* relationship = context_.package.by_id(context_.part, id)) target = relationship->target;
    if (const std::string_view anchor = attribute(node, "anchor"); !anchor.empty()) target += '#' + std::string(anchor);
    if (!target.empty())
        add_link(read_.paragraph.text.substr(std::min(start, read_.paragraph.text.size())), std::move(target));
}

void ParagraphReader::add_link(std::string text, std::string target)
{
    if (read_.paragraph.links.size() < 10'000) read_.paragraph.links.push_back({std::move(text), std::move(target)});
}

void ParagraphReader::read_simple_field(pugi::xml_node node, const RunState& state)
{
    OpenField field;
    field.instruction = attribute(node, "instr");
    field.in_result = true;
    field.text_start = read_.paragraph.text.size();
    context_.fields.push_back(std::move(field));
    read_inline(node, state);
    if (!context_.fields.empty()) end_field(state);
}

void ParagraphReader::read_field_character(pugi::xml_node node, const RunState& state)
{
    const std::string_view type = attribute(node, "fldCharType");
    if (type == "begin") {
        OpenField field;
        field.text_start = read_.paragraph.text.size();
        if (auto control = read_form_field(child(node, "ffData"))) {
            if (control->kind == model::ControlKind::checkbox) {
                control->value = control->checked ? checked_box : unchecked_box;
                add(control->value, state);
                field.silent = true;
            }
            else if (control->kind == model::ControlKind::dropdown) {
                add(control->value, state);
                field.silent = true;
            }
            else {
                field.form_text = true;
                field.control = *control;
            }
            if (field.silent && !state.deleted) read_.paragraph.controls.push_back(std::move(*control));
        }
        // Limits::xml_depth does not bound fields; nobody nests them like this.
        if (context_.fields.size() < 256) context_.fields.push_back(std::move(field));
    }
    else if (type == "separate") {
        if (!context_.fields.empty()) {
            context_.fields.back().in_result = true;
            context_.fields.back().text_start = read_.paragraph.text.size();
        }
    }
    else if (type == "end" && !context_.fields.empty()) {
        end_field(state);
    }
}

void ParagraphReader::end_field(const RunState& state)
{
    OpenField field = std::move(context_.fields.back());
    context_.fields.pop_back();
    std::string& text = read_.paragraph.text;
    const std::string result = text.substr(std::min(field.text_start, text.size()));
    if (field.form_text && !state.deleted) {
        const std::string sample = field.control.value;
        field.control.value = result;
        field.control.placeholder = is_blank(result) || (!sample.empty() && trimmed(result) == trimmed(sample));
        if (is_blank(result)) {
            // The five spaces that mark an empty field are no text.
            text.resize(std::min(field.text_start, text.size()));
            visible_.resize(std::min(visible_.size(), text.size()));
            field.control.value.clear();
        }
        else if (field.control.placeholder) {
            solid_placeholder_ += solid_bytes(result);
        }
        read_.paragraph.controls.push_back(std::move(field.control));
        return;
    }
    const std::string_view instruction = trimmed(field.instruction);
    if (ascii_lower(instruction.substr(0, 9)) != "hyperlink" || result.empty()) return;
    const auto quote = instruction.find('"');
    if (quote == std::string_view::npos) return;
    const auto close = std::min(instruction.find('"', quote + 1), instruction.size());
    const bool bookmark = instruction.substr(0, quote).find("\\l") != std::string_view::npos;
    add_link(result, (bookmark ? "#" : "") + std::string(instruction.substr(quote + 1, close - quote - 1)));
}

void ParagraphReader::read_symbol(pugi::xml_node node, const RunState& state)
{
    const std::string_view digits = attribute(node, "char");
    std::uint32_t code = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
    const std::string_view font = attribute(node, "font");
    const std::string text = symbol_text(font, code);
    if (!text.empty()) {
        add(text, state);
        return;
    }
    add("\xEF\xBF\xBD", state);
    read_.problems.push_back("the symbol " + excerpt(digits, 8) + " of the font '" + excerpt(font, 60) +
                             "' is not known");
}

/// Text boxes of a drawing, and what else in it a reader would see.
void ParagraphReader::read_graphic(pugi::xml_node node, int depth)
{
    for (const pugi::xml_node next : node.children()) {
        if (next.type() != pugi::node_element) continue;
        const std::string_view name = local_name(next);
        if (name == "txbxContent")
            read_.text_boxes.push_back(next);
        else if (name == "AlternateContent")
            read_graphic(chosen_alternative(next), depth + 1);
        else if (name == "graphicData") {
            const std::string_view kind = attribute(next, "uri");
            if (kind.ends_with("/chart") || kind.ends_with("/chartex"))
                read_.problems.push_back("a chart is not read");
            else if (kind.ends_with("/diagram"))
                read_.problems.push_back("a diagram (SmartArt) is not read");
            else if (kind.ends_with("/picture"))
                read_.picture = true;
            read_graphic(next, depth + 1);
        }
        else if (name == "OLEObject") {
            read_.problems.push_back("an embedded object (" + excerpt(attribute(next, "ProgID"), 60) + ") is not read");
        }
        else if (name == "textpath") {
            // WordArt: decoration, usually a watermark.
            if (const std::string_view text = attribute(next, "string"); !text.empty())
                read_.problems.push_back("decorative text is not read: '" + excerpt(text, 100) + "'");
        }
        else {
            if (name == "imagedata") read_.picture = true;
            read_graphic(next, depth + 1);
        }
    }
}

/// Linear text of an equation: its letters in order.
void ParagraphReader::read_equation(pugi::xml_node node, const RunState& state)
{
    for (const pugi::xml_node next : node.children()) {
        if (next.type() != pugi::node_element) continue;
        const std::string_view name = local_name(next);
        if (name == "t")
            add(next.child_value(), state);
        else if (name == "chr")
            continue;
        else if (name == "del" || name == "ins") {
            RunState inner = state;
            (name == "del" ? inner.deleted : inner.inserted) = true;
            read_equation(next, inner);
        }
        else
            read_equation(next, state);
    }
}

/// Of mc:AlternateContent one branch is shown: the first choice, or the fallback when that has nothing in it.
pugi::xml_node ParagraphReader::chosen_alternative(pugi::xml_node node) const
{
    const pugi::xml_node choice = child(node, "Choice");
    return choice && choice.first_child() ? choice : child(node, "Fallback");
}

}  // namespace

ReadParagraph read_paragraph(DocumentContext& context, pugi::xml_node node)
{
    return ParagraphReader(context).read(node);
}

}  // namespace samsvar::ooxml
