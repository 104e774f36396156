#include "app/catalog_table.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "base/error.h"
#include "layout/grid.h"
#include "layout/words.h"
#include "oscal/names.h"
#include "reader/open.h"
#include "text/fold.h"
#include "xml/build.h"

namespace samsvar::app {

namespace {

using xml::Element;

enum Role { id_role, title_role, text_role, group_role, role_count };
constexpr std::array<const char*, role_count> role_names = {"id", "title", "text", "group"};
using Columns = std::array<std::optional<int>, role_count>;

const std::array<layout::WordList, role_count>& header_words()
{
    static const std::array<layout::WordList, role_count> words = {
        layout::WordList({"id",       "nr",        "no",      "number",     "nummer", "ref",        "reference",
                          "referens", "referanse", "code",    "kod",        "kode",   "control id", "requirement id",
                          "krav-id",  "kravid",    "krav nr", "identifier", "#",      "tunnus",     "numero",
                          "control",  "kontroll"}),
        layout::WordList({"title", "titel", "tittel", "name", "namn", "navn", "heading", "rubrik", "overskrift",
                          "otsikko", "nimi", "control name", "short name", "kortnavn"}),
        layout::WordList({"text", "tekst", "description", "beskrivning", "beskrivelse", "requirement", "krav",
                          "kravtext", "kravtekst", "statement", "control text", "requirement text", "vaatimus",
                          "kuvaus", "question", "spørsmål", "fråga", "spørgsmål"}),
        layout::WordList({"group", "gruppe", "grupp", "chapter", "kapitel", "kapittel", "section", "avsnitt", "domain",
                          "category", "kategori", "family", "område", "area", "luku", "ryhmä"})};
    return words;
}

std::string cell_text(const layout::Grid& grid, int row, const std::optional<int>& column)
{
    if (!column) return {};
    const model::Cell* cell = grid.at(row, *column);
    return cell ? std::string(text::trimmed(cell->shown_text())) : std::string();
}

/// Which column of the row is the header of what; nothing unless id and title or text are there.
std::optional<Columns> headers_in(const layout::Grid& grid, int row)
{
    constexpr double least_fit = 0.75;
    Columns columns;
    std::array<double, role_count> best{};
    for (const model::Cell& cell : grid.row(row)) {
        const std::string header = cell.shown_text();
        const layout::Label label(header);
        int role = -1;
        double fit = least_fit;
        for (int one = 0; one < role_count; ++one)
            if (const double own = header_words()[static_cast<std::size_t>(one)].fit(label); own > fit) {
                fit = own;
                role = one;
            }
        if (role < 0 || best[static_cast<std::size_t>(role)] >= fit) continue;
        best[static_cast<std::size_t>(role)] = fit;
        columns[static_cast<std::size_t>(role)] = cell.column;
    }
    if (columns[id_role] && (columns[title_role] || columns[text_role])) return columns;
    return std::nullopt;
}

[[noreturn]] void refuse_column(const std::string& said, const std::string& why)
{
    throw Error(ErrorCode::invalid_argument, {}, "--column " + said + ": " + why);
}

/// "A" or "3" as a column; nothing when it can only be a header.
std::optional<int> column_number(const std::string& name)
{
    const auto all = [&](char from, char to) {
        return !name.empty() && std::all_of(name.begin(), name.end(), [&](char c) { return c >= from && c <= to; });
    };
    int number = 0;
    if (name.size() <= 4 && all('0', '9')) {
        for (const char c : name) number = number * 10 + (c - '0');
        return number > 0 ? std::optional(number - 1) : std::nullopt;
    }
    if (name.size() <= 2 && all('A', 'Z')) {
        for (const char c : name) number = number * 26 + (c - 'A' + 1);
        return number - 1;
    }
    return std::nullopt;
}

/// The columns as said, headers looked up in `row`; nothing when one of those does not stand there.
std::optional<Columns> columns_said(const std::vector<std::string>& said, const layout::Grid& grid, int row)
{
    Columns columns;
    for (const std::string& one : said) {
        const std::size_t equals = one.find('=');
        const std::string role = one.substr(0, equals);
        const auto known = std::find(role_names.begin(), role_names.end(), role);
        if (equals == std::string::npos || known == role_names.end())
            refuse_column(one, "write it as id=A, title=B, text=C or group=D; a header's words serve as well");
        const std::string name = one.substr(equals + 1);
        std::optional<int> column = column_number(name);
        for (const model::Cell& cell : grid.row(row))
            if (text::fold_text(cell.shown_text()) == text::fold_text(name)) column = cell.column;
        if (!column) return std::nullopt;
        columns[static_cast<std::size_t>(known - role_names.begin())] = column;
    }
    if (!columns[id_role] || (!columns[title_role] && !columns[text_role]))
        refuse_column(said.back(), "a column for id and one for title or text are needed");
    return columns;
}

class Reading {
public:
    Reading(const model::Document& document, const CatalogSource& source) : document_(document), source_(source) {}

