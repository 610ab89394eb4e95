#include "platform/web.hpp"

#include "platform/host.hpp"
#include "platform/pack.hpp"
#include "platform/semantics.hpp"

#include <imgui.h>

#include <cmath>
#include <cstdlib>
#include <string>
#include <utility>

namespace discern {
namespace {

int size_of(std::string_view text) { return static_cast<int>(text.size()); }
int size_of(const Bytes& bytes) { return static_cast<int>(bytes.size()); }

// Bytes of a text in the units in which the browser counts.
std::uint32_t units_until(std::uint32_t place, std::string_view text) {
    std::uint32_t units = 0;
    for (const char letter : text.substr(0, place)) {
        const auto lead = static_cast<unsigned char>(letter);
        if ((lead & 0xc0) != 0x80) units += lead >= 0xf0 ? 2U : 1U;
    }
    return units;
}

}  // namespace

Problem problem_from(std::span<const std::uint8_t> packed) {
    Unpacker reader(packed);
    Problem problem;
    problem.what = reader.next_text();
    problem.mend = reader.next_text();
    problem.where.file = reader.next_text();
    problem.where.row = reader.done() ? 0 : std::strtoull(std::string(reader.next_text()).c_str(), nullptr, 10);
    return problem;
}

// ---- glyphs ------------------------------------------------------------------------------------------------------------

namespace {

struct Measured {
    float left, top, width, height, advance;
};

Measured measured(std::string_view utf8, const RunStyle& style) {
    Measured result{};
    host_glyph_measure(utf8.data(), size_of(utf8), style.font_px, style.semibold, style.right_to_left, &result.left);
    return result;
}

}  // namespace

float BrowserPainter::advance(std::string_view utf8, const RunStyle& style) { return measured(utf8, style).advance; }

RunPicture BrowserPainter::paint(std::string_view utf8, const RunStyle& style) {
    const Measured box = measured(utf8, style);
    RunPicture picture;
    picture.left = static_cast<int>(box.left);
    picture.top = static_cast<int>(box.top);
    picture.width = static_cast<int>(box.width);
    picture.height = static_cast<int>(box.height);
    picture.advance = box.advance;
    if (picture.width <= 0 || picture.height <= 0) return picture;
    picture.rgba.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4);
    picture.colored = host_glyph_paint(utf8.data(), size_of(utf8), style.font_px, style.semibold, style.right_to_left, &box.left,
                                       picture.rgba.data()) != 0;
    return picture;
}

std::vector<std::uint32_t> BrowserPainter::break_places(std::string_view utf8) {
    std::vector<std::uint32_t> places(utf8.size());
    const int found = host_break_places(utf8.data(), size_of(utf8), places.data(), static_cast<int>(places.size()));
    places.resize(static_cast<std::size_t>(found));
    return places;
}

// ---- drawing -----------------------------------------------------------------------------------------------------------

WebPage::WebPage(std::unique_ptr<App> app, GlPainter gl_painter) : Stage(std::move(app), painter), gl_painter_(std::move(gl_painter)) {
    context_restored();
}

void WebPage::render() {
    if (drawable_) gl_painter_.update_textures();
}

double WebPage::show() { return drawable_ ? static_cast<double>(gl_painter_.paint()) : 0; }

void WebPage::context_lost() {
    if (std::exchange(drawable_, false)) gl_painter_.end();
    inbox().graphics_lost = true;
}

void WebPage::context_restored() {
    drawable_ = host_gl_create() != 0;
    if (drawable_) gl_painter_.begin();
    wake();
}

void WebPage::send_semantics(std::span<const SemanticNode> nodes) {
    const Bytes bytes = bytes_from(nodes, pixel_ratio());
    host_semantics(bytes.data(), size_of(bytes));
}

void WebPage::put_on_clipboard(std::string_view text) { host_copy(text.data(), size_of(text)); }
void WebPage::show_cursor(int imgui_cursor) { host_cursor(imgui_cursor); }

// ---- answers from the host -----------------------------------------------------------------------------------------------

std::uint32_t WebPage::ask(Answered answered) {
    asked_.emplace(++last_request_, std::move(answered));
    return last_request_;
}

