#pragma once

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "odf/package.h"

namespace samsvar::odf {

inline constexpr const char* checked_box = "☒";
inline constexpr const char* unchecked_box = "☐";

/// A control of a form layer and the label it carries itself.
struct FormControl {
    model::Control control;
    std::string label;

    /// What a person sees of it: "☒ Ja", or the value.
    std::string shown() const;
};

/// The controls of a document's forms by id; draw:control says where each stands (ODF 1.3 part 3, 13).
class Forms {
public:
    /// Reads the forms of a part, streamed. Throws Error: malformed, limit_exceeded.
    void read_part(const Archive& archive, const std::string& part);
    /// With the lexer behind the start of office:forms: reads all of it.
    void read(XmlLexer& lexer);

    const FormControl* find(std::string_view id) const;

private:
    void read_control(XmlLexer& lexer);

    std::map<std::string, FormControl, std::less<>> controls_;
};

/// The control of a content control as LibreOffice writes it (loext:content-control); its value is not yet known.
model::Control read_content_control(pugi::xml_node node);

/// A drop-down field (text:drop-down) with its value.
model::Control read_drop_down(pugi::xml_node node);

/// A field mark (field:fieldmark, field:fieldmark-start) as form fields of Word become; nothing when it is no form
/// field.
std::optional<model::Control> read_field_mark(pugi::xml_node node);

}  // namespace samsvar::odf