    void read(const model::Table& table)
    {
        const layout::Grid grid(table);
        constexpr int deepest_header = 30;
        std::optional<Columns> columns;
        int skipped = 0;
        for (const int row : grid.rows()) {
            if (!columns) {
                if (row > deepest_header) return;
                columns = source_.columns.empty() ? headers_in(grid, row) : columns_said(source_.columns, grid, row);
                // Columns said by letter have no header: the first row may be a requirement, or words that name them.
                if (!columns || source_.columns.empty() || headers_in(grid, row) || says_headers(grid, row)) continue;
            }
            else if (source_.columns.empty() && headers_in(grid, row)) {
                continue;
            }
            if (!read_row(grid, row, *columns)) ++skipped;
        }
        if (columns && skipped > 0)
            notes.push_back(document_.file + (table.name.empty() ? "" : "!" + table.name) + ": " +
                            std::to_string(skipped) + " rows without an id are left out");
    }

    std::vector<Element> groups, requirements;
    std::vector<std::string> notes;

private:
    bool says_headers(const layout::Grid& grid, int row) const
    {
        return std::any_of(source_.columns.begin(), source_.columns.end(), [&](const std::string& one) {
            const std::string name = text::fold_text(one.substr(one.find('=') + 1));
            const auto cells = grid.row(row);
            return std::any_of(cells.begin(), cells.end(),
                               [&](const model::Cell& cell) { return text::fold_text(cell.shown_text()) == name; });
        });
    }

    Element made(std::string_view name, int line) const
    {
        Element element = xml::make(name, oscal::own_space);
        element.file = document_.file;
        element.line = line;
        return element;
    }

    void append_in(Element& into, std::string_view name, const std::string& text) const
    {
        std::string line = text;
        std::replace(line.begin(), line.end(), '\n', ' ');
        if (!line.empty()) xml::set(xml::append_text(into, name, line), "xml:lang", name_of(source_.language));
    }

    bool read_row(const layout::Grid& grid, int row, const Columns& columns)
    {
        std::string id = cell_text(grid, row, columns[id_role]);
        const std::string title = cell_text(grid, row, columns[title_role]);
        const std::string text = cell_text(grid, row, columns[text_role]);
        if (id.empty() || (title.empty() && text.empty())) return false;
        std::replace_if(
            id.begin(), id.end(), [](char c) { return c == ' ' || c == '\n' || c == '\t'; }, '-');
        const model::Cell* cell = grid.at(row, *columns[id_role]);
        const std::string place = cell ? document_.place(cell->unit).text() : document_.file;
        if (const auto [known, fresh] = places_.emplace(id, place); !fresh)
            throw Error(ErrorCode::malformed, {place, {}, 0, 0},
                        "the id \"" + id + "\" stands a second time; the first is at " + known->second);
        Element requirement = made("requirement", row + 1);
        xml::set(requirement, "id", id);
        if (const std::string group = cell_text(grid, row, columns[group_role]); !group.empty())
            xml::set(requirement, "group", group_id(group, row + 1));
        append_in(requirement, "title", title.empty() ? text : title);
        if (!title.empty()) append_in(requirement, "text", text);
        requirements.push_back(std::move(requirement));
        return true;
    }

    const std::string& group_id(const std::string& title, int line)
    {
        const auto [known, fresh] = group_ids_.emplace(title, "group-" + std::to_string(groups.size() + 1));
        if (fresh) {
            groups.push_back(made("group", line));
            xml::set(groups.back(), "id", known->second);
            append_in(groups.back(), "title", title);
        }
        return known->second;
    }

    const model::Document& document_;
    const CatalogSource& source_;
    std::map<std::string, std::string> places_, group_ids_;
};

}  // namespace

CatalogTree catalog_from_tables(const std::filesystem::path& file, const std::string& id, const CatalogSource& source)
{
    const model::Document document = reader::open(file, source.limits);
    Reading reading(document, source);
    for (const model::Table* table : layout::all_tables(document)) reading.read(*table);
    if (reading.requirements.empty())
        throw Error(ErrorCode::unsupported, {document.file, {}, 0, 0},
                    "no table with columns for id and title or text was found; say them with --column id=A --column "
                    "title=B --column text=C");
    Element catalog = xml::make("catalog", oscal::own_space);
    catalog.file = document.file;
    xml::set(catalog, "id", id);
    xml::set(catalog, "version", "1");
    xml::set(xml::append_text(catalog, "title", document.title.empty() ? file.stem().string() : document.title),
             "xml:lang", name_of(source.language));
    for (Element& group : reading.groups) xml::append(catalog, std::move(group));
    for (Element& requirement : reading.requirements) xml::append(catalog, std::move(requirement));
    return {std::move(catalog), std::move(reading.notes)};
}

}  // namespace samsvar::app