void WebPage::answer(std::uint32_t request, bool ok, Bytes packed) {
    auto found = asked_.extract(request);
    if (found.empty()) return;
    later([answered = std::move(found.mapped()), ok, packed = std::move(packed)]() mutable {
        ok ? answered(std::move(packed)) : answered(std::unexpected(problem_from(packed)));
    });
    wake();
}

void WebPage::job_progress(std::uint32_t job, std::string_view stage, double bytes_done, double bytes_total, double rows_done) {
    JobUpdate update;
    update.stage = stage;
    update.bytes_done = static_cast<std::uint64_t>(bytes_done);
    update.bytes_total = static_cast<std::uint64_t>(bytes_total);
    update.rows_done = static_cast<std::uint64_t>(rows_done);
    later([this, job, update = std::move(update)] {
        if (const auto found = jobs_.find(job); found != jobs_.end()) found->second(update);
    });
    wake();
}

// At once: a frame that took all parts together would be a long one.
void WebPage::tell_at_once(std::uint32_t job, JobUpdate::Kind kind, Bytes packed) {
    const auto found = jobs_.find(job);
    if (found == jobs_.end()) return;  // cancelled meanwhile
    JobUpdate update;
    update.kind = kind;
    update.answer = std::move(packed);
    found->second(update);
}

void WebPage::job_part(std::uint32_t job, Bytes packed) { tell_at_once(job, JobUpdate::Kind::Part, std::move(packed)); }
void WebPage::job_first(std::uint32_t job, Bytes packed) { tell_at_once(job, JobUpdate::Kind::First, std::move(packed)); }

void WebPage::job_done(std::uint32_t job, bool ok, Bytes packed) {
    later([this, job, ok, packed = std::move(packed)]() mutable {
        auto found = jobs_.extract(job);
        if (found.empty()) return;  // cancelled meanwhile
        JobUpdate update;
        update.kind = ok ? JobUpdate::Kind::Done : JobUpdate::Kind::Failed;
        if (ok) {
            update.answer = std::move(packed);
        } else {
            update.problem = problem_from(packed);
        }
        found.mapped()(update);
    });
    wake();
}

void WebPage::set_store_state(StoreState state) {
    if (state == store_state_) return;
    store_state_ = state;
    inbox().store_state_changed = true;
    wake();
}

// ---- Platform --------------------------------------------------------------------------------------------------------------

Instant WebPage::now() { return {static_cast<std::int64_t>(std::floor(host_epoch_seconds()))}; }
void WebPage::announce(std::string_view text, bool urgent) { host_announce(text.data(), size_of(text), urgent); }

void WebPage::edit_field(const TextFieldSpec& spec, std::string_view text) {
    field_shown_ = true;
    const int flags = (spec.multiline ? 1 : 0) | (spec.search ? 2 : 0) | (spec.semibold ? 4 : 0);
    host_edit_field(spec.id, spec.rect.x, spec.rect.y, spec.rect.width, spec.rect.height, spec.font_px, spec.line_height, flags,
                    spec.text_rgb, spec.label.data(), size_of(spec.label), spec.placeholder.data(), size_of(spec.placeholder),
                    text.data(), size_of(text));
    if (spec.selects) host_select_in_field(static_cast<int>(units_until(spec.select_begin, text)), static_cast<int>(units_until(spec.select_end, text)));
    if (spec.marks.empty() && !field_marked_) return;
    field_marked_ = !spec.marks.empty();
    std::vector<std::uint32_t> triples;
    for (const FieldMark& mark : spec.marks) {
        triples.push_back(units_until(mark.begin, text));
        triples.push_back(units_until(mark.end, text));
        triples.push_back(mark.rgb);
    }
    host_mark_field(triples.data(), static_cast<int>(spec.marks.size()));
}

void WebPage::end_field() {
    if (std::exchange(field_shown_, false)) host_end_field();
}

void WebPage::claim_pinch(bool claim) { host_claim(1, claim); }
void WebPage::open_link(std::string_view url) { host_open_link(url.data(), size_of(url)); }
void WebPage::pick_files() { host_pick(0); }
void WebPage::pick_folder() { host_pick(1); }

void WebPage::read_file(const NamedBytes& file, ReadDone done) {
    if (file.host_file == 0) return later([bytes = file.bytes, done = std::move(done)] { done(bytes); });
    host_read_file(file.host_file, ask(std::move(done)));
}

