#include "intake/form_patterns.h"

#include "base/ascii.h"

#include <algorithm>
#include <array>

namespace samsvar::intake {

namespace {

constexpr std::size_t longest_header = 160;
constexpr std::size_t longest_label = 80;

/// Words that stand before a question's number.
constexpr std::array number_words{"spørsmål", "spm", "sp",  "nummer",   "nr", "no",    "punkt", "pkt",  "krav",
                                  "kapittel", "kap", "del", "question", "q",  "fråga", "id",    "part", "section"};

std::vector<text::Regex> compile(const std::vector<std::string>& expressions, const model::Origin& origin)
{
    std::vector<text::Regex> compiled;
    compiled.reserve(expressions.size());
    for (const std::string& expression : expressions) compiled.emplace_back(expression, origin);
    return compiled;
}

bool any(const std::vector<text::Regex>& patterns, std::string_view folded)
{
    return std::any_of(patterns.begin(), patterns.end(),
                       [folded](const text::Regex& pattern) { return pattern.matches(folded); });
}

bool all(const std::vector<text::Regex>& patterns, std::string_view folded)
{
    return std::all_of(patterns.begin(), patterns.end(),
                       [folded](const text::Regex& pattern) { return pattern.matches(folded); });
}

std::string_view trim_signs(std::string_view folded)
{
    constexpr std::string_view signs = " \n\t.:;,)(*-#'\"?";
    const std::size_t first = folded.find_first_not_of(signs);
    if (first == std::string_view::npos) return {};
    return folded.substr(first, folded.find_last_not_of(signs) - first + 1);
}

/// The length of a word for "number" at the start, with the signs after it; 0 when there is none.
std::size_t number_word(std::string_view folded)
{
    static const std::vector<std::string> words = [] {
        std::vector<std::string> folded_words;
        for (const char* word : number_words) folded_words.push_back(text::fold_text(word));
        return folded_words;
    }();
    std::size_t length = 0;
    for (const std::string& word : words)
        if (word.size() > length && folded.starts_with(word) &&
            (word.size() == folded.size() || !is_letter(folded[word.size()])))
            length = word.size();
    if (length == 0) return 0;
    while (length < folded.size() && std::string_view(" .:-").find(folded[length]) != std::string_view::npos) ++length;
    return length;
}

/// Other scripts fold to one letter for all of theirs, which would fit any word as long.
bool is_folded_whole(std::string_view word)
{
    return std::none_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
}

/// A label without a number in front of it.
std::string_view unnumbered(std::string_view label)
{
    label = text::trimmed(label);
    const LeadingId number = leading_id(label);
    return number.id.empty() || number.rest >= label.size() ? label : text::trimmed(label.substr(number.rest));
}

std::string without_zeros(std::string id)
{
    if (id.empty() || !std::all_of(id.begin(), id.end(), is_digit)) return id;
    return id.substr(std::min(id.find_first_not_of('0'), id.size() - 1));
}

}  // namespace

std::string plain_id(std::string_view printed)
{
    const std::string folded = text::fold_text(printed);
    std::string_view id = trim_signs(folded);
    for (int words = 0; words < 2; ++words) {
        const std::size_t skip = number_word(id);
        // "Id" alone is no number; "Q1" has no blank between and is told apart by its digit.
        if (skip == 0 || skip >= id.size()) break;
        id = trim_signs(id.substr(skip));
    }
    return without_zeros(std::string(id));
}

std::string plain_label(std::string_view label)
{
    const std::string folded = text::fold_text(label);
    std::string_view plain = trim_signs(folded);
    const LeadingId number = leading_id(plain);
    if (!number.id.empty() && number.rest < plain.size()) plain = trim_signs(plain.substr(number.rest));
    return std::string(plain);
}

LeadingId leading_id(std::string_view text)
{
    // On the source's own bytes: ids are ASCII, and what follows must be cut from the verbatim text.
    std::size_t at = 0;
    const auto skip = [&](std::string_view signs) {
        while (at < text.size() && signs.find(text[at]) != std::string_view::npos) ++at;
    };
    skip(" \t\n(#");
    const std::size_t start = at;
    std::size_t word_end = at;
    while (word_end < text.size() && (is_letter(text[word_end]) || static_cast<unsigned char>(text[word_end]) >= 0x80))
        ++word_end;
    const std::string word = text::fold_text(text.substr(start, word_end - start));
    const bool numbered = !word.empty() && number_word(word) == word.size();
    if (numbered) {
        at = word_end;
        skip(" .:\t");
    }
    const std::size_t begin = at;
    bool digits = false;
    while (at < text.size() && (is_letter(text[at]) || is_digit(text[at]) || text[at] == '.' || text[at] == '-')) {
        digits |= is_digit(text[at]);
        ++at;
    }
    std::size_t end = at;
    while (end > begin && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
    if (!digits || end == begin) return {};
    // A number must be set off from the text: "19. Hvordan", "19 Hvordan", "A.9.4.2 Säkra", but not "24 timer",
    // "2-faktor".
    const auto next = at < text.size() ? text[at] : '\n';
    const bool sign = at > end ? next == ' ' || next == '\n' || next == '\t'
                               : next == ')' || next == ':' || next == '\n' || next == '\t';
    const bool before_capital =
        at == end && next == ' ' && at + 1 < text.size() &&
        ((text[at + 1] >= 'A' && text[at + 1] <= 'Z') || static_cast<unsigned char>(text[at + 1]) >= 0x80);
    if (!sign && !before_capital && !(numbered && next == ' ')) return {};
    skip(" \t\n.:)-");
    return {plain_id(text.substr(begin, end - begin)), at};
}

FormPatterns::FormPatterns(const model::Form& form, const layout::Words* words) : form_(form), words_(words)
{
    if (words) {
        subprocessor_words_ = layout::WordList(words->vocabulary().subprocessors);
        for (const std::string& word : words->vocabulary().annexes)
            if (is_folded_whole(word)) annex_words_.push_back(text::fold_text(word));
    }
    for (const model::FormColumn& column : form.columns)
        columns_.push_back({column.role, compile(column.headers, column.origin)});
    for (const model::FormFact& fact : form.facts) facts_.push_back(compile(fact.labels, fact.origin));
    subprocessors_ = compile(form.subprocessor_headers, form.origin);
    annexes_ = compile(form.annex_headers, form.origin);
    for (const model::Section& section : form.sections) sections_.push_back(compile(section.recognise, form.origin));
    titles_ = compile(form.titles, form.origin);
    for (const model::Question& question : form.questions) {
        ids_.push_back(plain_id(question.id));
        const std::size_t index = ids_.size() - 1;
        for (std::size_t start = 0; start < question.fingerprint.size();) {
            const std::size_t end = std::min(question.fingerprint.find(' ', start), question.fingerprint.size());
            if (end > start) printings_.emplace(question.fingerprint.substr(start, end - start), index);
            start = end + 1;
        }
    }
}

std::optional<model::ColumnRole> FormPatterns::column_role(std::string_view header) const
{
    if (header.size() > longest_header) return std::nullopt;
    const std::string folded = text::fold_text(header);
    const std::string_view plain = trim_signs(folded);
    if (plain.empty()) return std::nullopt;
    for (const Column& column : columns_)
        if (any(column.headers, plain)) return column.role;
    return std::nullopt;
}

const model::FormFact* FormPatterns::fact(std::string_view label) const
{
    if (label.empty() || label.size() > longest_label) return nullptr;
    const std::string plain = plain_label(label);
    for (std::size_t index = 0; index < facts_.size(); ++index)
        if (any(facts_[index], plain)) return &form_.facts[index];
    if (!words_) return nullptr;
    const std::string key = words_->fact(unnumbered(label));
    const auto fact = std::find_if(form_.facts.begin(), form_.facts.end(),
                                   [&](const model::FormFact& known) { return known.key == key; });
    return key.empty() || fact == form_.facts.end() ? nullptr : &*fact;
}

bool FormPatterns::heads_subprocessors(std::string_view label) const
{
    if (label.empty() || label.size() > longest_label) return false;
    if (any(subprocessors_, plain_label(label))) return true;
    // A question about sub-processors is no heading of their list.
    constexpr std::ptrdiff_t most_blanks = 4;
    constexpr double begins_or_ends = 0.85;
    const std::string_view plain = unnumbered(label);
    return words_ && plain.find('?') == std::string_view::npos &&
           std::count(plain.begin(), plain.end(), ' ') <= most_blanks &&
           subprocessor_words_.fit(layout::Label(plain)) >= begins_or_ends;
}

std::optional<std::size_t> FormPatterns::annex_word(std::string_view folded) const
{
    for (const text::Regex& pattern : annexes_)
        for (const text::Span& span : pattern.find_all(folded.substr(0, longest_label)))
            if (span.begin == 0) return span.end;
    std::size_t longest = 0;
    for (const std::string& word : annex_words_)
        if (word.size() > longest && folded.starts_with(word) &&
            (word.size() == folded.size() || !is_letter(folded[word.size()])))
            longest = word.size();
    return longest > 0 ? std::optional(longest) : std::nullopt;
}

const model::Section* FormPatterns::section(std::string_view label) const
{
    if (label.empty() || label.size() > longest_header) return nullptr;
    const std::string plain = plain_label(label);
    for (std::size_t index = 0; index < sections_.size(); ++index)
        if (any(sections_[index], plain)) return &form_.sections[index];
    return nullptr;
}

bool FormPatterns::is_title(std::string_view line) const
{
    return !line.empty() && line.size() <= 2 * longest_header && any(titles_, text::fold_text(line));
}

std::vector<std::size_t> FormPatterns::questions_in_words(std::string_view printed) const
{
    std::vector<std::size_t> found;
    const auto add = [&](const std::multimap<std::string, std::size_t>& known, const std::string& fingerprint) {
        const auto [first, last] = known.equal_range(fingerprint);
        for (auto entry = first; entry != last; ++entry) found.push_back(entry->second);
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
    };
    const std::string fingerprint = text::fingerprint(printed);
    add(printings_, fingerprint);
    if (!found.empty()) return found;
    if (paraphrases_.empty())
        for (std::size_t index = 0; index < form_.questions.size(); ++index)
            for (const auto& [language, paraphrase] : form_.questions[index].text.all())
                paraphrases_.emplace(text::fingerprint(paraphrase), index);
    add(paraphrases_, fingerprint);
    // Below our paraphrase a form may say which documents it wants.
    if (const std::size_t end = printed.find('\n'); end != std::string_view::npos)
        add(paraphrases_, text::fingerprint(printed.substr(0, end)));
    return found;
}

std::vector<std::size_t> FormPatterns::questions(std::string_view folded) const
{
    if (questions_.empty())
        for (const model::Question& question : form_.questions)
            questions_.push_back(compile(question.recognise, question.origin));
    std::vector<std::size_t> found;
    for (std::size_t index = 0; index < questions_.size(); ++index)
        if (!questions_[index].empty() && all(questions_[index], folded)) found.push_back(index);
    return found;
}

std::optional<std::size_t> FormPatterns::question_with_id(std::string_view printed) const
{
    const std::string id = plain_id(printed.substr(0, longest_label));
    if (id.empty()) return std::nullopt;
    for (std::size_t index = 0; index < ids_.size(); ++index)
        if (ids_[index] == id) return index;
    // "A.9.4.2 Säkra inloggningsrutiner": the id is the first word.
    const std::string first = plain_id(std::string_view(id).substr(0, id.find_first_of(" \n")));
    if (first.empty() || first == id) return std::nullopt;
    for (std::size_t index = 0; index < ids_.size(); ++index)
        if (ids_[index] == first) return index;
    return std::nullopt;
}

}  // namespace samsvar::intake
