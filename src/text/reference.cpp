#include <algorithm>
#include <array>

#include "text/measure.h"
#include "text/quantity.h"

namespace samsvar::text {

namespace {

template <std::size_t Size>
bool among(std::string_view word, const std::array<std::string_view, Size>& words)
{
    return !word.empty() && std::find(words.begin(), words.end(), word) != words.end();
}

template <std::size_t Size>
bool begins_with_one_of(std::string_view word, const std::array<std::string_view, Size>& stems)
{
    return std::any_of(stems.begin(), stems.end(), [&](std::string_view stem) { return word.starts_with(stem); });
}

constexpr auto pointers = std::to_array<std::string_view>({"se", "sjA", "ref", "refer", "refererer", "referanse", "jf", "jfr", "jmf", "jEmfOr", "cf", "see", "ks", "katso", "iht", "vis", "viser", "vises", "henviser", "henvises", "hEnvisar",
                                                    "hEnvisas", "ved", "ifOlge", "ihht", "enl", "enligt", "som", "per", "vrt"});
/// Pointers that stand with a bare number: "se 18"; the others need the word for item ("som punkt 18").
constexpr auto strong_pointers = std::to_array<std::string_view>({"se", "sjA", "ref", "refer", "jf", "jfr", "jmf", "jEmfOr", "cf", "see", "ks", "katso", "henviser", "viser"});
constexpr auto answers = std::to_array<std::string_view>({"svar", "svaret", "svara", "svaren", "answer", "answers", "response", "vastaus", "vastaukset"});
constexpr auto same = std::to_array<std::string_view>({"samme", "samma", "same", "sama", "identisk"});
constexpr auto items = std::to_array<std::string_view>({"punkt", "punktet", "punkter", "pkt", "pkter", "pktene", "pnkt", "spOrsmAl", "spOrsmAlet", "spOrsmAlene", "spm", "spml", "sp", "frAga", "frAgan", "frAgorna", "frAgor", "spOrgsmAl",
                                                 "spOrgsmAlet", "spg", "question", "questions", "kohta", "kohdan", "kohdassa", "kysymys"});
/// Words that are as often no item of the form: a number behind them counts when the sentence points at it.
constexpr auto weak_items = std::to_array<std::string_view>({"krav", "kravet", "kraven", "item", "items", "requirement", "requirements", "req", "point", "nummer", "nr"});
constexpr auto fillers = std::to_array<std::string_view>({"ogsA", "Even", "also", "her", "til", "till", "pA", "to", "in", "i", "under", "for", "fOr", "som", "as", "the", "our", "vArt", "vAre", "kuin", "myOs", "gitt"});
constexpr auto number_words = std::to_array<std::string_view>({"nr", "no", "num", "nummer", "number", "kohta", "id"});
constexpr auto conjunctions = std::to_array<std::string_view>({"og", "och", "and", "ja", "samt"});

/// Standards and algorithms look like ids of questions, and are none.
constexpr auto no_ids = std::to_array<std::string_view>({"iso", "iec", "aes", "sha", "rsa", "tls", "ssl", "utf", "md", "rfc", "ns", "nist", "sp", "ipv", "en", "wcag", "cve"});

/// A number behind these is one of a clause, a chapter, an annex or a standard, and so is an item inside them.
constexpr auto other_numbered = std::to_array<std::string_view>({"vedlegg", "vedl", "bilag", "appendi", "annex", "attachment", "liite", "liitte", "kap", "chapter", "art", "clause", "section", "avsnitt", "seksjon",
                                                          "iso", "iec", "gdpr", "avtale", "avtal", "agreement", "dpa", "forskrift", "direktiv", "standard", "klausul"});
/// "punkt 4 i erklæringen": an item of a document, not of the form.
constexpr auto documents = std::to_array<std::string_view>({"erklEring", "avtale", "avtal", "agreement", "contract", "kontrakt", "instruks", "instruktion", "rutine", "rutin", "policy", "document", "dokument", "vedlegg", "bilag", "annex",
                                                     "appendix", "hAndbok", "handbok", "handbook", "databehandler", "bitrEde", "personuppgiftsbitrEde", "personopplysnings", "dpa", "gdpr", "iso", "standard", "norm", "lov", "lag",
                                                     "forskrift", "styringssystem", "isms", "beredskap", "sla", "manual", "terms", "vilkAr", "villkor", "personvern", "sikkerhets"});

constexpr const char* above[] = {
    "\\b((se|som|samme som|samma som|sjå|jf\\.?|jfr\\.?|ref\\.?|likt) "
    "(over|ovenfor|ovanfor|ovan|ovenstående|ovanstående)|(se|samme som|samma som|som|jf\\.?|ref\\.?) "
    "(forrige|foregående|føregåande|föregående) "
    "(svar|spørsmål|punkt|pkt|fråga|krav))\\b",
    "\\b(see|as|same as|refer to) (above|the above|previous( answer| question)?|the previous "
    "(answer|question))\\b|\\bditto\\b|\\b(ks\\.?|katso) (yllä|edellä|edellinen)\\b|\\bkuten (edellä|yllä)\\b"};

class ReferenceFinder {
public:
    explicit ReferenceFinder(const Tokens& tokens) : tokens_(tokens), folded_(tokens.folded()) {}

