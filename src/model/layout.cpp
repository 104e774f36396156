#include "model/layout.h"

namespace samsvar::model {

const char* name_of(RegionKind kind)
{
    return kind == RegionKind::rows ? "rows" : "slots";
}

}  // namespace samsvar::model
