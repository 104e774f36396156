#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "odf/package.h"

namespace samsvar::odf {

/// One level of a list style (ODF 1.3 part 3, 16.30).
struct ListLevel {
    bool bullet = false;
    std::string text;    ///< of a bullet
    std::string format;  ///< 1, a, A, i, I; aa, AA = z is followed by aa, bb; empty = no number
    std::string prefix;
    std::string suffix;
    std::optional<std::string> whole;  ///< "%1%.%2%)" as LibreOffice writes it besides
    int start = 1;
    int display_levels = 1;
};
using ListStyle = std::array<ListLevel, 10>;

/// What of a style changes how a text or sheet reads, with what it inherits.
struct Style {
    std::string name;  ///< as people see it; of an automatic style: of the one it derives from
    std::string list_style;
    int outline_level = 0;
    bool hidden = false;  ///< text that is not shown; a table that is not shown
    bool struck = false;
};

/// Styles of a document by family and name: paragraph, text, table, table-cell.
class Styles {
public:
    /// Reads the styles of a part, streamed, up to its body. Throws Error: malformed, limit_exceeded.
    void read_part(const Archive& archive, const std::string& part);
    /// With the lexer behind the start of an element of styles: reads all of it.
    void read(XmlLexer& lexer, bool automatic);

    /// A style with what it inherits; of an unknown name: nothing special.
    const Style& style(std::string_view family, std::string_view name) const;
    /// The list style of that name, or null; "" is the outline style, which numbers headings.
    const ListStyle* list_style(std::string_view name) const;

private:
    struct Raw {
        std::string display_name, parent, list_style;
        bool automatic = false;
        std::optional<int> outline_level;
        std::optional<bool> hidden, struck;
    };

    void read_style(XmlLexer& lexer, bool automatic);
    void read_list_style(XmlLexer& lexer, const std::string& name);

    std::map<std::string, Raw, std::less<>> raw_;  // "family name"
    std::map<std::string, ListStyle, std::less<>> lists_;
    mutable std::map<std::string, Style, std::less<>> resolved_;
};

}  // namespace samsvar::odf
