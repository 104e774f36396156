#include "ooxml/document_controls.h"

#include "ooxml/package.h"

namespace samsvar::ooxml {

namespace {

void read_choices(XmlNode list, model::Control& control)
{
    for (const XmlNode item : list.children()) {
        if (local_name(item) != "listItem" || control.choices.size() >= 1000) continue;
        const std::string_view shown = attribute(item, "displayText", attribute(item, "value"));
        // Word's own first item, "Choose an item.", has no value.
        if (!shown.empty() && !(has_attribute(item, "displayText") && attribute(item, "value").empty()))
            control.choices.emplace_back(shown);
    }
}

}  // namespace

std::optional<model::Control> read_content_control(XmlNode properties)
{
    model::Control control;
    bool wrapper = false;
    for (const XmlNode property : properties.children()) {
        const std::string_view name = local_name(property);
        if (name == "alias")
            control.name = attribute(property, "val");
        else if (name == "tag" && control.name.empty())
            control.name = attribute(property, "val");
        else if (name == "showingPlcHdr")
            control.placeholder = is_true(attribute(property, "val", "1"));
        else if (name == "checkbox") {
            control.kind = model::ControlKind::checkbox;
            control.checked = is_on(property, "checked");
        }
        else if (name == "dropDownList" || name == "comboBox") {
            control.kind = name == "comboBox" ? model::ControlKind::combobox : model::ControlKind::dropdown;
            read_choices(property, control);
        }
        else if (name == "date") {
            control.kind = model::ControlKind::date;
            control.value = excerpt(attribute(property, "fullDate"), 10);
        }
        else if (name == "picture")
            control.kind = model::ControlKind::picture;
        else if (name == "group" || name == "repeatingSection" || name == "repeatingSectionItem" ||
                 name == "docPartObj" || name == "docPartList" || name == "equation" || name == "bibliography" ||
                 name == "citation")
            wrapper = true;
    }
    if (wrapper) return std::nullopt;
    return control;
}

std::optional<model::Control> read_form_field(XmlNode data)
{
    model::Control control;
    control.name = child_value(data, "name");
    if (const XmlNode box = child(data, "checkBox")) {
        control.kind = model::ControlKind::checkbox;
        // The state now; without one, the state the form began with.
        control.checked = child(box, "checked") ? is_on(box, "checked") : is_on(box, "default");
        return control;
    }
    if (const XmlNode list = child(data, "ddList")) {
        control.kind = model::ControlKind::dropdown;
        for (const XmlNode entry : list.children())
            if (local_name(entry) == "listEntry" && control.choices.size() < 1000)
                control.choices.emplace_back(attribute(entry, "val"));
        const XmlNode result = child(list, "result");
        const int chosen = to_int(result ? attribute(result, "val") : child_value(list, "default"), 0);
        if (chosen >= 0 && static_cast<std::size_t>(chosen) < control.choices.size())
            control.value = control.choices[static_cast<std::size_t>(chosen)];
        return control;
    }
    if (const XmlNode text = child(data, "textInput")) {
        control.kind = model::ControlKind::text;
        if (child_value(text, "type") == "date") control.kind = model::ControlKind::date;
        control.value = child_value(text, "default");
        return control;
    }
    return std::nullopt;
}

}  // namespace samsvar::ooxml
