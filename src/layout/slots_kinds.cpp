#include "layout/slots_flow.h"

#include <algorithm>

// Which paragraphs of running text are questions: paragraphs that look alike are judged together.

namespace samsvar::layout {

namespace {

constexpr std::size_t statement_bytes = 30;  // what is shorter is a title

bool is_numbered(const std::string& kind)
{
    return kind.starts_with('a') || kind.starts_with('t') || (kind.starts_with('h') && kind.find('#') != kind.npos);
}

std::string name_of_kind(const std::string& kind)
{
    if (kind.starts_with('h')) return "headings";
    if (kind.starts_with('a') || kind.starts_with('t')) return "numbered paragraphs";
    if (kind.starts_with('b')) return "paragraphs with a bullet";
    if (kind.starts_with('s')) return "paragraphs of style \"" + kind.substr(2) + '"';
    return "paragraphs that end in a question mark";
}

std::string of(std::size_t count, std::size_t all)
{
    return std::to_string(count) + " of " + std::to_string(all) + ' ';
}

}  // namespace

/// What paragraphs of one kind have in common.
struct FlowSlots::Kind {
    std::size_t count = 0;
    std::size_t asks = 0;
    std::size_t marks = 0;  ///< question marks at the end
    std::size_t long_texts = 0;
    std::size_t text = 0;  ///< followed by text of no kind, a list or a table
    std::size_t other_style = 0;
    std::size_t own_account = 0;
    std::size_t places = 0;  ///< followed by, or holding, a place to answer
    std::size_t announced = 0;
    std::size_t blank = 0;  ///< followed by empty paragraphs only

    std::size_t answered() const { return text + places + announced; }

