// What JavaScript does for C++: each is one function of Module.host, forwarded by web/host_library.js.
// Text is UTF-8 as pointer and length; lists are packed (pack.hpp); pixels are canvas pixels.
#pragma once

#include <cstdint>

extern "C" {
int host_gl_create();  // makes the canvas's WebGL2 context current; 0 = there is none
void host_begin_work();
void host_wake();
void host_wake_after(double seconds);
double host_epoch_seconds();

void host_semantics(const void* bytes, int size);
void host_announce(const char* text, int size, int urgent);
void host_edit_field(std::uint32_t id, float x, float y, float width, float height, float font_px, float line_height, int flags,
                     std::uint32_t rgb, const char* label, int label_size, const char* placeholder, int placeholder_size,
                     const char* text, int text_size);
// Triples of begin, end (UTF-16 units) and 0xRRGGBB: the words marked in the field that is edited.
void host_mark_field(const std::uint32_t* triples, int count);
void host_select_in_field(int begin, int end);  // UTF-16 units
void host_end_field();
void host_claim(int what, int on);  // 0 Tab, 1 pinch
void host_cursor(int imgui_cursor);

void host_copy(const char* text, int size);
void host_open_link(const char* url, int size);
void host_pick(int folder);
void host_read_file(std::uint32_t file, std::uint32_t request);
void host_save_file(const char* name, int name_size, const void* bytes, int size, const char* mime, int mime_size);
void host_set_title(const char* text, int size);
void host_set_open_count(int count);
int host_requests_since_load();
// Words of Intl, written to `out`; the size, or -1 when there are none. `packed`: the parts of a list.
int host_worded(int kind, const char* language, int language_size, double number, const void* packed, int size, char* out, int most);
void host_set_hash(const char* text, int size);
void host_set_language(const char* text, int size);
void host_set_unsaved(int unsaved);
void host_print(const char* html, int size);

// For each value its name, and where its bytes are during the call: address and size. It may be large.
void host_store(std::uint32_t request, const void* packed, int size);
void host_load(std::uint32_t request, const void* packed, int size);   // names
void host_erase(std::uint32_t request);
void host_keep_store(std::uint32_t request);
void host_take_over_store();

// packed: for each input its name, its bytes (or none), its host file as four bytes
void host_start_job(std::uint32_t job, const char* kind, int kind_size, const void* packed, int size);
void host_cancel_job(std::uint32_t job);

// left, top, width, height, advance
void host_glyph_measure(const char* text, int size, float px, int semibold, int right_to_left, float* out);
int host_glyph_paint(const char* text, int size, float px, int semibold, int right_to_left, const float* measured,
                     std::uint8_t* rgba);  // 1 = coloured
int host_break_places(const char* text, int size, std::uint32_t* out, int most);

// In the worker.
void host_job_first(const void* bytes, int size);
void host_job_progress(const char* stage, int size, double bytes_done, double bytes_total, double rows_done);
}
