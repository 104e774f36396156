#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "ooxml/styles.h"

namespace samsvar::ooxml {

/// Shows the numbers of a workbook's cells. Most cells hold a number that is shown as it is written, or one that the
/// same column held before; both take no formatting.
class ShownNumbers {
public:
    /// `styles` must outlive this.
    explicit ShownNumbers(const CellStyles& styles, bool date1904);

    /// Whether the text is a number; what is none is shown as it is written.
    enum class Kind { none, number, date };
    struct Shown {
        Kind kind = Kind::none;
        std::string_view text;  ///< valid until the next call, and no longer than `raw`
    };
    Shown show(std::string_view raw, std::size_t style);

private:
    struct Known {
        std::string raw;
        std::size_t style = 0;
        Kind kind = Kind::none;
        std::string text;
    };
    static constexpr std::size_t slots = 4096;
    static constexpr std::size_t longest_raw = 24;

    Kind format(std::string_view raw, std::size_t style, std::string& text) const;

    const CellStyles& styles_;
    bool date1904_;
    std::unique_ptr<std::array<Known, slots>> known_;
    std::string text_;
};

/// Whether a text is a number as General shows it: at most ten characters, no exponent, nothing that could be shorter.
bool is_shown_as_written(std::string_view raw);

}  // namespace samsvar::ooxml
