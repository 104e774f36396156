#include "app/output.h"

#include <cassert>

#include "app/catalog_output.h"
#include "base/files.h"
#include "oscal/results.h"
#include "report/cell_text.h"
#include "report/csv.h"
#include "report/json.h"
#include "report/matrix_xlsx.h"
#include "report/text.h"
#include "xml/write.h"

namespace samsvar::app {

const char* ending_of(Format format)
{
    switch (format) {
        case Format::xlsx: return ".matrix.xlsx";
        case Format::json: return ".json";
        case Format::csv: return ".csv";
        case Format::text: return ".txt";
        case Format::oscal_xml: return ".oscal.xml";
        case Format::oscal_json: return ".oscal.json";
    }
    return "";
}

std::string result_text(const model::Assessment& assessment, Format format, model::Language language,
                        const Screen& screen)
{
    switch (format) {
        case Format::json: return report::to_json(assessment);
        case Format::csv: return report::to_csv(assessment, language);
        case Format::text:
            return report::to_text(assessment, language, screen.width,
                                   screen.colours ? report::Colouring::ansi : report::Colouring::plain);
        case Format::oscal_xml: return xml::write(oscal::results_of(assessment, language));
        case Format::oscal_json: return results_json(oscal::results_of(assessment, language));
        case Format::xlsx: break;
    }
    assert(!"a workbook is no text");
    return {};
}

std::string printable(const std::string& text)
{
    return report::printable(text);
}

std::string printable_line(const std::string& text)
{
    return report::one_line(report::printable(text));
}

ResultWriter::ResultWriter(const Library& library, Format format) : library_(library), format_(format)
{
    if (format == Format::xlsx) loading_ = Beside([this] { load(); });
}

void ResultWriter::load()
{
    report::prepare_to_write();
    report::Layout layout =
        report::load_layout(library_.report_layout("compliance-matrix"), "reports/compliance-matrix.xml");
    layout.steps = report::load_step_texts(library_.report_layout("steps"), "reports/steps.xml");
    layout_ = std::move(layout);
}

void ResultWriter::write(const model::Assessment& assessment, model::Language language,
                         const std::filesystem::path& out)
{
    if (format_ != Format::xlsx) {
        write_file(out, result_text(assessment, format_, language));
        return;
    }
    loading_.finish();
    if (!layout_) load();  // it failed for an earlier result
    report::write_matrix(assessment, *layout_, language, out);
}

}  // namespace samsvar::app
