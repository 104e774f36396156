#pragma once

#include <libstemmer.h>

// Between stems.cpp and the module. Internal to the folder.
namespace samsvar::coverage {

/// libstemmer's functions.
struct Snowball {
    decltype(&::sb_stemmer_new) make;
    decltype(&::sb_stemmer_delete) remove;
    decltype(&::sb_stemmer_stem) stem;
    decltype(&::sb_stemmer_length) length;
};

/// What the module is called, and its only function.
inline constexpr const char* snowball_module = "samsvar_snowball.so";
inline constexpr const char* snowball_function = "samsvar_snowball_functions";
using SnowballFunction = void (*)(Snowball&);

}  // namespace samsvar::coverage
