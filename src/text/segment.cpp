#include "text/segment.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "text/word_table.h"

namespace samsvar::text {

namespace {

constexpr bool letter(char c)
{
    return (c >= 'a' && c <= 'z') || c == 'A' || c == 'E' || c == 'O';
}
constexpr bool digit(char c)
{
    return c >= '0' && c <= '9';
}
// Asked of every byte of a text.
constexpr std::array<bool, 256> may_end_sentence = [] {
    std::array<bool, 256> all{};
    for (const char c : {'\n', '*', '.', '!', '?', ';'}) all[static_cast<unsigned char>(c)] = true;
    return all;
}();

enum class Stop {
    never,          ///< "f.eks.", "jf.", "kap.": something always follows
    before_figure,  ///< "no. 5" goes on, "No. We …" does not
    at_capital,     ///< "mv.", "osv.", "etc.": ends a sentence when a capital follows
};

/// Abbreviations that a full stop belongs to, folded.
const WordTable<Stop>& abbreviations()
{
    static const WordTable<Stop> table = [] {
        WordTable<Stop> made;
        for (const char* one :
             {"f.eks", "feks",   "bl.a", "bla",  "jf",    "jfr",     "jmf",    "pkt",   "nr",    "kap",  "spm",
              "dvs",   "d.v.s",  "ev",   "evt",  "mht",   "m.h.t",   "iht",    "i.h.t", "ihht",  "t.ex", "tex",
              "t.d",   "enl",    "resp", "ca",   "e.g",   "i.e",     "ift",    "vha",   "v.h.a", "pga",  "p.g.a",
              "ang",   "vedr",   "fx",   "f.x",  "s.k",   "sk",      "fr.o.m", "t.o.m", "tom",   "ks",   "esim",
              "mm.fl", "approx", "cf",   "vs",   "jmfr",  "iflg",    "ifm",    "i.f.m", "tilsv", "henh", "inkl",
              "incl",  "ekskl",  "exkl", "maks", "tlf",   "org",     "art",    "avd",   "par",   "bl",   "f",
              "dr",    "mr",     "ms",   "adm",  "d.w.z", "mnd.vis", "pst",    "n.n"})
            made.add(one, Stop::never);
        for (const char* one : {"no", "sp", "st", "ref", "s", "p", "fig", "pos", "kl", "spg", "vedl", "sec", "cl"})
            made.add(one, Stop::before_figure);
        for (const char* one :
             {"mv",  "m.v", "m.m", "mm",  "osv", "o.s.v", "etc", "o.l",  "ol", "o.a", "m.fl", "mfl", "ym", "yms",
              "jne", "min", "max", "mnd", "mAn", "inc",   "ltd", "corp", "h",  "t",   "d",    "kr",  "stk"})
            made.add(one, Stop::at_capital);
        made.prepare();
        return made;
    }();
    return table;
}

/// Words behind an ordinal ("14. mars", "hver 12. måned"), for texts whose capitals tell nothing.
bool follows_ordinal(std::string_view next)
{
    static const WordTable<bool> words{{"januar", true},    {"februar", true},   {"mars", true},     {"april", true},
                                       {"mai", true},       {"juni", true},      {"juli", true},     {"august", true},
                                       {"september", true}, {"oktober", true},   {"november", true}, {"desember", true},
                                       {"januari", true},   {"februari", true},  {"maj", true},      {"augusti", true},
                                       {"december", true},  {"mAned", true},     {"mAnad", true},    {"Ar", true},
                                       {"dag", true},       {"uke", true},       {"veke", true},     {"vecka", true},
                                       {"uge", true},       {"time", true},      {"minutt", true},   {"kvartal", true},
                                       {"kvartalet", true}, {"syyskuuta", true}, {"og", true},       {"eller", true}};
    return words.find(next) != nullptr;
}

/// Sees capitals, which folding does not keep.
class Splitter {
public:
    explicit Splitter(const Folded& folded) : folded_(folded), text_(folded.text)
    {
        bool small = false;
        bool large = false;
        for (std::size_t at = 0; at < text_.size() && !(small && large); ++at) {
            small = small || is_small(at);
            large = large || is_capital(at);
        }
        case_tells_ = small && large;
    }

