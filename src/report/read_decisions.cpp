#include "report/read_decisions.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "base/error.h"
#include "model/languages.h"
#include "report/cell_text.h"
#include "report/tables.h"
#include "text/quantity.h"

namespace samsvar::report {

namespace {

constexpr int most_header_rows = 60;  ///< somebody may have put lines above the table

std::string folded(std::string_view text)
{
    return text::fold_text(model::without_blanks(text));
}

/// The sheet of the layout whose labels stand in a header row, and where.
struct Header {
    const LayoutSheet* sheet = nullptr;
    std::map<std::string, int> columns;  ///< key → column
};

Header header_of(const model::Table& table, int row, const Layout& layout)
{
    std::map<std::string, int> labels;
    for (int column = 0; column < table.columns; ++column)
        if (const model::Cell* cell = table.at(row, column)) labels.emplace(folded(cell->text()), column);
    Header best;
    for (const LayoutSheet& sheet : layout.sheets)
        for (const model::Language language : model::report_languages) {
            Header header{&sheet, {}};
            for (const LayoutColumn& column : sheet.columns)
                if (const auto found = labels.find(folded(column.label.in(language))); found != labels.end())
                    header.columns.emplace(column.key, found->second);
            if (!header.columns.contains(std::string(target_column))) continue;
            if (header.columns.size() > best.columns.size()) best = std::move(header);
        }
    return best;
}

class MatrixReader {
public:
    MatrixReader(const model::Document& document, const Layout& layout) : document_(document), layout_(layout) {}

    ReviewedMatrix read()
    {
        bool marked = false;
        for (const model::Block& block : document_.blocks) {
            const model::Table* table = std::get_if<model::Table>(&block);
            if (table == nullptr) continue;
            if (table->name == origin_sheet_name) {
                read_origin(*table);
                continue;
            }
            const int end = std::min(table->rows, most_header_rows);
            for (int row = 0; row < end; ++row)
                if (const Header header = header_of(*table, row, layout_); header.sheet != nullptr) {
                    read_rows(*table, row + 1, header);
                    marked = true;
                    break;
                }
        }
        if (read_.sha256.empty() || !marked)
            throw Error(ErrorCode::unsupported, {document_.file, {}, 0, 0},
                        "not a compliance matrix whose decisions can be read back: the hidden sheet \"" +
                            std::string(origin_sheet_name) +
                            "\" or the hidden column of that name is gone; make the matrix anew with samsvar check");
        return std::move(read_);
    }

private:
    void read_origin(const model::Table& table)
    {
        for (int row = 0; row < table.rows; ++row) {
            const model::Cell *key = table.at(row, 0), *value = table.at(row, 1);
            if (key == nullptr || value == nullptr) continue;
            const std::string name = key->text(), text = value->text();
            const auto number = [&] {
                std::int64_t parsed = 0;
                std::from_chars(text.data(), text.data() + text.size(), parsed);
                return parsed;
            };
            if (name == "file") read_.file = text;
            if (name == "sha256") read_.sha256 = text;
            if (name == "date") read_.date = text;
            if (name == "assessment") read_.assessment = number();
            if (name == "revision") read_.revision = number();
        }
    }

    void read_rows(const model::Table& table, int first, const Header& header)
    {
        for (const std::string_view wanted : {"decision", "comment"})
            if (!header.columns.contains(std::string(wanted)))
                tell({document_.file, table.name, {}, true},
                     "the column \"" + label_of(*header.sheet, wanted) + "\" is gone; what stood in it cannot be read");
        for (int row = first; row < table.rows; ++row) {
            const std::string name = text_at(table, row, header, target_column);
            if (name.empty()) continue;
            read_row(table, row, header, name);
        }
    }

