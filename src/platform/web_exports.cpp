// What JavaScript calls. In the page: page_prepare() until it is done and page_create(), then events and frames. In the worker: job_*.
// Plain numbers; text as UTF-8 pointer and length. JavaScript keeps no view of this memory across a call.
#include "base/embedded.hpp"
#include "platform/pack.hpp"
#include "platform/web.hpp"

#include <emscripten/emscripten.h>

#include "platform/host.hpp"

#include <memory>
#include <utility>

namespace {

using namespace discern;

// Never destroyed: the page is closed, not ended, and a destructor would run into JavaScript that is gone.
WebPage* page = nullptr;

std::string_view text_at(const char* data, int size) { return {data, static_cast<std::size_t>(size)}; }
Bytes bytes_at(const std::uint8_t* data, int size) { return Bytes(data, data + size); }

GlPainter first_painter;               // until the page has it
SystemColors system_colors;            // as last told
std::string copied;                    // answer of page_copy, until the next one
std::vector<NamedBytes> job_inputs;    // of the worker
Bytes job_answer;
std::unique_ptr<JobInPieces> job_in_pieces;
Bytes job_piece;

const ProgressSink tell_progress = [](const Progress& now) {
    host_job_progress(now.stage.data(), static_cast<int>(now.stage.size()), static_cast<double>(now.bytes_done),
                      static_cast<double>(now.bytes_total), static_cast<double>(now.rows_done));
    return true;  // cancelling ends the whole worker
};

const TellFirst tell_first = [](const Bytes& bytes) { host_job_first(bytes.data(), static_cast<int>(bytes.size())); };

int keep_answer(Result<Bytes> answer) {
    if (answer) {
        job_answer = std::move(*answer);
        return 1;
    }
    Packer packer;
    const Problem& problem = answer.error();
    packer.add(problem.what);
    packer.add(problem.mend);
    packer.add(problem.where.file);
    packer.add(std::to_string(problem.where.row));
    job_answer = packer.bytes();
    return 0;
}

}  // namespace

