#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "text/fold.h"

namespace samsvar::text {

/// The automata of a pattern. Most patterns are written by hand, few of them meet a text that could match: they are
/// made when that happens, by RE2 when the pattern or the text are beyond QuickRegex. Immutable, shareable between
/// threads.
class CompiledPattern {
public:
    /// `folded_expression` must stay where it is. `common`: in the syntax that QuickRegex takes and not matching the
    /// empty text, as far as can be told (PatternShape).
    CompiledPattern(std::string_view folded_expression, bool common);
    ~CompiledPattern();
    CompiledPattern(const CompiledPattern&) = delete;
    CompiledPattern& operator=(const CompiledPattern&) = delete;

    bool matches(std::string_view folded) const;
    bool matches_all_of(std::string_view folded) const;
    /// The leftmost match within `window` that begins at `last` at the latest; what stands around it counts for \b.
    std::optional<Span> find(std::string_view folded, const Span& window, std::size_t last) const;
    /// All matches within `window`, left to right, not overlapping; what stands around it still counts for \b.
    std::vector<Span> find_all(std::string_view folded, const Span& window) const;

    /// Why RE2 refuses the expression; empty when it does not.
    std::string_view refused() const;
    bool matches_empty_text() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace samsvar::text
