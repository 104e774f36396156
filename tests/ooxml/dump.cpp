// Prints what the reader makes of a file, one line per block, cell and aside: to look at differences by hand.
#include <chrono>
#include <cstdlib>
#include <iostream>

#include "base/error.h"
#include "ooxml/open.h"

using namespace samsvar;

namespace {

void print_marks(const model::Marks& marks)
{
    if (marks.hidden) std::cout << " hidden";
    if (marks.struck) std::cout << " struck";
    if (marks.inserted) std::cout << " inserted";
    if (marks.deleted) std::cout << " deleted";
    if (marks.moved) std::cout << " moved";
    if (marks.formula) std::cout << " formula";
    if (marks.error) std::cout << " error";
    if (marks.placeholder) std::cout << " placeholder";
}

std::string quoted(const std::string& text)
{
    std::string shown;
    for (const char c : text)
        shown += c == '\n' ? std::string("\\n") : c == '\t' ? std::string("\\t") : std::string(1, c);
    return shown;
}

void print(const model::Document& document, const model::Paragraph& paragraph, const char* what)
{
    std::cout << what << ' ' << document.place(paragraph.unit).text();
    if (paragraph.heading) std::cout << " heading=" << paragraph.heading;
    if (!paragraph.label.empty()) std::cout << " label=" << paragraph.label << " level=" << paragraph.list_level;
    print_marks(paragraph.marks);
    std::cout << " | " << quoted(paragraph.text);
    if (!paragraph.original.empty()) std::cout << " | was: " << quoted(paragraph.original);
    for (const model::Control& control : paragraph.controls)
        std::cout << " {" << static_cast<int>(control.kind) << ' ' << control.name << '=' << quoted(control.value)
                  << (control.checked ? " checked" : "") << (control.placeholder ? " placeholder" : "") << '}';
    for (const model::Link& link : paragraph.links) std::cout << " <" << link.text << " -> " << link.target << '>';
    std::cout << '\n';
}

void print(const model::Document& document, const model::Block& block)
{
    if (const auto* paragraph = std::get_if<model::Paragraph>(&block)) {
        print(document, *paragraph, "paragraph");
        return;
    }
    const auto& table = std::get<model::Table>(block);
    std::cout << "table " << table.name << ' ' << table.rows << 'x' << table.columns
              << (table.marks.hidden ? " hidden" : "") << " blank=" << table.blank_cells << '\n';
    for (const model::Cell& cell : table.cells) {
        std::cout << " cell " << document.place(cell.unit).text() << " (" << cell.row << ',' << cell.column << ')';
        if (cell.row_span > 1 || cell.column_span > 1)
            std::cout << " span " << cell.row_span << 'x' << cell.column_span;
        print_marks(cell.marks);
        if (!cell.choices.empty()) std::cout << " choices=" << cell.choices.size();
        std::cout << " | " << quoted(cell.shown_text()) << '\n';
        for (const model::Block& inner : cell.blocks)
            if (!table.sheet) print(document, inner);
    }
}

}  // namespace

int main(int argc, char** argv)
{
    const bool quiet = std::getenv("QUIET") != nullptr;
    int failures = 0;
    for (int i = 1; i < argc; ++i) {
        try {
            const auto start = std::chrono::steady_clock::now();
            const model::Document document = ooxml::open(argv[i]);
            const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
            std::cout << document.file << " units " << document.units.size() << " problems " << document.problems.size()
                      << ' ' << took.count() << " ms\n";
            if (quiet) continue;
            std::cout << "title=" << document.title << " program=" << document.program
                      << " modified=" << document.modified << '\n';
            for (const model::Block& block : document.blocks) print(document, block);
            for (const model::Aside& aside : document.asides) print(document, aside.paragraph, "aside");
            for (const model::Problem& problem : document.problems)
                std::cout << "problem " << problem.place.text() << ": " << problem.text << '\n';
        }
        catch (const Error& error) {
            std::cout << "Error " << name_of(error.code()) << ": " << error.what() << '\n';
            ++failures;
        }
    }
    return failures > 0 ? 1 : 0;
}
