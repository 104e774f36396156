#include <algorithm>
#include <array>

#include "text/measure.h"
#include "text/quantity.h"
#include "text/word_table.h"

namespace samsvar::text {

namespace {

constexpr int first_year = 1990;
constexpr int last_year = 2100;

/// Month names and their common short forms, folded.
const WordTable<int>& month_names()
{
    static const WordTable<int> names{
        {"jan", 1}, {"januar", 1}, {"januari", 1}, {"january", 1}, {"feb", 2}, {"febr", 2}, {"februar", 2}, {"februari", 2}, {"february", 2}, {"mar", 3}, {"mars", 3}, {"marts", 3}, {"march", 3},
        {"apr", 4}, {"april", 4}, {"mai", 5}, {"maj", 5}, {"may", 5}, {"jun", 6}, {"juni", 6}, {"june", 6}, {"jul", 7}, {"juli", 7}, {"july", 7}, {"aug", 8}, {"august", 8}, {"augusti", 8},
        {"sep", 9}, {"sept", 9}, {"september", 9}, {"okt", 10}, {"oct", 10}, {"oktober", 10}, {"october", 10}, {"nov", 11}, {"november", 11}, {"des", 12}, {"dec", 12}, {"desember", 12}, {"december", 12}};
    return names;
}

/// Beginnings of the Finnish ones (maaliskuuta, kesäkuussa).
constexpr auto finnish_months = std::to_array<std::string_view>({"tammiku", "helmiku", "maalisku", "huhtiku",
                                                          "toukoku", "kesEku",  "heinEku",  "eloku",
                                                          "syysku",  "lokaku",  "marrasku", "jouluku"});

int month_of(std::string_view word)
{
    if (const int* known = month_names().find(word)) return *known;
    if (word.size() < 7) return 0;
    for (std::size_t month = 0; month < finnish_months.size(); ++month)
        if (word.starts_with(finnish_months[month])) return static_cast<int>(month) + 1;
    return 0;
}

bool begins_with_one_of(std::string_view word, std::initializer_list<std::string_view> stems)
{
    return std::any_of(stems.begin(), stems.end(), [&](std::string_view stem) { return word.starts_with(stem); });
}

template <std::size_t Size>
bool among(std::string_view word, const std::array<std::string_view, Size>& words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words)
{
    return !word.empty() && std::find(words.begin(), words.end(), word) != words.end();
}

constexpr auto seasons = std::to_array<std::string_view>({
    "hOsten",  "hOst",   "hausten", "vAren",  "vAr",    "sommeren", "sommaren", "vinteren", "vintern", "efterAret",
    "forAret", "autumn", "spring",  "summer", "winter", "fall",     "syksyllE", "kevEEllE", "kesEllE"});
constexpr auto firsts = std::to_array<std::string_view>({"fOrste", "fOrsta", "fyrste", "first"});

/// A year by itself is one behind these only: "i 2019", "innen 2027", "since 2019".
constexpr auto before_year = std::to_array<std::string_view>({
    "i",     "siden",  "sidan",  "sedan",  "since",  "in",     "during", "under", "innen",  "innan", "inden",
    "by",    "vuonna", "vuoden", "senest", "senast", "Aret",   "Ar",     "year",  "sist",   "last",  "fra",
    "frA",   "frAn",   "from",   "av",     "of",     "til",    "till",   "until", "before", "fOr",   "for",
    "medio", "primo",  "ultimo", "tidlig", "tidleg", "tidigt", "sent",   "early", "late",   "mid"});

class DateFinder {
public:
    explicit DateFinder(const Tokens& tokens) : tokens_(tokens) {}

    std::vector<FoundDate> find()
    {
        for (std::size_t index = 0; index < tokens_.size();) {
            Taken taken;
            if (tokens_[index].kind == Token::Kind::number || tokens_[index].kind == Token::Kind::figure) taken = at_figures(index);
            else if (tokens_.may_be(index, role::opens_date))
                taken = at_word(index);
            if (taken.next == 0 || !plausible(taken.date)) {
                ++index;
                continue;
            }
            add(index, taken);
            index = taken.next;
        }
        return std::move(found_);
    }

private:
    struct Taken {
        model::Date date;
        std::size_t next = 0;  ///< the token behind it; 0: nothing taken
    };

