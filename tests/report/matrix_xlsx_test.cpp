#include "report/matrix_xlsx.h"

#include <boost/test/unit_test.hpp>

#include "report/package.h"
#include "report/sample.h"

using namespace samsvar;
using namespace samsvar::test;

BOOST_AUTO_TEST_SUITE(matrix_xlsx_tests)

// For people: tests/look_at_matrix.sh turns it into pictures.
BOOST_AUTO_TEST_CASE(writes_a_sample_to_look_at)
{
    const std::filesystem::path out = std::filesystem::path(SAMSVAR_BINARY_DIR) / "sample-matrix.xlsx";
    report::write_matrix(sample_assessment(), shipped_layout(), model::Language::nb, out);
    BOOST_TEST(std::filesystem::file_size(out) > 10'000u);
}

BOOST_AUTO_TEST_SUITE_END()
