#include "followup/promise.h"

#include <array>
#include <string>

#include "text/fold.h"
#include "text/quantity.h"

namespace samsvar::followup {

namespace {

int days_in(int year, int month)
{
    constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days.at(static_cast<std::size_t>(month - 1));
}

/// The words of a quarter, in folded text.
bool names_quarter(std::string_view folded)
{
    if (folded.find("kvartal") != folded.npos || folded.find("quarter") != folded.npos ||
        folded.find("neljAnne") != folded.npos || folded.find("neljEnne") != folded.npos)
        return true;
    for (std::size_t at = 0; at + 1 < folded.size(); ++at)
        if (folded[at] == 'q' && folded[at + 1] >= '1' && folded[at + 1] <= '4') return true;
    return false;
}

/// The number of a quarter that stands without a year: "Q3", "3. kvartal", "kvartal 3"; 0 when there is none.
int bare_quarter(const text::Tokens& tokens)
{
    const auto quarter_at = [&](std::size_t index) {
        const bool number = index < tokens.size() && tokens[index].kind == text::Token::Kind::number;
        const int value = number ? static_cast<int>(tokens[index].value) : 0;
        return value >= 1 && value <= 4 ? value : 0;
    };
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const std::string_view word = tokens.word(at);
        if (word == "q" && at + 1 < tokens.size() && !tokens[at + 1].spaced)
            if (const int quarter = quarter_at(at + 1)) return quarter;
        if (!word.starts_with("kvartal") && !word.starts_with("quarter")) continue;
        if (const int quarter = quarter_at(at + 1)) return quarter;
        for (std::size_t back = at > 3 ? at - 3 : 0; back < at; ++back)
            if (const std::optional<text::Count> which = text::ordinal_at(tokens, back))
                if (which->next == at && which->value >= 1 && which->value <= 4) return static_cast<int>(which->value);
    }
    return 0;
}

bool names_end_of_year(std::string_view folded)
{
    for (const char* words : {"utgangen av Aret", "slutten av Aret", "Arets slutt", "Arsskift", "utgAngen av Aret",
                              "slutet av Aret", "slutet pA Aret", "udgangen af Aret", "Arets udgang", "vuoden loppu",
                              "end of the year", "end of this year", "year end", "year-end"})
        if (folded.find(words) != folded.npos) return true;
    return false;
}

}  // namespace

model::Date last_day_of(model::Date date)
{
    if (date.month == 0) date.month = 12;
    if (date.day == 0) date.day = days_in(date.year, date.month);
    return date;
}

std::optional<model::Date> due_of(std::string_view promise, model::Date said)
{
    const std::string folded = text::fold_text(promise);
    const text::Tokens tokens(folded);
    std::optional<model::Date> due;
    for (const text::FoundDate& found : text::find_dates(tokens)) {
        if (found.date.year < said.year) continue;  // when something was decided, not when it comes
        model::Date date = found.date;
        const std::string_view words = std::string_view(folded).substr(found.span.begin, found.span.size());
        if (date.month != 0 && date.day == 0 && names_quarter(words)) date.month += 2;
        date = last_day_of(date);
        if (date >= said && (!due || date > *due)) due = date;
    }
    if (due) return due;
    if (const int quarter = bare_quarter(tokens)) {
        const model::Date date = last_day_of({said.year, quarter * 3, 0});
        return date >= said ? date : last_day_of({said.year + 1, quarter * 3, 0});
    }
    if (names_end_of_year(folded)) return model::Date{said.year, 12, 31};
    return std::nullopt;
}

}  // namespace samsvar::followup
