#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ooxml/styles.h"

namespace samsvar::ooxml {

/// Shows the numbers of a workbook's cells. Most cells hold a number that is shown as it is written, or one that the
/// same column held before; both take no formatting.
class ShownNumbers {
public:
    /// `styles` must outlive this.
    explicit ShownNumbers(const CellStyles& styles, bool date1904);

    /// Whether the text is a number; what is none is shown as it is written.
    enum class Kind : std::uint8_t { none, number, date };
    struct Shown {
        Kind kind = Kind::none;
        std::string_view text;  ///< valid until the next call, and as long as `raw` is
    };
    Shown show(std::string_view raw, std::size_t style);

private:
    /// One line of the processor's cache.
    struct alignas(64) Known {
        std::array<char, 20> raw;
        std::array<char, 32> text;
        std::uint8_t raw_size;
        std::uint8_t text_size;
        Kind kind;
        std::uint32_t style;
    };
    static constexpr std::size_t slots = 8192;

    Kind format(std::string_view raw, std::size_t style, std::string& text) const;

    const CellStyles& styles_;
    bool date1904_;
    std::vector<Known> known_;
    std::string text_;
};

/// Whether a text is a number as General shows it: at most ten characters, no exponent, nothing that could be shorter.
bool is_shown_as_written(std::string_view raw);

}  // namespace samsvar::ooxml
