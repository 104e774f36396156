#include "archive/paragraph_text.h"

#include <algorithm>

#include "archive/xml_lexer.h"
#include "base/error.h"

namespace samsvar::archive {

namespace {

bool is_white(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

}  // namespace

bool is_blank_text(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_white(text[i])) continue;
        // No-break space, and the en spaces that stand in an empty form field.
        if (text.compare(i, 2, "\xC2\xA0") == 0)
            i += 1;
        else if (text.compare(i, 3, "\xE2\x80\x82") == 0)
            i += 2;
        else
            return false;
    }
    return true;
}

std::size_t solid_bytes(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !is_white(c); }));
}

void ParagraphText::add(model::Paragraph& paragraph, std::string_view text, const TextLook& look,
                        const Archive& archive, const std::string& part)
{
    std::string& whole = paragraph.text;
    if (whole.size() + text.size() > archive.limits().paragraph_bytes)
        throw Error(ErrorCode::limit_exceeded, {archive.file(), part, 0, 0},
                    "a paragraph has more text than the limit of " +
                        std::to_string(archive.limits().paragraph_bytes) + " bytes");
    if (!watched && (look.hidden || look.struck || look.placeholder)) watch(paragraph);
    whole += text;
    if (!watched) return;
    const std::size_t more = solid_bytes(text);
    solid += more;
    if (look.struck) solid_struck += more, struck += text;
    if (look.hidden)
        solid_hidden += more, hidden += text;
    else
        visible += text;
    if (look.placeholder) solid_placeholder += more;
}

void ParagraphText::watch(const model::Paragraph& paragraph)
{
    if (watched) return;
    watched = true;
    visible = paragraph.text;
    solid = solid_bytes(visible);
}

void ParagraphText::settle(model::Paragraph& paragraph, std::vector<std::string>& problems)
{
    if (solid > 0) {
        paragraph.marks.hidden = solid_hidden == solid;
        paragraph.marks.struck = solid_struck == solid;
        paragraph.marks.placeholder = solid_placeholder == solid;
    }
    if (solid_hidden > 0 && !paragraph.marks.hidden) {
        problems.push_back("part of the text is hidden and not read: '" + excerpt(hidden, 300) + "'");
        if (!changed) original = visible;
        paragraph.text = visible;
    }
    if (solid_struck > 0 && !paragraph.marks.struck)
        problems.push_back("part of the text is struck through: '" + excerpt(struck, 300) + "'");
    if (changed && original != paragraph.text) paragraph.original = original;
}

}  // namespace samsvar::archive
