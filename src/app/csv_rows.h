#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "model/rows.h"

namespace samsvar::app {

/// What a text of a supplier's that a spreadsheet would run as a formula becomes.
enum class FormulaTexts {
    as_they_are,
    with_apostrophe,  ///< ' in front, so that Excel shows it
};

/// Writes rows as CSV (RFC 4180, CRLF): every cell at its row and column, empty lines for rows without cells, nothing
/// behind the last cell of a row. When there are several sheets, each begins with a record of its name in brackets.
class CsvRows : public model::RowConsumer {
public:
    /// `file` is named in errors. `out` must outlive this.
    CsvRows(std::ostream& out, std::string file, FormulaTexts formulas, const Limits& limits);

    void sheet(const model::SheetHead& head) override;
    void row(const model::Row& row) override;
    void problem(const model::Problem& problem) override;
    /// Ends the last row and hands everything to the stream. Throws Error(io) when it does not take it.
    void finish();

    /// Rows or cells do not come in order, which is why row() threw.
    bool out_of_order() const { return out_of_order_; }
    /// Something was handed to the stream.
    bool begun() const { return written_ > 0; }
    const std::vector<model::Problem>& problems() const { return problems_; }

private:
    void move_to(const model::RowCell& cell);
    void field(const model::RowCell& cell);
    void quoted(std::string_view text);
    void end_record();
    void make_room(std::size_t bytes);
    void hand_over();

    std::ostream& out_;
    std::string file_;
    std::string sheet_;
    FormulaTexts formulas_;
    Limits limits_;
    std::vector<char> buffer_;
    std::size_t used_ = 0;
    std::uint64_t written_ = 0;
    int row_ = -1;     // that is being written; -1 = none yet
    int column_ = -1;  // of the last field of it
    bool out_of_order_ = false;
    std::vector<model::Problem> problems_;
    std::size_t more_problems_ = 0;
};

}  // namespace samsvar::app
