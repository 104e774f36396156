// Reading, judging and writing make some hundred thousand small objects and touch some thousand pages of memory. mimalloc,
// linked in place of the C library's malloc, is faster at both, most of all with huge pages where the system has them.
#include <mimalloc.h>

namespace {

void use_huge_pages()
{
    mi_option_enable(mi_option_large_os_pages);
}

// Before anything is allocated: mimalloc reserves its memory at the first call, earlier than any constructor of ours.
[[gnu::section(".preinit_array"), gnu::used]] void (*const before_all)() = use_huge_pages;

}  // namespace
