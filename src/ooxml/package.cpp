#include "ooxml/package.h"

#include "base/error.h"

namespace samsvar::ooxml {

namespace {

constexpr const char* content_types_part = "[Content_Types].xml";

/// Last segment of a type URI.
std::string last_segment(std::string_view uri)
{
    return std::string(uri.substr(uri.rfind('/') + 1));
}

}  // namespace

std::string relationships_part(std::string_view part)
{
    const auto slash = part.rfind('/');
    const std::string_view folder = slash == std::string_view::npos ? "" : part.substr(0, slash + 1);
    return std::string(folder) + "_rels/" + std::string(part.substr(folder.size())) + ".rels";
}

std::string resolve_target(std::string_view source, std::string_view target)
{
    std::string whole;
    if (target.empty() || (target.front() != '/' && target.front() != '\\')) {
        const auto slash = source.rfind('/');
        if (slash != std::string_view::npos) whole = source.substr(0, slash + 1);
    }
    whole += target.substr(0, target.find('#'));
    std::vector<std::string_view> segments;
    const std::string_view view(whole);
    for (std::size_t at = 0; at <= view.size();) {
        const std::size_t end = std::min(view.find_first_of("/\\", at), view.size());
        const std::string_view segment = view.substr(at, end - at);
        if (segment == "..") {
            if (!segments.empty()) segments.pop_back();
        }
        else if (!segment.empty() && segment != ".") {
            segments.push_back(segment);
        }
        at = end + 1;
    }
    std::string resolved;
    for (const std::string_view segment : segments) {
        if (!resolved.empty()) resolved += '/';
        resolved += segment;
    }
    return resolved;
}

Package::Package(std::string_view bytes, const std::string& file, const Limits& limits, Threads threads)
    : Archive(bytes, file, limits, threads)
{
    if (has(content_types_part)) read_content_types();
}

void Package::read_content_types()
{
    const std::string content = read(content_types_part);
    const std::string part = content_types_part;
    XmlLexer lexer(content, file(), part, limits());
    for (auto token = lexer.next(); token != XmlLexer::Token::finished; token = lexer.next()) {
        if (token != XmlLexer::Token::start) continue;
        if (lexer.name() == "Default")
            default_types_.emplace(ascii_lower(lexer.attribute("Extension")), lexer.attribute("ContentType"));
        else if (lexer.name() == "Override")
            override_types_.emplace(ascii_lower(resolve_target({}, lexer.attribute("PartName"))),
                                    lexer.attribute("ContentType"));
    }
}

std::string Package::content_type(std::string_view part) const
{
    const std::string name = ascii_lower(part);
    if (const auto found = override_types_.find(name); found != override_types_.end()) return found->second;
    const auto dot = name.rfind('.');
    if (dot == std::string::npos) return {};
    const auto found = default_types_.find(name.substr(dot + 1));
    return found == default_types_.end() ? std::string() : found->second;
}

const std::vector<Relationship>& Package::relationships(const std::string& part) const
{
    if (const auto known = relationships_.find(part); known != relationships_.end()) return known->second;
    std::vector<Relationship> list;
    const std::string name = relationships_part(part);
    if (has(name)) {
        const std::string content = read(name);
        XmlLexer lexer(content, file(), name, limits());
        for (auto token = lexer.next(); token != XmlLexer::Token::finished; token = lexer.next()) {
            if (token != XmlLexer::Token::start || lexer.name() != "Relationship") continue;
            Relationship relationship;
            relationship.id = lexer.attribute("Id");
            relationship.type = last_segment(lexer.attribute("Type"));
            relationship.external = lexer.attribute("TargetMode") == "External";
            // Copied wherever it is used; longer ones are no addresses.
            const std::string target = excerpt(lexer.attribute("Target"), 4096);
            relationship.target = relationship.external ? target : resolve_target(part, target);
            list.push_back(std::move(relationship));
        }
    }
    return relationships_.emplace(part, std::move(list)).first->second;
}

const Relationship* Package::related(const std::string& part, std::string_view type) const
{
    for (const Relationship& relationship : relationships(part))
        if (relationship.type == type && !relationship.external) return &relationship;
    return nullptr;
}

const Relationship* Package::by_id(const std::string& part, std::string_view id) const
{
    for (const Relationship& relationship : relationships(part))
        if (relationship.id == id) return &relationship;
    return nullptr;
}

}  // namespace samsvar::ooxml
