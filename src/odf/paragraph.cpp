#include "odf/paragraph.h"

#include <algorithm>

#include "archive/xml_tree.h"
#include "base/error.h"

namespace samsvar::odf {

namespace {

constexpr int space_limit = 1000;  // of one text:s

/// What holds for a piece of text through the elements around it.
struct State {
    bool hidden = false;
    bool struck = false;
    bool placeholder = false;
};

bool is_white(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::size_t solid_bytes(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !is_white(c); }));
}

bool is_blank(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_white(text[i])) continue;
        // No-break space, and the en spaces that stand in an empty form field.
        if (text.compare(i, 2, "\xC2\xA0") == 0)
            i += 1;
        else if (text.compare(i, 3, "\xE2\x80\x82") == 0)
            i += 2;
        else
            return false;
    }
    return true;
}

class ParagraphReader {
public:
    explicit ParagraphReader(TextContext& context) : context_(context) {}

    ReadParagraph read(pugi::xml_node node)
    {
        const Style& style = context_.styles.style("paragraph", attribute(node, "style-name"));
        read_.paragraph.style = style.name;
        if (local_name(node) == "h")
            read_.paragraph.heading = std::clamp(to_int(attribute(node, "outline-level"), 1), 1, 9);
        else if (ascii_lower(style.name) == "title")
            read_.paragraph.heading = 10;
        State state;
        state.hidden = style.hidden || context_.sections_hidden > 0;
        state.struck = style.struck;
        read_children(node, state);
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

    void read_children(pugi::xml_node parent, const State& state)
    {
        for (const pugi::xml_node node : parent.children()) {
            if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata)
                add(spaced_.add(node.value()), state);
            else if (node.type() == pugi::node_element)
                read_element(node, local_name(node), state);
        }
    }
    void read_element(pugi::xml_node node, std::string_view name, State state);
    void read_change(pugi::xml_node node, std::string_view name);
    void append_deleted(pugi::xml_node parent, SpacedText& spaced);
    void read_control(pugi::xml_node node, State state);
    void read_checkable(const model::Control& control, std::string_view shown, const State& state);
    void read_graphic(pugi::xml_node node, const State& state);
    void end_field();
    void add_exact(std::string_view text, const State& state)
    {
        spaced_.add_exact(text);
        add(text, state);
    }
    void add(std::string_view text, const State& state);
    void settle();

    TextContext& context_;
    ReadParagraph read_;
    SpacedText spaced_;
    std::string original_;
    bool changed_ = false;
    std::string visible_, hidden_, struck_;
    std::size_t solid_ = 0, solid_struck_ = 0, solid_hidden_ = 0, solid_placeholder_ = 0;
    std::vector<OpenField> fields_;
};

