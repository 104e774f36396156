#include "report/matrix_xlsx.h"

#include <algorithm>
#include <fstream>
#include <memory>
#include <vector>

#include "archive/archive.h"
#include "archive/zip_writer.h"
#include "base/error.h"
#include "base/files.h"
#include "base/module.h"
#include "base/on_threads.h"
#include "report/sheet_xml.h"
#include "report/xlsx_frame.h"

namespace samsvar::report {

namespace {

namespace fs = std::filesystem;

/// The quickest; a fifth more bytes than the usual 6.
constexpr int compression = 1;

Anchors anchors_of(const Matrix& matrix)
{
    Anchors anchors;
    for (const MatrixSheet& sheet : matrix.sheets)
        for (std::size_t row = 0; row < sheet.rows.size(); ++row)
            if (!sheet.rows[row].anchor.empty())
                anchors.emplace(sheet.rows[row].anchor, "'" + sheet.name + "'!A" + std::to_string(row + 1));
    return anchors;
}

/// The rows and links of the sheets that have them apart.
class Sheets {
public:
    Sheets(const Matrix& matrix, const Anchors& anchors, XlsxFrame& frame)
        : matrix_(matrix), anchors_(anchors), styles_(matrix.sheets.size()), made_(matrix.sheets.size())
    {
        for (std::size_t at = 0; at < matrix.sheets.size(); ++at)
            if (has_rows_apart(matrix.sheets[at])) {
                styles_[at] = frame.formats_of(matrix.sheets[at]);
                order_.push_back(at);
            }
        // The longest first: a long one at the end would leave the other thread idle.
        std::stable_sort(order_.begin(), order_.end(),
                         [&](std::size_t a, std::size_t b) { return styles_[a].size() > styles_[b].size(); });
    }

    std::size_t count() const { return order_.size(); }
    /// Makes one of them, the longest first; each must be made once, on any thread.
    void make(std::size_t turn)
    {
        const std::size_t at = order_[turn];
        made_[at] = sheet_xml(matrix_.sheets[at], styles_[at], anchors_);
    }

