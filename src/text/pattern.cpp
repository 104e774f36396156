#include "text/pattern.h"

#include <re2/re2.h>

#include "base/error.h"

namespace samsvar::text {

struct Regex::State {
    std::unique_ptr<re2::RE2> expression;
};

namespace {

/// Memory one pattern may take for its automata; beyond it RE2 falls back to its slower engine by itself.
constexpr std::int64_t pattern_memory = 8 << 20;

[[noreturn]] void refuse(const model::Origin& origin, std::string_view expression, const std::string& reason)
{
    throw Error(ErrorCode::malformed, {origin.file, {}, origin.line, 0},
                "the pattern \"" + std::string(expression) + "\" is wrong: " + reason);
}

}  // namespace

std::string Regex::folded_expression(std::string_view expression)
{
    // Escapes (\w, \b, \d, \pL, \x41) are kept as they are; everything between them is folded as text is.
    std::string folded;
    std::string plain;
    const auto flush = [&] {
        // fold() trims and joins blanks; patterns mean every blank, so it runs over the pieces between them.
        std::string piece;
        const auto fold_piece = [&] {
            folded += fold_text(piece);
            piece.clear();
        };
        for (const char c : plain) {
            if (c == ' ' || c == '\n' || c == '\t') {
                fold_piece();
                folded += c;
            }
            else piece += c;
        }
        fold_piece();
        plain.clear();
    };
    for (std::size_t at = 0; at < expression.size(); ++at) {
        if (expression[at] != '\\' || at + 1 >= expression.size()) {
            plain += expression[at];
            continue;
        }
        flush();
        folded += '\\';
        folded += expression[++at];
        const bool property = expression[at] == 'p' || expression[at] == 'P';
        if (property && at + 1 < expression.size()) {
            if (expression[at + 1] == '{')
                while (at + 1 < expression.size() && expression[at] != '}') folded += expression[++at];
            else folded += expression[++at];
        }
    }
    flush();
    return folded;
}

Regex::Regex(std::string_view expression, const model::Origin& origin) : state_(std::make_unique<State>())
{
    if (trimmed(expression).empty()) refuse(origin, expression, "it is empty");
    re2::RE2::Options options;
    options.set_encoding(re2::RE2::Options::EncodingLatin1);
    options.set_log_errors(false);
    options.set_max_mem(pattern_memory);
    options.set_never_capture(true);
    state_->expression = std::make_unique<re2::RE2>(folded_expression(expression), options);
    if (!state_->expression->ok()) refuse(origin, expression, state_->expression->error());
    if (re2::RE2::FullMatch("", *state_->expression)) refuse(origin, expression, "it matches the empty text");
}

Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;
Regex::~Regex() = default;

bool Regex::matches(std::string_view folded) const
{
    return re2::RE2::PartialMatch(re2::StringPiece(folded.data(), folded.size()), *state_->expression);
}

bool Regex::matches_all_of(std::string_view folded) const
{
    return re2::RE2::FullMatch(re2::StringPiece(folded.data(), folded.size()), *state_->expression);
}

std::vector<Span> Regex::find_all(std::string_view folded) const
{
    std::vector<Span> found;
    const re2::StringPiece text(folded.data(), folded.size());
    for (std::size_t at = 0; at <= folded.size();) {
        re2::StringPiece match;
        if (!state_->expression->Match(text, at, folded.size(), re2::RE2::UNANCHORED, &match, 1)) break;
        const auto begin = static_cast<std::size_t>(match.data() - text.data());
        if (!match.empty()) found.push_back({begin, begin + match.size()});
        at = begin + std::max<std::size_t>(match.size(), 1);
    }
    return found;
}

}  // namespace samsvar::text
