#include "odf/document.h"

#include "archive/xml_tree.h"
#include "base/error.h"
#include "odf/blocks.h"
#include "odf/context.h"

namespace samsvar::odf {

namespace {

/// What tracked changes took out and put in, by their ids (ODF 1.3 part 3, 5.5).
void read_changes(TextContext& context, pugi::xml_node changes)
{
    for (const pugi::xml_node region : changes.children()) {
        const std::string id(attribute(region, "id"));
        if (child(region, "insertion")) context.insertions.insert(id);
        if (const pugi::xml_node deletion = child(region, "deletion")) context.deletions.emplace(id, deletion);
    }
}

void read_page_headers(TextContext& context)
{
    if (!context.archive.has(styles_part)) return;
    context.part = styles_part;
    const XmlTree tree(context.archive, context.part, XmlTree::Blanks::all);
    int headers = 0;
    int footers = 0;
    for (const pugi::xml_node page : child(tree.root(), "master-styles").children())
        for (const pugi::xml_node part : page.children()) {
            const std::string_view name = local_name(part);
            if (name.starts_with("header"))
                read_aside_blocks(context, part, model::UnitKind::header_footer, numbered({}, "header", ++headers),
                                  model::no_unit);
            else if (name.starts_with("footer"))
                read_aside_blocks(context, part, model::UnitKind::header_footer, numbered({}, "footer", ++footers),
                                  model::no_unit);
        }
}

}  // namespace

void read_text_document(const Archive& archive, Draft& draft)
{
    Styles styles;
    styles.read_part(archive, styles_part);
    styles.read_part(archive, content_part);
    Forms forms;
    forms.read_part(archive, content_part);
    TextContext context{archive, draft, styles, forms, content_part, Labels(styles), {}, {}, {}, 0, 0, 0, 0, 0, 0};
    {
        const XmlTree tree(archive, content_part, XmlTree::Blanks::all);
        const pugi::xml_node body = child(child(tree.root(), "body"), "text");
        if (!body)
            throw Error(ErrorCode::malformed, {archive.file(), content_part, 0, 0},
                        "the content has no text; ask for the file to be sent again");
        read_changes(context, child(body, "tracked-changes"));
        draft.document.blocks = read_body(context, body);
        context.deletions.clear();
    }
    read_page_headers(context);
}

}  // namespace samsvar::odf