    void read_row(const model::Table& table, int row, const Header& header, const std::string& name)
    {
        ReviewedRow read;
        read.place = {document_.file, table.name, model::cell_name(row, header.columns.at(std::string(target_column))),
                      true};
        const std::size_t blank = name.rfind(' ');
        const std::optional<model::Target> target =
            model::target_named(std::string_view(name).substr(0, std::min(blank, name.size())));
        if (blank == std::string::npos || !target) {
            tell(read.place,
                 "the hidden cell of this row was changed (\"" + excerpt(name, 40) + "\"); the row is left out");
            return;
        }
        if (!seen_.insert(target->text()).second) {
            tell(read.place, "a second row for " + target->text() + "; only the first counts");
            return;
        }
        check_words(table, row, header, name.substr(blank + 1), *target);
        model::Decision& decision = read.decision;
        decision.target = *target;
        decision.kind = decision_at(table, row, header);
        decision.comment = text_at(table, row, header, "comment");
        decision.owner = text_at(table, row, header, "owner");
        decision.due = date_at(table, row, header);
        read_.rows.push_back(std::move(read));
    }

    void check_words(const model::Table& table, int row, const Header& header, const std::string& digits,
                     const model::Target& target)
    {
        std::string words;
        for (const LayoutColumn& column : header.sheet->columns) {
            if (std::find(std::begin(words_columns), std::end(words_columns), column.key) == std::end(words_columns))
                continue;
            if (!header.columns.contains(column.key)) return;  // the column was taken out: nothing to compare
            words += text_at(table, row, header, column.key, false) + '\n';
        }
        if (model::digest_of_words(words, digits.size()) == digits) return;
        for (const std::string_view key : words_columns)
            if (const auto column = header.columns.find(std::string(key)); column != header.columns.end()) {
                tell({document_.file, table.name, model::cell_name(row, column->second), true},
                     "the supplier's words of " + target.text() +
                         " were edited in the matrix; the decision is read, the words stay as the supplier wrote them");
                return;
            }
    }

    std::string text_at(const model::Table& table, int row, const Header& header, std::string_view key,
                        bool trimmed = true) const
    {
        const auto column = header.columns.find(std::string(key));
        if (column == header.columns.end()) return {};
        const model::Cell* cell = table.at(row, column->second);
        if (cell == nullptr || cell->row != row) return {};
        const std::string text = cell->text();
        return trimmed ? std::string(text::trimmed(text)) : text;
    }

    std::optional<model::DecisionKind> decision_at(const model::Table& table, int row, const Header& header)
    {
        const std::string written = text_at(table, row, header, "decision");
        if (written.empty()) return std::nullopt;
        for (const auto& [id, label] : layout_.decisions) {
            const auto says = [&](const auto& text) { return folded(text.second) == folded(written); };
            if (folded(id) == folded(written) || std::any_of(label.all().begin(), label.all().end(), says))
                return model::decision_named(id);
        }
        std::string known;
        for (const auto& [id, label] : layout_.decisions)
            known += (known.empty() ? "" : ", ") + label.in(model::Language::en) + " (" +
                     label.in(model::Language::nb) + ")";
        tell({document_.file, table.name, model::cell_name(row, header.columns.at("decision")), true},
             "\"" + excerpt(written, 60) + "\" is no decision; choose one of " + known);
        return std::nullopt;
    }

    std::optional<model::Date> date_at(const model::Table& table, int row, const Header& header)
    {
        const std::string written = text_at(table, row, header, "due");
        if (written.empty()) return std::nullopt;
        const std::string plain = text::fold_text(written);
        for (const text::FoundDate& found : text::find_dates(text::Tokens(plain)))
            if (found.date.day > 0) return found.date;
        tell({document_.file, table.name, model::cell_name(row, header.columns.at("due")), true},
             "\"" + excerpt(written, 40) + "\" is no day; write it as 2027-01-31");
        return std::nullopt;
    }

    static std::string label_of(const LayoutSheet& sheet, std::string_view key)
    {
        for (const LayoutColumn& column : sheet.columns)
            if (column.key == key) return column.label.in(model::Language::en);
        return std::string(key);
    }

    void tell(model::Place place, std::string text) { read_.problems.push_back({std::move(place), std::move(text)}); }

    const model::Document& document_;
    const Layout& layout_;
    ReviewedMatrix read_;
    std::set<std::string> seen_;
};

}  // namespace

ReviewedMatrix read_decisions(const model::Document& document, const Layout& layout)
{
    return MatrixReader(document, layout).read();
}

}  // namespace samsvar::report
