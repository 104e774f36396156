#include "text/measure.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/ascii.h"
#include "text/word_table.h"

namespace samsvar::text {

namespace {

// What a character is to Tokens, as bits.
constexpr std::uint8_t letter_bit = 1;
constexpr std::uint8_t underline_bit = 2;
constexpr std::uint8_t long_vowel_bit = 4;  ///< when it stands twice
constexpr std::array<std::uint8_t, 256> character_bits = [] {
    std::array<std::uint8_t, 256> bits{};
    for (char c = 'a'; c <= 'z'; ++c) bits[static_cast<unsigned char>(c)] = letter_bit;
    for (char c = 'A'; c <= 'Z'; ++c) bits[static_cast<unsigned char>(c)] = letter_bit;
    bits['_'] = letter_bit | underline_bit;
    for (const char c : {'i', 'u', 'y', 'E', 'O'}) bits[static_cast<unsigned char>(c)] = letter_bit | long_vowel_bit;
    return bits;
}();
std::uint8_t bits_of(char c)
{
    return character_bits[static_cast<unsigned char>(c)];
}

using Numbers = WordTable<double>;

/// Number words of the Nordic languages and English, folded (å → A, ä → E, ö/ø → O).
const Numbers& number_words()
{
    static const Numbers words{
        {"en", 1}, {"ett", 1}, {"et", 1}, {"ein", 1}, {"eit", 1}, {"eitt", 1}, {"ei", 1}, {"one", 1}, {"a", 1}, {"an", 1}, {"yksi", 1}, {"yhden", 1}, {"yhdessE", 1},
        {"to", 2}, {"tvA", 2}, {"two", 2}, {"kaksi", 2}, {"kahden", 2}, {"kahdessa", 2}, {"par", 2}, {"couple", 2},
        {"yhdeksEssE", 9}, {"tre", 3}, {"three", 3}, {"kolme", 3}, {"kolmen", 3}, {"kolmessa", 3}, {"fire", 4}, {"fyra", 4}, {"four", 4}, {"neljE", 4}, {"neljEn", 4},
        {"fem", 5}, {"five", 5}, {"viisi", 5}, {"viiden", 5}, {"kuudessa", 6}, {"seks", 6}, {"sex", 6}, {"six", 6}, {"kuusi", 6}, {"kuuden", 6},
        {"sju", 7}, {"syv", 7}, {"seven", 7}, {"seitsemEn", 7}, {"Atte", 8}, {"otte", 8}, {"Atta", 8}, {"eight", 8}, {"kahdeksan", 8},
        {"ni", 9}, {"nio", 9}, {"nine", 9}, {"yhdeksEn", 9}, {"ti", 10}, {"tio", 10}, {"ten", 10}, {"kymmenen", 10},
        {"elleve", 11}, {"elva", 11}, {"eleven", 11}, {"tolv", 12}, {"twelve", 12}, {"kaksitoista", 12}, {"kahdentoista", 12},
        {"tretten", 13}, {"tretton", 13}, {"fjorten", 14}, {"fjorton", 14}, {"fourteen", 14}, {"neljEtoista", 14}, {"femten", 15}, {"femton", 15}, {"fifteen", 15},
        {"thirteen", 13}, {"seventeen", 17}, {"nineteen", 19}, {"seksten", 16}, {"sexton", 16}, {"sixteen", 16}, {"sytten", 17}, {"sjutton", 17}, {"atten", 18}, {"arton", 18}, {"eighteen", 18}, {"nitten", 19}, {"nitton", 19},
        {"halvannen", 1.5}, {"halvannet", 1.5}, {"halvanden", 1.5}, {"halvandet", 1.5}, {"puolentoista", 1.5}, {"puolitoista", 1.5}, {"dozen", 12}};
    return words;
}

const Numbers& tens()
{
    static const Numbers words{
        {"tjue", 20}, {"tyve", 20}, {"tjugo", 20}, {"twenty", 20}, {"kaksikymmentE", 20}, {"kahdenkymmenen", 20},
        {"tretti", 30}, {"tredve", 30}, {"tredive", 30}, {"trettio", 30}, {"thirty", 30}, {"kolmekymmentE", 30}, {"kolmenkymmenen", 30},
        {"fOrti", 40}, {"fOrr", 40}, {"fyrtio", 40}, {"fyrre", 40}, {"forty", 40}, {"neljEkymmentE", 40}, {"fyrti", 40}, {"femti", 50}, {"femtio", 50}, {"halvtreds", 50}, {"fifty", 50},
        {"seksti", 60}, {"sextio", 60}, {"sixty", 60}, {"tres", 60}, {"kuusikymmentE", 60}, {"halvfjerds", 70}, {"firs", 80}, {"sytti", 70}, {"sjuttio", 70}, {"seventy", 70}, {"seitsemEnkymmentE", 70},
        {"Atti", 80}, {"Attio", 80}, {"eighty", 80}, {"nitti", 90}, {"nittio", 90}, {"halvfems", 90}, {"ninety", 90}, {"yhdeksEnkymmentE", 90},
        {"hundre", 100}, {"hundra", 100}, {"hundrede", 100}, {"hundred", 100}, {"sata", 100}, {"sadan", 100}};
    return words;
}

struct UnitWords {
    double hours;
    bool working;
    const char* words;  ///< blank-separated; a trailing * stands for any ending
};

constexpr UnitWords unit_words[] = {
    {1.0 / 60, false, "minutt minutter minuttar minutters minut minuter minuters minutes minute min mins minuuttia minuutin minuutti minuutissa minuttersfrist"},
    {0.25, false, "kvarter kvarters kvarten kvart"},
    {1, false,
     "time timer timar timers timars times timersfrist* timersvar* timme timmar timmars timmarsfrist* tim hour hours hr hrs tuntia tunnin tunti tunnissa h t"},
    {24, false,
     "dag dager dagar dage dagers dagars dages dagersfrist* dagersvar* dagarsfrist* dOgn dOgnet dOgns dygn dygns day days d kalenderdag kalenderdager kalenderdagar kalenderdage "
     "pEivE pEivEE pEivEn pEivEssE pEivien pv vrk vuorokautta vuorokauden vuorokaudessa vuorokausi"},
    {working_day_hours, true,
     "virkedag virkedager virkedagers virkedagar vekedag vekedagar arbeidsdag arbeidsdager arbeidsdagers arbeidsdagar arbetsdag arbetsdagar arbetsdagars arbejdsdag arbejdsdage vardag vardagar "
     "hverdag hverdager hverdage kvardag kvardagar yrkedag yrkedager yrkedagar bankdag bankdager bankdagar bankdage arkipEiv* tyOpEiv*"},
    {working_day_hours / 8, true, "arbeidstime arbeidstimer arbeidstimar arbetstimme arbetstimmar arbejdstime arbejdstimer"},
    {week_hours, false, "uke uker ukers ukersfrist* ukersvar* veke veker vekers vecka veckor veckors uge uger ugers week weeks wk wks viikko viikkoa viikon viikossa vk v"},
    {2 * week_hours, false, "fortnight fortnights"},
    {week_hours, true, "arbeidsuke arbeidsuker arbetsvecka arbetsveckor arbejdsuge arbejdsuger"},
    {month_hours, false,
     "mths mth mAned mAneder mAneders mAnedersfrist* mAnedersvar* mAnad mAnader mAnaders mAnadar mnd mnder mndr mdr mdn mAn month months kalendermAned kalendermAnad kuukautta "
     "kuukauden kuukausi kuukaudessa kk"},
    {year_hours / 2, false, "halvAr halvArs"},
    {year_hours / 4, false, "kvartal kvartaler kvartals quarter quarters"},
    {year_hours / 3, false, "tertial tertialer tertialet"},
    {year_hours, false, "Ar Ars year years yr yrs kalenderAr budsjettAr driftsAr skoleAr vuotta vuoden vuosi vuodessa"},
};

constexpr UnitWords definite_words[] = {
    {1, false, "timen timmen tunnissa"},
    {24, false, "dOgnet dygnet dagen pEivEssE vuorokaudessa"},
    {week_hours, false, "uken uka veka veckan ugen viikossa"},
    {month_hours, false, "mAneden mAnaden kuukaudessa"},
    {year_hours / 2, false, "halvAret"},
    {year_hours / 4, false, "kvartalet"},
    {year_hours, false, "annum Aret kalenderAret vuodessa avtaleAret"},
};

constexpr UnitWords day_names[] = {
    {24, false, "natt nat night kveld kvEll aften evening morgen morgon morning yO"},
    {week_hours, false,
     "mandag tirsdag onsdag torsdag fredag lOrdag sOndag mAndag tisdag lOrdag sOndag mAndagen monday tuesday wednesday thursday friday saturday sunday helg helger weekend "
     "maanantai tiistai keskiviikko torstai perjantai"},
    {year_hours, false,
     "hOst haust vAr vinter sommer sommar hOsten vAren efterAr forAr autumn spring summer winter fall januar februar mars april mai juni juli august september oktober november "
     "desember januari februari maj augusti december january february march may june july october syksy kevEt"},
};

struct UnitTable {
    WordTable<Unit> exact;
    std::vector<std::pair<std::string_view, Unit>> beginnings;
};

const UnitTable& unit_table()
{
    static const UnitTable table = [] {
        UnitTable made;
        const auto add = [&](const UnitWords& row, bool definite, bool day_name) {
            std::string_view words = row.words;
            while (!words.empty()) {
                const std::size_t end = std::min(words.find(' '), words.size());
                std::string_view word = words.substr(0, end);
                words.remove_prefix(std::min(end + 1, words.size()));
                Unit unit{row.hours, row.working, word.size() == 1, definite, day_name, 0};
                if (word.ends_with('*')) made.beginnings.push_back({word.substr(0, word.size() - 1), unit});
                else made.exact.add(word, unit);
            }
        };
        for (const UnitWords& row : unit_words) add(row, false, false);
        for (const UnitWords& row : definite_words) add(row, true, false);
        for (const UnitWords& row : day_names) add(row, false, true);
        made.exact.prepare();
        return made;
    }();
    return table;
}

template <std::size_t Size>
bool among(std::string_view word, const std::array<std::string_view, Size>& words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr auto passed_over = std::to_array<std::string_view>({"hele", "heile", "hela", "whole", "full", "fulle", "fulla", "pAfOlgende", "consecutive", "calendar", "kalender", "entire", "eneste",
                                                       "sammenhengende", "sammanhEngande", "ekstra", "extra", "ytterligere", "ytterligare", "further", "more", "strake"});
constexpr auto for_work = std::to_array<std::string_view>({"working", "business", "office", "bank", "arbeids", "work"});
constexpr auto half = std::to_array<std::string_view>({"halv", "halvt", "halve", "halva", "half", "puoli", "puolen", "puolessa"});
constexpr auto plus = std::to_array<std::string_view>({"og", "och", "and", "ja", "plus"});
constexpr auto up_to = std::to_array<std::string_view>({"til", "till", "to", "eller", "or", "tai", "respektive"});

}  // namespace

const WordTable<double>& ordinal_words()
{
    static const WordTable<double> words{
        {"annen", 2},      {"annet", 2},       {"anna", 2},       {"andre", 2},     {"andra", 2},      {"annan", 2},
        {"annat", 2},      {"anden", 2},       {"andet", 2},      {"second", 2},    {"other", 2},      {"toinen", 2},
        {"tredje", 3},     {"third", 3},       {"kolmas", 3},     {"fjerde", 4},    {"fjErde", 4},     {"fourth", 4},
        {"neljEs", 4},     {"femte", 5},       {"fifth", 5},      {"viides", 5},    {"sjette", 6},     {"sjEtte", 6},
        {"sixth", 6},      {"kuudes", 6},      {"sjuende", 7},    {"syvende", 7},   {"sjunde", 7},     {"seventh", 7},
        {"Attende", 8},    {"Attonde", 8},     {"ottende", 8},    {"eighth", 8},    {"niende", 9},     {"nionde", 9},
        {"tiende", 10},    {"tionde", 10},     {"tenth", 10},     {"tolvte", 12},   {"tolfte", 12},    {"twelfth", 12},
        {"fjortende", 14}, {"fjortonde", 14},  {"femtende", 15},  {"femtonde", 15}, {"fifteenth", 15}, {"tjuende", 20},
        {"tjugonde", 20},  {"trettiende", 30}, {"trettionde", 30}, {"trettende", 13}, {"trettonde", 13},
        {"sekstende", 16}, {"sextonde", 16},   {"sixteenth", 16},  {"attende", 18},   {"attande", 18},
        {"artonde", 18},   {"eighteenth", 18}, {"twentieth", 20},  {"tjuefjerde", 24}, {"tjugofjErde", 24}};
    return words;
}

void add_measure_words(WordRoles& roles)
{
    for (const auto& [word, value] : number_words()) {
        roles.add(word, role::number);
        // What joined_value puts together begins with one of these.
        if (word.size() < 2) continue;
        for (const std::string_view behind : {"og", "toista", "kymmen"})
            roles.add_beginning(std::string(word) + std::string(behind), role::number);
    }
    for (const auto& [word, value] : tens()) {
        roles.add(word, role::number);
        if (word.size() >= 4) roles.add_beginning(word, role::number);
    }
    roles.add_all(passed_over, role::before_unit);
    roles.add_all(for_work, role::before_unit);
    for (const auto& [word, unit] : unit_table().exact) roles.add(word, role::unit);
    for (const auto& [beginning, unit] : unit_table().beginnings) roles.add_beginning(beginning, role::unit);
    roles.add_all(half, role::opens_duration);
}

namespace {

/// Finnish teens and tens in any case ("kolmentoista", "seitsemänkymmenenkahden"), Danish ones before tens ("fireogtyve").
std::optional<double> joined_value(std::string_view word)
{
    constexpr std::size_t shortest_joined = 8;
    if (word.size() < shortest_joined) return std::nullopt;
    const auto small = [](std::string_view part) -> std::optional<double> {
        const double* one = number_words().find(part);
        return one && *one >= 1 && *one < 10 && part.size() > 1 ? std::optional(*one) : std::nullopt;
    };
    constexpr std::string_view teen = "toista";
    if (word.ends_with(teen)) {
        const auto ones = small(word.substr(0, word.size() - teen.size()));
        return ones ? std::optional(10 + *ones) : std::nullopt;
    }
    for (const std::string_view ten : {"kymmentE", "kymmenen"})
        if (const std::size_t at = word.find(ten); at != std::string_view::npos && at > 0) {
            const auto count = small(word.substr(0, at));
            const std::string_view rest = word.substr(at + ten.size());
            const auto ones = rest.empty() ? std::optional(0.0) : small(rest);
            return count && ones ? std::optional(*count * 10 + *ones) : std::nullopt;
        }
    if (word.back() != 'e' && word.back() != 's') return std::nullopt;
    for (std::size_t at = word.find("og"); at != std::string_view::npos; at = word.find("og", at + 1)) {
        const auto ones = small(word.substr(0, at));
        const double* ten = tens().find(word.substr(at + 2));
        if (ones && ten && *ten < 100) return *ten + *ones;
    }
    return std::nullopt;
}

/// One number word, tens and ones written together included: "tjuefire", "sjuttiotvå", "kaksikymmentäneljä".
std::optional<double> word_value(std::string_view word)
{
    constexpr std::size_t longest_number = 28;
    if (word.empty() || word.size() > longest_number) return std::nullopt;
    if (const double* known = number_words().find(word)) return *known;
    if (const double* known = tens().find(word)) return *known;
    for (std::size_t cut = word.size() - 1; cut >= 4; --cut) {
        const double* ten = tens().find(word.substr(0, cut));
        if (!ten || *ten > 90) continue;
        const double* one = number_words().find(word.substr(cut));
        if (one && *one >= 1 && *one < 10) return *ten + *one;
    }
    return joined_value(word);
}

/// A number without range: figures, words, halves.
std::optional<Count> plain_count(const Tokens& tokens, std::size_t index)
{
    if (index >= tokens.size()) return std::nullopt;
    Count count;
    count.next = index + 1;
    const auto is_half = [&](std::size_t at) { return among(tokens.word(at), half); };
    if (tokens[index].kind == Token::Kind::number) {
        count.value = tokens[index].value;
        count.in_figures = true;
        if (count.value == 1 && tokens.mark(index + 1) == '/' && index + 2 < tokens.size() && tokens[index + 2].kind == Token::Kind::number &&
            tokens[index + 2].value == 2 && !tokens[index + 1].spaced) {
            count.value = 0.5;
            count.next = index + 3;
        }
    }
    else {
        const std::string_view word = tokens.word(index);
        if (is_half(index)) count.value = 0.5;
        else if (tokens.may_be(index, role::number))
            count.value = tokens[index].value;
        else return std::nullopt;
        count.article = word == "a" || word == "an";
        // "twenty-four", "twenty four"
        const std::size_t ones = tokens.mark(index + 1) == '-' && !tokens[index + 1].spaced ? index + 2 : index + 1;
        if (tens().find(word) && count.value < 100)
            if (const double* known = number_words().find(tokens.word(ones)); known && *known >= 1 && *known < 10 && tokens.word(ones) != "a") {
                count.value += *known;
                count.next = ones + 1;
            }
        if (count.value == 1 && is_half(index + 1)) {  // "et halvt"
            count.value = 0.5;
            count.next = index + 2;
            count.article = false;
        }
        if (count.value == 1 && (tokens.word(index + 1) == "par" || tokens.word(index + 1) == "couple")) {
            count.value = 2;
            count.next = index + (tokens.word(index + 2) == "of" ? 3 : 2);
            count.article = false;
        }
        if (word == "half" && (tokens.word(index + 1) == "a" || tokens.word(index + 1) == "an")) count.next = index + 2;
    }
    // "a hundred", "one hundred and twenty"
    if (!count.in_figures && count.value >= 1 && count.value < 10 && tokens.word(count.next) == "hundred") {
        count.value *= 100;
        count.next += 1;
        count.article = false;
        const std::size_t at = count.next + (tokens.word(count.next) == "and" ? 1 : 0);
        if (tokens.may_be(at, role::number) && tokens[at].value >= 1 && tokens[at].value < 100 &&
            tokens.word(at).size() > 2) {
            count.value += tokens[at].value;
            count.next = at + 1;
        }
    }
    // "en og en halv", "2 and a half"
    if (among(tokens.word(count.next), plus)) {
        std::size_t at = count.next + 1;
        const double* one = number_words().find(tokens.word(at));
        if (one && *one == 1) ++at;
        if (at > count.next + 1 && is_half(at)) {
            count.value += 0.5;
            count.next = at + 1;
        }
    }
    // "fourteen (14)", "14 (fourteen)"
    if (tokens.mark(count.next) == '(' && tokens.mark(count.next + 2) == ')') {
        const Token& again = tokens[count.next + 1];
        if (again.kind == Token::Kind::number || tokens.may_be(count.next + 1, role::number)) count.next += 3;
    }
    return count;
}

}  // namespace

Tokens::Tokens(std::string_view folded) : folded_(folded)
{
    const WordRoles& known = word_roles();
    tokens_.reserve(folded.size() / 4 + 4);
    bool spaced = true;
    for (std::size_t at = 0; at < folded.size();) {
        const char c = folded[at];
        if (c == ' ') {
            spaced = true;
            ++at;
            continue;
        }
        Token token;
        token.spaced = spaced;
        std::size_t end = at + 1;
        if (const std::uint8_t first = bits_of(c); first & letter_bit) {
            unsigned all = first & underline_bit;
            for (; end < folded.size(); ++end) {
                const unsigned bits = bits_of(folded[end]);
                if (!(bits & letter_bit)) break;
                all |= folded[end] == folded[end - 1] ? bits : bits & underline_bit;
            }
            token.kind = Token::Kind::word;
            token.underlined = (all & underline_bit) != 0;
            token.long_vowel = (all & long_vowel_bit) != 0;
            const std::string_view word = folded.substr(at, end - at);
            token.roles = known.of(word);
            if (token.roles & role::number) {
                const std::optional<double> value = word_value(word);
                token.value = value.value_or(0);
                if (!value) token.roles &= ~role::number;
            }
        }
        else if (is_digit(c)) {
            std::size_t groups = 0;
            std::size_t group = 0;
            for (;; ++end) {
                if (end < folded.size() && is_digit(folded[end])) ++group;
                else if (end + 1 < folded.size() && (folded[end] == '.' || folded[end] == ',') && is_digit(folded[end + 1])) {
                    ++groups;
                    group = 0;
                }
                else break;
            }
            const bool plain = end - at <= 8 && (groups == 0 || (groups == 1 && group <= 2));
            token.kind = plain ? Token::Kind::number : Token::Kind::figure;
            if (plain) token.value = number_value(folded.substr(at, end - at)).value_or(0);
        }
        else token.kind = c == '\n' ? Token::Kind::line : Token::Kind::mark;
        token.span = {at, end};
        tokens_.push_back(token);
        spaced = c == '\n';
        at = end;
    }
}

std::size_t Tokens::at(std::size_t position) const
{
    const auto found = std::lower_bound(tokens_.begin(), tokens_.end(), position, [](const Token& token, std::size_t value) { return token.span.begin < value; });
    return static_cast<std::size_t>(found - tokens_.begin());
}

std::optional<double> number_value(std::string_view folded)
{
    if (folded.empty() || !is_digit(folded[0])) return word_value(folded);
    std::array<char, 16> figures{};
    if (folded.size() >= figures.size()) return std::nullopt;
    std::copy(folded.begin(), folded.end(), figures.begin());
    std::replace(figures.begin(), figures.end(), ',', '.');
    double value = 0;
    const char* const last = figures.data() + folded.size();
    const auto [end, failure] = std::from_chars(figures.data(), last, value);
    if (failure != std::errc() || end != last) return std::nullopt;
    return value;
}

std::optional<Count> count_at(const Tokens& tokens, std::size_t index)
{
    std::optional<Count> count = plain_count(tokens, index);
    if (!count) return std::nullopt;
    // "2-4 uker", "24 til 48 timer": the upper end.
    const bool dash = tokens.mark(count->next) == '-';
    if (dash || (!count->article && among(tokens.word(count->next), up_to)))
        if (const std::optional<Count> upper = plain_count(tokens, count->next + 1); upper && !upper->article && upper->value > count->value && (upper->in_figures || !dash || !count->in_figures)) {
            count->value = upper->value;
            count->next = upper->next;
        }
    return count;
}

std::optional<Count> ordinal_at(const Tokens& tokens, std::size_t index)
{
    if (index >= tokens.size()) return std::nullopt;
    Count count;
    if (tokens[index].kind == Token::Kind::number) {
        count.value = tokens[index].value;
        count.in_figures = true;
        count.next = index + 1;
        const std::string_view ending = tokens.word(count.next);
        if (tokens.mark(count.next) == '.') count.next += 1;
        else if (tokens.mark(count.next) == ':') count.next += 2;
        else if (ending == "th" || ending == "st" || ending == "nd" || ending == "rd") count.next += 1;
        return count;
    }
    const double* known = ordinal_words().find(tokens.word(index));
    if (!known) return std::nullopt;
    count.value = *known;
    count.next = index + 1;
    return count;
}

std::optional<Unit> unit_at(const Tokens& tokens, std::size_t index)
{
    bool working = false;
    for (int passed = 0; passed < 2 && tokens.may_be(index, role::before_unit); ++passed) {
        const std::string_view word = tokens.word(index);
        if (among(word, for_work)) working = true;
        else if (!among(word, passed_over)) break;
        ++index;
        if (tokens.mark(index) == '-') ++index;
    }
    if (!tokens.may_be(index, role::unit)) return std::nullopt;
    const std::string_view word = tokens.word(index);
    const UnitTable& table = unit_table();
    const Unit* found = table.exact.find(word);
    if (!found && word.size() > 5)
        for (const auto& [beginning, unit] : table.beginnings)
            if (word.starts_with(beginning)) found = &unit;
    if (!found) return std::nullopt;
    Unit unit = *found;
    unit.next = index + 1;
    if (working) {
        if (unit.hours == day_hours) unit.hours = working_day_hours;
        else if (unit.hours == 1) unit.hours = working_day_hours / 8;
        unit.working = true;
    }
    return unit;
}

}  // namespace samsvar::text