void WebPage::save_file(std::string_view name, std::span<const std::uint8_t> bytes, std::string_view mime) {
    host_save_file(name.data(), size_of(name), bytes.data(), static_cast<int>(bytes.size()), mime.data(), size_of(mime));
}

void WebPage::set_title(std::string_view title) { host_set_title(title.data(), size_of(title)); }
void WebPage::set_open_count(std::uint32_t count) { host_set_open_count(static_cast<int>(count)); }
std::uint32_t WebPage::requests_since_load() { return static_cast<std::uint32_t>(host_requests_since_load()); }

std::string WebPage::worded(Wording kind, std::string_view language, double number, std::span<const std::string> parts) {
    Packer packer;
    for (const std::string& part : parts) packer.add(part);
    std::string words(4096, '\0');
    const int size = host_worded(static_cast<int>(kind), language.data(), size_of(language), number, packer.bytes().data(),
                                 size_of(packer.bytes()), words.data(), size_of(words));
    if (size < 0) return plain_wording(kind, language, number, parts);
    words.resize(static_cast<std::size_t>(size));
    return words;
}

void WebPage::set_location_hash(std::string_view hash) { host_set_hash(hash.data(), size_of(hash)); }
void WebPage::set_unsaved(bool unsaved) { host_set_unsaved(unsaved); }
void WebPage::set_language(std::string_view bcp47) { host_set_language(bcp47.data(), size_of(bcp47)); }
void WebPage::print_html(std::string_view html) { host_print(html.data(), size_of(html)); }

void WebPage::store(std::vector<NamedBytes> pairs, StoreDone done) {
    Packer packer;
    for (const NamedBytes& pair : pairs) {
        packer.add(pair.name);
        packer.add_number(8);
        packer.add_number(static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(pair.bytes.data())));
        packer.add_number(static_cast<std::uint32_t>(pair.bytes.size()));
    }
    const std::uint32_t request = ask([done = std::move(done)](Result<Bytes> answer) {
        answer ? done(true) : done(std::unexpected(answer.error()));
    });
    host_store(request, packer.bytes().data(), size_of(packer.bytes()));
}

void WebPage::load(std::vector<std::string> names, LoadDone done) {
    Packer packer;
    for (const std::string& name : names) packer.add(name);
    const std::uint32_t request = ask([done = std::move(done)](Result<Bytes> answer) {
        if (!answer) return done(std::unexpected(answer.error()));
        std::vector<NamedBytes> found;
        for (Unpacker reader(*answer); !reader.done();) {
            NamedBytes& pair = found.emplace_back();
            pair.name = reader.next_text();
            const auto bytes = reader.next();
            pair.bytes.assign(bytes.begin(), bytes.end());
        }
        done(std::move(found));
    });
    host_load(request, packer.bytes().data(), size_of(packer.bytes()));
}

void WebPage::erase_everything(StoreDone done) {
    host_erase(ask([done = std::move(done)](Result<Bytes> answer) { answer ? done(true) : done(std::unexpected(answer.error())); }));
}

void WebPage::keep_store(StoreDone done) {
    host_keep_store(ask([done = std::move(done)](Result<Bytes> answer) {
        answer ? done(!answer->empty() && answer->front() != 0) : done(std::unexpected(answer.error()));
    }));
}

void WebPage::take_over_store() { host_take_over_store(); }

std::uint32_t WebPage::start_job(std::string_view kind, std::vector<NamedBytes> input, JobSink sink) {
    const std::uint32_t job = ++last_request_;
    jobs_.emplace(job, std::move(sink));
    Packer packer;
    for (const NamedBytes& file : input) {
        packer.add(file.name);
        packer.add(file.bytes);
        packer.add_number(4);
        packer.add_number(file.host_file);
    }
    host_start_job(job, kind.data(), size_of(kind), packer.bytes().data(), size_of(packer.bytes()));
    return job;
}

void WebPage::cancel_job(std::uint32_t job) {
    if (jobs_.erase(job) != 0) host_cancel_job(job);
}

void WebPage::begin_work() { host_begin_work(); }
void WebPage::wake() { host_wake(); }
void WebPage::wake_after(double seconds) { host_wake_after(seconds); }

}  // namespace discern
