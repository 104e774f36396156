#include <algorithm>
#include <array>
#include <set>

#include "intake/identifiers.h"
#include "intake/surroundings.h"
#include "text/fold.h"
#include "text/identifier.h"

namespace samsvar::intake {

namespace {

constexpr std::size_t most_subprocessors = 2000;
constexpr std::size_t longest_name = 120;

/// Words that say there is none.
constexpr std::array none_words{"ingen",       "inga",          "inget", "none",         "no",          "nei",
                                "nej",         "n/a",           "na",    "ikke aktuelt", "ej aktuellt", "ikke relevant",
                                "ej relevant", "not applicable"};
/// Headers of the name in a table that lists companies.
constexpr std::array name_words{"navn",     "namn",  "name",     "selskap",  "företag",    "firma",  "company",
                                "virksomhed", "nimi", "yritys", "leverandør", "leverantör", "supplier", "vendor", "toimittaja", "provider"};

bool is_among(std::string_view text, const auto& words)
{
    const std::string plain = plain_label(text);
    return std::any_of(words.begin(), words.end(), [&](const char* word) { return plain == text::fold_text(word); });
}

/// A line without the bullet or dash in front of it.
std::string_view without_bullet(std::string_view line)
{
    for (const std::string_view bullet : {"-", "–", "—", "•", "*", "·", "▪"})
        if (line.starts_with(bullet)) return text::trimmed(line.substr(bullet.size()));
    return line;
}

bool says_something(std::string_view line)
{
    return text::fold_text(line).find_first_not_of(" -.*\n") != std::string::npos;
}

std::vector<std::string> filled(const std::vector<std::string>& lines)
{
    std::vector<std::string> kept;
    for (const std::string& line : lines)
        if (!line.empty()) kept.push_back(line);
    return kept;
}

std::string joined(const std::vector<std::string>& lines)
{
    std::string text;
    for (const std::string& line : lines) {
        if (!says_something(line)) continue;
        if (!text.empty()) text += ", ";
        text += line;
    }
    return text;
}

/// The names of one cell; `position` is the line each stands in.
struct Names {
    std::vector<std::string> names;
    std::vector<std::size_t> positions;
    std::size_t lines = 0;
};

/// What stands beside the name at `index`: a cell may hold several companies, one per line, and its neighbours the
/// addresses in the same order, with or without a line for the label above the names.
std::string beside(const Names& names, std::size_t index, const std::vector<std::string>& lines)
{
    if (names.names.size() == 1) return joined(lines);
    if (lines.size() == names.lines && lines.size() != names.names.size())
        return says_something(lines[names.positions[index]]) ? lines[names.positions[index]] : std::string();
    const std::vector<std::string> kept = filled(lines);
    if (kept.size() != names.names.size()) return {};
    return says_something(kept[index]) ? kept[index] : std::string();
}

struct Columns {
    int name = -1;
    int identifier = -1;
};

class SubprocessorReader {
public:
    explicit SubprocessorReader(const Surroundings& around) : around_(around) {}

    void read()
    {
        const std::set<const model::Table*> titled = titled_tables();
        for (const model::Table* table : all_tables(around_.document)) {
            if (table->marks.hidden) continue;
            const Grid grid(*table);
            if (!titled.count(table) || !read_titled_table(grid)) read_table(grid);
        }
        bool listed = false;
        for (const model::Block& block : around_.document.blocks) {
            const auto* paragraph = std::get_if<model::Paragraph>(&block);
            listed = paragraph && read_paragraph(*paragraph, listed);
        }
    }

private:
    const FormPatterns& patterns() const { return around_.patterns; }

    /// Tables with the heading of such a list right above them, and sheets with its name.
    std::set<const model::Table*> titled_tables() const
    {
        std::set<const model::Table*> found;
        std::string heading;
        for (const model::Block& block : around_.document.blocks) {
            if (const auto* paragraph = std::get_if<model::Paragraph>(&block)) {
                const Content content = content_of(*paragraph);
                if (!content.text.empty()) heading = content.text;
                continue;
            }
            const model::Table& table = std::get<model::Table>(block);
            while (heading.ends_with(':')) heading.pop_back();
            if (patterns().heads_subprocessors(table.sheet ? table.name : heading)) found.insert(&table);
            heading.clear();
        }
        return found;
    }

