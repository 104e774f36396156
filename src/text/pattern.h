#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/place.h"
#include "text/fold.h"

namespace samsvar::text {

struct PatternShape;

/// A pattern over folded text. Written in plain words and RE2 syntax ("gjenopprett\w*.{0,40}\btest"); the
/// expression is folded like the text (letters outside escapes), so it may be written with å, ä, ö and capitals.
/// Compiled when a text first holds the letters it needs. Immutable, shareable between threads.
class Regex {
public:
    /// Throws Error(malformed) at `origin` (file and line) with RE2's reason when the pattern is wrong, empty, or
    /// matches the empty text.
    Regex(std::string_view expression, const model::Origin& origin);
    Regex(Regex&&) noexcept;
    Regex& operator=(Regex&&) noexcept;
    ~Regex();

    bool matches(std::string_view folded) const;
    /// The whole text is one match.
    bool matches_all_of(std::string_view folded) const;
    /// All matches, left to right, not overlapping.
    std::vector<Span> find_all(std::string_view folded) const;
    /// Those within a part of the text; what stands around it still counts for \b.
    std::vector<Span> find_all(std::string_view folded, const Span& window) const;

    /// What can be told of the pattern without compiling it.
    const PatternShape& shape() const;
    /// As compiled: folded.
    const std::string& expression() const;

    /// The expression as compiled (folded); for tests and `explain`.
    static std::string folded_expression(std::string_view expression);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace samsvar::text
