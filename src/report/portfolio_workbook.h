#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/register.h"
#include "report/layout.h"
#include "report/matrix.h"
#include "report/words.h"

namespace samsvar::report {

/// All suppliers on one day, as the register has them.
struct Portfolio {
    std::string samsvar;  ///< version of the program
    std::string store;    ///< where the register is
    model::Date date;
    std::vector<model::PortfolioLine> lines;
    std::vector<model::SubprocessorUse> subprocessors;
    std::vector<model::FindingNow> third_countries;
};

/// The words of the portfolio: reports/portfolio.xml. Throws as load_words.
Words load_portfolio_words(const std::filesystem::path& path, const std::string& shown);

/// Sheets Suppliers (what is urgent first), Sub-processors (those most suppliers share first), Third countries. Pure.
Matrix make_matrix(const Portfolio& portfolio, const Layout& layout, const Words& words, model::Language language);

/// The line above all: how many suppliers, contracts, overdue, open high findings.
std::string summary_line(const Portfolio& portfolio, const Words& words, model::Language language);

}  // namespace samsvar::report
