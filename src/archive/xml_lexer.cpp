#include "archive/xml_lexer.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "base/error.h"

namespace samsvar::archive {

namespace {

constexpr std::size_t window_size = 64 * 1024;

bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool is_name_end(char c)
{
    return is_space(c) || c == '/' || c == '>' || c == '=' || c == '<' || c == '"' || c == '\'';
}

/// find_first_of is slow in libstdc++ (a search of the set per character); two passes of memchr are not.
bool has_either(std::string_view text, char a, char b)
{
    return !text.empty() && (std::memchr(text.data(), a, text.size()) || std::memchr(text.data(), b, text.size()));
}

bool is_blank(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), is_space);
}

}  // namespace

XmlLexer::XmlLexer(Source source, const std::string& file, const std::string& part, const Limits& limits)
    : source_(std::move(source)), file_(file), part_(part), limits_(limits), window_(window_size)
{
    data_ = window_.data();
}

XmlLexer::XmlLexer(std::string_view whole, const std::string& file, const std::string& part, const Limits& limits)
    : file_(file), part_(part), limits_(limits), data_(whole.data()), end_(whole.size()), exhausted_(true)
{
}

bool XmlLexer::fill()
{
    if (exhausted_) return false;
    if (position_ > 0) {
        const char* line = data_;
        const char* const end = data_ + position_;
        while (const void* newline = std::memchr(line, '\n', static_cast<std::size_t>(end - line))) {
            line = static_cast<const char*>(newline) + 1;
            ++lines_before_;
            column_before_ = 0;
        }
        column_before_ += static_cast<std::size_t>(end - line);
        std::memmove(window_.data(), window_.data() + position_, end_ - position_);
        end_ -= position_;
        token_ -= std::min(token_, position_);
        position_ = 0;
    }
    if (end_ == window_.size()) {
        if (window_.size() > limits_.paragraph_bytes)
            refuse("a piece of text is longer than the limit of " + std::to_string(limits_.paragraph_bytes) + " bytes");
        window_.resize(window_.size() * 2);
        data_ = window_.data();
    }
    const std::size_t count = source_(window_.data() + end_, window_.size() - end_);
    end_ += count;
    if (count == 0) exhausted_ = true;
    return count != 0;
}

void XmlLexer::need(std::size_t count)
{
    while (end_ - position_ < count && fill()) {
    }
}

std::size_t XmlLexer::find(std::string_view ending, std::size_t from, const char* what)
{
    for (;;) {
        const std::string_view rest(data_ + position_, end_ - position_);
        const std::size_t found = rest.find(ending, from);
        if (found != std::string_view::npos) return position_ + found;
        // The ending may be cut in two by the end of the window.
        from = rest.size() >= ending.size() ? std::max(from, rest.size() - ending.size() + 1) : from;
        if (!fill()) malformed(std::string(what) + " does not end");
    }
}

XmlLexer::Token XmlLexer::next()
{
    attribute_buffers_used_ = 0;
    if (empty_element_) {
        empty_element_ = false;
        closed_name_ = local_name(top_name());
        name_ = closed_name_;
        names_.resize(open_.back());
        open_.pop_back();
        return Token::end;
    }
    if (!started_) {
        started_ = true;
        need(4);
        const std::string_view head(data_, std::min<std::size_t>(end_, 4));
        if (head.substr(0, 2) == "\xFE\xFF" || head.substr(0, 2) == "\xFF\xFE" ||
            (head.size() >= 2 && (head[0] == '\0' || head[1] == '\0')))
            throw Error(ErrorCode::unsupported, {file_, part_, 0, 0},
                        "the part is not in UTF-8; ask for the file saved again with Word or Excel");
        if (head.substr(0, 3) == "\xEF\xBB\xBF") position_ = 3;
    }
    for (;;) {
        if (position_ == end_ && !fill()) return finish();
        token_ = position_;
        if (data_[position_] != '<') {
            const Token token = take_text();
            if (!open_.empty()) return token;
            if (!is_blank(text_)) malformed("there is text outside the root element");
            continue;
        }
        Token token;
        if (take_markup(token)) return token;
    }
}

XmlLexer::Token XmlLexer::finish()
{
    token_ = position_;
    if (!open_.empty()) malformed("the part ends inside <" + excerpt(top_name(), 60) + ">");
    if (!root_seen_) malformed("the part has no root element");
    return Token::finished;
}

XmlLexer::Token XmlLexer::take_text()
{
    std::size_t from = 0;
    for (;;) {
        const char* start = data_ + position_;
        const std::size_t available = end_ - position_;
        const void* found = std::memchr(start + from, '<', available - from);
        const bool last = !found && exhausted_;
        if (found || last) {
            const std::size_t length =
                found ? static_cast<std::size_t>(static_cast<const char*>(found) - start) : available;
            const std::string_view raw(start, length);
            text_ = decoded(raw, text_buffer_);
            position_ += length;
            return Token::text;
        }
        from = available;
        fill();
    }
}

