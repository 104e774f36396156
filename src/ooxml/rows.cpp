#include "ooxml/rows.h"

#include <algorithm>

#include "base/error.h"
#include "ooxml/sheet_rows.h"

namespace samsvar::ooxml {

namespace {

/// Hands the rows of one sheet on.
class SheetRows : public SheetConsumer {
public:
    SheetRows(const std::string& file, const std::string& sheet, model::RowConsumer& consumer)
        : file_(file), sheet_(sheet), consumer_(consumer)
    {
    }
    void row(const model::Row& row) override { consumer_.row(row); }
    void problem(int row, int column, std::string text) override
    {
        consumer_.problem({{file_, sheet_, model::cell_name(row, column), true}, std::move(text)});
    }

private:
    const std::string& file_;
    const std::string& sheet_;
    model::RowConsumer& consumer_;
};

[[noreturn]] void no_such_sheet(const WorkbookParts& workbook, const std::string& name)
{
    std::string known;
    for (const ListedSheet& sheet : workbook.sheets) known += (known.empty() ? "" : ", ") + sheet.name;
    throw Error(ErrorCode::not_found, {workbook.package.file(), {}, 0, 0},
                "there is no sheet called " + excerpt(name, 255) + "; there are " + excerpt(known, 1000));
}

}  // namespace

void read_workbook_rows(const Package& package, const std::string& main, const std::string& only,
                        model::RowConsumer& consumer)
{
    WorkbookParts workbook(package, main);
    const auto wanted = [&](const ListedSheet& sheet) {
        return only.empty() || ascii_lower(sheet.name) == ascii_lower(only);
    };
    const auto count =
        static_cast<std::size_t>(std::count_if(workbook.sheets.begin(), workbook.sheets.end(), wanted));
    if (count == 0 && !only.empty()) no_such_sheet(workbook, only);
    std::size_t number = 0;
    for (const ListedSheet& sheet : workbook.sheets) {
        if (!wanted(sheet)) continue;
        consumer.sheet({sheet.name, sheet.hidden, ++number, count});
        if (sheet.part.empty()) {
            consumer.problem({{package.file(), sheet.name, {}, true}, sheet.why_not_read});
            continue;
        }
        SheetRows rows(package.file(), sheet.name, consumer);
        read_sheet_rows(workbook, sheet.part, rows);
    }
}

}  // namespace samsvar::ooxml
