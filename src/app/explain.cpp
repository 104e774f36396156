#include "app/explain.h"

#include <Poco/Exception.h>
#include <Poco/JSON/Parser.h>

#include <algorithm>
#include <charconv>

#include "base/error.h"
#include "base/files.h"
#include "report/explanation.h"

namespace samsvar::app {

namespace {

using model::Language;
using Object = Poco::JSON::Object::Ptr;

constexpr std::uint64_t largest_result = 256ull << 20;

report::StepTexts step_texts(const Library& library)
{
    return report::load_step_texts(library.report_layout("steps"), "reports/steps.xml");
}

std::string shown(const report::Explanation& explanation, const Library& library, Language language,
                  const Screen& screen)
{
    return report::to_text(explanation, step_texts(library), language, screen.width,
                           screen.colours ? report::Colouring::ansi : report::Colouring::plain);
}

/// Reads the parts of a result that explain one answer.
class ResultReader {
public:
    explicit ResultReader(const std::filesystem::path& file) : file_(file) {}

    report::Explanation read(const std::string& question) const
    {
        const std::string content = read_file(file_, largest_result);
        try {
            Poco::JSON::Parser parser;
            const Object root = parser.parse(content).extract<Object>();
            return read_answer(root, question);
        }
        catch (const Poco::Exception& failure) {
            throw malformed("is not a result of samsvar check --format json: " + failure.displayText());
        }
    }

private:
    Error malformed(const std::string& message) const
    {
        return Error(ErrorCode::malformed, {file_.string(), {}, 0, 0}, message);
    }

    static std::string text(const Object& object, const std::string& key)
    {
        return object->has(key) && !object->isNull(key) ? object->getValue<std::string>(key) : std::string();
    }

    static model::LocalText texts(const Object& object, const std::string& key)
    {
        model::LocalText read;
        if (const Object languages = object->getObject(key))
            for (const auto& [name, value] : *languages)
                if (const auto language = model::language_named(name))
                    read.set(*language, value.convert<std::string>());
        return read;
    }

    template <class Function>
    static void each(const Object& object, const std::string& key, const Function& function)
    {
        const Poco::JSON::Array::Ptr list = object->getArray(key);
        for (unsigned at = 0; list && at < list->size(); ++at)
            if (const Object one = list->getObject(at)) function(one);
    }

    /// "catalogs/x.xml:88".
    static model::Origin origin(const std::string& written)
    {
        model::Origin read{written, 0};
        const std::size_t colon = written.rfind(':');
        if (colon == std::string::npos) return read;
        const char* end = written.data() + written.size();
        if (std::from_chars(written.data() + colon + 1, end, read.line).ptr == end)
            read.file = written.substr(0, colon);
        return read;
    }

    model::Outcome outcome(const Object& object) const
    {
        const auto read = model::outcome_named(text(object, "outcome"));
        if (!read) throw malformed("holds an outcome that there is not: " + text(object, "outcome"));
        return *read;
    }

    model::Step step(const Object& object, const Object& labels) const
    {
        const std::string name = text(object, "step");
        const auto id = model::step_named(name);
        if (!id) throw malformed("holds a step this version does not know: " + name + "; make the result anew");
        model::Step read;
        read.id = *id;
        read.rule = origin(text(object, "rule"));
        const Object with = object->getObject("with");
        for (std::size_t at = 0; with && at < model::slot_count; ++at) {
            model::StepArgument argument;
            argument.slot = static_cast<model::Slot>(at);
            const Object written = with->getObject(name_of(argument.slot));
            if (!written) continue;
            argument.value = text(written, "value");
            argument.label = texts(written, "label");
            if (const Object common = labels ? labels->getObject(name_of(argument.slot)) : Object())
                if (common->has(argument.value)) argument.label = texts(common, argument.value);
            argument.where = model::words_in_named(text(written, "in")).value_or(model::WordsIn::answer);
            argument.question = text(written, "question");
            argument.begin = written->optValue<std::size_t>("begin", 0);
            argument.end = written->optValue<std::size_t>("end", 0);
            read.arguments.push_back(std::move(argument));
        }
        return read;
    }

    static model::Finding finding(const Object& object)
    {
        model::Finding read;
        read.code = text(object, "code");
        read.detail = text(object, "detail");
        read.severity = model::severity_named(text(object, "severity")).value_or(model::Severity::none);
        read.rule = origin(text(object, "rule"));
        read.reason = texts(object, "reason");
        read.ask = texts(object, "ask");
        return read;
    }

    report::Explanation read_answer(const Object& root, const std::string& question) const
    {
        report::Explanation read;
        std::string known;
        const Object labels = root->getObject("labels");
        if (!root->getArray("answers")) throw malformed("holds no \"answers\"; make it with check --format json");
        each(root, "answers", [&](const Object& answer) {
            const std::string id = text(answer, "question");
            known += (known.empty() ? "" : ", ") + id;
            if (id != question || !read.question.empty()) return;
            if (!answer->has("steps"))
                throw malformed("was made by a version that did not keep the steps; make the result anew");
            read.question = id;
            read.question_text = texts(answer, "question_text");
            read.place = text(answer, "place");
            read.answer = text(answer, "text");
            read.outcome = outcome(answer);
            each(answer, "steps", [&](const Object& one) { read.steps.push_back(step(one, labels)); });
            each(answer, "findings", [&](const Object& one) { read.findings.push_back(finding(one)); });
        });
        if (read.question.empty())
            throw Error(ErrorCode::not_found, {file_.string(), {}, 0, 0},
                        "there is no question \"" + question + "\"; the questions are " + known.substr(0, 400));
        each(root, "requirements", [&](const Object& one) {
            const Poco::JSON::Array::Ptr answers = one->getArray("answers");
            for (unsigned at = 0; answers && at < answers->size(); ++at)
                if (answers->getElement<std::string>(at) == question)
                    read.requirements.push_back(
                        {text(one, "catalog"), text(one, "id"), texts(one, "title"), outcome(one)});
        });
        return read;
    }

    std::filesystem::path file_;
};

}  // namespace

std::string explain_verdict(const Library& library, const AssessRequest& request, const std::string& question,
                            Language language, const Screen& screen)
{
    return shown(report::explanation_of(assess(library, request), question), library, language, screen);
}

std::string explain_result(const Library& library, const std::filesystem::path& result, const std::string& question,
                           Language language, const Screen& screen)
{
    return shown(ResultReader(result).read(question), library, language, screen);
}

bool is_result(const std::filesystem::path& file)
{
    return file.extension() == ".json";
}

}  // namespace samsvar::app
