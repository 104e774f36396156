// The lexicon against RE2: every pattern of every shipped concept over 10,000 answers, searched together as samsvar
// does, and by RE2 one pattern after the other over the first of them (a thousand, or SAMSVAR_BENCH_RE2_ANSWERS: all
// take some minutes). Both must find exactly the same places; ends with 1 when they do not, or when a target is missed.
// Then answers of one megabyte: judging must not cost more than their length.
// All times are by the clock, since a long answer is searched on two threads: other load makes them worthless.
//   matcher_bench [google benchmark's options]
#include <benchmark/benchmark.h>
#include <re2/re2.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <numeric>
#include <random>

#include "app/library.h"
#include "catalog/load.h"
#include "quality/case_file.h"
#include "rules/evaluate.h"
#include "text/analysis.h"
#include "text/language_guess.h"
#include "text/pattern.h"
#include "text/pattern_set.h"
#include "text/segment.h"

using namespace samsvar;

namespace {

constexpr std::size_t answer_count = 10'000;
constexpr int megabyte = 1'000'000;
constexpr double most_microseconds = 20;
constexpr double least_times_faster = 15;

const std::filesystem::path source = SAMSVAR_SOURCE_DIR;

/// Sentences of the judged cases, put together to answers that are as long as the judged ones are: the same text never
/// comes twice.
std::vector<std::string> make_answers()
{
    std::vector<std::string> sentences;
    std::vector<std::size_t> lengths;
    for (const std::filesystem::path& file : quality::cases_in(source / "tests" / "quality" / "cases"))
        for (const std::vector<std::string>& row : quality::read_rows(file)) {
            if (row.size() <= 1 || row[1].empty()) continue;
            const std::string answer = quality::unescaped(row[1]);
            lengths.push_back(answer.size());
            for (std::size_t begin = 0; begin < answer.size();) {
                const std::size_t stop = answer.find(". ", begin);
                const std::size_t end = stop == std::string::npos ? answer.size() : stop + 1;
                sentences.push_back(answer.substr(begin, end - begin));
                begin = end + 1;
            }
        }
    std::mt19937 random(1);
    std::vector<std::string> answers;
    for (std::size_t number = 0; number < answer_count; ++number) {
        const std::size_t length = lengths[random() % lengths.size()];
        std::string answer = '(' + std::to_string(number) + ')';
        do {
            const std::string& next = sentences[random() % sentences.size()];
            if (answer.size() > 8 && answer.size() + next.size() / 2 > length) break;
            answer += ' ' + next;
        } while (answer.size() < length);
        answers.push_back(std::move(answer));
    }
    return answers;
}

struct Text {
    std::string folded;
    std::vector<text::Span> sentences;
};

model::Lexicon lexicon_of_answers()
{
    model::Lexicon lexicon = catalog::load_lexicon(source / "catalogs" / "lexicon", "catalogs/lexicon");
    lexicon.keep_what_answers_say();
    return lexicon;
}

/// What both sides search: patterns that see one sentence at a time.
struct Lexicon {
    model::Lexicon lexicon = lexicon_of_answers();
    text::Matcher matcher{lexicon};
    text::PatternSet together;
    text::PatternSet of_500;  ///< the first 500 concepts
    std::vector<std::unique_ptr<re2::RE2>> alone;
    std::size_t concepts = 0;

