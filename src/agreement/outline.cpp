#include "agreement/outline.h"

#include <algorithm>
#include <array>
#include <map>

#include "agreement/numbering.h"
#include "base/error.h"
#include "text/fold.h"
#include "text/language_guess.h"
#include "text/segment.h"

namespace samsvar::agreement {

namespace {

using model::Clause;
using model::Paragraph;
using model::Passage;

constexpr std::size_t prose_cell = 240;  ///< bytes: longer cells hold clauses, not facts
constexpr std::size_t longest_lead = 400;

/// The end of a text that goes on in a list: from behind its last full stop.
std::string lead_of(std::string_view text)
{
    text = text::trimmed(text);
    if (!text.empty() && text.back() == ':') text.remove_suffix(1);
    const std::size_t stop = text.rfind(". ");
    if (stop != std::string_view::npos) text.remove_prefix(stop + 2);
    if (text.size() > longest_lead) return {};
    return std::string(text);
}

class OutlineReader {
public:
    explicit OutlineReader(const model::Document& document) : document_(document) {}

    model::Agreement read()
    {
        agreement_.ledger.resize(document_.units.size());
        for (std::size_t index = 0; index < document_.units.size(); ++index)
            agreement_.ledger[index].unit = static_cast<model::UnitId>(index);
        agreement_.clauses.emplace_back();
        find_section_level();
        for (const model::Block& block : document_.blocks) {
            if (const auto* paragraph = std::get_if<Paragraph>(&block))
                read_paragraph(*paragraph, {}, {});
            else
                read_table(std::get<model::Table>(block));
        }
        settle_ledger();
        guess_language();
        return std::move(agreement_);
    }

private:
    /// Headings of this level open sections; those above it are titles, those below subsections.
    void find_section_level()
    {
        std::map<int, int> counts;
        for (const model::Block& block : document_.blocks)
            if (const auto* paragraph = std::get_if<Paragraph>(&block); paragraph && paragraph->heading >= 1 &&
                                                                        paragraph->heading <= 9 &&
                                                                        !text::trimmed(paragraph->text).empty())
                ++counts[paragraph->heading];
        for (const auto& [level, count] : counts)
            if (count >= 3) {
                section_level_ = level;
                break;
            }
        if (section_level_ == 0 && !counts.empty()) section_level_ = counts.begin()->first;
    }

    bool styled() const { return section_level_ != 0; }

    void use(model::UnitId unit, const char* word, std::string_view text)
    {
        if (unit >= agreement_.ledger.size()) return;
        model::LedgerEntry& entry = agreement_.ledger[unit];
        entry.used = true;
        entry.use = word;
        entry.excerpt = excerpt(text);
    }

    static std::string excerpt(std::string_view text)
    {
        constexpr std::size_t longest = 120;
        if (text.size() > longest) {
            std::size_t end = longest;
            while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
            return std::string(text.substr(0, end)) + "…";
        }
        return std::string(text);
    }

    std::size_t section() const { return agreement_.clauses.back().section; }

    void open_section(std::string number, std::string heading, bool annex, const model::Place& place)
    {
        Clause clause;
        clause.number = std::move(number);
        clause.heading = std::move(heading);
        clause.section = agreement_.clauses.size();
        clause.place = place;
        in_annex_ = annex || (in_annex_ && clause.number.empty());
        clause.annex = in_annex_;
        agreement_.clauses.push_back(std::move(clause));
        leads_.clear();
    }

    void open_subsection(std::string number, std::string heading, const model::Place& place)
    {
        Clause clause;
        clause.number = std::move(number);
        clause.heading = std::move(heading);
        clause.section = section();
        clause.annex = in_annex_;
        clause.place = place;
        agreement_.clauses.push_back(std::move(clause));
    }

    void add_passage(Passage passage)
    {
        if (agreement_.passages.size() >= most_passages)
            throw Error(ErrorCode::limit_exceeded, {document_.file, {}, 0, 0},
                        "holds more than " + std::to_string(most_passages) +
                            " paragraphs and table rows; no agreement is that long: send the agreement alone");
        passage.clause = agreement_.clauses.size() - 1;
        agreement_.passages.push_back(std::move(passage));
    }

