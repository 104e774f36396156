// Which file of the evidence folder a document named in an answer is: by label, file name, words of the title, meaning.
#include "rules/folder.h"

#include "base/ascii.h"

#include <algorithm>

namespace samsvar::rules {

using model::WordListId;

namespace {

std::string_view without_extension(std::string_view name)
{
    const std::size_t stop = name.rfind('.');
    constexpr std::size_t longest = 5;
    if (stop == std::string_view::npos || stop == 0 || name.size() - stop > longest) return name;
    const std::string_view extension = name.substr(stop + 1);
    const bool all = std::all_of(extension.begin(), extension.end(), [](char c) { return is_letter(c) || is_digit(c); });
    return all && is_letter(extension.empty() ? ' ' : extension.front()) ? name.substr(0, stop) : name;
}

/// Underscores as blanks, and eight figures that are a day as a day: what dates and phrases are looked for in.
std::string for_dates(std::string_view name)
{
    std::string text;
    for (std::size_t at = 0; at < name.size();) {
        std::size_t end = at;
        while (end < name.size() && is_digit(name[end])) ++end;
        const std::string_view figures = name.substr(at, end - at);
        if (figures.size() == 8 && (figures.starts_with("20") || figures.starts_with("19"))) {
            text.append(figures.substr(0, 4)).append("-").append(figures.substr(4, 2)).append("-");
            text.append(figures.substr(6));
        }
        else if (!figures.empty())
            text.append(figures);
        else {
            text += name[at] == '_' ? ' ' : name[at];
            ++end;
        }
        at = end;
    }
    return text;
}

/// Folded, letters and figures only, words apart by one blank; a letter beside a figure begins a word: "vedlegg8".
std::string spaced(std::string_view source)
{
    std::string text;
    for (const char c : text::fold_text(source)) {
        const char last = text.empty() ? ' ' : text.back();
        if (!is_letter(c) && !is_digit(c)) {
            if (last != ' ') text += ' ';
            continue;
        }
        if (is_letter(last) && is_digit(c)) text += ' ';
        text += c;
    }
    while (!text.empty() && text.back() == ' ') text.pop_back();
    return text;
}

std::vector<std::string> split(std::string_view text)
{
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at) words.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

/// Words that no title is told by.
bool says_nothing(const model::WordLists& lists, std::string_view word)
{
    const auto& fillers = lists[WordListId::title_filler];
    const bool year = word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
                      std::all_of(word.begin(), word.end(), is_digit);
    const bool short_word = word.size() < 3 && !std::all_of(word.begin(), word.end(), is_digit);
    return year || short_word || word.size() < 2 ||
           std::any_of(fillers.begin(), fillers.end(),
                       [&](const model::ListedWord& filler) { return filler.folded == word; });
}

/// What kind of document it is, which many are: by the beginning of the word.
bool is_generic(const model::WordLists& lists, std::string_view word)
{
    const auto& kinds = lists[WordListId::kind_of_document];
    constexpr std::size_t ending = 5;
    return std::any_of(kinds.begin(), kinds.end(), [&](const model::ListedWord& kind) {
        return word.starts_with(kind.folded) && word.size() <= kind.folded.size() + ending;
    });
}

std::vector<std::string> telling_words(const model::WordLists& lists, std::string_view text)
{
    std::vector<std::string> words = split(spaced(text));
    std::erase_if(words, [&](const std::string& word) { return says_nothing(lists, word); });
    return words;
}

/// Equal but for an ending, or the beginning of a compound: "beredskapsplan", "beredskapsplanen".
bool same_word(std::string_view a, std::string_view b)
{
    if (a == b) return true;
    if (a.size() > b.size()) std::swap(a, b);
    constexpr std::size_t stem = 5, long_stem = 8, ending = 4;
    if (a.size() < stem) return false;
    std::size_t common = 0;
    while (common < a.size() && a[common] == b[common]) ++common;
    if (common == a.size() && a.size() >= long_stem) return true;
    return common + 1 >= a.size() && b.size() - common <= ending;
}

/// "08_…", "8a - …", "3.2 …": a number at the beginning that is no date and no year.
std::optional<std::string> leading_label(std::string_view name)
{
    std::size_t at = 0;
    while (at < name.size() && is_digit(name[at])) ++at;
    if (at == 0 || at > 3) return std::nullopt;
    std::string label(name.substr(0, at));
    label.erase(0, std::min(label.find_first_not_of('0'), label.size() - 1));
    if (at < name.size() && is_letter(name[at]) && (at + 1 == name.size() || !is_letter(name[at + 1])))
        label += static_cast<char>(name[at] | 0x20);
    else if (at < name.size() && is_letter(name[at]))
        return std::nullopt;
    if (at + 1 < name.size() && (name[at] == '-' || name[at] == '.') && is_digit(name[at + 1])) return std::nullopt;
    return label;
}

std::vector<std::string> concepts_of(const text::Analysis& analysis, const model::Lexicon& lexicon)
{
    std::vector<std::string> ids;
    for (const text::Hit& hit : analysis.hits) {
        const model::Concept& known = lexicon.concepts[hit.concept_index];
        if (!known.is_matter) continue;
        if (std::find(ids.begin(), ids.end(), known.id) == ids.end()) ids.push_back(known.id);
    }
    return ids;
}

/// A month without a day lasts to its end.
model::Date last_day_of(const model::Date& date)
{
    return {date.year, date.month ? date.month : 12, date.day ? date.day : 31};
}

KnownFile known(const model::EvidenceFile& file, const text::Matcher& matcher)
{
    KnownFile one;
    one.file = &file;
    const std::string name(without_extension(file.name()));
    one.name = spaced(name);
    one.words = telling_words(matcher.lexicon().lists, name + ' ' + file.title);
    if (const auto label = leading_label(name)) one.labels.push_back(*label);
    // Also of the folders it lies in: "Vedlegg 8/rapport.pdf".
    for (const text::AnnexReference& annex : matcher.analyse(spaced(without_extension(file.path))).annexes)
        if (!annex.file) one.labels.push_back(annex.label);
    const text::Analysis analysis = matcher.analyse(for_dates(name) + "\n" + file.title);
    one.concepts = concepts_of(analysis, matcher.lexicon());
    const auto& concepts = matcher.lexicon().concepts;
    const auto speaks_of = [&](std::string_view id) {
        return std::any_of(analysis.hits.begin(), analysis.hits.end(),
                           [&](const text::Hit& hit) { return concepts[hit.concept_index].id == id; });
    };
    one.assurance_report = speaks_of("assurance-report") && speaks_of("assurance-document");
    one.dated = file.dated();
    for (const text::FoundDate& found : analysis.dates) {
        const model::Date day = last_day_of(found.date);
        if (found.until)
            one.valid_until = one.valid_until ? std::max(*one.valid_until, day) : day;
        else if (!found.planned && (!one.dated || day < *one.dated))
            one.dated = day;
    }
    return one;
}

}  // namespace

Folder::Folder(const model::EvidenceFolder& files, const text::Matcher& matcher) : matcher_(matcher)
{
    files_.reserve(files.files.size());
    for (const model::EvidenceFile& file : files.files) files_.push_back(known(file, matcher));
}

const KnownFile* Folder::by_label(const std::string& label) const
{
    for (const KnownFile& one : files_)
        if (std::find(one.labels.begin(), one.labels.end(), label) != one.labels.end()) return &one;
    return nullptr;
}

const KnownFile* Folder::by_name(std::string_view name) const
{
    const std::string wanted = spaced(without_extension(name));
    if (wanted.size() < 3) return nullptr;
    for (const KnownFile& one : files_)
        if (one.name == wanted) return &one;
    const model::WordLists& lists = matcher_.lexicon().lists;
    const auto generic = [&](const std::string& word) { return is_generic(lists, word); };
    const std::string inside = ' ' + wanted + ' ';
    for (const KnownFile& one : files_)
        if ((' ' + one.name + ' ').find(inside) != std::string::npos && !telling_words(lists, wanted).empty() &&
            !std::all_of(wanted.begin(), wanted.end(), [](char c) { return is_digit(c) || c == ' '; })) {
            const std::vector<std::string> words = telling_words(lists, wanted);
            if (!std::all_of(words.begin(), words.end(), generic)) return &one;
        }
    return nullptr;
}

const KnownFile* Folder::by_title(std::string_view title) const
{
    constexpr std::size_t most_words = 12;
    const model::WordLists& lists = matcher_.lexicon().lists;
    const std::vector<std::string> words = telling_words(lists, title);
    const auto own = static_cast<std::size_t>(
        std::count_if(words.begin(), words.end(), [&](const std::string& word) { return !is_generic(lists, word); }));
    if (own == 0 || words.size() > most_words) return nullptr;
    const KnownFile* best = nullptr;
    std::size_t most = 0;
    for (const KnownFile& one : files_) {
        std::size_t found = 0, found_own = 0;
        bool telling = false;
        for (const std::string& word : words) {
            if (std::none_of(one.words.begin(), one.words.end(),
                             [&](const std::string& other) { return same_word(word, other); }))
                continue;
            ++found;
            if (is_generic(lists, word)) continue;
            ++found_own;
            telling = telling || word.size() >= 5 || is_digit(word.back());
        }
        // Three words of five, of all and of those that not every title has.
        const bool enough = found * 5 >= words.size() * 3 && found_own * 5 >= own * 3;
        if (!enough || !(telling || found_own > 1) || found <= most) continue;
        most = found;
        best = &one;
    }
    return best;
}

const KnownFile* Folder::by_meaning(std::string_view title) const
{
    const std::vector<std::string> wanted = concepts_of(matcher_.analyse(title), matcher_.lexicon());
    if (wanted.empty()) return nullptr;
    const KnownFile* best = nullptr;
    for (const KnownFile& one : files_) {
        const bool all = std::all_of(wanted.begin(), wanted.end(), [&](const std::string& id) {
            return std::find(one.concepts.begin(), one.concepts.end(), id) != one.concepts.end();
        });
        if (all && (!best || one.concepts.size() < best->concepts.size())) best = &one;
    }
    return best;
}

const KnownFile* Folder::by_topic(const std::vector<std::string>& concept_ids) const
{
    const KnownFile* best = nullptr;
    for (const KnownFile& one : files_) {
        const bool any = std::any_of(one.concepts.begin(), one.concepts.end(), [&](const std::string& id) {
            return std::find(concept_ids.begin(), concept_ids.end(), id) != concept_ids.end();
        });
        if (any && (!best || one.concepts.size() < best->concepts.size())) best = &one;
    }
    return best;
}

const KnownFile* Folder::by_words(std::string_view title) const
{
    const KnownFile* found = by_title(title);
    return found ? found : by_meaning(title);
}

}  // namespace samsvar::rules
