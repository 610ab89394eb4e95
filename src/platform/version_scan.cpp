// sscanf instead of the library's, which would be 10 KB of the page. ImGui reads with it the number in "#version 300 es",
// and its settings file, which we have not. In a file of its own, so that linking it brings nothing of the page along.
#include <cstdarg>
#include <cstdlib>
#include <string_view>

extern "C" int sscanf(const char* text, const char* format, ...) {
    constexpr std::string_view version = "#version %d";
    if (format != version) return 0;
    va_list places;
    va_start(places, format);
    *va_arg(places, int*) = std::atoi(text + version.size() - 2);
    va_end(places);
    return 1;
}
