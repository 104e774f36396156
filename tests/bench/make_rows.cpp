// Writes the big workbook of the benchmark, as a real writer makes it: ROWS x 8 cells, five of text (shared strings,
// about 296,000 different ones per million rows), two of numbers, one of dates.
//   make_rows OUT.xlsx [ROWS]
#include <xlsxwriter.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

/// The same numbers on every machine: Lehmer's generator, as std::minstd_rand has it.
class Numbers {
public:
    std::uint32_t below(std::uint32_t bound)
    {
        state_ = state_ * 48271 % 2147483647;
        return static_cast<std::uint32_t>(state_ % bound);
    }

private:
    std::uint64_t state_ = 20261121;
};

const char* const words[] = {"access",  "backup",  "control", "data",    "encryption", "firewall", "group",  "hosting",
                             "incident", "journal", "key",     "log",     "monitoring", "network",  "office", "policy",
                             "quality", "restore", "system",  "testing", "user",       "vendor",   "work",   "zone"};

/// A sentence of `count` words that belongs to `number` alone.
std::string sentence(std::uint32_t number, int count)
{
    std::string text;
    std::uint32_t rest = number * 2654435761u;
    for (int i = 0; i < count; ++i) {
        text += words[rest % 24];
        text += ' ';
        rest = rest / 24 + static_cast<std::uint32_t>(i) * 40503u + number % 97;
    }
    return text + std::to_string(number);
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc < 2) return 2;
    const auto rows = static_cast<lxw_row_t>(argc > 2 ? std::atol(argv[2]) : 1'000'000);
    lxw_workbook* workbook = workbook_new(argv[1]);
    lxw_doc_properties properties{};
    properties.created = 1763683200;  // 2025-11-21, or two runs would differ
    workbook_set_properties(workbook, &properties);
    lxw_format* date = workbook_add_format(workbook);
    format_set_num_format(date, "yyyy-mm-dd");
    lxw_worksheet* sheet = workbook_add_worksheet(workbook, "Data");
    Numbers numbers;
    for (lxw_row_t row = 0; row < rows; ++row) {
        lxw_error error = worksheet_write_string(sheet, row, 0, sentence(numbers.below(1000), 2).c_str(), nullptr);
        if (!error) error = worksheet_write_string(sheet, row, 1, sentence(5000 + numbers.below(5000), 3).c_str(), nullptr);
        if (!error) error = worksheet_write_number(sheet, row, 2, numbers.below(1'000'000), nullptr);
        if (!error) error = worksheet_write_string(sheet, row, 3, sentence(20000 + numbers.below(20000), 5).c_str(), nullptr);
        if (!error) error = worksheet_write_number(sheet, row, 4, numbers.below(10'000'000) / 100.0, nullptr);
        if (!error) error = worksheet_write_number(sheet, row, 5, 42000 + numbers.below(4000), date);
        if (!error) error = worksheet_write_string(sheet, row, 6, sentence(100000 + numbers.below(280000), 8).c_str(), nullptr);
        if (!error) error = worksheet_write_string(sheet, row, 7, words[numbers.below(12)], nullptr);
        if (error) {
            std::fprintf(stderr, "make_rows: row %u: %s\n", row + 1, lxw_strerror(error));
            return 1;
        }
    }
    if (const lxw_error error = workbook_close(workbook)) {
        std::fprintf(stderr, "make_rows: %s\n", lxw_strerror(error));
        return 1;
    }
}
