#include "report/tender_layout.h"

#include <algorithm>

#include "base/files.h"
#include "report/layout_sheets.h"

namespace samsvar::report {

namespace {

constexpr std::string_view word_ids[] = {"subject",
                                         "not-asked",
                                         "scores",
                                         "score-low",
                                         "score-high",
                                         "place-best",
                                         "place-worst",
                                         "group-low",
                                         "group-high",
                                         "no-score",
                                         "questions-group",
                                         "counts",
                                         "findings-block",
                                         "full-name",
                                         "evidence-lacking",
                                         "findings-high",
                                         "findings-medium",
                                         "findings-low",
                                         "knock-outs",
                                         "possible-knock-outs",
                                         "knock-out-block",
                                         "no-knock-outs",
                                         "gravest",
                                         "no-findings",
                                         "left-out",
                                         "shall",
                                         "should",
                                         "question",
                                         "yes",
                                         "group-banner",
                                         "differ-banner",
                                         "alike-banner",
                                         "alike-good",
                                         "empty-answer",
                                         "outcome",
                                         "low",
                                         "high",
                                         "not-counted",
                                         "importance",
                                         "kind",
                                         "weight",
                                         "weights-rule",
                                         "points-rule",
                                         "knock-out-rules",
                                         "knock-out-from",
                                         "knock-out-named",
                                         "unclear-from",
                                         "unclear-never",
                                         "own-weights",
                                         "answered",
                                         "remarks",
                                         "no-remarks",
                                         "catalogs",
                                         "text-line",
                                         "text-rows",
                                         "remark.file-unreadable",
                                         "remark.problem",
                                         "remark.same-content",
                                         "remark.told-in",
                                         "remark.several-catalogs",
                                         "remark.catalog-not-common",
                                         "remark.catalog-versions",
                                         "remark.form-versions",
                                         "remark.other-forms",
                                         "remark.unasked",
                                         "remark.unasked-of",
                                         "remark.questions-left-out",
                                         "remark.own-term-unknown",
                                         "remark.own-term-ambiguous"};

const ReportTables& tender_tables()
{
    static const ReportTables known{
        {{"overview", {"label", "bidder"}},
         {"differences", {"id", "title", "kind", "importance", "bidder", "apart"}},
         {"requirements",
          {"catalog", "id", "title", "kind", "importance", "weight", "knock-out", "differs", "bidder", "points-low",
           "points-high", "answer"}},
         {"answers", {"id", "title", "answer"}},
         {"findings", {"finding-of", "severity", "id", "finding", "reason", "quote", "ask", "place"}},
         {"weights", {"term", "low", "high"}},
         {"basis", {"label", "name", "organisation", "file", "form", "answered", "date", "sha256"}}},
        true};
    return known;
}

}  // namespace

Layout load_tender_layout(const std::filesystem::path& path, const std::string& shown, Layout looks)
{
    const xml::Element root = xml::parse(read_file(path, Limits{}.own_xml_bytes), shown);
    if (root.name != "tender" || root.name_space != "urn:samsvar:report:1")
        throw root.error(
            "this is no layout of bidders side by side: the root must be <tender xmlns=\"urn:samsvar:report:1\">");
    root.allow({"id", "xmlns"}, {"title", "styles", "sheet"});
    Layout layout = std::move(looks);
    layout.id = root.require_attribute("id");
    layout.title = read_all_languages(root, "title");
    layout.sheets.clear();
    if (const xml::Element* styles = root.child("styles")) read_styles(*styles, layout);
    for (const char* const used : {"amount", "points", "score", "rank"})
        if (!layout.styles.contains(used)) throw root.error("lacks the style \"" + std::string(used) + "\"");
    for (const xml::Element* child : root.all("sheet"))
        layout.sheets.push_back(read_sheet(*child, tender_tables(), layout));
    // Formulas lead from one sheet to another, so none may be left out; which columns they need, the sheets say.
    for (const auto& [table, keys] : tender_tables().tables) {
        const LayoutSheet* found = nullptr;
        for (const LayoutSheet& sheet : layout.sheets)
            if (sheet.table == table) found = &sheet;
        if (!found) throw root.error("lacks a <sheet> of the table \"" + std::string(table) + "\"");
        const bool fixed = table == "overview" || table == "weights";
        if (fixed && !std::equal(keys.begin(), keys.end(), found->columns.begin(), found->columns.end(),
                                 [](std::string_view key, const LayoutColumn& column) { return column.key == key; }))
            throw root.error("the columns of the table \"" + std::string(table) + "\" are fixed; only widths are free");
        const bool free = table == "differences" || table == "answers" || table == "findings";
        for (const std::string_view key : keys) {
            const bool there = std::any_of(found->columns.begin(), found->columns.end(),
                                           [&](const LayoutColumn& column) { return column.key == key; });
            if (!there && !free && key != "answer")
                throw root.error("the table \"" + std::string(table) + "\" lacks the column \"" + std::string(key) +
                                 "\"");
        }
    }
    return layout;
}

Words load_tender_words(const std::filesystem::path& path, const std::string& shown)
{
    return load_words(path, shown, word_ids);
}

}  // namespace samsvar::report
