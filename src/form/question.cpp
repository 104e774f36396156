#include <algorithm>

#include "form/parts.h"
#include "xml/values.h"

namespace samsvar::form {

namespace {

model::AnswerKind read_kind(const xml::Element& element)
{
    const std::string& kind = element.require_attribute("kind");
    if (const auto known = model::answer_kind_named(kind)) return *known;
    throw element.error("attribute \"kind\" must be free, list, yesno, yesno+explanation or yesno+list, not \"" + kind +
                        "\"");
}

model::Severity read_severity(const xml::Element& element)
{
    const std::string severity = element.attribute_or("severity", "medium");
    if (const auto known = model::severity_named(severity)) return *known;
    throw element.error("attribute \"severity\" must be none, low, medium or high, not \"" + severity + "\"");
}

std::string read_fingerprint(const xml::Element& element)
{
    std::string fingerprints;
    for (const std::string& fingerprint : element.words_attribute("fingerprint")) {
        if (fingerprint.size() != 16 || fingerprint.find_first_not_of("0123456789abcdef") != std::string::npos)
            throw element.error("attribute \"fingerprint\" must hold 16 lower-case hexadecimal digits, not \"" +
                                fingerprint + "\"");
        if (!fingerprints.empty()) fingerprints += ' ';
        fingerprints += fingerprint;
    }
    return fingerprints;
}

std::string read_id(const xml::Element& element)
{
    const std::string& id = element.require_attribute("id");
    if (id.back() == '.')
        throw element.error("attribute \"id\" is written without the full stop that the form prints, not \"" + id +
                            "\"");
    return id;
}

void read_evidence(const xml::Element& element, model::Question& question)
{
    element.allow({"kinds"}, {"text"});
    element.require_attribute("kinds");
    question.evidence = element.words_attribute("kinds");
    question.evidence_text = read_required_texts(element, "text");
}

void read_coverage(const xml::Element& element, model::Question& question)
{
    element.allow({"catalog", "ids"}, {});
    const std::string& catalog = element.require_attribute("catalog");
    element.require_attribute("ids");
    for (std::string& id : element.words_attribute("ids")) {
        const auto same = [&](const model::Coverage& known) { return known.catalog == catalog && known.id == id; };
        if (std::any_of(question.covers.begin(), question.covers.end(), same))
            throw element.error("\"" + id + "\" of " + catalog + " stands twice");
        question.covers.push_back({catalog, std::move(id)});
    }
}

}  // namespace

model::Question read_question(const xml::Element& element)
{
    element.allow({"id", "section", "kind", "severity", "yes-suffices", "yes-is-good", "answer-is-evidence",
                   "na-follows-from", "na-allowed", "may-inherit", "tags", "topic", "fingerprint"},
                  {"text", "recognise", "evidence", "expect", "covers"});
    model::Question question;
    question.id = read_id(element);
    question.section = element.attribute_or("section", "");
    question.text = read_required_texts(element, "text");
    question.recognise = read_patterns(element, "recognise");
    question.fingerprint = read_fingerprint(element);
    question.kind = read_kind(element);
    question.yes_suffices = element.flag_attribute("yes-suffices", false);
    question.yes_is_good = element.flag_attribute("yes-is-good", true);
    question.answer_is_evidence = element.flag_attribute("answer-is-evidence", false);
    question.topic = element.words_attribute("topic");
    question.tags = element.words_attribute("tags");
    question.na_follows_from = element.attribute_or("na-follows-from", "");
    question.na_allowed = element.flag_attribute("na-allowed", false);
    question.may_inherit = element.flag_attribute("may-inherit", false);
    question.severity = read_severity(element);
    question.origin = {element.file, element.line};

    const std::vector<const xml::Element*> evidence = element.all("evidence");
    if (evidence.size() > 1) throw evidence[1]->error("stands twice");
    if (!evidence.empty()) read_evidence(*evidence[0], question);

    for (const xml::Element* expect : element.all("expect")) {
        model::Expectation expectation = xml::read_expectation(*expect);
        for (const model::Expectation& known : question.expectations)
            if (known.id == expectation.id)
                throw expect->error("an expectation with the id \"" + expectation.id + "\" stands twice");
        question.expectations.push_back(std::move(expectation));
    }
    for (const xml::Element* covers : element.all("covers")) read_coverage(*covers, question);
    return question;
}

}  // namespace samsvar::form
