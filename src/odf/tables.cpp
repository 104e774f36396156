#include "odf/tables.h"

#include <algorithm>

#include "archive/xml_tree.h"
#include "base/error.h"
#include "odf/blocks.h"

namespace samsvar::odf {

namespace {

constexpr int column_limit = 1000;  // columns of a table in a text
constexpr int row_limit = 100'000;
constexpr int repeat_limit = 1000;  // of one row or cell; nobody fills in more equal ones

/// The rows of a table, through header rows and groups.
void collect_rows(pugi::xml_node parent, std::vector<pugi::xml_node>& rows)
{
    for (const pugi::xml_node node : parent.children()) {
        const std::string_view name = local_name(node);
        if (name == "table-row")
            rows.push_back(node);
        else if (name == "table-header-rows" || name == "table-rows" || name == "table-row-group")
            collect_rows(node, rows);
    }
}

int repeats(pugi::xml_node node, std::string_view name)
{
    return std::clamp(to_int(attribute(node, name), 1), 1, repeat_limit);
}

class TableReader {
public:
    TableReader(TextContext& context, const std::string& path) : context_(context)
    {
        table_.name = path;
        table_.part = context.part;
    }

    model::Table read(pugi::xml_node node)
    {
        std::vector<pugi::xml_node> rows;
        collect_rows(node, rows);
        for (const pugi::xml_node row : rows) {
            const bool hidden = attribute(row, "visibility", "visible") != "visible";
            const int wanted = repeats(row, "number-rows-repeated");
            for (int i = 0; i < wanted && table_.rows < row_limit; ++i) {
                if (i > 0 && !context_.may_repeat()) {
                    context_.problem(numbered(table_.name, "row", table_.rows),
                                     "the row stands " + std::to_string(wanted) + " times; it is read " +
                                         std::to_string(i) + " times");
                    break;
                }
                copying_ = i > 0;
                read_row(row, hidden);
            }
            copying_ = false;
        }
        for (model::Cell& cell : table_.cells) cell.row_span = std::min(cell.row_span, table_.rows - cell.row);
        return std::move(table_);
    }

private:
    void read_row(pugi::xml_node row, bool hidden)
    {
        const int number = table_.rows++;
        if (hidden) table_.hidden_rows.push_back(number);
        int column = 0;
        int count = 0;
        int covered_to = 0;  // columns that a cell of this row covers
        for (const pugi::xml_node node : row.children()) {
            const std::string_view name = local_name(node);
            const bool covered = name == "covered-table-cell";
            if (!covered && name != "table-cell") continue;
            const int wanted = repeats(node, "number-columns-repeated");
            for (int i = 0; i < wanted && column < column_limit; ++i, ++column) {
                // A cell that is covered from above counts as one, a cell covered from the left does not.
                if (column >= covered_to) ++count;
                const std::string path = numbered(numbered(table_.name, "row", number + 1), "cell", std::max(count, 1));
                if (covered) {
                    tell_covered(node, path);
                    continue;
                }
                if (i > 0 && !context_.may_repeat()) {
                    context_.problem(path, "the cell stands " + std::to_string(wanted) + " times; it is read " +
                                               std::to_string(i) + " times");
                    column += wanted - i;
                    break;
                }
                covered_to = std::max(covered_to, column + read_cell(node, path, number, column, copying_ || i > 0));
            }
        }
        table_.columns = std::max({table_.columns, column, covered_to});
    }

    /// Gives the number of columns the cell takes.
    int read_cell(pugi::xml_node node, const std::string& path, int row, int column, bool copy)
    {
        if (++context_.cells > context_.archive.limits().cells)
            throw Error(
                ErrorCode::limit_exceeded, {context_.archive.file(), context_.part, 0, 0},
                "the document has more cells than the limit of " + std::to_string(context_.archive.limits().cells));
        model::Cell cell;
        cell.row = row;
        cell.column = column;
        cell.column_span = std::clamp(to_int(attribute(node, "number-columns-spanned"), 1), 1, column_limit);
        cell.row_span = std::clamp(to_int(attribute(node, "number-rows-spanned"), 1), 1, row_limit);
        cell.unit = context_.draft.unit(model::UnitKind::cell, context_.part, path, false, true);
        CellBlocks content = read_cell_blocks(context_, node, path, cell.unit);
        cell.blocks = std::move(content.blocks);
        cell.marks.formula = has_attribute(node, "formula");
        share_marks(cell);
        if (!table_.hidden_rows.empty() && table_.hidden_rows.back() == row) cell.marks.hidden = true;
        context_.draft.document.units[cell.unit].empty = content.empty;
        if (copy) {
            ++context_.repeated_cells;
            context_.repeated_bytes += cell.text().size();
        }
        table_.tallest_span = std::max(table_.tallest_span, cell.row_span);
        const int span = cell.column_span;
        table_.cells.push_back(std::move(cell));
        return span;
    }

    void tell_covered(pugi::xml_node node, const std::string& path)
    {
        std::string text;
        for (const pugi::xml_node inner : node.children())
            if (local_name(inner) == "p") text += inner.text().get();
        if (!text.empty())
            context_.problem(path, "the cell lies under a merged cell and is not shown; its text is not read: '" +
                                       excerpt(text, 200) + "'");
    }

    TextContext& context_;
    model::Table table_;
    bool copying_ = false;  // the row is a copy of the one before
};

}  // namespace

model::Table read_table(TextContext& context, pugi::xml_node table, const std::string& path)
{
    return TableReader(context, path).read(table);
}

void for_each_cell(pugi::xml_node table, const std::function<void(pugi::xml_node, int row, int cell)>& visit)
{
    std::vector<pugi::xml_node> rows;
    collect_rows(table, rows);
    int row_number = 0;
    for (const pugi::xml_node row : rows) {
        ++row_number;
        int cell_number = 0;
        for (const pugi::xml_node cell : row.children())
            if (local_name(cell) == "table-cell") visit(cell, row_number, ++cell_number);
    }
}

}  // namespace samsvar::odf
