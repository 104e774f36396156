#include "base/on_threads.h"

#include <boost/test/unit_test.hpp>
#include <stdexcept>
#include <string>
#include <vector>

using samsvar::on_threads;
using samsvar::on_two_threads;

BOOST_AUTO_TEST_SUITE(on_threads_tests)

BOOST_AUTO_TEST_CASE(each_call_once)
{
    for (const std::size_t count : {0u, 1u, 2u, 1000u}) {
        std::vector<int> calls(count);
        on_two_threads(count, [&](std::size_t at) { ++calls[at]; });
        BOOST_TEST((calls == std::vector<int>(count, 1)));
        for (const std::size_t threads : {0u, 1u, 3u, 50u})
            on_threads(threads, count, [&](std::size_t at) { ++calls[at]; });
        BOOST_TEST((calls == std::vector<int>(count, 5)));
    }
}

BOOST_AUTO_TEST_CASE(what_the_first_call_that_failed_throws_is_thrown_when_all_have_ended)
{
    for (int round = 0; round < 50; ++round) {
        std::vector<int> calls(20);
        const auto work = [&](std::size_t at) {
            ++calls[at];
            if (at % 3 == 2) throw std::runtime_error(std::to_string(at));
        };
        BOOST_CHECK_EXCEPTION(on_two_threads(calls.size(), work), std::runtime_error,
                              [](const std::runtime_error& error) { return error.what() == std::string("2"); });
        BOOST_TEST((calls == std::vector<int>(20, 1)));
    }
}

BOOST_AUTO_TEST_SUITE_END()
