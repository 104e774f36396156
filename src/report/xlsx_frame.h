#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

#include "report/layout.h"
#include "report/matrix.h"
#include "report/sheet_xml.h"

namespace samsvar::report {

/// A sheet whose cells nothing else in the workbook looks at; the values of a chart stand in the chart as well.
inline bool has_rows_apart(const MatrixSheet& sheet)
{
    return !sheet.chart;
}

/// A workbook by libxlsxwriter, whole save for the rows and links of the sheets that have them apart: these are nearly
/// all there is to write, and libxlsxwriter takes ten times as long for them. Throws Error(io) when it refuses
/// anything.
class XlsxFrame {
public:
    virtual ~XlsxFrame() = default;
    /// The numbers that the formats of the sheet's cells have in the workbook, row by row.
    virtual std::vector<std::int32_t> formats_of(const MatrixSheet& sheet) = 0;
    /// Writes the file; to be called once, last.
    virtual void close() = 0;
};

/// All must outlive the frame; it is written to `file`, failures name `out`.
struct FrameRequest {
    const Matrix& matrix;
    const Layout& layout;
    const Anchors& anchors;
    const std::filesystem::path& file;
    const std::filesystem::path& out;
};

/// The module that writes frames (libxlsxwriter brings OpenSSL, which takes long to load), and its only function.
inline constexpr const char* frame_module = "samsvar_workbook.so";
inline constexpr const char* frame_function = "samsvar_workbook_frame";
using FrameFunction = void (*)(const FrameRequest& request, std::unique_ptr<XlsxFrame>& frame);

}  // namespace samsvar::report
