// The sheets Mapping and Ledger: how the catalogues relate, and what was read of the supplier's file.
#include <set>

#include "report/cell_text.h"
#include "report/tables.h"

namespace samsvar::report {

namespace {

// More rows than a person reads or a spreadsheet opens with ease; the sheet says how many are left out.
constexpr std::size_t most_ledger_rows = 100'000;

MatrixCell title_of(const Context& context, const std::string& catalog, const std::string& id)
{
    const model::Requirement* requirement = context.requirement(catalog, id);
    return context.cell(requirement ? context.text(requirement->title) : "");
}

MatrixCell outcome_of(const Context& context, const std::string& catalog, const std::string& id)
{
    const model::RequirementResult* result = context.requirement_result(catalog, id);
    return result ? context.outcome_cell(result->outcome) : MatrixCell{};
}

MatrixCell linked_id(const Context& context, const std::string& catalog, const std::string& id)
{
    MatrixCell cell = context.cell(id);
    cell.link = "requirements#" + catalog + '/' + id;
    return cell;
}

using model::Mapping;
MatrixCell from_catalog(const Context& context, const Mapping& row)
{
    return context.cell(row.from_catalog);
}
MatrixCell from_id(const Context& context, const Mapping& row)
{
    return linked_id(context, row.from_catalog, row.from_id);
}
MatrixCell from_title(const Context& context, const Mapping& row)
{
    return title_of(context, row.from_catalog, row.from_id);
}
MatrixCell from_outcome(const Context& context, const Mapping& row)
{
    return outcome_of(context, row.from_catalog, row.from_id);
}
MatrixCell to_catalog(const Context& context, const Mapping& row)
{
    return context.cell(row.to_catalog);
}
MatrixCell to_id(const Context& context, const Mapping& row)
{
    return linked_id(context, row.to_catalog, row.to_id);
}
MatrixCell to_title(const Context& context, const Mapping& row)
{
    return title_of(context, row.to_catalog, row.to_id);
}
MatrixCell to_outcome(const Context& context, const Mapping& row)
{
    return outcome_of(context, row.to_catalog, row.to_id);
}
MatrixCell relation_cell(const Context& context, const Mapping& row)
{
    return context.cell(context.text(std::string("relation.") + name_of(row.relation)));
}
MatrixCell note_cell(const Context& context, const Mapping& row)
{
    return context.cell(row.note);
}
MatrixCell origin_cell(const Context& context, const Mapping& row)
{
    return context.cell(row.origin.file.empty() ? "" : row.origin.text());
}

constexpr std::array<TableColumn<Mapping>, 11> mapping_table{{
    {"from-catalog", from_catalog},
    {"from-id", from_id},
    {"from-title", from_title},
    {"from-outcome", from_outcome},
    {"relation", relation_cell},
    {"to-catalog", to_catalog},
    {"to-id", to_id},
    {"to-title", to_title},
    {"to-outcome", to_outcome},
    {"note", note_cell},
    {"origin", origin_cell},
}};

using model::LedgerEntry;

MatrixCell unit_cell(const Context& context, const LedgerEntry& row)
{
    return context.id_cell(std::to_string(std::uint64_t{row.unit} + 1));
}
MatrixCell place_cell(const Context& context, const LedgerEntry& row)
{
    return context.cell(context.place_text(row.place));
}

MatrixCell state_cell(const Context& context, const LedgerEntry& row)
{
    MatrixCell cell = context.cell(context.text(row.used ? "used" : "ignored"));
    cell.tone = row.used ? "ledger.used" : "ledger.ignored";
    return cell;
}

MatrixCell use_cell(const Context& context, const LedgerEntry& row)
{
    const auto known = context.layout.uses.find(row.use);
    return context.cell(known == context.layout.uses.end() ? row.use : context.text(known->second));
}

MatrixCell excerpt_cell(const Context& context, const LedgerEntry& row)
{
    return context.cell(one_line(row.excerpt));
}

constexpr std::array<TableColumn<LedgerEntry>, 5> ledger_table{{
    {"unit", unit_cell},
    {"place", place_cell},
    {"state", state_cell},
    {"use", use_cell},
    {"text", excerpt_cell},
}};

}  // namespace

std::vector<std::string_view> mapping_columns()
{
    return keys_of(mapping_table);
}
std::vector<std::string_view> ledger_columns()
{
    return keys_of(ledger_table);
}

MatrixSheet mapping_sheet(const Context& context, const LayoutSheet& layout)
{
    std::vector<TableRow<Mapping>> rows;
    std::string pair;
    for (const Mapping& mapping : context.assessment.mappings) {
        const std::string here = mapping.from_catalog + "  →  " + mapping.to_catalog;
        if (layout.banners && here != pair) rows.push_back({std::nullopt, here, "banner", {}});
        pair = here;
        rows.push_back({mapping, {}, {}, {}});
    }
    return make_table(context, layout, mapping_table, rows);
}

MatrixSheet ledger_sheet(const Context& context, const LayoutSheet& layout)
{
    const std::vector<LedgerEntry>& ledger = context.assessment.submission.ledger;
    std::vector<TableRow<LedgerEntry>> rows;
    rows.push_back({std::nullopt, ledger_invariant(context), "subbanner", {}});
    for (std::size_t at = 0; at < ledger.size() && at < most_ledger_rows; ++at)
        rows.push_back({ledger[at], {}, {}, {}});
    if (ledger.size() > most_ledger_rows)
        rows.push_back(
            {std::nullopt,
             filled(context.text("ledger-left-out"), "count", std::to_string(ledger.size() - most_ledger_rows)),
             "banner",
             {}});
    return make_table(context, layout, ledger_table, rows);
}

std::string ledger_invariant(const Context& context)
{
    const model::LedgerTotals totals = model::totals(context.assessment.submission.ledger);
    std::size_t ignored = 0;
    for (const auto& [reason, count] : totals.ignored) ignored += count;
    std::set<model::UnitId> distinct;
    for (const LedgerEntry& entry : context.assessment.submission.ledger) distinct.insert(entry.unit);
    std::string line = filled(context.text("units-line"), "units", std::to_string(totals.units));
    line = filled(filled(line, "used", std::to_string(totals.used)), "ignored", std::to_string(ignored));
    // Every unit once: the sum alone would also hold for a unit told twice and another forgotten.
    return line + ' ' +
           context.text(totals.units == totals.used + ignored && totals.units == distinct.size() ? "invariant-holds"
                                                                                                 : "invariant-broken");
}

}  // namespace samsvar::report
