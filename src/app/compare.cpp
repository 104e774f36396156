#include "app/compare.h"

#include <algorithm>

#include "app/record.h"
#include "app/tender_terms.h"
#include "base/error.h"
#include "compare/compare.h"
#include "report/matrix_xlsx.h"
#include "report/tender_layout.h"
#include "report/tender_matrix.h"

namespace samsvar::app {

namespace {

namespace fs = std::filesystem;

struct Assessed {
    std::vector<model::Record> records;
    std::vector<fs::path> files;                        ///< of the records
    std::vector<std::vector<model::Problem>> problems;  ///< of the records
    std::vector<model::Remark> unreadable;
};

Assessed assess_all(const Library& library, const std::vector<fs::path>& files, AssessRequest request,
                    const Progress& progress)
{
    Assessed made;
    for (const fs::path& file : files) {
        request.file = file;
        try {
            const model::Assessment assessment = assess(library, request, progress);
            made.records.push_back(record_for(assessment));
            made.files.push_back(file);
            made.problems.push_back(assessment.problems);
        }
        catch (const Error& error) {
            // One bad file does not stop the others.
            made.unreadable.push_back(
                {model::RemarkKind::file_unreadable, {}, file.filename().string(), {}, error.message()});
        }
    }
    return made;
}

/// The catalogue most bidders were held against; the first of several.
std::string most_used_catalog(const std::vector<model::Record>& records)
{
    std::vector<std::pair<std::string, int>> counted;
    for (const model::Record& record : records)
        for (const model::RecordedSource& catalog : record.catalogs) {
            const auto known =
                std::find_if(counted.begin(), counted.end(), [&](const auto& one) { return one.first == catalog.id; });
            if (known == counted.end())
                counted.emplace_back(catalog.id, 1);
            else
                ++known->second;
        }
    const auto most = std::max_element(counted.begin(), counted.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counted.end() ? std::string() : most->first;
}

/// The catalogues the records name, for the importance of their requirements; one the library does not have says none.
std::vector<model::Catalog> catalogs_of(const Library& library, const AssessRequest& request)
{
    std::vector<model::Catalog> catalogs = library.catalogs();
    std::vector<std::string> named = request.catalogs;
    if (!request.report_in.empty()) named.push_back(request.report_in);
    for (const std::string& one : named)
        if (std::none_of(catalogs.begin(), catalogs.end(),
                         [&](const model::Catalog& known) { return known.id == one; }))
            catalogs.push_back(library.catalog(one));
    return catalogs;
}

/// What was told in reading: once when it is the same with every bidder, as what a profile leaves out; else with the
/// bidder, the first of many.
void add_problems(const std::vector<std::vector<model::Problem>>& problems, model::Comparison& comparison)
{
    constexpr std::size_t most_each = 20;
    const auto has = [](const std::vector<model::Problem>& all, const std::string& text) {
        return std::any_of(all.begin(), all.end(), [&](const model::Problem& one) { return one.text == text; });
    };
    for (std::size_t at = 0; at < problems.size(); ++at) {
        std::size_t told = 0;
        for (const model::Problem& problem : problems[at]) {
            const bool of_all =
                problems.size() > 1 &&
                std::all_of(problems.begin(), problems.end(), [&](const auto& all) { return has(all, problem.text); });
            if (of_all && at > 0) continue;
            if (!of_all && ++told > most_each) continue;
            comparison.remarks.push_back({model::RemarkKind::problem,
                                          of_all ? std::string() : comparison.bidders[at].label,
                                          of_all ? std::string() : problem.place.text(),
                                          {},
                                          problem.text});
        }
        if (told > most_each)
            comparison.remarks.push_back(
                {model::RemarkKind::problem,
                 comparison.bidders[at].label,
                 {},
                 {},
                 "… " + std::to_string(told - most_each) + " more; samsvar check on the file alone lists them"});
    }
}

report::Layout layout(const Library& library)
{
    return report::load_tender_layout(
        library.report_layout("tender-layout"), "reports/tender-layout.xml",
        report::load_layout(library.report_layout("compliance-matrix"), "reports/compliance-matrix.xml"));
}

report::Words words(const Library& library)
{
    return report::load_tender_words(library.report_layout("tender"), "reports/tender.xml");
}

}  // namespace

model::Comparison compare_bidders(const Library& library, const CompareRequest& request, const Progress& progress)
{
    model::ComparisonTerms terms = shipped_terms(library);
    if (!request.weights.empty()) terms = with_own_terms(std::move(terms), request.weights, request.assessing.limits);
    AssessRequest assessing = request.assessing;
    const bool named = !assessing.catalogs.empty() || !assessing.report_in.empty();
    Assessed assessed = assess_all(library, request.files, assessing, progress);
    if (assessed.records.empty())
        throw Error(ErrorCode::unsupported, {},
                    "none of the files could be read; the first: " + assessed.unreadable.front().subject + ": " +
                        assessed.unreadable.front().text);
    std::vector<model::Remark> remarks = assessed.unreadable;
    if (!named && compare::common_catalogs(assessed.records).empty())
        if (const std::string common = most_used_catalog(assessed.records); !common.empty()) {
            assessing.report_in = common;
            assessed = assess_all(library, assessed.files, assessing, progress);
            remarks.push_back({model::RemarkKind::told_in, {}, common, {}, {}});
        }
    if (progress) progress("comparing");
    model::Comparison comparison =
        compare::compare(std::move(assessed.records), catalogs_of(library, assessing), terms,
                         named ? compare::Questions::only_unmapped : compare::Questions::all_uncovered);
    comparison.remarks.insert(comparison.remarks.begin(), remarks.begin(), remarks.end());
    add_problems(assessed.problems, comparison);
    return comparison;
}

bool is_complete(const model::Comparison& comparison)
{
    return std::none_of(comparison.remarks.begin(), comparison.remarks.end(),
                        [](const model::Remark& remark) { return remark.kind == model::RemarkKind::file_unreadable; });
}

bool is_clean(const model::Comparison& comparison)
{
    return std::all_of(comparison.bidders.begin(), comparison.bidders.end(), [](const model::ComparedBidder& bidder) {
        return bidder.record.general.empty() &&
               std::all_of(bidder.record.answers.begin(), bidder.record.answers.end(),
                           [](const auto& answer) { return answer.severity == model::Severity::none; });
    });
}

std::string comparison_json(const model::Comparison& comparison)
{
    return report::to_json(comparison);
}

std::string comparison_text(const Library& library, const model::Comparison& comparison, model::Language language)
{
    return report::tender_text(comparison, library.lexicon().findings, layout(library), words(library), language);
}

void write_comparison(const Library& library, const model::Comparison& comparison, model::Language language,
                      const fs::path& out)
{
    const report::Layout looks = layout(library);
    report::write_xlsx(report::make_tender(comparison, library.lexicon().findings, looks, words(library), language),
                       looks, out);
}

}  // namespace samsvar::app
