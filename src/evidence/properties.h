#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/limits.h"
#include "model/evidence.h"

namespace samsvar::evidence {

/// What a document says about itself.
struct Properties {
    std::string title;
    std::optional<model::Date> created, modified;
    std::string remark;  ///< why there is nothing

    bool empty() const { return title.empty() && !created && !modified; }
};

/// What the file is by its bytes.
model::EvidenceFileKind kind_of(std::string_view bytes);

/// Of a ZIP archive: which kind of document it holds, and its properties (ECMA-376 part 2, clause 8: core properties;
/// OpenDocument 1.3 part 3, 4.3: meta.xml). Throws Error when it is damaged or beyond a limit.
model::EvidenceFileKind read_package(std::string_view bytes, const std::string& name, const Limits& limits,
                                     Properties& properties);

/// The document information dictionary of a PDF (ISO 32000-1, 14.3.3), plain or in an object stream, and XMP where it
/// stands uncompressed. The text is not read. Takes time linear in the size, inflates at most a fixed amount.
Properties read_pdf(std::string_view bytes);

/// "2026-03-01T10:00:00Z" or "D:20260301100000+01'00'" as a day; nothing when it is none between 1990 and 2099.
std::optional<model::Date> day_in(std::string_view text);

/// A title for people: UTF-8, on one line, blanks folded, at most about 200 bytes.
std::string tidy(std::string_view text);

}  // namespace samsvar::evidence