    /// `columns` and `place` are those of a cell that the paragraph stands in.
    void read_paragraph(const Paragraph& paragraph, std::string columns, const model::Place& cell_place)
    {
        const std::string text(text::trimmed(paragraph.text));
        if (text.empty()) return;
        const bool in_cell = !cell_place.part.empty();
        const model::Place place = in_cell ? cell_place : document_.place(paragraph.unit);
        if (paragraph.marks.hidden) return;
        if (paragraph.heading == 10 ||
            (agreement_.title.empty() && agreement_.passages.empty() && !in_cell && paragraph.heading == 0 &&
             paragraph.label.empty() && looks_like_heading(text) && number_in_front(text).number.empty())) {
            if (agreement_.title.empty()) agreement_.title = text;
            use(paragraph.unit, "title", text);
            return;
        }
        NumberInFront number = number_of_label(paragraph.label);
        std::string rest = text;
        if (number.number.empty()) {
            number = number_in_front(text);
            if (!number.number.empty()) rest = text.substr(number.rest);
        }
        const bool heading_style = paragraph.heading >= 1 && paragraph.heading <= 9;
        if (heading_style && paragraph.heading < section_level_ && !number.annex) {
            if (agreement_.title.empty()) agreement_.title = text;
            open_section(number.number, rest, false, place);
            use(paragraph.unit, "title", text);
            return;
        }
        const bool heading_text = looks_like_heading(rest);
        if (number.annex && (heading_style || heading_text || text.size() < 80)) {
            open_section(number.number, rest == text ? std::string() : rest, true, place);
            use(paragraph.unit, "heading", text);
            return;
        }
        if (heading_style) {
            if (paragraph.heading > section_level_ && agreement_.clauses.size() > 1)
                open_subsection(number.number, rest, place);
            else {
                if (!number.number.empty()) in_annex_ = false;
                open_section(number.number, rest, false, place);
            }
            use(paragraph.unit, "heading", text);
            return;
        }
        const std::size_t mark = paragraph.label.empty() ? item_mark(text) : 0;
        const bool goes_on = !leads_.empty() && begins_small(rest);
        if (!number.number.empty() && !goes_on && mark == 0) {
            const bool item = paragraph.list_level > 0 && number.depth == 1;
            if (number.depth == 1 && heading_text && !item && !(styled() && section() != 0)) {
                if (!in_annex_ || !paragraph.label.empty())
                    open_section(number.number, rest, false, place);
                else
                    open_subsection(number.number, rest, place);
                use(paragraph.unit, "heading", text);
                return;
            }
            if (number.depth > 1 && heading_text) {
                open_subsection(number.number, rest, place);
                use(paragraph.unit, "heading", text);
                return;
            }
            if (!item) {
                if (number.depth == 1 && !styled() && !in_annex_)
                    open_section(number.number, {}, false, place);
                else
                    open_subsection(number.number, {}, place);
                leads_.clear();
                add_plain(paragraph, rest, columns, place, {});
                return;
            }
        }
        if (number.number.empty() && paragraph.label.empty() && mark == 0 && !in_cell && !styled() && !goes_on &&
            lonely_heading(text)) {
            open_section({}, text, false, place);
            use(paragraph.unit, "heading", text);
            return;
        }
        read_body(paragraph, mark ? text.substr(mark) : rest, mark ? text.substr(0, mark) : paragraph.label, columns,
                  place, goes_on);
    }

    /// A short line without a number in a text that has no heading styles: "Sekretess".
    bool lonely_heading(const std::string& text) const
    {
        constexpr std::size_t most_words = 7;
        if (!looks_like_heading(text) || begins_small(text) || agreement_.passages.empty()) return false;
        if (text::count_words(text::fold_text(text)) > most_words) return false;
        // Where sections have numbers, a line without one is no section.
        return std::none_of(agreement_.clauses.begin(), agreement_.clauses.end(),
                            [](const Clause& one) { return !one.number.empty() && !one.annex; });
    }

    void read_body(const Paragraph& paragraph, const std::string& text, const std::string& label,
                   const std::string& columns, const model::Place& place, bool goes_on)
    {
        const bool item = !label.empty() || paragraph.list_level >= 0;
        const int level = item ? std::max(paragraph.list_level, 0) : -1;
        std::string lead;
        if (item || goes_on) {
            while (!leads_.empty() && leads_.back().level >= level && item) leads_.pop_back();
            if (!leads_.empty()) lead = leads_.back().text;
        }
        else
            leads_.clear();
        if (item && !lead.empty() && label.find_first_of("0123456789abcdefghijklmnopqrstuvwxyz") != std::string::npos)
            open_item(label, place);
        add_plain(paragraph, text, columns, place, lead);
        if (goes_on_in_list(text)) leads_.push_back({level, (lead.empty() ? "" : lead + " ") + lead_of(text)});
    }

    /// A lettered item is a clause of its own: "4 (d)".
    void open_item(std::string_view label, const model::Place& place)
    {
        label = text::trimmed(label);
        while (!label.empty() && (label.front() == '(')) label.remove_prefix(1);
        while (!label.empty() && std::string_view(").:").find(label.back()) != std::string_view::npos)
            label.remove_suffix(1);
        if (label.empty()) return;
        std::size_t parent = agreement_.clauses.size() - 1;
        if (agreement_.clauses[parent].number.ends_with(')')) {
            parent = items_parent_;
        }
        else
            items_parent_ = parent;
        const std::string& above = agreement_.clauses[parent].number;
        open_subsection((above.empty() ? "" : above + ' ') + '(' + std::string(label) + ')', {}, place);
    }

