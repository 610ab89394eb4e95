// libFuzzer of the unpacked clang was built against a newer C library than an older host has. This is the one function
// of it that it calls; where the host has its own, that one is as good.
#include <stdlib.h>

__attribute__((weak, no_sanitize("address", "undefined"))) unsigned long __isoc23_strtoul(const char* text, char** end,
                                                                                         int base) {
    return strtoul(text, end, base);
}
