# A PostgreSQL server of the tests' own, where PostgreSQL is installed: the tests `fixture`_start and `fixture`_stop, and
# the address for those that require the fixture in `address` (empty = not installed). Its folder is in the folder for
# temporary files: the server's user must reach it, and a socket's name may have 107 bytes.
function(samsvar_postgresql fixture address)
  set(${address} "" PARENT_SCOPE)
  file(GLOB initdb /usr/lib/postgresql/*/bin/initdb)
  if(NOT initdb)
    return()
  endif()
  execute_process(COMMAND mktemp -u OUTPUT_VARIABLE temporary OUTPUT_STRIP_TRAILING_WHITESPACE)
  get_filename_component(folder ${temporary} DIRECTORY)
  string(MD5 mark ${PROJECT_BINARY_DIR})
  string(SUBSTRING ${mark} 0 12 mark)
  set(folder ${folder}/samsvar-${fixture}-${mark})
  set(script ${PROJECT_SOURCE_DIR}/tests/store/postgresql.sh)
  add_test(NAME ${fixture}_start COMMAND sh ${script} start ${folder})
  add_test(NAME ${fixture}_stop COMMAND sh ${script} stop ${folder})
  set_tests_properties(${fixture}_start PROPERTIES FIXTURES_SETUP ${fixture})
  set_tests_properties(${fixture}_stop PROPERTIES FIXTURES_CLEANUP ${fixture})
  set(${address} "postgresql://postgres@/samsvar?host=${folder}" PARENT_SCOPE)
endfunction()

# A test that drives LibreOffice from Python, where both are installed: samsvar_office_test(NAME SCRIPT ARGUMENT…); the
# script is given LibreOffice, samsvar and the arguments.
function(samsvar_office_test name script)
  find_program(SOFFICE soffice)
  if(NOT SOFFICE)
    return()
  endif()
  execute_process(COMMAND /usr/bin/python3 -c "import uno" RESULT_VARIABLE no_uno OUTPUT_QUIET ERROR_QUIET)
  if(no_uno EQUAL 0)
    add_test(NAME ${name}
      COMMAND /usr/bin/python3 ${CMAKE_CURRENT_SOURCE_DIR}/${script} ${SOFFICE} $<TARGET_FILE:samsvar> ${ARGN})
    set_tests_properties(${name} PROPERTIES TIMEOUT 300)
  endif()
endfunction()
