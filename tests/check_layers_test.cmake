# Shows that check_layers.cmake fails where it should: each row below is put into a small made-up tree, alone.
#   cmake -DFOLDER=<scratch folder> -P tests/check_layers_test.cmake
cmake_minimum_required(VERSION 3.25)

# file | its include | what the check must say; nothing = allowed
set(rows
  "model/place.h|\"base/error.h\"|"
  "rules/case.cpp|\"text/analysis.h\"|"
  "rules/case.cpp|<vector>|"
  "base/files.cpp|<Poco/DigestEngine.h>|"
  "xml/element.cpp|<Poco/SAX/SAXParser.h>|"
  "report/xlsx_formats.h|<xlsxwriter.h>|"
  "app/assess.cpp|\"rules/evaluate.h\"|"
  "cli/main.cpp|\"app/assess.h\"|"
  "base/error.h|\"model/place.h\"|src/base/error.h: base must not use model (\"model/place.h\")"
  "rules/case.cpp|\"report/matrix.h\"|src/rules/case.cpp: rules must not use report (\"report/matrix.h\")"
  "intake/read.cpp|\"ooxml/open.h\"|src/intake/read.cpp: intake must not use ooxml (\"ooxml/open.h\")"
  "cli/main.cpp|\"rules/checks.h\"|src/cli/main.cpp: cli must not use rules (\"rules/checks.h\")"
  "report/deep/chart.cpp|\"catalog/load.h\"|src/report/deep/chart.cpp: report must not use catalog (\"catalog/load.h\")"
  "model/place.h|<Poco/Net/HTTPClientSession.h>|src/model/place.h: model must not use Poco/Net/ (<Poco/Net/HTTPClientSession.h>)"
  "form/load.cpp|<Poco/SAX/SAXParser.h>|src/form/load.cpp: form must not use Poco/SAX/ (<Poco/SAX/SAXParser.h>)"
  "xml/element.h|<Poco/SAX/SAXParser.h>|src/xml/element.h: no Poco header in a header of ours (<Poco/SAX/SAXParser.h>)"
  "xml/element.cpp|<pugixml.hpp>|src/xml/element.cpp: xml must not use pugi (<pugixml.hpp>)"
  "catalog/load.cpp|<re2/re2.h>|src/catalog/load.cpp: catalog must not use re2/ (<re2/re2.h>)"
  "app/assess.cpp|<xlsxwriter.h>|src/app/assess.cpp: app must not use xlsxwriter (<xlsxwriter.h>)"
  "app/assess.cpp|<CLI/CLI.hpp>|src/app/assess.cpp: app must not use CLI/ (<CLI/CLI.hpp>)"
  "report/csv.cpp|<zlib.h>|src/report/csv.cpp: report must not use zlib.h (<zlib.h>)"
  "cli/main.cpp|\"../rules/checks.h\"|src/cli/main.cpp: \"../rules/checks.h\" does not begin with a folder of src"
  "cli/main.cpp|\"options.h\"|src/cli/main.cpp: \"options.h\" does not begin with a folder of src"
  "helpers/all.cpp|<vector>|src/helpers/all.cpp: the folder helpers is in no row of tests/check_layers.cmake")

set(wrong "")
foreach(row IN LISTS rows)
  string(REPLACE "|" ";" fields "${row}")
  list(GET fields 0 file)
  list(GET fields 1 include)
  list(GET fields 2 expected)
  file(REMOVE_RECURSE ${FOLDER})
  file(WRITE ${FOLDER}/src/${file} "#pragma once\n  #  include ${include}\n")
  file(WRITE ${FOLDER}/src/base/limits.h "#include <cstddef>\n")
  execute_process(COMMAND ${CMAKE_COMMAND} -DSOURCE=${FOLDER} -P ${CMAKE_CURRENT_LIST_DIR}/check_layers.cmake
    RESULT_VARIABLE status OUTPUT_VARIABLE said ERROR_VARIABLE said)
  # CMake wraps long messages.
  string(REGEX REPLACE "[ \n]+" " " said "${said}")
  string(FIND "${said}" "${expected}" at)
  if(expected STREQUAL "" AND NOT status EQUAL 0)
    string(APPEND wrong "${row}: must be allowed, but: ${said}\n")
  elseif(NOT expected STREQUAL "" AND (status EQUAL 0 OR at EQUAL -1))
    string(APPEND wrong "${row}: status ${status}, said: ${said}\n")
  endif()
endforeach()
file(REMOVE_RECURSE ${FOLDER}/src)
execute_process(COMMAND ${CMAKE_COMMAND} -DSOURCE=${FOLDER} -P ${CMAKE_CURRENT_LIST_DIR}/check_layers.cmake
  RESULT_VARIABLE status OUTPUT_QUIET ERROR_QUIET)
if(status EQUAL 0)
  string(APPEND wrong "an empty tree is not noticed\n")
endif()
file(REMOVE_RECURSE ${FOLDER})
if(wrong)
  message(FATAL_ERROR "${wrong}")
endif()
