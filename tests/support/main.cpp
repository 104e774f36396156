#define BOOST_TEST_MODULE samsvar
#include <boost/test/unit_test.hpp>
