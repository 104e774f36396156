#include "text/compiled_pattern.h"

#include <re2/re2.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>

#include "text/quick_regex.h"

namespace samsvar::text {

namespace {

/// Memory one pattern may take for its automata; beyond it RE2 falls back to its slower engine by itself.
constexpr std::int64_t pattern_memory = 8 << 20;

re2::RE2::Options options_of_all()
{
    re2::RE2::Options options;
    options.set_encoding(re2::RE2::Options::EncodingLatin1);
    options.set_log_errors(false);
    options.set_max_mem(pattern_memory);
    options.set_never_capture(true);
    return options;
}

re2::StringPiece piece(std::string_view text)
{
    return {text.data(), text.size()};
}

}  // namespace

struct CompiledPattern::State {
    std::string_view expression;
    bool common = false;
    std::once_flag quick_once;
    std::atomic<bool> quick_made{false};  // asked at each search, and cheaper to ask than the flag
    std::optional<QuickRegex> quick;
    std::once_flag once;
    std::unique_ptr<re2::RE2> compiled;

    const QuickRegex* quick_regex()
    {
        if (!quick_made.load(std::memory_order_acquire))
            std::call_once(quick_once, [&] {
                if (common) quick = QuickRegex::compile(expression);
                quick_made.store(true, std::memory_order_release);
            });
        return quick ? &*quick : nullptr;
    }

    const re2::RE2& regex()
    {
        std::call_once(once, [&] { compiled = std::make_unique<re2::RE2>(piece(expression), options_of_all()); });
        return *compiled;
    }
};

CompiledPattern::CompiledPattern(std::string_view folded_expression, bool common) : state_(std::make_unique<State>())
{
    state_->expression = folded_expression;
    state_->common = common;
}

CompiledPattern::~CompiledPattern() = default;

bool CompiledPattern::matches(std::string_view folded) const
{
    Span match;
    if (const QuickRegex* quick = state_->quick_regex())
        if (const auto result = quick->find(folded, {0, folded.size()}, folded.size(), match);
            result != QuickRegex::Result::too_large)
            return result == QuickRegex::Result::found;
    return re2::RE2::PartialMatch(piece(folded), state_->regex());
}

bool CompiledPattern::matches_all_of(std::string_view folded) const
{
    if (const QuickRegex* quick = state_->quick_regex())
        if (const auto result = quick->matches_all_of(folded); result != QuickRegex::Result::too_large)
            return result == QuickRegex::Result::found;
    return re2::RE2::FullMatch(piece(folded), state_->regex());
}

std::optional<Span> CompiledPattern::find(std::string_view folded, const Span& window, std::size_t last) const
{
    if (const QuickRegex* quick = state_->quick_regex()) {
        Span match;
        const QuickRegex::Result result = quick->find(folded, window, last, match);
        if (result == QuickRegex::Result::none) return std::nullopt;
        if (result == QuickRegex::Result::found) return match;
    }
    const re2::RE2& regex = state_->regex();
    const re2::StringPiece text = piece(folded);
    for (std::size_t at = window.begin; at < window.end && at <= last;) {
        re2::StringPiece match;
        if (!regex.Match(text, at, window.end, re2::RE2::UNANCHORED, &match, 1)) break;
        const auto begin = static_cast<std::size_t>(match.data() - text.data());
        if (begin > last) break;
        if (!match.empty()) return Span{begin, begin + match.size()};
        at = begin + 1;
    }
    return std::nullopt;
}

std::vector<Span> CompiledPattern::find_all(std::string_view folded, const Span& window) const
{
    std::vector<Span> found;
    for (std::size_t at = window.begin; at < window.end; at = found.back().end) {
        const std::optional<Span> match = find(folded, {at, window.end}, window.end);
        if (!match) break;
        found.push_back(*match);
    }
    return found;
}

std::string_view CompiledPattern::refused() const
{
    const re2::RE2& compiled = state_->regex();
    return compiled.ok() ? std::string_view() : std::string_view(compiled.error());
}

bool CompiledPattern::matches_empty_text() const
{
    return re2::RE2::FullMatch("", state_->regex());
}

}  // namespace samsvar::text
