#include "fuzz/targets.h"

#include <cstdio>
#include <cstdlib>
#include <optional>
#include <set>
#include <vector>

#include "archive/xml_lexer.h"
#include "base/error.h"
#include "delimited/open.h"
#include "reader/open.h"
#include "support/package_builder.h"

namespace samsvar::fuzz {

namespace {

void require(bool holds, const char* what)
{
    if (holds) return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

Limits small_limits()
{
    Limits limits;
    limits.entry_bytes = limits.dom_part_bytes = limits.package_bytes = 4u << 20;
    limits.cells = 20'000;
    limits.merged_ranges = 2'000;
    limits.problems = 50;
    return limits;
}

class Check {
public:
    explicit Check(const model::Document& document) : document_(document), used_(document.units.size()) {}

    void all()
    {
        for (const model::Block& block : document_.blocks) block_is_sound(block);
        for (const model::Aside& aside : document_.asides) {
            paragraph_is_sound(aside.paragraph);
            unit_is_used_once(aside.paragraph.unit);
            require(aside.anchor == model::no_unit || aside.anchor < used_.size(), "an anchor is a unit");
        }
        for (std::size_t unit = 0; unit < used_.size(); ++unit)
            require(used_[unit], "every unit stands in the document");
        std::set<std::string> places;
        for (std::size_t unit = 0; unit < used_.size(); ++unit)
            if (!document_.units[unit].sheet)
                require(places.insert(document_.units[unit].part + ':' + document_.units[unit].path).second,
                        "a place is one unit's");
        for (const model::Problem& problem : document_.problems)
            require(archive::is_utf8(problem.text), "a problem is UTF-8");
    }

private:
    void unit_is_used_once(model::UnitId unit)
    {
        require(unit < used_.size(), "a unit exists");
        require(!used_[unit], "a unit is used once");
        used_[unit] = true;
    }

    static void paragraph_is_sound(const model::Paragraph& paragraph)
    {
        require(archive::is_utf8(paragraph.text), "text is UTF-8");
        require(archive::is_utf8(paragraph.original), "original text is UTF-8");
        require(archive::is_utf8(paragraph.label), "a label is UTF-8");
        require(paragraph.heading >= 0 && paragraph.heading <= 10, "a heading is 0 to 10");
        for (const model::Control& control : paragraph.controls)
            require(archive::is_utf8(control.value), "a value is UTF-8");
    }

    void block_is_sound(const model::Block& block)
    {
        if (const auto* paragraph = std::get_if<model::Paragraph>(&block)) {
            paragraph_is_sound(*paragraph);
            unit_is_used_once(paragraph->unit);
            return;
        }
        const auto& table = std::get<model::Table>(block);
        std::pair last(-1, -1);
        for (const model::Cell& cell : table.cells) {
            require(std::pair(cell.row, cell.column) > last, "cells are in row-major order, each place once");
            last = {cell.row, cell.column};
            for (const std::string& choice : cell.choices) require(archive::is_utf8(choice), "a choice is UTF-8");
            require(cell.row_span >= 1 && cell.column_span >= 1, "a cell covers something");
            require(cell.row + cell.row_span <= table.rows && cell.column + cell.column_span <= table.columns,
                    "a cell lies inside its table");
            unit_is_used_once(cell.unit);
            for (const model::Block& inner : cell.blocks) {
                if (const auto* paragraph = std::get_if<model::Paragraph>(&inner))
                    paragraph_is_sound(*paragraph);
                else
                    block_is_sound(inner);
            }
        }
    }

    const model::Document& document_;
    std::vector<bool> used_;
};

std::vector<std::string> sections(std::string_view bytes)
{
    std::vector<std::string> parts;
    for (;;) {
        const auto end = bytes.find("\n----\n");
        parts.emplace_back(bytes.substr(0, end));
        if (end == std::string_view::npos) return parts;
        bytes.remove_prefix(end + 6);
    }
}

}  // namespace

std::optional<model::Document> open_checked(std::string_view bytes, const char* file)
{
    static const Limits limits = small_limits();
    try {
        model::Document document = reader::open_bytes(bytes, file, limits);
        Check(document).all();
        return document;
    }
    catch (const Error& error) {
        require(!error.message().empty() && archive::is_utf8(error.message()), "an Error says something");
        return std::nullopt;
    }
}

bool package(std::string_view bytes)
{
    return open_checked(bytes, "a.docx").has_value();
}

void workbook(std::string_view bytes)
{
    const std::vector<std::string> parts = sections(bytes);
    test::PackageBuilder builder =
        test::xlsx_builder({{"A", ""}, {"B", test::xlsx_row(1, {"Ja"}) + test::xlsx_row(2, {"Nei"})}});
    builder.part("xl/worksheets/sheet1.xml", parts[0]);
    if (parts.size() > 1) builder.part("xl/sharedStrings.xml", parts[1]);
    if (parts.size() > 2) builder.part("xl/styles.xml", parts[2]);
    if (parts.size() > 3)
        builder.part("xl/comments1.xml", parts[3])
            .relationship("xl/worksheets/sheet1.xml", "c", "comments", "../comments1.xml");
    open_checked(builder.bytes(), "a.xlsx");
}

void document(std::string_view bytes)
{
    const std::vector<std::string> parts = sections(bytes);
    test::PackageBuilder builder;
    builder.part("word/document.xml", parts[0]);
    if (parts.size() > 1) builder.part("word/numbering.xml", parts[1]);
    if (parts.size() > 2) builder.part("word/styles.xml", parts[2]);
    if (parts.size() > 3) builder.part("word/comments.xml", parts[3]);
    open_checked(builder.bytes(), "a.docx");
}

void odf(std::string_view bytes)
{
    const std::vector<std::string> parts = sections(bytes);
    for (const char* type :
         {"application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.spreadsheet"}) {
        std::vector<std::pair<std::string, std::string>> entries{{"mimetype", type}, {"content.xml", parts[0]}};
        if (parts.size() > 1) entries.emplace_back("styles.xml", parts[1]);
        if (parts.size() > 2) entries.emplace_back("meta.xml", parts[2]);
        open_checked(test::stored_zip(entries), "a.odf");
    }
}

void delimited(std::string_view bytes)
{
    try {
        Check(delimited::open_bytes(bytes, "a.csv", small_limits())).all();
    }
    catch (const Error& error) {
        require(!error.message().empty() && archive::is_utf8(error.message()), "an Error says something");
    }
}

}  // namespace samsvar::fuzz
