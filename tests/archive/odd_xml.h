#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/limits.h"

namespace samsvar::test {

/// Named XML.
using OddXml = std::vector<std::pair<const char*, std::string>>;

/// Limits that the last two of odd_xml() pass.
inline Limits narrow_limits()
{
    Limits limits;
    limits.xml_depth = 3;
    limits.xml_attributes = 2;
    return limits;
}

/// What every quick way to read XML must leave to the careful one, under narrow_limits(), with a test's own.
inline OddXml odd_xml(const OddXml& more)
{
    OddXml all{
        {"nothing", ""},
        {"no root", "  "},
        {"two roots", "<a/><b/>"},
        {"text after the root", "<a/>x"},
        {"open", "<a><b></b>"},
        {"crossed", "<a><b></a></b>"},
        {"prefix of the name", "<ab></a>"},
        {"cut in a tag", "<a b"},
        {"cut in a value", "<a b=\"c"},
        {"no value", "<a b/>"},
        {"no blank", "<a b=\"1\"c=\"2\"/>"},
        {"< in a value", "<a b=\"<\"/>"},
        {"DOCTYPE", "<!DOCTYPE a><a/>"},
        {"CDATA", "<a><![CDATA[x]]></a>"},
        {"unknown entity", "<a>&nbsp;</a>"},
        {"lone &", "<a>a & b; c</a>"},
        {"no UTF-8", "<a>\xE6</a>"},
        {"zero", std::string("<a>\0</a>", 8)},
        {"too deep", "<a><b><c><d/></c></b></a>"},
        {"too many attributes", "<a b=\"\" c=\"\" d=\"\"/>"},
    };
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

}  // namespace samsvar::test
