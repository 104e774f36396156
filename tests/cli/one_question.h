#pragma once

#include <string>

#include "support/package_builder.h"

namespace samsvar::test {

/// A form with a single question; `more` stands behind what it is recognised by (a pattern).
inline std::string form_of_one_question(const std::string& text, const std::string& recognised_by,
                                        const std::string& more = {})
{
    return "<form xmlns=\"urn:samsvar:form:1\" id=\"one\" version=\"1\">"
           "<title xml:lang=\"en\">One question</title><recognise><heading>one question</heading></recognise>"
           "<layout><column role=\"id\"><header>^no$</header></column>"
           "<column role=\"question\" required=\"yes\"><header>^question</header></column>"
           "<column role=\"answer\" required=\"yes\"><header>^answer</header></column></layout>"
           "<section id=\"s\"><title xml:lang=\"en\">S</title><recognise>^s$</recognise></section>"
           "<question id=\"1\" section=\"s\" kind=\"free\"><text xml:lang=\"en\">" +
           text + "</text><recognise>" + recognised_by + "</recognise>" + more + "</question></form>";
}

/// The form filled in, as DOCX.
inline std::string one_question_answered(const std::string& text, const std::string& answer)
{
    return docx_with_body(docx_paragraph("One question") +
                          docx_table({{"No", "Question", "Answer"}, {"1", text, answer}}));
}

}  // namespace samsvar::test
