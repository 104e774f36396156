#include "ooxml/document.h"

#include <algorithm>

#include "base/error.h"
#include "ooxml/document_blocks.h"
#include "ooxml/document_context.h"
#include "archive/element_tree.h"

namespace samsvar::ooxml {

namespace {

/// Reads the notes of a part as asides anchored where the body refers to them.
void read_notes(DocumentContext& context, const std::string& main, const char* relationship_type, const char* element,
                model::UnitKind kind)
{
    const Relationship* relationship = context.package.related(main, relationship_type);
    if (!relationship || !context.package.has(relationship->target)) return;
    context.part = relationship->target;
    context.fields.clear();
    const ElementTree tree(context.package, relationship->target);
    int number = 0;
    for (const XmlNode note : tree.root().children()) {
        if (local_name(note) != element) continue;
        const std::string_view type = attribute(note, "type", "normal");
        if (type != "normal") continue;  // the lines that separate notes from the text
        const std::string path = element + std::to_string(++number);
        model::Aside aside;
        aside.kind = kind;
        aside.author = attribute(note, "author");
        aside.paragraph = read_joined(context, note, path);
        const bool empty = aside.paragraph.text.find_first_not_of(" \t\n") == std::string::npos;
        aside.paragraph.unit = context.draft.unit(kind, context.part, path, false, empty);
        const auto anchor = context.anchors.find(std::string(element) + ' ' + std::string(attribute(note, "id")));
        if (anchor != context.anchors.end()) aside.anchor = anchor->second;
        context.draft.document.asides.push_back(std::move(aside));
    }
}

void read_headers(DocumentContext& context, const std::string& main)
{
    std::vector<std::string> seen;
    for (const Relationship& relationship : context.package.relationships(main)) {
        if ((relationship.type != "header" && relationship.type != "footer") || relationship.external) continue;
        if (!context.package.has(relationship.target)) continue;
        if (std::find(seen.begin(), seen.end(), relationship.target) != seen.end()) continue;
        seen.push_back(relationship.target);
        context.part = relationship.target;
        context.fields.clear();
        const ElementTree tree(context.package, relationship.target);
        read_aside_blocks(context, tree.root(), model::UnitKind::header_footer, {}, model::no_unit);
    }
}

/// What the document points to outside itself, besides links in its text, is told and never opened.
void report_external(const Package& package, const std::string& main, Draft& draft)
{
    for (const std::string& part : {main, std::string("word/settings.xml")})
        for (const Relationship& relationship : package.relationships(part))
            if (relationship.external && relationship.type != "hyperlink")
                draft.problem(part, {},
                              "the document points to " + excerpt(relationship.target, 300) + " (" + relationship.type +
                                  "), which is not followed");
}

}  // namespace

void read_document(const Package& package, const std::string& main, Draft& draft)
{
    DocumentContext context{package, draft, main, {}, {}, {}, {}};
    if (const Relationship* styles = package.related(main, "styles"); styles && package.has(styles->target))
        context.styles = DocumentStyles(package, styles->target);
    if (const Relationship* numbering = package.related(main, "numbering"); numbering && package.has(numbering->target))
        context.numbering = Numbering(package, numbering->target, context.styles);
    {
        const ElementTree tree(package, main);
        const XmlNode body = child(tree.root(), "body");
        if (local_name(tree.root()) != "document" || !body)
            throw Error(ErrorCode::malformed, {package.file(), main, 0, 0}, "the main part has no document body");
        draft.document.blocks = read_body(context, body);
    }
    read_notes(context, main, "footnotes", "footnote", model::UnitKind::footnote);
    read_notes(context, main, "endnotes", "endnote", model::UnitKind::footnote);
    read_notes(context, main, "comments", "comment", model::UnitKind::comment);
    read_headers(context, main);
    report_external(package, main, draft);
}

}  // namespace samsvar::ooxml
