// Places to answer in files that nobody here wrote: counted by hand, and none where there is no form.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
#include <map>

#include "base/error.h"
#include "form/vocabulary.h"
#include "layout/grid.h"
#include "layout/infer.h"
#include "layout/slots.h"
#include "layout/slots_cell.h"
#include "reader/open.h"

using namespace samsvar;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(slots_corpus_test)

namespace {

const fs::path shared = SAMSVAR_SHARED_DIR;

const layout::Words& words()
{
    static const model::Vocabulary vocabulary =
        form::load_vocabulary(std::string(SAMSVAR_SOURCE_DIR) + "/forms/vocabulary.xml", "forms/vocabulary.xml");
    static const layout::Words ready(vocabulary);
    return ready;
}

bool present(const fs::path& path)
{
    if (fs::exists(path)) return true;
    BOOST_TEST_MESSAGE("skipped: " << path << " is not here");
    return false;
}

model::Layout slots_of(const model::Document& document)
{
    model::Layout layout;
    layout::find_slots(document, words(), {}, layout);
    return layout;
}

/// Fields to fill in (no check boxes) by the place of their cell or paragraph.
std::map<std::string, int> fields_of(const model::Document& document)
{
    std::map<std::string, int> fields;
    const auto count = [&](const model::Paragraph& paragraph, model::UnitId unit) {
        for (const model::Control& control : paragraph.controls)
            if (layout::is_field(control)) ++fields[document.place(unit).text()];
    };
    for (const model::Table* table : layout::all_tables(document))
        for (const model::Cell& cell : table->cells)
            for (const model::Block& block : cell.blocks)
                if (const auto* paragraph = std::get_if<model::Paragraph>(&block)) count(*paragraph, cell.unit);
    for (const model::Block& block : document.blocks)
        if (const auto* paragraph = std::get_if<model::Paragraph>(&block)) count(*paragraph, paragraph->unit);
    return fields;
}

std::vector<fs::path> files_below(const fs::path& folder, const std::string& extension)
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.path().extension() == extension) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

/// 59 content controls, each one place to answer; three rows ask with two of them each, so 56 questions. Nothing is
/// answered: all but one show their placeholder, and a drop-down still shows its first, prompting item.
BOOST_AUTO_TEST_CASE(call_off_template)
{
    const fs::path path = shared / "corpus/forms/avrop-mall-sv.docx";
    if (!present(path)) return;
    const model::Document document = reader::open(path);
    const model::Layout layout = slots_of(document);
    BOOST_TEST(layout.questions.size() == 56u);
    std::map<std::string, int> places;
    for (const model::LayoutQuestion& question : layout.questions) {
        BOOST_TEST_CONTEXT(question.place.text())
        {
            BOOST_TEST(question.parts.empty());
            BOOST_TEST(!question.prefilled.empty());
            BOOST_TEST(!question.section.empty() + !question.id.empty() > 0);
        }
        for (const model::Place& place : question.answer_places) ++places[place.text()];
    }
    const std::map<std::string, int> fields = fields_of(document);
    BOOST_TEST(fields.size() == 59u);
    for (const auto& [place, count] : fields) {
        BOOST_TEST_CONTEXT(place)
        {
            BOOST_TEST(count == 1);
            BOOST_TEST(places[place] == 1);
        }
    }
    BOOST_TEST(places.size() == fields.size());
}

/// Ten summaries with a role, a status and an origination each, 13 parameters among them; ten solutions, three of them
/// in parts (11, 3 and 2): 10 + 10 + 10 + 13 + 7 + 16.
BOOST_AUTO_TEST_CASE(control_descriptions)
{
    const fs::path path = shared / "corpus/forms/fedramp-ac-2.docx";
    if (!present(path)) return;
    const model::Layout layout = slots_of(reader::open(path));
    std::map<std::string, int> kinds;
    for (const model::LayoutQuestion& question : layout.questions) {
        BOOST_TEST(question.parts.empty());
        BOOST_TEST(question.answer_places.size() == 1u);
        const std::string& text = question.text;
        const bool part = question.id.find("Part ") != std::string::npos;
        ++kinds[part ? "part" : text.substr(0, text.find(' '))];
    }
    BOOST_TEST(kinds["Responsible"] == 10);
    BOOST_TEST(kinds["Parameter"] == 13);
    BOOST_TEST(kinds["Implementation"] == 10);
    BOOST_TEST(kinds["Control"] == 10);
    BOOST_TEST(kinds["What"] == 7);
    BOOST_TEST(kinds["part"] == 16);
    BOOST_TEST(layout.questions.size() == 66u);
}

BOOST_AUTO_TEST_CASE(agreements_and_facts_hold_no_questions)
{
    const fs::path folder = shared / "cases";
    if (!present(folder)) return;
    for (const std::string extension : {".docx", ".xlsx"})
        for (const fs::path& path : files_below(folder, extension)) {
            BOOST_TEST_CONTEXT(path.filename().string())
            {
                const model::Layout layout = layout::infer(reader::open(path), words());
                for (const model::LayoutQuestion& question : layout.questions)
                    BOOST_TEST((layout.regions[question.region].kind == model::RegionKind::rows),
                               question.place.text());
            }
        }
}

/// Test files of other readers are no questionnaires; one holds check boxes with labels.
BOOST_AUTO_TEST_CASE(other_documents_hold_no_questions)
{
    const fs::path folder = shared / "corpus/readers";
    if (!present(folder)) return;
    std::map<std::string, std::size_t> found;
    std::size_t read = 0;
    for (const std::string extension : {".docx", ".xlsx"})
        for (const fs::path& path : files_below(folder, extension)) {
            try {
                const model::Document document = reader::open(path);
                ++read;
                const std::size_t questions = slots_of(document).questions.size();
                if (questions > 0) found[path.filename().string()] = questions;
            }
            catch (const Error&) {
                // Refused files are the reader's matter.
            }
        }
    BOOST_TEST_MESSAGE(read << " files read");
    BOOST_TEST(read > 200u);
    for (const auto& [name, questions] : found) BOOST_TEST_MESSAGE(name << ": " << questions);
    BOOST_TEST(found.size() == 1u);
    BOOST_TEST(found["tests__data__docx__sources__docx_checkboxes.docx"] == 3u);
}

BOOST_AUTO_TEST_SUITE_END()
