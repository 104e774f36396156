#include "archive/draft.h"

namespace samsvar::archive {

namespace {

constexpr std::size_t units_between_time_checks = 1024;

}  // namespace

model::UnitId Draft::unit(model::UnitKind kind, std::string part, std::string path, bool sheet, bool empty)
{
    if (document.units.size() % units_between_time_checks == 0) limits_.check_time(document.file);
    document.units.push_back({kind, std::move(part), std::move(path), sheet, empty});
    return static_cast<model::UnitId>(document.units.size() - 1);
}

void Draft::problem(const std::string& part, const std::string& path, std::string text, bool sheet)
{
    if (document.problems.size() >= limits_.problems) {
        ++more_problems_;
        return;
    }
    document.problems.push_back({{document.file, part, path, sheet}, std::move(text)});
}

model::Document Draft::finish()
{
    if (more_problems_ > 0)
        document.problems.push_back(
            {{document.file, {}, {}, false}, std::to_string(more_problems_) + " more problems are not listed"});
    return std::move(document);
}

}  // namespace samsvar::archive
