#include "text/pattern_search.h"

#include <algorithm>
#include <array>

#include "text/character_set.h"
#include "text/compiled_patterns.h"

namespace samsvar::text {

void PatternSearch::search(const PreparedPatterns& prepared, std::string_view folded, const Span& part,
                           std::span<const std::uint32_t> found_already, std::vector<PatternSet::Match>& matches)
{
    offset_ = part.begin;
    matches_ = &matches;
    begin(prepared, folded.substr(part.begin, part.size()));
    for (const std::uint32_t group : found_already) found_of(group);
    const auto first_other = static_cast<std::uint32_t>(prepared.words.size());
    if (has_long_word())
        prepared.words.scan(text_, [&](std::uint32_t literal, std::size_t at) { note(literal, at); });
    else
        look_up_words();
    prepared.others.scan(text_, [&](std::uint32_t literal, std::size_t at) { note(first_other + literal, at); });
    settle_all();
    settle_beside();
}

void PatternSearch::settle_all()
{
    const std::span<const PatternTable::Pattern> patterns = prepared_->table.patterns;
    const auto of_group = [&](std::uint32_t number, std::size_t before) {
        if (matches_->size() > before) found_of(patterns[number].group);
    };
    // The patterns lie far apart: each is on its way while those before it are settled.
    constexpr std::size_t ahead = 6;
    for (std::size_t at = 0; at < order_.size(); ++at) {
        if (at + ahead < order_.size()) __builtin_prefetch(&patterns[order_[at + ahead]]);
        const std::size_t before = matches_->size();
        settle(order_[at]);
        of_group(order_[at], before);
    }
    for (const std::uint32_t number : prepared_->table.always) {
        if (patterns[number].only_beside != 0) continue;
        const std::size_t before = matches_->size();
        take_everywhere(number);
        of_group(number, before);
    }
}

/// When it is known which groups were found.
void PatternSearch::settle_beside()
{
    const std::size_t settled = order_.size();
    for (const Beside& one : beside_) {
        if (!is_found(one.group)) continue;
        if (one.is_match)
            found(one.pattern, {one.begin, one.end});
        else
            add(one.pattern, one.form, one.begin, one.end);
    }
    for (std::size_t at = settled; at < order_.size(); ++at) settle(order_[at]);
    for (const std::uint32_t number : prepared_->table.always) {
        const PatternTable::Pattern& pattern = prepared_->table.patterns[number];
        if (pattern.only_beside != 0 && is_found(pattern.group)) take_everywhere(number);
    }
}

void PatternSearch::found_of(std::uint32_t group)
{
    if (group == PatternGroup::none) return;
    if (group >= found_groups_.size()) found_groups_.resize(group + 1);
    found_groups_[group] = search_;
}

void PatternSearch::begin(const PreparedPatterns& prepared, std::string_view text)
{
    prepared_ = &prepared;
    text_ = text;
    if (met_.size() < prepared.table.patterns.size()) met_.resize(prepared.table.patterns.size());
    for (const Occurrence& one : occurrences_) seen_[one.literal / 64] = 0;
    if (last_.size() < prepared.table.literals.size()) {
        last_.resize(prepared.table.literals.size());
        seen_.resize(last_.size() / 64 + 1);
    }
    if (++search_ == 0) {
        // All numbers are used up: what bears one of them is forgotten.
        std::fill(met_.begin(), met_.end(), Met{});
        std::fill(found_groups_.begin(), found_groups_.end(), 0);
        search_ = 1;
    }
    occurrences_.clear();
    events_.clear();
    order_.clear();
    beside_.clear();
    word_ = {0, 0};
    longest_.reset();
}

KnownWords& PatternSearch::known_words()
{
    constexpr std::size_t most_sets = 4;
    const auto known =
        std::find_if(words_.begin(), words_.end(), [&](const auto& one) { return one.first == prepared_->number; });
    if (known != words_.end()) return *known->second;
    if (words_.size() == most_sets) words_.erase(words_.begin());
    words_.emplace_back(prepared_->number,
                        std::make_unique<KnownWords>(prepared_->table, prepared_->words, prepared_->compiled));
    return *words_.back().second;
}

bool PatternSearch::has_long_word() const
{
    // One that is longer reaches over a place of this kind.
    for (std::size_t at = KnownWords::longest; at < text_.size(); at += KnownWords::longest) {
        if (!in_word(text_[at])) continue;
        std::size_t begin = at;
        while (begin > 0 && in_word(text_[begin - 1]) && at - begin <= KnownWords::longest) --begin;
        std::size_t end = at;
        while (word_at(text_, end) && end - begin <= KnownWords::longest) ++end;
        if (end - begin > KnownWords::longest) return true;
    }
    return false;
}

void PatternSearch::look_up_words()
{
    KnownWords& words = known_words();
    // Some words at a time: what is known of the first is there when the last has been looked up.
    struct Word {
        std::uint32_t begin;
        std::uint32_t size;
        std::uint32_t hash;
        std::uint32_t number;
    };
    std::array<Word, 32> next;
    std::size_t longest = 0;
    for (std::size_t at = 0; at < text_.size();) {
        words.make_room(next.size());
        std::size_t count = 0;
        for (; at < text_.size() && count < next.size(); ++at) {
            if (!in_word(text_[at])) continue;
            const std::size_t begin = at;
            while (word_at(text_, at)) ++at;
            longest = std::max(longest, at - begin);
            const std::uint32_t hash = KnownWords::hash_of(text_.substr(begin, at - begin));
            words.fetch_slot(hash);
            next[count++] = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at - begin), hash, 0};
        }
        const auto found_words = std::span(next).first(count);
        for (const Word& word : found_words) words.fetch_entry(word.hash);
        for (Word& word : found_words) {
            word.number = words.number_of(text_.substr(word.begin, word.size), word.hash);
            words.fetch_things(word.number);
        }
        for (const Word& word : found_words) take_word(words.of(word.number), word.begin);
    }
    longest_ = longest;
}

