#include <algorithm>
#include <charconv>

#include "form/parts.h"

namespace samsvar::form {

namespace {

/// A sheet has at most XFD columns and 1,048,576 rows (ECMA-376 part 1, 18.3.1.4).
constexpr int most_columns = 16384;
constexpr int most_rows = 1048576;

/// A whole number from 1 to `most`, or 0.
int whole_number(std::string_view written, int most)
{
    int number = 0;
    const auto [end, failure] = std::from_chars(written.data(), written.data() + written.size(), number);
    const bool whole = failure == std::errc() && end == written.data() + written.size();
    return whole && number >= 1 && number <= most ? number : 0;
}

/// "C" or "3" → 3; 0 when it is neither.
int column_number(std::string_view written)
{
    if (const int number = whole_number(written, most_columns)) return number;
    int number = 0;
    for (const char letter : written) {
        if (letter < 'A' || letter > 'Z') return 0;
        number = number * 26 + (letter - 'A' + 1);
        if (number > most_columns) return 0;
    }
    return number;
}

int read_row(const xml::Element& element, std::string_view attribute, std::string_view written)
{
    if (const int row = whole_number(written, most_rows)) return row;
    throw element.error("attribute \"" + std::string(attribute) + "\" must be a row number from 1 to " +
                        std::to_string(most_rows) + ", not \"" + std::string(written) + "\"");
}

model::FormRegionColumn read_column(const xml::Element& element)
{
    element.allow({"at", "role", "choice"}, {});
    model::FormRegionColumn column;
    const std::string& at = element.require_attribute("at");
    column.column = column_number(at) - 1;
    if (column.column < 0)
        throw element.error("attribute \"at\" must be a column, as letters (C) or counted from 1 (3), not \"" + at +
                            "\"");
    const std::string& role = element.require_attribute("role");
    const auto known = model::column_role_named(role);
    if (!known)
        throw element.error(
            "attribute \"role\" must be id, section, question, guidance, choice, answer, remark, evidence, reviewer or "
            "other, not \"" +
            role + "\"");
    column.role = *known;
    column.choice = element.attribute_or("choice", "");
    if (!column.choice.empty() && column.role != model::ColumnRole::choice)
        throw element.error("attribute \"choice\" belongs to role=\"choice\", not to \"" + role + "\"");
    return column;
}

bool has_role(const model::FormRegion& region, std::initializer_list<model::ColumnRole> roles)
{
    return std::any_of(region.columns.begin(), region.columns.end(), [&](const model::FormRegionColumn& column) {
        return std::find(roles.begin(), roles.end(), column.role) != roles.end();
    });
}

void read_rows(const xml::Element& element, model::FormRegion& region)
{
    if (region.table.empty() && region.position == 0)
        throw element.error("attribute \"table\" is missing; name the sheet, or the Word table as table3");
    for (const std::string& row : element.words_attribute("header-rows"))
        region.header_rows.push_back(read_row(element, "header-rows", row) - 1);
    const bool headed = !region.header_rows.empty();
    if (const std::string* first = element.attribute("first-row"))
        region.first_row = read_row(element, "first-row", *first) - 1;
    else if (headed)
        region.first_row = *std::max_element(region.header_rows.begin(), region.header_rows.end()) + 1;
    if (const std::string* last = element.attribute("last-row"))
        region.last_row = read_row(element, "last-row", *last) - 1;
    if (region.last_row >= 0 && region.last_row < region.first_row)
        throw element.error("attribute \"last-row\" stands above the first row, " +
                            std::to_string(region.first_row + 1));
    for (const xml::Element* one : element.all("column")) {
        model::FormRegionColumn column = read_column(*one);
        for (const model::FormRegionColumn& known : region.columns)
            if (known.column == column.column)
                throw one->error("the column \"" + *one->attribute("at") + "\" stands twice");
        region.columns.push_back(std::move(column));
    }
    using enum model::ColumnRole;
    if (!has_role(region, {question, id}))
        throw element.error("a <column> with the role \"question\" or \"id\" is missing inside it");
    // A list of requirements may have no column to answer in: then each of them is unanswered.
}

}  // namespace

model::FormRegion read_region(const xml::Element& element)
{
    element.allow({"kind", "table", "position", "header-rows", "first-row", "last-row"}, {"column"});
    model::FormRegion region;
    region.origin = {element.file, element.line};
    const std::string& kind = element.require_attribute("kind");
    if (kind != "rows" && kind != "slots")
        throw element.error("attribute \"kind\" must be rows or slots, not \"" + kind + "\"");
    region.slots = kind == "slots";
    region.table = element.attribute_or("table", "");
    if (const std::string* position = element.attribute("position")) {
        region.position = whole_number(*position, most_rows);
        if (region.position == 0)
            throw element.error("attribute \"position\" must be the table's number in the file, from 1, not \"" +
                                *position + "\"");
    }
    if (!region.slots) {
        read_rows(element, region);
        return region;
    }
    for (const char* name : {"header-rows", "first-row", "last-row"})
        if (element.attribute(name))
            throw element.error("attribute \"" + std::string(name) + "\" belongs to kind=\"rows\", not to \"slots\"");
    if (!element.all("column").empty())
        throw element.all("column")[0]->error("belongs to kind=\"rows\", not to \"slots\"");
    return region;
}

}  // namespace samsvar::form
