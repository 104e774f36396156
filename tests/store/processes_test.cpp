#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <map>
#include <numeric>
#include <random>
#include <set>
#include <sstream>
#include <thread>
#include <tuple>

#include "base/error.h"
#include "store/database.h"
#include "store/register_fixture.h"

using namespace samsvar;
using namespace samsvar::test;
using model::DecisionKind;

namespace {

/// A process of the test's own that works with the register and tells through a pipe what it has done. The test must
/// have no register open when it begins.
class Process {
public:
    explicit Process(const std::function<void(int told)>& work)
    {
        int ends[2];
        BOOST_REQUIRE(::pipe(ends) == 0);
        id_ = ::fork();
        BOOST_REQUIRE(id_ >= 0);
        if (id_ == 0) {
            ::close(ends[0]);
            try {
                work(ends[1]);
            }
            catch (const std::exception& failure) {
                std::string text = std::string("failed ") + failure.what();
                for (char& c : text) c = c == '\n' ? ' ' : c;
                text += '\n';
                if (::write(ends[1], text.data(), text.size()) < 0) ::_exit(2);
                ::_exit(1);
            }
            ::_exit(0);
        }
        ::close(ends[1]);
        heard_ = ends[0];
    }
    ~Process()
    {
        ::close(heard_);
        end();
    }
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    void kill() const { ::kill(id_, SIGKILL); }
    /// All it told until it ended.
    std::vector<std::string> lines()
    {
        std::string all = first_;
        char buffer[4096];
        for (ssize_t got = 0; (got = ::read(heard_, buffer, sizeof buffer)) > 0;)
            all.append(buffer, static_cast<std::size_t>(got));
        end();
        std::vector<std::string> lines;
        std::istringstream in(all);
        for (std::string line; std::getline(in, line);) lines.push_back(line);
        // Half a line is nothing that was acknowledged.
        if (!all.empty() && all.back() != '\n') lines.pop_back();
        return lines;
    }
    void wait_for_first_word()
    {
        char sign = 0;
        if (::read(heard_, &sign, 1) == 1) first_ += sign;
    }

private:
    void end()
    {
        if (id_ > 0) ::waitpid(id_, nullptr, 0);
        id_ = 0;
    }
    pid_t id_ = 0;
    int heard_ = -1;
    std::string first_;
};

void tell(int told, const std::string& line)
{
    const std::string text = line + '\n';
    if (::write(told, text.data(), text.size()) != static_cast<ssize_t>(text.size())) ::_exit(3);
}

/// Writes without end: assessments, decisions on them, evidence. Each is told only when the register has returned.
void write_on(const std::string& where, int round, int told)
{
    auto store = store::Store::open(where, "writer");
    store.put(nordlys());
    tell(told, "ready");
    for (int number = 0;; ++number) {
        const std::string file = "file " + std::to_string(round) + '.' + std::to_string(number);
        const std::int64_t id = keep_sample(store, file, 5);
        tell(told, "kept " + std::to_string(id) + ' ' + sha256(file));
        const std::string comment = std::to_string(round) + '.' + std::to_string(number);
        store.decide(id,
                     {decision("answer:1", DecisionKind::accept, comment), decision("answer:2", DecisionKind::reject)},
                     store.revision());
        tell(told, "decided " + std::to_string(id) + ' ' + comment);
        store.add({nordlys().id, id, "1", comment, "", {}, {}, {}});
        tell(told, "evidence " + comment);
    }
}

/// Nothing that is there is half, and the database finds nothing wrong with itself.
void require_whole(const std::string& where, bool postgresql)
{
    store::Database database(where);
    if (!postgresql) {
        BOOST_TEST(database.text("PRAGMA integrity_check").value() == "ok");
    }
    else {
        database.each(
            "SELECT bt_index_check(i.indexrelid)::text FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
            " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind = 'i'",
            {}, "t", [](const store::Row&) {});
    }
    const char* halves[] = {
        "SELECT count(*) FROM assessment a WHERE answers <> (SELECT count(*) FROM answer x WHERE x.assessment = a.id)",
        "SELECT count(*) FROM assessment a WHERE high + medium + low <> (SELECT count(*) FROM finding x WHERE"
        " x.assessment = a.id)",
        "SELECT count(*) FROM assessment a WHERE NOT EXISTS (SELECT 1 FROM log l WHERE l.what = 'assessment-kept'"
        " AND l.about = CAST(a.id AS TEXT))",
        "SELECT count(*) FROM decision d WHERE target = '1' AND NOT EXISTS (SELECT 1 FROM decision e WHERE"
        " e.assessment = d.assessment AND e.target = '2')",
        "SELECT count(*) FROM contract c WHERE latest <> (SELECT max(id) FROM assessment a WHERE a.supplier ="
        " c.supplier AND a.contract = c.id)",
        "SELECT count(*) FROM decision WHERE revision > (SELECT revision FROM register)"};
    for (const char* sql : halves) BOOST_TEST_CONTEXT(sql) BOOST_TEST(database.number(sql).value() == 0);
}

/// What was acknowledged and is not there.
std::vector<std::string> lost(store::Store& store, const std::vector<std::string>& told)
{
    std::set<std::string> evidence;
    for (const auto& one : store.evidence(nordlys().id)) evidence.insert(one.name);
    std::vector<std::string> missing;
    for (const std::string& line : told) {
        std::istringstream in(line);
        std::string what, second;
        in >> what;
        bool there = true;
        if (what == "kept") {
            std::int64_t id = 0;
            in >> id >> second;
            const model::KeptAssessment kept = store.assessment(id);
            there =
                kept.record.sha256 == second && sha256(store.file_of(id)) == second && kept.record.answers.size() == 5;
        }
        else if (what == "decided") {
            std::int64_t id = 0;
            in >> id >> second;
            const auto history = store.history(id, *model::target_named("answer:1"));
            there = history.size() == 1 && history[0].comment == second;
        }
        else if (what == "evidence") {
            in >> second;
            there = evidence.contains(second);
        }
        else {
            there = what == "ready";
        }
        if (!there) missing.push_back(line);
    }
    return missing;
}

/// The tests' server is killed and started by the script that made it.
void server(const Register& own, const std::string& action)
{
    const std::string folder = own.where().substr(own.where().find("host=") + 5);
    const std::string command = "sh '" SAMSVAR_SOURCE_DIR "/tests/store/postgresql.sh' " + action + " '" + folder + "'";
    BOOST_REQUIRE(std::system(command.c_str()) == 0);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(processes_test)

BOOST_AUTO_TEST_CASE(of_two_processes_that_decide_on_the_same_the_second_is_told_each_time)
{
    constexpr int questions = 60;
    const Register own;
    std::int64_t id = 0, seen = 0;
    {
        auto store = own.open();
        id = keep_sample(store, sample_file, questions);
        seen = store.revision();
    }
    int go[2];
    BOOST_REQUIRE(::pipe(go) == 0);
    const auto decide_all = [&](const std::string& who, int told) {
        auto store = own.open(who);
        tell(told, "ready");
        // Both begin at once, and leave each other a gap now and then.
        char sign = 0;
        if (::read(go[0], &sign, 1) != 1) return;
        std::vector<int> order(questions);
        std::iota(order.begin(), order.end(), 1);
        std::shuffle(order.begin(), order.end(), std::mt19937(static_cast<unsigned>(who.size())));
        for (const int question : order) {
            const auto decided = store.decide(
                id, {decision("answer:" + std::to_string(question), DecisionKind::accept, "says " + who)}, seen);
            if (question % 4 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(3));
            tell(told, !decided.made.empty()        ? "made " + std::to_string(question)
                       : !decided.conflicts.empty() ? "told of " + decided.conflicts[0].theirs.by
                                                    : "lost");
        }
    };
    Process kari([&](int told) { decide_all("kari", told); });
    Process ola([&](int told) { decide_all("ola", told); });
    kari.wait_for_first_word();
    ola.wait_for_first_word();
    BOOST_REQUIRE(::write(go[1], "go", 2) == 2);
    std::map<std::string, std::set<std::string>> made;
    int told_of_other = 0;
    for (const auto& [who, other, process] : {std::tuple("kari", "ola", &kari), std::tuple("ola", "kari", &ola)})
        for (const std::string& line : process->lines()) {
            if (line.starts_with("made ")) BOOST_TEST(made[who].insert(line).second);
            if (line == std::string("told of ") + other) ++told_of_other;
            BOOST_TEST((line == "ready" || line.starts_with("made ") || line == std::string("told of ") + other), line);
        }
    ::close(go[0]);
    ::close(go[1]);
    BOOST_TEST(made["kari"].size() + made["ola"].size() == std::size_t{questions});
    BOOST_TEST(told_of_other == questions);
    // Otherwise nothing was tried at once.
    BOOST_TEST(!made["kari"].empty());
    BOOST_TEST(!made["ola"].empty());
    auto store = own.open();
    for (int question = 1; question <= questions; ++question) {
        const auto history = store.history(id, *model::target_named("answer:" + std::to_string(question)));
        BOOST_REQUIRE(history.size() == 1u);
        BOOST_TEST(made[history[0].by].contains("made " + std::to_string(question)));
    }
    BOOST_TEST_MESSAGE("kari " << made["kari"].size() << ", ola " << made["ola"].size());
}

BOOST_AUTO_TEST_CASE(a_backup_made_while_somebody_writes_is_whole)
{
    const Register own;
    own.open();
    Process writer([&](int told) { write_on(own.where(), 0, told); });
    writer.wait_for_first_word();
    for (int number = 0; number < 5; ++number) {
        const auto file = own.folder() / ("copy" + std::to_string(number) + ".db");
        own.open("backup").backup(file);
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    writer.kill();
    const std::vector<std::string> told = writer.lines();
    std::int64_t before = -1;
    for (int number = 0; number < 5; ++number) {
        const std::string file = (own.folder() / ("copy" + std::to_string(number) + ".db")).string();
        require_whole(file, false);
        auto copy = store::Store::open(file, "ola");
        BOOST_TEST(copy.revision() > before);
        before = copy.revision();
        for (const auto& line : copy.assessments({2026, 12, 1}, nordlys().id))
            BOOST_TEST(copy.assessment(line.id).record.answers.size() == 5u);
    }
    BOOST_TEST(told.size() > 3u);
}

BOOST_AUTO_TEST_CASE(nothing_acknowledged_is_lost_by_kill_9)
{
    constexpr int rounds = 100;
    const Register own;
    if (own.postgresql()) {
        own.open();
        store::Database(own.where()).run("CREATE EXTENSION amcheck");
    }
    std::mt19937 random(20261129);
    std::uniform_int_distribution<int> microseconds(0, 40'000);
    std::vector<std::string> all;
    for (int round = 0; round < rounds; ++round) {
        BOOST_TEST_CONTEXT("round " << round)
        {
            Process writer([&](int told) { write_on(own.where(), round, told); });
            // The first rounds are killed while the register is opened or even made.
            if (round >= 5) writer.wait_for_first_word();
            std::this_thread::sleep_for(std::chrono::microseconds(microseconds(random)));
            // Every tenth time the server goes as in a power cut, with all its processes.
            const bool with_server = own.postgresql() && round % 10 == 9;
            if (with_server) server(own, "kill");
            writer.kill();
            const std::vector<std::string> told = writer.lines();
            if (with_server) server(own, "again");
            auto store = own.open();
            for (const std::string& line : told) {
                // The connection to a server that is gone: told as a failure, nothing acknowledged.
                if (line.starts_with("failed ")) {
                    BOOST_TEST(with_server, line);
                    continue;
                }
                all.push_back(line);
            }
            BOOST_TEST(lost(store, told.size() > 0 && told.back().starts_with("failed ")
                                       ? std::vector<std::string>(told.begin(), told.end() - 1)
                                       : told)
                           .empty());
        }
        if (round % 10 == 9) require_whole(own.where(), own.postgresql());
    }
    auto store = own.open();
    BOOST_TEST(lost(store, all) == std::vector<std::string>(), boost::test_tools::per_element());
    BOOST_TEST(all.size() > std::size_t{rounds});
    BOOST_TEST_MESSAGE(all.size() << " acknowledged");
}

BOOST_AUTO_TEST_SUITE_END()
