#include "cli/day.h"

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

}  // namespace samsvar::cli
