#include "layout/slots_number.h"

#include <algorithm>
#include <cstdlib>

#include "layout/letters.h"
#include "layout/printed_id.h"
#include "text/fold.h"

namespace samsvar::layout {

namespace {

/// "Frage 3: …", "Pregunta 12. …": one word and a number in any language; no id when there is none.
IdInFront number_behind_word(std::string_view text)
{
    constexpr std::size_t longest_word = 24;
    std::size_t at = 0;
    while (at < text.size() && at <= longest_word &&
           (is_letter(text[at]) || static_cast<unsigned char>(text[at]) >= 0x80))
        ++at;
    if (at < 3 || at >= text.size() || text[at] != ' ') return {};
    const std::size_t begin = ++at;
    while (at < text.size() &&
           (is_digit(text[at]) || (text[at] == '.' && at > begin && at + 1 < text.size() && is_digit(text[at + 1]))))
        ++at;
    if (at == begin || at - begin > 6 || at + 1 >= text.size() || text[at] != ':') return {};
    return {std::string(text.substr(begin, at - begin)), at + 1};
}

}  // namespace

NumberedText numbered_label(std::string_view label)
{
    NumberedText found;
    label = text::trimmed(label);
    if (label.empty() || std::none_of(label.begin(), label.end(), [](char c) { return is_letter(c) || is_digit(c); }))
        return found;
    // Bullets of symbol fonts come as letters ("o", "v") without a sign.
    if (label.size() == 1 && is_letter(label.front())) return found;
    found.id = plain_printed_id(label);
    if (found.id.empty()) found.id = std::string(label);
    found.shape = id_shape(label);
    std::size_t end = found.id.size();
    while (end > 0 && !is_digit(found.id[end - 1]) && !is_letter(found.id[end - 1])) --end;
    std::size_t begin = end;
    while (begin > 0 && is_digit(found.id[begin - 1])) --begin;
    if (begin < end && end - begin <= 6)
        found.last = std::atoi(found.id.substr(begin, end - begin).c_str());
    else if (end > 0 && is_letter(found.id[end - 1]))
        found.last = (found.id[end - 1] | 0x20) - 'a' + 1;
    return found;
}

NumberedText numbered(std::string_view text)
{
    text = text::trimmed(text);
    IdInFront front = id_in_front(text);
    if (front.id.empty()) front = number_behind_word(text);
    std::string id = front.id;
    std::size_t rest = front.rest;
    if (id.empty()) {
        // "3.2Type of …": the blank was forgotten.
        std::size_t end = 0;
        bool dot = false;
        while (end < text.size() && (is_digit(text[end]) || (text[end] == '.' && end > 0))) dot |= text[end++] == '.';
        if (!dot || end >= text.size() || !(text[end] >= 'A' && text[end] <= 'Z'))
            return {{}, std::string(text), {}, -1};
        id = plain_printed_id(text.substr(0, end));
        rest = end;
    }
    // "AC-2 (1) What …": enhancements are numbered in brackets behind a blank.
    if (const std::string_view more = text.substr(rest); more.starts_with("(") && id.find('-') != std::string::npos) {
        const std::size_t close = more.find(')');
        if (close != std::string_view::npos && close <= 4 && close + 1 < more.size()) {
            id += ' ' + std::string(more.substr(0, close + 1));
            rest += close + 1;
        }
    }
    NumberedText found = numbered_label(id);
    found.shape = id_shape(id);
    found.id = id;
    found.text = std::string(text::trimmed(text.substr(rest)));
    return found;
}

}  // namespace samsvar::layout
