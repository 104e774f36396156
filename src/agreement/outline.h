#pragma once

#include "model/agreement.h"
#include "model/document.h"

namespace samsvar::agreement {

/// Takes an agreement apart: headings by style, by automatic and by typed numbers, or by being short and alone;
/// numbered paragraphs, items of lists with what they go on from, annexes, tables. Every unit of the document is in the
/// ledger. Throws Error(unsupported) for workbooks, which hold no agreement, and Error(limit_exceeded) beyond
/// most_passages.
model::Agreement read_outline(const model::Document& document);

inline constexpr std::size_t most_passages = 20'000;

}  // namespace samsvar::agreement
