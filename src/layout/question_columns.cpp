#include "layout/question_columns.h"

#include <algorithm>
#include <map>

#include "text/fold.h"

namespace samsvar::layout {

namespace {

using model::ColumnRole;

constexpr double least_fit = 0.6;
constexpr double taken_score = 3.0;
constexpr double full_score = 7.0;

std::string number(double share)
{
    return std::to_string(static_cast<int>(share * 100 + 0.5)) + " %";
}

/// What a header says about one role, the lowest of several rows first: a cell that spans many columns names what they
/// have in common, which counts for less.
struct HeaderSays {
    std::map<ColumnRole, double> fit;
    std::string text;
    std::string choice;  ///< the words of the header when they are a yes, no, n.a. …
    std::string other;
    bool aside = false;  ///< under a heading across several columns that are not for the supplier ("Mapping")
};

HeaderSays header_over(const Header* header, int column)
{
    HeaderSays says;
    if (!header) return says;
    const std::vector<const HeaderCell*> cells = header->over(column);
    for (auto cell = cells.rbegin(); cell != cells.rend(); ++cell) {
        const double weight = (*cell)->cell->column_span > 1 && cell != cells.rbegin() ? 0.7 : 1;
        for (const Words::RoleFit& role : (*cell)->roles) {
            double& fit = says.fit[role.role];
            fit = std::max(fit, role.fit * weight);
        }
        says.aside = says.aside || ((*cell)->cell->column_span > 1 && (*cell)->fit(ColumnRole::other) >= 0.85);
        if (cell == cells.rbegin() && !(*cell)->choice.empty()) says.choice = (*cell)->text;
        if (says.other.empty()) says.other = (*cell)->other;
        says.text = says.text.empty() ? (*cell)->text : (*cell)->text + " / " + says.text;
    }
    return says;
}

double fit_of(const HeaderSays& says, ColumnRole role)
{
    const auto found = says.fit.find(role);
    return found == says.fit.end() ? 0 : found->second;
}

/// The role the words of the header speak for most.
ColumnRole best_role(const HeaderSays& says)
{
    ColumnRole best = ColumnRole::other;
    double fit = least_fit;
    for (const auto& [role, value] : says.fit)
        if (value > fit || (value == fit && best == ColumnRole::other)) {
            best = role;
            fit = value;
        }
    return best;
}

struct Column {
    const ColumnProfile* profile = nullptr;
    HeaderSays says;
    model::LayoutColumn* layout = nullptr;
    bool tick = false;  ///< one of a group of columns to tick
};

class Assignment {
public:
    Assignment(const TableText& table, const Header* header, const std::vector<int>& rows, const Words& words)
        : table_(table), header_(header), rows_(rows), profiles_(profile_columns(table, rows, words))
    {
    }

    model::LayoutRegion assign()
    {
        region_.table = table_.table().name;
        region_.part = table_.table().part;
        region_.sheet = table_.table().sheet;
        if (header_) region_.header_rows = header_->rows;
        region_.first_row = rows_.empty() ? 0 : rows_.front();
        region_.last_row = rows_.empty() ? -1 : rows_.back();
        for (const ColumnProfile& profile : profiles_) {
            Column column{&profile, header_over(header_, profile.column), nullptr, false};
            if (profile.filled == 0 && profile.fields == 0 && profile.lists == 0 && column.says.text.empty()) continue;
            columns_.push_back(std::move(column));
        }
        region_.columns.resize(columns_.size());
        for (std::size_t index = 0; index < columns_.size(); ++index) {
            columns_[index].layout = &region_.columns[index];
            region_.columns[index].column = columns_[index].profile->column;
            region_.columns[index].header = columns_[index].says.text;
        }
        find_ticks();
        if (find_question()) {
            find_id();
            assign_rest();
        }
        weigh();
        return std::move(region_);
    }

private:
    void reason(Column& column, std::string text, double weight)
    {
        if (weight != 0) column.layout->reasons.push_back({std::move(text), weight});
    }