void ParagraphReader::add(std::string_view text, const State& state)
{
    if (text.empty()) return;
    if (context_.open_insertions.empty()) {
        original_ += text;
    }
    else {
        read_.paragraph.marks.inserted = true;
        changed_ = true;
    }
    std::string& whole = read_.paragraph.text;
    if (whole.size() + text.size() > context_.archive.limits().paragraph_bytes)
        throw Error(ErrorCode::limit_exceeded, {context_.archive.file(), context_.part, 0, 0},
                    "a paragraph has more text than the limit of " +
                        std::to_string(context_.archive.limits().paragraph_bytes) + " bytes");
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

void ParagraphReader::read_element(pugi::xml_node node, std::string_view name, State state)
{
    if (name == "span") {
        const Style& style = context_.styles.style("text", attribute(node, "style-name"));
        state.hidden = state.hidden || style.hidden;
        state.struck = state.struck || style.struck;
        read_children(node, state);
    }
    else if (name == "s")
        add_exact(
            std::string(static_cast<std::size_t>(std::clamp(to_int(attribute(node, "c"), 1), 0, space_limit)), ' '),
            state);
    else if (name == "tab")
        add_exact("\t", state);
    else if (name == "line-break")
        add_exact("\n", state);
    else if (name == "a") {
        const std::size_t start = read_.paragraph.text.size();
        read_children(node, state);
        const std::string target = excerpt(attribute(node, "href"), 4096);
        if (!target.empty() && read_.paragraph.links.size() < 10'000)
            read_.paragraph.links.push_back({read_.paragraph.text.substr(start), target});
    }
    else if (name == "note" || name == "annotation")
        read_.notes.push_back(node);
    else if (name == "change" || name == "change-start" || name == "change-end")
        read_change(node, name);
    else if (name == "content-control" || name == "drop-down" || name == "text-input" || name == "placeholder")
        read_control(node, state);
    else if (name == "fieldmark" || name == "fieldmark-start") {
        const auto control = read_field_mark(node);
        if (name == "fieldmark-start")
            fields_.push_back(
                {control.value_or(model::Control{}), control ? read_.paragraph.text.size() : std::string::npos});
        else if (control && control->kind == model::ControlKind::checkbox)
            read_checkable(*control, control->value, state);
        else if (control) {
            add_exact(control->value, state);
            read_.paragraph.controls.push_back(*control);
        }
    }
    else if (name == "fieldmark-end")
        end_field();
    else if (name == "control") {
        const FormControl* form = context_.forms.find(attribute(node, "control"));
        if (!form) return;
        if (!read_.paragraph.text.empty() && !is_white(read_.paragraph.text.back())) add_exact(" ", state);
        add_exact(form->shown(), state);
        read_.paragraph.controls.push_back(form->control);
    }
    else if (name == "hidden-text") {
        if (!is_blank(attribute(node, "string-value")))
            read_.problems.push_back("hidden text is not read: '" + excerpt(attribute(node, "string-value"), 300) +
                                     "'");
    }
    else if (name == "ruby")
        read_children(child(node, "ruby-base"), state);
    else if (name == "object" || name == "object-ole")
        read_.problems.push_back("an embedded object is not read");
    else if (name == "frame" || name == "g" || name == "custom-shape" || name == "rect" || name == "ellipse" ||
             name == "caption" || name == "line" || name == "polyline" || name == "polygon" || name == "path" ||
             name == "connector" || name == "regular-polygon" || name == "circle")
        read_graphic(node, state);
    else if (name != "number" && name != "annotation-end" && name != "note-citation" && name != "soft-page-break" &&
             name != "list-item" && name != "label" && name != "script")
        // Fields show their content; bookmarks and the like have none.
        read_children(node, state);
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
        changed_ = true;
        bool first = true;
        for (const pugi::xml_node gone : deletion->second.children()) {
            const std::string_view kind = local_name(gone);
            if (kind != "p" && kind != "h") continue;
            if (!first) original_ += '\n';
            first = false;
            SpacedText spaced;
            append_deleted(gone, spaced);
        }
    }
}

void ParagraphReader::append_deleted(pugi::xml_node parent, SpacedText& spaced)
{
    for (const pugi::xml_node node : parent.children()) {
        if (original_.size() > context_.archive.limits().paragraph_bytes) return;
        if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata)
            original_ += spaced.add(node.value());
        else if (const std::string_view name = local_name(node); name == "s" || name == "tab" || name == "line-break") {
            original_ += name == "tab" ? "\t" : name == "s" ? " " : "\n";
            spaced.add_exact(" ");
        }
        else if (name != "note" && name != "annotation")
            append_deleted(node, spaced);
    }
}

void ParagraphReader::read_checkable(const model::Control& control, std::string_view shown, const State& state)
{
    add_exact(shown, state);
    read_.paragraph.controls.push_back(control);
}

void ParagraphReader::read_control(pugi::xml_node node, State state)
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
        read_checkable(control, control.value, state);
        return;
    }
    state.placeholder = state.placeholder || control.placeholder;
    const std::size_t index = read_.paragraph.controls.size();
    read_.paragraph.controls.push_back(std::move(control));
    read_children(node, state);
    model::Control& placed = read_.paragraph.controls[index];
    placed.value = read_.paragraph.text.substr(std::min(start, read_.paragraph.text.size()));
    if (placed.kind != model::ControlKind::picture && is_blank(placed.value)) placed.placeholder = true;
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
    if (is_blank(field.control.value)) {
        // The spaces that mark an empty field are no text.
        text.resize(start);
        visible_.resize(std::min(visible_.size(), text.size()));
        field.control.value.clear();
        field.control.placeholder = true;
    }
    else if (field.control.kind == model::ControlKind::checkbox && text.size() == start) {
        add_exact(field.control.value, {});
    }
    read_.paragraph.controls.push_back(std::move(field.control));
}

/// Text boxes of a drawing, and what else in it a reader would see.
void ParagraphReader::read_graphic(pugi::xml_node node, const State& state)
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
            read_element(inner, name, state);
    }
}

/// Part of a paragraph that is hidden or struck is told as a problem, a whole paragraph is marked.
void ParagraphReader::settle()
{
    model::Paragraph& paragraph = read_.paragraph;
    while (!fields_.empty()) end_field();
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
