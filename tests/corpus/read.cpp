// Prints what the reader makes of each file as one line of JSON, for compare.py to hold against what others read.
#include <iostream>

#include "base/error.h"
#include "reader/open.h"

using namespace samsvar;

namespace {

void print(const std::string& text)
{
    constexpr const char* digits = "0123456789abcdef";
    std::cout << '"';
    for (const char c : text) {
        if (c == '"' || c == '\\')
            std::cout << '\\' << c;
        else if (static_cast<unsigned char>(c) < 0x20)
            std::cout << "\\u00" << digits[c >> 4] << digits[c & 15];
        else
            std::cout << c;
    }
    std::cout << '"';
}

void print(const char* key, const std::string& text)
{
    std::cout << '"' << key << "\":";
    print(text);
}

/// Prints the elements with commas between them.
template <typename List, typename Print>
void print_list(const char* key, const List& list, const Print& print_one)
{
    std::cout << '"' << key << "\":[";
    bool first = true;
    for (const auto& one : list) {
        if (!first) std::cout << ',';
        first = false;
        print_one(one);
    }
    std::cout << ']';
}

std::string letters_of(const model::Marks& marks)
{
    std::string letters;
    if (marks.hidden) letters += 'h';
    if (marks.struck) letters += 's';
    if (marks.inserted) letters += 'i';
    if (marks.deleted) letters += 'd';
    if (marks.moved) letters += 'm';
    if (marks.formula) letters += 'f';
    if (marks.error) letters += 'e';
    if (marks.placeholder) letters += 'p';
    return letters;
}

void print_fields(const model::Paragraph& paragraph)
{
    print("text", paragraph.text);
    std::cout << ',';
    print("original", paragraph.original);
    std::cout << ',';
    print("label", paragraph.label);
    std::cout << ',';
    print("style", paragraph.style);
    std::cout << ',';
    print("marks", letters_of(paragraph.marks));
    std::cout << ",\"level\":" << paragraph.list_level << ",\"heading\":" << paragraph.heading << ',';
    print_list("controls", paragraph.controls, [](const model::Control& control) {
        std::cout << "{\"kind\":" << static_cast<int>(control.kind) << ',';
        print("value", control.value);
        std::cout << ",\"checked\":" << (control.checked ? "true" : "false") << '}';
    });
    std::cout << ',';
    print_list("links", paragraph.links, [](const model::Link& link) { print(link.target); });
}

void print(const model::Block& block)
{
    if (const auto* paragraph = std::get_if<model::Paragraph>(&block)) {
        std::cout << '{';
        print_fields(*paragraph);
        std::cout << '}';
        return;
    }
    const auto& table = std::get<model::Table>(block);
    std::cout << '{';
    print("table", table.name);
    std::cout << ",\"hidden\":" << (table.marks.hidden ? "true" : "false") << ",\"rows\":" << table.rows
              << ",\"columns\":" << table.columns << ',';
    print_list("cells", table.cells, [](const model::Cell& cell) {
        std::cout << "{\"row\":" << cell.row << ",\"column\":" << cell.column << ",\"rows\":" << cell.row_span
                  << ",\"columns\":" << cell.column_span << ',';
        print("marks", letters_of(cell.marks));
        std::cout << ',';
        print_list("blocks", cell.blocks, [](const model::Block& inner) { print(inner); });
        std::cout << '}';
    });
    std::cout << '}';
}

void print(const model::Document& document)
{
    print_list("blocks", document.blocks, [](const model::Block& block) { print(block); });
    std::cout << ',';
    print_list("asides", document.asides, [&](const model::Aside& aside) {
        std::cout << "{\"kind\":" << static_cast<int>(aside.kind) << ',';
        print("author", aside.author);
        std::cout << ',';
        print("anchor", aside.anchor == model::no_unit ? std::string() : document.units[aside.anchor].path);
        std::cout << ',';
        print_fields(aside.paragraph);
        std::cout << '}';
    });
    std::cout << ',';
    print_list("problems", document.problems, [](const model::Problem& problem) { print(problem.text); });
}

}  // namespace

int main(int argc, char** argv)
{
    std::ios::sync_with_stdio(false);
    for (int i = 1; i < argc; ++i) {
        std::cout << '{';
        try {
            const model::Document document = reader::open(argv[i]);
            print(document);
        }
        catch (const Error& error) {
            print("error", error.what());
        }
        std::cout << "}\n";
    }
    return 0;
}