    std::vector<Reference> find(Phrases phrases)
    {
        for (std::size_t index = 0; index < tokens_.size();) {
            const std::size_t next = tokens_.may_be(index, role::opens_reference) ? try_at(index) : 0;
            index = std::max(next, index + 1);
        }
        for (const PatternSet::Match& match : phrases) {
            const std::string_view words = folded_.substr(match.span.begin, match.span.size());
            // "vi vil se over rutinene", "som over tid": the short words point only at the end of something.
            const std::size_t next = tokens_.at(match.span.end);
            if (words.ends_with(" over") && next < tokens_.size() && (tokens_[next].kind == Token::Kind::word || tokens_[next].kind == Token::Kind::number)) continue;
            found_.push_back({match.span, {}, 0});
        }
        std::stable_sort(found_.begin(), found_.end(), [](const Reference& a, const Reference& b) { return a.span < b.span; });
        return std::move(found_);
    }

private:
    struct Id {
        std::size_t begin;
        std::size_t next;
        bool lettered;
    };

    std::string text_of(const Id& id) const
    {
        const std::size_t begin = tokens_[id.begin].span.begin;
        return std::string(folded_.substr(begin, tokens_[id.next - 1].span.end - begin));
    }

    bool figures(std::size_t index) const
    {
        if (index >= tokens_.size()) return false;
        const Token& token = tokens_[index];
        if (token.kind != Token::Kind::number && token.kind != Token::Kind::figure) return false;
        const std::string_view text = folded_.substr(token.span.begin, token.span.size());
        std::size_t group = 0;  // 14.03.2026 and 1.000 are none
        for (const char c : text) {
            group = c == '.' ? 0 : group + 1;
            if (c == ',' || group > 3) return false;
        }
        return text.size() <= 12;
    }

