#include "cli/day.h"

#include <chrono>
#include <ctime>

namespace samsvar::cli {

namespace {

model::Date today()
{
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

}  // namespace

model::Date day_of(const Options& options)
{
    return options.date.value_or(today());
}

std::optional<model::Date> day_written(const std::string& written)
{
    if (written.size() != 10 || written[4] != '-' || written[7] != '-') return std::nullopt;
    const auto number = [&](std::size_t at, std::size_t length) {
        int value = 0;
        for (const char c : written.substr(at, length)) {
            if (c < '0' || c > '9') return 0;  // no year, month or day is 0
            value = value * 10 + (c - '0');
        }
        return value;
    };
    const model::Date date{number(0, 4), number(5, 2), number(8, 2)};
    static constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (date.month < 1 || date.month > 12 || date.day < 1 || date.year < 1900) return std::nullopt;
    const bool leap = (date.year % 4 == 0 && date.year % 100 != 0) || date.year % 400 == 0;
    const int last = date.month == 2 && leap ? 29 : days[date.month - 1];
    return date.day <= last ? std::optional(date) : std::nullopt;
}

model::Date later(model::Date day, int days)
{
    using namespace std::chrono;
    const year_month_day start{year(day.year), month(static_cast<unsigned>(day.month)),
                               std::chrono::day(static_cast<unsigned>(day.day))};
    const year_month_day end{sys_days(start) + std::chrono::days(days)};
    return {static_cast<int>(end.year()), static_cast<int>(static_cast<unsigned>(end.month())),
            static_cast<int>(static_cast<unsigned>(end.day()))};
}

}  // namespace samsvar::cli
