#include "text/segment.h"

#include <algorithm>
#include <array>

namespace samsvar::text {

namespace {

bool lower(char c) { return (c >= 'a' && c <= 'z') || c == 'A' || c == 'E' || c == 'O'; }
bool digit(char c) { return c >= '0' && c <= '9'; }
bool word(char c) { return lower(c) || digit(c); }

/// Abbreviations whose full stop ends no sentence.
constexpr std::array<std::string_view, 62> abbreviations{
    "f.eks", "bl.a", "jf", "jfr", "pkt", "nr", "kap", "spm", "dvs", "ev", "evt", "mht", "iht", "t.ex", "enl", "resp", "ca", "e.g", "i.e",
    "mv", "m.m", "m.v", "osv", "etc", "o.l", "inkl", "ekskl", "exkl", "min", "maks", "max", "tlf", "art", "ref", "org", "ang", "pga", "p.g.a",
    "vha", "ift", "i.h.t", "m.h.t", "bla", "feks", "fx", "f.x", "s.k", "d.v.s", "fr.o.m", "t.o.m", "ks", "esim", "mm", "incl", "no", "vs", "approx", "cf", "ltd", "inc", "st", "sp"};

std::string_view word_before(std::string_view text, std::size_t stop)
{
    std::size_t begin = stop;
    while (begin > 0 && (word(text[begin - 1]) || (text[begin - 1] == '.' && begin - 1 > 0 && lower(text[begin - 2])))) --begin;
    return text.substr(begin, stop - begin);
}

bool ends_sentence(std::string_view text, std::size_t stop)
{
    if (text[stop] == '!' || text[stop] == '?' || text[stop] == ';') return true;
    if (stop + 1 >= text.size()) return true;
    if (text[stop + 1] != ' ' && text[stop + 1] != '\n' && text[stop + 1] != ')' && text[stop + 1] != '"') return false;  // 1.2, 14.03.2026, foo.pdf
    const std::string_view before = word_before(text, stop);
    if (std::find(abbreviations.begin(), abbreviations.end(), before) != abbreviations.end()) return false;
    // An ordinal ("14. mars", "hver 12. måned") goes on in lower case; folding keeps no case, so short numbers before a
    // letter count as ordinals.
    const bool ordinal = !before.empty() && before.size() <= 2 && std::all_of(before.begin(), before.end(), digit);
    if (ordinal && stop + 2 < text.size() && lower(text[stop + 2])) return false;
    return true;
}

/// The letter at a folded place is small in the source. Folding keeps no case, and a capital or a bullet after a line
/// break begins something new.
bool small_letter(const Folded& folded, std::size_t at)
{
    const std::size_t from = folded.origin[at];
    const auto byte = [&](std::size_t index) {
        return index < folded.source.size() ? static_cast<int>(static_cast<unsigned char>(folded.source[index])) : 0;
    };
    const int first = byte(from);
    if (first >= 'a' && first <= 'z') return true;
    return first == 0xC3 && byte(from + 1) >= 0xA0 && byte(from + 1) != 0xB7;  // à to ÿ
}

/// A line break ends a sentence unless the line runs on: it does not close, and the next begins with a small letter.
/// Short lines are the items of a list, whatever they begin with.
bool line_runs_on(const Folded& folded, std::size_t line, std::size_t stop)
{
    constexpr std::size_t list_item = 35;
    return stop - line >= list_item && stop + 1 < folded.text.size() && small_letter(folded, stop + 1);
}

void add(std::vector<Span>& spans, std::string_view text, std::size_t begin, std::size_t end)
{
    while (begin < end && (text[begin] == ' ' || text[begin] == '\n' || text[begin] == '*')) ++begin;
    while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\n')) --end;
    if (end > begin) spans.push_back({begin, end});
}

constexpr std::array<std::string_view, 12> turning_words{" men ", " mens ", " medan ", " imens ", " but ", " while ", " whereas ", " mutta ", " however ", " derimot ", " likevel ", " dog "};

}  // namespace

std::vector<Span> split_sentences(const Folded& source)
{
    const std::string_view folded = source.text;
    std::vector<Span> sentences;
    std::size_t begin = 0;
    std::size_t line = 0;
    for (std::size_t at = 0; at < folded.size(); ++at) {
        const char c = folded[at];
        if (c == '\n') {
            if (!line_runs_on(source, line, at)) {
                add(sentences, folded, begin, at);
                begin = at + 1;
            }
            line = at + 1;
        }
        else if (c == '*') {
            add(sentences, folded, begin, at);
            begin = at + 1;
        }
        else if ((c == '.' || c == '!' || c == '?' || c == ';') && ends_sentence(folded, at)) {
            add(sentences, folded, begin, at + 1);
            begin = at + 1;
        }
    }
    add(sentences, folded, begin, folded.size());
    return sentences;
}

std::vector<Span> split_clauses(std::string_view folded, const std::vector<Span>& sentences)
{
    std::vector<Span> clauses;
    for (const Span& sentence : sentences) {
        std::size_t begin = sentence.begin;
        for (std::size_t at = sentence.begin; at < sentence.end; ++at) {
            const char c = folded[at];
            const bool between_figures = at > sentence.begin && at + 1 < sentence.end && digit(folded[at - 1]) && digit(folded[at + 1]);
            const bool mark = (c == ',' || c == ':') && !between_figures;
            const bool dash = c == '-' && at > sentence.begin && at + 1 < sentence.end && folded[at - 1] == ' ' && folded[at + 1] == ' ';
            std::size_t turning = 0;
            if (c == ' ')
                for (const std::string_view one : turning_words)
                    if (folded.substr(at, one.size()) == one) turning = one.size();
            // Swedish "utan" turns after a negation ("inte X utan Y"), and means "without" otherwise: only after a comma.
            if (mark || dash || turning) {
                add(clauses, folded, begin, at);
                begin = at + 1;
            }
        }
        add(clauses, folded, begin, sentence.end);
    }
    return clauses;
}

std::size_t count_words(std::string_view folded)
{
    std::size_t words = 0;
    bool inside = false;
    for (const char c : folded) {
        if (word(c) && !inside) ++words;
        inside = word(c);
    }
    return words;
}

}  // namespace samsvar::text
