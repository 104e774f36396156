#include "xml/element.h"

#include <Poco/Exception.h>
#include <Poco/SAX/Attributes.h>
#include <Poco/SAX/DefaultHandler.h>
#include <Poco/SAX/InputSource.h>
#include <Poco/SAX/LexicalHandler.h>
#include <Poco/SAX/Locator.h>
#include <Poco/SAX/SAXException.h>
#include <Poco/SAX/SAXParser.h>

#include <algorithm>
#include <charconv>

#include "xml/plain.h"

namespace samsvar::xml {

namespace {

constexpr std::string_view blanks = " \t\r\n";

class TreeBuilder : public Poco::XML::DefaultHandler, public Poco::XML::LexicalHandler {
public:
    TreeBuilder(const std::string& file, const Limits& limits) : file_(file), limits_(limits) { root_.file = file; }

    Element take() { return std::move(root_.children.front()); }
    bool has_root() const { return !root_.children.empty(); }
    Location here() const
    {
        return {file_, {}, locator_ ? locator_->getLineNumber() : 0, locator_ ? locator_->getColumnNumber() + 1 : 0};
    }

    void setDocumentLocator(const Poco::XML::Locator* locator) override { locator_ = locator; }

    void startElement(const Poco::XML::XMLString& uri, const Poco::XML::XMLString& local_name,
                      const Poco::XML::XMLString& qualified_name, const Poco::XML::Attributes& attributes) override
    {
        if (open_.size() >= limits_.xml_depth)
            throw Error(ErrorCode::limit_exceeded, here(), "elements are nested too deeply");
        if (attributes.getLength() > static_cast<int>(limits_.xml_attributes))
            throw Error(ErrorCode::limit_exceeded, here(), "<" + qualified_name + "> has too many attributes");
        Element element;
        element.name = local_name.empty() ? qualified_name : local_name;
        element.name_space = uri;
        element.file = file_;
        element.line = here().line;
        element.column = here().column;
        if (!open_.empty()) element.text_at = open_.back().text.size();
        for (int index = 0; index < attributes.getLength(); ++index)
            element.attributes.push_back({attributes.getQName(index), attributes.getValue(index)});
        open_.push_back(std::move(element));
    }

    void endElement(const Poco::XML::XMLString&, const Poco::XML::XMLString&, const Poco::XML::XMLString&) override
    {
        Element finished = std::move(open_.back());
        open_.pop_back();
        (open_.empty() ? root_ : open_.back()).children.push_back(std::move(finished));
    }

    void characters(const Poco::XML::XMLChar characters[], int start, int length) override
    {
        if (!open_.empty()) open_.back().text.append(characters + start, static_cast<std::size_t>(length));
    }

