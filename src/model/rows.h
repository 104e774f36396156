#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/place.h"

namespace samsvar::model {

/// What a cell that is read row by row holds.
enum class CellKind {
    blank,  ///< a style only, or an empty text
    string,
    number,
    date,  ///< a number that its format shows as a date or time
    boolean,
    error,
};

/// One cell of a row; `text` is valid until the consumer returns.
struct RowCell {
    int row = 0;     ///< 0-based
    int column = 0;  ///< 0-based
    CellKind kind = CellKind::blank;
    bool formula = false;    ///< the text is the stored result of a formula
    bool has_value = false;  ///< something is stored, if only an empty text
    bool struck = false;     ///< all of it struck through
    bool hidden = false;     ///< its row or column is
    std::string_view text;   ///< as shown
};

/// A row of a sheet as it is written. Rows and cells come in the order of the file, which is theirs in the sheet but
/// for broken writers; a very long row comes in several pieces.
struct Row {
    int row = 0;  ///< 0-based
    bool hidden = false;
    std::span<const RowCell> cells;
};

/// What is known of a sheet before its rows.
struct SheetHead {
    std::string name;
    bool hidden = false;
    std::size_t number = 1;  ///< of those that are read, 1-based
    std::size_t count = 1;   ///< sheets that are read in all
};

/// Takes the sheets of a workbook, row by row.
class RowConsumer {
public:
    virtual ~RowConsumer() = default;
    /// The rows that follow are this sheet's.
    virtual void sheet(const SheetHead& head) = 0;
    virtual void row(const Row& row) = 0;
    /// Something about the file that did not stop the reading of it.
    virtual void problem(const Problem& problem) = 0;
};

}  // namespace samsvar::model
