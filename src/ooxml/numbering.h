#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ooxml/document_styles.h"
#include "ooxml/package.h"
#include "archive/xml_node.h"

namespace samsvar::ooxml {

/// Automatic numbers of a Word document, computed as Word shows them (ECMA-376 part 1, 17.9). Paragraphs must be asked
/// for in reading order.
class Numbering {
public:
    Numbering() = default;
    /// Throws Error: malformed, limit_exceeded.
    Numbering(const Package& package, const std::string& part, const DocumentStyles& styles);

    /// The label of the next paragraph of a list; counts it. Empty for a list or level that does not exist.
    std::string next_label(int number_id, int level);
    /// The level of a list that is linked to a paragraph style; -1 when none is.
    int level_of_style(int number_id, std::string_view style_id) const;

private:
    static constexpr int levels = 9;

    struct Level {
        bool defined = false;
        int start = 1;
        int restart = -1;  // -1 = after any higher level; 0 = never; n = after level n
        bool legal = false;
        std::string format = "decimal";
        std::string custom_format;
        std::string text;
        std::string font;
        std::string style;
    };
    struct Definition {
        std::array<Level, levels> level;
        std::string number_style;  // numStyleLink
        std::string style_link;
    };
    struct List {
        int definition = -1;
        std::array<int, levels> start_override;  // -1 = none
        std::map<int, Level> level_override;
        bool started = false;
    };
    struct Counters {
        std::array<int, levels> value{};
        std::array<bool, levels> used{};
    };

    static Level read_level(XmlNode node);
    void resolve_style_links(const DocumentStyles& styles);
    const Level& level_of(const List& list, int level) const;
    void count(List& list, Counters& counters, int level) const;

    std::map<int, Definition> definitions_;
    std::map<int, List> lists_;
    std::map<int, Counters> counters_;  // by definition
};

}  // namespace samsvar::ooxml
