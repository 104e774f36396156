#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "odf/styles.h"

namespace samsvar::odf {

/// Counts lists and headings in reading order and tells the label each item shows.
class Labels {
public:
    explicit Labels(const Styles& styles) : styles_(styles) {}

    /// A list that begins: `id` its own, `style` its list style ("" = none known), `continued` the id of the list it
    /// goes on from, `goes_on` that it continues the last list of its style.
    void begin(const std::string& id, const std::string& style, const std::string& continued, bool goes_on);
    void end();
    bool inside() const { return !open_.empty(); }

    /// The label of the next item of the innermost open list; `start` >= 0 restarts it there.
    std::string next(int start);
    /// The label of a heading outside lists.
    std::string next_heading(int level);

    using Counters = std::array<int, 10>;  ///< one more than the number; 0 = the level has not begun
    struct Open {
        std::string style;
        Counters* counters;
    };
    /// The lists that are open, which are then none: for text that stands beside the one being read.
    std::vector<Open> suspend() { return std::exchange(open_, {}); }
    void resume(std::vector<Open> open) { open_ = std::move(open); }
    /// 0-based level of the innermost open list.
    int level() const { return static_cast<int>(open_.size()) - 1; }

private:
    static std::string label(const ListStyle& style, Counters& counters, int level, int start);

    const Styles& styles_;
    std::vector<Open> open_;
    std::map<std::string, Counters> by_id_;
    std::map<std::string, std::string> last_of_style_;  // → id
    int unnamed_ = 0;
    Counters headings_{};
};

/// A number in a ListLevel::format.
std::string number_as(int number, std::string_view format);

}  // namespace samsvar::odf
