#pragma once

#include <re2/re2.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/fold.h"

namespace samsvar::text {

/// A pattern of the program's own with groups, over folded text; wrong ones are bugs. Not for patterns from files.
class Expression {
public:
    explicit Expression(std::string_view pattern);

    /// All matches, left to right; each is the span of the whole and of the groups (empty when a group took no part).
    std::vector<std::vector<Span>> find_all(std::string_view folded) const;

private:
    std::unique_ptr<re2::RE2> expression_;
    int groups_ = 0;
};

}  // namespace samsvar::text
