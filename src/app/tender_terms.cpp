#include "app/tender_terms.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <set>

#include "base/error.h"
#include "base/files.h"
#include "reader/open.h"
#include "xml/element.h"
#include "xml/values.h"

namespace samsvar::app {

namespace {

using model::ComparisonTerms;
using model::Severity;
using xml::Element;

constexpr double largest = 1000;

double amount(const Element& element, std::string_view attribute)
{
    element.require_attribute(attribute);
    const double number = *element.number_attribute(attribute);
    if (!(number >= 0 && number <= largest))
        throw element.error("attribute \"" + std::string(attribute) + "\" must be from 0 to 1000");
    return number;
}

void read_points(const Element& element, ComparisonTerms& terms)
{
    element.allow({"outcome", "value", "low", "high", "counts"}, {});
    const std::string& word = element.require_attribute("outcome");
    const std::optional<model::Outcome> outcome = model::outcome_named(word);
    if (!outcome && word != "not-asked")
        throw element.error("attribute \"outcome\" must be an outcome or not-asked, not \"" + word + "\"");
    std::optional<model::PointRange> points;
    const bool one = element.attribute("value") != nullptr;
    const bool range = element.attribute("low") != nullptr || element.attribute("high") != nullptr;
    if (element.flag_attribute("counts", true)) {
        if (one == range) throw element.error("needs either \"value\" or \"low\" and \"high\"");
        points = one ? model::PointRange{amount(element, "value"), amount(element, "value")}
                     : model::PointRange{amount(element, "low"), amount(element, "high")};
        if (points->low > points->high) throw element.error("\"low\" must not be above \"high\"");
    }
    else if (one || range)
        throw element.error("what does not count has no points");
    if (!outcome)
        terms.not_asked = points;
    else if (points)
        terms.points[*outcome] = *points;
    else
        terms.points.erase(*outcome);
}

std::optional<Severity> threshold(const Element& element, std::string_view attribute)
{
    return xml::read_choice<std::optional<Severity>>(
        element, attribute,
        {{"never", std::nullopt}, {"low", Severity::low}, {"medium", Severity::medium}, {"high", Severity::high}});
}

void read_own(const Element& element, std::string_view source, ComparisonTerms& terms)
{
    element.allow({source, "id", "weight", "knock-out"}, {});
    model::OwnTerm own;
    own.name = {element.attribute_or(source, ""), element.require_attribute("id")};
    if (element.attribute("weight") != nullptr) own.weight = amount(element, "weight");
    if (element.attribute("knock-out") != nullptr) own.knock_out = element.flag_attribute("knock-out", false);
    if (!own.weight && !own.knock_out) throw element.error("says neither \"weight\" nor \"knock-out\"");
    own.origin = {element.file, element.line};
    terms.own.push_back(std::move(own));
}

ComparisonTerms with_xml(ComparisonTerms terms, const std::string& content, const std::string& shown)
{
    const Element root = xml::parse(content, shown);
    if (root.name != "tender-terms" || root.name_space != "urn:samsvar:tender-terms:1")
        throw root.error(
            "these are no terms of a comparison: the root must be <tender-terms "
            "xmlns=\"urn:samsvar:tender-terms:1\">");
    root.allow({"xmlns"}, {"points", "importance", "kind", "knock-out", "requirement", "question"});
    std::set<std::string> seen;
    for (const Element& child : root.children) {
        const std::string which = child.name + ' ' + child.attribute_or("outcome", child.attribute_or("of", "")) + ' ' +
                                  child.attribute_or("catalog", child.attribute_or("form", "")) + ' ' +
                                  child.attribute_or("id", "");
        if (!seen.insert(which).second) throw child.error("stands here a second time");
        if (child.name == "points")
            read_points(child, terms);
        else if (child.name == "importance") {
            child.allow({"of", "weight"}, {});
            const std::optional<Severity> severity = model::severity_named(child.require_attribute("of"));
            if (!severity) throw child.error("attribute \"of\" must be none, low, medium or high");
            terms.importance[*severity] = amount(child, "weight");
        }
        else if (child.name == "kind") {
            child.allow({"of", "weight"}, {});
            child.require_attribute("of");
            double& weight = *xml::read_choice<double*>(
                child, "of", {{"shall", &terms.shall}, {"should", &terms.should}, {"question", &terms.question}});
            weight = amount(child, "weight");
        }
        else if (child.name == "knock-out") {
            child.allow({"from", "unclear-from"}, {});
            if (child.attribute("from") != nullptr) terms.knock_out_from = threshold(child, "from");
            if (child.attribute("unclear-from") != nullptr) terms.unclear_from = threshold(child, "unclear-from");
        }
        else
            read_own(child, child.name == "question" ? "form" : "catalog", terms);
    }
    return terms;
}

std::string trimmed_lower(std::string text)
{
    const auto blank = [](unsigned char c) { return std::isspace(c) != 0; };
    while (!text.empty() && blank(static_cast<unsigned char>(text.back()))) text.pop_back();
    while (!text.empty() && blank(static_cast<unsigned char>(text.front()))) text.erase(0, 1);
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

/// What a column is headed, in the languages of reports.
struct Heads {
    int id = -1, catalog = -1, weight = -1, knock_out = -1;
    int row = -1;
    bool found() const { return id >= 0 && (weight >= 0 || knock_out >= 0); }
};

Heads heads_in(const model::Table& table)
{
    Heads heads;
    for (const model::Cell& cell : table.cells) {
        if (cell.row != heads.row) {
            if (heads.found()) return heads;
            heads = {};
            heads.row = cell.row;
        }
        const std::string word = trimmed_lower(cell.shown_text());
        const auto is = [&](std::initializer_list<const char*> words) {
            return std::any_of(words.begin(), words.end(), [&](const char* one) { return word == one; });
        };
        if (is({"id", "requirement", "krav"})) heads.id = cell.column;
        if (is({"catalog", "catalogue", "katalog"})) heads.catalog = cell.column;
        if (is({"weight", "vekt", "vikt"})) heads.weight = cell.column;
        if (is({"knock-out", "absolutt", "absolut"})) heads.knock_out = cell.column;
    }
    return heads;
}

std::string text_at(const model::Table& table, int row, int column)
{
    if (column < 0) return {};
    const model::Cell* cell = table.at(row, column);
    std::string text = cell ? cell->shown_text() : std::string();
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back()))) text.pop_back();
    return text;
}

