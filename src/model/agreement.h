#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/assessment.h"
#include "model/catalog.h"
#include "model/document.h"
#include "model/language.h"
#include "model/place.h"
#include "model/submission.h"

namespace samsvar::model {

/// Where the text of one cell stands in that of its row.
struct CellPiece {
    std::size_t begin = 0, end = 0;  ///< bytes of Passage::text
    int column = 0;
    Place place;
};

/// A paragraph or table row of an agreement, as it is read for its meaning.
struct Passage {
    std::size_t clause = 0;  ///< index into Agreement::clauses
    std::string text;        ///< verbatim; of a table row: its cells joined, see `cells`
    std::string lead;        ///< what an item of a list goes on from: "The processor shall"; may be empty
    std::string columns;     ///< of a table row: the headers of its columns
    Place place;
    UnitId unit = no_unit;         ///< of the paragraph, or of the row's first cell
    std::vector<CellPiece> cells;  ///< of a table row, else empty
    std::size_t table = 0;         ///< of a table row: its table, counted from 1
    bool header = false;           ///< the first row of a table with several
};

/// A numbered piece of an agreement: section, subsection, annex, or what stands in front of the first of them.
struct Clause {
    std::string number;   ///< as printed or shown by Word: "7", "7.2", "4 (d)", "Bilag B"; empty in front of the first
    std::string heading;  ///< without the number; empty for numbered paragraphs
    std::size_t section = 0;  ///< index of the section or annex it belongs to; itself for sections
    bool annex = false;
    Place place;
    /// "7.2", or the heading when there is no number.
    const std::string& name() const { return number.empty() ? heading : number; }
};

/// A data processing agreement taken apart: clauses in the order of the file, each passage in one of them.
struct Agreement {
    std::string title;
    Language language = Language::nb;
    std::vector<Clause> clauses;  ///< never empty
    std::vector<Passage> passages;
    std::vector<LedgerEntry> ledger;  ///< one per unit of the document, in order
};

/// What an agreement says of one matter.
enum class ClauseOutcome { missing, partial, covered };
const char* name_of(ClauseOutcome outcome);
const LocalText& label_of(ClauseOutcome outcome);

/// A sentence that shows something, with its clause and place.
struct Evidence {
    std::string clause;  ///< Clause::name()
    std::string quote;   ///< verbatim from the agreement
    Place place;
};

/// One element of Art. 28 and its neighbours, held against the agreement.
struct ElementResult {
    std::string id;       ///< DPA-32
    std::string article;  ///< 33(2)
    ClauseOutcome outcome = ClauseOutcome::missing;
    Evidence shown;  ///< the sentence that covers it; when missing, the nearest one that does not, or nothing
    std::vector<Evidence> further;  ///< where its parts stand
    std::vector<Finding> findings;  ///< what is lacking
    Severity severity = Severity::none;
};

/// One limb of the regulation, from its elements.
struct ArticleResult {
    std::string article;  ///< 28(3)(g)
    ClauseOutcome outcome = ClauseOutcome::missing;
    LocalText reason;
    std::vector<std::string> elements;  ///< ids that decide it
};

/// The element with that id, or null.
const ElementResult* find(const std::vector<ElementResult>& elements, std::string_view id);
/// The clauses that show something of a limb, each once, in the order of its elements.
std::vector<std::string> clauses_of(const ArticleResult& article, const std::vector<ElementResult>& elements);

/// Something drawn out of the agreement.
struct AgreementFact {
    std::string kind;  ///< party, subprocessor, retention, notice, data-category, data-subjects, date, governing-law …
    std::string key;   ///< controller, processor; deletion, breach-notice …; name of a sub-processor
    std::string value;  ///< as written
    std::string extra;  ///< organisation number; country of a sub-processor
    double hours = 0;   ///< of a period
    Evidence shown;
};

/// A piece of a sentence that was compared word by word.
struct TextPiece {
    enum class Mark { same, removed, added };
    Mark mark = Mark::same;
    std::string text;
};
const char* name_of(TextPiece::Mark mark);

/// How a sentence differs from the standard text.
enum class DeviationKind {
    changed,
    missing,  ///< stands in the standard text only
    added,    ///< stands in the agreement only
    moved,    ///< the same words at another place
    filled,   ///< a blank of the standard text that was filled in: no change
};
const char* name_of(DeviationKind kind);
const LocalText& label_of(DeviationKind kind);

struct Deviation {
    DeviationKind kind = DeviationKind::changed;
    std::string standard;           ///< verbatim; empty for added
    std::string text;               ///< verbatim; empty for missing
    std::vector<TextPiece> pieces;  ///< changed and filled: both in one, word by word
    std::string standard_clause, clause;
    Place standard_place, place;
};

/// All that is known of one agreement: what the reports need. No pointers, safe to copy and keep.
struct AgreementAssessment {
    std::string samsvar;  ///< version of the program
    Date date;
    std::string file;
    std::string sha256;
    Agreement agreement;
    Catalog catalog;  ///< whose requirements the elements are
    std::vector<ElementResult> elements;
    std::vector<ArticleResult> articles;
    std::vector<AgreementFact> facts;
    std::string standard_file;  ///< the text it was held against; empty = none
    std::vector<Deviation> deviations;
    std::string questionnaire_file;  ///< the answers it was held against; empty = none
    std::vector<Finding> conflicts;  ///< quote and place: the agreement's; with…: the questionnaire's
    std::vector<Problem> problems;

    const ElementResult* element(std::string_view id) const { return find(elements, id); }
    /// How many limbs have that outcome.
    std::size_t count(ClauseOutcome outcome) const;
    /// True when every limb is covered and nothing differs from the standard text or the questionnaire.
    bool clean() const;
};

}  // namespace samsvar::model
