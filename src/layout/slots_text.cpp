#include "layout/slots_text.h"

#include <algorithm>

#include "layout/letters.h"
#include "layout/slots_words.h"
#include "text/fold.h"

namespace samsvar::layout {

namespace {

/// The first words of a text are enough to tell what it is.
std::string folded_start(std::string_view text)
{
    constexpr std::size_t enough = 160;
    return text::fold_text(text::trimmed(text).substr(0, enough));
}

std::string_view first_word(std::string_view folded)
{
    std::size_t start = 0;
    while (start < folded.size() && !is_letter(folded[start]) && !is_digit(folded[start])) ++start;
    std::size_t end = start;
    while (end < folded.size() && (is_letter(folded[end]) || is_digit(folded[end]))) ++end;
    return folded.substr(start, end - start);
}

bool ends_with(std::string_view text, std::string_view end)
{
    return text.size() > end.size() && text.substr(text.size() - end.size()) == end;
}

/// Finnish asks with its verb: onko, ovatko, käytetäänkö, sisältyykö.
bool is_asking_finnish_verb(std::string_view word)
{
    return word.size() >= 4 && (ends_with(word, "ko") || ends_with(word, "kO"));
}

constexpr std::string_view leader = "…";

/// The signs of a line to write on, counted from the end of a text; dots of a leader count three.
struct Rule {
    std::size_t begin = 0;
    std::size_t underscores = 0;
    std::size_t dots = 0;
};

Rule rule_before(std::string_view text)
{
    Rule rule;
    for (rule.begin = text.size(); rule.begin > 0;) {
        const std::string_view left = text.substr(0, rule.begin);
        if (left.ends_with(leader)) {
            rule.dots += 3;
            rule.begin -= leader.size();
            continue;
        }
        const char sign = left.back();
        if (sign != '_' && sign != '.' && sign != ' ' && sign != '\t' && sign != '\n') break;
        rule.underscores += sign == '_';
        rule.dots += sign == '.';
        --rule.begin;
    }
    return rule;
}

}  // namespace

bool is_blank(std::string_view text)
{
    const std::string_view inner = text::trimmed(text);
    if (inner.empty()) return true;
    // What ASCII shows stays when it is folded.
    if (text.size() > 200 || (inner.front() > ' ' && inner.front() < 0x7F)) return false;
    const std::string folded = text::fold_text(text);
    return folded.find_first_not_of(" \n") == std::string::npos;
}

bool is_rule(std::string_view text)
{
    const Rule rule = rule_before(text);
    return rule.begin == 0 && (rule.underscores >= 2 || rule.dots >= 4);
}

std::size_t rule_at_end(std::string_view text)
{
    const Rule rule = rule_before(text);
    // "etc. ..." ends in dots too: a line to write on is longer.
    return rule.begin > 0 && (rule.underscores >= 3 || rule.dots >= 6) ? rule.begin : std::string_view::npos;
}

bool ends_with_question_mark(std::string_view text)
{
    text = text::trimmed(text);
    while (!text.empty() && (text.back() == ')' || text.back() == '*' || text.back() == ' ' || text.back() == '"'))
        text.remove_suffix(1);
    return !text.empty() &&
           (text.back() == '?' || ends_with(text, "？") || ends_with(text, "؟") || ends_with(text, "か。"));
}

bool asks(std::string_view text)
{
    if (ends_with_question_mark(text)) return true;
    const std::string folded = folded_start(text);
    const std::string_view word = first_word(folded);
    if (word.empty()) return false;
    if (is_asking_word(word)) return word.size() < text::trimmed(text).size();
    if (is_asking_finnish_verb(word)) return text.find('?') != std::string_view::npos;
    // "Do you encrypt? Describe how." asks in its first sentence.
    const std::size_t mark = text.find('?');
    return mark != std::string_view::npos && mark + 1 < text.size() &&
           (text[mark + 1] == ' ' || text[mark + 1] == '\n') && mark * 3 >= text.size();
}

bool ends_with_colon(std::string_view text)
{
    text = text::trimmed(text);
    while (!text.empty() && text.back() == '*') text.remove_suffix(1);
    text = text::trimmed(text);
    return !text.empty() && (text.back() == ':' || ends_with(text, "："));
}

bool is_bracketed(std::string_view text)
{
    text = text::trimmed(text);
    if (text.size() < 3 || text.front() != '[') return false;
    while (!text.empty() && (text.back() == '.' || text.back() == ' ')) text.remove_suffix(1);
    return text.back() == ']';
}

bool is_guidance(std::string_view text)
{
    text = text::trimmed(text);
    if (text.size() < 3) return false;
    if (is_bracketed(text)) return true;
    if (text.front() == '(' && (text.back() == ')' || ends_with(text, ")."))) return true;
    if (text.front() == '[' || text.front() == '<') {
        const std::size_t colon = text.find(':');
        if (text.front() == '<') return text.back() == '>';
        return colon != std::string_view::npos && colon < 30;
    }
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon > 30) return false;
    return is_guidance_word(text::fold_text(text.substr(0, colon)));
}

