#include "text/pattern_table.h"

#include <algorithm>
#include <string>

namespace samsvar::text {

namespace {

/// Lays out pattern after pattern.
class Layout {
public:
    explicit Layout(LiteralScan& scan) : scan_(scan) {}

    void add(const Regex& regex)
    {
        const PatternShape& shape = regex.shape();
        const auto number = static_cast<std::uint32_t>(patterns_.size());
        PatternTable::Pattern pattern;
        pattern.expression = put(regex.expression());
        pattern.common = shape.understood && !shape.may_be_empty;
        pattern.first_form = static_cast<std::uint32_t>(forms_.size());
        pattern.forms = static_cast<std::uint32_t>(shape.forms.size());
        pattern.then = static_cast<std::uint32_t>(shape.then.size());
        pattern.gap_least = shape.gap_least;
        pattern.gap_most = shape.gap_most;
        std::int32_t form = 0;
        for (const auto* list : {&shape.forms, &shape.then})
            for (const LiteralForm& one : *list) {
                forms_.push_back({static_cast<std::uint32_t>(one.text.size()), one.from_word_start, one.boundary_before,
                                  one.tail, one.to_boundary});
                use(one.text, number, form++);
            }
        if (shape.forms.empty())
            for (const std::string& literal : shape.required) use(literal, number, -1);
        pattern.always = shape.forms.empty() && shape.required.empty();
        if (pattern.always) always_.push_back(number);
        pattern.first_also = static_cast<std::uint32_t>(also_.size());
        pattern.also = static_cast<std::uint32_t>(shape.also.size());
        for (const std::vector<std::string>& list : shape.also) {
            also_.push_back({static_cast<std::uint32_t>(needed_.size()), static_cast<std::uint32_t>(list.size())});
            for (const std::string& literal : list) needed_.push_back(put(literal));
        }
        pattern.reach = shape.reach;
        pattern.open_words = static_cast<std::uint32_t>(shape.open_words);
        pattern.whole_line = shape.whole_line;
        pattern.whole_text = shape.whole_text;
        patterns_.push_back(pattern);
    }

    std::vector<std::byte> take()
    {
        // By literal: counted, since they come by pattern.
        std::vector<std::uint32_t> first_use(scan_.size() + 1, 0);
        for (const auto& [literal, one] : uses_) ++first_use[literal + 1];
        for (std::size_t literal = 0; literal < scan_.size(); ++literal) first_use[literal + 1] += first_use[literal];
        std::vector<std::uint32_t> next(first_use);
        std::vector<PatternTable::Use> uses(uses_.size());
        for (const auto& [literal, one] : uses_) uses[next[literal]++] = one;
        PatternTable table;
        table.letters = letters_;
        table.patterns = patterns_;
        table.forms = forms_;
        table.also = also_;
        table.needed = needed_;
        table.uses = uses;
        table.first_use = first_use;
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

    void use(std::string_view literal, std::uint32_t pattern, std::int32_t form)
    {
        uses_.push_back({scan_.add(literal), {pattern, form}});
    }

    LiteralScan& scan_;
    std::string letters_;
    std::vector<PatternTable::Pattern> patterns_;
    std::vector<PatternTable::Form> forms_;
    std::vector<PatternTable::Needed> also_;
    std::vector<PatternTable::Letters> needed_;
    std::vector<std::pair<std::uint32_t, PatternTable::Use>> uses_;  // with their literals
    std::vector<std::uint32_t> always_;
};

}  // namespace

bool PatternTable::holds_each(const Pattern& pattern, std::string_view text) const
{
    const std::span<const Needed> lists = also.subspan(pattern.first_also, pattern.also);
    return std::all_of(lists.begin(), lists.end(), [&](const Needed& list) {
        const std::span<const Letters> literals = needed.subspan(list.first, list.count);
        return std::any_of(literals.begin(), literals.end(), [&](const Letters& one) {
            return text.find(this->text(one)) != std::string_view::npos;
        });
    });
}

void PatternTable::write(BytesWriter& into) const
{
    into.put_text(letters);
    into.put_all(patterns);
    into.put_all(forms);
    into.put_all(also);
    into.put_all(needed);
    into.put_all(uses);
    into.put_all(first_use);
    into.put_all(always);
}

PatternTable PatternTable::read(BytesReader& from)
{
    PatternTable table;
    table.letters = from.take_text();
    table.patterns = from.take_all<Pattern>();
    table.forms = from.take_all<Form>();
    table.also = from.take_all<Needed>();
    table.needed = from.take_all<Letters>();
    table.uses = from.take_all<Use>();
    table.first_use = from.take_all<std::uint32_t>();
    table.always = from.take_all<std::uint32_t>();
    return table;
}

std::vector<std::byte> PatternTable::of(const std::vector<Regex>& patterns, LiteralScan& scan)
{
    Layout layout(scan);
    for (const Regex& one : patterns) layout.add(one);
    return layout.take();
}

}  // namespace samsvar::text
