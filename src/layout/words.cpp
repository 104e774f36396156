#include "layout/words.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "layout/letters.h"
#include "text/fold.h"

namespace samsvar::layout {

namespace {

constexpr std::size_t longest_label = 120;  // what is longer is no label
constexpr std::size_t shortest_part = 4;    // of a compound
// Bytes of the longest choice, prompt, announcement and fact label worth looking up; most cells are longer.
constexpr std::size_t longest_choice = 60;
constexpr std::size_t longest_prompt = 120;
constexpr std::size_t longest_announcement = 40;
constexpr std::size_t longest_fact = 80;

bool is_word_byte(char c)
{
    return is_letter(c) || is_digit(c);
}

/// Whether a folded text has letters of its own; other scripts fold to nothing that tells words apart.
bool is_latin(std::string_view raw)
{
    return std::none_of(raw.begin(), raw.end(),
                        [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });  // U+3000 and later
}

/// Without the signs around it: "Answer:*" → "answer".
std::string_view bare(std::string_view folded)
{
    constexpr Signs is_outer(" \n:;*.?!()[]-=_<>\"'#");
    std::string_view inner = folded;
    while (!inner.empty() && is_outer(inner.front())) inner.remove_prefix(1);
    while (!inner.empty() && is_outer(inner.back())) inner.remove_suffix(1);
    // A lone sign can be the word: "#".
    return inner.empty() ? folded : inner;
}

/// How well a word fits a phrase of which it may be a part. The last word of a noun phrase says what the column holds
/// ("Control ID" is an id), in all our languages.
double fit_phrase(std::string_view phrase, std::string_view word)
{
    if (phrase == word) return 1;
    double best = 0;
    for (std::size_t at = phrase.find(word); at != std::string_view::npos; at = phrase.find(word, at + 1)) {
        const bool starts = at == 0 || !is_word_byte(phrase[at - 1]);
        const std::size_t end = at + word.size();
        const bool ends = end == phrase.size() || !is_word_byte(phrase[end]);
        double fit = 0;
        if (starts && ends)
            fit = end == phrase.size() ? 0.92 : at == 0 ? 0.85 : 0.75;
        else if (ends && word.size() >= shortest_part)
            fit = end == phrase.size() ? 0.8 : 0.65;  // last part of a compound
        else if (starts && word.size() >= shortest_part)
            fit = 0.6;
        best = std::max(best, fit);
    }
    return best;
}

/// The part of a label that names the thing: without what stands in parentheses and after the first preposition
/// ("Svar fra leverandøren", "Description of the solution").
std::string_view head_of(std::string_view label)
{
    constexpr std::string_view prepositions[] = {"av",  "fra",  "frAn", "til", "till", "for", "fOr", "om",  "pA",
                                                 "of",  "from", "to",   "on",  "by",   "ved", "mht", "iht", "enl",
                                                 "der", "des",  "zu",   "in",  "i",    "med", "with"};
    constexpr std::size_t longest_preposition = 4;
    std::size_t end = label.size();
    if (const auto open = label.find_first_of("(["); open != std::string_view::npos && open > 0) end = open;
    // The first of them that stands between blanks, not in front.
    std::size_t blank = label.find(' ', 1);
    for (std::size_t next = 0; blank < end; blank = next) {
        next = label.find(' ', blank + 1);
        if (next == std::string_view::npos) break;
        const std::string_view word = label.substr(blank + 1, next - blank - 1);
        if (word.size() > longest_preposition ||
            std::find(std::begin(prepositions), std::end(prepositions), word) == std::end(prepositions))
            continue;
        end = blank;
        break;
    }
    return bare(label.substr(0, end));
}

/// One bit a letter or digit that stands in the text: most words are out of the question by this alone.
std::uint64_t letters_of(std::string_view text)
{
    std::uint64_t letters = 0;
    for (const char c : text)
        if (is_word_byte(c)) letters |= std::uint64_t{1} << (static_cast<unsigned char>(c) & 63u);
    return letters;
}

/// The first eight bytes as a number that sorts like them.
std::uint64_t start_of(std::string_view text)
{
    std::uint64_t start = 0;
    if constexpr (std::endian::native == std::endian::little)
        if (text.size() >= sizeof start) {
            std::memcpy(&start, text.data(), sizeof start);
            return __builtin_bswap64(start);
        }
    const std::size_t size = std::min<std::size_t>(text.size(), 8);
    for (std::size_t at = 0; at < size; ++at)
        start |= std::uint64_t{static_cast<unsigned char>(text[at])} << (56 - 8 * at);
    return start;
}

std::uint64_t size_bit(std::string_view text)
{
    return std::uint64_t{1} << std::min<std::size_t>(text.size(), 63);
}

}  // namespace

Label::Label(std::string_view source)
{
    raw = text::trimmed(source);
    if (raw.empty() || raw.size() > longest_label * 3) return;
    latin = is_latin(raw);
    folded = text::fold_text(raw);
    if (folded.size() > longest_label) return;
    plain = bare(folded);
    short_enough = true;
}

const Label::Parts& Label::parts() const
{
    if (!parts_) parts_ = Parts{head_of(plain), letters_of(plain)};
    return *parts_;
}

WordList::WordList(const std::vector<std::string>& words)
{
    const auto own = std::make_shared<Own>();
    own->words.reserve(words.size());
    for (const std::string& word : words) {
        const std::string folded = is_latin(word) ? text::fold_text(word) : std::string();
        const std::string_view plain = bare(folded);
        const std::string_view text = plain.empty() ? text::trimmed(word) : plain;
        own->words.push_back({plain.empty() ? other_script : letters_of(plain),
                              static_cast<std::uint32_t>(own->texts.size()), static_cast<std::uint32_t>(text.size())});
        own->texts += text;
        if (plain.empty()) continue;
        sizes_ |= size_bit(plain);
        own->sorted.push_back({start_of(plain), own->words.size() - 1});
    }
    texts_ = own->texts;
    words_ = own->words;
    std::sort(own->sorted.begin(), own->sorted.end(), [this](const Sorted& a, const Sorted& b) {
        return a.start != b.start ? a.start < b.start : text_of(words_[a.word]) < text_of(words_[b.word]);
    });
    sorted_ = own->sorted;
    own_ = own;
}

WordList::WordList(BytesReader& prepared)
    : texts_(prepared.take_text()),
      words_(prepared.take_all<Word>()),
      sorted_(prepared.take_all<Sorted>()),
      sizes_(prepared.take_number())
{
}

void WordList::write(BytesWriter& into) const
{
    into.put_text(texts_);
    into.put_all(words_);
    into.put_all(sorted_);
    into.put_number(sizes_);
}

bool WordList::has(std::string_view plain) const
{
    if ((sizes_ & size_bit(plain)) == 0) return false;
    const std::uint64_t start = start_of(plain);
    const auto found =
        std::lower_bound(sorted_.begin(), sorted_.end(), plain, [&](const Sorted& one, std::string_view text) {
            return one.start != start ? one.start < start : text_of(words_[one.word]) < text;
        });
    return found != sorted_.end() && text_of(words_[found->word]) == plain;
}

double WordList::fit(const Label& label) const
{
    if (!label.short_enough) return 0;
    if (has(label.plain)) return 1;
    const auto& [head, letters] = label.parts();
    double best = 0;
    for (const Word& word : words_) {
        if (word.letters == other_script) {
            if (!label.latin && label.raw.find(text_of(word)) != std::string_view::npos)
                best = std::max(best, label.raw == text_of(word) ? 1.0 : 0.75);
            continue;
        }
        if ((word.letters & ~letters) != 0 || word.size > label.plain.size()) continue;
        double fit = fit_phrase(head, text_of(word));
        if (fit > 0)
            fit = std::min(fit, head.size() == label.plain.size() ? 1 : 0.95);
        else
            // Behind a preposition or in parentheses it says more of what the column is about than of what it holds.
            fit = fit_phrase(label.plain, text_of(word)) * 0.6;
        best = std::max(best, fit);
    }
    return best;
}

bool WordList::ends(const Label& label) const
{
    if (is(label)) return true;
    if (!label.short_enough) return false;
    const std::string_view head = label.parts().head;
    for (std::size_t at = 0; at < head.size(); ++at)
        if ((at == 0 || !is_word_byte(head[at - 1])) && has(head.substr(at))) return true;
    return false;
}

bool WordList::holds_word_of(const Label& label) const
{
    if (!label.short_enough) return false;
    for (std::size_t at = 0; at < label.plain.size();) {
        std::size_t end = at;
        while (end < label.plain.size() && is_word_byte(label.plain[end])) ++end;
        if (end > at && has(label.plain.substr(at, end - at))) return true;
        at = end + 1;
    }
    return false;
}

bool WordList::is(const Label& label) const
{
    if (!label.short_enough) return false;
    if (has(label.plain)) return true;
    return !label.latin && std::any_of(words_.begin(), words_.end(), [&](const Word& word) {
        return word.letters == other_script && text_of(word) == label.raw;
    });
}

Words::Words(const model::Vocabulary& vocabulary)
    : vocabulary_(&vocabulary),
      unanswered_(vocabulary.unanswered),
      samples_(vocabulary.samples),
      answers_(vocabulary.answers),
      annexes_(vocabulary.annexes),
      buyers_(vocabulary.buyers)
{
    for (const model::Vocabulary::Column& column : vocabulary.columns)
        columns_.emplace_back(column.role, WordList(column.words));
    for (const model::Vocabulary::Choice& choice : vocabulary.choices)
        choices_.emplace_back(choice.meaning, WordList(choice.words));
    for (const model::Vocabulary::Other& other : vocabulary.others)
        others_.emplace_back(other.kind, WordList(other.words));
    for (const model::Vocabulary::Fact& fact : vocabulary.facts) facts_.emplace_back(fact.key, WordList(fact.words));
}

Words::Words(const model::Vocabulary& vocabulary, BytesReader& prepared)
    : vocabulary_(&vocabulary),
      unanswered_(prepared),
      samples_(prepared),
      answers_(prepared),
      annexes_(prepared),
      buyers_(prepared)
{
    for (const model::Vocabulary::Column& column : vocabulary.columns)
        columns_.emplace_back(column.role, WordList(prepared));
    for (const model::Vocabulary::Choice& choice : vocabulary.choices)
        choices_.emplace_back(choice.meaning, WordList(prepared));
    for (const model::Vocabulary::Other& other : vocabulary.others)
        others_.emplace_back(other.kind, WordList(prepared));
    for (const model::Vocabulary::Fact& fact : vocabulary.facts) facts_.emplace_back(fact.key, WordList(prepared));
}

void Words::write(BytesWriter& into) const
{
    for (const WordList* list : {&unanswered_, &samples_, &answers_, &annexes_, &buyers_}) list->write(into);
    for (const auto& [role, list] : columns_) list.write(into);
    for (const auto& [meaning, list] : choices_) list.write(into);
    for (const auto& [kind, list] : others_) list.write(into);
    for (const auto& [key, list] : facts_) list.write(into);
}

std::vector<Words::RoleFit> Words::roles(std::string_view header) const
{
    std::vector<RoleFit> fits;
    const Label label(header);
    for (const auto& [role, list] : columns_) {
        double fit = list.fit(label);
        // "Score (buyer)", "Beställarens noteringar": whose column it is counts wherever it is said.
        if (role == model::ColumnRole::reviewer && buyers_.holds_word_of(label)) fit = 1;
        if (fit > 0) fits.push_back({role, fit});
    }
    std::stable_sort(fits.begin(), fits.end(), [](const RoleFit& a, const RoleFit& b) { return a.fit > b.fit; });
    return fits;
}

std::optional<std::string> Words::choice(std::string_view text) const
{
    constexpr std::ptrdiff_t most_blanks = 6;
    text = text::trimmed(text);
    if (text.empty() || text.size() > longest_choice || std::count(text.begin(), text.end(), ' ') > most_blanks)
        return std::nullopt;
    const Label label(text);
    for (const auto& [meaning, list] : choices_)
        if (list.is(label)) return meaning;
    return std::nullopt;
}

bool Words::is_unanswered(std::string_view text) const
{
    text = text::trimmed(text);
    if (text.size() > longest_prompt) return false;
    if (unanswered_.ends(Label(text))) return true;
    // "Choose a value …": a prompt whatever it asks to choose.
    const bool open_end = text.ends_with("…") || text.ends_with("...") ||
                          (text.starts_with('<') && text.ends_with('>')) ||
                          (text.starts_with('[') && text.ends_with(']'));
    const std::size_t first = text.find_first_not_of("<[ ");
    if (!open_end || first == std::string_view::npos) return false;
    return unanswered_.is(Label(text.substr(first, text.find_first_of(" .…]>", first) - first)));
}

bool Words::announces_sample(std::string_view text) const
{
    const std::string_view start = text.substr(0, longest_announcement + 1);
    const auto end = std::find_if(start.begin(), start.end(), [](char c) { return c == ':' || c == '\n'; });
    const std::string_view label = start.substr(0, static_cast<std::size_t>(end - start.begin()));
    return label.size() <= longest_announcement && samples_.ends(Label(label));
}

std::size_t Words::answer_after_label(std::string_view text) const
{
    // Only a label at the start of a line: "answer: " inside a sentence is no label.
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        const std::string_view line = text.substr(start, end - start);
        const std::size_t colon = line.find(':');
        if (colon != std::string_view::npos && colon <= 60 && answers_.is(Label(line.substr(0, colon))))
            return start + colon + 1;
        start = end + 1;
    }
    return 0;
}

bool Words::heads_annex(std::string_view heading) const
{
    heading = text::trimmed(heading);
    return annexes_.is(Label(heading.substr(0, heading.find_first_of(" :.\t"))));
}

std::string Words::other_table(std::string_view header) const
{
    const Label label(header);
    for (const auto& [kind, list] : others_)
        if (list.ends(label)) return kind;
    return {};
}

std::string Words::fact(std::string_view label) const
{
    if (label.size() > longest_fact) return {};
    const Label asked(label);
    for (const auto& [key, list] : facts_)
        if (list.is(asked)) return key;
    return {};
}

}  // namespace samsvar::layout
