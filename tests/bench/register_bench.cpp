// The register with many suppliers in it. Run by tests/bench/register.sh.
//   register_bench fill WHERE SUPPLIERS YEARS ANSWERS   fills an empty register through the same calls as samsvar does
//   register_bench OPERATION WHERE ROUNDS               measures one of the operations below
//   register_bench sql OPERATION                        the same question for the sqlite3 shell
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/files.h"
#include "store/queries.h"
#include "store/store.h"

namespace {

using namespace samsvar;

constexpr model::Date today{2026, 6, 1};
constexpr model::Date until{2026, 7, 2};

const char* const words[] = {"vi",        "lagrer",    "alle",    "data",       "kryptert", "med",       "nøkler",
                             "som",       "bare",      "kunden",  "har",        "tilgang",  "til",       "og",
                             "sikkerhet", "kopiering", "hver",    "natt",       "i",        "to",        "regioner",
                             "testes",    "fire",      "ganger",  "i",          "året",     "logger",    "oppbevares",
                             "i",         "tolv",      "måneder", "gjennomgås", "av",       "ansvarlig", "ved",
                             "avvik",     "varsles",   "kunden",  "innen",      "førti",    "timer",     "jf."};

std::string sentence(std::mt19937& random, std::size_t least, std::size_t most)
{
    const std::size_t length = least + random() % (most - least);
    std::string text;
    while (text.size() < length) text += std::string(text.empty() ? "" : " ") + words[random() % std::size(words)];
    return text + '.';
}

model::LocalText phrase(std::size_t number)
{
    std::mt19937 random(static_cast<unsigned>(number));
    model::LocalText text;
    for (const auto language : {model::Language::nb, model::Language::sv, model::Language::en})
        text.set(language, sentence(random, 60, 160));
    return text;
}

/// 100 answers of 40 to 600 characters, six findings on ten of them, a requirement for every other.
model::Record record(std::mt19937& random, int supplier, int year, int answers, const std::string& file)
{
    using namespace model;
    Record made;
    made.samsvar = "0.1.0";
    made.date = {year, 1 + supplier % 5, 1 + supplier % 28};
    made.file = "svar-" + std::to_string(supplier) + '-' + std::to_string(year) + ".xlsx";
    made.sha256 = sha256(file);
    made.form = {"skolesec-ros", "1"};
    made.catalogs = {{"iso27001-2022", "1"}, {"gdpr-processor", "1"}};
    made.supplier = "Leverandør " + std::to_string(supplier) + " AS";
    for (int number = 0; number < 3; ++number)
        made.subprocessors.push_back({"Underleverandør " + std::to_string((supplier + number * number) % 400),
                                      "Oslo",
                                      "",
                                      {made.file, "Fakta", "B" + std::to_string(number + 5), true}});
    for (int number = 1; number <= answers; ++number) {
        RecordedAnswer& answer = made.answers.emplace_back();
        std::mt19937 question(static_cast<unsigned>(number));
        answer.question = std::to_string(number);
        answer.section = "Del " + std::to_string(number / 10 + 1);
        answer.printed_question = sentence(question, 60, 160);
        answer.text = sentence(random, 40, 600);
        answer.question_place = {made.file, "Svar", "B" + std::to_string(number + 3), true};
        answer.place = {made.file, "Svar", "D" + std::to_string(number + 3), true};
        answer.covers = {{"iso27001-2022", "A.8." + std::to_string(number % 34 + 1)}};
        answer.outcome = all_outcomes[random() % std::size(all_outcomes)];
        answer.severity = Severity::medium;
        if (random() % 10 < 6) {
            RecordedFinding& finding = answer.findings.emplace_back();
            finding.code = "missing-element";
            finding.detail = "element-" + std::to_string(number);
            finding.severity = static_cast<Severity>(1 + random() % 3);
            finding.outcome = Outcome::partial;
            finding.quote = answer.text.substr(0, 80);
            finding.place = answer.place;
            finding.reason = phrase(static_cast<std::size_t>(number));
            finding.ask = phrase(static_cast<std::size_t>(1000 + number));
        }
        if (number % 2 == 0) continue;
        RecordedRequirement& requirement = made.requirements.emplace_back();
        requirement.name = {"iso27001-2022", "A." + std::to_string(number)};
        requirement.title = phrase(static_cast<std::size_t>(2000 + number));
        requirement.outcome = answer.outcome;
        requirement.answers = {answer.question};
    }
    return made;
}

model::Date some_day(std::mt19937& random, int year)
{
    return {year, static_cast<int>(1 + random() % 12), static_cast<int>(1 + random() % 28)};
}

void fill(store::Store& store, int suppliers, int years, int answers)
{
    for (int supplier = 0; supplier < suppliers; ++supplier) {
        std::mt19937 random(static_cast<unsigned>(supplier));
        const std::string id = "S-" + std::to_string(supplier);
        store.put(model::Supplier{id, "Leverandør " + std::to_string(supplier) + " AS", "NO", "", model::Language::nb});
        store.put(model::Contract{id, "k", "Drift", {}, {}, 12, some_day(random, 2026), "eier@example.org"});
        for (int year = 2026 - years + 1; year <= 2026; ++year) {
            const std::string file = id + std::to_string(year) + sentence(random, 1000, 2000);
            model::KeptAssessment kept;
            kept.supplier = id;
            kept.contract = "k";
            kept.record = record(random, supplier, year, answers, file);
            for (int number = 1; number <= 10; ++number) {
                model::Decision& one = kept.decisions.emplace_back();
                one.target = {model::Target::Kind::answer, std::to_string(number * 7)};
                one.kind = number % 3 == 0   ? model::DecisionKind::accept_risk
                           : number % 3 == 1 ? model::DecisionKind::accept
                                             : model::DecisionKind::ask_supplier;
                one.comment = sentence(random, 20, 80);
                if (number % 2 == 0) one.due = some_day(random, year);
            }
            const std::int64_t assessment = store.keep(kept, file);
            store.add({id, assessment, "1", "ISO 27001", "", {}, {}, some_day(random, year)});
        }
        if (supplier % 500 == 499) std::fprintf(stderr, "%d suppliers\n", supplier + 1);
    }
}

/// One operation; gives how many things it came to.
std::size_t run(store::Store& store, const std::string& operation, std::mt19937& random)
{
    const auto any = static_cast<std::int64_t>(1 + random() % 100);
    const std::string supplier = "S-" + std::to_string(any * 7 % 100);
    if (operation == "due") return store.due(until).size();
    if (operation == "portfolio") return store.portfolio(today).size();
    if (operation == "subprocessors") return store.subprocessor_uses().size();
    if (operation == "assessment") return store.assessment(any * 4).record.answers.size();
    if (operation == "assessments") return store.assessments(today, supplier).size();
    // What follow-up reads: the supplier, its contracts and assessments, last year's with all its answers, evidence.
    if (operation == "follow-up") {
        const auto found = store.find_supplier("leverandør " + std::to_string(any * 7 % 100) + " as");
        if (!found) return 0;
        store.contracts(found->id);
        const auto lines = store.assessments(today, found->id);
        store.evidence(found->id);
        return store.assessment(lines.front().id).record.answers.size() + lines.size();
    }
    if (operation == "decide") {
        model::Decision one;
        one.target = {model::Target::Kind::answer, "3"};
        one.kind = model::DecisionKind::ask_supplier;
        // Something new each time, or nothing would be decided.
        one.comment = std::to_string(std::chrono::system_clock::now().time_since_epoch().count());
        return store.decide(any, {one}, store.revision()).made.size();
    }
    std::fprintf(stderr, "register_bench: no operation %s\n", operation.c_str());
    std::exit(2);
}

void measure(const std::string& operation, const std::string& where, int rounds)
{
    using clock = std::chrono::steady_clock;
    const auto ms = [](clock::duration time) { return std::chrono::duration<double, std::milli>(time).count(); };
    std::mt19937 random(1);
    const auto begun = clock::now();
    store::Store store = store::Store::open(where, "bench");
    const double opened = ms(clock::now() - begun);
    std::vector<double> times;
    std::size_t count = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto start = clock::now();
        count = run(store, operation, random);
        times.push_back(ms(clock::now() - start));
    }
    const double first = times.front();
    std::sort(times.begin(), times.end());
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    std::printf("%-14s %7zu  first %9.2f ms  median %9.2f ms (%.2f - %.2f)  open %.1f ms  peak %ld MiB\n",
                operation.c_str(), count, first, times[times.size() / 2], times.front(), times.back(), opened,
                usage.ru_maxrss / 1024);
}

