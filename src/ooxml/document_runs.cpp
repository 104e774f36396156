#include <charconv>

#include "base/error.h"
#include "ooxml/document_controls.h"
#include "ooxml/document_walk.h"
#include "ooxml/equation.h"
#include "ooxml/paragraph_reader.h"
#include "ooxml/symbols.h"

namespace samsvar::ooxml {

void ParagraphReader::read_inline(XmlNode parent, const RunState& state)
{
    for (const XmlNode node : parent.children())
        if (node.is_element()) read_inline_element(node, local_name(node), state);
}

void ParagraphReader::read_inline_element(XmlNode node, std::string_view name, const RunState& state)
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

void ParagraphReader::read_run(XmlNode run, RunState state)
{
    if (const XmlNode properties = child(run, "rPr")) {
        // Of paragraph and character style, one that says the same as the other takes it back (17.7.3).
        if (const std::string_view id = child_value(properties, "rStyle"); !id.empty()) {
            const DocumentStyle& style = context_.styles.style(id);
            state.hidden = state.hidden != style.hidden;
            state.struck = state.struck != style.struck;
        }
        bool strike_said = false;
        for (const XmlNode property : properties.children()) {
            const std::string_view name = local_name(property);
            if (name == "vanish") {
                state.hidden = is_true(attribute(property, "val", "1"));
            }
            else if (name == "strike" || name == "dstrike") {
                const bool struck = is_true(attribute(property, "val", "1"));
                state.struck = struck || (strike_said && state.struck);
                strike_said = true;
            }
            else if (name == "rFonts") {
                const std::string_view font = attribute(property, "ascii", attribute(property, "hAnsi"));
                if (is_symbol_font(font)) state.symbol_font = font;
            }
        }
    }
    read_run_content(run, state);
}

void ParagraphReader::read_run_content(XmlNode parent, const RunState& state)
{
    for (const XmlNode node : parent.children())
        if (node.is_element()) read_run_element(node, local_name(node), state);
}

void ParagraphReader::read_run_element(XmlNode node, std::string_view name, const RunState& state)
{
    if (name == "t" || name == "delText") {
        const bool preserve = attribute(node, "space") == "preserve";
        std::string joined;  // only when a comment or CDATA cuts the text
        std::string_view text = node.child_value();
        if (node.first_child().next_sibling()) {
            for (const XmlNode piece : node.children()) joined += piece.value();
            text = joined;
        }
        if (!preserve) text = trimmed_text(text);
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
        if (!state.deleted) find_graphics(node, read_.graphics);
    }
    else if (name == "ruby")
        read_inline(child(node, "rubyBase"), state);
    else if (name == "AlternateContent")
        read_run_content(chosen_alternative(node), state);
    else
        // Nothing known: runs inside a run, or text of a later version of the format.
        read_inline_element(node, name == "r" ? "r" : "unknown", state);
}

void ParagraphReader::read_control(XmlNode node, RunState state)
{
    const XmlNode content = child(node, "sdtContent");
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
        is_blank_text(placed.value))
        placed.placeholder = true;
}

void ParagraphReader::read_hyperlink(XmlNode node, const RunState& state)
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

void ParagraphReader::read_simple_field(XmlNode node, const RunState& state)
{
    OpenField field;
    field.instruction = attribute(node, "instr");
    field.in_result = true;
    field.text_start = read_.paragraph.text.size();
    context_.fields.push_back(std::move(field));
    read_inline(node, state);
    if (!context_.fields.empty()) end_field(state);
}

void ParagraphReader::read_field_character(XmlNode node, const RunState& state)
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
        field.control.placeholder =
            is_blank_text(result) || (!sample.empty() && trimmed_text(result) == trimmed_text(sample));
        if (is_blank_text(result)) {
            // The five spaces that mark an empty field are no text.
            text_.keep_original(read_.paragraph);
            text_.watch(read_.paragraph);
            text.resize(std::min(field.text_start, text.size()));
            text_.visible.resize(std::min(text_.visible.size(), text.size()));
            field.control.value.clear();
        }
        else if (field.control.placeholder) {
            text_.watch(read_.paragraph);
            text_.solid_placeholder += solid_bytes(result);
        }
        read_.paragraph.controls.push_back(std::move(field.control));
        return;
    }
    if (!field.in_result && end_shown_instruction(field, state)) return;
    const std::string_view instruction = trimmed_text(field.instruction);
    if (ascii_lower(instruction.substr(0, 9)) != "hyperlink" || result.empty()) return;
    const auto quote = instruction.find('"');
    if (quote == std::string_view::npos) return;
    const auto close = std::min(instruction.find('"', quote + 1), instruction.size());
    const bool bookmark = instruction.substr(0, quote).find("\\l") != std::string_view::npos;
    add_link(result, (bookmark ? "#" : "") + std::string(instruction.substr(quote + 1, close - quote - 1)));
}

/// Fields that show a part of their instruction instead of a result: a button's text is where one clicks and types
/// ({ MACROBUTTON NoMacro [Click here] }), SYMBOL gives a character and a font.
bool ParagraphReader::end_shown_instruction(const OpenField& field, const RunState& state)
{
    std::string_view rest = trimmed_text(field.instruction);
    const auto word = [&] {
        const auto end = std::min(rest.find(' '), rest.size());
        const std::string_view taken = rest.substr(0, end);
        rest = trimmed_text(rest.substr(end));
        return taken;
    };
    const std::string kind = ascii_lower(word());
    if (kind == "macrobutton") {
        word();
        RunState inner = state;
        inner.placeholder = true;
        add(rest, inner);
        return true;
    }
    if (kind != "symbol") return false;
    std::string_view number = word();
    std::string font;
    while (!rest.empty())
        if (word() == "\\f" && !rest.empty()) {
            const bool quoted = rest.front() == '"';
            const auto end = quoted ? rest.find('"', 1) : rest.find(' ');
            font = rest.substr(quoted, std::min(end, rest.size()) - quoted);
            break;
        }
    const bool hexadecimal = number.starts_with("0x") || number.starts_with("0X");
    if (hexadecimal) number.remove_prefix(2);
    std::uint32_t code = 0;
    std::from_chars(number.data(), number.data() + number.size(), code, hexadecimal ? 16 : 10);
    add(symbol_text(font, code), state);
    return true;
}

void ParagraphReader::read_symbol(XmlNode node, const RunState& state)
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

/// An equation is told as it is accepted; a tracked change in it makes two of it.
void ParagraphReader::read_equation(XmlNode node, const RunState& state)
{
    const std::string accepted = equation_text(node, false);
    const std::string original = equation_text(node, true);
    if (accepted == original) {
        add(accepted, state);
        return;
    }
    RunState inner = state;
    inner.deleted = true;
    add(original, inner);
    inner = state;
    inner.inserted = true;
    add(accepted, inner);
}

}  // namespace samsvar::ooxml
