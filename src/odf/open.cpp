#include "odf/open.h"

#include "odf/document.h"
#include "odf/package.h"
#include "odf/workbook.h"

namespace samsvar::odf {

model::Document open_bytes(std::string_view bytes, const std::string& file, const Limits& limits)
{
    const Archive archive(bytes, file, limits);
    Draft draft(file, limits);
    draft.document.kind = kind_of(archive);
    read_properties(archive, draft);
    if (draft.document.kind == model::FileKind::odt)
        read_text_document(archive, draft);
    else
        read_workbook(archive, draft);
    return draft.finish();
}

}  // namespace samsvar::odf
