#include "app/shipped.h"

// As the assembler takes a file in; a compiler takes minutes over an array of its bytes.
#define SAMSVAR_SHIP(name, file) \
    asm(".section .rodata\n"     \
        ".balign 64\n"           \
        "samsvar_shipped_" name  \
        "_begin:\n"              \
        ".incbin \"" file        \
        "\"\n"                   \
        "samsvar_shipped_" name  \
        "_end:\n"                \
        ".byte 0\n"              \
        ".previous\n")

SAMSVAR_SHIP("lexicon", SAMSVAR_PREPARED_LEXICON);
SAMSVAR_SHIP("catalogs", SAMSVAR_PREPARED_CATALOGS);
SAMSVAR_SHIP("vocabulary", SAMSVAR_PREPARED_VOCABULARY);

namespace samsvar::app {

extern const std::byte lexicon_begin asm("samsvar_shipped_lexicon_begin");
extern const std::byte lexicon_end asm("samsvar_shipped_lexicon_end");
extern const std::byte catalogs_begin asm("samsvar_shipped_catalogs_begin");
extern const std::byte catalogs_end asm("samsvar_shipped_catalogs_end");
extern const std::byte vocabulary_begin asm("samsvar_shipped_vocabulary_begin");
extern const std::byte vocabulary_end asm("samsvar_shipped_vocabulary_end");

namespace {

std::span<const std::byte> between(const std::byte& begin, const std::byte& end)
{
    return {&begin, static_cast<std::size_t>(&end - &begin)};
}

}  // namespace

std::span<const std::byte> shipped_lexicon()
{
    return between(lexicon_begin, lexicon_end);
}

std::span<const std::byte> shipped_catalogs()
{
    return between(catalogs_begin, catalogs_end);
}

std::span<const std::byte> shipped_vocabulary()
{
    return between(vocabulary_begin, vocabulary_end);
}

}  // namespace samsvar::app
