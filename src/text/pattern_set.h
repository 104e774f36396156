#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "model/place.h"
#include "text/fold.h"
#include "text/pattern_group.h"

namespace samsvar::text {

/// Many patterns over folded text, searched together: letters are looked for in one pass, patterns that are letters
/// only are answered from it, and the others are run only where their letters stand, compiled when that first happens.
/// Immutable once prepared; shareable between threads then.
class PatternSet {
public:
    struct Match {
        std::uint32_t pattern = 0;
        Span span;
    };

    PatternSet();
    PatternSet(PatternSet&&) noexcept;
    PatternSet& operator=(PatternSet&&) noexcept;
    ~PatternSet();

    /// Adds a pattern as Regex takes it and returns its number: 0, 1, 2 … Throws Error(malformed) like Regex.
    std::uint32_t add(std::string_view expression, const model::Origin& origin, const PatternGroup& group);
    std::uint32_t add(std::string_view expression, const model::Origin& origin) { return add(expression, origin, {}); }
    /// The same for many at once, on two threads; the first wrong one is told.
    struct Written {
        std::string_view expression;
        const model::Origin* origin;
        PatternGroup group{};
    };
    void add_all(const std::vector<Written>& added);
    /// To be called once, after the last add. `sample` is text such as will be searched, folded: what is rare in it is
    /// looked for first. It decides how long a search takes, never what is found.
    void prepare(std::string_view sample = {});

    /// What was prepared, and the same again: it looks into the reader's bytes, which must stay.
    void write(BytesWriter& into) const;
    static PatternSet read(BytesReader& from);
    std::size_t size() const;

    /// What Regex::find_all of each pattern finds, but for those that are wanted only beside others: that of a pattern
    /// by position, the patterns in no order.
    std::vector<Match> find_all(std::string_view folded) const;
    /// The same within each of `parts` (in order, apart from each other) as if it were all there is; part by part.
    std::vector<Match> find_all(std::string_view folded, const std::vector<Span>& parts) const;
    /// The same within one part, added to `matches`. Of the groups in `found_already` something was found otherwise.
    void find_in(std::string_view folded, const Span& part, std::span<const std::uint32_t> found_already,
                 std::vector<Match>& matches) const;

    /// A pattern looks for exactly these letters, or for them among others.
    bool has_literal(std::string_view letters) const;

    /// How many patterns are letters only, run where their letters stand, and run always; for tests and measurements.
    struct Kinds {
        std::size_t literal = 0, anchored = 0, always = 0;
    };
    Kinds kinds() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace samsvar::text
