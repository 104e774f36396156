#include <algorithm>

#include "intake/surroundings.h"
#include "text/fold.h"

namespace samsvar::intake {

namespace {

/// Beyond this many cells and paragraphs nobody writes his name and address.
constexpr std::size_t most_places = 50'000;
constexpr std::size_t longest_value = 160;

struct LabelledValue {
    const model::FormFact* fact = nullptr;
    std::string label;
    std::string value;
};

/// "Leverandør: X" or "Leverandør<tab>X" in one line; an empty value when the label stands alone.
LabelledValue labelled_value(std::string_view line, const FormPatterns& patterns)
{
    line = text::trimmed(line);
    const std::size_t end = line.find_first_of(":\t");
    const std::string_view label = line.substr(0, end);
    LabelledValue found{patterns.fact(label), std::string(text::trimmed(label)), {}};
    if (found.fact && end != std::string_view::npos) {
        std::string_view value = line.substr(end + 1);
        while (!value.empty() && std::string_view(": \t").find(value.front()) != std::string_view::npos)
            value.remove_prefix(1);
        found.value = text::trimmed(value);
    }
    return found;
}

std::vector<std::string> split_lines(const std::string& text)
{
    std::vector<std::string> lines;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        lines.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return lines;
}

class FactReader {
public:
    explicit FactReader(const Surroundings& around) : around_(around) {}

    void read()
    {
        const model::Paragraph* heading = nullptr;  // a label that waits for its value in the next paragraph
        for (const model::Block& block : around_.document.blocks) {
            const auto* paragraph = std::get_if<model::Paragraph>(&block);
            if (!paragraph || text::trimmed(paragraph->text).empty()) {
                if (!paragraph) heading = nullptr;
                continue;
            }
            heading = read_paragraph(*paragraph, heading);
        }
        for (const model::Table* table : all_tables(around_.document)) read_table(Grid(*table));
        for (const model::Aside& aside : around_.document.asides)
            if (aside.kind == model::UnitKind::text_box || aside.kind == model::UnitKind::header_footer)
                read_paragraph(aside.paragraph, nullptr);
    }

private:
    void add(const LabelledValue& found, const std::string& value, model::UnitId unit)
    {
        around_.submission.facts.push_back({found.fact->key, found.label, value, around_.document.place(unit)});
    }

    /// Returns the paragraph when it is a label without a value.
    const model::Paragraph* read_paragraph(const model::Paragraph& paragraph, const model::Paragraph* heading)
    {
        if (++places_ > most_places || around_.ledger.decided(paragraph.unit) || paragraph.marks.hidden) return nullptr;
        const Content content = content_of(paragraph);
        if (content.text.empty()) {
            if (!content.empty() || content.placeholder.empty()) return nullptr;
            around_.ledger.ignore(paragraph.unit, reason::placeholder);
            return nullptr;
        }
        bool used = read_lines(content.text, paragraph.unit);
        if (!used && content.text.back() == ':' && labelled_value(content.text, around_.patterns).fact) {
            around_.ledger.use(paragraph.unit, "fact");
            return &paragraph;
        }
        if (!used && heading && content.text.size() <= longest_value && content.text.find(':') == std::string::npos) {
            add(labelled_value(heading->text, around_.patterns), content.text, paragraph.unit);
            used = true;
        }
        if (used)
            around_.ledger.use(paragraph.unit, "fact");
        else if (around_.patterns.is_title(content.text))
            around_.ledger.use(paragraph.unit, "title");
        return nullptr;
    }

    bool read_lines(const std::string& text, model::UnitId unit)
    {
        bool used = false;
        for (const std::string& line : split_lines(text)) {
            const LabelledValue found = labelled_value(line, around_.patterns);
            if (!found.fact || found.value.empty()) continue;
            add(found, found.value, unit);
            used = true;
        }
        return used;
    }

    void read_table(const Grid& grid)
    {
        if (grid.table().marks.hidden) return;
        std::size_t looked_at = 0;
        for (const int row : grid.rows()) {
            if (places_ > most_places || ++looked_at > most_surrounding_rows) return;
            for (const model::Cell* cell : free_cells(around_, grid, row)) {
                ++places_;
                if (!around_.ledger.decided(cell->unit)) read_cell(grid, *cell);
            }
        }
    }

    bool is_label(const model::Cell& cell) const
    {
        return labelled_value(content_of(cell).text, around_.patterns).fact != nullptr;
    }

    void read_cell(const Grid& grid, const model::Cell& cell)
    {
        const std::string text = content_of(cell).text;
        if (read_lines(text, cell.unit)) {
            around_.ledger.use(cell, "fact");
            return;
        }
        const LabelledValue found = labelled_value(text, around_.patterns);
        if (!found.fact) {
            if (around_.patterns.is_title(text)) around_.ledger.use(cell, "title");
            return;
        }
        const model::Cell* value = value_of(grid, cell);
        if (!value) return;
        around_.ledger.use(cell, "fact");
        const Content content = content_of(*value);
        if (content.empty()) {
            around_.ledger.ignore(*value, reason_for_nothing(content));
            return;
        }
        if (around_.typed_values_only && (content.marks.formula || around_.patterns.is_known_label(content.text))) {
            around_.ledger.ignore(*value, content.marks.formula ? reason::computed : reason::outside);
            return;
        }
        add(found, content.text.empty() ? content.choice : content.text, value->unit);
        around_.ledger.use(*value, "fact");
    }

    /// The next cell to the right, or the one below when the labels stand side by side.
    const model::Cell* value_of(const Grid& grid, const model::Cell& label) const
    {
        const int next = label.column + label.column_span;
        int labels = 0;
        bool only_labels = true;
        for (const model::Cell& cell : grid.row(label.row)) {
            if (text::trimmed(cell.text()).empty()) continue;
            if (is_label(cell))
                ++labels;
            else
                only_labels = false;
        }
        for (const model::Cell& cell : grid.row(label.row)) {
            if (cell.column < next || around_.ledger.decided(cell.unit) || grid.hidden(cell)) continue;
            const bool filled = !text::trimmed(cell.text()).empty();
            if (filled && !is_label(cell)) return &cell;
            // A Word form leaves the value cell there, empty; a sheet may leave columns between.
            if (filled || !grid.table().sheet) break;
        }
        // A label with an empty cell beside it was left unanswered; what stands below is another matter.
        const bool heads_column = only_labels && (labels > 1 || grid.table().columns == 1);
        const model::Cell* below = grid.at(label.row + label.row_span, label.column);
        if (!heads_column || !below || around_.ledger.decided(below->unit) || grid.hidden(*below)) return nullptr;
        return text::trimmed(below->text()).empty() || is_label(*below) ? nullptr : below;
    }

    const Surroundings& around_;
    std::size_t places_ = 0;
};

}  // namespace

std::vector<const model::Cell*> free_cells(const Surroundings& around, const Grid& grid, int row)
{
    std::vector<const model::Cell*> cells;
    for (const model::Cell& cell : grid.row(row))
        if (!around.ledger.decided(cell.unit) && !grid.hidden(cell) && !text::trimmed(cell.text()).empty())
            cells.push_back(&cell);
    return cells;
}

void read_facts(const Surroundings& around)
{
    FactReader(around).read();
}

}  // namespace samsvar::intake
