#include "report/matrix_xlsx.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <new>

#include "base/error.h"
#include "base/files.h"
#include "report/cell_text.h"
#include "report/xlsx_formats.h"

namespace samsvar::report {

namespace {

namespace fs = std::filesystem;

// Excel opens no sheet with more links than 65,530; the rows past that are still found by their number.
constexpr std::size_t most_links = 65'000;
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

/// Where each anchor stands: "'Answers'!A18".
using Anchors = std::map<std::string, std::string, std::less<>>;

Anchors anchors_of(const Matrix& matrix)
{
    Anchors anchors;
    for (const MatrixSheet& sheet : matrix.sheets)
        for (std::size_t row = 0; row < sheet.rows.size(); ++row)
            if (!sheet.rows[row].anchor.empty())
                anchors.emplace(sheet.rows[row].anchor, "internal:'" + sheet.name + "'!A" + std::to_string(row + 1));
    return anchors;
}

/// Writes one workbook; throws Error(io) when libxlsxwriter refuses anything.
class XlsxWriter {
public:
    XlsxWriter(const Matrix& matrix, const Layout& layout, const fs::path& file, const fs::path& out)
        : matrix_(matrix),
          layout_(layout),
          out_(out),
          folder_(file.parent_path().string()),
          anchors_(anchors_of(matrix))
    {
        if (folder_.empty()) folder_ = ".";
        // Parts are put together where the result goes, so that one disk decides whether there is room.
        lxw_workbook_options options{};
        options.tmpdir = folder_.data();
        workbook_.reset(workbook_new_opt(file.c_str(), &options));
        if (!workbook_) throw std::bad_alloc();
    }

    void write()
    {
        set_properties();
        XlsxFormats formats(workbook_.get(), layout_);
        std::vector<lxw_worksheet*> sheets;
        for (const MatrixSheet& sheet : matrix_.sheets) {
            lxw_worksheet* added = workbook_add_worksheet(workbook_.get(), sheet.name.c_str());
            if (!added)
                throw Error(ErrorCode::invalid_argument, {out_.string(), {}, 0, 0},
                            "cannot be written: Excel refuses the sheet name \"" + sheet.name + "\"");
            sheets.push_back(added);
        }
        for (std::size_t at = 0; at < sheets.size(); ++at) write_sheet(sheets[at], matrix_.sheets[at], formats);
        // Frees the workbook whatever happens.
        require(workbook_close(workbook_.release()), out_, "the disk may be full");
    }

private:
    void set_properties()
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

    void write_sheet(lxw_worksheet* sheet, const MatrixSheet& values, XlsxFormats& formats)
    {
        for (std::size_t column = 0; column < values.widths.size(); ++column)
            require(worksheet_set_column(sheet, column_of(column), column_of(column), values.widths[column], nullptr),
                    out_, "a column");
        for (const Merge& merge : values.merges) {
            const MatrixCell& cell =
                values.rows[static_cast<std::size_t>(merge.row)].cells[static_cast<std::size_t>(merge.first_column)];
            require(
                worksheet_merge_range(sheet, static_cast<lxw_row_t>(merge.row),
                                      static_cast<lxw_col_t>(merge.first_column), static_cast<lxw_row_t>(merge.row),
                                      static_cast<lxw_col_t>(merge.last_column), "", formats.of(cell, values.locked)),
                out_, "a merged cell");
        }
        std::size_t links = 0;
        for (std::size_t row = 0; row < values.rows.size(); ++row) {
            const MatrixRow& line = values.rows[row];
            if (line.height > 0) require(worksheet_set_row(sheet, row_of(row), line.height, nullptr), out_, "a row");
            for (std::size_t column = 0; column < line.cells.size(); ++column)
                write_cell(sheet, row, column, line.cells[column], formats.of(line.cells[column], values.locked),
                           links);
        }
        add_decisions(sheet, values);
        set_view(sheet, values);
        set_page(sheet, values);
        if (values.chart) add_outcome_chart(workbook_.get(), sheet, values, layout_, out_);
    }

    void write_cell(lxw_worksheet* sheet, std::size_t row, std::size_t column, const MatrixCell& cell,
                    lxw_format* format, std::size_t& links)
    {
        const lxw_row_t at = row_of(row);
        const lxw_col_t across = column_of(column);
        if (cell.empty()) {
            require(worksheet_write_blank(sheet, at, across, format), out_, "a cell");
            return;
        }
        if (const auto target = anchors_.find(cell.link); target != anchors_.end() && links < most_links) {
            require(worksheet_write_url(sheet, at, across, target->second.c_str(), format), out_, "a link");
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

    /// A list to choose from on every run of cells that hold a decision.
    void add_decisions(lxw_worksheet* sheet, const MatrixSheet& values)
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

    void set_view(lxw_worksheet* sheet, const MatrixSheet& values)
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

    void set_page(lxw_worksheet* sheet, const MatrixSheet& values)
    {
        constexpr double inches_per_millimetre = 1 / 25.4;
        constexpr std::uint8_t a4 = 9;
        if (layout_.landscape) worksheet_set_landscape(sheet);
        worksheet_set_paper(sheet, a4);
        worksheet_set_margins(sheet, layout_.margin_left * inches_per_millimetre,
                              layout_.margin_right * inches_per_millimetre, layout_.margin_top * inches_per_millimetre,
                              layout_.margin_bottom * inches_per_millimetre);
        worksheet_fit_to_pages(sheet, 1, 0);
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

    /// Cut, but never between the two halves of a doubled ampersand.
    static std::string cut_footer(const std::string& text, std::size_t room)
    {
        std::string cut = cut_to(text, room, "…");
        const std::size_t ampersands = static_cast<std::size_t>(std::count(cut.begin(), cut.end(), '&'));
        if (ampersands % 2 == 1) cut.erase(cut.rfind('&'), 1);
        return cut;
    }

    struct FreeWorkbook {
        void operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }
    };

    const Matrix& matrix_;
    const Layout& layout_;
    const fs::path& out_;
    std::string folder_;
    Anchors anchors_;
    std::unique_ptr<lxw_workbook, FreeWorkbook> workbook_;
};

/// libxlsxwriter does not look at the result of writing a part, so room for them is asked for beforehand.
void require_room(const Matrix& matrix, const fs::path& folder, const fs::path& out)
{
    std::uintmax_t bytes = 1u << 20;
    for (const MatrixSheet& sheet : matrix.sheets)
        for (const MatrixRow& row : sheet.rows)
            for (const MatrixCell& cell : row.cells) bytes += 80 + 2 * cell.text().size();
    std::error_code error;
    const fs::space_info space = fs::space(folder.empty() ? fs::path(".") : folder, error);
    if (!error && space.available < bytes)
        throw Error(ErrorCode::io, {out.string(), {}, 0, 0},
                    "cannot be written: the disk has less than " + std::to_string((bytes >> 20) + 1) + " MiB left");
}

}  // namespace

void write_xlsx(const Matrix& matrix, const Layout& layout, const fs::path& out)
{
    write_atomically(out, [&](const fs::path& temporary) {
        require_room(matrix, temporary.parent_path(), out);
        XlsxWriter(matrix, layout, temporary, out).write();
    });
}

void write_matrix(const model::Assessment& assessment, const Layout& layout, model::Language language,
                  const fs::path& out)
{
    write_xlsx(make_matrix(assessment, layout, language), layout, out);
}

}  // namespace samsvar::report
