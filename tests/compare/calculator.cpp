#include "compare/calculator.h"

#include <algorithm>
#include <regex>
#include <stdexcept>

namespace samsvar::test {

namespace {

struct Address {
    std::size_t row = 0, column = 0;
};

Address address_of(std::string text)
{
    std::erase(text, '$');
    Address address;
    std::size_t at = 0;
    for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z'; ++at)
        address.column = address.column * 26 + static_cast<std::size_t>(text[at] - 'A' + 1);
    if (at == 0 || at == text.size()) throw std::runtime_error("no cell: " + text);
    --address.column;
    address.row = std::stoul(text.substr(at)) - 1;
    return address;
}

std::vector<std::string> arguments_of(const std::string& text)
{
    std::vector<std::string> arguments(1);
    int depth = 0;
    for (const char c : text) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (c == ',' && depth == 0)
            arguments.emplace_back();
        else
            arguments.back() += c;
    }
    return arguments;
}

double number_in(const Calculator::Value& value)
{
    const double* number = std::get_if<double>(&value);
    return number ? *number : 0;  // as SUMPRODUCT takes texts and blanks
}

}  // namespace

const report::MatrixSheet& Calculator::find(const std::string& sheet) const
{
    for (const report::MatrixSheet& one : matrix_.sheets)
        if (one.name == sheet) return one;
    throw std::runtime_error("no sheet: " + sheet);
}

Calculator::Value Calculator::value(const std::string& sheet, std::size_t row, std::size_t column) const
{
    const report::MatrixSheet& values = find(sheet);
    if (row >= values.rows.size() || column >= values.rows[row].cells.size()) return {};
    const report::MatrixCell& cell = values.rows[row].cells[column];
    if (!cell.formula.empty()) return calculated(sheet, cell.formula);
    if (const double* number = std::get_if<double>(&cell.value)) return *number;
    if (cell.empty()) return {};
    return cell.text();
}

std::vector<std::vector<Calculator::Value>> Calculator::range(const std::string& home,
                                                              const std::string& reference) const
{
    static const std::regex shape(R"((?:'([^']+)'!)?(\$?[A-Z]+\$?\d+)(?::(\$?[A-Z]+\$?\d+))?)");
    std::smatch found;
    if (!std::regex_match(reference, found, shape)) throw std::runtime_error("no range: " + reference);
    const std::string sheet = found[1].matched ? found[1].str() : home;
    const Address first = address_of(found[2]), last = found[3].matched ? address_of(found[3]) : first;
    std::vector<std::vector<Value>> rows;
    for (std::size_t row = first.row; row <= last.row; ++row) {
        rows.emplace_back();
        for (std::size_t column = first.column; column <= last.column; ++column)
            rows.back().push_back(value(sheet, row, column));
    }
    return rows;
}

Calculator::Value Calculator::single(const std::string& home, const std::string& reference) const
{
    return range(home, reference).at(0).at(0);
}

double Calculator::sum_product(const std::string& home, const std::string& arguments) const
{
    static const std::regex is_number(R"(--ISNUMBER\((.*)\))"), equals(R"re(--\((.*)="(.*)"\))re");
    std::vector<double> product;
    for (const std::string& argument : arguments_of(arguments)) {
        std::smatch found;
        std::vector<double> factors;
        if (std::regex_match(argument, found, is_number))
            for (const auto& row : range(home, found[1]))
                factors.push_back(std::holds_alternative<double>(row.at(0)) ? 1 : 0);
        else if (std::regex_match(argument, found, equals))
            for (const auto& row : range(home, found[1])) factors.push_back(row.at(0) == Value(found[2].str()) ? 1 : 0);
        else
            for (const auto& row : range(home, argument)) factors.push_back(number_in(row.at(0)));
        if (product.empty()) product.assign(factors.size(), 1);
        if (product.size() != factors.size()) throw std::runtime_error("ranges of different length: " + arguments);
        for (std::size_t at = 0; at < factors.size(); ++at) product[at] *= factors[at];
    }
    double sum = 0;
    for (const double one : product) sum += one;
    return sum;
}

Calculator::Value Calculator::calculated(const std::string& sheet, const std::string& formula) const
{
    static const std::regex lookup(R"(VLOOKUP\((.*),(.*),(\d),FALSE\))"), times(R"((\S+)\*(\S+))"),
        share(R"re(IFERROR\(SUMPRODUCT\((.*)\)/SUMPRODUCT\((.*)\),"(.*)"\))re"),
        place(
            R"re(IF\(ISNUMBER\((\w+)\),1\+SUMPRODUCT\(--ISNUMBER\((.*)\),--\(.*>(\w+)\+0.000000001\)\)(?:-\((\w+)>\w+\+0.000000001\))?,"(.*)"\))re");
    std::smatch found;
    if (std::regex_match(formula, found, lookup)) {
        const Value wanted = single(sheet, found[1]);
        for (const auto& row : range(sheet, found[2]))
            if (row.at(0) == wanted) return row.at(std::stoul(found[3]) - 1);
        throw std::runtime_error("#N/A: " + formula);
    }
    if (std::regex_match(formula, found, share)) {
        const double all = sum_product(sheet, found[2]);
        if (all == 0) return found[3].str();
        return sum_product(sheet, found[1]) / all;
    }
    if (std::regex_match(formula, found, place)) {
        if (!std::holds_alternative<double>(single(sheet, found[1]))) return found[5].str();
        const double than = number_in(single(sheet, found[3])) + 1e-9;
        double better = 0;
        const std::vector<std::vector<Value>> all = range(sheet, found[2]);
        for (const Value& one : all.at(0))
            if (const double* number = std::get_if<double>(&one); number && *number > than) ++better;
        return 1 + better - (found[4].matched && number_in(single(sheet, found[4])) > than ? 1 : 0);
    }
    if (std::regex_match(formula, found, times))
        return number_in(single(sheet, found[1])) * number_in(single(sheet, found[2]));
    throw std::runtime_error("a formula of another kind: " + formula);
}

}  // namespace samsvar::test
