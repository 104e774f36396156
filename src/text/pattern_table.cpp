#include "text/pattern_table.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "text/character_set.h"

namespace samsvar::text {

namespace {

/// How often literals are to be expected: as often as in a sample of such texts, and words that many patterns hold are
/// words that many texts hold.
class Frequencies {
public:
    Frequencies(const std::vector<Regex>& patterns, std::string_view sample)
    {
        for (const Regex& pattern : patterns) {
            for (const Segment& segment : pattern.shape().segments)
                for (const LiteralForm& form : segment.forms) {
                    add(form.text);
                    if (!form.then.empty()) add(form.then);
                }
            if (pattern.shape().also.empty()) continue;
            add(pattern.shape().required);
            for (const Required& one : pattern.shape().also) add(one);
        }
        scan_.prepare();
        counts_.resize(scan_.size());
        const auto count = [&](std::uint32_t literal, std::size_t) { ++counts_[literal]; };
        for (const Regex& pattern : patterns) scan_.scan(pattern.expression(), count);
        scan_.scan(sample, count);
    }

    std::size_t of(const Required& required) const
    {
        std::size_t sum = 0;
        for (const std::string& literal : required.literals) sum += of(literal);
        return sum;
    }
    std::size_t of(const std::string& literal) const { return counts_[ids_.at(literal)]; }
    /// The rarer of its letters.
    const std::string& rarer(const LiteralForm& form) const
    {
        return form.then.empty() || of(form.text) <= of(form.then) ? form.text : form.then;
    }
    std::size_t of(const Segment& segment) const
    {
        std::size_t sum = 0;
        for (const LiteralForm& form : segment.forms) sum += of(rarer(form));
        return sum;
    }

private:
    void add(const std::string& literal) { ids_.emplace(literal, scan_.add(literal)); }
    void add(const Required& required)
    {
        for (const std::string& literal : required.literals) add(literal);
    }

    LiteralScan scan_;
    std::unordered_map<std::string, std::uint32_t> ids_;
    std::vector<std::size_t> counts_;
};

/// Lays out pattern after pattern.
class Layout {
public:
    Layout(LiteralScan& words, BreakScan& others, const Frequencies& frequencies)
        : words_(words), others_(others), frequencies_(frequencies)
    {
    }

    void add(const Regex& regex, const PatternGroup& group)
    {
        const PatternShape& shape = regex.shape();
        const auto number = static_cast<std::uint32_t>(patterns_.size());
        PatternTable::Pattern pattern;
        pattern.group = group.number;
        pattern.only_beside = group.only_beside;
        pattern.expression = put(regex.expression());
        pattern.common = shape.understood && !shape.may_be_empty;
        pattern.first_form = static_cast<std::uint32_t>(forms_.size());
        pattern.forms = static_cast<std::uint32_t>(shape.forms.size());
        std::uint16_t number_of_form = 0;
        for (const LiteralForm& one : shape.forms) {
            const PatternTable::Form& form = add(one);
            use(literal_of_form_.back(), {number, number_of_form++, form.around, pattern.only_beside});
        }
        pattern.within_word = shape.within_word && shape.segments.empty();
        pattern.first_segment = static_cast<std::uint32_t>(segments_.size());
        pattern.segments = static_cast<std::uint32_t>(shape.segments.size());
        for (const Segment& one : shape.segments) {
            segments_.push_back(
                {static_cast<std::uint32_t>(forms_.size()), static_cast<std::uint32_t>(one.forms.size()),
                 static_cast<std::uint32_t>(one.gap_least), static_cast<std::uint32_t>(one.gap_most), one.begins});
            for (const LiteralForm& form : one.forms) {
                add(form);
                ask_for(literal_of_form_.back());
            }
        }
        if (!shape.segments.empty())
            require_segments(shape, number, pattern);
        else if (shape.forms.empty())
            require(shape, number, pattern);
        pattern.reach = static_cast<std::uint32_t>(shape.reach);
        pattern.open_words = static_cast<std::uint32_t>(shape.open_words);
        pattern.whole_line = shape.whole_line;
        pattern.whole_text = shape.whole_text;
        patterns_.push_back(pattern);
    }

