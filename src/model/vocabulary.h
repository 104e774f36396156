#pragma once

#include <string>
#include <vector>

#include "model/form.h"
#include "model/language.h"
#include "model/place.h"

namespace samsvar::model {

/// The words by which an unknown questionnaire is read (forms/vocabulary.xml): what columns are headed, what a yes is
/// called, what shows a table to be something else. Plain words and phrases, no patterns; case and accents do not count.
struct Vocabulary {
    struct Column {
        ColumnRole role = ColumnRole::other;
        std::vector<std::string> words;
    };
    struct Choice {
        std::string meaning;  ///< yes, no, partly, planned, not-applicable, unknown
        std::vector<std::string> words;
    };
    struct Other {
        std::string kind;  ///< risk-register, asset-register, change-log, glossary, list, summary, instructions
        std::vector<std::string> words;
    };
    struct Fact {
        std::string key;  ///< as FormFact::key
        LocalText label;
        std::vector<std::string> words;
    };

    std::vector<Column> columns;
    std::vector<Choice> choices;
    std::vector<std::string> unanswered;  ///< prompts and defaults that are no answer: "select", "not yet answered"
    std::vector<std::string> samples;     ///< what announces sample text: "example"
    std::vector<std::string> answers;     ///< what announces an answer in running text: "answer", "svar"
    std::vector<std::string> buyers;      ///< who reads the answers; a column headed so is the buyer's own
    std::vector<Other> others;            ///< headers of tables that hold no questions
    std::vector<Fact> facts;
    std::vector<std::string> subprocessors;  ///< headers and labels of the list of sub-processors
    std::vector<std::string> annexes;        ///< headings of the list of annexes
    Origin origin;
};

}  // namespace samsvar::model
