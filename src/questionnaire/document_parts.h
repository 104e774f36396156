#pragma once

#include <string>

#include "questionnaire/make.h"

// Parts of the DOCX. Internal to the folder.
namespace samsvar::questionnaire {

/// What every part begins with.
inline const std::string declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// word/document.xml (ECMA-376 part 1, 17.2).
std::string document_xml(const Questionnaire& questionnaire);
std::string styles_xml();
std::string content_types_xml(const Questionnaire& questionnaire);
std::string document_relationships_xml(const Questionnaire& questionnaire);

}  // namespace samsvar::questionnaire
