#include "layout/slots_found.h"

#include <algorithm>

#include "text/fold.h"

namespace samsvar::layout {

namespace {

constexpr std::size_t longest_label = 240;  // a longer paragraph explains, it does not ask, unless it says so
constexpr std::size_t guidance_lines = 8;   // more than that is running text
constexpr std::size_t guidance_bytes = 4000;

std::string of(std::size_t count, std::size_t all)
{
    return std::to_string(count) + " of " + std::to_string(all);
}

struct Sums {
    std::size_t all = 0, fields = 0, boxes = 0, rules = 0, lists = 0, announced = 0, empty = 0, typed = 0;
    std::size_t asks = 0, colons = 0, facts = 0, signatures = 0, company = 0, distinct = 0;
    std::size_t strong() const { return fields + boxes + rules + lists + announced; }
};

Sums sum(const std::vector<FoundSlot>& slots)
{
    Sums sums;
    std::set<std::string> texts;
    for (const FoundSlot& slot : slots) {
        ++sums.all;
        sums.fields += slot.evidence == Evidence::control;
        sums.boxes += slot.evidence == Evidence::boxes;
        sums.rules += slot.evidence == Evidence::rule;
        sums.lists += slot.evidence == Evidence::list;
        sums.announced += slot.evidence == Evidence::announced;
        sums.empty += slot.evidence == Evidence::empty;
        sums.typed += slot.evidence == Evidence::typed;
        sums.asks += slot.asks;
        sums.colons += slot.colon && !slot.asks;
        sums.facts += slot.fact;
        sums.signatures += slot.signature;
        sums.company += slot.signature || slot.signature_company;
        texts.insert(slot.question.text);
    }
    sums.distinct = texts.size();
    return sums;
}

void say(model::LayoutRegion& region, std::string text, double weight)
{
    region.reasons.push_back({std::move(text), weight});
}

}  // namespace

void describe(FoundSlot& slot, std::string_view label, const Words& words)
{
    slot.asks = asks(label);
    slot.colon = ends_with_colon(label);
    slot.question.text = text::trimmed(label);
    while (ends_with_colon(slot.question.text)) slot.question.text = plain_label(slot.question.text);
    slot.fact = !words.fact(slot.question.text).empty();
    slot.signature = is_signature(slot.question.text);
    slot.signature_company = is_beside_signature(slot.question.text);
}

void judge(FoundRegion& found, bool beside_questions)
{
    model::LayoutRegion& region = found.region;
    region.kind = model::RegionKind::slots;
    const Sums sums = sum(found.slots);
    const double all = static_cast<double>(std::max<std::size_t>(sums.all, 1));
    if (sums.fields) say(region, of(sums.fields, sums.all) + " labels have a field to fill in", 0.8);
    if (sums.boxes) say(region, of(sums.boxes, sums.all) + " labels have check boxes", 0.7);
    if (sums.rules) say(region, of(sums.rules, sums.all) + " labels have a line to write on", 0.5);
    if (sums.lists) say(region, of(sums.lists, sums.all) + " labels have a list of answers to choose from", 0.7);
    if (sums.announced) say(region, of(sums.announced, sums.all) + " answers are announced by a word", 0.8);
    if (sums.asks) say(region, of(sums.asks, sums.all) + " labels are questions or requests", 0.6);
    if (sums.colons) say(region, of(sums.colons, sums.all) + " labels end in a colon", 0.3);
    if (sums.empty) say(region, of(sums.empty, sums.all) + " labels have an empty place beside or below", 0.3);
    if (found.answer_header) say(region, "the header announces answers", 0.6);

    const auto reject = [&](std::string why) {
        region.taken = false;
        region.confidence = 0;
        say(region, std::move(why), -1);
    };
    const auto take = [&](double confidence) {
        region.taken = true;
        region.confidence = std::min(confidence, 0.97);
    };
    const auto share = [&](std::size_t count) { return static_cast<double>(count) / all; };

    if (sums.all == 0) return reject("nothing in it has a label and a place to answer");
    if (sums.signatures > 0 && sums.company * 5 >= sums.all * 3 && sums.asks == 0)
        return reject("labels of a signature (" + of(sums.company, sums.all) + ")");
    if (!found.other_kind.empty() && sums.fields + sums.boxes + sums.lists == 0 && sums.asks * 2 < sums.all)
        return reject("its header says that it is something else: " + found.other_kind);
    // Beside a question table a few facts are enough to know the head of the form.
    const bool facts =
        sums.facts * 5 >= sums.all * 3 || (beside_questions && sums.facts > 0 && sums.facts * 3 >= sums.all);
    if (sums.strong() == 0 && facts && sums.asks == 0)
        return reject(of(sums.facts, sums.all) + " labels ask who the supplier is: facts, not questions");
    const bool filled_in = std::none_of(found.slots.begin(), found.slots.end(),
                                        [](const FoundSlot& slot) { return slot.question.parts.empty(); });
    if (beside_questions && filled_in && sums.facts * 5 >= sums.all * 3 && sums.asks == 0)
        return reject(of(sums.facts, sums.all) + " fields say who the supplier is: facts beside the questions");
    if (sums.strong() > 0) return take(0.55 + 0.3 * share(sums.strong()) + 0.15 * share(sums.asks + sums.colons));
    if (found.answer_header) return take(0.6 + 0.3 * share(sums.asks));
    if (sums.asks * 2 >= sums.all) return take(0.45 + 0.4 * share(sums.asks) + 0.1 * share(sums.empty));
    if (sums.colons + sums.asks > 1 && (sums.colons + sums.asks) * 3 >= sums.all * 2)
        return take(0.4 + 0.3 * share(sums.colons + sums.asks));
    if (sums.empty >= 3 && sums.empty * 5 >= sums.all * 3 && sums.distinct == sums.all)
        return take(0.35 + 0.2 * share(sums.empty));
    reject("labels without colon or question mark beside text: not enough to call them questions");
}

void Above::paragraph(const model::Paragraph& paragraph, model::UnitId unit)
{
    if (paragraph.marks.hidden || paragraph.marks.struck || is_blank(paragraph.text)) return;
    if (paragraph.heading > 0) {
        // A document title (10) stands over all headings.
        const int level = paragraph.heading >= 10 ? 1 : paragraph.heading;
        for (std::size_t below = static_cast<std::size_t>(level); below < headings_.size(); ++below) {
            headings_[below] = {};
            fresh_[below] = false;
        }
        headings_[static_cast<std::size_t>(level)] = {&paragraph, unit};
        fresh_[static_cast<std::size_t>(level)] = true;
        level_ = level;
        lines_.clear();
        return;
    }
    if (is_contents_entry(paragraph)) return;
    lines_.push_back({&paragraph, unit});
}

void Above::interrupt()
{
    lines_.clear();
    if (level_ > 0) fresh_[static_cast<std::size_t>(level_)] = false;
}

std::string Above::section() const
{
    if (level_ == 0) return {};
    const Line& line = headings_[static_cast<std::size_t>(level_)];
    return line.paragraph ? plain_label(line.paragraph->text) : std::string();
}

Above::Question Above::question() const
{
    Question question;
    const auto ask = [&](const Line& line) {
        question.text = numbered(line.paragraph->text);
        const NumberedText label = numbered_label(line.paragraph->label);
        if (!label.id.empty()) {
            question.text = label;
            question.text.text = std::string(text::trimmed(line.paragraph->text));
        }
        question.asks = asks(question.text.text);
        question.colon = ends_with_colon(question.text.text);
        question.text.text = plain_label(question.text.text);
        question.units.push_back(line.unit);
        question.paragraphs.push_back(line.paragraph);
    };
    const auto guide = [&](std::size_t from) {
        for (std::size_t index = std::max(from, lines_.size() - std::min(lines_.size(), guidance_lines));
             index < lines_.size() && question.guidance.size() < guidance_bytes; ++index) {
            if (!question.guidance.empty()) question.guidance += '\n';
            question.guidance += text::trimmed(lines_[index].paragraph->text);
            question.instructed = question.instructed || is_bracketed(lines_[index].paragraph->text);
            question.units.push_back(lines_[index].unit);
            question.paragraphs.push_back(lines_[index].paragraph);
        }
    };
    std::size_t last = lines_.size();
    while (last > 0 && is_guidance(lines_[last - 1].paragraph->text)) --last;
    const bool heading = level_ > 0 && fresh_[static_cast<std::size_t>(level_)];
    if (last > 0) {
        const Line& line = lines_[last - 1];
        const std::string_view text = text::trimmed(line.paragraph->text);
        const bool short_label =
            text.size() <= longest_label &&
            (ends_with_colon(text) || !numbered_label(line.paragraph->label).id.empty() || !numbered(text).id.empty());
        if (asks(text) || short_label || !heading) {
            question.section = section();
            ask(line);
            question.numbered = !question.text.id.empty();
            guide(last);
            return question;
        }
    }
    if (!heading) {
        question.section = section();
        return question;
    }
    const auto level = static_cast<std::size_t>(level_);
    for (std::size_t above = 1; above < level; ++above)
        if (headings_[above].paragraph) question.section = plain_label(headings_[above].paragraph->text);
    ask(headings_[level]);
    question.heading = true;
    guide(0);
    return question;
}

}  // namespace samsvar::layout