    Lexicon()
    {
        re2::RE2::Options options;
        options.set_encoding(re2::RE2::Options::EncodingLatin1);
        options.set_never_capture(true);
        for (const model::Concept& one : lexicon.concepts) {
            if (one.topic == "openings") continue;
            concepts += one.patterns.empty() ? 0 : 1;
            for (const auto* list : {&one.patterns, &one.except})
                for (const model::Pattern& pattern : *list) {
                    together.add(pattern.expression, pattern.origin);
                    if (concepts <= 500) of_500.add(pattern.expression, pattern.origin);
                    alone.push_back(
                        std::make_unique<re2::RE2>(text::Regex::folded_expression(pattern.expression), options));
                }
        }
        together.prepare();
        of_500.prepare();
    }
};

const Lexicon& lexicon()
{
    static const Lexicon all;
    return all;
}

const std::vector<std::string>& answers()
{
    static const std::vector<std::string> all = make_answers();
    return all;
}

const std::vector<Text>& texts()
{
    static const std::vector<Text> all = [] {
        std::vector<Text> made;
        for (const std::string& answer : answers()) {
            text::Folded folded = text::fold(answer);
            text::join_lines(folded);
            made.push_back({folded.text, text::split_sentences(folded)});
        }
        return made;
    }();
    return all;
}

using Places = std::vector<text::Span>;

/// Where one pattern matches, sentence by sentence, as RE2 has it.
void find_alone(const re2::RE2& pattern, const Text& text, Places& places)
{
    for (const text::Span& sentence : text.sentences) {
        const re2::StringPiece piece(text.folded.data() + sentence.begin, sentence.size());
        re2::StringPiece match;
        for (std::size_t at = 0;
             at < piece.size() && pattern.Match(piece, at, piece.size(), re2::RE2::UNANCHORED, &match, 1);) {
            const auto begin = static_cast<std::size_t>(match.data() - piece.data());
            places.push_back({sentence.begin + begin, sentence.begin + begin + match.size()});
            at = begin + match.size();
        }
    }
}

/// How many answers RE2 goes through.
std::size_t answers_of_re2()
{
    const char* const given = std::getenv("SAMSVAR_BENCH_RE2_ANSWERS");
    return std::clamp<std::size_t>(given ? std::strtoul(given, nullptr, 10) : 1000, 1, answer_count);
}

std::size_t differences = 0;
std::size_t hits = 0;

void lexicon_together(benchmark::State& state)
{
    const Lexicon& known = lexicon();
    std::size_t found = 0;
    for (auto _ : state) {
        found = 0;
        for (const Text& text : texts()) found += known.together.find_all(text.folded, text.sentences).size();
    }
    state.counters["hits"] = static_cast<double>(found);
}

void lexicon_of_500_concepts(benchmark::State& state)
{
    const Lexicon& known = lexicon();
    for (auto _ : state)
        for (const Text& text : texts()) benchmark::DoNotOptimize(known.of_500.find_all(text.folded, text.sentences));
}

/// Finds and counts what `together` finds as well, and what not.
void lexicon_by_re2_one_by_one(benchmark::State& state)
{
    const Lexicon& known = lexicon();
    for (auto _ : state) {
        hits = differences = 0;
        Places alone;
        for (std::size_t number = 0; number < answers_of_re2(); ++number) {
            const Text& text = texts()[number];
            state.PauseTiming();
            std::vector<text::PatternSet::Match> together = known.together.find_all(text.folded, text.sentences);
            std::stable_sort(together.begin(), together.end(),
                             [](const auto& a, const auto& b) { return a.pattern < b.pattern; });
            state.ResumeTiming();
            auto next = together.begin();
            for (std::uint32_t pattern = 0; pattern < known.alone.size(); ++pattern) {
                alone.clear();
                find_alone(*known.alone[pattern], text, alone);
                hits += alone.size();
                bool same = true;
                for (const text::Span& place : alone) {
                    same = same && next != together.end() && next->pattern == pattern && next->span == place;
                    if (same) ++next;
                }
                for (; next != together.end() && next->pattern == pattern; ++next) same = false;
                if (!same && ++differences <= 5)
                    std::printf("DIFFERS: %s in \"%s\"\n", known.alone[pattern]->pattern().c_str(),
                                text.folded.c_str());
            }
        }
    }
    state.counters["hits"] = static_cast<double>(hits);
}

void analyse_answers(benchmark::State& state)
{
    for (auto _ : state)
        for (const std::string& answer : answers()) benchmark::DoNotOptimize(lexicon().matcher.analyse(answer));
}

// Answers of a megabyte: running text, and what a search could fall into. A tenth of a second is wanted for all of
// judging; the search is most of it.
struct Kind {
    const char* name;
    std::string_view over_and_over;  ///< empty: made of `answers`
};
constexpr Kind kinds[] = {
    {"prose in five languages", {}},
    {"negations without a stop", "not encrypted and never "},
    {"one word", "a"},
    {"one word of concepts", "encryption"},
    {"one sentence", "vi har ikke kryptering av data med "},
    {"prose in nb", {}},
    {"prose in en", {}},
    {"prose without stops", {}},
    {"single letters", "a b c d e f "},
    {"numbers and dates", "14.03.2026 72 24 timer 99,9 3. 2026-11-21 1024 12. mai 2025 Q3 2026 "},
    {"the question", {}},
    {"hits of one concept", "Data er kryptert. "},
    {"negated sentences", "Vi har ikke MFA. "},
    {"short lines", "MFA\nlogg\n* backup\n"},
    {"references", "se punkt 18, jf. vedlegg 3. "},
    {"plans and choices", "Kryptering er planlagt innen Q3 2027, men kan aktiveres ved behov. "},
};

const model::Form& one_question();

std::string piece_of(std::size_t kind, std::size_t number)
{
    const std::string_view name = kinds[kind].name;
    if (!kinds[kind].over_and_over.empty()) return std::string(kinds[kind].over_and_over);
    if (name == "the question") return one_question().questions[0].text.all().front().second + '\n';
    const std::string& answer = answers()[number % answers().size()];
    const auto in = [&](model::Language wanted) {
        return text::guess_language(text::fold_text(answer)) == wanted ? answer + '\n' : std::string();
    };
    if (name == "prose in nb") return in(model::Language::nb);
    if (name == "prose in en") return in(model::Language::en);
    if (name != "prose without stops") return answer + '\n';
    std::string running;
    for (const char c : answer)
        if (std::string_view(".!?;:\n").find(c) == std::string_view::npos) running += c;
    return running + ' ';
}

std::string text_of(std::size_t kind, std::size_t size)
{
    std::string text;
    for (std::size_t number = 0; text.size() < size; ++number) text += piece_of(kind, number);
    text.resize(size);
    return text;
}

const std::vector<std::int64_t>& all_kinds()
{
    static const std::vector<std::int64_t> numbers = [] {
        std::vector<std::int64_t> made(std::size(kinds));
        std::iota(made.begin(), made.end(), 0);
        return made;
    }();
    return numbers;
}

void long_answer(benchmark::State& state)
{
    const std::string text =
        text_of(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1)));
    state.SetLabel(kinds[state.range(0)].name);
    for (auto _ : state) benchmark::DoNotOptimize(lexicon().matcher.analyse(text));
}