    /// A list below its own title: the first row of several cells holds the headers ("Company | Task | Country"). False
    /// when there is no such row or nothing below it.
    bool read_titled_table(const Grid& grid)
    {
        constexpr std::size_t title_rows = 6;
        const std::vector<int>& rows = grid.rows();
        for (std::size_t index = 0; index + 1 < rows.size() && index < title_rows; ++index) {
            const auto cells = free_cells(around_, grid, rows[index]);
            if (cells.size() < 2) continue;
            const auto name = std::find_if(cells.begin(), cells.end(), [&](const model::Cell* cell) {
                return is_among(text_of(*cell), name_words) || patterns().heads_subprocessors(text_of(*cell));
            });
            if (name == cells.end()) return false;
            Columns columns{(*name)->column, -1};
            read_header(cells, columns);
            read_body(grid, index + 1, columns);
            return true;
        }
        return false;
    }

    static std::string text_of(const model::Cell& cell) { return content_of(cell).text; }

    /// What stands beside a name: where the number or, without one, the address was found.
    struct Beside {
        std::string address;
        std::string identifier;
        model::Place place;
    };

    void add(std::string_view name, Beside beside, const model::Place& place)
    {
        name = without_bullet(text::trimmed(name));
        if (!says_something(name) || is_among(name, none_words) || patterns().heads_subprocessors(name)) return;
        if (around_.submission.subprocessors.size() >= most_subprocessors) return;
        model::Subprocessor found{std::string(name), std::move(beside.address), std::move(beside.identifier), place};
        if (found.address.empty()) split_name(found);
        if (!says_something(found.identifier)) found.identifier.clear();
        if (found.identifier.empty())
            if (const auto numbers = text::find_identifiers(found.address, false); !numbers.empty())
                found.identifier = numbers.front().printed;
        IdentifierCollection(around_.submission.identifiers)
            .add(found.identifier, true, found.name, beside.place.file.empty() ? place : beside.place);
        around_.submission.subprocessors.push_back(std::move(found));
    }

    /// "Polarhotell Drift AS, Gruveveien 2 – drift": the company ends at the first comma, dash or bracket.
    static void split_name(model::Subprocessor& found)
    {
        std::size_t cut = std::string::npos;
        for (const std::string_view sign : {", ", " – ", " - ", " — ", " (", ": ", ";"})
            cut = std::min(cut, found.name.find(sign));
        if (cut == std::string::npos || cut == 0) return;
        std::size_t rest = cut;
        while (rest < found.name.size() && std::string_view(",:; (").find(found.name[rest]) != std::string_view::npos)
            ++rest;
        found.address = without_bullet(text::trimmed(std::string_view(found.name).substr(rest)));
        if (!found.address.empty() && found.address.back() == ')' && found.address.find('(') == std::string::npos)
            found.address.pop_back();
        found.name.resize(cut);
    }

    void read_table(const Grid& grid)
    {
        const std::vector<int>& rows = grid.rows();
        for (std::size_t index = 0; index < rows.size() && index < most_surrounding_rows; ++index) {
            for (const model::Cell* cell : free_cells(around_, grid, rows[index])) {
                const std::vector<std::string> lines = filled(lines_of(*cell));
                if (lines.empty() || !patterns().heads_subprocessors(lines.front())) continue;
                index = read_list(grid, index, *cell, lines.size() > 1);
                break;
            }
        }
    }

    bool is_header_row(const std::vector<const model::Cell*>& cells, const model::Cell& label) const
    {
        return std::any_of(cells.begin(), cells.end(), [&](const model::Cell* cell) {
            return cell != &label && patterns().fact(text_of(*cell)) != nullptr;
        });
    }

    /// "Underleverandør | Oppgave" with companies below, not "Underleverandører | Microsoft AS" in a list of facts.
    bool heads_columns(const Grid& grid, std::size_t index, const std::vector<const model::Cell*>& cells,
                       const model::Cell& label) const
    {
        if (is_header_row(cells, label)) return true;
        if (cells.size() < 2 || index + 1 >= grid.rows().size()) return false;
        for (std::size_t below = index + 1; below < grid.rows().size() && below < index + 4; ++below) {
            const auto next = free_cells(around_, grid, grid.rows()[below]);
            if (next.empty()) break;
            if (next.front()->column != label.column || patterns().fact(text_of(*next.front()))) return false;
        }
        return index == 0 || cells.size() > 2;
    }