/// Handles one piece of markup; false when it was one that gives no token (comment, instruction).
bool XmlLexer::take_markup(Token& token)
{
    need(2);
    if (end_ - position_ < 2) malformed("a tag does not end");
    switch (data_[position_ + 1]) {
        case '/': token = take_end(find(">", 2, "an end tag")); return true;
        case '?': {
            const std::size_t end = find("?>", 2, "a processing instruction");
            const std::string_view inside(data_ + position_ + 2, end - position_ - 2);
            if (inside.substr(0, 4) == "xml " || inside.substr(0, 4) == "xml\n") check_declaration(inside);
            position_ = end + 2;
            return false;
        }
        case '!': {
            need(9);
            const std::string_view rest(data_ + position_, end_ - position_);
            if (rest.substr(0, 4) == "<!--") {
                position_ = find("-->", 4, "a comment") + 3;
                return false;
            }
            if (rest.substr(0, 9) == "<![CDATA[") {
                const std::size_t end = find("]]>", 9, "a CDATA section");
                text_ = std::string_view(data_ + position_ + 9, end - position_ - 9);
                if (!is_utf8(text_)) malformed("the text is not valid UTF-8");
                if (open_.empty()) malformed("there is text outside the root element");
                position_ = end + 3;
                token = Token::text;
                return true;
            }
            if (rest.substr(0, 9) == "<!DOCTYPE")
                malformed("the part has a DOCTYPE, which Word and Excel never write; it is not read");
            malformed("a tag begins with <!");
        }
        default: break;
    }
    while (!take_start(token))
        if (!fill()) malformed("a tag does not end");
    return true;
}

XmlLexer::Token XmlLexer::take_end(std::size_t close)
{
    std::string_view qualified(data_ + position_ + 2, close - position_ - 2);
    while (!qualified.empty() && is_space(qualified.back())) qualified.remove_suffix(1);
    if (open_.empty()) malformed("</" + excerpt(qualified, 60) + "> closes nothing");
    if (qualified != top_name())
        malformed("</" + excerpt(qualified, 60) + "> where </" + excerpt(top_name(), 60) + "> is due");
    position_ = close + 1;
    name_ = local_name(qualified);
    names_.resize(open_.back());
    open_.pop_back();
    return Token::end;
}

/// Reads a start tag; false when the window ends inside it.
bool XmlLexer::take_start(Token& token)
{
    const char* const begin = data_ + position_;
    const char* const end = data_ + end_;
    const char* at = begin + 1;
    while (at != end && !is_name_end(*at)) ++at;
    if (at == end) return false;
    const std::string_view qualified(begin + 1, static_cast<std::size_t>(at - begin - 1));
    if (qualified.empty()) malformed("a tag has no name");
    attributes_.clear();
    for (;;) {
        const char* const gap = at;
        while (at != end && is_space(*at)) ++at;
        if (at == end) return false;
        if (*at == '>' || *at == '/') break;
        if (at == gap) malformed("<" + excerpt(qualified, 60) + "> is written wrongly");
        const char* const name = at;
        while (at != end && !is_name_end(*at)) ++at;
        const std::string_view attribute(name, static_cast<std::size_t>(at - name));
        while (at != end && is_space(*at)) ++at;
        if (at == end) return false;
        if (*at != '=' || attribute.empty()) malformed("an attribute of <" + excerpt(qualified, 60) + "> has no value");
        ++at;
        while (at != end && is_space(*at)) ++at;
        if (at == end) return false;
        const char quote = *at;
        if (quote != '"' && quote != '\'') malformed("an attribute of <" + excerpt(qualified, 60) + "> has no quotes");
        ++at;
        const void* close = std::memchr(at, quote, static_cast<std::size_t>(end - at));
        if (!close) return false;
        const std::string_view raw(at, static_cast<std::size_t>(static_cast<const char*>(close) - at));
        if (raw.find('<') != std::string_view::npos)
            malformed("an attribute of <" + excerpt(qualified, 60) + "> has a < in it");
        if (attributes_.size() == limits_.xml_attributes)
            refuse("an element has more attributes than the limit of " + std::to_string(limits_.xml_attributes));
        // Namespace declarations are counted, but never asked for.
        attributes_.push_back({attribute.substr(0, 5) == "xmlns" ? attribute : local_name(attribute), raw});
        at = static_cast<const char*>(close) + 1;
    }
    if (*at == '/') {
        if (at + 1 == end) return false;
        if (at[1] != '>') malformed("<" + excerpt(qualified, 60) + "> is written wrongly");
        empty_element_ = true;
        ++at;
    }
    if (!source_) {
        // Whole parts go to another parser next, which looks at neither: nobody asks for the attributes here.
        const std::string_view tag(begin, static_cast<std::size_t>(at + 1 - begin));
        if (!is_utf8(tag)) malformed("the text is not valid UTF-8");
        if (tag.find('&') != std::string_view::npos)
            for (const Attribute& attribute : attributes_) decoded(attribute.raw, text_buffer_);
    }
    if (open_.empty() && root_seen_) malformed("there is a second root element");
    root_seen_ = true;
    if (open_.size() == limits_.xml_depth)
        refuse("elements are nested deeper than the limit of " + std::to_string(limits_.xml_depth));
    push_name(qualified);
    name_ = local_name(qualified);
    position_ += static_cast<std::size_t>(at + 1 - begin);
    token = Token::start;
    return true;
}