double number_in(std::string text, const Location& where)
{
    std::replace(text.begin(), text.end(), ',', '.');
    double number = -1;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc() || end != text.data() + text.size() || !(number >= 0 && number <= largest))
        throw Error(ErrorCode::malformed, where, "a weight must be a number from 0 to 1000, not \"" + text + "\"");
    return number;
}

bool flag_in(const std::string& text, const Location& where)
{
    const std::string word = trimmed_lower(text);
    if (word == "yes" || word == "ja" || word == "x") return true;
    if (word == "no" || word == "nei" || word == "nej") return false;
    throw Error(ErrorCode::malformed, where, "knock-out must be yes or no, not \"" + text + "\"");
}

ComparisonTerms with_table(ComparisonTerms terms, const model::Document& document)
{
    for (const model::Block& block : document.blocks) {
        const auto* table = std::get_if<model::Table>(&block);
        const Heads heads = table ? heads_in(*table) : Heads();
        if (!heads.found()) continue;
        for (int row = heads.row + 1; row < table->rows; ++row) {
            std::string id = text_at(*table, row, heads.id);
            const std::string weight = text_at(*table, row, heads.weight);
            const std::string knock_out = text_at(*table, row, heads.knock_out);
            if (id.empty() || (weight.empty() && knock_out.empty())) continue;
            model::OwnTerm own;
            own.name.catalog = text_at(*table, row, heads.catalog);
            if (const std::size_t slash = id.find('/'); own.name.catalog.empty() && slash != std::string::npos) {
                own.name.catalog = id.substr(0, slash);
                id = id.substr(slash + 1);
            }
            own.name.id = std::move(id);
            own.origin = {document.file, row + 1};
            const auto place = [&](int column) {
                return Location{document.file, table->name + '!' + model::cell_name(row, column), 0, 0};
            };
            if (!weight.empty()) own.weight = number_in(weight, place(heads.weight));
            if (!knock_out.empty()) own.knock_out = flag_in(knock_out, place(heads.knock_out));
            terms.own.push_back(std::move(own));
        }
        return terms;
    }
    throw Error(ErrorCode::malformed, {document.file, {}, 0, 0},
                "no table with the columns requirement and weight was found; write for example "
                "\"requirement,weight,knock-out\" in the first line and \"iso27001-2022/A.8.13,5,yes\" in the next");
}

}  // namespace

ComparisonTerms shipped_terms(const Library& library)
{
    const std::string shown = "reports/tender-terms.xml";
    return with_xml({}, read_file(library.report_layout("tender-terms"), Limits{}.own_xml_bytes), shown);
}

ComparisonTerms with_own_terms(ComparisonTerms terms, const std::filesystem::path& file, const Limits& limits)
{
    std::string ending = file.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (ending == ".xml") return with_xml(std::move(terms), read_file(file, limits.own_xml_bytes), file.string());
    return with_table(std::move(terms), reader::open(file, limits));
}

}  // namespace samsvar::app