    std::vector<std::byte> take()
    {
        // By literal: counted, since they come by pattern.
        settle_literals();
        for (const auto& [literal, one] : uses_) ++literals_[literal].count;
        std::uint32_t first = 0;
        for (PatternTable::Literal& one : literals_) {
            one.first_use = first;
            first += one.count;
            one.count = 0;
        }
        std::vector<PatternTable::Use> uses(uses_.size());
        for (const auto& [literal, one] : uses_) {
            PatternTable::Literal& known = literals_[literal];
            uses[known.first_use + known.count++] = one;
        }
        PatternTable table;
        table.letters = letters_;
        table.patterns = patterns_;
        table.forms = forms_;
        table.literal_of_form = literal_of_form_;
        table.segments = segments_;
        table.also = also_;
        table.needed = needed_;
        table.uses = uses;
        table.literals = literals_;
        table.always = always_;
        BytesWriter bytes;
        table.write(bytes);
        return bytes.take();
    }

private:
    PatternTable::Letters put(std::string_view text)
    {
        const auto at = static_cast<std::uint32_t>(letters_.size());
        letters_ += text;
        return {at, static_cast<std::uint32_t>(text.size())};
    }

    /// The rarest of what a pattern requires is its sign, the rest is asked for where one stands.
    void require(const PatternShape& shape, std::uint32_t number, PatternTable::Pattern& pattern)
    {
        const Required* sign = &shape.required;
        if (!shape.also.empty())
            for (const Required& one : shape.also)
                if (frequencies_.of(one) < frequencies_.of(*sign)) sign = &one;
        for (const std::string& letters : sign->literals)
            use(literal(letters), {number, PatternTable::Use::sign, 0, pattern.only_beside});
        pattern.before = static_cast<std::uint32_t>(sign->before);
        pattern.open_before = static_cast<std::uint32_t>(sign->open_before);
        pattern.always = sign->literals.empty();
        if (pattern.always) always_.push_back(number);
        pattern.first_also = static_cast<std::uint32_t>(also_.size());
        pattern.also = static_cast<std::uint32_t>(shape.also.size());
        const auto ask_for_one_of = [&](const Required& one) {
            also_.push_back(
                {static_cast<std::uint32_t>(needed_.size()), static_cast<std::uint32_t>(one.literals.size())});
            for (const std::string& letters : one.literals) needed_.push_back(ask_for(literal(letters)));
        };
        if (sign != &shape.required) ask_for_one_of(shape.required);
        for (const Required& one : shape.also)
            if (sign != &one) ask_for_one_of(one);
    }

    /// Of each branch the segment whose letters are the rarest is its sign.
    void require_segments(const PatternShape& shape, std::uint32_t number, const PatternTable::Pattern& pattern)
    {
        const std::vector<Segment>& all = shape.segments;
        for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
            std::size_t sign = begin;
            for (end = begin + 1; end < all.size() && !all[end].begins; ++end)
                if (frequencies_.of(all[end]) < frequencies_.of(all[sign])) sign = end;
            std::uint32_t made = segments_[pattern.first_segment + sign].first_form;
            for (const LiteralForm& form : all[sign].forms) {
                const std::string& letters = frequencies_.rarer(form);
                const std::uint8_t around = &letters == &form.text ? forms_[made].around : std::uint8_t{0};
                use(literal(letters), {number, static_cast<std::uint16_t>(sign), around, pattern.only_beside});
                ++made;
            }
        }
    }

    const PatternTable::Form& add(const LiteralForm& form)
    {
        PatternTable::Form made;
        literal_of_form_.push_back(literal(form.text));
        made.size = static_cast<std::uint32_t>(form.text.size());
        made.then = put(form.then);
        made.from_word_start = form.from_word_start;
        made.tail = form.tail;
        made.to_boundary = form.to_boundary;
        // Where a word begins in front of the letters, and what stands behind further ones, is for the search to see.
        if (form.boundary_before && !form.from_word_start) made.around |= PatternTable::begins_at_boundary;
        if (form.then.empty() && form.tail == Tail::boundary) made.around |= PatternTable::ends_at_boundary;
        if (form.then.empty() && form.tail == Tail::more_of_word) made.around |= PatternTable::word_goes_on;
        return forms_.emplace_back(made);
    }

