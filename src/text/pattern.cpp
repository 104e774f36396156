#include "text/pattern.h"

#include <re2/re2.h>

#include <algorithm>
#include <mutex>
#include <optional>

#include "base/error.h"
#include "text/pattern_shape.h"
#include "text/quick_regex.h"

namespace samsvar::text {

namespace {

/// Memory one pattern may take for its automata; beyond it RE2 falls back to its slower engine by itself.
constexpr std::int64_t pattern_memory = 8 << 20;

[[noreturn]] void refuse(const model::Origin& origin, std::string_view expression, const std::string& reason)
{
    throw Error(ErrorCode::malformed, {origin.file, {}, origin.line, 0},
                "the pattern \"" + std::string(expression) + "\" is wrong: " + reason);
}

re2::RE2::Options options_of_all()
{
    re2::RE2::Options options;
    options.set_encoding(re2::RE2::Options::EncodingLatin1);
    options.set_log_errors(false);
    options.set_max_mem(pattern_memory);
    options.set_never_capture(true);
    return options;
}

}  // namespace

/// Most patterns are written by hand, few of them meet a text that could match: they are compiled when that happens, by
/// RE2 when they or the text are beyond QuickRegex.
struct Regex::State {
    std::string expression;  ///< folded
    PatternShape shape;
    std::once_flag quick_once;
    std::optional<QuickRegex> quick;
    std::once_flag once;
    std::unique_ptr<re2::RE2> compiled;

    const QuickRegex* quick_regex()
    {
        std::call_once(quick_once, [&] {
            if (shape.understood && !shape.may_be_empty) quick = QuickRegex::compile(expression);
        });
        return quick ? &*quick : nullptr;
    }

    const re2::RE2& regex()
    {
        std::call_once(once, [&] { compiled = std::make_unique<re2::RE2>(expression, options_of_all()); });
        return *compiled;
    }

    /// The letters that each match must hold are there.
    bool may_match(std::string_view folded) const { return (shape.required.empty() || holds_one(folded, shape.required)) && holds_each(folded, shape.also); }
};

std::string Regex::folded_expression(std::string_view expression)
{
    // Escapes (\w, \b, \d, \pL, \x{e5}) and group openings ((?i), (?P<n>) are kept as they are; all else is folded as text is.
    std::string folded;
    std::size_t plain = 0;  // beginning of the piece not yet folded
    const auto keep = [&](std::size_t begin, std::size_t end) {
        folded += fold_for_pattern(expression.substr(plain, begin - plain));
        folded += expression.substr(begin, end - begin);
        plain = end;
    };
    for (std::size_t at = 0; at + 1 < expression.size();) {
        std::size_t end = at + 1;
        if (expression[at] == '\\') {
            const bool takes_argument = expression[at + 1] == 'p' || expression[at + 1] == 'P' || expression[at + 1] == 'x';
            end = at + 2;
            if (takes_argument && end < expression.size())
                end = expression[end] == '{' ? std::min(expression.find('}', end), expression.size() - 1) + 1 : end + 1;
            keep(at, end);
        }
        else if (expression[at] == '(' && expression[at + 1] == '?') {
            end = std::min(expression.find_first_of(":)>", at), expression.size() - 1) + 1;
            keep(at, end);
        }
        at = end;
    }
    folded += fold_for_pattern(expression.substr(plain));
    return folded;
}

Regex::Regex(std::string_view expression, const model::Origin& origin) : state_(std::make_unique<State>())
{
    if (trimmed(expression).empty()) refuse(origin, expression, "it is empty");
    state_->expression = folded_expression(expression);
    state_->shape = shape_of(state_->expression);
    // What is not understood may be wrong, what may be empty is, and what is huge RE2 may refuse: it says so at once.
    constexpr std::size_t huge = 10'000;
    if (state_->shape.understood && !state_->shape.may_be_empty && state_->shape.reach <= huge) return;
    const re2::RE2& compiled = state_->regex();
    if (!compiled.ok()) refuse(origin, expression, compiled.error());
    if (re2::RE2::FullMatch("", compiled)) refuse(origin, expression, "it matches the empty text");
}

const PatternShape& Regex::shape() const { return state_->shape; }

Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;
Regex::~Regex() = default;

bool Regex::matches(std::string_view folded) const
{
    if (!state_->may_match(folded)) return false;
    Span match;
    if (const QuickRegex* quick = state_->quick_regex())
        if (const auto result = quick->find(folded, {0, folded.size()}, match); result != QuickRegex::Result::too_large)
            return result == QuickRegex::Result::found;
    return re2::RE2::PartialMatch(re2::StringPiece(folded.data(), folded.size()), state_->regex());
}

bool Regex::matches_all_of(std::string_view folded) const
{
    if (!state_->may_match(folded)) return false;
    if (const QuickRegex* quick = state_->quick_regex())
        if (const auto result = quick->matches_all_of(folded); result != QuickRegex::Result::too_large)
            return result == QuickRegex::Result::found;
    return re2::RE2::FullMatch(re2::StringPiece(folded.data(), folded.size()), state_->regex());
}

std::vector<Span> Regex::find_all(std::string_view folded) const { return find_all(folded, {0, folded.size()}); }

std::vector<Span> Regex::find_all(std::string_view folded, const Span& window) const
{
    const std::vector<std::string>& required = state_->shape.required;
    if (!required.empty() && !holds_one(folded.substr(window.begin, window.size()), required)) return {};
    return find_near(folded, window);
}

std::vector<Span> Regex::find_near(std::string_view folded, const Span& window) const
{
    std::vector<Span> found;
    if (!holds_each(folded.substr(window.begin, window.size()), state_->shape.also)) return found;
    std::size_t at = window.begin;
    if (const QuickRegex* quick = state_->quick_regex()) {
        for (Span match;; at = match.end) {
            const QuickRegex::Result result = quick->find(folded, {at, window.end}, match);
            if (result == QuickRegex::Result::none) return found;
            if (result == QuickRegex::Result::too_large) break;
            found.push_back(match);
        }
    }
    const re2::RE2& regex = state_->regex();
    const re2::StringPiece text(folded.data(), folded.size());
    while (at < window.end) {
        re2::StringPiece match;
        if (!regex.Match(text, at, window.end, re2::RE2::UNANCHORED, &match, 1)) break;
        const auto begin = static_cast<std::size_t>(match.data() - text.data());
        if (!match.empty()) found.push_back({begin, begin + match.size()});
        at = begin + std::max<std::size_t>(match.size(), 1);
    }
    return found;
}

}  // namespace samsvar::text