    void add_plain(const Paragraph& paragraph, const std::string& text, const std::string& columns,
                   const model::Place& place, std::string lead)
    {
        Passage passage;
        passage.text = text;
        passage.lead = std::move(lead);
        passage.columns = columns;
        passage.place = place;
        passage.unit = paragraph.unit;
        if (leads_.empty() && goes_on_in_list(text) && passage.lead.empty()) leads_.push_back({-1, lead_of(text)});
        add_passage(std::move(passage));
        use(paragraph.unit, in_annex_ ? "annex" : "clause", text);
    }

    void read_table(const model::Table& table)
    {
        ++tables_;
        leads_.clear();
        std::vector<std::string> headers(static_cast<std::size_t>(std::max(table.columns, 0)));
        const bool several = table.rows > 1;
        std::map<int, std::vector<const model::Cell*>> rows;
        for (const model::Cell& cell : table.cells) rows[cell.row].push_back(&cell);
        bool first = true;
        for (const auto& [row, cells] : rows) {
            read_row(cells, headers, several && first);
            if (first)
                for (const model::Cell* cell : cells)
                    if (cell->column >= 0 && static_cast<std::size_t>(cell->column) < headers.size())
                        headers[static_cast<std::size_t>(cell->column)] = cell->text();
            first = false;
        }
    }

    void read_row(const std::vector<const model::Cell*>& cells, const std::vector<std::string>& headers, bool header)
    {
        const bool prose = std::any_of(cells.begin(), cells.end(),
                                       [](const model::Cell* cell) { return cell->text().size() > prose_cell; });
        std::string columns;
        if (!header)
            for (const std::string& one : headers) columns += (columns.empty() || one.empty() ? "" : " | ") + one;
        Passage passage;
        passage.columns = columns;
        passage.table = tables_;
        passage.header = header;
        for (const model::Cell* cell : cells) {
            const std::string text(text::trimmed(cell->text()));
            if (text.empty()) continue;
            use(cell->unit, "table", text);
            if (!passage.text.empty()) passage.text += passage.cells.size() == 1 ? ": " : " | ";
            if (passage.unit == model::no_unit) passage.unit = cell->unit, passage.place = document_.place(cell->unit);
            const std::size_t begin = passage.text.size();
            passage.text += text;
            passage.cells.push_back({begin, passage.text.size(), cell->column, document_.place(cell->unit)});
        }
        if (passage.text.empty()) return;
        if (!prose) {
            add_passage(std::move(passage));
            return;
        }
        // A table that holds the clauses themselves, or long values: each paragraph on its own, the row's first cell
        // and the column's header telling what it is about.
        const std::string label = cells.front()->text().size() <= prose_cell ? cells.front()->text() : std::string();
        for (const model::Cell* cell : cells) {
            std::string about = cell == cells.front() ? std::string() : label;
            if (!header && cell->column >= 0 && static_cast<std::size_t>(cell->column) < headers.size())
                about += " | " + headers[static_cast<std::size_t>(cell->column)];
            for (const model::Block& block : cell->blocks)
                if (const auto* paragraph = std::get_if<Paragraph>(&block))
                    read_paragraph(*paragraph, about, document_.place(cell->unit));
        }
    }

    void settle_ledger()
    {
        for (std::size_t index = 0; index < agreement_.ledger.size(); ++index) {
            model::LedgerEntry& entry = agreement_.ledger[index];
            entry.place = document_.place(static_cast<model::UnitId>(index));
            if (entry.used) continue;
            const model::Unit& unit = document_.units[index];
            switch (unit.kind) {
                case model::UnitKind::comment: entry.use = "comment"; break;
                case model::UnitKind::footnote: entry.use = "footnote"; break;
                case model::UnitKind::header_footer: entry.use = "header-footer"; break;
                case model::UnitKind::text_box: entry.use = "text-box"; break;
                default: entry.use = unit.empty ? "empty" : "hidden";
            }
        }
    }

    void guess_language()
    {
        std::string sample;
        constexpr std::size_t enough = 20'000;
        for (const Passage& passage : agreement_.passages) {
            if (passage.cells.empty()) sample += passage.text + '\n';
            if (sample.size() > enough) break;
        }
        agreement_.language = text::guess_language(text::fold_text(sample));
    }

    struct Lead {
        int level = -1;
        std::string text;
    };

    const model::Document& document_;
    model::Agreement agreement_;
    std::vector<Lead> leads_;
    int section_level_ = 0;  ///< 0: no heading is marked as one
    bool in_annex_ = false;
    std::size_t tables_ = 0;
    std::size_t items_parent_ = 0;
};

}  // namespace

model::Agreement read_outline(const model::Document& document)
{
    if (document.kind != model::FileKind::docx && document.kind != model::FileKind::odt)
        throw Error(ErrorCode::unsupported, {document.file, {}, 0, 0},
                    std::string("is a ") + model::name_of(document.kind) +
                        " file; an agreement is read from a text document: ask for it as DOCX or ODT");
    return OutlineReader(document).read();
}

}  // namespace samsvar::agreement
