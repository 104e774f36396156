#include "layout/content.h"

#include <algorithm>
#include <array>

#include "layout/ledger.h"
#include "text/fold.h"

namespace samsvar::layout {

namespace {

/// A character that stands for a check box, ticked or not.
struct Box {
    std::string_view bytes;
    bool ticked;
    bool alone;  ///< means a box even where the file has no control for it
};
constexpr std::array boxes{
    Box{"☐", false, true},  Box{"☑", true, true},   Box{"☒", true, true},   Box{"□", false, false},
    Box{"◻", false, false}, Box{"⬜", false, false}, Box{"○", false, false}, Box{"■", true, false},
    Box{"●", true, false},  Box{"✓", true, false},  Box{"✔", true, false},  Box{"✗", true, false},
    Box{"✘", true, false},
};

/// Words a check box is labelled with; what follows them in the same paragraph is free text.
constexpr std::array choice_words{
    "ja",           "nei",
    "nej",          "yes",
    "no",           "kyllä",
    "ei",           "delvis",
    "delvist",      "osittain",
    "partly",       "partial",
    "partially",    "n/a",
    "ikke aktuelt", "ikke relevant",
    "ej aktuellt",  "ej tillämpligt",
    "ej relevant",  "not applicable",
};

struct Mark {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool ticked = false;
};

std::vector<Mark> marks_in(std::string_view text, bool with_controls)
{
    std::vector<Mark> marks;
    // All of them start with the lead byte of U+2000-U+2FFF.
    for (std::size_t at = text.find('\xE2'); at < text.size(); at = text.find('\xE2', at + 1)) {
        for (const Box& box : boxes) {
            if ((!with_controls && !box.alone) || text.substr(at, box.bytes.size()) != box.bytes) continue;
            marks.push_back({at, at + box.bytes.size(), box.ticked});
            at += box.bytes.size() - 1;
            break;
        }
    }
    return marks;
}

struct Label {
    std::string_view choice;
    std::string_view rest;
};

Label split_label(std::string_view label)
{
    label = text::trimmed(label);
    const text::Folded folded = text::fold(label);
    std::size_t longest = 0;
    for (const char* word : choice_words) {
        const std::string wanted = text::fold_text(word);
        if (wanted.size() <= longest || !folded.text.starts_with(wanted)) continue;
        const char next = wanted.size() < folded.text.size() ? folded.text[wanted.size()] : ' ';
        const bool inside_word = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next == '-';
        if (!inside_word) longest = wanted.size();
    }
    if (longest == 0) return {label, {}};
    const std::size_t cut = folded.origin[longest];
    std::string_view rest = label.substr(cut);
    while (!rest.empty() && std::string_view(" \t\n,.;:-").find(rest.front()) != std::string_view::npos)
        rest.remove_prefix(1);
    return {text::trimmed(label.substr(0, cut)), rest};
}

/// Text after the label of a box that is not ticked is the form's ("Nei, forklar:") unless it reads like an answer.
bool belongs_to_form(std::string_view rest)
{
    return rest.empty() || rest.front() == '(' || rest.back() == ':' || rest.back() == '?';
}

void add_line(std::string& text, std::string_view line)
{
    if (!text.empty()) text += '\n';
    text += line;
}

void add_choice(Content& content, std::string_view choice)
{
    if (choice.empty()) return;
    if (!content.choice.empty()) content.choice += ", ";
    content.choice += choice;
}

/// Takes the placeholder texts of controls out of a paragraph's text.
std::string entered_text(const model::Paragraph& paragraph, Content& content)
{
    if (paragraph.marks.placeholder) {
        add_line(content.placeholder, paragraph.text);
        return {};
    }
    std::string text = paragraph.text;
    for (const model::Control& control : paragraph.controls) {
        if (!control.placeholder || control.value.empty()) continue;
        const std::size_t at = text.find(control.value);
        if (at == std::string::npos) continue;
        add_line(content.placeholder, control.value);
        text.erase(at, control.value.size());
    }
    return text;
}

void read_boxes(std::string_view text, std::vector<Mark> marks, const std::vector<const model::Control*>& controls,
                Content& content, std::string& line)
{
    content.boxes = true;
    if (controls.size() == marks.size())
        for (std::size_t index = 0; index < marks.size(); ++index) marks[index].ticked = controls[index]->checked;
    line += text::trimmed(text.substr(0, marks.front().begin));
    for (std::size_t index = 0; index < marks.size(); ++index) {
        const bool last = index + 1 == marks.size();
        const std::size_t end = last ? text.size() : marks[index + 1].begin;
        const Label label = split_label(text.substr(marks[index].end, end - marks[index].end));
        if (marks[index].ticked) add_choice(content, label.choice);
        const bool keep = marks[index].ticked ? !label.rest.empty() : last && !belongs_to_form(label.rest);
        if (!keep) continue;
        if (!line.empty()) line += ' ';
        line += label.rest;
    }
}

/// Boxes that left no sign in the text (legacy form fields): the whole text is the label of a single one, and several
/// go by their names.
void read_silent_boxes(std::string_view text, const std::vector<const model::Control*>& controls, Content& content,
                       std::string& line)
{
    content.boxes = true;
    if (controls.size() == 1) {
        const Label label = split_label(text);
        if (controls[0]->checked) add_choice(content, label.choice.empty() ? controls[0]->name : label.choice);
        if (controls[0]->checked || !belongs_to_form(label.rest)) line += label.rest;
        return;
    }
    for (const model::Control* control : controls)
        if (control->checked) add_choice(content, control->name);
    line += text;
}

/// A lone box that is not ticked: nothing was answered.
bool is_empty_box(std::string_view text, const std::vector<Mark>& marks,
                  const std::vector<const model::Control*>& controls)
{
    if (marks.size() != 1 || text::trimmed(text).size() != marks.front().end - marks.front().begin) return false;
    return controls.size() == 1 ? !controls.front()->checked : !marks.front().ticked;
}

void read_paragraph(const model::Paragraph& paragraph, Content& content, std::vector<std::string>& lines)
{
    if (paragraph.marks.hidden) {
        add_line(content.hidden, paragraph.text);
        return;
    }
    if (paragraph.marks.struck) {
        add_line(content.struck, paragraph.text);
        return;
    }
    content.marks.inserted |= paragraph.marks.inserted;
    content.marks.deleted |= paragraph.marks.deleted;
    content.marks.moved |= paragraph.marks.moved;
    content.marks.formula |= paragraph.marks.formula;
    content.marks.error |= paragraph.marks.error;

    std::string text = entered_text(paragraph, content);
    std::vector<const model::Control*> controls;
    for (const model::Control& control : paragraph.controls)
        if (control.kind == model::ControlKind::checkbox || control.kind == model::ControlKind::option)
            controls.push_back(&control);
    const std::vector<Mark> marks = marks_in(text, !controls.empty());
    // A lone box without a label is an answer by itself ("☒" in a column headed Ja); rules read it as it stands.
    const bool labelled = !marks.empty() && !text::trimmed(std::string_view(text).substr(marks.front().end)).empty();
    std::string line;
    if (labelled)
        read_boxes(text, marks, controls, content, line);
    else if (!controls.empty() && marks.empty())
        read_silent_boxes(text, controls, content, line);
    else if (!is_empty_box(text, marks, controls))
        line = std::move(text);
    lines.push_back(std::move(line));
}

void read_blocks(const std::vector<model::Block>& blocks, Content& content, std::vector<std::string>& lines)
{
    for (const model::Block& block : blocks) {
        if (const auto* paragraph = std::get_if<model::Paragraph>(&block)) {
            read_paragraph(*paragraph, content, lines);
            continue;
        }
        // Nesting is bounded by Limits::xml_depth, so this recursion is too.
        for (const model::Cell& cell : std::get<model::Table>(block).cells) read_blocks(cell.blocks, content, lines);
    }
}

void finish(std::vector<std::string>& lines, Content& content)
{
    std::string text;
    if (!lines.empty()) text = std::move(lines.front());
    for (std::size_t index = 1; index < lines.size(); ++index) {
        text += '\n';
        text += lines[index];
    }
    const std::string_view inner = text::trimmed(text);
    if (inner.size() == text.size())
        content.text = std::move(text);
    else
        content.text = inner;
    if (!content.empty()) content.placeholder.clear();
}

void collect_lines(const std::vector<model::Block>& blocks, std::vector<std::string>& lines)
{
    for (const model::Block& block : blocks) {
        const auto* paragraph = std::get_if<model::Paragraph>(&block);
        if (!paragraph) {
            for (const model::Cell& cell : std::get<model::Table>(block).cells) collect_lines(cell.blocks, lines);
            continue;
        }
        if (paragraph->marks.hidden || paragraph->marks.struck || paragraph->marks.placeholder) continue;
        std::string_view rest = paragraph->text;
        while (true) {
            const std::size_t end = rest.find('\n');
            lines.emplace_back(text::trimmed(rest.substr(0, end)));
            if (end == std::string_view::npos) break;
            rest.remove_prefix(end + 1);
        }
    }
}

}  // namespace

Content content_of(const model::Cell& cell)
{
    Content content;
    content.marks = cell.marks;
    std::vector<std::string> lines;
    read_blocks(cell.blocks, content, lines);
    finish(lines, content);
    if (cell.marks.placeholder || cell.marks.struck) {
        std::string& apart = cell.marks.placeholder ? content.placeholder : content.struck;
        if (apart.empty()) apart = cell.text();
        content.text.clear();
        content.choice.clear();
    }
    return content;
}

Content content_of(const model::Paragraph& paragraph)
{
    Content content;
    content.marks = paragraph.marks;
    std::vector<std::string> lines;
    read_paragraph(paragraph, content, lines);
    finish(lines, content);
    return content;
}

std::vector<std::string> lines_of(const model::Cell& cell)
{
    std::vector<std::string> lines;
    collect_lines(cell.blocks, lines);
    return lines;
}

bool is_choice_word(std::string_view text)
{
    const std::string folded = text::fold_text(text::trimmed(text));
    return std::any_of(choice_words.begin(), choice_words.end(),
                       [&](const char* word) { return folded == text::fold_text(word); });
}

bool is_ticked(const model::Cell& cell, const Content& content)
{
    for (const model::Control* control : cell.controls())
        if (control->kind == model::ControlKind::checkbox || control->kind == model::ControlKind::option)
            return control->checked;
    return !content.empty();
}

std::string_view reason_for_nothing(const Content& content)
{
    if (!content.placeholder.empty()) return reason::placeholder;
    if (!content.struck.empty()) return reason::struck;
    if (!content.hidden.empty()) return reason::hidden;
    return reason::empty;
}

}  // namespace samsvar::layout
