#include <xlsxwriter.h>

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/files.h"
#include "questionnaire/labels.h"
#include "questionnaire/make.h"
#include "text/fold.h"

namespace samsvar::questionnaire {

namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t heading_colour = 0x1F3864, input_colour = 0xFFF8DC;

enum Column : lxw_col_t {
    id_column,
    title_column,
    text_column,
    level_column,
    asked_column,
    answer_column,
    explanation_column,
    document_column,
    mark_column
};

class Workbook {
public:
    Workbook(const Questionnaire& questionnaire, const fs::path& temporary, const fs::path& out)
        : made_(questionnaire), out_(out), book_(workbook_new(temporary.c_str()))
    {
        if (!book_) throw Error(ErrorCode::io, {out.string(), {}, 0, 0}, "cannot be written");
    }
    ~Workbook()
    {
        if (book_) lxw_workbook_free(book_);
    }
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    void write()
    {
        make_formats();
        std::string title = shown(made_.texts.title.in(made_.language));
        lxw_doc_properties properties{};
        properties.title = title.data();
        // No clock: the day ZIP begins with, as in all our files.
        properties.created = 315532800;
        require(workbook_set_properties(book_, &properties));
        write_information(title);
        write_requirements();
        write_list();
        lxw_workbook* book = book_;
        book_ = nullptr;
        require(workbook_close(book));
    }

private:
    void require(lxw_error code) const
    {
        if (code != LXW_NO_ERROR)
            throw Error(ErrorCode::io, {out_.string(), {}, 0, 0},
                        std::string("cannot be written: ") + lxw_strerror(code));
    }
    /// libxlsxwriter writes invalid UTF-8 through and refuses what no cell can hold.
    static std::string shown(const std::string& text)
    {
        constexpr std::size_t longest = 32000;
        std::string valid = text::valid_utf8(text);
        return valid.size() > longest ? text::valid_utf8(valid.substr(0, longest)) : valid;
    }
    const std::string& label(const char* id) const { return made_.texts.label(id, made_.language); }
    void put(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& text, lxw_format* format) const
    {
        const std::string valid = shown(text);
        require(valid.empty() ? worksheet_write_blank(sheet, row, column, format)
                              : worksheet_write_string(sheet, row, column, valid.c_str(), format));
    }

    lxw_format* format(std::uint32_t background, bool bold, bool bordered) const
    {
        lxw_format* made = workbook_add_format(book_);
        format_set_text_wrap(made);
        format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
        format_set_font_name(made, "Calibri");
        format_set_font_size(made, 10);
        if (bold) format_set_bold(made);
        if (background) {
            format_set_pattern(made, LXW_PATTERN_SOLID);
            format_set_bg_color(made, background);
        }
        if (bordered) {
            format_set_border(made, LXW_BORDER_THIN);
            format_set_border_color(made, 0xBFBFBF);
        }
        return made;
    }

    void make_formats()
    {
        plain_ = format(0, false, false);
        bold_ = format(0, true, false);
        cell_ = format(0, false, true);
        strong_ = format(0, true, true);
        input_ = format(input_colour, false, true);
        head_ = format(heading_colour, true, true);
        format_set_font_color(head_, LXW_COLOR_WHITE);
        title_ = format(0, true, false);
        format_set_font_size(title_, 16);
        buyer_ = format(0, true, false);
        for (lxw_format* unwrapped : {title_, buyer_}) unwrapped->text_wrap = LXW_FALSE;
    }

    lxw_worksheet* add_sheet(const char* name) const
    {
        lxw_worksheet* sheet = workbook_add_worksheet(book_, name);
        require(sheet ? LXW_NO_ERROR : LXW_ERROR_PARAMETER_VALIDATION);
        return sheet;
    }
    static void set_page(lxw_worksheet* sheet)
    {
        constexpr std::uint8_t a4 = 9;
        worksheet_set_landscape(sheet);
        worksheet_set_paper(sheet, a4);
        worksheet_fit_to_pages(sheet, 1, 0);
    }

    void write_information(const std::string& title)
    {
        lxw_worksheet* sheet = add_sheet(label("information").c_str());
        require(worksheet_set_column(sheet, 0, 0, 30, nullptr));
        require(worksheet_set_column(sheet, 1, 1, 70, nullptr));
        worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
        lxw_row_t row = 0;
        if (made_.texts.logo) {
            const Picture& logo = *made_.texts.logo;
            constexpr double tallest = 60;
            lxw_image_options options{};
            options.x_scale = options.y_scale = std::min(1.0, tallest / logo.height);
            options.x_offset = options.y_offset = 4;
            require(worksheet_set_row(sheet, row, 52, nullptr));
            require(worksheet_insert_image_buffer_opt(sheet, row++, 0,
                                                      reinterpret_cast<const unsigned char*>(logo.bytes.data()),
                                                      logo.bytes.size(), &options));
        }
        if (!made_.texts.buyer.empty()) put(sheet, row++, 0, made_.texts.buyer, buyer_);
        put(sheet, row++, 0, title, title_);
        ++row;
        for (const std::string& paragraph : made_.texts.paragraphs(made_.texts.introduction, made_.language))
            paragraph_over_both(sheet, row++, paragraph);
        for (const char* fact : fact_labels) {
            put(sheet, row, 0, label(fact), strong_);
            put(sheet, row++, 1, "", input_);
        }
        ++row;
        put(sheet, row++, 0, label("instructions"), bold_);
        int number = 1;
        for (const std::string& point : made_.texts.paragraphs(made_.texts.instructions, made_.language))
            paragraph_over_both(sheet, row++, std::to_string(number++) + ". " + point);
        set_page(sheet);
    }
    void paragraph_over_both(lxw_worksheet* sheet, lxw_row_t row, const std::string& text)
    {
        require(worksheet_merge_range(sheet, row, 0, row, 1, shown(text).c_str(), plain_));
        constexpr std::size_t characters_a_line = 105;
        const auto lines = static_cast<double>(text.size() / characters_a_line + 1);
        require(worksheet_set_row(sheet, row, 14 * lines, nullptr));
    }

