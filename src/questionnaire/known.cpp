#include "questionnaire/known.h"

#include <algorithm>
#include <map>
#include <set>

#include "layout/grid.h"
#include "layout/infer.h"
#include "model/report_text.h"
#include "questionnaire/labels.h"
#include "questionnaire/make.h"
#include "text/fold.h"

namespace samsvar::questionnaire {

namespace {

using model::ColumnRole;

/// The marks in a text that begin with `start`, without it.
std::vector<std::string> marks_in(const std::string& text, std::string_view start)
{
    std::vector<std::string> marks;
    for (std::size_t at = text.find(start); at != std::string::npos; at = text.find(start, at)) {
        const std::size_t begin = at + start.size();
        const std::size_t end = std::min(text.find_first_of(" \t\r\n", begin), text.size());
        const std::string mark = text.substr(begin, end - begin);
        if (mark.find('/') != std::string::npos) marks.push_back(mark);
        at = end;
    }
    return marks;
}

struct MarkedTable {
    const model::Table* table = nullptr;
    std::map<int, std::string> rows;  ///< row → mark without its start
};

/// What the header of a column says it holds, in any language of the shipped texts.
class Headers {
public:
    explicit Headers(const Template& texts)
    {
        const std::pair<const char*, ColumnRole> roles[] = {{"id", ColumnRole::id},
                                                            {"title", ColumnRole::section},
                                                            {"requirement", ColumnRole::question},
                                                            {"level", ColumnRole::other},
                                                            {"asked", ColumnRole::guidance},
                                                            {"answer", ColumnRole::choice},
                                                            {"explanation", ColumnRole::answer},
                                                            {"document", ColumnRole::evidence}};
        for (const auto& [label, role] : roles)
            if (const auto found = texts.labels.find(label); found != texts.labels.end())
                for (const auto& [language, text] : found->second.all()) roles_.emplace(text::fold_text(text), role);
    }

    std::optional<ColumnRole> role(const std::string& header) const
    {
        const auto found = roles_.find(text::fold_text(text::trimmed(header)));
        return found == roles_.end() ? std::nullopt : std::optional(found->second);
    }

private:
    std::map<std::string, ColumnRole> roles_;
};

/// The columns by position, as they were made: a buyer's template may call them anything.
std::vector<ColumnRole> made_columns(bool sheet)
{
    using enum ColumnRole;
    if (sheet) return {id, section, question, other, guidance, choice, answer, evidence, other};
    return {id, question, other, guidance, choice, answer, evidence};
}

class Reading {
public:
    Reading(const model::Document& document, const std::vector<model::Catalog>& catalogs, const Template& texts,
            const layout::Words& words)
        : document_(document), catalogs_(catalogs), headers_(texts), words_(words)
    {
    }

    std::optional<Returned> read()
    {
        find_marks();
        if (tables_.empty()) return std::nullopt;
        model::Layout said;
        for (const MarkedTable& table : tables_)
            if (auto region = region_of(table)) said.regions.push_back(std::move(*region));
        if (said.regions.empty()) return std::nullopt;
        Returned returned;
        returned.layout = layout::read_as(document_, said, words_);
        name_questions(returned.layout);
        returned.form = form_of(returned.layout);
        return returned;
    }

private:
    void find_marks()
    {
        for (const model::Table* table : layout::all_tables(document_)) {
            MarkedTable marked;
            marked.table = table;
            for (const model::Cell& cell : table->cells) {
                const std::string text = cell.text();
                if (text.find("samsvar") == std::string::npos) continue;
                for (std::string& mark : marks_in(text, std::string(list_mark) + std::string(mark_start)))
                    sent_.push_back(std::move(mark));
                if (text.find(list_mark) != std::string::npos) continue;
                for (const std::string& mark : marks_in(text, mark_start)) marked.rows.emplace(cell.row, mark);
            }
            if (!marked.rows.empty()) tables_.push_back(std::move(marked));
        }
        for (const model::Block& block : document_.blocks)
            if (const auto* paragraph = std::get_if<model::Paragraph>(&block))
                for (std::string& mark : marks_in(paragraph->text, std::string(list_mark) + std::string(mark_start)))
                    sent_.push_back(std::move(mark));
    }

    std::optional<model::LayoutRegion> region_of(const MarkedTable& marked) const
    {
        const layout::Grid grid(*marked.table);
        // The row above the first mark that names the most columns; else what stands right above.
        int header = -1;
        std::size_t most = 1;
        for (const int row : grid.rows()) {
            if (row >= marked.rows.begin()->first) break;
            std::size_t named = 0;
            for (const model::Cell& cell : grid.row(row)) named += headers_.role(cell.text()).has_value();
            if (named > most) {
                most = named;
                header = row;
            }
        }
        model::LayoutRegion region;
        region.table = marked.table->name;
        region.part = marked.table->part;
        region.sheet = marked.table->sheet;
        region.taken = true;
        region.confidence = 1;
        region.last_row = marked.table->rows - 1;
        region.first_row = header >= 0 ? header + 1 : marked.rows.begin()->first;
        if (header >= 0) {
            region.header_rows = {header};
            for (const model::Cell& cell : grid.row(header))
                if (const auto role = headers_.role(cell.text())) region.columns.push_back(column(cell.column, *role));
        }
        else {
            const std::vector<ColumnRole> made = made_columns(marked.table->sheet);
            for (int at = 0; at < marked.table->columns && at < static_cast<int>(made.size()); ++at)
                region.columns.push_back(column(at, made[static_cast<std::size_t>(at)]));
        }
        const bool answers =
            std::any_of(region.columns.begin(), region.columns.end(), [](const model::LayoutColumn& one) {
                return one.role == ColumnRole::choice || one.role == ColumnRole::answer;
            });
        return answers ? std::optional(region) : std::nullopt;
    }

