#include "text/pattern_shape.h"

#include <algorithm>
#include <optional>

#include "text/pattern_reading.h"

namespace samsvar::text {

namespace {

/// The letters up to the next mark, taken from the front.
std::string take_letters(std::string_view& expansion)
{
    const auto end =
        static_cast<std::size_t>(std::find_if(expansion.begin(), expansion.end(), is_mark) - expansion.begin());
    std::string letters(expansion.substr(0, end));
    expansion.remove_prefix(end);
    return letters;
}

/// A blank or a hyphen stands everywhere: to note each costs more than it tells.
bool is_telling(const std::string& literal)
{
    return literal.size() > 1 || in_word(literal.front());
}

std::optional<LiteralForm> form_of(std::string_view expansion)
{
    LiteralForm form;
    if (expansion.starts_with(boundary_mark)) {
        form.boundary_before = true;
        expansion.remove_prefix(1);
    }
    if (expansion.starts_with(star_mark)) {
        form.from_word_start = true;
        expansion.remove_prefix(1);
    }
    form.text = take_letters(expansion);
    if (form.text.empty()) return std::nullopt;
    // The letters that follow the beginning of a word must be its own: "\w*n't", not "\w*-like".
    if (form.from_word_start && !in_word(form.text.front())) return std::nullopt;
    if (expansion.size() > 1 && expansion[0] == star_mark && !is_mark(expansion[1]) && !in_word(expansion[1])) {
        expansion.remove_prefix(1);
        form.then = take_letters(expansion);
    }
    // Behind the rest of a word there always is a boundary, if there was a word.
    const bool ends_in_word = in_word(form.then.empty() ? form.text.back() : form.then.back());
    // And behind the end of a word there is no rest of it: "(soc\b|logg)\w*".
    if (expansion.size() == 2 && expansion[0] == boundary_mark && expansion[1] == star_mark && ends_in_word)
        expansion.remove_suffix(1);
    if (expansion.size() == 2 && expansion[1] == boundary_mark &&
        (expansion[0] == plus_mark || (expansion[0] == star_mark && ends_in_word))) {
        form.to_boundary = true;
        expansion.remove_suffix(1);
    }
    if (expansion.size() > 1) return std::nullopt;
    if (!expansion.empty())
        form.tail = expansion[0] == boundary_mark ? Tail::boundary
                    : expansion[0] == star_mark   ? Tail::rest_of_word
                                                  : Tail::more_of_word;
    return form;
}

bool from_word_start(const LiteralForm& form)
{
    return form.from_word_start;
}

/// It ends where a word does.
bool to_word_end(const LiteralForm& form)
{
    return form.tail != Tail::none && form.then.empty() && in_word(form.text.back());
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
    if (std::any_of(forms.begin(), forms.end(), from_word_start) &&
        !std::all_of(forms.begin(), forms.end(), to_word_end))
        return {};
    return forms;
}

/// The branches as segments; empty when there is anything else in one of them.
std::vector<Segment> segments_of(const std::vector<Pieces>& branches)
{
    std::vector<Segment> segments;
    for (const Pieces& pieces : branches) {
        if (!pieces.plain) return {};
        for (std::size_t run = 0; run < pieces.runs.size(); ++run) {
            Segment segment;
            segment.forms = forms_of(pieces.runs[run]);
            // Behind a gap, and where it is not all there is, a word's beginning must be told by a \b.
            const bool anywhere = std::any_of(segment.forms.begin(), segment.forms.end(), [](const LiteralForm& form) {
                return (form.from_word_start && !form.boundary_before) || !is_telling(form.text);
            });
            if (segment.forms.empty() || anywhere || segments.size() == most_segments) return {};
            segment.begins = run == 0;
            if (run > 0) {
                segment.gap_least = pieces.gaps[run - 1].first;
                segment.gap_most = pieces.gaps[run - 1].second;
            }
            segments.push_back(std::move(segment));
        }
    }
    return segments;
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
    shape.within_word = whole.of_word && !shape.may_be_empty;
    shape.whole_line = whole.whole_line;
    shape.whole_text = whole.whole_text || whole.reach >= longest_reach || (whole.whole_line && whole.newline);
    if (shape.may_be_empty) return shape;
    shape.required = whole.exact ? literals_of(*whole.exact) : std::move(whole.required);
    // A very long list of alternatives costs more to look for than it spares.
    constexpr std::size_t worth_looking = 40;
    if (!whole.exact)
        for (Required& one : whole.all)
            if (one.literals != shape.required.literals && one.literals.size() <= worth_looking &&
                std::all_of(one.literals.begin(), one.literals.end(), is_telling))
                shape.also.push_back(std::move(one));
    if (whole.exact) shape.forms = forms_of(*whole.exact);
    const bool followed =
        std::any_of(shape.forms.begin(), shape.forms.end(), [](const LiteralForm& form) { return !form.then.empty(); });
    if (followed) shape.forms.clear();
    if (shape.forms.empty()) shape.segments = segments_of(reading->branches);
    return shape;
}

bool holds_one(std::string_view text, const std::vector<std::string>& literals)
{
    return std::any_of(literals.begin(), literals.end(),
                       [&](const std::string& one) { return text.find(one) != std::string_view::npos; });
}

bool holds_each(std::string_view text, const std::vector<Required>& lists)
{
    return std::all_of(lists.begin(), lists.end(), [&](const Required& one) { return holds_one(text, one.literals); });
}

}  // namespace samsvar::text
