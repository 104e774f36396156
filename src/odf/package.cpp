#include "odf/package.h"

#include <algorithm>

#include "base/error.h"

namespace samsvar::odf {

namespace {

constexpr const char* manifest_part = "META-INF/manifest.xml";

void refuse_encrypted(const Archive& archive)
{
    const auto refuse = [&] {
        throw Error(ErrorCode::unsupported, {archive.file(), {}, 0, 0},
                    "the file is protected with a password; ask for it without one");
    };
    if (archive.has("encrypted-package")) refuse();
    if (!archive.has(manifest_part)) return;
    const std::string content = archive.read(manifest_part);
    const std::string part = manifest_part;
    XmlLexer lexer(content, archive.file(), part, archive.limits());
    for (auto token = lexer.next(); token != XmlLexer::Token::finished; token = lexer.next())
        if (token == XmlLexer::Token::start && lexer.name() == "encryption-data") refuse();
}

}  // namespace

model::FileKind kind_of(const Archive& archive)
{
    refuse_encrypted(archive);
    const std::string type = archive.has("mimetype") ? archive.read("mimetype").substr(0, 200) : std::string();
    const auto has = [&](std::string_view word) { return type.find(word) != std::string::npos; };
    if (has("opendocument.text")) return model::FileKind::odt;
    if (has("opendocument.spreadsheet")) return model::FileKind::ods;
    throw Error(ErrorCode::unsupported, {archive.file(), {}, 0, 0},
                "the file is an OpenDocument file of another kind; ask for a .docx or .xlsx");
}

void read_properties(const Archive& archive, Draft& draft)
{
    const std::string part = "meta.xml";
    if (archive.has(part)) {
        try {
            const std::string content = archive.read(part);
            XmlLexer lexer(content, archive.file(), part, archive.limits());
            for (auto token = lexer.next(); token != XmlLexer::Token::finished; token = lexer.next()) {
                if (token != XmlLexer::Token::start || lexer.depth() != 3) continue;
                std::string* const into = lexer.name() == "title"       ? &draft.document.title
                                          : lexer.name() == "generator" ? &draft.document.program
                                          : lexer.name() == "date"      ? &draft.document.modified
                                                                        : nullptr;
                if (!into) continue;
                into->clear();
                lexer.read_text(*into);
            }
        }
        catch (const Error& error) {
            if (error.code() == ErrorCode::limit_exceeded) throw;
            draft.problem(part, {}, "the document's properties cannot be read: " + error.message());
        }
    }
    const std::vector<std::string> names = archive.names();
    if (std::any_of(names.begin(), names.end(),
                    [](const std::string& name) { return name.starts_with("Basic/") || name.starts_with("Scripts/"); }))
        draft.problem({}, {}, "the document holds macros, which are not run");
}

}  // namespace samsvar::odf
