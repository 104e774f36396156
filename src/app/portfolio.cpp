#include "app/portfolio.h"

#include "app/assess.h"
#include "report/matrix_xlsx.h"
#include "report/portfolio_workbook.h"

namespace samsvar::app {

std::string write_portfolio(const Library& library, store::Store& store, model::Date date, model::Language language,
                            const std::filesystem::path& out)
{
    const report::Layout layout =
        report::load_layout(library.report_layout("compliance-matrix"), "reports/compliance-matrix.xml");
    const report::Words words =
        report::load_portfolio_words(library.report_layout("portfolio"), "reports/portfolio.xml");
    const report::Portfolio portfolio{version(),
                                      store.where(),
                                      date,
                                      store.portfolio(date),
                                      store.subprocessor_uses(),
                                      store.findings_now("third-country")};
    report::write_xlsx(report::make_matrix(portfolio, layout, words, language), layout, out);
    return report::summary_line(portfolio, words, language);
}

}  // namespace samsvar::app
