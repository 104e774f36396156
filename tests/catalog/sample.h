#pragma once

#include <stdexcept>
#include <string>

#include "base/error.h"
#include "catalog/load.h"
#include "support/temporary_folder.h"

namespace samsvar::catalog {

/// Runs `action`; the code's name and the message with the place, or "no Error".
template <typename Action>
std::string failure_of(Action action)
{
    try {
        action();
    }
    catch (const Error& error) {
        return std::string(name_of(error.code())) + ": " + error.what();
    }
    return "no Error";
}

/// `text` with the first `from` replaced; a test whose `from` has gone would test nothing.
inline std::string changed(std::string text, const std::string& from, const std::string& to)
{
    const std::size_t at = text.find(from);
    if (at == std::string::npos) throw std::logic_error("the sample does not hold: " + from);
    return text.replace(at, from.size(), to);
}

/// A small catalogue with every element and attribute, one a line.
inline const std::string sample_catalog = R"xml(<catalog xmlns="urn:samsvar:catalog:1" id="house" version="3">
<title xml:lang="en">House rules</title>
<note xml:lang="en">Made up</note>
<condition id="personal-data"><title xml:lang="en">Personal data</title></condition>
<group id="access"><title xml:lang="en">Access</title></group>
<requirement id="H-1" group="access" role="supplier" level="must" severity="high">
<title xml:lang="en">Two factors</title>
<text xml:lang="nb">To faktorer</text>
<text xml:lang="en">Two factors for all</text>
<motive xml:lang="en">Passwords leak</motive>
<evidence kinds="configuration certificate"><text xml:lang="en">Settings</text></evidence>
<level aspect="confidentiality" from="significant" inferred="yes"/>
<level aspect="integrity" from="moderate"/>
<condition id="personal-data"/>
<legal ref="GDPR 32(1)(b)"/>
<attribute name="parameter" value="factors=2"/>
<recognise xml:lang="nb">to[- ]?faktor\w*</recognise>
<recognise xml:lang="en">two[- ]?factor</recognise>
<covered-when xml:lang="en">enforced</covered-when>
<partial-when xml:lang="en">optional</partial-when>
<expect id="mfa" any="mfa passkey" violated-by="optional-mfa"/>
<part id="a"><text xml:lang="en">Administrators</text><legal ref="GDPR 32(4)"/></part>
<part id="b"><text xml:lang="en">Users</text></part>
</requirement>
<requirement id="H-2"><title xml:lang="en">Logs</title></requirement>
</catalog>
)xml";

/// Loads `content` as catalogs/house.xml.
inline model::Catalog loaded(const std::string& content)
{
    const TemporaryFolder folder;
    return load(folder.file("house.xml", content), "catalogs/house.xml");
}

}  // namespace samsvar::catalog
