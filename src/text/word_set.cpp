#include "text/word_set.h"

#include <algorithm>
#include <atomic>

#include "base/error.h"
#include "base/kept_for_threads.h"
#include "text/segment.h"
#include "text/word_table.h"

namespace samsvar::text {

namespace {

/// No word is longer; what is, is no word, and is not walked through again for each stem in it.
constexpr std::size_t longest_word = 64;
/// A slip is told from another word only when there is much of it that is right.
constexpr std::size_t shortest_slipped = 8;
constexpr std::size_t piece = 3;           // letters by which candidates are looked up …
constexpr std::size_t middle = piece + 1;  // … at the beginning, and from here on

std::size_t end_of_word(std::string_view text, std::size_t at)
{
    const std::size_t most = std::min(text.size(), at + longest_word);
    while (at < most && is_word_character(text[at])) ++at;
    return at;
}

std::vector<std::string> parts_of(std::string_view text)
{
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == ' ' || c == '-')
            parts.emplace_back();
        else
            parts.back() += c;
    }
    return parts;
}

}  // namespace

void WordSet::add(std::uint32_t concept_index, const model::Word& word)
{
    const std::vector<std::string> parts = parts_of(fold_text(word.text));
    std::string joined;
    for (const std::string& part : parts) joined += part;
    const bool plain = std::all_of(joined.begin(), joined.end(), is_word_character);
    const bool whole = std::none_of(parts.begin(), parts.end(), [](const std::string& part) { return part.empty(); });
    if (!plain || !whole || joined.size() < 3)
        throw Error(
            ErrorCode::malformed, {word.origin.file, {}, word.origin.line, 0},
            "the word \"" + word.text +
                "\" must be at least three letters or digits, with single blanks or hyphens at most; what needs "
                "more is a <pattern>");
    const auto number = static_cast<std::uint32_t>(words_.size());
    words_.push_back({concept_index, word.language, joined.size(), {parts.begin() + 1, parts.end()}});
    for (Stem& stem : stems_of(joined, word.language)) forms_.push_back({number, std::move(stem), false});
    if (parts.size() > 1) forms_.push_back({number, {parts.front(), true, true}, true});
}

void WordSet::prepare()
{
    for (std::uint32_t index = 0; index < forms_.size(); ++index) {
        const Form& form = forms_[index];
        const std::string& stem = form.stem.text;
        const std::uint32_t literal = scan_.add(stem);
        if (forms_of_.size() <= literal) forms_of_.resize(literal + 1);
        forms_of_[literal].push_back(index);
        if (form.first_of_phrase || words_[form.word].letters < shortest_slipped || stem.size() + 1 < shortest_slipped)
            continue;
        parts_[0].add(std::string_view(stem).substr(0, piece), index);
        parts_[1].add(std::string_view(stem).substr(middle, piece), index);
    }
    for (Pieces& pieces : parts_) pieces.prepare();
    scan_.prepare();
    static std::atomic<std::uint64_t> prepared{0};
    number_ = ++prepared;
}

std::uint32_t WordSet::Pieces::key_of(std::string_view letters)
{
    std::uint32_t key = 0;
    for (const char c : letters.substr(0, piece)) key = key << 8 | static_cast<unsigned char>(c);
    return key;
}

void WordSet::Pieces::prepare()
{
    std::stable_sort(entries_.begin(), entries_.end(),
                     [](const Entry& a, const Entry& b) { return a.letters < b.letters; });
    for (const Entry& entry : entries_) seen_.set(bit_of(entry.letters));
}

std::span<const WordSet::Pieces::Entry> WordSet::Pieces::find(std::string_view letters) const
{
    const std::uint32_t key = key_of(letters);
    if (!seen_[bit_of(key)]) return {};
    const auto begin = std::lower_bound(entries_.begin(), entries_.end(), key,
                                        [](const Entry& one, std::uint32_t wanted) { return one.letters < wanted; });
    auto end = begin;
    while (end != entries_.end() && end->letters == key) ++end;
    return {begin, end};
}

/// What a set finds in single words, kept for those to come: texts say the same words again and again. For one thread.
class WordSet::SeenWords {
public:
    Candidates of(const WordSet& set, std::string_view word)
    {
        if (number_ != set.number_ || candidates_.size() > most_candidates) {
            number_ = set.number_;
            entries_.assign(places, {});
            candidates_.clear();
        }
        Entry& entry = word.size() <= longest ? entries_[hash_of(word) % places] : long_word_;
        if (word.size() > longest || std::string_view(entry.letters.data(), entry.size) != word) make(set, word, entry);
        return {{candidates_.data() + entry.first, entry.count},
                entry.slip == none ? nullptr : &set.forms_[entry.slip]};
    }

private:
    static constexpr std::size_t places = 1u << 13;
    static constexpr std::size_t longest = 23;  ///< others are rare
    static constexpr std::size_t most_candidates = 1u << 16;
    static constexpr std::uint32_t none = ~0u;
    struct Entry {
        std::array<char, longest> letters{};
        std::uint8_t size = 0;
        std::uint32_t first = 0;
        std::uint32_t count = 0;
        std::uint32_t slip = none;
    };

    void make(const WordSet& set, std::string_view word, Entry& entry)
    {
        entry.first = static_cast<std::uint32_t>(candidates_.size());
        set.scan_.scan(word, [&](std::uint32_t literal, std::size_t at) {
            if (at > longest_word) return;
            for (const std::uint32_t form : set.forms_of_[literal])
                candidates_.push_back({form, static_cast<std::uint32_t>(at)});
        });
        entry.count = static_cast<std::uint32_t>(candidates_.size()) - entry.first;
        const Form* const slip =
            word.size() >= shortest_slipped - 1 && word.size() <= longest_word ? set.slip_of(word) : nullptr;
        entry.slip = slip ? static_cast<std::uint32_t>(slip - set.forms_.data()) : none;
        entry.size = static_cast<std::uint8_t>(std::min(word.size(), longest));
        std::copy_n(word.begin(), entry.size, entry.letters.begin());
    }

