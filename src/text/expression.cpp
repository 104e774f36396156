#include "text/expression.h"

#include <stdexcept>

#include "text/pattern.h"

namespace samsvar::text {

Expression::Expression(std::string_view pattern)
{
    re2::RE2::Options options;
    options.set_encoding(re2::RE2::Options::EncodingLatin1);
    options.set_log_errors(false);
    expression_ = std::make_unique<re2::RE2>(Regex::folded_expression(pattern), options);
    if (!expression_->ok()) throw std::logic_error("wrong pattern in the program: " + expression_->error());
    groups_ = expression_->NumberOfCapturingGroups() + 1;
}

std::vector<std::vector<Span>> Expression::find_all(std::string_view folded) const
{
    std::vector<std::vector<Span>> found;
    const re2::StringPiece text(folded.data(), folded.size());
    std::vector<re2::StringPiece> groups(static_cast<std::size_t>(groups_));
    for (std::size_t at = 0; at < folded.size();) {
        if (!expression_->Match(text, at, folded.size(), re2::RE2::UNANCHORED, groups.data(), groups_)) break;
        std::vector<Span> spans;
        for (const re2::StringPiece& group : groups) {
            const std::size_t begin = group.data() ? static_cast<std::size_t>(group.data() - text.data()) : 0;
            spans.push_back(group.data() ? Span{begin, begin + group.size()} : Span{});
        }
        at = std::max(spans[0].end, spans[0].begin + 1);
        found.push_back(std::move(spans));
    }
    return found;
}

}  // namespace samsvar::text
