#pragma once

#include <string>
#include <vector>

#include "layout/content.h"
#include "intake/form_patterns.h"
#include "layout/grid.h"
#include "layout/ledger.h"
#include "model/submission.h"

namespace samsvar::intake {

// Grids, contents and the ledger: what reading with a form and without one share.
using namespace layout;

/// What stands around the question tables: facts about the supplier, sub-processors, annexes, titles. Each reader takes
/// only units that nobody claimed before it, so the order of the calls in read.cpp decides who is asked first.
struct Surroundings {
    const model::Document& document;
    const FormPatterns& patterns;
    Ledger& ledger;
    model::Submission& submission;
    /// Without a form, a label beside a formula is an echo of a fact that was typed elsewhere, and a label whose value
    /// is a label, too, is a header: neither is a fact.
    bool typed_values_only = false;
};

/// Rows of one table that the readers below look at: nobody lists companies or annexes further down.
inline constexpr std::size_t most_surrounding_rows = 2000;

/// The visible cells of a row that hold text and are not claimed yet, left to right.
std::vector<const model::Cell*> free_cells(const Surroundings& around, const Grid& grid, int row);

/// Sub-processors from a table with a header ("Underleverandør | Adresse | Org. nr."), a block of rows under a label, a
/// label with a value, or a list of paragraphs. The supplier itself may be among them: see drop_supplier.
void read_subprocessors(const Surroundings& around);

/// Annexes from a sheet or table of them and from lines ("Vedlegg 1 – Title").
void read_annexes(const Surroundings& around);

/// Facts from label and value in neighbouring cells or in one cell or paragraph ("Leverandør: X"), and title lines.
void read_facts(const Surroundings& around);

/// Takes the supplier out of the sub-processors, and collects the organisation numbers of facts, sub-processors and
/// answers, each number of an owner once.
void read_identifiers(const Surroundings& around);

/// Reads all of the above in the order that serves best, then enters what is hidden, and closes the ledger.
void read_surroundings(const Surroundings& around);

}  // namespace samsvar::intake