bool speaks_for_supplier(std::string_view text, const Words& words)
{
    text = text::trimmed(text);
    const std::size_t end = std::min(text.find_first_of(",.;:\n"), text.size());
    if (words.choice(text.substr(0, end))) return true;
    const std::string folded = folded_start(text);
    const std::string_view word = first_word(folded);
    if (is_own_word(word)) return true;
    // Finnish says "we" in the verb: käytämme, olemme.
    return word.size() >= 6 && (ends_with(word, "mme"));
}

bool is_signature(std::string_view label)
{
    const std::string folded = text::fold_text(plain_label(label));
    if (folded.size() > 60) return false;
    for (std::size_t at = 0; at < folded.size();) {
        const std::string_view word = first_word(std::string_view(folded).substr(at));
        if (word.empty()) break;
        if (is_signature_word(word)) return true;
        at = static_cast<std::size_t>(word.data() - folded.data()) + word.size();
    }
    return false;
}

bool is_beside_signature(std::string_view label)
{
    const std::string folded = text::fold_text(plain_label(label));
    if (folded.size() > 60) return false;
    return stands_beside_signature(folded) || folded.starts_with("for ") || folded.starts_with("fOr ");
}

bool is_prompt(const model::Control& control, const Words& words)
{
    if (control.kind != model::ControlKind::dropdown && control.kind != model::ControlKind::combobox) return false;
    if (control.placeholder) return true;
    const std::string folded = text::fold_text(text::trimmed(control.value));
    if (folded.empty() || words.is_unanswered(control.value)) return true;
    const bool first =
        control.choices.empty() || text::trimmed(control.choices.front()) == text::trimmed(control.value);
    const bool listed =
        std::find(control.choices.begin(), control.choices.end(), control.value) != control.choices.end();
    if (listed && !first) return false;
    return folded == text::fold_text(text::trimmed(control.name)) || is_prompt_word(first_word(folded)) ||
           folded.find_first_not_of("-. <>[]_*") == std::string::npos;
}

bool is_contents_entry(const model::Paragraph& paragraph)
{
    const std::string style = text::fold_text(paragraph.style);
    if (style.starts_with("toc") || style.starts_with("innehAll") || style.starts_with("innhold") ||
        style.starts_with("table of "))
        return true;
    // "3 Security ....... 7", "3 Security<tab>7"
    const std::string_view text = text::trimmed(paragraph.text);
    std::size_t end = text.size();
    while (end > 0 && is_digit(text[end - 1])) --end;
    if (end == text.size() || end == 0 || text.size() - end > 4) return false;
    return text[end - 1] == '\t' || (end >= 5 && text.substr(end - 5, 5) == ".....");
}

std::string plain_label(std::string_view text)
{
    std::string plain;
    for (const char c : text::trimmed(text)) {
        if (c == '\n' || c == '\t' || c == ' ') {
            if (!plain.empty() && plain.back() != ' ') plain += ' ';
        }
        else
            plain += c;
    }
    while (true) {
        // "Name:*" has to be filled in: the mark goes with the colon, or the label would end with one for ever.
        if (ends_with_colon(plain))
            while (plain.back() == '*' || plain.back() == ' ') plain.pop_back();
        if (!plain.empty() && (plain.back() == ':' || plain.back() == ' '))
            plain.pop_back();
        else if (ends_with(plain, "："))
            plain.resize(plain.size() - 3);
        else
            return plain;
    }
}

std::size_t value_after_label(std::string_view text)
{
    constexpr std::size_t longest = 60;
    constexpr std::size_t most_words = 4;  // a longer one is a sentence
    std::size_t colon = text.find(':');
    std::size_t sign = 1;
    if (const std::size_t wide = text.find("："); wide < colon) {
        colon = wide;
        sign = 3;
    }
    if (colon == std::string_view::npos || colon == 0 || colon > longest) return 0;
    const std::string_view label = text.substr(0, colon);
    if (label.find_first_of(".?!\n\t") != std::string_view::npos) return 0;
    if (static_cast<std::size_t>(std::count(label.begin(), label.end(), ' ')) >= most_words) return 0;
    if (std::any_of(label.end() - 1, label.end(), is_digit)) return 0;  // a time, a ratio
    const std::string_view rest = text.substr(colon + sign);
    if (rest.starts_with("//")) return 0;  // a web address
    return is_blank(rest) ? 0 : colon + sign;
}

}  // namespace samsvar::layout