void XmlLexer::push_name(std::string_view qualified)
{
    open_.push_back(names_.size());
    names_ += qualified;
}

std::string_view XmlLexer::top_name() const
{
    return std::string_view(names_).substr(open_.back());
}

std::string_view XmlLexer::attribute_or(std::string_view local, std::string_view absent)
{
    for (const Attribute& attribute : attributes_) {
        if (attribute.name != local) continue;
        if (attribute_buffers_used_ == attribute_buffers_.size()) attribute_buffers_.emplace_back();
        return decoded(attribute.raw, attribute_buffers_[attribute_buffers_used_++]);
    }
    return absent;
}

bool XmlLexer::has_attribute(std::string_view local) const
{
    return std::any_of(attributes_.begin(), attributes_.end(),
                       [&](const Attribute& attribute) { return attribute.name == local; });
}

void XmlLexer::skip()
{
    const std::size_t outer = open_.size() - 1;
    while (next() != Token::end || open_.size() != outer) {
    }
}

void XmlLexer::read_text(std::string& text)
{
    const std::size_t outer = open_.size() - 1;
    for (;;) {
        const Token token = next();
        if (token == Token::text) text += text_;
        if (token == Token::end && open_.size() == outer) return;
    }
}

void XmlLexer::check_declaration(std::string_view declaration) const
{
    const auto at = declaration.find("encoding");
    if (at == std::string_view::npos) return;
    const auto quote = declaration.find_first_of("\"'", at);
    if (quote == std::string_view::npos) return;
    const auto close = declaration.find(declaration[quote], quote + 1);
    if (close == std::string_view::npos) return;
    std::string encoding(declaration.substr(quote + 1, close - quote - 1));
    for (char& c : encoding)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (encoding != "utf-8" && encoding != "utf8" && encoding != "us-ascii" && encoding != "ascii")
        throw Error(ErrorCode::unsupported, {file_, part_, 0, 0},
                    "the part is not in UTF-8; ask for the file saved again with Word or Excel");
}

std::string_view XmlLexer::decoded(std::string_view raw, std::string& into) const
{
    if (!is_utf8(raw)) malformed("the text is not valid UTF-8");
    if (!has_either(raw, '&', '\r')) return raw;
    into.clear();
    for (std::size_t at = 0; at < raw.size();) {
        std::size_t special = at;
        while (special < raw.size() && raw[special] != '&' && raw[special] != '\r') ++special;
        into.append(raw, at, special - at);
        at = special;
        if (at == raw.size()) break;
        if (raw[at] == '\r') {
            into += '\n';
            at += at + 1 < raw.size() && raw[at + 1] == '\n' ? 2 : 1;
            continue;
        }
        const std::size_t close = raw.find(';', at);
        if (close == std::string_view::npos || close - at > 12) malformed("there is an & that begins no entity");
        const std::string_view entity = raw.substr(at + 1, close - at - 1);
        at = close + 1;
        if (entity == "amp")
            into += '&';
        else if (entity == "lt")
            into += '<';
        else if (entity == "gt")
            into += '>';
        else if (entity == "quot")
            into += '"';
        else if (entity == "apos")
            into += '\'';
        else if (entity.size() > 1 && entity[0] == '#') {
            const bool hex = entity[1] == 'x';
            std::uint32_t code = 0;
            std::size_t digits = 0;
            for (const char c : entity.substr(hex ? 2 : 1)) {
                std::uint32_t digit = 16;
                if (c >= '0' && c <= '9')
                    digit = static_cast<std::uint32_t>(c - '0');
                else if (hex && c >= 'a' && c <= 'f')
                    digit = static_cast<std::uint32_t>(c - 'a' + 10);
                else if (hex && c >= 'A' && c <= 'F')
                    digit = static_cast<std::uint32_t>(c - 'A' + 10);
                if (digit == 16) malformed("&" + std::string(entity) + "; is no character");
                code = std::min<std::uint32_t>(code * (hex ? 16 : 10) + digit, 0x110000);
                ++digits;
            }
            if (digits == 0) malformed("&" + std::string(entity) + "; is no character");
            append_utf8(into, code);
        }
        else {
            malformed("&" + std::string(entity) + "; is no entity of XML");
        }
    }
    return into;
}

void XmlLexer::malformed(const std::string& what) const
{
    const std::size_t at = std::min(token_, end_);
    const std::string_view before(data_, at);
    const auto newline = before.rfind('\n');
    const auto lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    const std::size_t column = newline == std::string_view::npos ? column_before_ + at : at - newline - 1;
    throw Error(ErrorCode::malformed,
                {file_, part_, static_cast<int>(lines_before_ + lines + 1), static_cast<int>(column + 1)}, what);
}

void XmlLexer::refuse(const std::string& what) const
{
    throw Error(ErrorCode::limit_exceeded, {file_, part_, 0, 0}, what);
}

}  // namespace samsvar::archive