    void give(Column& column, ColumnRole role, double confidence)
    {
        column.layout->role = role;
        column.layout->confidence = std::clamp(confidence, 0.0, 1.0);
    }

    /// Neighbouring columns headed yes, no, not applicable …, holding marks or nothing.
    void find_ticks()
    {
        for (std::size_t first = 0; first < columns_.size();) {
            std::size_t last = first;
            while (last < columns_.size() && !columns_[last].says.choice.empty() && is_tick_column(columns_[last]) &&
                   (last == first || columns_[last].profile->column <= columns_[last - 1].profile->column + 1))
                ++last;
            if (last - first >= 2)
                for (std::size_t index = first; index < last; ++index) {
                    Column& column = columns_[index];
                    column.tick = true;
                    column.layout->choice = std::string(text::trimmed(column.says.choice));
                    give(column, ColumnRole::choice, 0.95);
                    reason(column, "one of " + std::to_string(last - first) + " columns to mark: \"" +
                                       column.layout->choice + '"', 2);
                }
            first = std::max(last, first + 1);
        }
    }

    static bool is_tick_column(const Column& column)
    {
        const ColumnProfile& profile = *column.profile;
        return profile.filled == 0 || profile.share(profile.marks) >= 0.5 ||
               (profile.mean_bytes() <= 6 && profile.distinct <= 4);
    }

    double question_score(Column& column)
    {
        const ColumnProfile& profile = *column.profile;
        if (column.tick || profile.filled == 0 || profile.mean_bytes() < 8) return -10;
        double score = 0;
        const auto add = [&](std::string text, double weight) {
            score += weight;
            reason(column, std::move(text), weight);
        };
        const double fit = fit_of(column.says, ColumnRole::question);
        if (fit >= least_fit) add("headed \"" + column.says.text + "\", a word for questions", 3 * fit);
        double against = 0;
        for (const auto& [role, value] : column.says.fit)
            if (role != ColumnRole::question) against = std::max(against, value);
        if (against > fit && against >= least_fit) add("its header says something else", -3 * against);
        if (profile.questions > 0) add(number(profile.share(profile.questions)) + " of its texts ask",
                                       2 * profile.share(profile.questions));
        if (profile.sentences > 0) add(number(profile.share(profile.sentences)) + " of its texts are sentences",
                                       2.5 * profile.share(profile.sentences));
        add("filled in " + number(profile.fill()) + " of the rows", profile.fill());
        const double distinct = profile.share(profile.distinct);
        if (distinct < 0.5) add("the same texts stand in it again and again", -2.5);
        if (profile.addresses > 0) add("web addresses", -3 * profile.share(profile.addresses));
        if (profile.formulas > 0) add("computed by formulas", -2 * profile.share(profile.formulas));
        if (profile.choices > 0) add("answers like yes and no", -3 * profile.share(profile.choices));
        if (profile.ids > 0) add("numbers and codes", -2.5 * profile.share(profile.ids));
        if (profile.lists > 0) add("values to choose from", -1.5 * static_cast<double>(profile.lists) / static_cast<double>(std::max<std::size_t>(profile.rows, 1)));
        return score - 0.04 * profile.column;
    }

    bool find_question()
    {
        double best = 0.8;
        for (Column& column : columns_) {
            const double score = question_score(column);
            if (score > best) {
                best = score;
                question_ = &column;
            }
        }
        for (Column& column : columns_)
            if (&column != question_ && !column.tick) column.layout->reasons.clear();
        if (!question_) return false;
        give(*question_, ColumnRole::question, best / 6);
        return true;
    }

