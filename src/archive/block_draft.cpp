#include "archive/block_draft.h"

#include <algorithm>
#include <iterator>

namespace samsvar::archive {

namespace {

bool is_blank(std::string_view text)
{
    return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

}  // namespace

std::string numbered(const std::string& path, const char* what, int number)
{
    return (path.empty() ? std::string() : path + '/') + what + std::to_string(number);
}

bool is_empty(const model::Paragraph& paragraph)
{
    return is_blank(paragraph.text) && paragraph.label.empty() && paragraph.controls.empty();
}

void share_marks(model::Cell& cell)
{
    bool any = false;
    model::Marks all;
    all.hidden = all.struck = all.placeholder = true;
    for (const model::Block& block : cell.blocks) {
        const auto* paragraph = std::get_if<model::Paragraph>(&block);
        if (!paragraph) continue;
        cell.marks.inserted |= paragraph->marks.inserted;
        cell.marks.deleted |= paragraph->marks.deleted;
        cell.marks.moved |= paragraph->marks.moved;
        if (is_blank(paragraph->text)) continue;
        any = true;
        all.hidden &= paragraph->marks.hidden;
        all.struck &= paragraph->marks.struck;
        all.placeholder &= paragraph->marks.placeholder;
    }
    if (!any) return;
    cell.marks.hidden |= all.hidden;
    cell.marks.struck |= all.struck;
    cell.marks.placeholder |= all.placeholder;
}

model::UnitId add_aside(Draft& draft, model::UnitKind kind, const std::string& part, const std::string& path,
                        model::UnitId anchor, model::Paragraph paragraph)
{
    model::Aside aside;
    aside.kind = kind;
    aside.anchor = anchor;
    paragraph.unit = draft.unit(kind, part, path, false, is_empty(paragraph));
    aside.paragraph = std::move(paragraph);
    draft.document.asides.push_back(std::move(aside));
    return draft.document.asides.back().paragraph.unit;
}

void append(model::Paragraph& joined, model::Paragraph more)
{
    joined.text += '\n' + more.text;
    joined.marks.inserted |= more.marks.inserted;
    joined.marks.deleted |= more.marks.deleted;
    joined.marks.moved |= more.marks.moved;
    joined.marks.hidden &= more.marks.hidden;
    joined.marks.struck &= more.marks.struck;
    std::move(more.controls.begin(), more.controls.end(), std::back_inserter(joined.controls));
    std::move(more.links.begin(), more.links.end(), std::back_inserter(joined.links));
}

}  // namespace samsvar::archive