    void startDTD(const Poco::XML::XMLString&, const Poco::XML::XMLString&, const Poco::XML::XMLString&) override
    {
        throw Error(ErrorCode::unsupported, here(), "a DOCTYPE is not allowed; remove it");
    }
    void endDTD() override {}
    void startEntity(const Poco::XML::XMLString&) override {}
    void endEntity(const Poco::XML::XMLString&) override {}
    void startCDATA() override {}
    void endCDATA() override {}
    void comment(const Poco::XML::XMLChar[], int, int) override {}

private:
    const std::string& file_;
    const Limits& limits_;
    const Poco::XML::Locator* locator_ = nullptr;
    Element root_;
    std::vector<Element> open_;
};

}  // namespace

Error Element::error(const std::string& message) const
{
    return Error(ErrorCode::malformed, location(), "<" + name + ">: " + message);
}

const std::string* Element::attribute(std::string_view wanted) const
{
    for (const Attribute& known : attributes)
        if (known.name == wanted) return &known.value;
    return nullptr;
}

std::string Element::attribute_or(std::string_view wanted, std::string_view otherwise) const
{
    const std::string* value = attribute(wanted);
    return value ? *value : std::string(otherwise);
}

const std::string& Element::require_attribute(std::string_view wanted) const
{
    const std::string* value = attribute(wanted);
    if (!value || value->empty()) throw error("attribute \"" + std::string(wanted) + "\" is missing or empty");
    return *value;
}

std::optional<double> Element::number_attribute(std::string_view wanted) const
{
    const std::string* value = attribute(wanted);
    if (!value) return std::nullopt;
    double number = 0;
    const auto [end, failure] = std::from_chars(value->data(), value->data() + value->size(), number);
    if (failure != std::errc() || end != value->data() + value->size())
        throw error("attribute \"" + std::string(wanted) + "\" is not a number: \"" + *value + "\"");
    return number;
}

bool Element::flag_attribute(std::string_view wanted, bool otherwise) const
{
    const std::string* value = attribute(wanted);
    if (!value) return otherwise;
    if (*value == "yes") return true;
    if (*value == "no") return false;
    throw error("attribute \"" + std::string(wanted) + "\" must be yes or no, not \"" + *value + "\"");
}

std::vector<std::string> Element::words_attribute(std::string_view wanted) const
{
    std::vector<std::string> words;
    const std::string* value = attribute(wanted);
    if (!value) return words;
    for (std::size_t start = value->find_first_not_of(blanks); start != std::string::npos;) {
        const std::size_t end = value->find_first_of(blanks, start);
        words.push_back(value->substr(start, end == std::string::npos ? end : end - start));
        start = end == std::string::npos ? end : value->find_first_not_of(blanks, end);
    }
    return words;
}

const Element* Element::child(std::string_view wanted) const
{
    for (const Element& known : children)
        if (known.name == wanted) return &known;
    return nullptr;
}

const Element& Element::require_child(std::string_view wanted) const
{
    const Element* found = child(wanted);
    if (!found) throw error("a <" + std::string(wanted) + "> is missing inside it");
    return *found;
}

std::vector<const Element*> Element::all(std::string_view wanted) const
{
    std::vector<const Element*> found;
    for (const Element& known : children)
        if (known.name == wanted) found.push_back(&known);
    return found;
}

std::string Element::trimmed_text() const
{
    std::string folded;
    bool pending = false;
    for (const char character : text) {
        if (blanks.find(character) != std::string_view::npos) {
            pending = !folded.empty();
            continue;
        }
        if (pending) folded += ' ';
        pending = false;
        folded += character;
    }
    return folded;
}

namespace {
/// "a, b" for a message.
std::string joined(const std::vector<std::string_view>& names)
{
    std::string text;
    for (const std::string_view name : names) text += (text.empty() ? "" : ", ") + std::string(name);
    return text;
}
}  // namespace

void Element::allow(const std::vector<std::string_view>& attribute_names,
                    const std::vector<std::string_view>& child_names) const
{
    const auto among = [](const std::vector<std::string_view>& names, const std::string& wanted) {
        return std::find(names.begin(), names.end(), wanted) != names.end();
    };
    for (const Attribute& known : attributes) {
        if (among(attribute_names, known.name) || known.name == "xmlns" || known.name.starts_with("xmlns:")) continue;
        throw error("unknown attribute \"" + known.name + "\"; " +
                    (attribute_names.empty() ? "it takes none" : "allowed: " + joined(attribute_names)));
    }
    // Text between elements is nobody's content: a comment closed too early, or an element left out.
    if (!child_names.empty())
        if (const std::string stray = trimmed_text(); !stray.empty())
            throw error("holds text between its elements: \"" + stray.substr(0, stray.find_first_of(blanks)) + "\"");
    for (const Element& known : children) {
        if (among(child_names, known.name) && known.name_space == name_space) continue;
        throw known.error("does not belong inside <" + name + ">; " +
                          (child_names.empty() ? "it holds no elements" : "allowed: " + joined(child_names)));
    }
}

Element parse(std::string_view content, const std::string& file, const Limits& limits)
{
    if (content.size() > limits.own_xml_bytes)
        throw Error(ErrorCode::limit_exceeded, {file, {}, 0, 0},
                    "the file is larger than " + std::to_string(limits.own_xml_bytes >> 20) + " MiB");
    if (std::optional<Element> plain = parse_plain(content, file, limits)) return std::move(*plain);
    return parse_with_poco(content, file, limits);
}

Element parse_with_poco(std::string_view content, const std::string& file, const Limits& limits)
{
    TreeBuilder builder(file, limits);
    try {
        Poco::XML::SAXParser parser;
        parser.setFeature(Poco::XML::XMLReader::FEATURE_NAMESPACES, true);
        parser.setFeature(Poco::XML::XMLReader::FEATURE_NAMESPACE_PREFIXES, true);
        parser.setFeature(Poco::XML::XMLReader::FEATURE_EXTERNAL_GENERAL_ENTITIES, false);
        parser.setFeature(Poco::XML::XMLReader::FEATURE_EXTERNAL_PARAMETER_ENTITIES, false);
        parser.setContentHandler(&builder);
        // The property travels as void*, so it must be a LexicalHandler* before it becomes one.
        parser.setProperty(Poco::XML::XMLReader::PROPERTY_LEXICAL_HANDLER,
                           static_cast<Poco::XML::LexicalHandler*>(&builder));
        parser.parseMemoryNP(content.data(), content.size());
    }
    catch (const Poco::XML::SAXParseException& failure) {
        throw Error(
            ErrorCode::malformed,
            {file, {}, static_cast<int>(failure.getLineNumber()), static_cast<int>(failure.getColumnNumber()) + 1},
            // Poco repeats the place, with a column counted from 0.
            "not well-formed XML: " + failure.message().substr(0, failure.message().find(" in line ")));
    }
    catch (const Poco::Exception& failure) {
        throw Error(ErrorCode::malformed, builder.here(), "not readable as XML: " + failure.displayText());
    }
    if (!builder.has_root()) throw Error(ErrorCode::malformed, {file, {}, 0, 0}, "holds no XML element");
    return builder.take();
}

}  // namespace samsvar::xml