    void find_id()
    {
        double best = 1.2;
        Column* found = nullptr;
        for (Column& column : columns_) {
            if (&column == question_ || column.tick || column.profile->filled == 0) continue;
            const ColumnProfile& profile = *column.profile;
            const double fit = fit_of(column.says, ColumnRole::id);
            // "A.6.1.1 Roles" counts as a number too, though less than one that stands alone.
            const bool numbers_asked = question_->profile->share(question_->profile->numbered) >= 0.7;
            const double ids = numbers_asked || profile.fill() < 0.8
                                   ? profile.share(profile.ids)
                                   : std::max(profile.share(profile.ids), 0.9 * profile.share(profile.numbered));
            const bool by_header = fit >= 0.85 && profile.mean_bytes() <= 30;
            if (ids < 0.5 && !by_header) continue;
            // "Control" over 5.1, 5.2 … heads numbers, whatever else the word may head.
            if (best_role(column.says) != ColumnRole::id && best_role(column.says) != ColumnRole::other &&
                fit < least_fit && ids < 0.8)
                continue;
            const double distinct = profile.share(profile.distinct);
            if (distinct < 0.5) continue;
            const int distance = std::abs(profile.column - question_->profile->column);
            const bool left = profile.column < question_->profile->column;
            if (!left && fit < least_fit && profile.share(profile.numbered) < 0.8 && profile.share(profile.guids) < 0.8)
                continue;
            if (profile.fill() < 0.2 || profile.distinct < 2) continue;
            const double score = 2 * ids + 1.5 * fit + distinct + profile.fill() - 0.1 * distance + (left ? 0.6 : 0);
            if (score > best) {
                best = score;
                found = &column;
            }
        }
        if (!found) return;
        id_ = found;
        give(*found, ColumnRole::id, best / 5);
        if (fit_of(found->says, ColumnRole::id) >= least_fit)
            reason(*found, "headed \"" + found->says.text + "\", a word for numbers", 2);
        const double ids = std::max(found->profile->share(found->profile->ids), found->profile->share(found->profile->numbered));
        reason(*found, number(ids) + " of its texts are numbers or codes, or begin with one", 2 * ids);
        reason(*found, number(found->profile->share(found->profile->distinct)) + " of them stand once only",
               found->profile->share(found->profile->distinct));
    }

    bool is_computed(const Column& column) const
    {
        return column.profile->filled > 0 && column.profile->share(column.profile->formulas) >= 0.5;
    }

    bool chooses(const Column& column) const
    {
        const ColumnProfile& profile = *column.profile;
        return profile.choice_lists * 2 >= std::max<std::size_t>(profile.rows, 1) ||
               (profile.fill() >= 0.2 && profile.share(profile.choices) >= 0.6);
    }

    void assign_rest()
    {
        for (Column& column : columns_) {
            if (&column == question_ || &column == id_ || column.tick) continue;
            if (column.says.aside) continue;
            const bool left = column.profile->column < question_->profile->column;
            const ColumnRole by_header = best_role(column.says);
            if (by_header != ColumnRole::other)
                by_words(column, by_header, left);
            else if (fit_of(column.says, ColumnRole::other) >= 0.75)
                reason(column, "headed \"" + column.says.text + "\", nothing to answer", 1);
            else if (left)
                before_question(column);
            else
                by_content(column);
        }
        // "Assessment" over boxes to tick is the supplier's when there is nothing else to answer in.
        if (answers_so_far() > 0) return;
        for (Column& column : columns_)
            if (column.layout->role == ColumnRole::reviewer && column.profile->fields * 2 >= column.profile->rows) {
                reason(column, "holds fields to fill in, and no other column does", 2);
                give(column, ColumnRole::choice, 0.7);
            }
    }

    void by_words(Column& column, ColumnRole role, bool left)
    {
        const double fit = fit_of(column.says, role);
        reason(column, "headed \"" + column.says.text + '"', 2 * fit);
        const bool answers = role == ColumnRole::answer || role == ColumnRole::choice || role == ColumnRole::remark ||
                             role == ColumnRole::evidence;
        if (answers && is_computed(column)) {
            reason(column, "computed by formulas, so nobody typed it", -3);
            role = ColumnRole::other;
        }
        else if (role == ColumnRole::answer && chooses(column)) {
            reason(column, "holds values to choose from", 1);
            role = ColumnRole::choice;
        }
        else if (role == ColumnRole::id) {
            // Another column already tells the questions apart.
            role = ColumnRole::other;
        }
        else if (role == ColumnRole::question && is_beside_choice(column)) {
            reason(column, "beside the column to choose an answer in", 1);
            role = answers_so_far() > ticks_and_choices() ? ColumnRole::remark : ColumnRole::answer;
        }
        else if (role == ColumnRole::question || (role == ColumnRole::section && is_title(column, left))) {
            role = title_or_guidance(column, left);
        }
        give(column, role, fit);
    }