    /// Of the sheet with that part's name; null when it has none apart.
    const SheetXml* find(std::string_view part) const
    {
        for (std::size_t at = 0; at < matrix_.sheets.size(); ++at)
            if (part == "xl/worksheets/sheet" + std::to_string(at + 1) + ".xml")
                return has_rows_apart(matrix_.sheets[at]) ? &made_[at] : nullptr;
        return nullptr;
    }

private:
    const Matrix& matrix_;
    const Anchors& anchors_;
    std::vector<std::vector<std::int32_t>> styles_;
    std::vector<SheetXml> made_;
    std::vector<std::size_t> order_;
};

/// Where `wanted` stands in a sheet of the frame; libxlsxwriter always writes it.
std::size_t place_of(std::string_view sheet, std::string_view wanted, const fs::path& out)
{
    const std::size_t at = sheet.find(wanted);
    if (at == std::string_view::npos)
        throw Error(ErrorCode::io, {out.string(), {}, 0, 0},
                    "cannot be written: a sheet has no " + std::string(wanted) + "; the disk may be full");
    return at;
}

/// A sheet of the frame with the rows and links that were made apart.
std::string whole_sheet(const std::string& sheet, const SheetXml& made, const fs::path& out)
{
    constexpr std::string_view empty = "<sheetData/>", open = "<sheetData>", close = "</sheetData>";
    constexpr std::string_view dimension = "<dimension ref=\"";
    const bool is_empty = sheet.find(empty) != std::string::npos;
    const std::size_t rows = place_of(sheet, is_empty ? empty : open, out);
    const std::size_t behind = is_empty ? rows + empty.size() : place_of(sheet, close, out) + close.size();
    std::string whole = sheet.substr(0, rows);
    const std::size_t range = place_of(whole, dimension, out) + dimension.size();
    whole.replace(range, whole.find('"', range) - range, made.used_range);
    // The order of elements is fixed (ECMA-376 part 1, 18.3.1.99): links, then how it is printed.
    const std::string_view after = std::string_view(sheet).substr(behind);
    std::size_t links = after.find("<printOptions");
    if (links == std::string_view::npos) links = place_of(after, "<pageMargins", out);
    whole.reserve(whole.size() + made.rows.size() + made.links.size() + after.size());
    whole.append(made.rows).append(after.substr(0, links)).append(made.links).append(after.substr(links));
    return whole;
}

std::string put_together(const std::string& frame, const Sheets& sheets, const fs::path& out)
{
    const Limits limits;
    const archive::Archive parts(frame, out.string(), limits, archive::Threads::one);
    struct Part {
        archive::ZipEntry entry;
        const SheetXml* made = nullptr;
        std::string frame = {};
        archive::Deflated whole = {};
    };
    std::vector<Part> all;
    std::vector<Part*> apart;
    for (archive::ZipEntry& entry : archive::read_zip_directory(frame, out.string(), limits))
        all.push_back({std::move(entry)});
    for (Part& part : all) {
        part.made = sheets.find(part.entry.name);
        if (!part.made) continue;
        part.frame = parts.read(part.entry.name);
        apart.push_back(&part);
    }
    // The longest first: a long one at the end would leave the other thread idle.
    std::stable_sort(apart.begin(), apart.end(),
                     [](const Part* a, const Part* b) { return a->made->rows.size() > b->made->rows.size(); });
    on_two_threads(apart.size(), [&](std::size_t at) {
        apart[at]->whole = archive::deflate(whole_sheet(apart[at]->frame, *apart[at]->made, out), compression);
    });
    archive::ZipWriter zip;
    for (const Part& part : all)
        if (part.made)
            zip.add(part.entry.name, part.whole);
        else
            zip.copy(frame, part.entry);
    return zip.finish();
}

/// libxlsxwriter does not look at the result of writing a part, so room for them is asked for beforehand.
void require_room(const Matrix& matrix, const fs::path& folder, const fs::path& out)
{
    std::uintmax_t bytes = 1u << 20;
    for (const MatrixSheet& sheet : matrix.sheets)
        for (const MatrixRow& row : sheet.rows)
            for (const MatrixCell& cell : row.cells) bytes += 80 + 2 * cell.text().size();
    std::error_code error;
    const fs::space_info space = fs::space(folder.empty() ? fs::path(".") : folder, error);
    if (!error && space.available < bytes)
        throw Error(ErrorCode::io, {out.string(), {}, 0, 0},
                    "cannot be written: the disk has less than " + std::to_string((bytes >> 20) + 1) + " MiB left");
}

FrameFunction frame_maker()
{
    return reinterpret_cast<FrameFunction>(module_function(frame_module, frame_function, "writes workbooks"));
}

std::unique_ptr<XlsxFrame> make_frame(const FrameRequest& request)
{
    std::unique_ptr<XlsxFrame> frame;
    frame_maker()(request, frame);
    return frame;
}

}  // namespace

void write_xlsx(const Matrix& matrix, const Layout& layout, const fs::path& out)
{
    write_atomically(out, [&](const fs::path& temporary) {
        require_room(matrix, temporary.parent_path(), out);
        const Anchors anchors = anchors_of(matrix);
        const std::unique_ptr<XlsxFrame> frame = make_frame({matrix, layout, anchors, temporary, out});
        Sheets sheets(matrix, anchors, *frame);
        on_two_threads(1 + sheets.count(), [&](std::size_t turn) {
            if (turn == 0)
                frame->close();
            else
                sheets.make(turn - 1);
        });
        constexpr std::uint64_t largest_frame = 1u << 30;
        const std::string whole = put_together(read_file(temporary, largest_frame), sheets, out);
        std::ofstream file(temporary, std::ios::binary | std::ios::trunc);
        file.write(whole.data(), static_cast<std::streamsize>(whole.size()));
        file.flush();
        if (!file) throw Error(ErrorCode::io, {out.string(), {}, 0, 0}, "cannot be written: the disk may be full");
    });
}

void prepare_to_write()
{
    frame_maker();
}

void write_matrix(const model::Assessment& assessment, const Layout& layout, model::Language language,
                  const fs::path& out)
{
    write_xlsx(make_matrix(assessment, layout, language), layout, out);
}

}  // namespace samsvar::report