    std::vector<Span> sentences() const
    {
        std::vector<Span> found;
        std::size_t begin = 0;
        for (std::size_t at = 0; at < text_.size(); ++at) {
            const char c = text_[at];
            if (!may_end_sentence[static_cast<unsigned char>(c)]) continue;
            if (c == '\n' || (c == '*' && is_bullet(at))) {
                add(found, begin, at);
                begin = at + 1;
            }
            else if (c != '*' && ends_sentence(at)) {
                std::size_t end = at + 1;
                while (end < text_.size() && (text_[end] == ')' || text_[end] == '"' || text_[end] == '\'' ||
                                              text_[end] == '.' || text_[end] == '!' || text_[end] == '?'))
                    ++end;
                add(found, begin, end);
                begin = end;
                at = end - 1;
            }
        }
        add(found, begin, text_.size());
        return found;
    }

    /// The places of line breaks within running sentences.
    std::vector<std::size_t> breaks_within() const
    {
        if (!case_tells_) return {};
        struct Line {
            std::size_t begin, end;
            bool is_short;
        };
        constexpr std::size_t list_item = 35;
        std::vector<Line> lines;
        for (std::size_t begin = 0; begin <= text_.size();) {
            const std::size_t end = std::min(text_.find('\n', begin), text_.size());
            lines.push_back({begin, end, end - begin < list_item});
            begin = end + 1;
        }
        std::vector<std::size_t> within;
        for (std::size_t index = 0; index + 1 < lines.size(); ++index) {
            const Line& line = lines[index];
            const Line& next = lines[index + 1];
            if (line.begin == line.end || !is_small(next.begin) || is_lettered_item(next.begin)) continue;
            if (std::string_view(".!?:;").find(text_[line.end - 1]) != std::string_view::npos) continue;
            // Three short lines together are a list, whatever they begin with; so are short lines in small letters.
            const bool in_list =
                line.is_short && next.is_short &&
                ((index > 0 && lines[index - 1].is_short) || (index + 2 < lines.size() && lines[index + 2].is_short));
            if (in_list || (line.is_short && is_small(line.begin) &&
                            (index == 0 || within.empty() || within.back() != line.begin - 1)))
                continue;
            within.push_back(line.end);
        }
        return within;
    }

private:
    unsigned char source_byte(std::size_t at, std::size_t further = 0) const
    {
        const std::size_t place = at < text_.size() ? folded_.origin[at] + further : folded_.source.size();
        return place < folded_.source.size() ? static_cast<unsigned char>(folded_.source[place]) : 0;
    }

    bool is_capital(std::size_t at) const
    {
        const unsigned char byte = source_byte(at);
        return (byte >= 'A' && byte <= 'Z') ||
               (byte == 0xC3 && source_byte(at, 1) >= 0x80 && source_byte(at, 1) <= 0x9E);
    }

    bool is_small(std::size_t at) const
    {
        const unsigned char byte = source_byte(at);
        return (byte >= 'a' && byte <= 'z') ||
               (byte == 0xC3 && source_byte(at, 1) >= 0xA0 && source_byte(at, 1) <= 0xBE);
    }

    /// "a) …", "b. …"
    bool is_lettered_item(std::size_t at) const
    {
        return at + 1 < text_.size() &&
               (text_[at + 1] == ')' || (text_[at + 1] == '.' && at + 2 < text_.size() && text_[at + 2] == ' '));
    }

    bool is_bullet(std::size_t at) const
    {
        if (source_byte(at) != '*') return true;
        return (at == 0 || text_[at - 1] == ' ' || text_[at - 1] == '\n') &&
               (at + 1 >= text_.size() || !digit(text_[at + 1])) &&
               !(at + 2 < text_.size() && text_[at + 1] == ' ' && digit(text_[at + 2]));
    }

    std::string_view word_before(std::size_t stop) const
    {
        std::size_t begin = stop;
        while (begin > 0 && stop - begin < 16 &&
               (is_word_character(text_[begin - 1]) || (text_[begin - 1] == '.' && begin > 1 && letter(text_[begin - 2]))))
            --begin;
        return std::string_view(text_).substr(begin, stop - begin);
    }

