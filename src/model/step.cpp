#include "model/step.h"

namespace samsvar::model {

namespace {

constexpr const char* slot_names[] = {"words",    "other-words", "expectation", "concept", "contradiction",
                                      "question", "document",    "name",        "count",   "least",
                                      "limit",    "date",        "outcome",     "finding", "severity"};
static_assert(std::size(slot_names) == slot_count);
static_assert(static_cast<std::size_t>(Slot::severity) + 1 == slot_count);

constexpr const char* words_in_names[] = {"answer", "evidence", "annex", "header"};
constexpr const char* stage_names[] = {"answer",       "opening",  "references", "features",
                                       "expectations", "evasions", "across",     "outcome"};

template <class Value, std::size_t count>
std::optional<Value> named(const char* const (&names)[count], std::string_view wanted)
{
    for (std::size_t index = 0; index < count; ++index)
        if (wanted == names[index]) return static_cast<Value>(index);
    return std::nullopt;
}

}  // namespace

const char* name_of(Slot slot)
{
    return slot_names[static_cast<std::size_t>(slot)];
}

std::optional<Slot> slot_named(std::string_view name)
{
    return named<Slot>(slot_names, name);
}

const char* name_of(WordsIn where)
{
    return words_in_names[static_cast<std::size_t>(where)];
}

std::optional<WordsIn> words_in_named(std::string_view name)
{
    return named<WordsIn>(words_in_names, name);
}

const char* name_of(Stage stage)
{
    return stage_names[static_cast<std::size_t>(stage)];
}

const StepArgument* Step::argument(Slot slot) const
{
    for (const StepArgument& one : arguments)
        if (one.slot == slot) return &one;
    return nullptr;
}

std::optional<StepId> step_named(std::string_view name)
{
    for (const StepKind& kind : step_kinds)
        if (name == kind.name) return kind.id;
    return std::nullopt;
}

}  // namespace samsvar::model
