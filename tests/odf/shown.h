#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "odf/open.h"

namespace samsvar::test {

/// "(hidden)", "(struck, inserted)"; empty without marks.
inline std::string marks_shown(const model::Marks& marks)
{
    std::string text;
    const auto add = [&](bool set, const char* word) {
        if (set) text += (text.empty() ? "(" : ", ") + std::string(word);
    };
    add(marks.hidden, "hidden");
    add(marks.struck, "struck");
    add(marks.inserted, "inserted");
    add(marks.deleted, "deleted");
    add(marks.formula, "formula");
    add(marks.error, "error");
    add(marks.placeholder, "placeholder");
    return text.empty() ? text : " " + text + ")";
}

inline void show(const model::Document& document, const std::vector<model::Block>& blocks, std::string& text)
{
    for (const model::Block& block : blocks) {
        if (const auto* paragraph = std::get_if<model::Paragraph>(&block)) {
            if (paragraph->unit != model::no_unit) text += document.units.at(paragraph->unit).path + "=";
            if (!paragraph->label.empty()) text += "[" + paragraph->label + "] ";
            text += paragraph->text + marks_shown(paragraph->marks);
            if (!paragraph->original.empty()) text += " was: " + paragraph->original;
            text += paragraph->unit != model::no_unit ? "\n" : "|";
            continue;
        }
        const auto& table = std::get<model::Table>(block);
        for (const model::Cell& cell : table.cells) {
            text += document.units.at(cell.unit).path;
            if (cell.row_span > 1 || cell.column_span > 1)
                text += "+" + std::to_string(cell.row_span) + "x" + std::to_string(cell.column_span);
            text += "=";
            show(document, cell.blocks, text);
            if (text.back() == '|') text.pop_back();
            for (const std::string& choice : cell.choices) text += " {" + choice + "}";
            text += "\n";
        }
    }
}

/// Every cell and paragraph with its path, one a line; then asides, then problems; or "code: message" of the refusal.
inline std::string shown(std::string_view bytes, const Limits& limits = {})
{
    try {
        const model::Document document = odf::open_bytes(bytes, "a.odf", limits);
        std::string text;
        show(document, document.blocks, text);
        for (const model::Aside& aside : document.asides)
            text += "aside " + document.units.at(aside.paragraph.unit).path +
                    (aside.anchor == model::no_unit ? "" : " at " + document.units.at(aside.anchor).path) +
                    (aside.author.empty() ? "" : " by " + aside.author) + "=" + aside.paragraph.text +
                    marks_shown(aside.paragraph.marks) + "\n";
        for (const model::Problem& problem : document.problems)
            text += problem.place.text() + ": " + problem.text + "\n";
        return text;
    }
    catch (const Error& error) {
        return std::string(name_of(error.code())) + ": " + error.what();
    }
}

}  // namespace samsvar::test
