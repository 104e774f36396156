#pragma once

#include <memory>

#include "report/sheet_xml.h"
#include "report/xlsx_formats.h"

namespace samsvar::report {

/// A sheet whose cells nothing else in the workbook looks at; the values of a chart stand in the chart as well.
bool has_rows_apart(const MatrixSheet& sheet);

/// A workbook by libxlsxwriter, whole save for the rows and links of the sheets that have them apart: these are nearly
/// all there is to write, and libxlsxwriter takes ten times as long for them. Throws Error(io) when it refuses
/// anything.
class XlsxFrame {
public:
    /// All must outlive the frame; it is written to `file`, failures name `out`.
    XlsxFrame(const Matrix& matrix, const Layout& layout, const Anchors& anchors, const std::filesystem::path& file,
              const std::filesystem::path& out);

    /// The numbers that the formats of the sheet's cells have in the workbook, row by row.
    std::vector<std::int32_t> formats_of(const MatrixSheet& sheet);
    /// Writes the file; to be called once, last.
    void close();

private:
    struct FreeWorkbook {
        void operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }
    };

    void set_properties();
    void write_sheet(lxw_worksheet* sheet, const MatrixSheet& values);
    void write_rows(lxw_worksheet* sheet, const MatrixSheet& values);
    void write_cell(lxw_worksheet* sheet, std::size_t row, std::size_t column, const MatrixCell& cell,
                    lxw_format* format, std::size_t& links);
    void write_notes(lxw_worksheet* sheet, const MatrixSheet& values);
    void add_decisions(lxw_worksheet* sheet, const MatrixSheet& values);
    void set_view(lxw_worksheet* sheet, const MatrixSheet& values);
    void set_page(lxw_worksheet* sheet, const MatrixSheet& values);

    const Matrix& matrix_;
    const Layout& layout_;
    const Anchors& anchors_;
    const std::filesystem::path& out_;
    std::string folder_;
    std::unique_ptr<lxw_workbook, FreeWorkbook> workbook_;
    XlsxFormats formats_;
};

}  // namespace samsvar::report