    /// Reads the list that starts at row `index`; returns the index of its last row.
    std::size_t read_list(const Grid& grid, std::size_t index, const model::Cell& label, bool names_inside)
    {
        const std::vector<int>& rows = grid.rows();
        const std::vector<const model::Cell*> cells = free_cells(around_, grid, rows[index]);
        Columns columns{label.column, -1};
        if (names_inside) {
            read_row(cells, columns);
            return index;
        }
        if (heads_columns(grid, index, cells, label)) {
            read_header(cells, columns);
            return read_body(grid, index + 1, columns);
        }
        if (cells.size() > 1) {
            // A label with its value beside it.
            around_.ledger.use(label, "sub-processor");
            const auto value = std::find(cells.begin(), cells.end(), &label) + 1;
            if (value != cells.end()) {
                for (const std::string& line : lines_of(**value)) add(line, {}, around_.document.place((*value)->unit));
                around_.ledger.use(**value, "sub-processor");
            }
            return index;
        }
        around_.ledger.use(label, "header");
        // A title over the list; the row below may hold the headers.
        if (index + 1 < rows.size()) {
            const auto next = free_cells(around_, grid, rows[index + 1]);
            const auto names = std::count_if(next.begin(), next.end(), [&](const model::Cell* cell) {
                return is_among(text_of(*cell), name_words) || patterns().fact(text_of(*cell));
            });
            if (names >= 2) {
                columns.name = next.front()->column;
                read_header(next, columns);
                return read_body(grid, index + 2, columns);
            }
        }
        return read_body(grid, index + 1, columns);
    }

    void read_header(const std::vector<const model::Cell*>& cells, Columns& columns)
    {
        for (const model::Cell* cell : cells) {
            const model::FormFact* fact = patterns().fact(text_of(*cell));
            if (fact && fact->key == "organisation-number") columns.identifier = cell->column;
            around_.ledger.use(*cell, "header");
        }
    }

    std::size_t read_body(const Grid& grid, std::size_t first, const Columns& columns)
    {
        const std::vector<int>& rows = grid.rows();
        std::size_t index = first;
        for (; index < rows.size(); ++index) {
            // A blank row, or the next label, ends the block of a sheet.
            if (index > first && grid.table().sheet && rows[index] != rows[index - 1] + 1) break;
            const auto cells = free_cells(around_, grid, rows[index]);
            if (cells.empty()) {
                if (grid.table().sheet) break;
                continue;
            }
            const std::string text = text_of(*cells.front());
            const bool alone = cells.front()->column != columns.name;
            if (alone || patterns().fact(text) || patterns().annex_word(text::fold_text(text)) ||
                text.size() > 4 * longest_name)
                break;
            read_row(cells, columns);
        }
        return index == 0 ? 0 : index - 1;
    }

    void read_row(const std::vector<const model::Cell*>& cells, const Columns& columns)
    {
        Names names;
        std::vector<std::vector<std::string>> addresses;
        std::vector<std::string> identifiers;
        model::Place place;
        model::Place number_place;
        for (const model::Cell* cell : cells) {
            around_.ledger.use(*cell, "sub-processor");
            const std::vector<std::string> lines = lines_of(*cell);
            if (cell->column == columns.name) {
                place = around_.document.place(cell->unit);
                names.lines = lines.size();
                for (std::size_t position = 0; position < lines.size(); ++position) {
                    if (lines[position].empty() || patterns().heads_subprocessors(lines[position])) continue;
                    names.names.push_back(lines[position]);
                    names.positions.push_back(position);
                }
            }
            else if (cell->column == columns.identifier) {
                identifiers = lines;
                number_place = around_.document.place(cell->unit);
            }
            else {
                addresses.push_back(lines);
                if (columns.identifier < 0) number_place = around_.document.place(cell->unit);
            }
        }
        for (std::size_t index = 0; index < names.names.size(); ++index) {
            std::vector<std::string> address;
            for (const auto& lines : addresses) address.push_back(beside(names, index, lines));
            add(names.names[index], {joined(address), beside(names, index, identifiers), number_place}, place);
        }
    }

    /// A heading followed by list items or short lines. Returns whether the list goes on.
    bool read_paragraph(const model::Paragraph& paragraph, bool listed)
    {
        const Content content = content_of(paragraph);
        if (content.text.empty() || around_.ledger.decided(paragraph.unit)) return false;
        const std::size_t colon = content.text.find(':');
        const std::string_view label = std::string_view(content.text).substr(0, colon);
        if (patterns().heads_subprocessors(label) && (colon != std::string::npos || label.size() < 40)) {
            const std::string_view value = colon == std::string::npos
                                               ? std::string_view()
                                               : text::trimmed(std::string_view(content.text).substr(colon + 1));
            if (!value.empty()) add(value, {}, around_.document.place(paragraph.unit));
            around_.ledger.use(paragraph.unit, value.empty() ? "header" : "sub-processor");
            return value.empty();
        }
        const bool item = paragraph.list_level >= 0 || content.text.starts_with("-") || content.text.starts_with("•");
        if (!listed || (!item && content.text.size() > longest_name)) return false;
        add(content.text, {}, around_.document.place(paragraph.unit));
        around_.ledger.use(paragraph.unit, "sub-processor");
        return true;
    }

    const Surroundings& around_;
};

}  // namespace

void read_subprocessors(const Surroundings& around)
{
    if (!around.patterns.knows_subprocessors()) return;
    SubprocessorReader(around).read();
}

}  // namespace samsvar::intake
