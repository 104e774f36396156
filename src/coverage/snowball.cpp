// libstemmer, a module that is loaded when a word is first stemmed: its tables, for all its languages, have 11,000
// addresses in them, which would be worked out whenever the program starts.
#include "coverage/snowball.h"

extern "C" void samsvar_snowball_functions(samsvar::coverage::Snowball& functions)
{
    functions = {::sb_stemmer_new, ::sb_stemmer_delete, ::sb_stemmer_stem, ::sb_stemmer_length};
}