/// For the sqlite3 shell: the queries behind an operation, their rows written out.
void print_sql(const std::string& operation)
{
    namespace query = store::query;
    const auto set = [](const char* name, const char* value) { std::printf(".parameter set %s %s\n", name, value); };
    std::vector<const char*> queries;
    if (operation == "due") {
        set("$1", "\"'2026-07-02'\"");
        queries = {query::due_follow_ups, query::due_decisions, query::due_evidence};
    }
    else if (operation == "portfolio") {
        queries = {query::latest_lines, query::previous_lines, query::contracts_with_supplier};
    }
    else {
        set("$1", "236");
        queries = {query::assessment, query::phrases,       query::answers,           query::requirements,
                   query::findings,   query::subprocessors, query::standing_decisions};
    }
    for (const char* sql : queries) std::printf("%s;\n", sql);
}

}  // namespace

int main(int argc, char** argv)
{
    try {
        if (argc == 6 && std::strcmp(argv[1], "fill") == 0) {
            store::Store store = store::Store::open(argv[2], "bench");
            fill(store, std::atoi(argv[3]), std::atoi(argv[4]), std::atoi(argv[5]));
            return 0;
        }
        if (argc == 3 && std::strcmp(argv[1], "sql") == 0) {
            print_sql(argv[2]);
            return 0;
        }
        if (argc == 4) {
            measure(argv[1], argv[2], std::max(1, std::atoi(argv[3])));
            return 0;
        }
        std::fprintf(stderr, "register_bench: see the head of tests/bench/register_bench.cpp\n");
    }
    catch (const samsvar::Error& error) {
        std::fprintf(stderr, "register_bench: %s\n", error.what());
    }
    return 2;
}
