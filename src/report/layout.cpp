#include "report/layout.h"

#include <algorithm>
#include <cassert>

#include "base/files.h"
#include "model/languages.h"
#include "report/cell_text.h"
#include "report/layout_sheets.h"
#include "report/layout_vocabulary.h"
#include "xml/element.h"
#include "xml/values.h"

namespace samsvar::report {

using model::Language;
using xml::Element;

namespace {

template <class List>
std::string listed(const List& words)
{
    std::string list;
    for (const auto& word : words) list += (list.empty() ? "" : ", ") + std::string(word);
    return list;
}

template <class List>
bool contains(const List& words, std::string_view wanted)
{
    return std::find(words.begin(), words.end(), wanted) != words.end();
}

std::optional<Colour> read_colour(const Element& element, std::string_view attribute)
{
    const std::string* written = element.attribute(attribute);
    if (!written) return std::nullopt;
    Colour colour = 0;
    bool right = written->size() == 6;
    for (const char digit : *written) {
        const std::string_view digits = "0123456789ABCDEF";
        const std::size_t value = digits.find(digit);
        right = right && value != std::string_view::npos;
        if (right) colour = colour * 16 + static_cast<Colour>(value);
    }
    if (!right)
        throw element.error("attribute \"" + std::string(attribute) + "\" must be a colour such as 1F3864, not \"" +
                            *written + "\"");
    return colour;
}

double read_number(const Element& element, std::string_view attribute, double otherwise, double smallest,
                   double largest)
{
    const double number = element.number_attribute(attribute).value_or(otherwise);
    if (number < smallest || number > largest)
        throw element.error("attribute \"" + std::string(attribute) + "\" must be from " +
                            std::to_string(static_cast<int>(smallest)) + " to " +
                            std::to_string(static_cast<int>(largest)));
    return number;
}

Style read_style(const Element& element)
{
    element.allow(
        {"id", "points", "bold", "italic", "underline", "align", "vertical", "ink", "fill", "border", "format"}, {});
    Style style;
    style.id = element.require_attribute("id");
    style.points = read_number(element, "points", 0, 0, 40);
    style.bold = element.flag_attribute("bold", false);
    style.italic = element.flag_attribute("italic", false);
    style.underline = element.flag_attribute("underline", false);
    const std::string align = element.attribute_or("align", "left");
    if (align == "left")
        style.align = Align::left;
    else if (align == "centre")
        style.align = Align::centre;
    else if (align == "right")
        style.align = Align::right;
    else
        throw element.error("attribute \"align\" must be left, centre or right, not \"" + align + "\"");
    const std::string vertical = element.attribute_or("vertical", "top");
    if (vertical != "top" && vertical != "middle")
        throw element.error("attribute \"vertical\" must be top or middle, not \"" + vertical + "\"");
    style.middle = vertical == "middle";
    style.ink = read_colour(element, "ink");
    style.fill = read_colour(element, "fill");
    style.border = read_colour(element, "border");
    style.number_format = element.attribute_or("format", "");
    return style;
}

LayoutColumn read_column(const Element& element, const std::string& table, const ReportTables& known,
                         const Layout& layout)
{
    if (known.bidder_columns)
        element.allow({"key", "width", "least-width", "folded", "style", "wrap", "omit-empty", "hidden"}, {"label"});
    else
        element.allow({"key", "width", "style", "wrap", "omit-empty", "hidden"}, {"label"});
    LayoutColumn column;
    column.key = element.require_attribute("key");
    const auto& keys = known.keys(table);
    if (!contains(keys, column.key))
        throw element.error("table \"" + table + "\" has no column \"" + column.key + "\"; it has " + listed(keys));
    element.require_attribute("width");
    column.width = read_number(element, "width", 10, 1, 250);
    column.least_width = read_number(element, "least-width", 0, 0, column.width);
    column.fold = xml::read_choice<Fold>(element, "folded",
                                         {{"no", Fold::no}, {"yes", Fold::yes}, {"when-wide", Fold::when_wide}});
    column.style = element.attribute_or("style", "text");
    if (!layout.styles.contains(column.style)) throw element.error("there is no style \"" + column.style + "\"");
    column.wrap = element.flag_attribute("wrap", false);
    column.hidden = element.flag_attribute("hidden", false);
    column.omit_empty = element.flag_attribute("omit-empty", false);
    if (!known.bidder_columns || element.child("label")) column.label = read_all_languages(element, "label");
    column.origin = {element.file, element.line};
    return column;
}

// Excel's rules for the name of a sheet: at most 31 characters, none of []:*?/\ and no apostrophe at the ends.
void check_sheet_names(const Element& element, const LayoutSheet& sheet, const Layout& layout)
{
    for (const Language language : model::report_languages) {
        const std::string& name = sheet.name.in(language);
        if (utf16_length(name) > 31 || name.find_first_of("[]:*?/\\'") != std::string::npos)
            throw element.error("sheet name \"" + name + "\" must have at most 31 characters and none of []:*?/\\'");
        for (const LayoutSheet& other : layout.sheets)
            if (other.name.in(language) == name) throw element.error("a second sheet with the name \"" + name + "\"");
    }
}

void read_tones(const Element& element, Layout& layout)
{
    element.allow({}, {"tone"});
    for (const Element* child : element.all("tone")) {
        child->allow({"of", "value", "fill", "ink"}, {});
        const std::string id = child->require_attribute("of") + '.' + child->require_attribute("value");
        child->require_attribute("fill");
        child->require_attribute("ink");
        if (!contains(required_tones(), id)) throw child->error("nothing is called \"" + id + "\"");
        const Tone tone{*read_colour(*child, "fill"), *read_colour(*child, "ink")};
        if (!layout.tones.emplace(id, tone).second) throw child->error("a second tone of \"" + id + "\"");
    }
    for (const std::string& id : required_tones())
        if (!layout.tones.contains(id)) throw element.error("lacks a <tone> of \"" + id + "\"");
}

void read_decisions(const Element& element, Layout& layout)
{
    element.allow({}, {"decision"});
    for (const Element* child : element.all("decision")) {
        child->allow({"id"}, {"label"});
        const std::string& id = child->require_attribute("id");
        if (!contains(decision_ids(), id))
            throw child->error("there is no decision \"" + id + "\"; known: " + listed(decision_ids()));
        for (const auto& [other, label] : layout.decisions)
            if (other == id) throw child->error("a second decision \"" + id + "\"");
        layout.decisions.emplace_back(id, read_all_languages(*child, "label"));
        // The list stands in the file as one comma-separated string of at most 255 characters (18.3.1.32).
        for (const auto& [language, label] : layout.decisions.back().second.all())
            if (label.find(',') != std::string::npos || label.size() > 50)
                throw child->error("\"" + label + "\" must have no comma and at most 50 characters");
    }
    if (layout.decisions.size() != decision_ids().size())
        throw element.error("must have all decisions: " + listed(decision_ids()));
}

void read_words(const Element& texts, const Element* uses, Layout& layout)
{
    texts.allow({}, {"text"});
    for (const Element* child : texts.all("text")) {
        child->allow({"id"}, {"label"});
        const std::string& id = child->require_attribute("id");
        if (!contains(required_texts(), id)) throw child->error("the reports use no text \"" + id + "\"");
        if (!layout.texts.emplace(id, read_all_languages(*child, "label")).second)
            throw child->error("a second text \"" + id + "\"");
    }
    for (const std::string_view id : required_texts())
        if (!layout.texts.contains(std::string(id))) throw texts.error("lacks the text \"" + std::string(id) + "\"");
    if (!uses) return;
    uses->allow({}, {"use"});
    for (const Element* child : uses->all("use")) {
        child->allow({"id"}, {"label"});
        if (!layout.uses.emplace(child->require_attribute("id"), read_all_languages(*child, "label")).second)
            throw child->error("a second use \"" + child->require_attribute("id") + "\"");
    }
}

}  // namespace

const std::vector<std::string_view>& ReportTables::keys(std::string_view table) const
{
    static const std::vector<std::string_view> none;
    for (const auto& [name, keys] : tables)
        if (name == table) return keys;
    return none;
}

/// The children `name` of `element`: one for each report language, none empty.
model::LocalText read_all_languages(const Element& element, std::string_view name)
{
    model::LocalText texts = xml::read_texts(element, name);
    for (const Language language : model::report_languages) {
        const std::string* text = texts.exactly(language);
        if (!text || text->empty())
            throw element.error("lacks <" + std::string(name) + " xml:lang=\"" + name_of(language) + "\">");
    }
    return texts;
}

LayoutSheet read_sheet(const Element& element, const ReportTables& known, const Layout& layout)
{
    element.allow({"table", "freeze-columns", "filter", "banners", "locked", "tab"},
                  {"name", "title", "note", "column", "block"});
    LayoutSheet sheet;
    sheet.table = element.require_attribute("table");
    if (known.keys(sheet.table).empty()) {
        std::vector<std::string_view> names;
        for (const auto& [name, keys] : known.tables) names.push_back(name);
        throw element.error("there is no table \"" + sheet.table + "\"; known: " + listed(names));
    }
    for (const LayoutSheet& other : layout.sheets)
        if (other.table == sheet.table) throw element.error("a second sheet of the table \"" + sheet.table + "\"");
    sheet.name = read_all_languages(element, "name");
    check_sheet_names(element, sheet, layout);
    sheet.title = read_all_languages(element, "title");
    if (element.child("note")) sheet.note = read_all_languages(element, "note");
    sheet.freeze_columns = static_cast<int>(read_number(element, "freeze-columns", 0, 0, 10));
    sheet.filter = element.flag_attribute("filter", false);
    sheet.banners = element.flag_attribute("banners", false);
    sheet.locked = element.flag_attribute("locked", false);
    sheet.tab = read_colour(element, "tab");
    sheet.origin = {element.file, element.line};
    for (const Element* child : element.all("column")) {
        LayoutColumn column = read_column(*child, sheet.table, known, layout);
        for (const LayoutColumn& other : sheet.columns)
            if (other.key == column.key) throw child->error("a second column \"" + column.key + "\"");
        sheet.columns.push_back(std::move(column));
    }
    if (sheet.columns.empty()) throw element.error("has no <column>");
    for (const Element* child : element.all("block")) {
        child->allow({"key"}, {"label"});
        LayoutBlock block{
            child->require_attribute("key"), read_all_languages(*child, "label"), {child->file, child->line}};
        if (sheet.table != "summary") throw child->error("only the summary has blocks");
        if (!contains(block_keys(), block.key))
            throw child->error("there is no block \"" + block.key + "\"; known: " + listed(block_keys()));
        sheet.blocks.push_back(std::move(block));
    }
    if (sheet.table == "summary") {
        // The blocks of the summary share one grid, so its columns are fixed; only widths and labels are free.
        std::vector<std::string_view> written;
        for (const LayoutColumn& column : sheet.columns) written.emplace_back(column.key);
        if (written != known.keys("summary"))
            throw element.error("the summary's columns must be, in this order: " + listed(known.keys("summary")));
    }
    return sheet;
}

void read_styles(const Element& element, Layout& layout)
{
    element.allow({}, {"style"});
    for (const Element* child : element.all("style")) {
        Style style = read_style(*child);
        if (layout.styles.contains(style.id)) throw child->error("a second style \"" + style.id + "\"");
        layout.styles.emplace(style.id, std::move(style));
    }
}

const std::string& Layout::text(std::string_view wanted, model::Language language) const
{
    const auto found = texts.find(std::string(wanted));
    assert(found != texts.end());
    static const std::string none;
    return found == texts.end() ? none : found->second.in(language);
}

Layout load_layout(const std::filesystem::path& path, const std::string& shown)
{
    const Element root = xml::parse(read_file(path, Limits{}.own_xml_bytes), shown);
    if (root.name != "report" || root.name_space != "urn:samsvar:report:1")
        throw root.error("this is not a report layout: the root must be <report xmlns=\"urn:samsvar:report:1\">");
    root.allow({"id", "xmlns"}, {"title", "page", "font", "styles", "tones", "decisions", "texts", "uses", "sheet"});
    Layout layout;
    layout.id = root.require_attribute("id");
    layout.title = read_all_languages(root, "title");

    const Element& page = root.require_child("page");
    page.allow({"orientation", "left", "right", "top", "bottom"}, {});
    const std::string orientation = page.attribute_or("orientation", "landscape");
    if (orientation != "landscape" && orientation != "portrait")
        throw page.error("attribute \"orientation\" must be landscape or portrait, not \"" + orientation + "\"");
    layout.landscape = orientation == "landscape";
    layout.margin_left = read_number(page, "left", 10, 0, 100);
    layout.margin_right = read_number(page, "right", 10, 0, 100);
    layout.margin_top = read_number(page, "top", 10, 0, 100);
    layout.margin_bottom = read_number(page, "bottom", 15, 0, 100);

    const Element& font = root.require_child("font");
    font.allow({"name", "points", "stretch"}, {});
    layout.font = font.require_attribute("name");
    layout.points = read_number(font, "points", 10, 6, 20);
    layout.stretch = read_number(font, "stretch", 1.1, 1, 3);

    const Element& styles = root.require_child("styles");
    read_styles(styles, layout);
    for (const std::string_view id : required_styles())
        if (!layout.styles.contains(std::string(id))) throw styles.error("lacks the style \"" + std::string(id) + "\"");

    read_tones(root.require_child("tones"), layout);
    read_decisions(root.require_child("decisions"), layout);
    read_words(root.require_child("texts"), root.child("uses"), layout);
    for (const Element* child : root.all("sheet")) layout.sheets.push_back(read_sheet(*child, matrix_tables(), layout));
    if (layout.sheets.empty()) throw root.error("has no <sheet>");
    return layout;
}

}  // namespace samsvar::report
