#pragma once

#include <string>
#include <variant>
#include <vector>

#include "report/matrix.h"

namespace samsvar::test {

/// Calculates the formulas of a workbook again, from what stands in the cells they lead to. Knows the kinds that occur:
/// VLOOKUP(cell,range,n,FALSE), cell*cell, IFERROR(SUMPRODUCT(…)/SUMPRODUCT(…),"text"),
/// IF(ISNUMBER(cell),1+SUMPRODUCT(…)-(…),"text"). Throws std::runtime_error on any other.
class Calculator {
public:
    using Value = std::variant<std::monostate, double, std::string>;

    explicit Calculator(const report::Matrix& matrix) : matrix_(matrix) {}

    /// What the cell comes to; `sheet` is a name, row and column 0-based.
    Value value(const std::string& sheet, std::size_t row, std::size_t column) const;
    Value calculated(const std::string& sheet, const std::string& formula) const;

private:
    const report::MatrixSheet& find(const std::string& sheet) const;
    std::vector<std::vector<Value>> range(const std::string& home, const std::string& reference) const;
    Value single(const std::string& home, const std::string& reference) const;
    double sum_product(const std::string& home, const std::string& arguments) const;

    const report::Matrix& matrix_;
};

}  // namespace samsvar::test
