#include "report/matrix.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "base/on_threads.h"
#include "report/cell_text.h"
#include "report/context.h"
#include "report/row_height.h"
#include "report/tables.h"

namespace samsvar::report {

namespace {

/// Keeps the links whose row exists in this report, and makes them look like links.
void settle_links(Matrix& matrix)
{
    std::set<std::string> anchors;
    for (const MatrixSheet& sheet : matrix.sheets)
        for (const MatrixRow& row : sheet.rows)
            if (!row.anchor.empty()) anchors.insert(row.anchor);
    for (MatrixSheet& sheet : matrix.sheets)
        for (MatrixRow& row : sheet.rows)
            for (MatrixCell& cell : row.cells) {
                if (cell.link.empty()) continue;
                if (cell.empty() || !anchors.contains(cell.link))
                    cell.link.clear();
                else
                    cell.style = "link";
            }
}

double cell_height(const MatrixCell& cell, double width, const Layout& layout)
{
    const Style& style = layout.styles.at(cell.style);
    const TextMeasure measure{style.points > 0 ? style.points : layout.points, layout.stretch, style.bold};
    return row_height(cell.wrap ? line_count(cell.text(), width, measure) : 1, measure, tallest_row);
}

void fit_rows(MatrixSheet& sheet, const Layout& layout)
{
    for (std::size_t at = 0; at < sheet.rows.size(); ++at) {
        MatrixRow& row = sheet.rows[at];
        std::vector<double> widths = sheet.widths;
        for (const Merge& merge : sheet.merges)
            if (merge.row == static_cast<int>(at))
                for (int column = merge.first_column + 1; column <= merge.last_column; ++column)
                    widths[static_cast<std::size_t>(merge.first_column)] +=
                        sheet.widths[static_cast<std::size_t>(column)];
        for (std::size_t column = 0; column < row.cells.size(); ++column)
            if (!row.cells[column].empty())
                row.height = std::max(row.height, cell_height(row.cells[column], widths[column], layout));
    }
}

/// Lets the rows beside the chart reach below it: a supplier with few facts must not have the table covered.
void make_room_for_chart(MatrixSheet& sheet)
{
    if (!sheet.chart || sheet.chart->label_row <= sheet.chart->row) return;
    constexpr double points_per_pixel = 0.75;
    double missing = (sheet.chart->height + 12) * points_per_pixel;
    for (int row = sheet.chart->row; row < sheet.chart->label_row; ++row)
        missing -= sheet.rows[static_cast<std::size_t>(row)].height;
    MatrixRow& last = sheet.rows[static_cast<std::size_t>(sheet.chart->label_row - 1)];
    if (missing > 0) last.height = std::min(tallest_row, last.height + missing);
}

}  // namespace

std::size_t MatrixSheet::data_rows() const
{
    return static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [](const MatrixRow& row) { return row.kind == RowKind::data; }));
}

const MatrixSheet* Matrix::find(std::string_view table) const
{
    for (const MatrixSheet& sheet : sheets)
        if (sheet.table == table) return &sheet;
    return nullptr;
}

namespace {
/// What the workbook was made of, hidden: decisions written into it are read back by this.
MatrixSheet origin_sheet(const model::Assessment& assessment)
{
    MatrixSheet sheet;
    sheet.table = sheet.name = origin_sheet_name;
    sheet.hidden = true;
    sheet.widths = {16, 70};
    const std::pair<const char*, std::string> facts[] = {{"file", printable(one_line(assessment.file))},
                                                         {"sha256", assessment.sha256},
                                                         {"date", assessment.date.text()},
                                                         {"assessment", std::to_string(assessment.kept_as)},
                                                         {"revision", std::to_string(assessment.revision)}};
    for (const auto& [key, value] : facts) {
        MatrixRow& row = sheet.rows.emplace_back();
        row.cells.resize(2);
        row.cells[0].value = key;
        row.cells[1].value = value;
        for (MatrixCell& cell : row.cells) cell.style = "blank";
    }
    return sheet;
}
}  // namespace

Matrix make_matrix(const model::Assessment& assessment, const Layout& layout, model::Language language)
{
    const Context context(assessment, layout, language);
    Matrix matrix;
    matrix.language = language;
    matrix.date = assessment.date;
    const std::string supplier = printable(one_line(assessment.submission.fact("supplier")));
    matrix.title = layout.title.in(language) + ": " + (supplier.empty() ? context.text("supplier-unknown") : supplier);
    matrix.subject = filled(context.text("subject"), "form", assessment.form.title.in(language));
    matrix.program = "samsvar " + assessment.samsvar;
    matrix.footer = printable(one_line(assessment.file)) + "  ·  " + assessment.date.text();
    matrix.page_of = context.text("page-of");
    for (const auto& [id, label] : layout.decisions) matrix.decisions.push_back(label.in(language));
    matrix.sheets.resize(layout.sheets.size());
    // The requirements are by far the most to do: begun last they would leave the other thread idle.
    std::vector<std::size_t> order(layout.sheets.size());
    std::iota(order.begin(), order.end(), 0u);
    std::stable_partition(order.begin(), order.end(),
                          [&](std::size_t at) { return layout.sheets[at].table == "requirements"; });
    on_two_threads(order.size(), [&](std::size_t turn) {
        const std::size_t at = order[turn];
        matrix.sheets[at] = make_sheet(context, layout.sheets[at]);
    });
    matrix.sheets.push_back(origin_sheet(assessment));
    settle(matrix, layout);
    return matrix;
}

void settle(Matrix& matrix, const Layout& layout)
{
    settle_links(matrix);
    on_two_threads(matrix.sheets.size(), [&](std::size_t at) {
        fit_rows(matrix.sheets[at], layout);
        make_room_for_chart(matrix.sheets[at]);
    });
}

}  // namespace samsvar::report
