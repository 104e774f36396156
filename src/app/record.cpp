#include "app/record.h"

#include "text/fold.h"
#include "text/language_guess.h"

namespace samsvar::app {

model::Record record_for(const model::Assessment& assessment)
{
    model::Record record = model::record_of(assessment);
    std::string words;
    for (const model::RecordedAnswer& answer : record.answers) words += answer.text + '\n';
    record.language = text::guess_language(text::fold_text(words));
    return record;
}

}  // namespace samsvar::app
