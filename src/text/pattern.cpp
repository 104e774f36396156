#include "text/pattern.h"

#include <algorithm>

#include "base/error.h"
#include "text/compiled_pattern.h"
#include "text/pattern_shape.h"

namespace samsvar::text {

namespace {

[[noreturn]] void refuse(const model::Origin& origin, std::string_view expression, std::string_view reason)
{
    throw Error(ErrorCode::malformed, {origin.file, {}, origin.line, 0},
                "the pattern \"" + std::string(expression) + "\" is wrong: " + std::string(reason));
}

}  // namespace

struct Regex::State {
    State(std::string folded, PatternShape its_shape)
        : expression(std::move(folded)),
          shape(std::move(its_shape)),
          compiled(expression, shape.understood && !shape.may_be_empty)
    {
    }

    const std::string expression;  ///< folded
    const PatternShape shape;
    const CompiledPattern compiled;

    /// The letters that each match must hold are there.
    bool may_match(std::string_view folded) const
    {
        return (shape.required.literals.empty() || holds_one(folded, shape.required.literals)) && holds_each(folded, shape.also);
    }
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

Regex::Regex(std::string_view expression, const model::Origin& origin)
{
    if (trimmed(expression).empty()) refuse(origin, expression, "it is empty");
    std::string folded = folded_expression(expression);
    PatternShape shape = shape_of(folded);
    state_ = std::make_unique<State>(std::move(folded), std::move(shape));
    // What is not understood may be wrong, what may be empty is, and what is huge RE2 may refuse: it says so at once.
    constexpr std::size_t huge = 10'000;
    if (state_->shape.understood && !state_->shape.may_be_empty && state_->shape.reach <= huge) return;
    if (const std::string_view reason = state_->compiled.refused(); !reason.empty()) refuse(origin, expression, reason);
    if (state_->compiled.matches_empty_text()) refuse(origin, expression, "it matches the empty text");
}

const PatternShape& Regex::shape() const
{
    return state_->shape;
}

const std::string& Regex::expression() const
{
    return state_->expression;
}

Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;
Regex::~Regex() = default;

bool Regex::matches(std::string_view folded) const
{
    return state_->may_match(folded) && state_->compiled.matches(folded);
}

bool Regex::matches_all_of(std::string_view folded) const
{
    return state_->may_match(folded) && state_->compiled.matches_all_of(folded);
}

std::vector<Span> Regex::find_all(std::string_view folded) const
{
    return find_all(folded, {0, folded.size()});
}

std::vector<Span> Regex::find_all(std::string_view folded, const Span& window) const
{
    if (!state_->may_match(folded.substr(window.begin, window.size()))) return {};
    return state_->compiled.find_all(folded, window);
}

}  // namespace samsvar::text
