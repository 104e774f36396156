#pragma once

#include "base/bytes.h"
#include "model/lexicon.h"

namespace samsvar::catalog {

/// A lexicon as bytes, and the same lexicon again; see base/bytes.h.
void write(const model::Lexicon& lexicon, BytesWriter& into);
model::Lexicon read_lexicon(BytesReader& from);

}  // namespace samsvar::catalog
