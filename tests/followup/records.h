#pragma once

#include <string>

#include "model/follow_up.h"

// Records made by hand for the tests of this folder.
namespace samsvar::test {

inline model::RecordedFinding finding(std::string code, std::string detail, model::Outcome outcome,
                                      std::string quote = {})
{
    model::RecordedFinding made;
    made.code = std::move(code);
    made.detail = std::move(detail);
    made.outcome = outcome;
    made.quote = std::move(quote);
    return made;
}

inline model::RecordedAnswer& add(model::Record& record, std::string id, std::string asked, std::string text,
                                  model::Outcome outcome = model::Outcome::satisfied)
{
    model::RecordedAnswer& answer = record.answers.emplace_back();
    answer.question = std::move(id);
    answer.printed_question = std::move(asked);
    answer.text = std::move(text);
    answer.outcome = outcome;
    return answer;
}

inline model::Record record(model::Date date, std::string form = "f")
{
    model::Record made;
    made.date = date;
    made.form = {std::move(form), "1"};
    return made;
}

}  // namespace samsvar::test