    static model::LayoutColumn column(int at, ColumnRole role)
    {
        model::LayoutColumn made;
        made.column = at;
        made.role = role;
        made.confidence = 1;
        return made;
    }

    const MarkedTable* marked(const std::string& table) const
    {
        for (const MarkedTable& one : tables_)
            if (one.table->name == table) return &one;
        return nullptr;
    }

    /// Gives each question its mark as id; rows without one go to the requirement above.
    void name_questions(model::Layout& layout)
    {
        std::vector<model::LayoutQuestion> named;
        std::map<std::string, std::size_t> at;
        const auto add_to = [&](std::size_t index, model::LayoutQuestion& more) {
            model::LayoutQuestion& known = named[index];
            known.parts.insert(known.parts.end(), more.parts.begin(), more.parts.end());
            known.answer_places.insert(known.answer_places.end(), more.answer_places.begin(), more.answer_places.end());
            known.units.insert(known.units.end(), more.units.begin(), more.units.end());
        };
        for (model::LayoutQuestion& question : layout.questions) {
            const MarkedTable* table = marked(layout.regions[question.region].table);
            const auto mark = table ? table->rows.find(question.row) : std::map<int, std::string>::const_iterator();
            if (table && mark != table->rows.end()) {
                question.id = mark->second;
                if (const auto known = at.find(question.id); known != at.end()) {
                    add_to(known->second, question);  // the row was copied
                    continue;
                }
                at.emplace(question.id, named.size());
            }
            else if (question.text.empty() && !named.empty() && named.back().region == question.region) {
                add_to(named.size() - 1, question);
                continue;
            }
            named.push_back(std::move(question));
        }
        layout.questions = std::move(named);
    }

    const model::Catalog* catalog(const std::string& id) const
    {
        for (const model::Catalog& one : catalogs_)
            if (one.id == id) return &one;
        return nullptr;
    }

    model::Question question_of(const std::string& mark, const std::string& printed) const
    {
        const std::size_t slash = mark.find('/');
        const std::string catalog_id = mark.substr(0, slash), id = mark.substr(slash + 1);
        model::Question question;
        question.id = mark;
        question.kind = model::AnswerKind::yesno_explanation;
        question.na_allowed = true;
        question.covers.push_back({catalog_id, id, 1});
        const model::Catalog* known = catalog(catalog_id);
        if (const model::Requirement* requirement = known ? known->find(id) : nullptr) {
            question.text = requirement->text.empty() ? requirement->title : requirement->text;
            question.evidence = requirement->evidence;
            question.evidence_text = requirement->evidence_text;
            question.expectations = requirement->expectations;
            question.severity = requirement->severity;
            question.origin = requirement->origin;
            std::string prints;
            for (const auto& [language, text] : question.text.all()) {
                prints += (prints.empty() ? "" : " ") + text::fingerprint(text);
                // In text documents the title stands above it.
                if (const std::string* title = requirement->title.exactly(language))
                    prints += ' ' + text::fingerprint(*title + ' ' + text);
            }
            question.fingerprint = prints;
        }
        else if (!printed.empty()) {
            question.text.set(model::Language::nb, printed);
        }
        return question;
    }

    model::Form form_of(const model::Layout& layout) const
    {
        model::Form form;
        form.id = "questionnaire";
        form.version = "1";
        form.title = model::report_text("Kravskjema", "Kravformulär", "Requirements questionnaire");
        std::map<std::string, std::string> printed;
        std::vector<std::string> order = sent_;
        for (const model::LayoutQuestion& question : layout.questions) {
            if (question.id.find('/') == std::string::npos) continue;
            printed.emplace(question.id, question.text);
            order.push_back(question.id);
        }
        std::set<std::string> made;
        for (const std::string& mark : order)
            if (made.insert(mark).second) form.questions.push_back(question_of(mark, printed[mark]));
        return form;
    }

    const model::Document& document_;
    const std::vector<model::Catalog>& catalogs_;
    const Headers headers_;
    const layout::Words& words_;
    std::vector<MarkedTable> tables_;
    std::vector<std::string> sent_;
};

}  // namespace

bool is_marked(const model::Document& document)
{
    const auto holds = [](const model::Block& block) {
        const auto* paragraph = std::get_if<model::Paragraph>(&block);
        return paragraph && paragraph->text.find(mark_start) != std::string::npos;
    };
    for (const model::Table* table : layout::all_tables(document))
        for (const model::Cell& cell : table->cells)
            if (std::any_of(cell.blocks.begin(), cell.blocks.end(), holds)) return true;
    return false;
}

std::optional<Returned> known(const model::Document& document, const std::vector<model::Catalog>& catalogs,
                              const Template& texts, const layout::Words& words)
{
    return Reading(document, catalogs, texts, words).read();
}

}  // namespace samsvar::questionnaire
