#pragma once

#include <string>
#include <vector>

#include "archive/xml_node.h"
#include "ooxml/document_context.h"

namespace samsvar::ooxml {

/// What stands in the drawings of a paragraph.
struct Graphics {
    std::vector<XmlNode> text_boxes;         ///< w:txbxContent
    std::vector<std::string> charts;         ///< relationships of chart parts
    std::vector<std::string> diagrams;       ///< relationships of diagram data parts
    std::vector<std::string> descriptions;   ///< alternative texts of pictures
    std::vector<std::string> problems;       ///< what is not read
    bool picture = false;
};

/// Adds what stands in a w:drawing, w:pict or w:object.
void find_graphics(XmlNode node, Graphics& found);

/// The texts of charts and diagrams and the descriptions of pictures, as asides below `path`, anchored at `anchor`. A
/// part that cannot be read is a problem.
void read_graphics(DocumentContext& context, const Graphics& graphics, const std::string& path, model::UnitId anchor);

}  // namespace samsvar::ooxml
