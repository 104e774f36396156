#include "report/xlsx_workbook.h"

#include <algorithm>
#include <chrono>
#include <new>

#include "base/error.h"
#include "base/split.h"
#include "report/cell_text.h"

namespace samsvar::report {

namespace {

constexpr std::size_t longest_footer = 255;

lxw_row_t row_of(std::size_t row)
{
    return static_cast<lxw_row_t>(row);
}
lxw_col_t column_of(std::size_t column)
{
    return static_cast<lxw_col_t>(column);
}

/// Midnight (UTC) of the assessment's day: with 0 libxlsxwriter would take the clock, and no two runs be alike.
std::time_t stamp(const model::Date& date)
{
    using namespace std::chrono;
    const year_month_day day{year{std::max(date.year, 1980)}, month{static_cast<unsigned>(std::max(date.month, 1))},
                             std::chrono::day{static_cast<unsigned>(std::max(date.day, 1))}};
    return system_clock::to_time_t(sys_days{day});
}

/// Cut, but never between the two halves of a doubled ampersand.
std::string cut_footer(const std::string& text, std::size_t room)
{
    std::string cut = cut_to(text, room, "…");
    const std::size_t ampersands = static_cast<std::size_t>(std::count(cut.begin(), cut.end(), '&'));
    if (ampersands % 2 == 1) cut.erase(cut.rfind('&'), 1);
    return cut;
}

}  // namespace

XlsxWorkbook::XlsxWorkbook(const FrameRequest& request)
    : matrix_(request.matrix),
      layout_(request.layout),
      anchors_(request.anchors),
      out_(request.out),
      folder_(request.file.has_parent_path() ? request.file.parent_path().string() : "."),
      workbook_([&] {
          // Parts are put together where the result goes, so that one disk decides whether there is room.
          lxw_workbook_options options{};
          options.tmpdir = folder_.data();
          return workbook_new_opt(request.file.c_str(), &options);
      }()),
      formats_(workbook_.get(), request.layout)
{
    if (!workbook_) throw std::bad_alloc();
}

std::vector<std::int32_t> XlsxWorkbook::formats_of(const MatrixSheet& sheet)
{
    return formats_.numbers_of(sheet);
}

void XlsxWorkbook::close()
{
    set_properties();
    std::vector<lxw_worksheet*> sheets;
    for (const MatrixSheet& sheet : matrix_.sheets) {
        lxw_worksheet* added = workbook_add_worksheet(workbook_.get(), sheet.name.c_str());
        if (!added)
            throw Error(ErrorCode::invalid_argument, {out_.string(), {}, 0, 0},
                        "cannot be written: Excel refuses the sheet name \"" + sheet.name + "\"");
        sheets.push_back(added);
    }
    for (std::size_t at = 0; at < sheets.size(); ++at) write_sheet(sheets[at], matrix_.sheets[at]);
    // Frees the workbook whatever happens.
    require(workbook_close(workbook_.release()), out_, "the disk may be full");
}

void XlsxWorkbook::set_properties()
{
    std::string title = matrix_.title;
    std::string subject = matrix_.subject;
    std::string author = matrix_.program;
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.subject = subject.data();
    properties.author = author.data();
    properties.created = stamp(matrix_.date);
    require(workbook_set_properties(workbook_.get(), &properties), out_, "the properties");
    // libxlsxwriter has no dc:language.
    require(workbook_set_custom_property_string(workbook_.get(), "Language", name_of(matrix_.language)), out_,
            "the language");
}

void XlsxWorkbook::write_sheet(lxw_worksheet* sheet, const MatrixSheet& values)
{
    for (std::size_t column = 0; column < values.widths.size(); ++column) {
        const auto folded = [&](std::size_t one) {
            const auto found = values.folded.find(static_cast<int>(one));
            return found == values.folded.end() ? 0 : found->second;
        };
        lxw_row_col_options options{};
        if (const int level = folded(column); level > 0) {
            options.hidden = LXW_TRUE;
            options.level = static_cast<std::uint8_t>(level);
        }
        if (std::find(values.hidden_columns.begin(), values.hidden_columns.end(), column) !=
            values.hidden_columns.end())
            options.hidden = LXW_TRUE;
        // The mark that opens them stands over the column behind.
        options.collapsed = column > 0 && folded(column) < folded(column - 1) ? LXW_TRUE : LXW_FALSE;
        require(worksheet_set_column_opt(sheet, column_of(column), column_of(column), values.widths[column], nullptr,
                                         &options),
                out_, "a column");
    }
    if (values.hidden) worksheet_hide(sheet);
    for (const Merge& merge : values.merges) {
        const MatrixCell& cell =
            values.rows[static_cast<std::size_t>(merge.row)].cells[static_cast<std::size_t>(merge.first_column)];
        require(worksheet_merge_range(sheet, static_cast<lxw_row_t>(merge.row),
                                      static_cast<lxw_col_t>(merge.first_column), static_cast<lxw_row_t>(merge.row),
                                      static_cast<lxw_col_t>(merge.last_column), "", formats_.of(cell, values.locked)),
                out_, "a merged cell");
    }
    if (!has_rows_apart(values)) write_rows(sheet, values);
    write_notes(sheet, values);
    add_decisions(sheet, values);
    set_view(sheet, values);
    set_page(sheet, values);
    if (values.chart) add_outcome_chart(workbook_.get(), sheet, values, layout_, out_);
}

void XlsxWorkbook::write_rows(lxw_worksheet* sheet, const MatrixSheet& values)
{
    std::size_t links = 0;
    for (std::size_t row = 0; row < values.rows.size(); ++row) {
        const MatrixRow& line = values.rows[row];
        if (line.height > 0) require(worksheet_set_row(sheet, row_of(row), line.height, nullptr), out_, "a row");
        for (std::size_t column = 0; column < line.cells.size(); ++column)
            write_cell(sheet, row, column, line.cells[column], formats_.of(line.cells[column], values.locked), links);
    }
}

void XlsxWorkbook::write_cell(lxw_worksheet* sheet, std::size_t row, std::size_t column, const MatrixCell& cell,
                              lxw_format* format, std::size_t& links)
{
    const lxw_row_t at = row_of(row);
    const lxw_col_t across = column_of(column);
    if (!cell.formula.empty()) {
        const double* number = std::get_if<double>(&cell.value);
        const std::string formula = '=' + cell.formula;
        require(number ? worksheet_write_formula_num(sheet, at, across, formula.c_str(), format, *number)
                       : worksheet_write_formula_str(sheet, at, across, formula.c_str(), format,
                                                     xlsx_text(cell.text()).c_str()),
                out_, "a formula");
        return;
    }
    if (cell.empty()) {
        require(worksheet_write_blank(sheet, at, across, format), out_, "a cell");
        return;
    }
    if (const auto target = anchors_.find(cell.link); target != anchors_.end() && links < most_links) {
        require(worksheet_write_url(sheet, at, across, ("internal:" + target->second).c_str(), format), out_, "a link");
        ++links;
    }
    if (const double* number = std::get_if<double>(&cell.value)) {
        require(worksheet_write_number(sheet, at, across, *number, format), out_, "a number");
    }
    else if (const model::Date* date = std::get_if<model::Date>(&cell.value)) {
        lxw_datetime moment{date->year, date->month, date->day, 0, 0, 0};
        require(worksheet_write_datetime(sheet, at, across, &moment, format), out_, "a date");
    }
    else {
        require(worksheet_write_string(sheet, at, across, xlsx_text(cell.text()).c_str(), format), out_, "a text");
    }
}

/// Notes beside their cells. Where rows are written apart, their heights are set here too: a box is tied to the rows it
/// covers, so it must be known how tall they are.
void XlsxWorkbook::write_notes(lxw_worksheet* sheet, const MatrixSheet& values)
{
    // Each is a shape for Excel to draw; in a form of thousands of questions the first are enough to show the way.
    constexpr std::size_t most_notes = 1000;
    // Tahoma 8, which boxes are written in: about so many characters on a line of so many pixels.
    constexpr std::size_t characters = 62, most_lines = 40;
    constexpr int width = 360, line_height = 14, margin = 12;
    std::size_t notes = 0;
    for (std::size_t row = 0; row < values.rows.size() && notes < most_notes; ++row)
        for (std::size_t column = 0; column < values.rows[row].cells.size(); ++column) {
            const std::string& note = values.rows[row].cells[column].note;
            if (note.empty()) continue;
            std::size_t lines = 0;
            for (const std::string& line : split(note, '\n')) lines += 1 + utf16_length(line) / characters;
            lxw_comment_options options{};
            options.start_row = row_of(row);  // beside its own row, not over the one above
            options.start_col = column_of(column + 1);
            options.width = width;
            options.height = static_cast<std::uint16_t>(std::min(lines, most_lines) * line_height + margin);
            require(
                worksheet_write_comment_opt(sheet, row_of(row), column_of(column), xlsx_text(note).c_str(), &options),
                out_, "a note");
            ++notes;
        }
    if (notes == 0 || !has_rows_apart(values)) return;
    for (std::size_t row = 0; row < values.rows.size(); ++row)
        if (values.rows[row].height > 0)
            require(worksheet_set_row(sheet, row_of(row), values.rows[row].height, nullptr), out_, "a row");
}

/// A list to choose from on every run of cells that hold a decision.
void XlsxWorkbook::add_decisions(lxw_worksheet* sheet, const MatrixSheet& values)
{
    std::vector<std::string> words = matrix_.decisions;
    std::vector<char*> list;
    for (std::string& word : words) list.push_back(word.data());
    list.push_back(nullptr);
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_LIST;
    validation.value_list = list.data();
    const auto is_decision = [&](std::size_t row, std::size_t column) {
        return row < values.rows.size() && values.rows[row].cells[column].decision;
    };
    for (std::size_t column = 0; column < values.widths.size(); ++column)
        for (std::size_t row = 0; row < values.rows.size(); ++row) {
            if (!is_decision(row, column)) continue;
            const std::size_t first = row;
            while (is_decision(row + 1, column)) ++row;
            require(worksheet_data_validation_range(sheet, row_of(first), column_of(column), row_of(row),
                                                    column_of(column), &validation),
                    out_, "a list of decisions");
        }
}

void XlsxWorkbook::set_view(lxw_worksheet* sheet, const MatrixSheet& values)
{
    worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    if (values.tab) worksheet_set_tab_color(sheet, *values.tab);
    // Ids such as 18 are numbers, "1.10" is not: Excel need not mark it as a mistake.
    require(worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"), out_, "a sheet");
    if (values.header_row < 0) return;
    const auto header = static_cast<std::size_t>(values.header_row);
    worksheet_freeze_panes(sheet, row_of(header + 1), static_cast<lxw_col_t>(values.freeze_columns));
    if (values.filter)
        require(worksheet_autofilter(sheet, row_of(header), 0, row_of(values.rows.size() - 1),
                                     column_of(values.widths.size() - 1)),
                out_, "a filter");
    if (values.locked) {
        lxw_protection allowed{};
        allowed.format_cells = allowed.format_columns = allowed.format_rows = LXW_TRUE;
        allowed.autofilter = allowed.sort = LXW_TRUE;
        worksheet_protect(sheet, nullptr, &allowed);
    }
}

void XlsxWorkbook::set_page(lxw_worksheet* sheet, const MatrixSheet& values)
{
    constexpr double inches_per_millimetre = 1 / 25.4;
    constexpr std::uint8_t a4 = 9;
    if (layout_.landscape) worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, a4);
    worksheet_set_margins(sheet, layout_.margin_left * inches_per_millimetre,
                          layout_.margin_right * inches_per_millimetre, layout_.margin_top * inches_per_millimetre,
                          layout_.margin_bottom * inches_per_millimetre);
    worksheet_fit_to_pages(sheet, static_cast<std::uint16_t>(values.pages_wide), 0);
    if (values.repeated_columns > 0)
        require(worksheet_repeat_columns(sheet, 0, static_cast<lxw_col_t>(values.repeated_columns - 1)), out_,
                "the repeated columns");
    if (values.header_row >= 0)
        require(worksheet_repeat_rows(sheet, static_cast<lxw_row_t>(values.header_row),
                                      static_cast<lxw_row_t>(values.header_row)),
                out_, "the repeated header");
    const auto plain = [](const std::string& text) {
        std::string doubled;
        for (const char byte : text) doubled += byte == '&' ? "&&" : std::string(1, byte);
        return doubled;
    };
    // A blank after the size: a text that begins with a digit would be taken for part of it.
    const std::string pages = "&R&8 " + filled(filled(plain(matrix_.page_of), "page", "&P"), "pages", "&N");
    const std::string name = "&C&8 " + plain(values.name);
    const std::size_t room = longest_footer - utf16_length(pages + name) - 5;
    require(worksheet_set_footer(sheet, ("&L&8 " + cut_footer(plain(matrix_.footer), room) + name + pages).c_str()),
            out_, "the footer");
}

}  // namespace samsvar::report

extern "C" void samsvar_workbook_frame(const samsvar::report::FrameRequest& request,
                                       std::unique_ptr<samsvar::report::XlsxFrame>& frame)
{
    frame = std::make_unique<samsvar::report::XlsxWorkbook>(request);
}