    static bool within_word(std::string_view letters)
    {
        return std::all_of(letters.begin(), letters.end(), [](char c) { return in_word(c); });
    }

    /// A number for a literal, until all are known: even for those of words, odd for the others.
    std::uint32_t literal(std::string_view letters)
    {
        const bool of_word = within_word(letters);
        const std::uint32_t number = (of_word ? words_.add(letters) : others_.add(letters)) * 2 + (of_word ? 0 : 1);
        if (number >= literals_.size()) literals_.resize(number + 1);
        literals_[number].size = static_cast<std::uint16_t>(letters.size());
        return number;
    }

    std::uint32_t ask_for(std::uint32_t literal)
    {
        literals_[literal].asked = 1;
        return literal;
    }

    /// Its number when all are known.
    std::uint32_t settled(std::uint32_t literal) const
    {
        return literal / 2 + (literal % 2 != 0 ? static_cast<std::uint32_t>(words_.size()) : 0);
    }

    void settle_literals()
    {
        std::vector<PatternTable::Literal> settled_ones(words_.size() + others_.size());
        for (std::uint32_t number = 0; number < literals_.size(); ++number)
            if (literals_[number].size > 0) settled_ones[settled(number)] = literals_[number];
        literals_ = std::move(settled_ones);
        for (std::uint32_t& literal : literal_of_form_) literal = settled(literal);
        for (std::uint32_t& literal : needed_) literal = settled(literal);
        for (auto& [literal, one] : uses_) literal = settled(literal);
    }

    void use(std::uint32_t literal, const PatternTable::Use& one) { uses_.push_back({literal, one}); }

    LiteralScan& words_;
    BreakScan& others_;
    const Frequencies& frequencies_;
    std::string letters_;
    std::vector<PatternTable::Pattern> patterns_;
    std::vector<PatternTable::Form> forms_;
    std::vector<std::uint32_t> literal_of_form_;
    std::vector<PatternTable::Segment> segments_;
    std::vector<PatternTable::Needed> also_;
    std::vector<std::uint32_t> needed_;
    std::vector<PatternTable::Literal> literals_;
    std::vector<std::pair<std::uint32_t, PatternTable::Use>> uses_;  // with their literals
    std::vector<std::uint32_t> always_;
};

}  // namespace

void PatternTable::write(BytesWriter& into) const
{
    into.put_text(letters);
    into.put_all(patterns);
    into.put_all(forms);
    into.put_all(literal_of_form);
    into.put_all(segments);
    into.put_all(also);
    into.put_all(needed);
    into.put_all(uses);
    into.put_all(literals);
    into.put_all(always);
}

PatternTable PatternTable::read(BytesReader& from)
{
    PatternTable table;
    table.letters = from.take_text();
    table.patterns = from.take_all<Pattern>();
    table.forms = from.take_all<Form>();
    table.literal_of_form = from.take_all<std::uint32_t>();
    table.segments = from.take_all<Segment>();
    table.also = from.take_all<Needed>();
    table.needed = from.take_all<std::uint32_t>();
    table.uses = from.take_all<Use>();
    table.literals = from.take_all<Literal>();
    table.always = from.take_all<std::uint32_t>();
    return table;
}

std::vector<std::byte> PatternTable::of(const std::vector<Regex>& patterns, const std::vector<PatternGroup>& groups,
                                        std::string_view sample, LiteralScan& words, BreakScan& others)
{
    const Frequencies frequencies(patterns, sample);
    Layout layout(words, others, frequencies);
    for (std::size_t number = 0; number < patterns.size(); ++number) layout.add(patterns[number], groups[number]);
    return layout.take();
}

}  // namespace samsvar::text