    /// 0 = no questions; otherwise how sure it is that they are.
    double verdict(const std::string& kind, std::size_t paragraphs) const
    {
        const auto share = [&](std::size_t part) { return static_cast<double>(part) / static_cast<double>(count); };
        if (announced > 0 && announced * 2 >= count && (count > 1 || asks > 0)) return 0.9;
        const bool needs_company = kind.starts_with('q') || kind.starts_with('b') || kind.starts_with('s');
        if (asks * 2 >= count && count >= (needs_company ? 3u : 2u)) {
            const double enough = needs_company ? 0.6 : 0.5;
            const bool scattered = kind == "q" && count * 6 < paragraphs;
            if (share(answered() + (needs_company ? 0 : blank)) >= enough && !scattered)
                return 0.5 + 0.25 * share(asks) + 0.2 * share(answered());
            if (is_numbered(kind) && count >= 3 && marks * 5 >= count * 4) return 0.55;
            if (needs_company && count >= 3 && share(asks) >= 0.8 && share(answered() + blank) >= 0.8 && !scattered)
                return 0.5;
        }
        if (!is_numbered(kind) || count < 3 || share(answered()) < 0.8 || share(long_texts) < 0.6) return 0;
        // Statements: clauses of a contract look the same, but nobody speaks of itself below them.
        if (places * 5 >= count * 3) return 0.6;
        if (own_account * 10 >= text * 3 && text > 0) return 0.4 + 0.3 * share(own_account);
        if (count >= 4 && other_style * 10 >= text * 9 && text * 10 >= count * 9) return 0.45;
        return 0;
    }
};

void FlowSlots::decide_kinds()
{
    std::map<std::string, Kind> kinds;
    std::size_t paragraphs = 0;
    for (std::size_t index = 0; index < items_.size(); ++index) {
        const FlowItem& item = items_[index];
        if (!item.paragraph || item.blank || item.contents) continue;
        ++paragraphs;
        if (item.kind.empty()) continue;
        Kind& kind = kinds[item.kind];
        ++kind.count;
        kind.asks += item.asks;
        kind.marks += ends_with_question_mark(item.number.text);
        kind.long_texts += item.number.text.size() >= statement_bytes;
        if (item.announced > 0) {
            ++kind.announced;
            continue;
        }
        if (item.place) {
            ++kind.places;
            continue;
        }
        bool blank = false;
        std::size_t next = index + 1;
        for (; next < items_.size(); ++next) {
            if (items_[next].paragraph && items_[next].blank)
                blank = true;
            else if (!items_[next].paragraph || !is_guidance(items_[next].paragraph->text))
                break;
        }
        const FlowItem* below = next < items_.size() ? &items_[next] : nullptr;
        if (below && below->table && !below->barrier)
            ++kind.text;
        else if (below && below->paragraph && below->announced > 0)
            ++kind.announced;
        else if (below && below->paragraph && below->place && below->kind != item.kind && !is_numbered(below->kind))
            ++kind.places;
        else if (below && below->paragraph && !below->contents && !below->consumed && below->kind != item.kind &&
                 (below->kind.empty() || below->kind.starts_with('b') || below->kind.starts_with('s'))) {
            ++kind.text;
            kind.other_style += below->paragraph->style != item.paragraph->style;
            kind.own_account += speaks_for_supplier(below->paragraph->text, words_);
        }
        else
            kind.blank += blank;
    }
    std::set<std::string> accepted;
    for (const auto& [name, kind] : kinds) {
        const double verdict = kind.verdict(name, paragraphs);
        const std::string what = name_of_kind(name);
        if (verdict > 0) {
            accepted.insert(name);
            kind_confidence_ = std::max(kind_confidence_, verdict);
            if (kind.asks)
                kind_reasons_.push_back({of(kind.asks, kind.count) + what + " are questions or requests", 0.6});
            if (kind.announced)
                kind_reasons_.push_back(
                    {of(kind.announced, kind.count) + what + " are followed by an announced answer", 0.9});
            if (kind.text)
                kind_reasons_.push_back({of(kind.text, kind.count) + what + " are followed by text that is not", 0.5});
            if (kind.own_account)
                kind_reasons_.push_back(
                    {of(kind.own_account, kind.text) + "of these texts begin like a supplier's answer", 0.4});
            if (kind.places)
                kind_reasons_.push_back({of(kind.places, kind.count) + what + " have a place to answer", 0.6});
        }
        else if (is_numbered(name) && kind.count >= 3 && kind.answered() * 2 >= kind.count)
            rejected_.push_back(
                of(kind.answered(), kind.count) + what +
                " are followed by other text, but they are no questions and the text is no answer by its words");
        else if (kind.asks >= 2)
            rejected_.push_back(of(kind.asks, kind.count) + what + " are questions, but without answers below");
    }
    for (FlowItem& item : items_) item.question = item.paragraph && accepted.contains(item.kind);
    for (const std::string& name : accepted)
        if (kinds[name].asks * 2 >= kinds[name].count) asking_kinds_.insert(name);
}

void FlowSlots::decide_announced()
{
    std::size_t announced = 0;
    std::size_t questions = 0;
    for (const FlowItem& item : items_) {
        announced += item.paragraph && item.announced > 0;
        questions += item.question;
    }
    announces_ = announced > 0 && announced * 2 >= questions;
    std::size_t told = 0;
    for (std::size_t index = 0; index < items_.size(); ++index) {
        if (!items_[index].paragraph || items_[index].announced == 0 || items_[index].question) continue;
        // The nearest number or question above, else the paragraph directly above.
        constexpr std::size_t most_lines = 6;
        std::size_t nearest = index;
        std::size_t best = index;
        for (std::size_t step = 1; step <= most_lines && step <= index; ++step) {
            const FlowItem& above = items_[index - step];
            if (!above.paragraph || above.contents || above.consumed) break;
            if (above.question) {
                best = nearest = index - step;
                break;
            }
            if (above.announced > 0) break;
            if (above.blank || is_guidance(above.paragraph->text)) continue;
            if (nearest == index) nearest = index - step;
            if (above.asks || is_numbered(above.kind)) {
                best = index - step;
                break;
            }
            if (above.paragraph->heading > 0) break;
        }
        if (best == index) best = nearest;
        if (best == index || items_[best].question) continue;
        if (announced < 2 && !items_[best].asks) continue;
        items_[best].question = true;
        ++told;
    }
    if (told == 0) return;
    kind_confidence_ = std::max(kind_confidence_, 0.8);
    kind_reasons_.push_back({std::to_string(told) + " questions are told by the announced answer below them", 0.8});
}

/// Lists inside answers start over at 1 between questions that count on.
void FlowSlots::decide_order()
{
    std::map<std::string, int> last;
    std::string list;
    int next = 0;
    for (FlowItem& item : items_) {
        if (!item.paragraph) continue;
        if (!item.question) {
            if (item.paragraph->heading > 0) last.clear();
            continue;
        }
        if (item.paragraph->heading > 0 || item.number.last < 0) continue;
        const auto known = last.find(item.kind);
        // Where both would fit, a list goes on among questions, and questions go on among statements.
        const bool resumes = known != last.end() && item.number.last == known->second + 1 &&
                             !(item.kind == list && item.number.last == next && asking_kinds_.contains(item.kind));
        if (item.kind == list && item.number.last == next && !resumes && !item.asks) {
            item.question = false;
            ++next;
            continue;
        }
        list.clear();
        if (known != last.end() && known->second >= 1 && item.number.last == 1 && !item.asks && !resumes) {
            item.question = false;
            list = item.kind;
            next = 2;
            continue;
        }
        last[item.kind] = item.number.last;
    }
}

/// "3 Drift" before the question 3.1 is a title, not the end of the answer before.
void FlowSlots::decide_titles()
{
    const FlowItem* question = nullptr;
    for (auto item = items_.rbegin(); item != items_.rend(); ++item) {
        if (!item->paragraph) continue;
        if (item->question)
            question = &*item;
        else if (question && !item->number.id.empty() && question->number.id.starts_with(item->number.id + '.'))
            item->title = true;
    }
}

}  // namespace samsvar::layout
