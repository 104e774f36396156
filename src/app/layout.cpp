#include "app/layout.h"

#include "base/error.h"
#include "intake/from_layout.h"
#include "layout/infer.h"

namespace samsvar::app {

model::Layout layout_said_by(const Library& library, const std::string& form, const model::Document& document,
                             const layout::Words& words)
{
    const model::Form said = library.form(form);
    if (said.regions.empty())
        throw Error(ErrorCode::unsupported, {said.origin.file, {}, said.origin.line, 0},
                    "the <layout> holds no <region>; samsvar form draft FILE writes one to start from");
    return layout::read_as(document, intake::layout_of(document, said), words);
}

}  // namespace samsvar::app
