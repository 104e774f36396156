#include <algorithm>
#include <map>
#include <set>

#include "base/error.h"
#include "base/files.h"
#include "intake/form_patterns.h"
#include "intake/from_layout.h"
#include "layout/grid.h"
#include "model/report_text.h"
#include "text/fold.h"
#include "text/language_guess.h"

namespace samsvar::intake {

namespace {

using model::ColumnRole;
using model::Language;

/// Ids as printed, each once: questions of several tables may be numbered alike, and some have no number.
class QuestionIds {
public:
    std::string next(std::string_view printed)
    {
        ++count_;
        std::string id(text::trimmed(printed));
        while (id.ends_with('.') || id.ends_with(' ')) id.pop_back();
        if (id.empty()) id = "#" + std::to_string(count_);
        std::string unique = id;
        if (known_.insert(unique).second) return unique;
        // Counted on from the last one: tens of thousands of questions may share an id.
        int& times = times_.try_emplace(id, 1).first->second;
        do unique = id + " (" + std::to_string(++times) + ")";
        while (!known_.insert(unique).second);
        return unique;
    }

private:
    std::set<std::string> known_;
    std::map<std::string, int> times_;  // how often an id was met that is known
    std::size_t count_ = 0;
};

/// What a question's columns ask for: a choice, and perhaps an explanation.
model::AnswerKind kind_of(const model::LayoutRegion& region)
{
    const auto has = [&](ColumnRole role) {
        return std::any_of(region.columns.begin(), region.columns.end(),
                           [role](const model::LayoutColumn& column) { return column.role == role; });
    };
    if (!has(ColumnRole::choice)) return model::AnswerKind::free;
    return has(ColumnRole::answer) || has(ColumnRole::remark) ? model::AnswerKind::yesno_explanation
                                                              : model::AnswerKind::yesno;
}

std::string section_id(model::Form& form, const std::string& title, Language language)
{
    if (title.empty()) return {};
    for (const model::Section& known : form.sections)
        if (known.title.all().front().second == title) return known.id;
    model::Section section;
    section.id = "s" + std::to_string(form.sections.size() + 1);
    section.title.set(language, title);
    form.sections.push_back(std::move(section));
    return form.sections.back().id;
}

model::FormRegion region_of(const model::LayoutRegion& found, const model::Table* table, int position)
{
    model::FormRegion region;
    region.slots = found.kind == model::RegionKind::slots;
    region.table = found.table;
    region.position = table ? position : 0;
    if (region.slots) return region;
    region.header_rows = found.header_rows;
    region.first_row = found.first_row;
    // Next year's file may have more rows.
    region.last_row = table && found.last_row >= table->rows - 1 ? -1 : found.last_row;
    for (const model::LayoutColumn& column : found.columns)
        region.columns.push_back({column.column, column.role, column.choice});
    return region;
}

struct NumberedTable {
    const model::Table* table = nullptr;
    int position = 0;  ///< 1-based among the outer tables; 0 for tables inside cells
};

std::map<std::string, NumberedTable> tables_by_name(const model::Document& document)
{
    std::map<std::string, NumberedTable> tables;
    for (const model::Table* table : layout::all_tables(document)) tables.emplace(table->name, NumberedTable{table, 0});
    int position = 0;
    for (const model::Block& block : document.blocks)
        if (const auto* table = std::get_if<model::Table>(&block)) tables[table->name] = {table, ++position};
    return tables;
}

/// "table1", "table2" … for a message; the first of many.
std::string names_in_order(const std::map<std::string, NumberedTable>& tables)
{
    constexpr std::size_t enough = 200;
    std::map<int, std::string> ordered;
    for (const auto& [name, one] : tables)
        if (one.position > 0) ordered.emplace(one.position, name);
    std::string names;
    for (const auto& [position, name] : ordered) {
        if (names.size() > enough) return names + " …";
        names += (names.empty() ? "\"" : ", \"") + name + '"';
    }
    return names;
}

Language language_of(const model::Layout& layout)
{
    constexpr std::size_t enough = 20'000;
    std::string all;
    for (const model::LayoutQuestion& question : layout.questions) {
        all += question.text + '\n';
        if (all.size() > enough) break;
    }
    return text::guess_language(text::fold_text(all));
}

}  // namespace

model::Form form_of(const model::Document& document, const model::Layout& layout, const model::Vocabulary& vocabulary)
{
    if (layout.questions.size() > most_inferred_questions)
        throw Error(ErrorCode::limit_exceeded, {document.file, {}, 0, 0},
                    std::to_string(layout.questions.size()) + " questions were found, more than the limit of " +
                        std::to_string(most_inferred_questions) + "; is it a questionnaire? If so, split it");
    model::Form form;
    form.id = "inferred";
    form.inferred = true;
    form.origin = {document.file, 0};
    form.title = model::report_text("Utledet av oppsettet i filen", "Härlett ur filens upplägg",
                                    "Udledt af filens opsætning", "Päätelty tiedoston rakenteesta",
                                    "Inferred from the layout of the file");
    for (const model::Vocabulary::Fact& fact : vocabulary.facts)
        form.facts.push_back({fact.key, {}, fact.label, vocabulary.origin});

    const std::map<std::string, NumberedTable> tables = tables_by_name(document);
    for (const model::LayoutRegion& region : layout.regions) {
        if (!region.taken) continue;
        const auto found = tables.find(region.table);
        form.regions.push_back(found == tables.end() ? region_of(region, nullptr, 0)
                                                     : region_of(region, found->second.table, found->second.position));
    }

    const Language language = language_of(layout);
    QuestionIds ids;
    std::string prints;
    for (const model::LayoutQuestion& found : layout.questions) {
        model::Question question;
        question.id = ids.next(found.id);
        question.section = section_id(form, found.section, language);
        question.text.set(language, found.text.empty() ? question.id : found.text);
        question.kind = kind_of(layout.regions[found.region]);
        // Whether a yes needs more is for a person to say who knows the questionnaire.
        question.yes_suffices = true;
        question.na_allowed = true;
        question.origin = {found.place.text(), 0};
        prints += question.id + ' ' + found.text + '\n';
        form.questions.push_back(std::move(question));
    }
    // The same questionnaire has the same version, whoever filled it in.
    form.version = sha256(prints).substr(0, 8);
    return form;
}

model::Layout layout_of(const model::Document& document, const model::Form& form)
{
    const std::map<std::string, NumberedTable> tables = tables_by_name(document);
    model::Layout layout;
    for (const model::FormRegion& said : form.regions) {
        const model::Table* table = nullptr;
        if (const auto found = tables.find(said.table); found != tables.end()) table = found->second.table;
        for (const auto& [name, one] : tables)
            if (!table && said.position > 0 && one.position == said.position) table = one.table;
        const bool needed = !said.table.empty() || said.position > 0;
        if (needed && !table) {
            const std::string known = names_in_order(tables);
            throw Error(ErrorCode::unsupported, {document.file, {}, 0, 0},
                        "the layout (" + said.origin.text() + ") names the table " +
                            (said.table.empty() ? "number " + std::to_string(said.position) : '"' + said.table + '"') +
                            ", which is not in the file; " +
                            (known.empty() ? std::string("it has no tables") : "its tables: " + known));
        }
        model::LayoutRegion region;
        region.kind = said.slots ? model::RegionKind::slots : model::RegionKind::rows;
        region.taken = true;
        region.confidence = 1;
        region.reasons.push_back({"said by " + said.origin.text(), 5});
        region.header_rows = said.header_rows;
        region.first_row = said.first_row;
        if (table) {
            region.table = table->name;
            region.part = table->part;
            region.sheet = table->sheet;
            region.last_row = said.last_row < 0 ? table->rows - 1 : said.last_row;
        }
        for (const model::FormRegionColumn& column : said.columns)
            region.columns.push_back({column.column, column.role, {}, column.choice, 1, {}});
        layout.regions.push_back(std::move(region));
    }
    return layout;
}

}  // namespace samsvar::intake
