#include "app/csv_rows.h"

#include <algorithm>
#include <cstring>

#include "base/byte_scan.h"
#include "base/error.h"
#include "report/cell_text.h"

namespace samsvar::app {

namespace {

constexpr std::size_t buffer_bytes = 128 * 1024;

bool needs_quotes(char c)
{
    return c == '"' || c == ',' || static_cast<unsigned char>(c) < 0x20;
}

SixteenBytes special_in(const SixteenBytes& sixteen)
{
    return sixteen.equal('"') | sixteen.equal(',') | sixteen.below(0x20);
}

/// Copies `text` to `to`, which has room for it; whether it needs quotes.
bool copy(std::string_view text, char* to)
{
    const char* const from = text.data();
    const std::size_t size = text.size();
    constexpr std::size_t step = SixteenBytes::size;
    if (size >= step) {
        // The last step goes over some bytes a second time, which changes nothing.
        SixteenBytes special;
        for (std::size_t at = 0; at < size; at += step) {
            at = std::min(at, size - step);
            special = special | special_in(SixteenBytes(from + at));
            std::memcpy(to + at, from + at, step);
        }
        return special.any();
    }
    bool quotes = false;
    for (std::size_t at = 0; at < size; ++at) {
        quotes = quotes || needs_quotes(from[at]);
        to[at] = from[at];
    }
    return quotes;
}

}  // namespace

CsvRows::CsvRows(std::ostream& out, std::string file, FormulaTexts formulas, const Limits& limits)
    : out_(out), file_(std::move(file)), formulas_(formulas), limits_(limits), buffer_(buffer_bytes)
{
}

void CsvRows::sheet(const model::SheetHead& head)
{
    if (head.count > 1) {
        if (row_ >= 0) end_record();
        if (head.number > 1) end_record();
        quoted('[' + head.name + ']');
        end_record();
    }
    else if (row_ >= 0) {
        end_record();
    }
    sheet_ = head.name;
    row_ = column_ = -1;
}

void CsvRows::row(const model::Row& row)
{
    for (const model::RowCell& cell : row.cells) {
        if (cell.text.empty()) continue;
        move_to(cell);
        field(cell);
    }
}

/// Ends rows and fields until the cell's place is reached.
void CsvRows::move_to(const model::RowCell& cell)
{
    if (cell.row < row_ || (cell.row == row_ && cell.column <= column_)) {
        out_of_order_ = true;
        throw Error(ErrorCode::unsupported, {file_, {}, 0, 0},
                    "row " + std::to_string(cell.row + 1) + " of the sheet " + sheet_ +
                        " does not stand in order; ask for the file saved again with Excel");
    }
    if (cell.row > row_) {
        if (row_ >= 0) end_record();
        for (int gap = row_ + 1; gap < cell.row; ++gap) end_record();
        row_ = cell.row;
        column_ = -1;
        make_room(static_cast<std::size_t>(cell.column));
        for (int gap = 0; gap < cell.column; ++gap) buffer_[used_++] = ',';
    }
    else {
        const auto gap = static_cast<std::size_t>(cell.column - column_);
        make_room(gap);
        for (std::size_t one = 0; one < gap; ++one) buffer_[used_++] = ',';
    }
    column_ = cell.column;
}

void CsvRows::field(const model::RowCell& cell)
{
    const bool guard = formulas_ == FormulaTexts::with_apostrophe && cell.kind == model::CellKind::string &&
                       report::begins_formula(cell.text);
    if (guard) {
        quoted('\'' + std::string(cell.text));
        return;
    }
    make_room(cell.text.size());
    if (copy(cell.text, buffer_.data() + used_))
        quoted(cell.text);
    else
        used_ += cell.text.size();
}

void CsvRows::quoted(std::string_view text)
{
    make_room(2 * text.size() + 2);
    char* to = buffer_.data() + used_;
    *to++ = '"';
    for (const char c : text) {
        if (c == '"') *to++ = '"';
        *to++ = c;
    }
    *to++ = '"';
    used_ = static_cast<std::size_t>(to - buffer_.data());
}

void CsvRows::end_record()
{
    make_room(2);
    buffer_[used_++] = '\r';
    buffer_[used_++] = '\n';
}

void CsvRows::problem(const model::Problem& problem)
{
    if (problems_.size() < limits_.problems)
        problems_.push_back(problem);
    else
        ++more_problems_;
}

void CsvRows::make_room(std::size_t bytes)
{
    if (buffer_.size() - used_ >= bytes) return;
    hand_over();
    if (buffer_.size() < bytes) buffer_.resize(bytes);
}

void CsvRows::hand_over()
{
    written_ += used_;
    if (written_ > limits_.output_bytes)
        throw Error(ErrorCode::limit_exceeded, {file_, {}, 0, 0},
                    "what stands in the file takes more than the limit of " + std::to_string(limits_.output_bytes) +
                        " bytes to write");
    out_.write(buffer_.data(), static_cast<std::streamsize>(used_));
    used_ = 0;
    if (!out_) throw Error(ErrorCode::io, {"output", {}, 0, 0}, "not written to its end; the disk is full or the reader gone");
}

void CsvRows::finish()
{
    if (row_ >= 0) end_record();
    row_ = column_ = -1;
    hand_over();
    if (more_problems_ > 0)
        problems_.push_back({{file_, {}, {}, false}, std::to_string(more_problems_) + " more problems are not listed"});
    more_problems_ = 0;
}

}  // namespace samsvar::app