    /// "Description" right of "Yes/No" describes the answer.
    bool is_beside_choice(const Column& column) const
    {
        return std::any_of(columns_.begin(), columns_.end(), [&](const Column& one) {
            return one.profile->column + 1 == column.profile->column && one.layout->role == ColumnRole::choice;
        });
    }

    std::size_t ticks_and_choices() const
    {
        return static_cast<std::size_t>(std::count_if(columns_.begin(), columns_.end(), [](const Column& column) {
            return column.layout->role == ColumnRole::choice;
        }));
    }

    /// "Control title" before "Control description": one for each question, so no section.
    bool is_title(const Column& column, bool left) const
    {
        const ColumnProfile& profile = *column.profile;
        return left && profile.merged == 0 && profile.fill() >= 0.9 && profile.share(profile.distinct) >= 0.9 &&
               profile.rows >= 5;
    }

    /// A second column of the form's own text: short ones in front of the question are its title, others help.
    ColumnRole title_or_guidance(Column& column, bool left)
    {
        const ColumnProfile& profile = *column.profile;
        const bool shorter = profile.mean_bytes() < question_->profile->mean_bytes();
        if (left && shorter && profile.share(profile.distinct) >= 0.7 && profile.fill() >= 0.7) {
            reason(column, "a short title in front of the question", 1);
            return ColumnRole::question;
        }
        return ColumnRole::guidance;
    }

    void before_question(Column& column)
    {
        const ColumnProfile& profile = *column.profile;
        if (profile.filled > 0 && profile.mean_bytes() >= 4 &&
            (profile.merged > 0 || profile.fill() < 0.6 || profile.share(profile.distinct) < 0.5) &&
            profile.share(profile.ids) < 0.5) {
            reason(column, "in front of the questions, and the same for several of them", 1);
            give(column, ColumnRole::section, 0.6);
        }
    }

    void by_content(Column& column)
    {
        const ColumnProfile& profile = *column.profile;
        if (is_computed(column)) return;
        if (chooses(column)) {
            reason(column, profile.choice_lists > 0 ? "offers yes and no to choose from" : "holds yes and no", 2);
            give(column, ColumnRole::choice, 0.8);
        }
        else if (profile.fields * 2 >= profile.rows) {
            reason(column, "holds fields to fill in", 1.5);
            give(column, ColumnRole::answer, 0.7);
        }
        else if (!header_ && answers_so_far() == 0 && profile.addresses == 0) {
            reason(column, "next to the questions in a table without a header", 1);
            give(column, profile.mean_bytes() <= 12 && profile.filled > 0 && profile.distinct <= 6 ? ColumnRole::choice
                                                                                                  : ColumnRole::answer,
                 0.5);
        }
        else if (header_ && !header_->by_words && profile.fill() < 0.5) {
            reason(column, "left open beside the questions", 0.5);
            give(column, ColumnRole::answer, 0.4);
        }
    }

    std::size_t answers_so_far() const
    {
        return static_cast<std::size_t>(std::count_if(columns_.begin(), columns_.end(), [](const Column& column) {
            return column.layout->role == ColumnRole::answer || column.layout->role == ColumnRole::choice;
        }));
    }

