#include "store/json_stream.h"

#include "base/error.h"

namespace samsvar::store {

namespace {

// A piece of a file is the largest record: a megabyte, as base64.
constexpr std::size_t record_most = 16u << 20;
constexpr int depth_most = 16;
constexpr int end = std::istream::traits_type::eof();

}  // namespace

JsonStream::JsonStream(std::istream& in) : in_(in)
{
    expect('{');
}

void JsonStream::fail(const std::string& what) const
{
    throw Error(ErrorCode::malformed, {"import", {}, static_cast<int>(line_), 0}, what);
}

int JsonStream::take()
{
    const int sign = in_.get();
    if (sign == '\n') ++line_;
    return sign;
}

int JsonStream::peek()
{
    for (;;) {
        const int sign = in_.peek();
        if (sign != ' ' && sign != '\n' && sign != '\r' && sign != '\t') return sign;
        take();
    }
}

void JsonStream::expect(char sign)
{
    if (peek() != sign)
        fail(std::string(peek() == end ? "the document ends here" : "something else stands here") + " where '" + sign +
             "' is expected; is it an export of a register, and whole?");
    take();
}

std::string JsonStream::string()
{
    expect('"');
    std::string text;
    for (int sign = take(); sign != '"'; sign = take()) {
        if (sign == end || sign == '\\' || text.size() > 100) fail("this is no name of a part of a register");
        text += static_cast<char>(sign);
    }
    return text;
}

bool JsonStream::next_name(std::string& name)
{
    if (peek() == '}') {
        take();
        if (peek() != end) fail("something stands behind the end of the document");
        return false;
    }
    if (!first_name_) expect(',');
    first_name_ = false;
    name = string();
    expect(':');
    in_list_ = false;
    return true;
}

std::string JsonStream::record()
{
    if (peek() != '{') fail("a record is expected here");
    std::string text;
    int depth = 0;
    bool quoted = false;
    do {
        const int sign = take();
        if (sign == end) fail("the document ends within a record; it is not whole");
        if (text.size() >= record_most)
            throw Error(ErrorCode::limit_exceeded, {"import", {}, static_cast<int>(line_), 0},
                        "a record is larger than 16 MiB; this is no export of a register");
        text += static_cast<char>(sign);
        if (quoted) {
            if (sign == '\\') {
                const int escaped = take();
                if (escaped == end) fail("the document ends within a record; it is not whole");
                text += static_cast<char>(escaped);
            }
            quoted = sign != '"';
        }
        else if (sign == '"')
            quoted = true;
        else if (sign == '{' || sign == '[') {
            if (++depth > depth_most) fail("a record is nested deeper than any of a register");
        }
        else if (sign == '}' || sign == ']')
            --depth;
    } while (depth > 0);
    return text;
}

bool JsonStream::next_record(std::string& record_text)
{
    if (!in_list_) {
        expect('[');
        in_list_ = true;
        if (peek() == ']') {
            take();
            return false;
        }
    }
    else {
        if (peek() == ']') {
            take();
            return false;
        }
        expect(',');
    }
    record_text = record();
    return true;
}

}  // namespace samsvar::store
