#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "archive/xml_lexer.h"
#include "form/vocabulary.h"
#include "fuzz/targets.h"
#include "layout/infer.h"

namespace samsvar::fuzz {

void layout(std::string_view bytes)
{
    static const model::Vocabulary vocabulary =
        form::load_vocabulary(std::filesystem::path(SAMSVAR_SOURCE_DIR) / "forms/vocabulary.xml", "vocabulary.xml");
    static const layout::Words words(vocabulary);
    const std::optional<model::Document> document = open_checked(bytes, "a.docx");
    if (!document) return;
    const model::Layout found = layout::infer(*document, words);
    for (const model::LayoutQuestion& question : found.questions)
        for (const model::AnswerPart& part : question.parts)
            if (!archive::is_utf8(part.text)) {
                std::fprintf(stderr, "broken promise: an answer is UTF-8\n");
                std::abort();
            }
}

}  // namespace samsvar::fuzz
