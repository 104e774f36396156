#include <algorithm>

#include "base/ascii.h"
#include "intake/surroundings.h"
#include "layout/printed_id.h"
#include "text/fold.h"
#include "text/quantity.h"

namespace samsvar::intake {

namespace {

constexpr std::size_t longest_heading = 80;
constexpr std::size_t most_annexes = 2000;

/// Length of a label ("8", "01", "3.2", "4b", "B") at the start of a folded text; 0 when a word stands there.
std::size_t label_length(std::string_view folded)
{
    std::size_t at = 0;
    while (at < folded.size() && is_digit(folded[at])) ++at;
    if (at > 3) return 0;
    while (at > 0 && at + 1 < folded.size() && folded[at] == '.' && is_digit(folded[at + 1])) {
        ++at;
        while (at < folded.size() && is_digit(folded[at])) ++at;
    }
    if (at < folded.size() && is_letter(folded[at])) ++at;
    return at < folded.size() && (is_letter(folded[at]) || is_digit(folded[at])) ? 0 : at;
}

std::size_t skip(std::string_view folded, std::size_t at, std::string_view signs)
{
    while (at < folded.size() && signs.find(folded[at]) != std::string_view::npos) ++at;
    return at;
}

struct Line {
    std::string label;
    std::string title;
};

/// Where the label of an annex begins behind the word for it: "Vedlegg nr. |3".
std::size_t label_behind(std::string_view folded, std::size_t word)
{
    const std::size_t at = skip(folded, word, " .");
    for (const std::string_view number : {"nummer", "nr", "no"})
        if (folded.substr(at).starts_with(number)) return skip(folded, at + number.size(), " .");
    return at;
}

/// "Vedlegg 1 – Title", "Bilag B: Title", "Vedlegg nr. 3" (no title). Nothing for prose about an annex.
std::optional<Line> annex_line(std::string_view source, const FormPatterns& patterns)
{
    source = text::trimmed(source);
    const text::Folded folded = text::fold(source);
    const auto word = patterns.annex_word(folded.text);
    if (!word) return std::nullopt;
    const std::size_t at = label_behind(folded.text, *word);
    const std::size_t length = label_length(std::string_view(folded.text).substr(at));
    if (length == 0) return std::nullopt;
    Line line{folded.quote({at, at + length}), {}};
    const std::size_t after = at + length;
    const std::size_t title = skip(folded.text, after, " -:.,)\n");
    if (title >= folded.text.size()) return line;
    const bool sign = skip(folded.text, after, " ") < title;
    const std::string_view rest = source.substr(folded.origin[title]);
    const bool capital = !rest.empty() && !(rest.front() >= 'a' && rest.front() <= 'z');
    if (!sign && !capital) return std::nullopt;
    line.title = text::trimmed(rest);
    return line;
}

/// "01", "3.", "B)", "Vedlegg 3" alone in a cell.
std::optional<std::string> label_alone(std::string_view source, const FormPatterns& patterns)
{
    if (const auto line = annex_line(source, patterns); line && line->title.empty()) return line->label;
    const text::Folded folded = text::fold(text::trimmed(source));
    const std::size_t length = label_length(folded.text);
    if (length == 0 || skip(folded.text, length, " .:)") < folded.text.size()) return std::nullopt;
    return folded.quote({0, length});
}

class AnnexReader {
public:
    explicit AnnexReader(const Surroundings& around) : around_(around) {}

    void read()
    {
        bool listed = false;  // below a heading for the annexes
        for (const model::Block& block : around_.document.blocks) {
            if (const auto* paragraph = std::get_if<model::Paragraph>(&block))
                listed = read_paragraph(*paragraph, listed);
            else {
                read_table(Grid(std::get<model::Table>(block)), listed);
                listed = false;
            }
        }
    }

private:
    void add(std::string label, std::string title, model::UnitId unit)
    {
        if (around_.submission.annexes.size() >= most_annexes) return;
        around_.submission.annexes.push_back({std::move(label), std::move(title), around_.document.place(unit)});
    }

