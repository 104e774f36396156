#pragma once

#include <memory>
#include <string>

#include "report/xlsx_formats.h"
#include "report/xlsx_frame.h"

namespace samsvar::report {

/// XlsxFrame by libxlsxwriter.
class XlsxWorkbook final : public XlsxFrame {
public:
    explicit XlsxWorkbook(const FrameRequest& request);

    std::vector<std::int32_t> formats_of(const MatrixSheet& sheet) override;
    void close() override;

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