    std::string_view word_at(std::size_t at) const
    {
        std::size_t end = at;
        while (end < text_.size() && letter(text_[end]) && end - at < 16) ++end;
        return std::string_view(text_).substr(at, end - at);
    }

    /// Words as short as an abbreviation that often end a sentence.
    static bool is_short_word(std::string_view word)
    {
        static constexpr std::string_view words[] = {
            "ikke", "inte", "yes",  "no",   "ei",    "det",  "den",  "dem",  "oss", "dere", "her",  "der",  "nA",
            "dag",  "Ar",   "alle", "selv", "sjOlv", "ja",   "nei",  "nej",  "til", "inn",  "tid",  "noe",  "the",
            "it",   "us",   "you",  "now",  "days",  "day",  "them", "year", "all", "this", "that", "not",  "too",
            "well", "data", "dEr",  "ddos", "ok",    "ut",   "upp",  "up",   "out", "in",   "hEr",  "Aret", "uke",
            "ukes", "mail", "logg", "kode", "navn",  "namn", "fil",  "sted", "op",  "ind",  "ud",   "ned",  "hos",
            "med",  "om",   "af",   "av",   "pA",    "nok",  "fram", "frem", "bort"};
        return std::find(std::begin(words), std::end(words), word) != std::end(words);
    }

    bool ends_sentence(std::size_t stop) const
    {
        std::size_t next = stop + 1;
        while (next < text_.size() &&
               (text_[next] == ')' || text_[next] == '"' || text_[next] == '\'' ||
                (text_[next] == text_[stop] && text_[stop] != ';') || text_[next] == '!' || text_[next] == '?'))
            ++next;
        if (next >= text_.size() || text_[next] == '\n') return true;
        if (text_[next] != ' ') return false;  // 1.2, 14.03.2026, foo.pdf
        ++next;
        if (text_[stop] != '.') return true;
        const bool in_brackets = next > stop + 2;
        const std::string_view before = word_before(stop);
        const bool next_is_figure = next < text_.size() && digit(text_[next]);
        const bool next_is_small = next < text_.size() && letter(text_[next]) && (case_tells_ ? is_small(next) : false);
        if (const Stop* known = abbreviations().find(before); known && !in_brackets) {
            switch (*known) {
                case Stop::never: return false;
                case Stop::before_figure: return !next_is_figure && !next_is_small;
                case Stop::at_capital: return case_tells_ && is_capital(next);
            }
        }
        const bool figures = !before.empty() && std::all_of(before.begin(), before.end(), digit);
        if (figures && before.size() <= 2) {
            if (next_is_small || (!case_tells_ && follows_ordinal(word_at(next)))) return false;
            if (next_is_figure) return !date_goes_on(next, stop - before.size());
        }
        // A small letter goes on, behind what may be an abbreviation; behind a whole word the writer only spared the
        // capital.
        constexpr std::size_t abbreviation = 4;
        return !(next_is_small && !figures && !before.empty() && before.size() <= abbreviation &&
                 !is_short_word(before));
    }

    /// "14. 03. 2026": a month that closes with a stop, or a year behind day and month. `before`: where the part in
    /// front begins.
    bool date_goes_on(std::size_t at, std::size_t before) const
    {
        std::size_t end = at;
        while (end < text_.size() && digit(text_[end])) ++end;
        if (end - at <= 2) return end < text_.size() && text_[end] == '.';
        return end - at == 4 && before >= 3 && text_[before - 1] == ' ' && text_[before - 2] == '.' &&
               digit(text_[before - 3]);
    }

    void add(std::vector<Span>& spans, std::size_t begin, std::size_t end) const
    {
        while (begin < end && (text_[begin] == ' ' || text_[begin] == '\n' || text_[begin] == '*')) ++begin;
        while (end > begin && (text_[end - 1] == ' ' || text_[end - 1] == '\n')) --end;
        while (end - begin > longest_sentence) {
            const std::size_t blank = text_.rfind(' ', begin + longest_sentence);
            const std::size_t cut = blank != std::string::npos && blank > begin ? blank : text_.find(' ', begin);
            if (cut >= end) break;
            spans.push_back({begin, cut});
            begin = cut + 1;
        }
        if (end > begin) spans.push_back({begin, end});
    }