    bool is_heading(std::string_view text) const
    {
        return text.size() <= longest_heading && around_.patterns.annex_word(text::fold_text(text)).has_value();
    }

    /// Returns whether the list of annexes goes on after the paragraph.
    bool read_paragraph(const model::Paragraph& paragraph, bool listed)
    {
        const Content content = content_of(paragraph);
        if (content.text.empty() || around_.ledger.decided(paragraph.unit)) return listed;
        if (read_lines(content.text, paragraph.unit)) return listed;
        if (is_heading(content.text)) {
            around_.ledger.use(paragraph.unit, "annex");
            return true;
        }
        if (!listed) return false;
        // Items of a numbered or bulleted list, or lines that begin with a number.
        if (!paragraph.label.empty() || paragraph.list_level >= 0) {
            const text::Folded label = text::fold(paragraph.label);
            add(label.quote({0, label_length(label.text)}), content.text, paragraph.unit);
            around_.ledger.use(paragraph.unit, "annex");
            return true;
        }
        const text::Folded folded = text::fold(content.text);
        const std::size_t length = label_length(folded.text);
        const std::size_t title = skip(folded.text, length, " .:)-");
        if (length == 0 || title == length || title >= folded.text.size()) return false;
        add(folded.quote({0, length}), std::string(std::string_view(content.text).substr(folded.origin[title])),
            paragraph.unit);
        around_.ledger.use(paragraph.unit, "annex");
        return true;
    }

    /// One or several lines "Vedlegg 1 – Title" in one paragraph or cell.
    bool read_lines(const std::string& text, model::UnitId unit)
    {
        bool used = false;
        for (std::size_t start = 0; start < text.size();) {
            const std::size_t end = std::min(text.find('\n', start), text.size());
            const auto line = annex_line(std::string_view(text).substr(start, end - start), around_.patterns);
            if (line && !line->title.empty()) {
                add(line->label, line->title, unit);
                used = true;
            }
            start = end + 1;
        }
        if (used) around_.ledger.use(unit, "annex");
        return used;
    }

    void read_table(const Grid& grid, bool announced)
    {
        if (grid.table().marks.hidden) return;
        bool list = announced || (grid.table().sheet && is_heading(grid.table().name)) || has_header(grid);
        bool first = true;
        std::size_t looked_at = 0;
        for (const int row : grid.rows()) {
            if (++looked_at > most_surrounding_rows) return;
            const std::vector<const model::Cell*> cells = free_cells(around_, grid, row);
            if (cells.empty()) continue;
            if (heads_list(cells)) {
                // "Enclosed documents" over the list, alone in its row.
                around_.ledger.use(*cells.front(), "header");
                list = first = true;
                continue;
            }
            if (list && first && !is_entry(cells))
                enter(cells, "header");
            else if (!read_row(cells, list) && list)
                list = read_title(cells);
            first = false;
        }
    }

    void enter(const std::vector<const model::Cell*>& cells, std::string_view as)
    {
        for (const model::Cell* cell : cells) around_.ledger.use(*cell, as);
    }

    bool heads_list(const std::vector<const model::Cell*>& cells) const
    {
        if (cells.size() != 1) return false;
        const std::string text = content_of(*cells.front()).text;
        if (!is_heading(text) || annex_line(text, around_.patterns) || names_file(text)) return false;
        // "Annex 2 to the tender documents – List of requirements": the file itself is an annex.
        const std::string folded = text::fold_text(text);
        const std::size_t label = label_behind(folded, *around_.patterns.annex_word(folded));
        return label_length(std::string_view(folded).substr(label)) == 0;
    }

    /// Whether the first row of a list is an annex already, not the names of its columns.
    bool is_entry(const std::vector<const model::Cell*>& cells) const
    {
        const std::string first = content_of(*cells.front()).text;
        return label_in_list(first) || names_file(first) || annex_line(first, around_.patterns).has_value();
    }

