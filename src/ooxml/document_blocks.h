#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "archive/xml_node.h"
#include "model/document.h"
#include "ooxml/document_context.h"

namespace samsvar::ooxml {

/// What an element at block level is to a reader, by its local name.
enum class BlockKind {
    paragraph,  ///< w:p, and what stands where one is due: an equation, or a run against the schema
    table,
    control,      ///< w:sdt: its w:sdtContent is looked into
    alternative,  ///< mc:AlternateContent: chosen_alternative() is looked into
    other_file,   ///< altChunk, subDoc
    nothing,      ///< properties and marks
    container,    ///< anything else: looked into
};
BlockKind block_kind(std::string_view local);

/// Reads the block-level content of w:body into model blocks with units; text boxes become asides.
std::vector<model::Block> read_body(DocumentContext& context, XmlNode body);

/// Reads block-level content that stands beside the flow (text boxes, headers): every paragraph becomes an aside of
/// `kind` with a path below `path`; tables in it are read cell by cell.
void read_aside_blocks(DocumentContext& context, XmlNode container, model::UnitKind kind,
                       const std::string& path, model::UnitId anchor);

/// All text of block-level content joined by \n into one paragraph: the body of a comment or note.
model::Paragraph read_joined(DocumentContext& context, XmlNode container, const std::string& path);

}  // namespace samsvar::ooxml
