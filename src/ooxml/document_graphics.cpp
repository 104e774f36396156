#include "ooxml/document_graphics.h"

#include "archive/xml_tree.h"
#include "base/error.h"
#include "ooxml/document_walk.h"
#include "ooxml/drawing_texts.h"

namespace samsvar::ooxml {

namespace {

constexpr std::size_t limit = 2000;  // of each kind in one paragraph

void add(std::vector<std::string>& list, std::string_view text)
{
    if (!text.empty() && list.size() < limit) list.push_back(excerpt(text, 4096));
}

void add_description(XmlNode node, Graphics& found)
{
    // The same picture is often described on its frame and on itself.
    std::string_view text = attribute(node, "descr");
    if (text.empty()) text = attribute(node, "alt");
    if (!text.empty() && (found.descriptions.empty() || found.descriptions.back() != excerpt(text, 4096)))
        add(found.descriptions, text);
}

void add_aside(DocumentContext& context, std::string text, const std::string& path, model::UnitId anchor)
{
    model::Aside aside;
    aside.kind = model::UnitKind::text_box;
    aside.anchor = anchor;
    aside.paragraph.text = std::move(text);
    aside.paragraph.unit = context.draft.unit(model::UnitKind::text_box, context.part, path, false, false);
    context.draft.document.asides.push_back(std::move(aside));
}

void read_part(DocumentContext& context, const std::string& id, const char* what, const char* name, int number,
               const std::string& path, model::UnitId anchor, std::string (*text_of)(pugi::xml_node))
{
    const Relationship* relationship = context.package.by_id(context.part, id);
    std::string text;
    if (relationship && !relationship->external && context.package.has(relationship->target)) {
        if (!context.drawn.insert(relationship->target).second) return;
        try {
            const XmlTree tree(context.package, relationship->target);
            text = text_of(tree.root());
        }
        catch (const Error& error) {
            if (error.code() == ErrorCode::limit_exceeded) throw;
        }
    }
    if (text.empty())
        context.problem(path, std::string(what) + " is not read");
    else
        add_aside(context, std::move(text), (path.empty() ? "" : path + '/') + name + std::to_string(number), anchor);
}

}  // namespace

void find_graphics(XmlNode node, Graphics& found)
{
    for (const XmlNode next : node.children()) {
        if (!next.is_element()) continue;
        const std::string_view name = local_name(next);
        if (name == "txbxContent") {
            if (found.text_boxes.size() < limit) found.text_boxes.push_back(next);
            continue;
        }
        if (name == "AlternateContent") {
            find_graphics(chosen_alternative(next), found);
            continue;
        }
        if (name == "chart")
            add(found.charts, attribute(next, "id"));
        else if (name == "relIds")
            add(found.diagrams, attribute(next, "dm"));
        else if (name == "pic" || name == "imagedata")
            found.picture = true;
        else if (name == "graphicData") {
            const std::string_view kind = attribute(next, "uri");
            if (kind.ends_with("/picture")) found.picture = true;
            if ((kind.ends_with("/chart") || kind.ends_with("/chartex")) && !child(next, "chart"))
                found.problems.emplace_back("a chart is not read");
            if (kind.ends_with("/diagram") && !child(next, "relIds"))
                found.problems.emplace_back("a diagram (SmartArt) is not read");
        }
        else if (name == "OLEObject")
            found.problems.push_back("an embedded object (" + excerpt(attribute(next, "ProgID"), 60) + ") is not read");
        else if (name == "control")
            found.problems.push_back(
                "an ActiveX control" +
                (attribute(next, "name").empty() ? std::string() : " '" + excerpt(attribute(next, "name"), 60) + '\'') +
                " is not read");
        else if (name == "textpath") {
            // WordArt: decoration, usually a watermark.
            if (const std::string_view text = attribute(next, "string"); !text.empty())
                found.problems.push_back("decorative text is not read: '" + excerpt(text, 100) + "'");
        }
        else if (name == "docPr" || name == "cNvPr" || name == "shape")
            add_description(next, found);
        find_graphics(next, found);
    }
}

void read_graphics(DocumentContext& context, const Graphics& graphics, const std::string& path, model::UnitId anchor)
{
    int number = 0;
    for (const std::string& id : graphics.charts)
        read_part(context, id, "a chart", "chart", ++number, path, anchor, chart_text);
    number = 0;
    for (const std::string& id : graphics.diagrams)
        read_part(context, id, "a diagram (SmartArt)", "diagram", ++number, path, anchor, diagram_text);
    number = 0;
    for (const std::string& text : graphics.descriptions)
        if (text.find_first_not_of(" \t\n") != std::string::npos)
            add_aside(context, text, (path.empty() ? "" : path + '/') + "picture" + std::to_string(++number), anchor);
}

}  // namespace samsvar::ooxml