    /// "18", "4.2", "cry-03", "a.17.1.2", "q12".
    std::optional<Id> id_at(std::size_t index) const
    {
        Id id{index, index + 1, false};
        if (!tokens_.word(index).empty()) {
            const std::string_view letters = tokens_.word(index);
            if (letters.size() > 4 || among(letters, no_ids)) return std::nullopt;
            std::size_t at = index + 1;
            const bool marked = (tokens_.mark(at) == '-' || tokens_.mark(at) == '.') && !tokens_[at].spaced;
            if (marked) ++at;
            else if (letters.size() > 1) return std::nullopt;
            if (!figures(at) || tokens_[at].spaced) return std::nullopt;
            id.next = at + 1;
            id.lettered = true;
        }
        else if (!figures(index)) return std::nullopt;
        // Part of something larger: bd-07_report.pdf, 10-12-2026, 12:30, 18 %.
        if (id.next < tokens_.size()) {
            const Token& behind = tokens_[id.next];
            const char mark = tokens_.mark(id.next);
            if (!behind.spaced && behind.kind != Token::Kind::mark && behind.kind != Token::Kind::line && !(behind.kind == Token::Kind::word && behind.span.size() == 1)) return std::nullopt;
            if (mark == '%' || mark == '/' || mark == '_') return std::nullopt;
            if ((mark == ':' || mark == '.') && !behind.spaced && id.next + 1 < tokens_.size() && !tokens_[id.next + 1].spaced && tokens_[id.next + 1].kind != Token::Kind::mark && tokens_[id.next + 1].kind != Token::Kind::line)
                return std::nullopt;
        }
        return id;
    }

    /// Nothing is counted by the number: a stop, a bracket, "and" or the end follows.
    bool stands_alone(const Id& id) const
    {
        if (id.next >= tokens_.size() || tokens_[id.next].kind == Token::Kind::line) return true;
        const char mark = tokens_.mark(id.next);
        if (mark == '-') return !tokens_[id.next].spaced || id_at(id.next + 1).has_value();
        return (mark != 0 && mark != '(' && mark != '*') || among(tokens_.word(id.next), conjunctions);
    }

    /// Nothing but a stop stands there before the line is over.
    bool ends_line(std::size_t index) const
    {
        if (tokens_.mark(index) == '.') ++index;
        return index >= tokens_.size() || tokens_[index].kind == Token::Kind::line;
    }

    std::size_t try_at(std::size_t index)
    {
        bool pointer = false;
        bool strong = false;
        bool answer = false;
        bool equal = false;
        bool item = false;
        bool weak = false;
        constexpr std::size_t longest_opening = 9;
        for (std::size_t at = index; at < tokens_.size() && at < index + longest_opening; ++at) {
            const std::string_view word = tokens_.word(at);
            const bool opened = pointer || answer || equal || item || weak;
            if (opened) {
                const std::optional<Id> id = id_at(at);
                if (id) {
                    // "As 44." and nothing else: a weak pointer has nothing but the number to point at.
                    const bool whole = pointer && at == index + 1 && (index == 0 || tokens_[index - 1].kind == Token::Kind::line) &&
                                       ends_line(id->next);
                    const bool pointed = strong || answer || equal || whole;
                    const bool counts = item || ((weak || id->lettered) && (pointed || (weak && id->lettered))) || (pointed && stands_alone(*id));
                    if (!counts || belongs_to_document(index, *id)) return 0;
                    return take(index, *id);
                }
            }
            if (word.empty()) {
                const char mark = tokens_.mark(at);
                if (!opened || (mark != '.' && mark != ':' && mark != '#')) return 0;
                continue;
            }
            if (among(word, items) && (word != "sp" || tokens_.mark(at + 1) == '.')) {
                item = true;
                weak = false;
            }
            else if (among(word, weak_items) && (opened || word != "nr") && !item) weak = true;
            else if (among(word, answers)) answer = true;
            else if (among(word, same)) equal = true;
            else if (!opened && among(word, pointers)) {
                pointer = true;
                strong = among(word, strong_pointers);
            }
            else if (opened && among(word, number_words)) continue;
            else if (opened && (among(word, fillers) || among(word, pointers))) item = weak = false;
            else return 0;
        }
        return 0;
    }

