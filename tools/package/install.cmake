# What `cmake --install` installs: the program with its manual and completions, the library with its
# headers, and a CMake package that finds it.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

# The manual and the completions are printed by the program itself.
set(pages ${CMAKE_BINARY_DIR}/pages)
set(page_files)
function(add_page file)
  add_custom_command(OUTPUT ${pages}/${file}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${pages}
    COMMAND mingzhang ${ARGN} > ${pages}/${file}
    DEPENDS mingzhang VERBATIM)
  set(page_files ${page_files} ${pages}/${file} PARENT_SCOPE)
endfunction()
add_page(mingzhang.1 --lang en man)
add_page(mingzhang.zh.1 --lang zh man)
add_page(mingzhang.bash --lang en completion bash)
add_page(_mingzhang --lang en completion zsh)
add_page(mingzhang.fish --lang en completion fish)
add_custom_target(pages ALL DEPENDS ${page_files})

install(FILES ${pages}/mingzhang.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${pages}/mingzhang.zh.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/zh_CN/man1 RENAME mingzhang.1)
install(FILES ${pages}/mingzhang.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME mingzhang)
install(FILES ${pages}/_mingzhang DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${pages}/mingzhang.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(FILES ${CMAKE_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})

# Headers are below include/mingzhang, so that they are included as in this tree. What reads grammar
# files stays inside: users need no toml++.
install(TARGETS mingzhang mingzhang_extractor EXPORT mingzhangTargets
  INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/mingzhang)
install(DIRECTORY ${CMAKE_SOURCE_DIR}/extractor DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/mingzhang
  FILES_MATCHING PATTERN *.h
  PATTERN toml_reader.h EXCLUDE PATTERN text_grammar.h EXCLUDE PATTERN embedded.h EXCLUDE
  PATTERN quantity_pass.h EXCLUDE PATTERN quantity_words.h EXCLUDE PATTERN physical_lines.h EXCLUDE)

set(package ${CMAKE_INSTALL_LIBDIR}/cmake/mingzhang)
install(EXPORT mingzhangTargets NAMESPACE mingzhang:: DESTINATION ${package})
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/mingzhangConfig.cmake.in ${CMAKE_BINARY_DIR}/mingzhangConfig.cmake
  INSTALL_DESTINATION ${package})
write_basic_package_version_file(${CMAKE_BINARY_DIR}/mingzhangConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/mingzhangConfig.cmake ${CMAKE_BINARY_DIR}/mingzhangConfigVersion.cmake DESTINATION ${package})