    void write_requirements()
    {
        lxw_worksheet* sheet = add_sheet(label("requirements").c_str());
        const std::array<std::pair<const char*, double>, mark_column> columns = {{{"id", 11},
                                                                                  {"title", 24},
                                                                                  {"requirement", 52},
                                                                                  {"level", 8},
                                                                                  {"asked", 30},
                                                                                  {"answer", 14},
                                                                                  {"explanation", 60},
                                                                                  {"document", 28}}};
        for (lxw_col_t column = 0; column < mark_column; ++column) {
            require(worksheet_set_column(sheet, column, column, columns[column].second, nullptr));
            put(sheet, 0, column, label(columns[column].first), head_);
        }
        lxw_row_col_options hidden{};
        hidden.hidden = LXW_TRUE;
        require(worksheet_set_column_opt(sheet, mark_column, mark_column, 8, nullptr, &hidden));
        put(sheet, 0, mark_column, "samsvar", plain_);
        lxw_row_t row = 1;
        for (const Item& item : made_.items) write_row(sheet, row++, item);
        add_list(sheet, 1, row + spare_rows);
        worksheet_freeze_panes(sheet, 1, title_column);
        // The hidden column is inside, so that it moves along when rows are sorted.
        require(worksheet_autofilter(sheet, 0, 0, row - 1, mark_column));
        set_page(sheet);
        require(worksheet_repeat_rows(sheet, 0, 0));
        require(worksheet_print_area(sheet, 0, 0, row - 1, document_column));
        worksheet_activate(sheet);
        worksheet_activate(book_->worksheets->stqh_first);
    }

    void write_row(lxw_worksheet* sheet, lxw_row_t row, const Item& item)
    {
        put(sheet, row, id_column, item.id, strong_);
        put(sheet, row, title_column, (item.group.empty() ? "" : item.group + ": ") + item.title, cell_);
        put(sheet, row, text_column, item.text, cell_);
        put(sheet, row, level_column, label(item.shall ? "shall" : "should"), cell_);
        put(sheet, row, asked_column, item.evidence, cell_);
        for (const lxw_col_t column : {answer_column, explanation_column, document_column})
            put(sheet, row, column, "", input_);
        put(sheet, row, mark_column, item.mark, plain_);
        // Excel does not fit the height of a row to texts that were written for it; letters at 10 points.
        const auto lines = [](const std::string& text, std::size_t letters_a_line) {
            return static_cast<double>(text.size() / letters_a_line + 1);
        };
        const double tallest =
            std::max({lines(item.text, 46), lines(item.evidence, 26), lines(item.group + item.title, 20)});
        require(worksheet_set_row(sheet, row, 13.5 * tallest + 3, nullptr));
    }

    void add_list(lxw_worksheet* sheet, lxw_row_t first, lxw_row_t last)
    {
        std::array<std::string, choice_labels.size()> words;
        std::array<char*, choice_labels.size() + 1> values{};
        for (std::size_t index = 0; index < words.size(); ++index) {
            words[index] = label(choice_labels[index]);
            values[index] = words[index].data();
        }
        std::string refusal = label("choose");
        lxw_data_validation validation{};
        validation.validate = LXW_VALIDATION_TYPE_LIST;
        validation.value_list = values.data();
        validation.error_message = refusal.data();
        require(worksheet_data_validation_range(sheet, first, answer_column, last, answer_column, &validation));
    }

    void write_list()
    {
        lxw_worksheet* sheet = add_sheet("samsvar");
        lxw_row_t row = 0;
        for (const Item& item : made_.items) put(sheet, row++, 0, std::string(list_mark) + item.mark, plain_);
        worksheet_hide(sheet);
    }

    static constexpr lxw_row_t spare_rows = 50;  ///< rows a supplier adds have the list, too
    const Questionnaire& made_;
    const fs::path& out_;
    lxw_workbook* book_;
    lxw_format *plain_ = nullptr, *bold_ = nullptr, *cell_ = nullptr, *strong_ = nullptr, *input_ = nullptr,
               *head_ = nullptr, *title_ = nullptr, *buyer_ = nullptr;
};

}  // namespace

void write_xlsx(const Questionnaire& questionnaire, const fs::path& out)
{
    write_atomically(out, [&](const fs::path& temporary) { Workbook(questionnaire, temporary, out).write(); });
}

}  // namespace samsvar::questionnaire
