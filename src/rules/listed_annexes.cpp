#include "rules/listed_annexes.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "rules/span_walk.h"
#include "text/fold.h"

namespace samsvar::rules {

namespace {

constexpr std::size_t longest_code = 16;  // letters and digits
constexpr std::size_t most_pieces = 3;    // "BD-01", "Dok 1.2"

bool is_sign(char c)
{
    return is_letter(c) || is_digit(c);
}

/// What may stand between the parts of a code.
bool is_joint(char c)
{
    return c == '-' || c == '.' || c == '_' || c == '/' || c == ' ';
}

std::string signs_of(std::string_view folded)
{
    std::string signs;
    for (const char c : folded)
        if (is_sign(c)) signs += c;
    return signs;
}

}  // namespace

std::string reference_label(std::string_view label)
{
    std::string plain = ascii_lower(label);
    if (plain.find_first_not_of("0123456789") == std::string::npos)
        plain.erase(0, std::min(plain.find_first_not_of('0'), plain.size() - std::min<std::size_t>(plain.size(), 1)));
    return plain;
}

ListedAnnexes::ListedAnnexes(const std::vector<model::Annex>& annexes)
{
    for (const model::Annex& annex : annexes) {
        const std::string code = signs_of(text::fold_text(annex.label));
        const bool letters = std::any_of(code.begin(), code.end(), [](char c) { return !is_digit(c); });
        const bool digits = std::any_of(code.begin(), code.end(), is_digit);
        if (letters && digits && code.size() <= longest_code) labels_.emplace(code, reference_label(annex.label));
    }
}

void ListedAnnexes::find_in(text::Analysis& analysis) const
{
    if (labels_.empty()) return;
    const std::string& text = analysis.folded.text;
    std::vector<text::AnnexReference> found;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_sign(text[at])) {
            ++at;
            continue;
        }
        // The longest code that begins here, of one piece or several.
        std::string code;
        std::size_t end = at;
        std::size_t best_end = at;
        const std::string* best = nullptr;
        for (std::size_t piece = 0; piece < most_pieces && code.size() <= longest_code; ++piece) {
            while (end < text.size() && is_sign(text[end])) code += text[end++];
            if (const auto known = labels_.find(code); known != labels_.end()) {
                best = &known->second;
                best_end = end;
            }
            if (end + 1 >= text.size() || !is_joint(text[end]) || !is_sign(text[end + 1])) break;
            ++end;
        }
        if (best) found.push_back({{at, best_end}, *best, false});
        at = best ? best_end : at;
        while (at < text.size() && is_sign(text[at])) ++at;
    }
    std::vector<text::AnnexReference>& all = analysis.annexes;
    SpanWalk<text::AnnexReference> known(all);
    std::erase_if(found, [&](const text::AnnexReference& one) { return known.meets(one.span); });
    all.insert(all.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
    std::sort(all.begin(), all.end(),
              [](const text::AnnexReference& a, const text::AnnexReference& b) { return a.span.begin < b.span.begin; });
}

}  // namespace samsvar::rules
