#include "odf/controls.h"

#include "archive/xml_tree.h"

namespace samsvar::odf {

namespace {

using Token = XmlLexer::Token;

constexpr std::size_t choice_limit = 1000;

struct Kind {
    const char* element;
    model::ControlKind kind;
};
constexpr Kind kinds[] = {
    {"checkbox", model::ControlKind::checkbox}, {"radio", model::ControlKind::option},
    {"listbox", model::ControlKind::dropdown},  {"combobox", model::ControlKind::combobox},
    {"date", model::ControlKind::date},         {"text", model::ControlKind::text},
    {"textarea", model::ControlKind::text},     {"formatted-text", model::ControlKind::text},
    {"number", model::ControlKind::text},       {"time", model::ControlKind::text},
};

bool is_checkable(model::ControlKind kind)
{
    return kind == model::ControlKind::checkbox || kind == model::ControlKind::option;
}

void add_choice(model::Control& control, std::string_view choice)
{
    if (!choice.empty() && control.choices.size() < choice_limit) control.choices.emplace_back(choice);
}

}  // namespace

std::string FormControl::shown() const
{
    if (!is_checkable(control.kind)) return control.value;
    return (control.checked ? checked_box : unchecked_box) + (label.empty() ? std::string() : ' ' + label);
}

void Forms::read_part(const Archive& archive, const std::string& part)
{
    EntryReader entry = archive.stream(part);
    XmlLexer lexer([&](char* buffer, std::size_t capacity) { return entry.read(buffer, capacity); }, archive.file(),
                   part, archive.limits());
    for (Token token = lexer.next(); token != Token::finished; token = lexer.next())
        if (token == Token::start && lexer.name() == "forms") read(lexer);
}

void Forms::read(XmlLexer& lexer)
{
    const std::size_t outer = lexer.depth() - 1;
    for (;;) {
        const Token token = lexer.next();
        if (token == Token::end && lexer.depth() == outer) return;
        if (token == Token::start && !lexer.attribute("id").empty()) read_control(lexer);
    }
}

void Forms::read_control(XmlLexer& lexer)
{
    const auto kind = [&]() -> const Kind* {
        for (const Kind& known : kinds)
            if (lexer.name() == known.element) return &known;
        return nullptr;
    }();
    if (!kind) return;  // a button, a frame; or a form, whose controls follow
    FormControl read;
    model::Control& control = read.control;
    control.kind = kind->kind;
    control.name = excerpt(lexer.attribute("name"), 255);
    read.label = excerpt(lexer.attribute("label"), 1000);
    const std::string id(lexer.attribute("id"));
    if (control.kind == model::ControlKind::checkbox)
        control.checked = lexer.attribute_or("current-state", lexer.attribute("state")) == "checked";
    else if (control.kind == model::ControlKind::option)
        control.checked = is_true(lexer.attribute_or("current-selected", lexer.attribute("selected")));
    else
        control.value = lexer.attribute_or("current-value", lexer.attribute("value"));
    const std::size_t outer = lexer.depth() - 1;
    for (;;) {
        const Token token = lexer.next();
        if (token == Token::end && lexer.depth() == outer) break;
        if (token != Token::start || (lexer.name() != "option" && lexer.name() != "item")) continue;
        const std::string label = excerpt(lexer.attribute("label"), 1000);
        add_choice(control, label);
        if (is_true(lexer.attribute_or("current-selected", lexer.attribute("selected")))) control.value = label;
    }
    if (is_checkable(control.kind)) control.value = control.checked ? checked_box : unchecked_box;
    control.placeholder = !is_checkable(control.kind) && control.value.empty();
    controls_.insert_or_assign(id, std::move(read));
}

const FormControl* Forms::find(std::string_view id) const
{
    const auto found = controls_.find(id);
    return found == controls_.end() ? nullptr : &found->second;
}

model::Control read_content_control(pugi::xml_node node)
{
    model::Control control;
    control.name = attribute(node, "alias", attribute(node, "tag"));
    control.placeholder = is_true(attribute(node, "showing-place-holder"));
    control.checked = is_true(attribute(node, "checked"));
    for (const pugi::xml_node item : node.children())
        if (local_name(item) == "list-item")
            add_choice(control, attribute(item, "display-text", attribute(item, "value")));
    if (is_true(attribute(node, "checkbox")))
        control.kind = model::ControlKind::checkbox;
    else if (is_true(attribute(node, "combobox")))
        control.kind = model::ControlKind::combobox;
    else if (is_true(attribute(node, "dropdown")) || !control.choices.empty())
        control.kind = model::ControlKind::dropdown;
    else if (is_true(attribute(node, "date")))
        control.kind = model::ControlKind::date;
    else if (is_true(attribute(node, "picture")))
        control.kind = model::ControlKind::picture;
    return control;
}

model::Control read_drop_down(pugi::xml_node node)
{
    model::Control control;
    control.kind = model::ControlKind::dropdown;
    control.name = attribute(node, "name");
    bool nothing_chosen = false;
    for (const pugi::xml_node item : node.children()) {
        if (item.type() == pugi::node_pcdata) control.value += item.value();
        if (local_name(item) != "label") continue;
        add_choice(control, attribute(item, "value"));
        if (is_true(attribute(item, "current-selected")) && attribute(item, "value").empty()) nothing_chosen = true;
    }
    control.placeholder = nothing_chosen || control.value.empty();
    return control;
}

std::optional<model::Control> read_field_mark(pugi::xml_node node)
{
    const std::string_view type = attribute(node, "type");
    model::Control control;
    if (type.ends_with("FORMCHECKBOX"))
        control.kind = model::ControlKind::checkbox;
    else if (type.ends_with("FORMDROPDOWN"))
        control.kind = model::ControlKind::dropdown;
    else if (type.ends_with("FORMDATE"))
        control.kind = model::ControlKind::date;
    else if (!type.ends_with("FORMTEXT"))
        return std::nullopt;
    int chosen = -1;
    for (const pugi::xml_node parameter : node.children()) {
        const std::string_view name = attribute(parameter, "name");
        const std::string_view value = attribute(parameter, "value");
        if (name.ends_with("Checkbox_Checked"))
            control.checked = is_true(value);
        else if (name.ends_with("Dropdown_ListEntry"))
            add_choice(control, value);
        else if (name.ends_with("Dropdown_Selected"))
            chosen = to_int(value, -1);
        else if (name == "Name" || name.ends_with("_Name"))
            control.name = value;
    }
    if (control.kind == model::ControlKind::checkbox) control.value = control.checked ? checked_box : unchecked_box;
    if (chosen >= 0 && static_cast<std::size_t>(chosen) < control.choices.size())
        control.value = control.choices[static_cast<std::size_t>(chosen)];
    return control;
}

}  // namespace samsvar::odf
