#include "ooxml/open.h"

#include "base/error.h"
#include "base/files.h"
#include "ooxml/document.h"
#include "ooxml/file_kind.h"
#include "ooxml/package.h"
#include "ooxml/workbook.h"
#include "archive/xml_tree.h"

namespace samsvar::ooxml {

namespace {

std::string text_below(pugi::xml_node node)
{
    return node ? std::string(node.text().get()) : std::string();
}

/// Title, program and time of change; a broken property part is a problem, not a reason to refuse the answers.
void read_properties(const Package& package, Draft& draft)
{
    const auto read = [&](std::string_view type, const auto& take) {
        const Relationship* relationship = package.related({}, type);
        if (!relationship || !package.has(relationship->target)) return;
        try {
            const XmlTree tree(package, relationship->target);
            take(tree.root());
        }
        catch (const Error& error) {
            if (error.code() == ErrorCode::limit_exceeded) throw;
            draft.problem(relationship->target, {}, "the document's properties cannot be read: " + error.message());
        }
    };
    read("core-properties", [&](pugi::xml_node root) {
        draft.document.title = text_below(child(root, "title"));
        draft.document.modified = text_below(child(root, "modified"));
    });
    read("extended-properties",
         [&](pugi::xml_node root) { draft.document.program = text_below(child(root, "Application")); });
}

}  // namespace

model::Document open_bytes(std::string_view bytes, const std::string& file, const Limits& limits)
{
    const Package package(bytes, file, limits);
    const MainPart main = find_main_part(package);
    Draft draft(file, limits);
    draft.document.kind = main.kind;
    read_properties(package, draft);
    if (main.kind == model::FileKind::docx)
        read_document(package, main.part, draft);
    else
        read_workbook(package, main.part, draft);
    return draft.finish();
}

model::Document open(const std::filesystem::path& path, const Limits& limits)
{
    const std::string bytes = read_file(path, limits.file_bytes);
    return open_bytes(bytes, path.filename().string(), limits);
}

}  // namespace samsvar::ooxml