/// A shipped form with one of its questions: that of which most is expected.
const model::Form& one_question()
{
    static const model::Form form = [] {
        model::Form made = app::Library(source).form("skolesec-ros");
        made.questions = {*std::max_element(made.questions.begin(), made.questions.end(),
                                            [](const model::Question& a, const model::Question& b) {
                                                return a.expectations.size() < b.expectations.size();
                                            })};
        return made;
    }();
    return form;
}

/// All of the judging: from what stands in the cell to the verdict.
void long_answer_judged(benchmark::State& state)
{
    const model::Form& form = one_question();
    model::Submission submission;
    submission.form = form.id;
    model::Answer answer;
    answer.question = form.questions[0].id;
    answer.parts.push_back({model::ColumnRole::answer,
                            text_of(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1))),
                            {"answers.xlsx", "Answers", "C2", true},
                            {}});
    submission.answers = {answer};
    state.SetLabel(kinds[state.range(0)].name);
    for (auto _ : state)
        benchmark::DoNotOptimize(rules::evaluate(form, {}, lexicon().matcher, submission, {2026, 11, 21}));
}

/// Prints as usual and keeps the time of a round, in seconds.
class Kept : public benchmark::ConsoleReporter {
public:
    std::map<std::string, double> seconds;
    void ReportRuns(const std::vector<Run>& runs) override
    {
        ConsoleReporter::ReportRuns(runs);
        for (const Run& run : runs)
            seconds[run.run_name.function_name + (run.run_name.args.empty() ? "" : "/") + run.run_name.args] =
                run.real_accumulated_time / static_cast<double>(run.iterations);
    }
};

bool target(const char* what, double value, double limit, bool at_most)
{
    const bool holds = at_most ? value <= limit : value >= limit;
    std::printf("%s %s: %.2f (%s %g)\n", holds ? "holds  " : "MISSED ", what, value, at_most ? "at most" : "at least",
                limit);
    return holds;
}

}  // namespace

BENCHMARK(lexicon_together)->Unit(benchmark::kMillisecond);
BENCHMARK(lexicon_of_500_concepts)->Unit(benchmark::kMillisecond);
BENCHMARK(analyse_answers)->Unit(benchmark::kMillisecond);
BENCHMARK(lexicon_by_re2_one_by_one)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(long_answer)->ArgsProduct({all_kinds(), {100'000}})->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(long_answer_judged)->ArgsProduct({all_kinds(), {megabyte}})->UseRealTime()->Unit(benchmark::kMillisecond);

int main(int argc, char** argv)
{
    benchmark::Initialize(&argc, argv);
    const std::size_t concepts = lexicon().concepts;
    std::size_t bytes = 0;
    for (const Text& text : texts()) bytes += text.folded.size();
    std::printf("%zu concepts, %zu patterns, %zu answers of %zu bytes on average\n", concepts, lexicon().alone.size(),
                texts().size(), bytes / texts().size());
    Kept kept;
    benchmark::RunSpecifiedBenchmarks(&kept);
    bool good = true;
    const double together = kept.seconds["lexicon_together"];
    const double alone = kept.seconds["lexicon_by_re2_one_by_one"];
    if (together > 0)
        good &= target("lexicon, microseconds an answer", together / answer_count * 1e6, most_microseconds, true);
    if (const double of_500 = kept.seconds["lexicon_of_500_concepts"]; of_500 > 0)
        good &= target("500 concepts, microseconds an answer", of_500 / answer_count * 1e6, most_microseconds, true);
    if (together > 0 && alone > 0) {
        const double share = static_cast<double>(answers_of_re2()) / answer_count;
        good &=
            target("lexicon, times as fast as RE2 one by one", alone / (together * share), least_times_faster, false);
        std::printf("%zu answers searched both ways: %zu hits, %zu patterns with a difference\n", answers_of_re2(),
                    hits, differences);
        good &= differences == 0 && hits > answers_of_re2();
    }
    for (const std::int64_t kind : all_kinds())
        if (const double seconds =
                kept.seconds["long_answer_judged/" + std::to_string(kind) + '/' + std::to_string(megabyte)];
            seconds > 0)
            good &= target(("1 MB judged, seconds, " + std::string(kinds[kind].name)).c_str(), seconds, 0.1, true);
    return good ? 0 : 1;
}
