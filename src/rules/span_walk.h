#pragma once

#include <cstddef>
#include <vector>

#include "text/analysis.h"

namespace samsvar::rules {

/// Whether something of a list with spans, in order and not overlapping, stands at a place; asked place after place, so
/// that a list is gone through once however often it is asked.
template <typename Spanned>
class SpanWalk {
public:
    /// The list must stay, and stay as it is.
    explicit SpanWalk(const std::vector<Spanned>& list) : list_(list) {}

    /// Some of it overlaps `span`, which begins behind the one asked for before.
    bool meets(const text::Span& span)
    {
        while (next_ < list_.size() && list_[next_].span.end <= span.begin) ++next_;
        return next_ < list_.size() && list_[next_].span.begin < span.end;
    }

private:
    const std::vector<Spanned>& list_;
    std::size_t next_ = 0;
};

}  // namespace samsvar::rules
