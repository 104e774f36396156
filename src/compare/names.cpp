#include "compare/names.h"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "base/split.h"
#include "model/place.h"

namespace samsvar::compare {

namespace {

constexpr std::size_t longest_short_name = 16;  // characters

/// Runs of blanks and line breaks as one blank, none at the ends.
std::string one_line(std::string_view text)
{
    std::string line;
    for (const char c : text) {
        const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
        if (!blank)
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    if (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

std::string stem_of(const std::string& file)
{
    const std::size_t dot = file.rfind('.');
    return dot == std::string::npos || dot == 0 ? file : file.substr(0, dot);
}

/// What stands behind a company's name and tells nobody apart.
bool is_legal_form(std::string word)
{
    std::transform(word.begin(), word.end(), word.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    std::erase_if(word, [](char c) { return c == '.' || c == ',' || c == '(' || c == ')'; });
    static constexpr std::string_view forms[] = {"as",  "asa", "ab",   "publ", "a/s", "aps", "oy",  "oyj", "ltd",
                                                 "inc", "llc", "gmbh", "ag",   "sa",  "bv",  "ans", "da",  "nuf"};
    return std::find(std::begin(forms), std::end(forms), word) != std::end(forms);
}

std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// At most `limit` characters of UTF-8, cut between two of them.
std::string cut(std::string_view text, std::size_t limit)
{
    if (characters(text) <= limit) return std::string(text);
    std::size_t end = 0;
    for (std::size_t counted = 0; end < text.size(); ++end)
        if ((static_cast<unsigned char>(text[end]) & 0xC0) != 0x80 && ++counted == limit) break;
    std::string begin(text.substr(0, end));
    while (!begin.empty() && begin.back() == ' ') begin.pop_back();
    return begin + "…";
}

std::string short_name(const std::string& name)
{
    std::vector<std::string> words = split(name, ' ');
    while (words.size() > 1 && is_legal_form(words.back())) words.pop_back();
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return cut(text, longest_short_name);
}

}  // namespace

void name_bidders(std::vector<model::ComparedBidder>& bidders)
{
    for (std::size_t index = 0; index < bidders.size(); ++index) {
        model::ComparedBidder& bidder = bidders[index];
        bidder.label = model::column_letters(static_cast<int>(index));
        bidder.name = one_line(bidder.record.supplier);
        if (bidder.name.empty()) bidder.name = one_line(stem_of(bidder.record.file));
        if (bidder.name.empty()) bidder.name = bidder.label;
    }
    std::vector<std::string> written;
    for (const model::ComparedBidder& bidder : bidders) written.push_back(bidder.name);
    const auto times = [](const std::vector<std::string>& names, const std::string& name) {
        return std::count(names.begin(), names.end(), name);
    };
    for (std::size_t index = 0; index < bidders.size(); ++index) {
        model::ComparedBidder& bidder = bidders[index];
        bidder.short_name = bidder.label + " · " + short_name(bidder.name);
        if (times(written, bidder.name) < 2) continue;
        const auto same_file = [&](const model::ComparedBidder& other) {
            return other.record.file == bidder.record.file &&
                   written[static_cast<std::size_t>(&other - bidders.data())] == written[index];
        };
        // Two folders may hold files of one name: then the label is all that tells them apart.
        const bool file_tells = std::count_if(bidders.begin(), bidders.end(), same_file) < 2;
        bidder.name += " (" + (file_tells ? bidder.record.file : bidder.label) + ')';
    }
}

}  // namespace samsvar::compare
