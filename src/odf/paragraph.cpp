#include "odf/paragraph.h"

#include <algorithm>

#include "archive/paragraph_text.h"
#include "archive/xml_tree.h"
#include "base/error.h"

namespace samsvar::odf {

namespace {

constexpr int space_limit = 1000;  // of one text:s

bool is_white(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

class ParagraphReader {
public:
    explicit ParagraphReader(TextContext& context) : context_(context) { text_.watch(read_.paragraph); }

    ReadParagraph read(pugi::xml_node node)
    {
        const Style& style = context_.styles.style("paragraph", attribute(node, "style-name"));
        read_.paragraph.style = style.name;
        if (local_name(node) == "h")
            read_.paragraph.heading = std::clamp(to_int(attribute(node, "outline-level"), 1), 1, 9);
        else if (ascii_lower(style.name) == "title")
            read_.paragraph.heading = 10;
        TextLook look;
        look.hidden = style.hidden || context_.sections_hidden > 0;
        look.struck = style.struck;
        read_children(node, look);
        settle();
        return std::move(read_);
    }

    ReadParagraph read_floating(pugi::xml_node node)
    {
        read_element(node, local_name(node), {});
        settle();
        return std::move(read_);
    }

private:
    struct OpenField {
        model::Control control;
        std::size_t text_start = 0;
    };

    void read_children(pugi::xml_node parent, const TextLook& look)
    {
        for (const pugi::xml_node node : parent.children()) {
            if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata)
                add(spaced_.add(node.value()), look);
            else if (node.type() == pugi::node_element)
                read_element(node, local_name(node), look);
        }
    }
    void read_element(pugi::xml_node node, std::string_view name, TextLook look);
    void read_change(pugi::xml_node node, std::string_view name);
    void append_deleted(pugi::xml_node parent, SpacedText& spaced);
    void read_control(pugi::xml_node node, TextLook look);
    void read_checkable(const model::Control& control, std::string_view shown, const TextLook& look);
    void read_graphic(pugi::xml_node node, const TextLook& look);
    void end_field();
    void add_exact(std::string_view text, const TextLook& look)
    {
        spaced_.add_exact(text);
        add(text, look);
    }
    void add(std::string_view text, const TextLook& look);
    void settle();

    TextContext& context_;
    ReadParagraph read_;
    SpacedText spaced_;
    ParagraphText text_;
    std::vector<OpenField> fields_;
};

void ParagraphReader::add(std::string_view text, const TextLook& look)
{
    if (text.empty()) return;
    if (context_.open_insertions.empty()) {
        text_.original += text;
    }
    else {
        read_.paragraph.marks.inserted = true;
        text_.changed = true;
    }
    text_.add(read_.paragraph, text, look, context_.archive, context_.part);
}

void ParagraphReader::read_element(pugi::xml_node node, std::string_view name, TextLook look)
{
    if (name == "span") {
        const Style& style = context_.styles.style("text", attribute(node, "style-name"));
        look.hidden = look.hidden || style.hidden;
        look.struck = look.struck || style.struck;
        read_children(node, look);
    }
    else if (name == "s")
        add_exact(
            std::string(static_cast<std::size_t>(std::clamp(to_int(attribute(node, "c"), 1), 0, space_limit)), ' '),
            look);
    else if (name == "tab")
        add_exact("\t", look);
    else if (name == "line-break")
        add_exact("\n", look);
    else if (name == "a") {
        const std::size_t start = read_.paragraph.text.size();
        read_children(node, look);
        const std::string target = excerpt(attribute(node, "href"), 4096);
        if (!target.empty() && read_.paragraph.links.size() < 10'000)
            read_.paragraph.links.push_back({read_.paragraph.text.substr(start), target});
    }
    else if (name == "note" || name == "annotation")
        read_.notes.push_back(node);
    else if (name == "change" || name == "change-start" || name == "change-end")
        read_change(node, name);
    else if (name == "content-control" || name == "drop-down" || name == "text-input" || name == "placeholder")
        read_control(node, look);
    else if (name == "fieldmark" || name == "fieldmark-start") {
        const auto control = read_field_mark(node);
        if (name == "fieldmark-start")
            fields_.push_back(
                {control.value_or(model::Control{}), control ? read_.paragraph.text.size() : std::string::npos});
        else if (control && control->kind == model::ControlKind::checkbox)
            read_checkable(*control, control->value, look);
        else if (control) {
            add_exact(control->value, look);
            read_.paragraph.controls.push_back(*control);
        }
    }
    else if (name == "fieldmark-end")
        end_field();
    else if (name == "control") {
        const FormControl* form = context_.forms.find(attribute(node, "control"));
        if (!form) return;
        if (!read_.paragraph.text.empty() && !is_white(read_.paragraph.text.back())) add_exact(" ", look);
        add_exact(form->shown(), look);
        read_.paragraph.controls.push_back(form->control);
    }
    else if (name == "hidden-text") {
        if (!is_blank_text(attribute(node, "string-value")))
            read_.problems.push_back("hidden text is not read: '" + excerpt(attribute(node, "string-value"), 300) +
                                     "'");
    }
    else if (name == "ruby")
        read_children(child(node, "ruby-base"), look);
    else if (name == "object" || name == "object-ole")
        read_.problems.push_back("an embedded object is not read");
    else if (name == "frame" || name == "g" || name == "custom-shape" || name == "rect" || name == "ellipse" ||
             name == "caption" || name == "line" || name == "polyline" || name == "polygon" || name == "path" ||
             name == "connector" || name == "regular-polygon" || name == "circle")
        read_graphic(node, look);
    else if (name != "number" && name != "annotation-end" && name != "note-citation" && name != "soft-page-break" &&
             name != "list-item" && name != "label" && name != "script")
        // Fields show their content; bookmarks and the like have none.
        read_children(node, look);
}

/// A tracked deletion is out of the text already and kept apart; an insertion is in the text between two marks.
void ParagraphReader::read_change(pugi::xml_node node, std::string_view name)
{
    const std::string_view id = attribute(node, "change-id");
    if (name == "change-start" && context_.insertions.contains(id)) {
        context_.open_insertions.emplace(id);
    }
    else if (name == "change-end") {
        if (const auto open = context_.open_insertions.find(id); open != context_.open_insertions.end())
            context_.open_insertions.erase(open);
    }
    else if (const auto deletion = context_.deletions.find(id);
             name == "change" && deletion != context_.deletions.end()) {
        read_.paragraph.marks.deleted = true;
        text_.changed = true;
        bool first = true;
        for (const pugi::xml_node gone : deletion->second.children()) {
            const std::string_view kind = local_name(gone);
            if (kind != "p" && kind != "h") continue;
            if (!first) text_.original += '\n';
            first = false;
            SpacedText spaced;
            append_deleted(gone, spaced);
        }
    }
}

void ParagraphReader::append_deleted(pugi::xml_node parent, SpacedText& spaced)
{
    for (const pugi::xml_node node : parent.children()) {
        if (text_.original.size() > context_.archive.limits().paragraph_bytes) return;
        if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata)
            text_.original += spaced.add(node.value());
        else if (const std::string_view name = local_name(node); name == "s" || name == "tab" || name == "line-break") {
            text_.original += name == "tab" ? "\t" : name == "s" ? " " : "\n";
            spaced.add_exact(" ");
        }
        else if (name != "note" && name != "annotation")
            append_deleted(node, spaced);
    }
}

void ParagraphReader::read_checkable(const model::Control& control, std::string_view shown, const TextLook& look)
{
    add_exact(shown, look);
    read_.paragraph.controls.push_back(control);
}

void ParagraphReader::read_control(pugi::xml_node node, TextLook look)
{
    const std::string_view name = local_name(node);
    const std::size_t start = read_.paragraph.text.size();
    model::Control control;
    if (name == "content-control")
        control = read_content_control(node);
    else if (name == "drop-down")
        control = read_drop_down(node);
    control.placeholder = control.placeholder || name == "placeholder";
    if (control.kind == model::ControlKind::checkbox) {
        control.value = control.checked ? checked_box : unchecked_box;
        read_checkable(control, control.value, look);
        return;
    }
    look.placeholder = look.placeholder || control.placeholder;
    const std::size_t index = read_.paragraph.controls.size();
    read_.paragraph.controls.push_back(std::move(control));
    read_children(node, look);
    model::Control& placed = read_.paragraph.controls[index];
    placed.value = read_.paragraph.text.substr(std::min(start, read_.paragraph.text.size()));
    if (placed.kind != model::ControlKind::picture && is_blank_text(placed.value)) placed.placeholder = true;
}

void ParagraphReader::end_field()
{
    if (fields_.empty()) return;
    OpenField field = std::move(fields_.back());
    fields_.pop_back();
    if (field.text_start == std::string::npos) return;
    std::string& text = read_.paragraph.text;
    const std::size_t start = std::min(field.text_start, text.size());
    if (field.control.kind != model::ControlKind::checkbox) field.control.value = text.substr(start);
    if (is_blank_text(field.control.value)) {
        // The spaces that mark an empty field are no text.
        text.resize(start);
        text_.visible.resize(std::min(text_.visible.size(), text.size()));
        field.control.value.clear();
        field.control.placeholder = true;
    }
    else if (field.control.kind == model::ControlKind::checkbox && text.size() == start) {
        add_exact(field.control.value, {});
    }
    read_.paragraph.controls.push_back(std::move(field.control));
}

/// Text boxes of a drawing, and what else in it a reader would see.
void ParagraphReader::read_graphic(pugi::xml_node node, const TextLook& look)
{
    const std::string_view own = local_name(node);
    if (own != "frame" && own != "g") {
        // Shapes hold their text themselves.
        for (const pugi::xml_node inner : node.children())
            if (const std::string_view name = local_name(inner); name == "p" || name == "list") {
                read_.text_boxes.push_back(node);
                return;
            }
        return;
    }
    for (const pugi::xml_node inner : node.children()) {
        if (inner.type() != pugi::node_element) continue;
        const std::string_view name = local_name(inner);
        if (name == "text-box")
            read_.text_boxes.push_back(inner);
        else if (name == "image") {
            // A frame shows the first of its contents; what follows stands in for it.
            read_.picture = true;
            if (own == "frame") return;
        }
        else if (name == "object" || name == "object-ole") {
            read_.problems.push_back("an embedded object is not read");
            return;
        }
        else
            read_element(inner, name, look);
    }
}

void ParagraphReader::settle()
{
    while (!fields_.empty()) end_field();
    text_.settle(read_.paragraph, read_.problems);
}

}  // namespace

std::string SpacedText::add(std::string_view text)
{
    std::string kept;
    kept.reserve(text.size());
    for (const char c : text) {
        if (!is_white(c)) {
            kept += c;
            after_space_ = false;
        }
        else if (!after_space_) {
            kept += ' ';
            after_space_ = true;
        }
    }
    return kept;
}

void SpacedText::add_exact(std::string_view text)
{
    if (!text.empty()) after_space_ = false;
}

ReadParagraph read_floating(TextContext& context, pugi::xml_node node)
{
    return ParagraphReader(context).read_floating(node);
}

ReadParagraph read_paragraph(TextContext& context, pugi::xml_node node)
{
    return ParagraphReader(context).read(node);
}

}  // namespace samsvar::odf