    /// "policy.pdf"
    static bool names_file(std::string_view text)
    {
        constexpr std::size_t longest_extension = 5;
        const std::size_t dot = text.rfind('.');
        if (dot == std::string_view::npos || dot == 0 || dot + 1 == text.size()) return false;
        const std::string extension = text::fold_text(text.substr(dot + 1));
        return extension.size() >= 2 && extension.size() <= longest_extension &&
               std::all_of(extension.begin(), extension.end(), [](char c) { return is_letter(c) || is_digit(c); }) &&
               text.find('\n') == std::string_view::npos;
    }

    /// In a list, codes are labels too: "PW-A", "Doc 7".
    std::optional<std::string> label_in_list(std::string_view text) const
    {
        constexpr std::size_t longest_code = 12;
        if (auto label = label_alone(text, around_.patterns)) return label;
        text = text::trimmed(text);
        const bool code = text.size() <= longest_code && layout::is_printed_id(text);
        return code ? std::optional(layout::plain_printed_id(text)) : std::nullopt;
    }

    /// A Word table whose first row is a header with the word for annexes, and whose rows below begin with labels.
    bool has_header(const Grid& grid) const
    {
        if (grid.rows().size() < 2) return false;
        const std::vector<const model::Cell*> header = free_cells(around_, grid, grid.rows().front());
        const std::vector<const model::Cell*> body = free_cells(around_, grid, grid.rows()[1]);
        const auto names_annex = [&](const model::Cell* cell) {
            const std::string text = content_of(*cell).text;
            return is_heading(text) && !annex_line(text, around_.patterns);
        };
        return std::any_of(header.begin(), header.end(), names_annex) && body.size() >= 2 &&
               label_in_list(content_of(*body.front()).text).has_value();
    }

    bool read_row(const std::vector<const model::Cell*>& cells, bool list)
    {
        const std::string first = content_of(*cells.front()).text;
        bool used = read_lines(first, cells.front()->unit);
        if (!used && cells.size() > 1) {
            const auto label = list ? label_in_list(first) : label_alone(first, around_.patterns);
            // Outside a list a bare number means nothing; "Vedlegg 3" does.
            if (label && (list || is_heading(first))) {
                add(*label, with_date(cells, 1), cells[1]->unit);
                used = true;
            }
        }
        if (used) enter(cells, "annex");
        return used;
    }

    /// A row of a list without a label: a title, what stands behind it says more of it. Returns false for what is none.
    bool read_title(const std::vector<const model::Cell*>& cells)
    {
        constexpr std::size_t longest_title = 200;
        const std::string text = content_of(*cells.front()).text;
        if (text.size() > longest_title) return false;
        const auto label = cells.size() == 1 ? label_alone(text, around_.patterns) : std::nullopt;
        add(label.value_or(""), label ? std::string() : with_date(cells, 0), cells.front()->unit);
        enter(cells, "annex");
        return true;
    }

    /// The title in the row, with the date of the document when a column behind it holds one.
    static std::string with_date(const std::vector<const model::Cell*>& cells, std::size_t title)
    {
        std::string text = content_of(*cells[title]).text;
        for (std::size_t at = title + 1; at < cells.size(); ++at) {
            const std::string more = content_of(*cells[at]).text;
            constexpr std::size_t longest_date = 40;
            if (more.size() > longest_date || text.find(more) != std::string::npos) continue;
            const text::Folded folded = text::fold(more);
            if (text::find_dates(text::Tokens(folded.text)).size() != 1) continue;
            text += ", " + more;
            break;
        }
        return text;
    }

    const Surroundings& around_;
};

}  // namespace

void read_annexes(const Surroundings& around)
{
    if (!around.patterns.knows_annexes()) return;
    AnnexReader(around).read();
}

}  // namespace samsvar::intake