extern "C" {

// A step of what page_create needs; 0 when nothing is left. Between the steps the browser has its turn, so that its storage
// has opened when the page is there.
EMSCRIPTEN_KEEPALIVE int page_prepare() {
    static int step = 0;
    // First what the graphics process can do meanwhile.
    if (step == 0 && host_gl_create() != 0) first_painter.prepare();
    return prepare_app(step++) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void page_create() {
    page = new WebPage(make_app(), std::exchange(first_painter, {}));
}

EMSCRIPTEN_KEEPALIVE double page_frame(double seconds) { return page->frame(seconds); }
EMSCRIPTEN_KEEPALIVE int page_work() { return page->work() ? 1 : 0; }
EMSCRIPTEN_KEEPALIVE double page_show() { return page->show(); }
EMSCRIPTEN_KEEPALIVE void page_resize(float width, float height, float ratio) { page->resize(width, height, ratio); }

// ---- events --------------------------------------------------------------------------------------------------------------
EMSCRIPTEN_KEEPALIVE void page_pointer(int phase, int kind, int id, float x, float y, int button, double seconds) {
    page->pointer({.phase = static_cast<PointerPhase>(phase), .kind = static_cast<PointerKind>(kind), .id = id, .x = x, .y = y,
                   .button = button, .seconds = seconds});
}
EMSCRIPTEN_KEEPALIVE void page_wheel(float x, float y, float dx, float dy, int coarse) { page->wheel(x, y, dx, dy, coarse != 0); }
EMSCRIPTEN_KEEPALIVE void page_pinch(float x, float y, float factor) { page->pinch({.x = x, .y = y, .factor = factor}); }

// modifiers: 1 Control, 2 Shift, 4 Alt, 8 Meta, 16 composing. Returns 1 where the browser must not act on it.
EMSCRIPTEN_KEEPALIVE int page_key(int down, const char* key, int key_size, const char* code, int code_size, int modifiers, int focus, int repeat) {
    const KeyPress press{.key = text_at(key, key_size), .code = text_at(code, code_size), .control = (modifiers & 1) != 0,
                         .shift = (modifiers & 2) != 0, .alt = (modifiers & 4) != 0, .meta = (modifiers & 8) != 0,
                         .composing = (modifiers & 16) != 0, .focus = static_cast<KeyFocus>(focus)};
    if (down != 0) return page->key_down(press, repeat != 0) ? 1 : 0;
    page->key_up(press);
    return 0;
}
EMSCRIPTEN_KEEPALIVE void page_focus(int focused) { page->focus(focused != 0); }

// flags: 1 light, 2 more contrast, 4 reduced motion, 8 forced colours, 16 coarse pointer, 32 Apple
EMSCRIPTEN_KEEPALIVE void page_preferences(int flags, const char* language, int size) {
    page->set_preferences({.theme = (flags & 1) != 0 ? Theme::Light : Theme::Dark, .more_contrast = (flags & 2) != 0,
                           .reduced_motion = (flags & 4) != 0, .forced_colors = (flags & 8) != 0, .coarse_pointer = (flags & 16) != 0,
                           .apple = (flags & 32) != 0, .language = std::string(text_at(language, size)), .system_colors = system_colors});
}
// In the order of SystemColors, 0xRRGGBB; followed by page_preferences.
EMSCRIPTEN_KEEPALIVE void page_system_colors(std::uint32_t canvas, std::uint32_t text, std::uint32_t link, std::uint32_t highlight,
                                             std::uint32_t on_highlight, std::uint32_t gray, std::uint32_t button, std::uint32_t button_line) {
    system_colors = {.canvas = canvas, .text = text, .link = link, .highlight = highlight, .on_highlight = on_highlight, .gray = gray,
                     .button = button, .button_line = button_line};
}
EMSCRIPTEN_KEEPALIVE void page_safe_area(float top, float right, float bottom, float left) {
    page->set_safe_area({.top = top, .right = right, .bottom = bottom, .left = left});
}
EMSCRIPTEN_KEEPALIVE void page_glyphs_changed() { page->glyphs_changed(); }

EMSCRIPTEN_KEEPALIVE int page_copy(int cut, double seconds) {
    copied = page->copy(cut != 0, seconds);
    return static_cast<int>(copied.size());
}
EMSCRIPTEN_KEEPALIVE const char* page_copied() { return copied.data(); }
EMSCRIPTEN_KEEPALIVE void page_paste(const char* text, int size, const char* html, int html_size) {
    page->inbox().pasted_text = text_at(text, size);
    page->inbox().pasted_html = text_at(html, html_size);
    page->wake();
}
EMSCRIPTEN_KEEPALIVE void page_file(std::uint32_t file, const char* name, int size, double bytes) {
    page->inbox().dropped_files.push_back({.name = std::string(text_at(name, size)), .bytes = {}, .host_file = file,
                                           .size = static_cast<std::uint64_t>(bytes)});
    page->wake();
}
EMSCRIPTEN_KEEPALIVE void page_files_hover(int hover) {
    page->inbox().files_hover = hover != 0;
    page->wake();
}
EMSCRIPTEN_KEEPALIVE void page_action(int kind, std::uint32_t id, float number, const char* text, int size) {
    page->inbox().actions.push_back({.kind = static_cast<SemanticAction::Kind>(kind), .id = id, .number = number,
                                     .text = std::string(text_at(text, size))});
    page->wake();
}
EMSCRIPTEN_KEEPALIVE void page_field_event(int kind, std::uint32_t id, const char* text, int size) {
    page->inbox().field_events.push_back({.kind = static_cast<TextFieldEvent::Kind>(kind), .id = id, .text = std::string(text_at(text, size))});
    page->wake();
}
EMSCRIPTEN_KEEPALIVE void page_location(const char* hash, int size) {
    page->inbox().location_hash = text_at(hash, size);
    page->inbox().location_changed = true;
    page->wake();
}
EMSCRIPTEN_KEEPALIVE void page_leaving() { page->inbox().leaving = true; }
EMSCRIPTEN_KEEPALIVE void page_printing() { page->inbox().printing = true; }

// ---- answers ---------------------------------------------------------------------------------------------------------------
EMSCRIPTEN_KEEPALIVE void page_answer(std::uint32_t request, int ok, const std::uint8_t* bytes, int size) {
    page->answer(request, ok != 0, bytes_at(bytes, size));
}
EMSCRIPTEN_KEEPALIVE void page_job_progress(std::uint32_t job, const char* stage, int size, double bytes_done, double bytes_total, double rows_done) {
    page->job_progress(job, text_at(stage, size), bytes_done, bytes_total, rows_done);
}
EMSCRIPTEN_KEEPALIVE void page_job_part(std::uint32_t job, const std::uint8_t* bytes, int size) {
    page->job_part(job, bytes_at(bytes, size));
}
EMSCRIPTEN_KEEPALIVE void page_job_first(std::uint32_t job, const std::uint8_t* bytes, int size) {
    page->job_first(job, bytes_at(bytes, size));
}
EMSCRIPTEN_KEEPALIVE void page_job_done(std::uint32_t job, int ok, const std::uint8_t* bytes, int size) {
    page->job_done(job, ok != 0, bytes_at(bytes, size));
}
EMSCRIPTEN_KEEPALIVE void page_store_state(int state) { page->set_store_state(static_cast<StoreState>(state)); }
EMSCRIPTEN_KEEPALIVE void page_context_lost() { page->context_lost(); }
EMSCRIPTEN_KEEPALIVE void page_context_restored() { page->context_restored(); }

// Before page_create: a file that the program is to have as if it were embedded.
EMSCRIPTEN_KEEPALIVE void carry_file(const char* path, int path_size, const char* content, int size) {
    carry_file_too(std::string(text_at(path, path_size)), std::string(text_at(content, size)));
}
EMSCRIPTEN_KEEPALIVE const char* embedded_data(const char* path, int size) { return embedded_file(text_at(path, size)).data(); }
EMSCRIPTEN_KEEPALIVE int embedded_size(const char* path, int size) { return static_cast<int>(embedded_file(text_at(path, size)).size()); }

// ---- in the worker -----------------------------------------------------------------------------------------------------------
// Room for one more input; JavaScript fills it. Null when there is no memory for it.
EMSCRIPTEN_KEEPALIVE std::uint8_t* job_input(const char* name, int name_size, double size) {
    if (size > 2'000'000'000.0) return nullptr;
    NamedBytes& input = job_inputs.emplace_back();
    input.name = text_at(name, name_size);
    input.bytes.resize(static_cast<std::size_t>(size));
    return input.bytes.data();
}

EMSCRIPTEN_KEEPALIVE int job_run(const char* kind, int size) {
    return keep_answer(run_job(text_at(kind, size), std::exchange(job_inputs, {}), tell_progress, tell_first));
}

// An input of which `size` bytes at `at` were left out: they are unpacked elsewhere and fed. 0 = run the job on the whole.
EMSCRIPTEN_KEEPALIVE void job_hole(double at, double size) {
    job_inputs.back().hole_at = static_cast<std::uint64_t>(at);
    job_inputs.back().hole_size = static_cast<std::uint64_t>(size);
}
EMSCRIPTEN_KEEPALIVE int job_begin(const char* kind, int size) {
    auto begun = begin_job(text_at(kind, size), std::exchange(job_inputs, {}), tell_progress, tell_first);
    if (!begun) return 0;
    job_in_pieces = std::move(*begun);
    return 1;
}
EMSCRIPTEN_KEEPALIVE std::uint8_t* job_room(int size) {
    if (job_piece.size() < static_cast<std::size_t>(size)) job_piece.resize(static_cast<std::size_t>(size));
    return job_piece.data();
}
EMSCRIPTEN_KEEPALIVE int job_feed(int size) {
    return job_in_pieces->feed({reinterpret_cast<const char*>(job_piece.data()), static_cast<std::size_t>(size)}) ? 1 : 0;
}
EMSCRIPTEN_KEEPALIVE int job_finish() {
    const int done = keep_answer(job_in_pieces->finish());
    job_in_pieces.reset();
    return done;
}

EMSCRIPTEN_KEEPALIVE const std::uint8_t* job_answer_data() { return job_answer.data(); }
EMSCRIPTEN_KEEPALIVE int job_answer_size() { return static_cast<int>(job_answer.size()); }

}  // extern "C"