    std::uint64_t number_ = 0;  ///< of the set
    std::vector<Entry> entries_;
    Entry long_word_;
    std::vector<Candidate> candidates_;
};

std::vector<WordSet::Found> WordSet::find_all(std::string_view folded,
                                              const std::function<bool(std::string_view)>& known) const
{
    std::vector<Found> found;
    find_in(folded, {0, folded.size()}, known, found);
    return found;
}

void WordSet::find_in(std::string_view folded, const Span& range, const std::function<bool(std::string_view)>& known,
                      std::vector<Found>& found) const
{
    if (empty()) return;
    thread_local KeptForThreads<SeenWords> seen;
    constexpr std::size_t shortest = 3;
    std::vector<Found> slips;
    for (std::size_t begin = range.begin; begin < range.end;) {
        if (!is_word_character(folded[begin])) {
            ++begin;
            continue;
        }
        std::size_t end = begin + 1;
        while (end < range.end && is_word_character(folded[end])) ++end;
        if (end - begin >= shortest) {
            const std::string_view word = folded.substr(begin, end - begin);
            const auto [forms, slip] = (*seen).of(*this, word);
            if (!take_stems(folded, {begin, end}, forms, found) && slip && !known(word))
                slips.push_back({words_[slip->word].concept_index, {begin, end}});
        }
        begin = end;
    }
    found.insert(found.end(), slips.begin(), slips.end());
}

std::size_t WordSet::phrase_end(std::string_view folded, std::size_t at, const Word& word) const
{
    for (std::size_t index = 0; index < word.further.size(); ++index) {
        // Behind the part there may be an ending: "penetration tests", "tvåfaktors autentisering".
        const std::size_t end = end_of_word(folded, at);
        if (!may_follow(folded.substr(at, end - at), word.language, true)) return 0;
        if (end + 1 >= folded.size() || (folded[end] != ' ' && folded[end] != '-')) return 0;
        const std::string_view rest = folded.substr(end + 1);
        const std::string& part = word.further[index];
        if (index + 1 < word.further.size()) {
            if (!rest.starts_with(part)) return 0;
            at = end + 1 + part.size();
            continue;
        }
        for (const Stem& stem : stems_of(part, word.language)) {
            if (!rest.starts_with(stem.text)) continue;
            const std::size_t behind = end + 1 + stem.text.size();
            const std::size_t last = end_of_word(folded, behind);
            if (may_follow(folded.substr(behind, last - behind), word.language, stem.only_endings)) return last;
        }
    }
    return 0;
}

bool WordSet::stands(std::string_view folded, std::size_t begin, std::size_t at, const Form& form) const
{
    const std::string_view before = folded.substr(begin, at - begin);
    if (form.stem.begins_word ? !before.empty() : !may_stand_before(before)) return false;
    // "non-encrypted": what is joined by a hyphen may turn a word around, too.
    if (before.empty() && begin >= 2 && folded[begin - 1] == '-') {
        constexpr std::size_t longest_turning = 6;
        std::size_t start = begin - 1;
        while (start > 0 && begin - start <= longest_turning && is_word_character(folded[start - 1])) --start;
        if (!may_stand_before(folded.substr(start, begin - 1 - start))) return false;
    }
    return true;
}

bool WordSet::take_stems(std::string_view folded, const Span& whole, std::span<const Candidate> forms,
                         std::vector<Found>& found) const
{
    bool settled = false;
    for (const Candidate& candidate : forms) {
        const Form& form = forms_[candidate.form];
        const Word& word = words_[form.word];
        const std::size_t at = whole.begin + candidate.at;
        const std::size_t behind = at + form.stem.text.size();
        const std::size_t end = end_of_word(folded, behind);
        if (end - behind >= longest_word) continue;
        settled = settled || !form.stem.only_endings;
        if (!stands(folded, whole.begin, at, form)) continue;
        if (form.first_of_phrase) {
            if (const std::size_t last = phrase_end(folded, behind, word))
                found.push_back({word.concept_index, {whole.begin, last}});
        }
        else if (may_follow(folded.substr(behind, end - behind), word.language, form.stem.only_endings))
            found.push_back({word.concept_index, {whole.begin, end}});
    }
    return settled;
}

const WordSet::Form* WordSet::slip_of(std::string_view token) const
{
    const auto fits = [&](const Form& form) {
        const std::string& stem = form.stem.text;
        if (stem[0] != token[0]) return false;
        for (std::size_t size = stem.size() - 1; size <= stem.size() + 1 && size <= token.size(); ++size)
            if (within_one_slip(token.substr(0, size), stem) &&
                may_follow(token.substr(size), words_[form.word].language, false))
                return true;
        return false;
    };
    const auto look = [&](const Pieces& pieces, std::string_view key) -> const Form* {
        for (const Pieces::Entry& candidate : pieces.find(key))
            if (fits(forms_[candidate.form])) return &forms_[candidate.form];
        return nullptr;
    };
    if (const Form* form = look(parts_[0], token.substr(0, piece))) return form;
    for (std::size_t at = middle - 1; at <= middle + 1 && at + piece <= token.size(); ++at)
        if (const Form* form = look(parts_[1], token.substr(at, piece))) return form;
    return nullptr;
}

}  // namespace samsvar::text
