#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace samsvar {

/// What a hostile or broken file may cost us before it is refused by name (ErrorCode::limit_exceeded).
/// The values are defaults; tests lower them one by one, and --limit NAME=VALUE changes them. Sources: measured ratios
/// of honest files (at most 32:1) and the practice of Apache POI's ZipSecureFile, with a larger grace.
struct Limits {
    std::uint64_t file_bytes = 64ull << 20;        ///< a supplier's file on disk
    std::size_t zip_entries = 2000;                ///< entries in a package
    std::uint64_t entry_bytes = 1ull << 30;        ///< one inflated entry that is streamed (sheet, shared strings)
    std::uint64_t dom_part_bytes = 64ull << 20;    ///< one inflated part that is held as a tree
    std::uint64_t package_bytes = 2ull << 30;      ///< all inflated entries together
    std::uint64_t ratio = 200;                     ///< inflated : deflated, of an entry and of the whole archive
    std::uint64_t ratio_grace_bytes = 8ull << 20;  ///< no ratio is judged below this
    std::size_t xml_depth = 256;                   ///< nested elements
    std::size_t xml_attributes = 64;               ///< attributes of one element
    std::size_t cell_characters = 32767;           ///< bytes of text shown in one cell (ECMA-376, 18.3.1.4)
    std::size_t paragraph_bytes = 1u << 20;        ///< text of one paragraph of a text document
    std::size_t cells = 2'000'000;                 ///< cells with content in one workbook
    std::size_t merged_ranges = 100'000;           ///< merged ranges in one sheet
    std::size_t problems = 1000;                   ///< problems kept with their text; more are counted
    std::uint64_t text_bytes = 256ull << 20;  ///< text of all cells of a workbook; a shared string counts each time
    std::size_t streamed_cells = 50'000'000;  ///< cells, style-only ones too, of one workbook read row by row
    std::size_t shared_strings = 8'000'000;   ///< shared strings of a workbook
    std::uint64_t shared_text_bytes = 256ull << 20;  ///< text of all shared strings of a workbook, each once
    std::uint64_t output_bytes = 4ull << 30;         ///< text that is made of a file that is read row by row
    std::uint64_t own_xml_bytes = 32ull << 20;       ///< a catalogue, form, lexicon or report layout
    std::uint64_t seconds = 60;                      ///< of reading one file

    /// When reading has to be over; set by started(). Until then the clock is not looked at.
    std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max();

    /// The same limits with the clock running: `seconds` from now.
    Limits started() const;
    /// Throws Error(limit_exceeded) naming `file` when the deadline is over. For the outer loops of readers.
    void check_time(const std::string& file) const;
};

/// Changes the limit that "NAME=VALUE" names: the member's name with hyphens; a whole number of at least 1, with K, M
/// or G behind it for 1024, 1024² or 1024³. Throws Error(invalid_argument) that lists the names or says how to write
/// it.
void set_limit(Limits& limits, std::string_view assignment);

/// The names set_limit knows, in the order of the struct, joined by ", ".
std::string limit_names();

}  // namespace samsvar
