#pragma once

// Only included by the files that write XLSX: libxlsxwriter stays inside them.
#include <xlsxwriter.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "report/layout.h"
#include "report/matrix.h"

namespace samsvar::report {

/// Throws Error(io) naming `out` unless `code` is success; `what` says what was being done.
void require(lxw_error code, const std::filesystem::path& out, const std::string& what);

/// The formats of a workbook, one for each look that occurs (Excel allows 64,000).
class XlsxFormats {
public:
    XlsxFormats(lxw_workbook* workbook, const Layout& layout) : workbook_(workbook), layout_(layout) {}

    /// The format of a cell; owned by the workbook.
    lxw_format* of(const MatrixCell& cell, bool locked_sheet);
    /// The numbers that the cells' formats have in the workbook, row by row.
    std::vector<std::int32_t> numbers_of(const MatrixSheet& sheet);

private:
    using Look = std::tuple<std::string, std::string, bool, bool>;  // style, tone, wrap, unlocked
    struct Known {
        lxw_format* format = nullptr;
        std::int32_t number = -1;  ///< in the workbook; asked for only once, since it is found by a checksum each time
    };
    using Formats = std::map<Look, Known>;
    Formats::value_type& known(const MatrixCell& cell, bool locked_sheet);

    lxw_workbook* workbook_;
    const Layout& layout_;
    Formats formats_;
};

/// The bars of the outcomes on `sheet`.
void add_outcome_chart(lxw_workbook* workbook, lxw_worksheet* sheet, const MatrixSheet& values, const Layout& layout,
                       const std::filesystem::path& out);

}  // namespace samsvar::report
