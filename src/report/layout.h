#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/assessment.h"
#include "report/step_texts.h"

namespace samsvar::report {

using Colour = std::uint32_t;  ///< 0xRRGGBB

enum class Align { left, centre, right };

/// How a kind of cell looks; columns and the writer name it by its id.
struct Style {
    std::string id;
    double points = 0;  ///< 0 = the layout's font size
    bool bold = false;
    bool italic = false;
    bool underline = false;
    Align align = Align::left;
    bool middle = false;  ///< centred vertically, else at the top
    std::optional<Colour> ink, fill, border;
    std::string number_format;  ///< Excel's, for numbers and dates
};

/// Colour of one outcome, severity, evidence state, relation or ledger state; the word always stands in the cell too.
struct Tone {
    Colour fill = 0xFFFFFF;
    Colour ink = 0;
};

/// Whether a column is folded away until somebody opens it.
enum class Fold { no, yes, when_wide };

struct LayoutColumn {
    std::string key;    ///< the writer's name for what stands in it (report/tables.h)
    double width = 10;  ///< in characters, as Excel counts
    std::string style = "text";
    bool wrap = false;
    bool hidden = false;      ///< written, but not shown
    bool omit_empty = false;  ///< left out of a report in which no row has anything to say in it
    model::LocalText label;
    model::Origin origin;
    double least_width = 0;  ///< of a column that stands once for each bidder; 0 = as wide as one
    Fold fold = Fold::no;
};

/// A part of the summary.
struct LayoutBlock {
    std::string key;  ///< facts, basis, outcomes, gravest, reading, legend
    model::LocalText label;
    model::Origin origin;
};

struct LayoutSheet {
    std::string
        table;  ///< what it shows: summary, requirements, answers, findings, follow-up, evidence, mapping, ledger
    model::LocalText name, title, note;
    int freeze_columns = 0;
    bool filter = false;
    bool banners = false;  ///< a row for every section or group
    bool locked = false;   ///< protected (without a password) but for the cells meant to be filled in
    std::optional<Colour> tab;
    std::vector<LayoutColumn> columns;
    std::vector<LayoutBlock> blocks;
    model::Origin origin;
};

/// How a compliance matrix looks: reports/*.xml, see reports/report.xsd.
struct Layout {
    std::string id;
    model::LocalText title;
    std::string font;
    double points = 10;
    double stretch = 1.1;  ///< see TextMeasure
    bool landscape = true;
    double margin_left = 10, margin_right = 10, margin_top = 10, margin_bottom = 10;  ///< millimetres
    std::map<std::string, Style> styles;
    std::map<std::string, Tone> tones;                                ///< by "outcome.gap"
    std::vector<std::pair<std::string, model::LocalText>> decisions;  ///< accept, reject … in the order of the list
    std::map<std::string, model::LocalText> texts;
    std::map<std::string, model::LocalText> uses;  ///< ledger: what a unit was used as, or why it was ignored
    std::vector<LayoutSheet> sheets;
    std::optional<StepTexts> steps;  ///< sentences of the notes (reports/steps.xml); without them there are no notes

    /// A text of <texts>; load_layout has seen to it that it exists.
    const std::string& text(std::string_view id, model::Language language) const;
};

/// Reads a layout; `shown` is the name used in messages ("reports/compliance-matrix.xml"). Throws Error with file, line
/// and column: malformed XML, unknown elements, attributes, tables, column keys, styles and texts; a text or label that
/// lacks one of the languages reports are written in; a sheet name Excel refuses; a missing tone, style, decision or
/// text.
Layout load_layout(const std::filesystem::path& path, const std::string& shown);

}  // namespace samsvar::report
