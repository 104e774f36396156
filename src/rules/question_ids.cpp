#include "rules/question_ids.h"

#include <algorithm>

#include "base/ascii.h"
#include "rules/span_walk.h"
#include "text/fold.h"

namespace samsvar::rules {

namespace {

constexpr std::size_t least_questions = 3;  // make a series
constexpr std::size_t most_letters = 6;
constexpr std::size_t most_digits = 4;

/// "sec-", "pub", "s-": letters and what may follow them, then digits.
struct Parts {
    std::size_t letters = 0;
    std::size_t prefix = 0;  ///< bytes before the digits
    std::size_t digits = 0;
};

Parts parts_at(std::string_view folded)
{
    Parts parts;
    while (parts.letters < folded.size() && is_letter(folded[parts.letters])) ++parts.letters;
    parts.prefix = parts.letters;
    if (parts.prefix < folded.size() && (folded[parts.prefix] == '-' || folded[parts.prefix] == '.')) ++parts.prefix;
    std::size_t end = parts.prefix;
    while (end < folded.size() && is_digit(folded[end])) ++end;
    parts.digits = end - parts.prefix;
    return parts;
}

bool tells_itself(const Parts& parts)
{
    if (parts.letters == 0 || parts.letters > most_letters || parts.digits == 0 || parts.digits > most_digits)
        return false;
    const bool marked = parts.prefix > parts.letters;
    return parts.letters > 1 ? marked || parts.digits > 1 : parts.digits > (marked ? 1u : 2u);
}

bool is_joint(char c)
{
    return c == '-' || c == '.' || c == '_' || c == ':';
}

}  // namespace

QuestionIds::QuestionIds(const model::Form& form)
{
    for (const model::Question& question : form.questions) {
        const std::string id = text::fold_text(question.id);
        const Parts parts = parts_at(id);
        if (!tells_itself(parts) || parts.prefix + parts.digits != id.size()) continue;
        Series& series = series_[id.substr(0, parts.prefix)];
        series.least_digits = series.questions++ == 0 ? parts.digits : std::min(series.least_digits, parts.digits);
        series.most_digits = std::max(series.most_digits, parts.digits);
    }
    std::erase_if(series_, [](const auto& one) { return one.second.questions < least_questions; });
}

void QuestionIds::find_in(text::Analysis& analysis) const
{
    if (series_.empty()) return;
    const std::string_view text = analysis.folded.text;
    SpanWalk<text::Reference> references(analysis.references);
    SpanWalk<text::AnnexReference> annexes(analysis.annexes);
    std::vector<text::Reference> found;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_letter(text[at]) && !is_digit(text[at])) {
            ++at;
            continue;
        }
        const bool begins = at == 0 || !is_joint(text[at - 1]);
        const Parts parts = parts_at(text.substr(at));
        const std::size_t end = at + parts.prefix + parts.digits;
        const auto series = begins && tells_itself(parts) ? series_.find(text.substr(at, parts.prefix)) : series_.end();
        // "SEC-01_policy.pdf" and "SEC-01/2025" are names of something else.
        const auto goes_on = [&] {
            if (end == text.size()) return false;
            const char next = end + 1 < text.size() ? text[end + 1] : ' ';
            if (text[end] == '/') return is_digit(next);
            return is_letter(text[end]) || text[end] == '_' ||
                   (is_joint(text[end]) && (is_letter(next) || is_digit(next)));
        };
        if (series != series_.end() && parts.digits >= series->second.least_digits &&
            parts.digits <= series->second.most_digits && !goes_on()) {
            const text::Span span{at, end};
            if (!references.meets(span) && !annexes.meets(span))
                found.push_back({span, std::string(text.substr(at, end - at)), analysis.sentence_of(span)});
            at = end;
            continue;
        }
        while (at < text.size() && (is_letter(text[at]) || is_digit(text[at]))) ++at;
    }
    if (found.empty()) return;
    std::vector<text::Reference>& all = analysis.references;
    all.insert(all.end(), found.begin(), found.end());
    std::stable_sort(all.begin(), all.end(),
                     [](const text::Reference& a, const text::Reference& b) { return a.span < b.span; });
}

}  // namespace samsvar::rules
