#include "rules/checks.h"

namespace samsvar::rules {

std::span<const Check> checks()
{
    static constexpr Check table[] = {
        {"presence", 1, "no-answer", "Blank, placeholder or sample text, or the question repeated.", check_presence},
        {"polarity", 2, "na-unjustified na-conditional no-answer negative yes-only",
         "Yes, no, not applicable and do not know at the start of the answer.", check_polarity},
        {"references", 3, "dangling-reference circular-reference",
         "Follows references to other answers and to annexes; the referred answer counts as part of this one.",
         check_references},
        {"documents", 4, "", "Finds the documents an answer names or encloses.", find_documents},
        {"enclosures", 4, "not-enclosed document-expired document-too-old",
         "With the files that came: which documents named or asked for are among them, and whether they still hold.",
         check_enclosures},
        {"expectations-sought", 5, "", "Looks for what the question expects, in the answer and in what it refers to.",
         seek_expectations},
        {"evasions", 6, "yes-only reference-only deflected off-topic vague dangling-reference",
         "A bare yes, a pointer to a document, the customer told to answer, another subject, words without content.",
         check_evasions},
        {"expectations", 5, "missing-element weak-practice too-slow too-infrequent planned-not-in-place negative",
         "What the question expects, or asks for in its own words, and the answer lacks, contradicts or only plans.",
         check_expectations},
        {"stated-limits", 5, "too-slow too-infrequent",
         "A limit of time that a question nobody described states itself, and the answer passes.", check_stated_limits},
        {"promises", 5, "planned-not-in-place",
         "In a question nobody described: what the answer only promises for a day to come.", check_promises},
        {"choices", 5, "weak-practice",
         "In a requirement nobody described: what the answer leaves to somebody's choice.", check_choices},
        {"weak-practice", 5, "weak-practice", "Practices that are weak wherever they stand.", check_weak_practice},
        {"validity", 5, "expired", "Certificates and reports whose validity has run out on the day of the assessment.",
         check_validity},
        {"contradictions", 7, "contradiction third-country",
         "Statements that cannot both be true, between answers and with the facts about the supplier.",
         check_contradictions},
        {"recipients", 7, "third-country unnamed-subprocessor",
         "Recipients outside the EEA, and recipients that stand nowhere in the list of sub-processors.",
         check_recipients},
        {"partly", 6, "missing-element planned-not-in-place",
         "An answer that itself says it holds only in part, and nothing else lowered.", check_partly},
        {"copies", 6, "duplicate-answer", "The same text as the answer to another question.", check_copies},
        {"evidence", 6, "evidence-outstanding", "A document was asked for and none is named or enclosed.",
         check_evidence},
        {"question-text", 8, "edited-question", "The supplier changed the question's words.", check_question_text},
    };
    return table;
}

}  // namespace samsvar::rules