void PatternSearch::take_word(const KnownWords::Findings& findings, std::uint32_t at)
{
    for (const KnownWords::Thing& one : findings.matches) {
        found(one.number, {at + one.begin, at + one.end});
        found_of(one.group);
    }
    for (const KnownWords::Thing& one : findings.events) add(one.number, one.form, at + one.begin, at + one.end);
    for (const KnownWords::Thing& one : findings.matches_beside)
        beside_.push_back({one.number, one.group, at + one.begin, at + one.end, 0, true});
    for (const KnownWords::Thing& one : findings.events_beside)
        beside_.push_back({one.number, one.group, at + one.begin, at + one.end, one.form, false});
    for (const KnownWords::Thing& one : findings.occurrences) occurs(one.number, at + one.begin);
}

void PatternSearch::occurs(std::uint32_t literal, std::size_t at)
{
    const auto number = static_cast<std::uint32_t>(occurrences_.size());
    std::uint64_t& bits = seen_[literal / 64];
    const std::uint64_t bit = std::uint64_t{1} << (literal % 64);
    occurrences_.push_back({literal, static_cast<std::uint32_t>(at), (bits & bit) != 0 ? last_[literal] : number});
    bits |= bit;
    last_[literal] = number;
}

void PatternSearch::note(std::uint32_t literal, std::size_t at)
{
    const PatternTable::Literal& known = prepared_->table.literals[literal];
    if (known.asked != 0) occurs(literal, at);
    if (known.count == 0) return;
    const std::uint8_t around = around_of(at, at + known.size);
    for (const Use& use : prepared_->table.uses.subspan(known.first_use, known.count)) {
        if ((use.around & ~around) != 0) continue;
        if (use.only_beside == 0)
            add(use.pattern, use.form, at, at + known.size);
        else
            beside_.push_back({use.pattern, prepared_->table.patterns[use.pattern].group,
                               static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + known.size), use.form,
                               false});
    }
}

std::uint8_t PatternSearch::around_of(std::size_t begin, std::size_t end) const
{
    const bool behind = word_at(text_, end);
    std::uint8_t around = 0;
    if ((begin > 0 && in_word(text_[begin - 1])) != in_word(text_[begin])) around |= PatternTable::begins_at_boundary;
    if (in_word(text_[end - 1]) != behind) around |= PatternTable::ends_at_boundary;
    if (behind) around |= PatternTable::word_goes_on;
    return around;
}

void PatternSearch::add(std::uint32_t pattern, std::uint16_t form, std::size_t begin, std::size_t end)
{
    const auto number = static_cast<std::uint32_t>(events_.size());
    events_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), number, form});
    Met& met = met_[pattern];
    if (met.search == search_)
        events_[met.last].next = number;
    else {
        met.search = search_;
        met.first = number;
        order_.push_back(pattern);
    }
    met.last = number;
}

bool PatternSearch::holds_each(const PatternTable::Pattern& pattern) const
{
    const PatternTable& table = prepared_->table;
    for (const PatternTable::Needed& list : table.also.subspan(pattern.first_also, pattern.also)) {
        const std::span<const std::uint32_t> literals = table.needed.subspan(list.first, list.count);
        if (std::none_of(literals.begin(), literals.end(), [&](std::uint32_t one) { return is_seen(one); }))
            return false;
    }
    return true;
}

void PatternSearch::settle(std::uint32_t number)
{
    const PatternTable::Pattern& pattern = prepared_->table.patterns[number];
    if (pattern.forms > 0) return take_letters(number);
    if (pattern.segments > 0) return take_segments(number);
    if (!holds_each(pattern)) return;
    if (pattern.whole_line != 0 || pattern.whole_text != 0)
        take_lines(number);
    else
        take_around(number);
}

Span PatternSearch::matched(std::uint32_t number, const Event& event)
{
    const PatternTable& table = prepared_->table;
    const PatternTable::Form& form = table.forms[table.patterns[number].first_form + event.form];
    return {form.from_word_start ? word_begin(event.begin) : event.begin,
            form.open() ? word_end(event.end) : event.end};
}