    static bool plausible(const model::Date& date)
    {
        static constexpr std::array<int, 13> days{31, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        return date.year >= first_year && date.year <= last_year && date.month >= 0 && date.month <= 12 && date.day >= 0 &&
               date.day <= days[static_cast<std::size_t>(date.month)];
    }

    std::string_view text(std::size_t index) const { return tokens_.folded().substr(tokens_[index].span.begin, tokens_[index].span.size()); }

    /// A whole number of `least` to `most` figures, or -1.
    int figures(std::size_t index, std::size_t least, std::size_t most) const
    {
        if (index >= tokens_.size() || tokens_[index].kind != Token::Kind::number) return -1;
        const std::string_view digits = text(index);
        if (digits.size() < least || digits.size() > most || digits.find_first_not_of("0123456789") != std::string_view::npos) return -1;
        return static_cast<int>(tokens_[index].value);
    }

    bool joined(std::size_t index) const { return index < tokens_.size() && !tokens_[index].spaced; }

    /// A year that nothing is glued to: not 2021/914, 2022-118, 2022b; -1 when it is none.
    int year(std::size_t index) const
    {
        const int value = figures(index, 4, 4);
        if (value < first_year || value > last_year) return -1;
        if (joined(index + 1)) {
            if (tokens_[index + 1].kind == Token::Kind::word) return -1;
            const char mark = tokens_.mark(index + 1);
            const bool figures_follow = joined(index + 2) && (tokens_[index + 2].kind == Token::Kind::number || tokens_[index + 2].kind == Token::Kind::figure);
            if ((mark == '-' || mark == '/' || mark == ':' || mark == '_' || mark == '.') && figures_follow) return -1;
        }
        return value;
    }

    /// Glued to a word or a path in front: ns-en-2019, lov/2018-06-15, v2.
    bool glued_before(std::size_t index) const
    {
        if (index == 0 || tokens_[index].spaced) return false;
        if (tokens_[index - 1].kind != Token::Kind::mark) return true;
        const char mark = tokens_.mark(index - 1);
        return mark == '/' || mark == '-' || mark == '_' || mark == '.' || mark == '+' || mark == '$' || (mark == ':' && index > 1 && !tokens_[index - 1].spaced && tokens_.word(index - 2).empty());
    }

    Taken at_figures(std::size_t index) const
    {
        if (glued_before(index) || (index > 0 && tokens_.mark(index - 1) == '$')) return {};
        if (tokens_[index].kind == Token::Kind::figure) return dotted(index);
        if (const int y = figures(index, 4, 4); y >= 0) {
            // 2026-04-17, 2026-04
            const int month = tokens_.mark(index + 1) == '-' && joined(index + 1) && joined(index + 2) ? figures(index + 2, 2, 2) : -1;
            if (month > 0) {
                const bool more = tokens_.mark(index + 3) == '-' && joined(index + 3) && joined(index + 4);
                const int day = more ? figures(index + 4, 2, 2) : -1;
                const std::size_t next = day > 0 ? index + 5 : index + 3;
                if ((more && day <= 0) || (tokens_.mark(next) == '-' && joined(next) && joined(next + 1))) return {};
                return {{y, month, std::max(day, 0)}, next};
            }
            // 2027 Q4
            const std::size_t q = tokens_.mark(index + 1) == '-' ? index + 2 : index + 1;
            if (tokens_.word(q) == "q" && joined(q + 1))
                if (const int quarter = figures(q + 1, 1, 1); quarter >= 1 && quarter <= 4) return {{y, quarter * 3 - 2, 0}, q + 2};
            if (index > 0 && tokens_.mark(index - 1) == '(' && tokens_.mark(index + 1) == ')' && y >= 2000) return {{y, 0, 0}, index + 1};
        }
        const int day = figures(index, 1, 2);
        if (day < 1) return {};
        // 17/4 2026, 17/04/2026
        if (tokens_.mark(index + 1) == '/' && joined(index + 1)) {
            const int month = figures(index + 2, 1, 2);
            const std::size_t at = tokens_.mark(index + 3) == '/' || tokens_.mark(index + 3) == '-' ? index + 4 : index + 3;
            if (month >= 1 && year(at) > 0) return {{year(at), month, day}, at + 1};
            return {};
        }
        std::size_t at = index + 1;
        if (tokens_.mark(at) == '.' && joined(at)) {
            ++at;
            // 14. 03. 2026
            const int month = figures(at, 1, 2);
            if (month >= 1 && tokens_.mark(at + 1) == '.' && year(at + 2) > 0) return {{year(at + 2), month, day}, at + 3};
        }
        else if (is_one_of(tokens_.word(at), {"st", "nd", "rd", "th"})) ++at;
        if (tokens_.word(at) == "of") ++at;
        // 3. september 2026
        if (const int month = month_of(tokens_.word(at))) {
            ++at;
            if (tokens_.mark(at) == '.') ++at;
            if (tokens_.mark(at) == ',') ++at;
            if (year(at) > 0) return {{year(at), month, day}, at + 1};
        }
        // 1. kvartal 2027
        return quarter(index);
    }

    /// 14.03.2026, 1.9.2026, 01.11.26
    Taken dotted(std::size_t index) const
    {
        std::array<int, 3> parts{};
        std::array<std::size_t, 3> sizes{};
        std::size_t part = 0;
        for (const char c : text(index)) {
            if (c == '.') {
                if (++part >= parts.size()) return {};
                continue;
            }
            if (c == ',' || sizes[part] >= 4) return {};
            parts[part] = parts[part] * 10 + (c - '0');
            ++sizes[part];
        }
        if (part != 2 || parts[0] < 1 || parts[1] < 1 || sizes[0] > 2 || sizes[1] > 2) return {};
        const bool short_year = sizes[2] == 2 && sizes[0] == 2 && sizes[1] == 2 && parts[2] < 60;
        if (sizes[2] != 4 && !short_year) return {};
        if (joined(index + 1) && tokens_[index + 1].kind != Token::Kind::mark) return {};
        return {{short_year ? 2000 + parts[2] : parts[2], parts[1], parts[0]}, index + 1};
    }

    /// "tredje kvartal 2027", "first quarter of 2027"
    Taken quarter(std::size_t index) const
    {
        std::optional<Count> which = ordinal_at(tokens_, index);
        if (!which && among(tokens_.word(index), firsts)) which = Count{1, index + 1, false, false};
        if (!which || which->value < 1 || which->value > 4 || !begins_with_one_of(tokens_.word(which->next), {"kvartal", "quarter"})) return {};
        std::size_t at = which->next + 1;
        if (is_one_of(tokens_.word(at), {"of", "i", "av", "in"})) ++at;
        if (year(at) < 0) return {};
        return {{year(at), static_cast<int>(which->value) * 3 - 2, 0}, at + 1};
    }

    Taken at_word(std::size_t index) const
    {
        const std::string_view word = tokens_.word(index);
        if (const int month = month_of(word)) {
            std::size_t at = index + 1;
            if (tokens_.mark(at) == '.') ++at;
            // September 3, 2026
            if (const int day = figures(at, 1, 2); day >= 1) {
                std::size_t then = at + 1;
                if (is_one_of(tokens_.word(then), {"st", "nd", "rd", "th"})) ++then;
                if (tokens_.mark(then) == ',') ++then;
                if (year(then) > 0) return {{year(then), month, day}, then + 1};
            }
            if (tokens_.mark(at) == ',') ++at;
            if (tokens_.word(at) == "of" || tokens_.word(at) == "i") ++at;
            if (year(at) > 0) return {{year(at), month, 0}, at + 1};
            return {};
        }
        if (word == "q" && joined(index + 1)) {
            const int which = figures(index + 1, 1, 1);
            std::size_t at = index + 2;
            if (tokens_.mark(at) == '/' || tokens_.mark(at) == '-') ++at;
            if (tokens_.word(at) == "of" || tokens_.word(at) == "i") ++at;
            if (which >= 1 && which <= 4 && year(at) > 0) return {{year(at), which * 3 - 2, 0}, at + 1};
            return {};
        }
        if (const Taken taken = quarter(index); taken.next) return taken;
        if (among(word, seasons)) {
            const std::size_t at = tokens_.word(index + 1) == "of" ? index + 2 : index + 1;
            if (year(at) > 0) return {{year(at), 0, 0}, at + 1};
        }
        return {};
    }

    void add(std::size_t index, const Taken& taken)
    {
        FoundDate found;
        found.span = {tokens_[index].span.begin, tokens_[taken.next - 1].span.end};
        found.date = taken.date;
        classify(found, index, taken.next);
        found_.push_back(found);
    }

public:
    /// Years by themselves, where no fuller date stands: "i 2019".
    static void add_years(const Tokens& tokens, std::vector<FoundDate>& found)
    {
        DateFinder finder(tokens);
        std::vector<FoundDate> years;
        std::size_t next_date = 0;
        for (std::size_t index = 1; index < tokens.size(); ++index) {
            if (tokens[index].kind != Token::Kind::number || !tokens[index].spaced) continue;
            const int year = finder.year(index);
            if (year < 0 || (!tokens.may_be(index - 1, role::before_year) && !finder.done_before(index))) continue;
            while (next_date < found.size() && found[next_date].span.end <= tokens[index].span.begin) ++next_date;
            if (next_date < found.size() && found[next_date].span.begin <= tokens[index].span.begin) continue;
            const std::string_view next = tokens.word(index + 1);
            // "i 2000 kommuner" counts; "for 2000 kr" pays.
            if ((year == 2000 && !next.empty()) || is_one_of(next, {"kr", "kroner", "kronor", "nok", "sek", "eur", "brukere", "anvEndare", "users", "elever"}) || unit_at(tokens, index + 1)) continue;
            finder.add(index, {{year, 0, 0}, index + 1});
        }
        found.insert(found.end(), finder.found_.begin(), finder.found_.end());
        std::stable_sort(found.begin(), found.end(), [](const FoundDate& a, const FoundDate& b) { return a.span < b.span; });
    }

private:
    /// Ends the sentence: a full stop that is not behind a short abbreviation, a semicolon, a line break.
    bool stops(std::size_t index) const
    {
        if (tokens_[index].kind == Token::Kind::line) return true;
        const char mark = tokens_.mark(index);
        if (mark == ';' || mark == '!' || mark == '?') return true;
        return mark == '.' && (index + 1 >= tokens_.size() || tokens_[index + 1].spaced) && index > 0 && tokens_.word(index - 1).size() > 3;
    }

    /// "Adopted by the board 2017": something done stands right before the year.
    bool done_before(std::size_t index) const
    {
        constexpr std::size_t near = 5;
        for (std::size_t back = 1; back <= near && back <= index; ++back) {
            const std::size_t at = index - back;
            if (stops(at) || tokens_.mark(at) == ':') return false;
            const std::string_view word = tokens_.word(at);
            if (says_past(word) || begins_with_one_of(word, {"antogs", "antag", "antog", "beslut", "fastst", "vedtat", "vedtek", "vedtag", "adopted", "signed", "hyvEksy", "laadit", "pEivitet"})) return true;
        }
        return false;
    }

    static bool says_past(std::string_view word)
    {
        return is_one_of(word, {"sist", "siste", "sista", "senast", "senaste", "seneste", "latest", "last", "var", "was", "were", "ble", "blei", "blev", "gjort", "gjorda", "gjordes", "siden", "sidan", "sedan", "since", "hadde",
                                "hade", "had", "forrige", "fjor", "utfOrt", "utfOrd", "utfOrdes", "gikk", "gick", "viimeksi", "tehtiin"}) ||
               begins_with_one_of(word, {"gjennomfOrt", "gjennomfOrd", "gjennomfOrte", "genomfOrd", "genomfOrt", "carried", "completed", "conducted", "performed", "oppdatert", "uppdaterad", "updated", "revidert", "reviderad",
                                         "godkjent", "godkEnd", "approved", "tested", "testet", "testad", "certified", "sertifisert", "certifierad"});
    }

    static bool says_plan(std::string_view word)
    {
        return is_one_of(word, {"innen", "inden", "vil", "skal", "ska", "will", "kommer", "kjem", "ferdig", "klar", "klart", "klare", "neste", "nEsta", "next", "due", "target", "roadmap", "veikart", "senest", "mot"}) ||
               begins_with_one_of(word, {"planl", "planer", "planned", "schedul", "lanser", "innfOre", "innfOras", "infOrs", "infOrande", "rulles", "rullas", "ventes", "vEntas", "forvent", "fOrvEnt", "expected", "suunnit", "beregn", "berEknas",
                                         "ferdigstill", "fErdigstEll"});
    }

    void classify(FoundDate& found, std::size_t index, std::size_t next) const
    {
        bool past = false;
        bool plan = false;
        bool during = false;
        bool ends = false;
        bool from = false;
        bool to = false;
        bool comma = false;
        constexpr std::size_t far = 12;
        for (std::size_t back = 1; back <= far && back <= index; ++back) {
            const std::size_t at = index - back;
            if (stops(at)) break;
            comma = comma || tokens_.mark(at) == ',';
            const std::string_view word = tokens_.word(at);
            if (word.empty()) continue;
            if (!comma && back <= 8) {
                from = from || (back <= 3 && is_one_of(word, {"fra", "frA", "frAn", "from", "since", "siden"}));
                // "t.o.m." is three tokens of one letter
                to = to || is_one_of(word, {"til", "till", "to", "tom", "through", "until", "asti", "ut", "inntil", "fram", "frem", "end"}) ||
                     (word == "m" && at >= 4 && tokens_.word(at - 2) == "o" && tokens_.word(at - 4) == "t");
                ends = ends || begins_with_one_of(word, {"utlOp", "udlOb", "expir", "giltig", "gyldig", "valid", "voimassa", "vanhen", "utgAr", "utgAng", "utgikk", "utgick"}) ||
                       (to && is_one_of(word, {"gjelder", "gjeld", "gjaldt", "galdt", "gEller", "gEllde", "gElder", "varer", "lOper", "lOber", "lOp", "lOb", "runs", "ran", "run", "lasts", "applies", "good"})) || (back <= 3 && is_one_of(word, {"until", "through"})) ||
                       (back <= 4 && word == "ut" && at > 0 && is_one_of(tokens_.word(at - 1), {"gAr", "gikk", "gick", "lOper", "lOpte", "gjekk"})) ||
                       (back <= 4 && word == "out" && at > 0 && is_one_of(tokens_.word(at - 1), {"runs", "ran"})) ||
                       (back == 1 && word == "med" && at > 1 && is_one_of(tokens_.word(at - 1), {"og", "och"}) && is_one_of(tokens_.word(at - 2), {"til", "till"}));
            }
            // Only the words right in front count for what has other uses: "by", "innan", "under", "during".
            during = during || (back <= 3 && is_one_of(word, {"lOpet", "lObet", "during", "under", "innan"}));
            plan = plan || says_plan(word) || (back <= 4 && word == "by" && back <= 2) || (back == 4 && word == "by" && is_one_of(tokens_.word(at + 1), {"the"}));
            past = past || says_past(word);
        }
        if (next < tokens_.size() && is_one_of(tokens_.word(next), {"asti", "saakka"})) ends = true;
        // "i løpet av 2025 ble det testet"
        bool past_behind = false;
        for (std::size_t at = next; at < tokens_.size() && at < next + 6 && !stops(at); ++at) past_behind = past_behind || says_past(tokens_.word(at));
        found.until = ends && !from;
        found.planned = !found.until && !past && (plan || (during && !past_behind));
    }

    const Tokens& tokens_;
    std::vector<FoundDate> found_;
};

}  // namespace

void add_date_words(WordRoles& roles)
{
    for (const auto& [word, month] : month_names()) roles.add(word, role::opens_date);
    for (const std::string_view beginning : finnish_months) roles.add_beginning(beginning, role::opens_date);
    for (const auto& [word, value] : ordinal_words()) roles.add(word, role::opens_date);
    roles.add_all(firsts, role::opens_date);
    roles.add_all(seasons, role::opens_date);
    roles.add("q", role::opens_date);
    roles.add_all(before_year, role::before_year);
}

std::vector<FoundDate> find_dates(const Tokens& tokens)
{
    std::vector<FoundDate> found = DateFinder(tokens).find();
    DateFinder::add_years(tokens, found);
    return found;
}

}  // namespace samsvar::text
