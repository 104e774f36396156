#include "report/xlsx_formats.h"

#include <algorithm>
#include <vector>

#include "base/error.h"

namespace samsvar::report {

namespace {
constexpr int chart_gap = 8;  // pixels between the facts and the chart
}  // namespace

void require(lxw_error code, const std::filesystem::path& out, const std::string& what)
{
    if (code != LXW_NO_ERROR)
        throw Error(ErrorCode::io, {out.string(), {}, 0, 0}, "cannot be written: " + what + ": " + lxw_strerror(code));
}

namespace {
bool unlocks(const MatrixCell& cell, bool locked_sheet)
{
    return locked_sheet && cell.unlocked;
}
}  // namespace

lxw_format* XlsxFormats::of(const MatrixCell& cell, bool locked_sheet)
{
    return known(cell, locked_sheet).second.format;
}

XlsxFormats::Formats::value_type& XlsxFormats::known(const MatrixCell& cell, bool locked_sheet)
{
    const auto place = formats_.try_emplace(Look{cell.style, cell.tone, cell.wrap, unlocks(cell, locked_sheet)}).first;
    lxw_format*& format = place->second.format;
    if (format) return *place;
    format = workbook_add_format(workbook_);
    if (!format) throw std::bad_alloc();
    const Style& style = layout_.styles.at(cell.style);
    format_set_font_name(format, layout_.font.c_str());
    format_set_font_size(format, style.points > 0 ? style.points : layout_.points);
    if (style.bold) format_set_bold(format);
    if (style.italic) format_set_italic(format);
    if (style.underline) format_set_underline(format, LXW_UNDERLINE_SINGLE);
    if (style.align == Align::left) format_set_align(format, LXW_ALIGN_LEFT);
    if (style.align == Align::centre) format_set_align(format, LXW_ALIGN_CENTER);
    if (style.align == Align::right) format_set_align(format, LXW_ALIGN_RIGHT);
    format_set_align(format, style.middle ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP);
    if (cell.wrap) format_set_text_wrap(format);
    if (style.border) {
        format_set_border(format, LXW_BORDER_THIN);
        format_set_border_color(format, *style.border);
    }
    if (!style.number_format.empty()) format_set_num_format(format, style.number_format.c_str());
    if (style.ink) format_set_font_color(format, *style.ink);
    if (style.fill) format_set_bg_color(format, *style.fill);
    if (const auto tone = layout_.tones.find(cell.tone); tone != layout_.tones.end()) {
        format_set_bg_color(format, tone->second.fill);
        format_set_font_color(format, tone->second.ink);
    }
    if (std::get<3>(place->first)) format_set_unlocked(format);
    return *place;
}

std::vector<std::int32_t> XlsxFormats::numbers_of(const MatrixSheet& sheet)
{
    std::vector<std::int32_t> numbers;
    // Most cells look like the one above: no key is made for them.
    std::vector<Formats::value_type*> above;
    for (const MatrixRow& row : sheet.rows) {
        above.resize(std::max(above.size(), row.cells.size()), nullptr);
        for (std::size_t at = 0; at < row.cells.size(); ++at) {
            const MatrixCell& cell = row.cells[at];
            Formats::value_type*& like = above[at];
            const bool unlocked = unlocks(cell, sheet.locked);
            if (!like || like->first != std::tie(cell.style, cell.tone, cell.wrap, unlocked)) {
                like = &known(cell, sheet.locked);
                if (like->second.number < 0) like->second.number = lxw_format_get_xf_index(like->second.format);
            }
            numbers.push_back(like->second.number);
        }
    }
    return numbers;
}

void add_outcome_chart(lxw_workbook* workbook, lxw_worksheet* sheet, const MatrixSheet& values, const Layout& layout,
                       const std::filesystem::path& out)
{
    const OutcomeChart& wanted = *values.chart;
    const auto row = [](int number) { return static_cast<lxw_row_t>(number); };
    const auto column = [](int number) { return static_cast<lxw_col_t>(number); };
    lxw_chart* chart = workbook_add_chart(workbook, LXW_CHART_BAR);
    if (!chart) throw std::bad_alloc();
    lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
    if (!series) throw std::bad_alloc();
    chart_series_set_categories(series, values.name.c_str(), row(wanted.label_row), column(wanted.first_column),
                                row(wanted.label_row), column(wanted.last_column));
    chart_series_set_values(series, values.name.c_str(), row(wanted.value_row), column(wanted.first_column),
                            row(wanted.value_row), column(wanted.last_column));

    std::vector<lxw_chart_fill> fills(wanted.colours.size());
    std::vector<lxw_chart_point> bars(wanted.colours.size());
    std::vector<lxw_chart_point*> points;
    for (std::size_t at = 0; at < fills.size(); ++at) {
        fills[at].color = wanted.colours[at];
        bars[at].fill = &fills[at];
        points.push_back(&bars[at]);
    }
    points.push_back(nullptr);
    require(chart_series_set_points(series, points.data()), out, "the colours of the chart");
    chart_series_set_labels(series);
    chart_set_series_gap(chart, 40);

    std::string font_name = layout.font;
    lxw_chart_font font{};
    font.name = font_name.data();
    font.size = layout.points;
    lxw_chart_font title_font = font;
    title_font.size = layout.points + 1;
    title_font.bold = LXW_TRUE;
    chart_title_set_name(chart, wanted.title.c_str());
    chart_title_set_name_font(chart, &title_font);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    chart_series_set_labels_font(series, &font);
    // Of a bar chart libxlsxwriter calls the upright axis, with the outcomes, y.
    chart_axis_set_num_font(chart->y_axis, &font);
    // The first outcome on top, as in the table.
    chart_axis_set_reverse(chart->y_axis);
    chart_axis_set_major_tick_mark(chart->y_axis, LXW_CHART_AXIS_TICK_MARK_NONE);
    chart_axis_major_gridlines_set_visible(chart->y_axis, LXW_FALSE);
    chart_axis_major_gridlines_set_visible(chart->x_axis, LXW_FALSE);
    chart_axis_off(chart->x_axis);

    std::string description = wanted.title;
    lxw_chart_options options{};
    options.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
    options.description = description.data();
    options.x_offset = chart_gap;
    options.y_offset = chart_gap / 2;
    options.x_scale = (wanted.width - chart_gap) / 480.0;
    options.y_scale = wanted.height / 288.0;
    require(worksheet_insert_chart_opt(sheet, row(wanted.row), column(wanted.column), chart, &options), out,
            "the chart");
}

}  // namespace samsvar::report
