#include "app/shipped_lexicon.h"

// As the assembler takes a file in; a compiler takes minutes over an array of its bytes.
asm(R"(
    .section .rodata
    .balign 64
samsvar_shipped_lexicon_begin:
    .incbin ")" SAMSVAR_PREPARED_LEXICON R"("
samsvar_shipped_lexicon_end:
    .byte 0
    .previous
)");

namespace samsvar::app {

extern const std::byte prepared_begin asm("samsvar_shipped_lexicon_begin");
extern const std::byte prepared_end asm("samsvar_shipped_lexicon_end");

std::span<const std::byte> shipped_lexicon()
{
    return {&prepared_begin, static_cast<std::size_t>(&prepared_end - &prepared_begin)};
}

}  // namespace samsvar::app
