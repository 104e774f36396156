#include "oscal/names.h"

#include <algorithm>

#include "base/error.h"
#include "base/files.h"
#include "xml/content.h"

namespace samsvar::oscal {

bool is_oscal(const xml::Element& root)
{
    return root.name_space == name_space;
}

void require_model(const xml::Element& root, std::string_view name)
{
    if (is_oscal(root) && root.name == name) return;
    throw Error(ErrorCode::unsupported, root.location(),
                "not an OSCAL " + std::string(name) + "; the root must be <" + std::string(name) + " xmlns=\"" +
                    std::string(name_space) + "\">, it is <" + root.name + " xmlns=\"" + root.name_space + "\">");
}

std::string token_of(std::string_view id)
{
    // OSCAL token: a letter or _, then letters, digits, . - and _; letters beyond ASCII are letters here.
    const auto letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
    };
    const auto rest = [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '.' || c == '-'; };
    std::string token(id);
    std::replace_if(
        token.begin(), token.end(), [&](char c) { return !rest(c); }, '_');
    if (token.empty() || !letter(token.front())) token.insert(0, "_");
    return token;
}

std::string uuid_of(std::string_view what)
{
    std::string hex = sha256(what).substr(0, 32);
    hex[12] = '5';
    constexpr std::string_view variants = "89ab";
    constexpr std::string_view digits = "0123456789abcdef";
    hex[16] = variants[digits.find(hex[16]) % variants.size()];
    for (const std::size_t at : {20u, 16u, 12u, 8u}) hex.insert(at, "-");
    return hex;
}

namespace {

void append_flat(const xml::Element& element, std::string& text)
{
    xml::in_order(
        element, [&](std::string_view piece) { text += piece; },
        [&](const xml::Element& child) { append_flat(child, text); });
}

}  // namespace

std::string flat_text(const xml::Element& element)
{
    xml::Element folded;
    append_flat(element, folded.text);
    return folded.trimmed_text();
}

}  // namespace samsvar::oscal