    bool belongs_to_document(std::size_t first, const Id& id) const
    {
        // "erklæringens punkt 4", "vedlegg 5, punkt 2", "ISO 27001 punkt 5.1"
        for (std::size_t back = 1; back <= 5 && back <= first; ++back) {
            const std::size_t at = first - back;
            const std::string_view word = tokens_.word(at);
            if (word.empty()) {
                const Token& token = tokens_[at];
                const bool passes = token.kind == Token::Kind::number || token.kind == Token::Kind::figure || tokens_.mark(at) == ',' || tokens_.mark(at) == ':' || tokens_.mark(at) == '/';
                if (tokens_.mark(at) == '$') return true;
                if (!passes && !(tokens_.mark(at) == '.' && at > 0 && tokens_.word(at - 1).size() < 5)) break;
                continue;
            }
            if (begins_with_one_of(word, other_numbered)) return true;
            const bool genitive = back == 1 && word.size() >= 6 && (word.ends_with("ens") || word.ends_with("ets") || word.ends_with("enes") || word.ends_with("nas") || word.ends_with("ans"));
            if (genitive) return true;
            if (word != "iec" && word.size() != 1) break;  // "vedlegg b, punkt 2"
        }
        // "punkt 4 i erklæringen", "item 3 of our agreement"
        std::size_t at = id.next;
        const std::string_view within = tokens_.word(at);
        if (within != "i" && within != "in" && within != "av" && within != "of" && within != "fra" && within != "frAn" && within != "from" && within != "til" && within != "to") return false;
        bool of_this = false;
        for (++at; at < id.next + 4; ++at) {
            const std::string_view word = tokens_.word(at);
            if (word == "dette" || word == "this" || word == "detta" || word == "denne") of_this = true;
            else if (word != "the" && word != "vAr" && word != "vAre" && word != "vArt" && word != "vAra" && word != "our" && word != "den" && word != "det") break;
        }
        return !of_this && begins_with_one_of(tokens_.word(at), documents);
    }

    /// Takes the first id and those enumerated behind it: "punkt 50 og 52", "spm. 3, 4 og 7", "punkt 12-14".
    std::size_t take(std::size_t first, Id id)
    {
        const auto add = [&](std::size_t begin, const Id& one) { found_.push_back({{tokens_[begin].span.begin, tokens_[one.next - 1].span.end}, text_of(one), 0}); };
        add(first, id);
        constexpr int most = 20;
        for (int count = 0; count < most; ++count) {
            std::size_t at = id.next;
            const char mark = tokens_.mark(at);
            const bool comma = mark == ',';
            const bool range = mark == '-';
            if (!comma && !range && mark != '&' && !among(tokens_.word(at), conjunctions)) break;
            ++at;
            if (comma && among(tokens_.word(at), conjunctions)) ++at;
            bool item = false;
            for (; at < tokens_.size(); ++at) {
                if (among(tokens_.word(at), items)) item = true;
                else if (!(item && tokens_.mark(at) == '.')) break;
            }
            const std::optional<Id> next = id_at(at);
            if (!next || (!item && !stands_alone(*next) && (comma || range || unit_at(tokens_, next->next))) || (next->lettered && !id.lettered && !item)) break;
            if (range) {
                const std::optional<double> from = number_value(text_of(id));
                const std::optional<double> to = number_value(text_of(*next));
                if (from && to && !id.lettered && !next->lettered && *to > *from && *to - *from < most)
                    for (double between = *from + 1; between < *to; ++between)
                        found_.push_back({{tokens_[next->begin].span.begin, tokens_[next->next - 1].span.end}, std::to_string(static_cast<int>(between)), 0});
            }
            add(next->begin, *next);
            id = *next;
        }
        return id.next;
    }