    const Folded& folded_;
    const std::string& text_;
    bool case_tells_ = false;
};

/// What a word does to the clause it stands in.
enum class Turn {
    always,           ///< opens another one
    before_taas,      ///< Finnish "kun taas", whereas
    behind_negation,  ///< Swedish "utan" is "but" behind a negation, "without" elsewhere
    negates,
};

const WordTable<Turn>& turns()
{
    static const WordTable<Turn> words = [] {
        WordTable<Turn> made;
        for (const char* one : {"men",     "mens",     "medan",   "medans",     "imens",      "but",     "while",
                                "whereas", "although", "however", "mutta",      "derimot",    "dAremot", "dEremot",
                                "derimod", "likevel",  "dog",     "imidlertid", "emellertid", "though"})
            made.add(one, Turn::always);
        for (const char* one : {"inte", "ej", "inga", "ingen", "inget", "aldrig", "icke"}) made.add(one, Turn::negates);
        made.add("kun", Turn::before_taas);
        made.add("utan", Turn::behind_negation);
        made.prepare();
        return made;
    }();
    return words;
}

}  // namespace

void join_lines(Folded& folded)
{
    if (folded.text.find('\n') == std::string::npos) return;
    for (const std::size_t at : Splitter(folded).breaks_within()) folded.text[at] = ' ';
}

std::vector<Span> split_sentences(const Folded& folded)
{
    return Splitter(folded).sentences();
}

namespace {

/// A colon inside a word, with the ending of an abbreviation behind it: Finnish "TLS:llä", Swedish "SKR:s".
bool joins(std::string_view folded, std::size_t colon)
{
    return colon > 1 && letter(folded[colon - 1]) && letter(folded[colon - 2]) && colon + 1 < folded.size() &&
           letter(folded[colon + 1]);
}

}  // namespace

std::vector<Span> split_clauses(std::string_view folded, const std::vector<Span>& sentences)
{
    const WordTable<Turn>& known = turns();
    std::vector<Span> clauses;
    for (const Span& sentence : sentences) {
        std::size_t begin = sentence.begin;
        bool negated = false;
        const auto cut = [&](std::size_t end, std::size_t next) {
            std::size_t from = begin;
            while (from < end && folded[from] == ' ') ++from;
            while (end > from && folded[end - 1] == ' ') --end;
            if (end > from) clauses.push_back({from, end});
            begin = next;
            negated = false;
        };
        for (std::size_t at = sentence.begin; at < sentence.end; ++at) {
            const char c = folded[at];
            if (letter(c)) {
                std::size_t end = at;
                while (end < sentence.end && is_word_character(folded[end])) ++end;
                if (const Turn* const turn = known.find(folded.substr(at, end - at))) {
                    negated = negated || *turn == Turn::negates;
                    const bool cuts = *turn == Turn::always || (*turn == Turn::behind_negation && negated) ||
                                      (*turn == Turn::before_taas && folded.substr(end, 5) == " taas");
                    if (cuts && at > begin) cut(at, at);
                }
                at = end - 1;
                continue;
            }
            const bool between_figures =
                at > sentence.begin && at + 1 < sentence.end && digit(folded[at - 1]) && digit(folded[at + 1]);
            const bool mark = (c == ',' || c == ';' || c == ':') && !between_figures &&
                              !(c == ':' && at + 1 < sentence.end && (folded[at + 1] == '/' || joins(folded, at)));
            const bool dash = c == '-' && at > sentence.begin && at + 1 < sentence.end && folded[at - 1] == ' ' &&
                              folded[at + 1] == ' ';
            if (mark || dash) cut(at, at + 1);
        }
        cut(sentence.end, sentence.end);
    }
    return clauses;
}

std::vector<std::string_view> words_in(std::string_view folded)
{
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < folded.size();) {
        while (at < folded.size() && !is_word_character(folded[at])) ++at;
        const std::size_t begin = at;
        while (at < folded.size() && is_word_character(folded[at])) ++at;
        if (at > begin) words.push_back(folded.substr(begin, at - begin));
    }
    return words;
}

std::size_t count_words(std::string_view folded)
{
    std::size_t words = 0;
    bool before = false;
    for (const char c : folded) {
        const bool now = is_word_character(c);
        words += now && !before;
        before = now;
    }
    return words;
}

}  // namespace samsvar::text
