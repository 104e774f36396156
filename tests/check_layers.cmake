# Reads every #include of src and fails on an edge the tables below do not allow, naming file, line and edge.
#   cmake -DSOURCE=<repository> -P tests/check_layers.cmake
cmake_minimum_required(VERSION 3.25)

# Folder of src → folders whose headers it may include besides its own. base ← model ← everything; catalog, form,
# intake, coverage, rules, risk, store and report never include each other and meet only in app.
set(may_use_base "")
set(may_use_model base)
set(may_use_xml base model)
set(may_use_text base model)
set(may_use_archive base model)
set(may_use_ooxml base model archive)
set(may_use_odf base model archive)
set(may_use_delimited base model archive)
set(may_use_reader base model archive ooxml odf delimited)
set(may_use_evidence base model archive ooxml)
set(may_use_layout base model text)
set(may_use_catalog base model xml text)
set(may_use_oscal base model xml)
set(may_use_profile base model xml)
set(may_use_questionnaire base model xml text archive layout)
set(may_use_mapping base model)
set(may_use_followup base model text mapping)
set(may_use_form base model xml text)
set(may_use_intake base model text layout)
set(may_use_coverage base model text)
set(may_use_agreement base model xml text)
set(may_use_compare base model)
set(may_use_rules base model text)
set(may_use_risk base model xml text)
set(may_use_mail base)
set(may_use_store base model xml)
set(may_use_report base model xml text archive)
set(may_use_marking base model archive ooxml)
set(may_use_app base model xml text reader evidence layout catalog oscal profile questionnaire mapping followup form intake agreement coverage compare rules risk store mail report marking)
set(may_use_server base model app)
set(may_use_cli base model app)

# Beginning of a third-party header → folders that may include it. The first row that fits counts.
set(walls
  "Poco/SAX/|xml" "Poco/DOM/|xml" "Poco/XML/|xml"
  "Poco/Zip/|ooxml"
  "Poco/JSON/|app store server"
  "Poco/Net/|server mail"
  "Poco/Data/|store"
  "Poco/Util/|"
  "pugi|archive ooxml odf"
  "zlib.h|archive"
  "libstemmer|coverage"
  "mimalloc|cli"
  "isa-l|archive"
  "libdeflate|archive"
  "re2/|text"
  "xlsxwriter|report questionnaire"
  "CLI/|cli")
# Poco's other headers (Foundation) may stand in any source file. No Poco header may stand in a header of ours.

set(found "")
file(GLOB_RECURSE files RELATIVE ${SOURCE}/src ${SOURCE}/src/*.h ${SOURCE}/src/*.hpp ${SOURCE}/src/*.cpp)
list(SORT files)
set(includes 0)
foreach(file IN LISTS files)
  string(REGEX MATCH "^[^/]+" folder ${file})
  if(NOT DEFINED may_use_${folder})
    string(APPEND found "src/${file}: the folder ${folder} is in no row of tests/check_layers.cmake\n")
    continue()
  endif()
  # A line that holds ; [ or ] would be torn or joined by a CMake list; includes never do.
  file(STRINGS ${SOURCE}/src/${file} lines REGEX "^[ \t]*#[ \t]*include")
  foreach(line IN LISTS lines)
    math(EXPR includes "${includes} + 1")
    if(line MATCHES "^[ \t]*#[ \t]*include[ \t]*\"([^\"]+)\"")
      set(header ${CMAKE_MATCH_1})
      if(NOT header MATCHES "^([^/]+)/" OR header MATCHES "\\.\\./")
        string(APPEND found "src/${file}: \"${header}\" does not begin with a folder of src\n")
        continue()
      endif()
      string(REGEX MATCH "^[^/]+" used ${header})
      if(NOT used STREQUAL folder AND NOT used IN_LIST may_use_${folder})
        string(APPEND found "src/${file}: ${folder} must not use ${used} (\"${header}\")\n")
      endif()
    elseif(line MATCHES "^[ \t]*#[ \t]*include[ \t]*<([^>]+)>")
      set(header ${CMAKE_MATCH_1})
      if(header MATCHES "^Poco/" AND NOT file MATCHES "\\.cpp$")
        string(APPEND found "src/${file}: no Poco header in a header of ours (<${header}>)\n")
      endif()
      foreach(wall IN LISTS walls)
        string(REGEX MATCH "^[^|]+" beginning ${wall})
        string(FIND ${header} ${beginning} at)
        if(at EQUAL 0)
          string(REGEX REPLACE "^[^|]*[|]" "" allowed ${wall})
          string(REPLACE " " ";" allowed "${allowed}")
          if(NOT folder IN_LIST allowed)
            string(APPEND found "src/${file}: ${folder} must not use ${beginning} (<${header}>)\n")
          endif()
          break()
        endif()
      endforeach()
    else()
      string(APPEND found "src/${file}: an include that names neither \"…\" nor <…>\n")
    endif()
  endforeach()
endforeach()

if(includes EQUAL 0)
  message(FATAL_ERROR "no include was found under ${SOURCE}/src; is SOURCE the repository?")
endif()
if(found)
  message(FATAL_ERROR "include edges that are not allowed:\n${found}")
endif()
message(STATUS "${includes} includes, every edge allowed")