    const Tokens& tokens_;
    std::string_view folded_;
    std::vector<Reference> found_;
};

constexpr auto annex_words = std::to_array<std::string_view>({"vedlegg", "vedlegget", "vedlegga", "vedleggene", "vedl", "bilag", "bilaget", "bilaga", "bilagan", "bilagor", "bilagorna", "bilagene", "appendix", "appendiks", "annex",
                                                       "annexes", "attachment", "attachments", "enclosure", "liite", "liitteessE", "liitteet", "liitteen", "vedhEftning"});
constexpr auto endings = std::to_array<std::string_view>({"pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "zip", "odt", "ods", "png", "jpg", "csv"});

class AnnexFinder {
public:
    AnnexFinder(const Folded& folded, const Tokens& tokens) : folded_(folded), tokens_(tokens) {}

    std::vector<AnnexReference> find()
    {
        for (std::size_t index = 0; index < tokens_.size(); ++index) {
            if (tokens_.may_be(index, role::annex))
                labelled(index);
            else if (tokens_.mark(index) == '.' && index > 0 && !tokens_[index].spaced) file(index);
        }
        std::stable_sort(found_.begin(), found_.end(), [](const AnnexReference& a, const AnnexReference& b) { return a.span < b.span; });
        return std::move(found_);
    }

private:
    std::string_view text(const Span& span) const { return folded_.view(span); }

    bool capital(std::size_t at) const
    {
        const char c = folded_.source[folded_.origin[at]];
        return c >= 'A' && c <= 'Z';
    }

    /// "8", "01", "b", "b2", "PUB": the label at a token, with the token behind it; 0 when there is none.
    std::size_t label_end(std::size_t index) const
    {
        if (index >= tokens_.size()) return 0;
        const Token& token = tokens_[index];
        if (token.kind == Token::Kind::number || token.kind == Token::Kind::figure) {
            const std::string_view figures = text(token.span);
            if (figures.find(',') != std::string_view::npos || std::min(figures.find('.'), figures.size()) > 3) return 0;
            const bool glued = index + 1 < tokens_.size() && !tokens_[index + 1].spaced && tokens_[index + 1].kind == Token::Kind::word;
            if (glued && tokens_.word(index + 1).size() > 1) return 0;
            return glued ? index + 2 : index + 1;
        }
        const std::string_view word = tokens_.word(index);
        if (word.empty() || word.size() > 4) return 0;
        const std::size_t next = index + 1;
        const bool figures = next < tokens_.size() && !tokens_[next].spaced && tokens_[next].kind == Token::Kind::number;
        if (word.size() <= 2 && figures) return next + 1;
        if (word.size() <= 3 && next + 1 < tokens_.size() && tokens_.mark(next) == '-' && !tokens_[next].spaced && tokens_[next + 1].kind == Token::Kind::number && !tokens_[next + 1].spaced) return next + 2;
        const bool ends = next >= tokens_.size() || tokens_[next].kind == Token::Kind::line || (tokens_.mark(next) != 0 && tokens_.mark(next) != '\'');
        if (word.size() == 1) return word != "i" && word != "A" && word != "O" && word != "E" && (word != "a" || capital(token.span.begin) || ends) ? next : word == "i" && ends && capital(token.span.begin) ? next : 0;
        // Roman numbers and names in capitals ("bilaga PUB"), when not all is in capitals.
        for (std::size_t at = token.span.begin; at < token.span.end; ++at)
            if (!capital(at)) return 0;
        return capital(tokens_[index - 1].span.begin) && tokens_[index - 1].span.size() > 1 && capital(tokens_[index - 1].span.begin + 1) ? 0 : next;
    }

    static std::string without_leading_zeros(std::string label)
    {
        const std::size_t first = label.find_first_not_of('0');
        if (first != std::string::npos && first > 0 && label.find_first_not_of("0123456789") == std::string::npos) label.erase(0, first);
        return label;
    }

    void labelled(std::size_t index)
    {
        std::size_t at = index + 1;
        if (tokens_.mark(at) == '.' || tokens_.mark(at) == ':') ++at;
        if (tokens_.word(at) == "nr" || tokens_.word(at) == "no") {
            ++at;
            if (tokens_.mark(at) == '.') ++at;
        }
        if (tokens_.mark(at) == '#') ++at;
        std::size_t next = label_end(at);
        if (next == 0) return;
        const auto add = [&](std::size_t from, std::size_t begin, std::size_t end) {
            const Span label{tokens_[begin].span.begin, tokens_[end - 1].span.end};
            found_.push_back({{tokens_[from].span.begin, label.end}, without_leading_zeros(std::string(text(label))), false});
        };
        add(index, at, next);
        constexpr int most = 20;
        for (int count = 0; count < most; ++count) {
            const char mark = tokens_.mark(next);
            if (mark != ',' && mark != '-' && mark != '&' && !among(tokens_.word(next), conjunctions)) return;
            std::size_t again = next + 1;
            if (mark == ',' && among(tokens_.word(again), conjunctions)) ++again;
            if (again >= tokens_.size() || tokens_[again].kind != Token::Kind::number) return;
            const std::size_t end = label_end(again);
            // "vedlegg 3, 4 og 5" is a list; "vedlegg 3, 24 timer" and "vedlegg 3 - 2026" are not.
            if (end == 0 || tokens_[again].value > 99 || unit_at(tokens_, end)) return;
            if (mark == '-') {
                if (tokens_[next].spaced) return;
                for (double between = tokens_[at].value + 1; between < tokens_[again].value && between < tokens_[at].value + most; ++between)
                    found_.push_back({{tokens_[again].span.begin, tokens_[end - 1].span.end}, std::to_string(static_cast<int>(between)), false});
            }
            add(again, again, end);
            at = again;
            next = end;
        }
    }

    /// "BD-07_pentest_summary.pdf": the name runs back over everything but blanks, brackets and quotes.
    void file(std::size_t stop)
    {
        if (!tokens_.may_be(stop + 1, role::file_ending) || tokens_[stop + 1].spaced) return;
        if (stop + 2 < tokens_.size() && !tokens_[stop + 2].spaced) {
            const bool goes_on = tokens_.mark(stop + 2) == '.' && stop + 3 < tokens_.size() && !tokens_[stop + 3].spaced && !tokens_.word(stop + 3).empty();
            if (goes_on || tokens_[stop + 2].kind == Token::Kind::word || tokens_[stop + 2].kind == Token::Kind::number || tokens_.mark(stop + 2) == '/') return;
        }
        std::size_t begin = stop;
        constexpr std::size_t longest_name = 60;  // tokens
        while (begin > 0 && stop - begin < longest_name && !tokens_[begin].spaced) {
            const char mark = tokens_.mark(begin - 1);
            if (tokens_[begin - 1].kind == Token::Kind::line || mark == '(' || mark == '"' || mark == '\'' || mark == ':' || mark == ',' || mark == ';' || mark == '*') break;
            --begin;
        }
        if (begin == stop) return;
        const Span span{tokens_[begin].span.begin, tokens_[stop + 1].span.end};
        found_.push_back({span, std::string(text(span)), true});
    }

    const Folded& folded_;
    const Tokens& tokens_;
    std::vector<AnnexReference> found_;
};

}  // namespace

void add_reference_words(WordRoles& roles)
{
    roles.add_all(pointers, role::opens_reference);
    roles.add_all(answers, role::opens_reference);
    roles.add_all(same, role::opens_reference);
    roles.add_all(items, role::opens_reference);
    roles.add_all(weak_items, role::opens_reference);
    roles.add_all(annex_words, role::annex);
    roles.add_all(endings, role::file_ending);
}

std::vector<PatternSet::Written> reference_phrases()
{
    static const model::Origin origin{"reference.cpp", 0};
    std::vector<PatternSet::Written> written;
    for (const char* phrase : above) written.push_back({phrase, &origin});
    return written;
}

std::vector<Reference> find_references(const Tokens& tokens, Phrases phrases)
{
    return ReferenceFinder(tokens).find(phrases);
}

std::vector<AnnexReference> find_annexes(const Folded& folded, const Tokens& tokens) { return AnnexFinder(folded, tokens).find(); }

}  // namespace samsvar::text
