#include "store/json.h"

#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>

#include "base/error.h"

namespace samsvar::store {

namespace {

using Poco::JSON::Array;
using Poco::JSON::Object;

template <typename Holder>
typename Holder::Ptr parsed(const std::string& json)
{
    try {
        // The order of keys is the order of languages.
        Poco::JSON::Parser parser(new Poco::JSON::ParseHandler(true));
        return parser.parse(json).template extract<typename Holder::Ptr>();
    }
    catch (const Poco::Exception& failure) {
        throw Error(ErrorCode::malformed, {}, "a value of the register is no JSON of ours: " + failure.displayText());
    }
}

/// Reads every element of a list with `read`.
template <typename Made, typename Read>
std::vector<Made> each_of(const std::string& json, const Read& read)
{
    if (json == "[]") return {};
    const Array::Ptr list = parsed<Array>(json);
    std::vector<Made> made;
    made.reserve(list->size());
    try {
        for (unsigned index = 0; index < list->size(); ++index) made.push_back(read(*list, index));
    }
    catch (const Poco::Exception& failure) {
        throw Error(ErrorCode::malformed, {}, "a value of the register has another shape: " + failure.displayText());
    }
    return made;
}

template <typename Texts>
void append_list(std::string& json, const Texts& texts)
{
    json += '[';
    bool first = true;
    for (const auto& text : texts) {
        if (!first) json += ',';
        first = false;
        append_string(json, text);
    }
    json += ']';
}

template <typename Elements, typename Fields>
std::string json_lists(const Elements& elements, const Fields& fields)
{
    std::string json = "[";
    for (const auto& element : elements) {
        if (json.size() > 1) json += ',';
        append_list(json, fields(element));
    }
    return json + ']';
}

std::string field(const Array& list, unsigned element, unsigned number)
{
    const Array::Ptr fields = list.getArray(element);
    if (fields.isNull() || number >= fields->size()) throw Poco::DataFormatException("a field is missing");
    return fields->getElement<std::string>(number);
}

model::Place place(const Array& list, unsigned element, unsigned first)
{
    return {field(list, element, first), field(list, element, first + 1), field(list, element, first + 2),
            field(list, element, first + 3) == "sheet"};
}

const char* kind_of(const model::Place& place)
{
    return place.sheet ? "sheet" : "part";
}

}  // namespace

void append_string(std::string& json, std::string_view text)
{
    constexpr const char* digits = "0123456789abcdef";
    json += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        }
        else if (c == '\n') {
            json += "\\n";
        }
        else if (byte < 0x20 || byte == 0x7F) {
            json += "\\u00";
            json += digits[byte >> 4];
            json += digits[byte & 15];
        }
        else {
            json += c;
        }
    }
    json += '"';
}

std::string json_of(const model::LocalText& text)
{
    std::string json = "{";
    for (const auto& [language, words] : text.all()) {
        if (json.size() > 1) json += ',';
        append_string(json, name_of(language));
        json += ':';
        append_string(json, words);
    }
    return json + '}';
}

model::LocalText local_text(const std::string& json)
{
    model::LocalText text;
    const Object::Ptr object = parsed<Object>(json);
    for (const std::string& name : object->getNames())
        if (const auto language = model::language_named(name)) text.set(*language, object->getValue<std::string>(name));
    return text;
}

std::string json_of(const std::vector<std::string>& texts)
{
    std::string json;
    append_list(json, texts);
    return json;
}

std::vector<std::string> texts(const std::string& json)
{
    return each_of<std::string>(json, [](const Array& list, unsigned at) { return list.getElement<std::string>(at); });
}

std::string json_of(const std::vector<model::RequirementName>& names)
{
    return json_lists(names, [](const auto& one) { return std::vector<std::string>{one.catalog, one.id}; });
}

std::vector<model::RequirementName> requirement_names(const std::string& json)
{
    return each_of<model::RequirementName>(json, [](const Array& list, unsigned at) {
        return model::RequirementName{field(list, at, 0), field(list, at, 1)};
    });
}

std::string json_of(const std::vector<model::RecordedSource>& sources)
{
    return json_lists(sources, [](const auto& one) { return std::vector<std::string>{one.id, one.version}; });
}

std::vector<model::RecordedSource> sources(const std::string& json)
{
    return each_of<model::RecordedSource>(json, [](const Array& list, unsigned at) {
        return model::RecordedSource{field(list, at, 0), field(list, at, 1)};
    });
}

std::string json_of(const std::vector<model::HeaderFact>& facts)
{
    return json_lists(facts, [](const auto& one) {
        return std::vector<std::string>{one.key,        one.label,      one.value,         one.place.file,
                                        one.place.part, one.place.path, kind_of(one.place)};
    });
}

std::vector<model::HeaderFact> facts(const std::string& json)
{
    return each_of<model::HeaderFact>(json, [](const Array& list, unsigned at) {
        return model::HeaderFact{field(list, at, 0), field(list, at, 1), field(list, at, 2), place(list, at, 3)};
    });
}

std::string json_of(const std::vector<model::Annex>& annexes)
{
    return json_lists(annexes, [](const auto& one) {
        return std::vector<std::string>{one.label,      one.title,      one.place.file,
                                        one.place.part, one.place.path, kind_of(one.place)};
    });
}

std::vector<model::Annex> annexes(const std::string& json)
{
    return each_of<model::Annex>(json, [](const Array& list, unsigned at) {
        return model::Annex{field(list, at, 0), field(list, at, 1), place(list, at, 2)};
    });
}

}  // namespace samsvar::store
