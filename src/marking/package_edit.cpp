#include "marking/package_edit.h"

#include <algorithm>

#include "archive/xml_lexer.h"
#include "archive/zip_writer.h"
#include "base/error.h"

namespace samsvar::marking {

namespace {

constexpr const char* content_types = "[Content_Types].xml";
constexpr const char* declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr int compression = 6;

/// As the source's folder sees it, where it lies below; else from the root.
std::string relative_target(const std::string& source, const std::string& target)
{
    const std::string folder = source.substr(0, source.rfind('/') + 1);
    if (target.starts_with(folder)) return target.substr(folder.size());
    return '/' + target;
}

}  // namespace

PackageEdit::PackageEdit(std::string_view bytes, const std::string& file, const Limits& limits)
    : bytes_(bytes), package_(bytes, file, limits, archive::Threads::one)
{
}

void PackageEdit::check_form(const std::string& part, const std::string& text) const
{
    archive::XmlLexer lexer(text, package_.file(), part, package_.limits());
    while (lexer.next() != archive::XmlLexer::Token::finished) {
    }
}

const std::string& PackageEdit::text(const std::string& part, Check check)
{
    if (const auto own = added_.find(part); own != added_.end()) return own->second;
    const std::string name = package_.stored_name(part);
    if (const auto known = parts_.find(name); known != parts_.end() && !name.empty()) return known->second.text;
    Part read{package_.read(part), check, false};
    if (check == Check::well_formed) check_form(part, read.text);
    if (read.text.size() != package_.size(part))
        notices_.push_back(part + " was in another encoding and is now in UTF-8");
    return parts_.emplace(name, std::move(read)).first->second.text;
}

void PackageEdit::edit(const std::string& part, std::vector<archive::TextEdit> edits)
{
    if (edits.empty()) return;
    if (const auto own = added_.find(part); own != added_.end()) {
        own->second = archive::edited(own->second, std::move(edits));
        return;
    }
    Part& changed = parts_.at(package_.stored_name(part));
    changed.text = archive::edited(changed.text, std::move(edits));
    changed.changed = true;
}

void PackageEdit::add(const std::string& part, std::string content, const std::string& type)
{
    added_.emplace(part, std::move(content));
    order_.push_back(part);
    if (type.empty() || package_.content_type(part) == type) return;
    const std::string& types = text(content_types);
    // A part that is named, but was not there, may be declared already.
    const archive::ElementSpan root = archive::root_of(types);
    const std::string name(root.prefix());
    std::vector<archive::TextEdit> edits;
    for (const archive::ElementSpan& one : archive::children_of(types, root))
        if (archive::local_name(one.name) == "Override" &&
            ascii_lower(archive::attribute_of(types, one, "PartName")) == '/' + ascii_lower(part))
            edits.push_back({one.begin, one.end - one.begin, ""});
    edits.push_back(archive::append_to(
        root, "<" + name + "Override PartName=\"/" + archive::escaped_xml(part) + "\" ContentType=\"" + type + "\"/>"));
    edit(content_types, std::move(edits));
}

std::string PackageEdit::free_name(const std::string& stem, const std::string& ending) const
{
    for (int number = 1;; ++number) {
        std::string name = stem + std::to_string(number) + ending;
        if (!has(name)) return name;
    }
}

void PackageEdit::know_extension(const std::string& extension, const std::string& type)
{
    if (package_.content_type("x." + extension) == type) return;
    const std::string& types = text(content_types);
    const archive::ElementSpan root = archive::root_of(types);
    for (const archive::ElementSpan& one : archive::children_of(types, root))
        if (archive::local_name(one.name) == "Default" &&
            ascii_lower(archive::attribute_of(types, one, "Extension")) == extension)
            return;
    edit(content_types, {archive::append_to(root, "<" + std::string(root.prefix()) + "Default Extension=\"" +
                                                      extension + "\" ContentType=\"" + type + "\"/>")});
}

std::string PackageEdit::relate(const std::string& source, const std::string& type, const std::string& target)
{
    std::vector<std::string>& ours = ids_[source];
    std::string id;
    for (std::size_t number = package_.relationships(source).size() + ours.size() + 1;; ++number) {
        id = "rId" + std::to_string(number);
        if (!package_.by_id(source, id) && std::find(ours.begin(), ours.end(), id) == ours.end()) break;
    }
    ours.push_back(id);
    const std::string part = ooxml::relationships_part(source);
    const std::string attributes = "Id=\"" + id + "\" Type=\"" + type + "\" Target=\"" +
                                   archive::escaped_xml(relative_target(source, target)) + "\"/>";
    if (has(part)) {
        const archive::ElementSpan root = archive::root_of(text(part));
        edit(part, {archive::append_to(root, "<" + std::string(root.prefix()) + "Relationship " + attributes)});
    }
    else {
        add(part,
            std::string(declaration) +
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship " +
                attributes + "</Relationships>",
            "application/vnd.openxmlformats-package.relationships+xml");
    }
    return id;
}

std::string PackageEdit::finish()
{
    archive::ZipWriter zip;
    const auto write = [&](const std::string& name, const std::string& content, Check check) {
        if (check == Check::well_formed) check_form(name, content);
        zip.add(name, archive::deflate(content, compression));
    };
    for (const archive::ZipEntry& entry : archive::read_zip_directory(bytes_, package_.file(), package_.limits())) {
        const auto part = parts_.find(entry.name);
        if (part != parts_.end() && part->second.changed)
            write(entry.name, part->second.text, part->second.check);
        else
            zip.copy(bytes_, entry);
    }
    for (const std::string& name : order_)
        write(name, added_.at(name), name.ends_with(".vml") ? Check::none : Check::well_formed);
    return zip.finish();
}

}  // namespace samsvar::marking