void PatternSearch::found(std::uint32_t number, const Span& span)
{
    matches_->push_back({number, {offset_ + span.begin, offset_ + span.end}});
}

/// Leftmost, then preferred, not overlapping: what a search with the pattern would give.
void PatternSearch::take_letters(std::uint32_t number)
{
    const Met& met = met_[number];
    if (met.first == met.last) {
        found(number, matched(number, events_[met.first]));
        return;
    }
    const auto before = [](const Event& a, const Event& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.form < b.form;
    };
    chain_.clear();
    bool sorted = true;
    for (std::uint32_t at = met.first;; at = events_[at].next) {
        Event event = events_[at];
        const Span span = matched(number, event);
        event.begin = static_cast<std::uint32_t>(span.begin);
        event.end = static_cast<std::uint32_t>(span.end);
        sorted = sorted && (chain_.empty() || !before(event, chain_.back()));
        chain_.push_back(event);
        if (at == met.last) break;
    }
    if (!sorted) std::sort(chain_.begin(), chain_.end(), before);
    std::size_t free_from = 0;
    for (const Event& event : chain_) {
        if (event.begin < free_from) continue;
        found(number, {event.begin, event.end});
        free_from = event.end;
    }
}

const std::vector<Span>& PatternSearch::places_of(std::uint32_t number)
{
    const Met& met = met_[number];
    places_.clear();
    for (std::uint32_t at = met.first;; at = events_[at].next) {
        places_.push_back({events_[at].begin, events_[at].end});
        if (at == met.last) break;
    }
    // What goes beyond words was met after them.
    if (!std::is_sorted(places_.begin(), places_.end())) std::sort(places_.begin(), places_.end());
    return places_;
}

/// Runs a pattern from the places where a match with one of its signs can begin.
void PatternSearch::take_around(std::uint32_t number)
{
    const PatternTable::Pattern& pattern = prepared_->table.patterns[number];
    const std::size_t before = pattern.before + (pattern.open_before > 0 ? pattern.open_before * longest_word() : 0);
    const std::size_t reach = pattern.reach + (pattern.open_words > 0 ? pattern.open_words * longest_word() : 0);
    const CompiledPattern& compiled = prepared_->compiled.of(prepared_->table, number);
    std::size_t from = 0;
    for (const Span& sign : places_of(number)) {
        const std::size_t last = sign.begin;
        if (last > before) from = std::max(from, last - before);
        const std::size_t end = std::min(text_.size(), last + reach);
        while (from <= last) {
            const std::optional<Span> match = compiled.find(text_, {from, end}, last);
            if (match) found(number, *match);
            from = match ? match->end : last + 1;
        }
    }
}

/// Runs a pattern that may go on without end over the lines, or the part, that its signs stand on.
void PatternSearch::take_lines(std::uint32_t number)
{
    const PatternTable::Pattern& pattern = prepared_->table.patterns[number];
    const std::size_t reach = pattern.reach + pattern.open_words * longest_word();
    const CompiledPattern& compiled = prepared_->compiled.of(prepared_->table, number);
    Span window{0, 0};
    const auto run = [&] {
        if (window.end > window.begin)
            for (const Span& span : compiled.find_all(text_, window)) found(number, span);
    };
    for (const Span& sign : places_of(number)) {
        if (sign.end > window.end) {
            Span around{0, text_.size()};
            if (pattern.whole_text == 0) {
                around.begin = sign.begin > reach ? sign.begin - reach : 0;
                around.end = std::min(text_.size(), sign.end + reach);
                const std::size_t line =
                    around.begin == 0 ? std::string_view::npos : text_.rfind('\n', around.begin - 1);
                around.begin = line == std::string_view::npos ? 0 : line;
                around.end = std::min(text_.find('\n', around.end), text_.size());
            }
            if (around.begin > window.end || window.end == 0) {
                run();
                window = around;
            }
            else
                window.end = std::max(window.end, around.end);
        }
    }
    run();
}

void PatternSearch::take_everywhere(std::uint32_t number)
{
    if (!holds_each(prepared_->table.patterns[number])) return;
    for (const Span& span : prepared_->compiled.of(prepared_->table, number).find_all(text_, {0, text_.size()}))
        found(number, span);
}

std::size_t PatternSearch::end_of_word(Span& known, std::size_t at) const
{
    if (at < known.begin || at > known.end) {
        known = {at, at};
        while (word_at(text_, known.end)) ++known.end;
    }
    return known.end;
}

std::size_t PatternSearch::word_begin(std::size_t at)
{
    word_end(at);
    // What lies between the known beginning and `at` is of the same word.
    while (word_.begin > 0 && in_word(text_[word_.begin - 1])) --word_.begin;
    return word_.begin;
}

std::size_t PatternSearch::longest_word()
{
    if (longest_) return *longest_;
    std::size_t longest = 0;
    std::size_t length = 0;
    for (const char c : text_) {
        length = in_word(c) ? length + 1 : 0;
        longest = std::max(longest, length);
    }
    longest_ = longest;
    return longest;
}

}  // namespace samsvar::text
