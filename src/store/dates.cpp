#include "store/dates.h"

#include <Poco/DateTime.h>

#include <cstdio>

#include "base/error.h"

namespace samsvar::store {

std::string kept_day(model::Date date)
{
    const int month = date.month > 0 ? date.month : 12;
    const bool dated = date.year > 0 && date.year <= 9999 && month <= 12;
    const int day = date.day > 0 || !dated ? date.day : Poco::DateTime::daysOfMonth(date.year, month);
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year % 10000, month % 100, day % 100);
    return text;
}

Value kept_day(const std::optional<model::Date>& date)
{
    return date ? Value(kept_day(*date)) : Value();
}

std::optional<model::Date> day_named(const std::string& text)
{
    if (text.empty()) return std::nullopt;
    model::Date date;
    if (std::sscanf(text.c_str(), "%4d-%2d-%2d", &date.year, &date.month, &date.day) != 3)
        throw Error(ErrorCode::malformed, {}, "\"" + text + "\" in the register is no day");
    return date;
}

}  // namespace samsvar::store
