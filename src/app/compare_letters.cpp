#include "app/compare_letters.h"

#include "base/error.h"
#include "base/files.h"

namespace samsvar::app {

namespace fs = std::filesystem;

std::string letter_file(const model::ComparedBidder& bidder)
{
    constexpr std::size_t longest = 60;
    const std::string& from = bidder.name;
    std::string name;
    for (std::size_t at = 0; at < from.size() && name.size() < longest; ++at) {
        const char c = from[at];
        const bool capital = c >= 'A' && c <= 'Z';
        // Latin letters with marks (U+00C0 to U+017F) are two bytes, the first of them C3, C4 or C5.
        const bool marked = c >= '\xC3' && c <= '\xC5' && at + 1 < from.size() && (from[at + 1] & '\xC0') == '\x80';
        if (marked)
            name.append(from, at++, 2);
        else if (capital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            name += capital ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!name.empty() && name.back() != '-')
            name += '-';
    }
    while (!name.empty() && name.back() == '-') name.pop_back();
    return bidder.label + (name.empty() ? "" : "-" + name) + ".docx";
}

std::vector<BidderLetter> write_letters(const Library& library, const model::Comparison& comparison,
                                        const LetterRequest& request, const fs::path& folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (!fs::is_directory(folder))
        throw Error(ErrorCode::io, {folder.string(), {}, 0, 0}, "cannot be made; name a folder for the letters");
    std::vector<BidderLetter> letters;
    std::vector<std::string> contents;
    for (const model::ComparedBidder& bidder : comparison.bidders) {
        const std::size_t points = model::open_points(bidder.record, {}, request.date).size();
        if (points == 0) continue;
        letters.push_back({folder / letter_file(bidder), points});
        if (fs::exists(letters.back().file, error))
            throw Error(ErrorCode::invalid_argument, {letters.back().file.string(), {}, 0, 0},
                        "is there already; name another folder, or remove the letters first");
        contents.push_back(write_letter(library, bidder.record, {}, request));
    }
    for (std::size_t at = 0; at < letters.size(); ++at) write_file(letters[at].file, contents[at]);
    return letters;
}

}  // namespace samsvar::app