    void weigh()
    {
        double score = 0;
        const auto add = [&](std::string text, double weight) {
            score += weight;
            region_.reasons.push_back({std::move(text), weight});
        };
        if (!question_) {
            region_.reasons.push_back({"no column holds texts that read like questions or requirements", -3});
            return;
        }
        const ColumnProfile& asked = *question_->profile;
        const double fit = fit_of(question_->says, ColumnRole::question);
        if (fit >= least_fit) add("a column is headed \"" + question_->says.text + '"', 2 * fit);
        if (asked.share(asked.questions) >= 0.2)
            add(number(asked.share(asked.questions)) + " of its texts ask", 1 + asked.share(asked.questions));
        else
            add(number(asked.share(asked.sentences)) + " of its texts are sentences", asked.share(asked.sentences));
        if (!id_ && asked.share(asked.numbered) >= 0.7)
            add("its texts begin with numbers or codes", 1 + asked.share(asked.numbered));
        if (id_) {
            const double ids = std::max(id_->profile->share(id_->profile->ids), id_->profile->share(id_->profile->numbered));
            add("each row has a number or code", 0.5 + ids + (fit_of(id_->says, ColumnRole::id) >= least_fit ? 0.5 : 0));
        }
        weigh_answers(add);
        weigh_others(add);
        if (asked.filled >= 5) add(std::to_string(asked.filled) + " rows of text", asked.filled >= 20 ? 1 : 0.5);
        if (!header_ && asked.share(asked.questions) < 0.2) add("no header, and nothing in it asks", -1.5);
        if (!header_ && columns_.size() > 8) add("many columns without a header", -1.5);
        if (asked.filled < 2) add("a single row", -1);
        const ColumnProfile& origin = id_ ? *id_->profile : asked;
        if (origin.share(origin.formulas) >= 0.5)
            add("its questions are computed from another sheet", -4);
        region_.taken = score >= taken_score;
        region_.confidence = std::clamp(score / full_score, 0.0, 1.0);
    }

    template <class Add>
    void weigh_answers(const Add& add)
    {
        bool choice = false;
        bool answer = false;
        bool remark = false;
        bool ticks = false;
        bool lists = false;
        for (const Column& column : columns_) {
            choice = choice || column.layout->role == ColumnRole::choice;
            answer = answer || column.layout->role == ColumnRole::answer;
            remark = remark || column.layout->role == ColumnRole::remark || column.layout->role == ColumnRole::evidence;
            ticks = ticks || column.tick;
            lists = lists || (column.layout->role == ColumnRole::choice && column.profile->lists > 0) ||
                    (column.layout->role == ColumnRole::answer && column.profile->fields > 0);
        }
        if (ticks) add("columns to mark beside it", 2);
        else if (choice) add("a column to choose an answer in", 1.5);
        if (answer) add("a column for answers", 1.5);
        if (lists) add("lists or fields to answer with", 1);
        if (remark) add("a column for remarks or evidence", 0.5);
        if (!ticks && !choice && !answer && !remark) add("no column to answer in", id_ ? -0.5 : -2);
    }

    template <class Add>
    void weigh_others(const Add& add)
    {
        std::map<std::string, std::vector<std::string>> kinds;
        for (const Column& column : columns_)
            if (!column.says.other.empty()) kinds[column.says.other].push_back(column.says.text);
        for (const auto& [kind, headers] : kinds)
            if (headers.size() >= 2) add("headers of another kind of table, " + kind + ": \"" + headers.front() + '"',
                -2.5 * static_cast<double>(std::min<std::size_t>(headers.size(), 4)));
    }

    const TableText& table_;
    const Header* header_;
    const std::vector<int>& rows_;
    std::vector<ColumnProfile> profiles_;
    std::vector<Column> columns_;
    model::LayoutRegion region_;
    Column* question_ = nullptr;
    Column* id_ = nullptr;
};

}  // namespace

model::LayoutRegion assign_columns(const TableText& table, const Header* header, const std::vector<int>& rows,
                                   const Words& words)
{
    return Assignment(table, header, rows, words).assign();
}

const model::LayoutColumn* column_with(const model::LayoutRegion& region, model::ColumnRole role)
{
    for (const model::LayoutColumn& column : region.columns)
        if (column.role == role) return &column;
    return nullptr;
}

}  // namespace samsvar::layout
