#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/submission.h"

namespace samsvar::layout {

/// Why a unit of the file is no part of the submission. Stable words: they stand in the ledger and in reports.
namespace reason {
inline constexpr std::string_view empty = "empty";
inline constexpr std::string_view hidden = "hidden";
inline constexpr std::string_view hidden_sheet = "hidden-sheet";
inline constexpr std::string_view struck = "struck";
inline constexpr std::string_view placeholder = "placeholder";
inline constexpr std::string_view sample = "sample";
inline constexpr std::string_view repeated_header = "repeated-header";
inline constexpr std::string_view repeated_question = "repeated-question";
inline constexpr std::string_view reviewer_column = "reviewer-column";
inline constexpr std::string_view other_column = "other-column";
inline constexpr std::string_view other_table = "other-table";  ///< a risk register, change log, glossary …
inline constexpr std::string_view computed = "computed";        ///< by a formula: an echo of what stands elsewhere
inline constexpr std::string_view list_source = "list-source";  ///< a value that drop-down lists offer
inline constexpr std::string_view outside = "outside-questionnaire";
inline constexpr std::string_view beyond_limit = "beyond-limit";
inline constexpr std::string_view page_header = "page-header";
inline constexpr std::string_view comment = "comment";
inline constexpr std::string_view footnote = "footnote";
inline constexpr std::string_view text_box = "text-box";
inline constexpr std::string_view control = "control";
}  // namespace reason

/// What became of every unit of the document: each is used once or ignored once, and whoever reads the ledger can see
/// that nothing was lost. The first word about a unit holds, but a use wins over a reason to ignore.
class Ledger {
public:
    explicit Ledger(const model::Document& document);

    /// The unit is part of the submission, as answer, question, fact … Empty units count as ignored, reason empty.
    void use(model::UnitId unit, std::string_view as);
    void ignore(model::UnitId unit, std::string_view why);
    /// The same for a cell and the cells of the tables inside it.
    void use(const model::Cell& cell, std::string_view as);
    void ignore(const model::Cell& cell, std::string_view why);
    /// Whether something was said about the unit.
    bool decided(model::UnitId unit) const;

    /// One entry per unit, in the document's order; what nobody claimed is ignored with the reason its kind suggests.
    /// A unit that cannot be accounted for is a bug: asserted, and told in `problems` in any build.
    std::vector<model::LedgerEntry> finish(std::vector<model::Problem>& problems) const;

private:
    void say(model::UnitId unit, bool used, std::string_view word);

    const model::Document& document_;
    std::vector<model::LedgerEntry> entries_;
};

}  // namespace samsvar::layout
