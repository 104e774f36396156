#include "report/due_words.h"

namespace samsvar::report {

Words load_due_words(const std::filesystem::path& path, const std::string& shown)
{
    constexpr std::string_view ids[] = {"kind.follow-up",   "kind.evidence-expires",
                                        "kind.risk-lapses", "kind.decision-due",
                                        "nothing",          "subject",
                                        "greeting",         "closing"};
    return load_words(path, shown, ids);
}

}  // namespace samsvar::report
