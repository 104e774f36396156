#include <algorithm>
#include <cassert>
#include <charconv>

#include "report/cell_text.h"
#include "report/tender_sheets.h"

namespace samsvar::report {

namespace {

/// Wider than this no screen shows a sheet: what can be folded away is.
constexpr double widest = 240;
/// As many columns stand side by side before they get narrower.
constexpr double roomy = 4;

bool is_for_each_bidder(const LayoutColumn& column)
{
    return column.least_width > 0;
}

double width_of(const LayoutColumn& column, std::size_t bidders)
{
    if (!is_for_each_bidder(column)) return column.width;
    const double share = column.width * roomy / static_cast<double>(std::max<std::size_t>(bidders, 1));
    return std::clamp(share, column.least_width, column.width);
}

}  // namespace

TenderContext::TenderContext(const model::Comparison& comparison_, const std::vector<model::FindingText>& findings,
                             const Layout& layout_, const Words& words, model::Language language_)
    : comparison(comparison_),
      layout(layout_),
      language(language_),
      words_(words),
      shell_([&] {
          model::Assessment made;
          made.date = comparison_.date;
          made.lexicon.findings = findings;
          return made;
      }()),
      context_(shell_, layout_, language_)
{
}

std::string TenderContext::counted(std::string_view id, std::size_t count) const
{
    return filled(word(id), "count", std::to_string(count));
}

const LayoutSheet& TenderContext::sheet(std::string_view table) const
{
    const auto found = std::find_if(layout.sheets.begin(), layout.sheets.end(),
                                    [&](const LayoutSheet& one) { return one.table == table; });
    assert(found != layout.sheets.end());
    return *found;
}

MatrixCell TenderContext::cell(std::string_view text, std::string_view style, bool wrap) const
{
    MatrixCell made = context_.cell(text, style);
    made.wrap = wrap;
    return made;
}

MatrixCell TenderContext::number_cell(double number, std::string_view style) const
{
    MatrixCell made;
    made.value = number;
    made.style = style;
    return made;
}

std::string TenderContext::standing(const model::ComparedCell& cell) const
{
    return cell.asked ? label_of(cell.outcome).in(language) : word("not-asked");
}

MatrixCell TenderContext::standing_cell(const model::ComparedCell& one, std::string_view style) const
{
    MatrixCell made = cell(standing(one), style);
    made.tone = one.asked ? std::string("outcome.") + name_of(one.outcome) : "evidence.not-requested";
    return made;
}

MatrixCell TenderContext::severity_cell(model::Severity severity) const
{
    MatrixCell made = context_.severity_cell(severity);
    made.style = "state";
    return made;
}

std::string TenderContext::place_text(const model::Place& place) const
{
    model::Place inside = place;
    inside.file = shell_.file;
    return context_.place_text(inside);
}

std::string TenderContext::title(const model::ComparedRow& row) const
{
    return row.title.in(language);
}

std::string TenderContext::kind(const model::ComparedRow& row) const
{
    return word(row.question ? "question" : row.shall ? "shall" : "should");
}

std::string TenderContext::group_name(const model::ComparedGroup& group) const
{
    return group.questions ? word("questions-group") : group.source.id;
}

std::vector<const model::RecordedFinding*> TenderContext::findings(const model::ComparedRow& row,
                                                                   std::size_t bidder) const
{
    const model::Record& record = comparison.bidders[bidder].record;
    std::vector<const model::RecordedFinding*> found;
    for (const std::string& question : row.cells[bidder].questions)
        if (const model::RecordedAnswer* answer = record.answer(question))
            for (const model::RecordedFinding& finding : answer->findings) found.push_back(&finding);
    if (const model::RecordedRequirement* own = row.question ? nullptr : record.requirement(row.name))
        for (const model::RecordedFinding& finding : own->findings) found.push_back(&finding);
    std::stable_sort(found.begin(), found.end(),
                     [](const auto* a, const auto* b) { return a->severity > b->severity; });
    return found;
}

std::string TenderContext::answer_text(const model::ComparedCell& cell, std::size_t bidder,
                                       std::size_t characters) const
{
    if (!cell.asked) return {};
    std::vector<const model::RecordedAnswer*> answers;
    for (const std::string& question : cell.questions)
        if (const model::RecordedAnswer* answer = comparison.bidders[bidder].record.answer(question))
            answers.push_back(answer);
    std::string text;
    for (const model::RecordedAnswer* answer : answers) {
        if (!text.empty()) text += '\n';
        if (answers.size() > 1) text += answer->question + ": ";
        const std::string line = one_line(printable(answer->text));
        text += line.empty() ? word("empty-answer") : excerpt(line, characters / answers.size());
    }
    return text;
}

std::string TenderContext::finding_title(const model::RecordedFinding& finding) const
{
    model::Finding named;
    named.code = finding.code;
    return context_.code_title(named);
}

std::vector<TenderColumn> TenderContext::columns(std::string_view table) const
{
    std::vector<TenderColumn> columns;
    for (const LayoutColumn& column : sheet(table).columns)
        for (std::size_t bidder = 0; bidder < (is_for_each_bidder(column) ? bidders() : 1); ++bidder)
            columns.push_back({&column, bidder});
    return columns;
}

MatrixSheet TenderContext::start(std::string_view table, bool with_header) const
{
    const LayoutSheet& wanted = sheet(table);
    const std::vector<TenderColumn> all = columns(table);
    MatrixSheet made;
    made.table = table;
    made.name = wanted.name.in(language);
    made.freeze_columns = wanted.freeze_columns;
    made.filter = wanted.filter;
    made.tab = wanted.tab;
    double total = 0;
    for (const TenderColumn& column : all) {
        made.widths.push_back(width_of(*column.layout, bidders()));
        if (column.layout->fold != Fold::yes) total += made.widths.back();
    }
    for (std::size_t at = 0; at < all.size(); ++at) {
        const Fold fold = all[at].layout->fold;
        // Two levels, so that the one can be opened without the other.
        if (fold == Fold::yes) made.folded[static_cast<int>(at)] = 1;
        if (fold == Fold::when_wide && total > widest) made.folded[static_cast<int>(at)] = 2;
    }
    add_line(made, wanted.title.in(language), "title", RowKind::title);
    if (!wanted.note.empty()) {
        MatrixRow& note = add_line(made, wanted.note.in(language), "note", RowKind::note);
        note.cells.front().wrap = true;
        // Over as many columns as a screen shows at once.
        constexpr double note_width = 130;
        int last = 0;
        for (double width = made.widths[0]; last + 1 < static_cast<int>(all.size()) && width < note_width;)
            width += made.widths[static_cast<std::size_t>(++last)];
        if (last > 0) made.merges.push_back({static_cast<int>(made.rows.size()) - 1, 0, last});
    }
    if (!with_header) return made;
    MatrixRow header;
    header.kind = RowKind::header;
    for (const TenderColumn& column : all) {
        const model::ComparedBidder& bidder = comparison.bidders[column.bidder];
        const std::string named = filled(column.layout->label.in(language), "label", bidder.label);
        header.cells.push_back(cell(filled(named, "bidder", one_line(printable(bidder.short_name))), "header"));
    }
    made.header_row = static_cast<int>(made.rows.size());
    made.rows.push_back(std::move(header));
    return made;
}

MatrixRow& TenderContext::add_line(MatrixSheet& to, std::string_view text, std::string_view style, RowKind kind) const
{
    MatrixRow& row = to.rows.emplace_back();
    row.kind = kind;
    row.cells.resize(to.widths.size());
    for (MatrixCell& one : row.cells) one.style = kind == RowKind::banner ? std::string(style) : "blank";
    row.cells.front() = cell(text, style, false);
    return row;
}

void TenderContext::add_note(MatrixSheet& to, std::string_view text, std::string_view style) const
{
    MatrixRow& row = add_line(to, text, style);
    row.cells.front().wrap = true;
    if (to.widths.size() > 1)
        to.merges.push_back({static_cast<int>(to.rows.size()) - 1, 0, static_cast<int>(to.widths.size()) - 1});
}

void TenderContext::add_row(MatrixSheet& to, const std::vector<TenderColumn>& of, std::vector<MatrixCell> cells) const
{
    assert(cells.size() == of.size());
    MatrixRow& row = to.rows.emplace_back();
    for (std::size_t at = 0; at < cells.size(); ++at) {
        if (cells[at].style.empty()) cells[at].style = of[at].layout->style;
        // What is folded away makes no row taller.
        const bool folded = to.folded.contains(static_cast<int>(at));
        cells[at].wrap = !folded && (cells[at].wrap || of[at].layout->wrap);
    }
    row.cells = std::move(cells);
}

std::string score_text(const TenderContext& context, const model::ScoreRange& score)
{
    if (!score) return context.word("no-score");
    const auto percent = [&](double share) {
        char digits[32];
        const auto [end, failure] =
            std::to_chars(digits, digits + sizeof digits, share * 100, std::chars_format::fixed, 1);
        assert(failure == std::errc());
        std::string text(digits, end);
        if (context.language != model::Language::en) std::replace(text.begin(), text.end(), '.', ',');
        return text;
    };
    const std::string low = percent(score->low), high = percent(score->high);
    return low == high ? low : low + "–" + high;
}

std::size_t findings_of(const model::ComparedBidder& bidder, model::Severity severity)
{
    std::size_t count = 0;
    for (const model::RecordedAnswer& answer : bidder.record.answers)
        count += static_cast<std::size_t>(
            std::count_if(answer.findings.begin(), answer.findings.end(),
                          [&](const model::RecordedFinding& finding) { return finding.severity == severity; }));
    return count;
}

std::size_t evidence_lacking(const model::ComparedBidder& bidder)
{
    return static_cast<std::size_t>(
        std::count_if(bidder.record.answers.begin(), bidder.record.answers.end(),
                      [](const model::RecordedAnswer& answer) { return model::is_outstanding(answer.evidence); }));
}

}  // namespace samsvar::report
