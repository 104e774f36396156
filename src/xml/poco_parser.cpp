// A module that is loaded for XML that is not written in the plain way (see plain.h), or wrongly: Poco's libraries take
// longer to load than the plain reader takes for all our files.
#include <Poco/Exception.h>
#include <Poco/SAX/Attributes.h>
#include <Poco/SAX/DefaultHandler.h>
#include <Poco/SAX/InputSource.h>
#include <Poco/SAX/LexicalHandler.h>
#include <Poco/SAX/Locator.h>
#include <Poco/SAX/SAXException.h>
#include <Poco/SAX/SAXParser.h>

#include "xml/poco_parser.h"

namespace samsvar::xml {

namespace {

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

}  // namespace samsvar::xml

extern "C" void samsvar_xml_parse(std::string_view content, const std::string& file, const samsvar::Limits& limits,
                                  samsvar::xml::Element& parsed)
{
    using namespace samsvar;
    using namespace samsvar::xml;
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
    parsed = builder.take();
}
