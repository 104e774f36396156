#include "text/pattern_shape.h"

#include <algorithm>
#include <optional>

#include "text/pattern_reading.h"

namespace samsvar::text {

namespace {

std::optional<LiteralForm> form_of(std::string_view expansion)
{
    LiteralForm form;
    if (expansion.starts_with(star_mark)) {
        form.from_word_start = true;
        expansion.remove_prefix(1);
    }
    else if (expansion.starts_with(boundary_mark)) {
        form.boundary_before = true;
        expansion.remove_prefix(1);
    }
    const std::size_t end =
        static_cast<std::size_t>(std::find_if(expansion.begin(), expansion.end(), is_mark) - expansion.begin());
    form.text = expansion.substr(0, end);
    if (form.text.empty()) return std::nullopt;
    std::string_view tail = expansion.substr(end);
    const bool ends_in_word = word_set().test(static_cast<unsigned char>(form.text.back()));
    // Behind the rest of a word there always is a boundary, if there was a word.
    if (tail.size() == 2 && tail[1] == boundary_mark &&
        (tail[0] == plus_mark || (tail[0] == star_mark && ends_in_word))) {
        form.to_boundary = true;
        tail.remove_suffix(1);
    }
    if (tail.size() > 1) return std::nullopt;
    if (!tail.empty())
        form.tail = tail[0] == boundary_mark ? Tail::boundary
                    : tail[0] == star_mark   ? Tail::rest_of_word
                                             : Tail::more_of_word;
    const bool all_of_word = std::all_of(form.text.begin(), form.text.end(),
                                         [](char c) { return word_set().test(static_cast<unsigned char>(c)); });
    if (form.from_word_start && !all_of_word) return std::nullopt;
    return form;
}

/// All expansions as literal forms; empty when one of them is not of that kind.
std::vector<LiteralForm> forms_of(const Strings& expansions)
{
    std::vector<LiteralForm> forms;
    for (const std::string& expansion : expansions) {
        std::optional<LiteralForm> form = form_of(expansion);
        if (!form) return {};
        forms.push_back(std::move(*form));
    }
    // \w*x in front of anything that ends within a word would begin again behind it: left to RE2.
    const auto from_start = [](const LiteralForm& form) { return form.from_word_start; };
    const auto to_end = [](const LiteralForm& form) {
        return (form.tail == Tail::rest_of_word || form.tail == Tail::more_of_word) &&
               word_set().test(static_cast<unsigned char>(form.text.back()));
    };
    if (std::any_of(forms.begin(), forms.end(), from_start) && !std::all_of(forms.begin(), forms.end(), to_end))
        return {};
    return forms;
}

}  // namespace

PatternShape shape_of(std::string_view folded_expression)
{
    PatternShape shape;
    std::optional<PatternReading> reading = read_pattern(folded_expression);
    if (!reading) return shape;
    Part& whole = reading->whole;
    shape.understood = true;
    shape.may_be_empty = whole.least == 0;
    shape.reach = whole.reach;
    shape.open_words = whole.open_words;
    shape.whole_line = whole.whole_line;
    shape.whole_text = whole.whole_text || whole.reach >= longest_reach || (whole.whole_line && whole.newline);
    if (shape.may_be_empty) return shape;
    shape.required = whole.exact ? literals_of(*whole.exact) : whole.required;
    // A very long list of alternatives costs more to look for than it spares.
    constexpr std::size_t worth_looking = 40;
    if (!whole.exact)
        for (Strings& literals : whole.all)
            if (literals != shape.required && literals.size() <= worth_looking)
                shape.also.push_back(std::move(literals));
    if (whole.exact) shape.forms = forms_of(*whole.exact);
    const Pieces& pieces = reading->pieces;
    if (!pieces.plain || pieces.gaps.size() != 1) return shape;
    // "x.{0,40}y": found by looking as well, when neither side can begin anywhere in a word.
    std::vector<LiteralForm> first = forms_of(pieces.runs[0]);
    std::vector<LiteralForm> then = forms_of(pieces.runs[1]);
    const auto from_start = [](const LiteralForm& form) { return form.from_word_start; };
    if (first.empty() || then.empty() || std::any_of(first.begin(), first.end(), from_start) ||
        std::any_of(then.begin(), then.end(), from_start))
        return shape;
    shape.forms = std::move(first);
    shape.then = std::move(then);
    shape.gap_least = pieces.gaps[0].first;
    shape.gap_most = pieces.gaps[0].second;
    return shape;
}

bool holds_one(std::string_view text, const std::vector<std::string>& literals)
{
    return std::any_of(literals.begin(), literals.end(),
                       [&](const std::string& one) { return text.find(one) != std::string_view::npos; });
}

bool holds_each(std::string_view text, const std::vector<std::vector<std::string>>& lists)
{
    return std::all_of(lists.begin(), lists.end(),
                       [&](const std::vector<std::string>& literals) { return holds_one(text, literals); });
}

}  // namespace samsvar::text
