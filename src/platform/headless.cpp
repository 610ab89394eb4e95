#include "platform/headless.hpp"

#include "platform/scripts.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace discern {
namespace {

std::size_t count_code_points(std::string_view utf8) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < utf8.size(); ++count) (void)decode_next(utf8, at);
    return count;
}

}  // namespace

float PlainPainter::advance(std::string_view utf8, const RunStyle& style) {
    return 0.6f * style.font_px * static_cast<float>(count_code_points(utf8));
}

RunPicture PlainPainter::paint(std::string_view utf8, const RunStyle& style) {
    ++painted;
    RunPicture picture;
    picture.top = static_cast<int>(style.font_px * 0.7f);
    picture.advance = advance(utf8, style);
    picture.width = std::max(1, static_cast<int>(picture.advance));
    picture.height = std::max(1, picture.top);
    picture.rgba.assign(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4, 0xFF);
    return picture;
}

Headless::Headless(std::unique_ptr<App> app, HeadlessOptions options, JobRunner jobs)
    : Stage(std::move(app), painter), options_(std::move(options)), jobs_(std::move(jobs)) {
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    set_preferences(options_.preferences);
    resize(options_.width, options_.height, options_.pixel_ratio);
}

// ---- time and frames -------------------------------------------------------------------------------------------------

double Headless::one_frame() {
    if (frames_left_ > 0) --frames_left_;
    const double wants = frame(clock_);
    due_at_ = wants >= 0 ? clock_ + wants : -1;
    if (at_work_) frames_left_ = std::max(frames_left_, 1);  // for what comes of it
    for (int step = 0; at_work_ && step < work_per_frame; ++step) at_work_ = work();
    return wants;
}

void Headless::frames(int count, double step) {
    for (int i = 0; i < count; ++i) {
        clock_ += step;
        one_frame();
    }
}

int Headless::settle(int at_most) {
    int drawn = 0;
    while (drawn < at_most && (frames_left_ > 0 || at_work_ || (due_at_ >= 0 && due_at_ <= clock_ + 1.0 / 60))) {
        clock_ += 1.0 / 60;
        one_frame();
        ++drawn;
    }
    return drawn;
}

void Headless::advance(double seconds) {
    const double until = clock_ + seconds;
    settle();
    while (due_at_ >= 0 && due_at_ <= until) {
        clock_ = std::max(due_at_, clock_ + 1.0 / 60);
        one_frame();
        settle();
    }
    clock_ = std::max(clock_, until);
}

void Headless::wake_after(double seconds) {
    const double at = clock_ + seconds;
    if (due_at_ < 0 || at < due_at_) due_at_ = at;
}

void Headless::render() {
    // What a renderer says once it has uploaded a texture.
    if (ImGui::GetDrawData()->Textures == nullptr) return;
    for (ImTextureData* texture : *ImGui::GetDrawData()->Textures) {
        if (texture->Status == ImTextureStatus_WantCreate) texture->SetTexID(static_cast<ImTextureID>(texture->UniqueID + 1));
        if (texture->Status == ImTextureStatus_WantDestroy) texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(texture->Status == ImTextureStatus_WantDestroy ? ImTextureStatus_Destroyed : ImTextureStatus_OK);
    }
}

// ---- what is on the canvas ---------------------------------------------------------------------------------------------

const SemanticNode* Headless::find(Role role, std::string_view name) const {
    const auto found = std::ranges::find_if(nodes(), [&](const SemanticNode& node) { return node.role == role && node.name == name; });
    return found == nodes().end() ? nullptr : &*found;
}

bool Headless::shows(std::string_view text) const {
    return std::ranges::any_of(nodes(), [&](const SemanticNode& node) { return node.name.contains(text) || node.value.contains(text); });
}

// ---- what a person does --------------------------------------------------------------------------------------------------

bool Headless::press(Role role, std::string_view name) {
    const SemanticNode* node = find(role, name);
    if (node == nullptr || node->disabled) return false;
    inbox().actions.push_back({.kind = SemanticAction::Kind::Activate, .id = node->id, .number = 0, .text = {}});
    wake();
    settle();
    return true;
}

bool Headless::click(Role role, std::string_view name) {
    const SemanticNode* node = find(role, name);
    if (node == nullptr) return false;
    const RectInCanvas rect = node->rect;
    click_at(rect.x + rect.width / 2, rect.y + rect.height / 2);
    return true;
}

bool Headless::tap(Role role, std::string_view name) {
    const SemanticNode* node = find(role, name);
    if (node == nullptr) return false;
    const RectInCanvas rect = node->rect;
    tap_at(rect.x + rect.width / 2, rect.y + rect.height / 2);
    return true;
}

void Headless::click_at(float x, float y, int button) {
    pointer({.phase = PointerPhase::Move, .x = x, .y = y, .seconds = clock_});
    settle();
    pointer({.phase = PointerPhase::Down, .x = x, .y = y, .button = button, .seconds = clock_});
    frames(2);
    pointer({.phase = PointerPhase::Up, .x = x, .y = y, .button = button, .seconds = clock_});
    settle();
}

void Headless::tap_at(float x, float y) {
    pointer({.phase = PointerPhase::Down, .kind = PointerKind::Touch, .id = 1, .x = x, .y = y, .seconds = clock_});
    frames(2);
    pointer({.phase = PointerPhase::Up, .kind = PointerKind::Touch, .id = 1, .x = x, .y = y, .seconds = clock_});
    settle();
}

bool Headless::set_number(std::string_view name, float number) {
    const SemanticNode* node = find(Role::Slider, name);
    if (node == nullptr || node->disabled) return false;
    inbox().actions.push_back({.kind = SemanticAction::Kind::SetNumber, .id = node->id, .number = number, .text = {}});
    wake();
    settle();
    return true;
}

bool Headless::type_into(std::string_view name, std::string_view text, bool commit) {
    const SemanticNode* node = find(Role::TextField, name);
    if (node == nullptr || node->disabled) return false;
    const std::uint32_t id = node->id;
    inbox().actions.push_back({.kind = SemanticAction::Kind::Focus, .id = id, .number = 0, .text = {}});
    wake();
    settle();
    const auto send = [&](TextFieldEvent::Kind kind) {
        inbox().field_events.push_back({.kind = kind, .id = id, .text = std::string(text)});
        wake();
        settle();
    };
    send(TextFieldEvent::Kind::Changed);
    if (commit) send(TextFieldEvent::Kind::Committed);
    return true;
}

void Headless::key(std::string_view chord) {
    KeyPress press;
    std::string_view key = chord;
    const auto take = [&](std::string_view prefix) {
        if (key.size() <= prefix.size() || !key.starts_with(prefix)) return false;
        key.remove_prefix(prefix.size());
        return true;
    };
    press.control = take("Ctrl+");
    press.shift = take("Shift+");
    press.alt = take("Alt+");
    if (key == "?") press.shift = true;
    std::string code(key);
    if (key.size() == 1 && key[0] >= '0' && key[0] <= '9') code = "Digit" + code;
    if (key == " ") code = "Space";
    press.key = key;
    press.code = code;
    key_down(press, false);
    frames(2);
    key_up(press);
    settle();
}

void Headless::drop(std::vector<NamedBytes> files) {
    std::ranges::move(files, std::back_inserter(inbox().dropped_files));
    wake();
    settle();
}

void Headless::paste(std::string_view text, std::string_view html) {
    inbox().pasted_text = text;
    inbox().pasted_html = html;
    wake();
    settle();
}

// ---- Platform ------------------------------------------------------------------------------------------------------------

Instant Headless::now() { return {options_.now.seconds_since_epoch + static_cast<std::int64_t>(std::floor(clock_))}; }

void Headless::announce(std::string_view text, bool) { announcements.emplace_back(text); }

void Headless::edit_field(const TextFieldSpec& spec, std::string_view text) {
    field = spec;
    field_text = text;
}

void Headless::read_file(const NamedBytes& file, ReadDone done) {
    later([bytes = file.bytes, done = std::move(done)] { done(bytes); });
}

void Headless::save_file(std::string_view name, std::span<const std::uint8_t> bytes, std::string_view) {
    saved.push_back({.name = std::string(name), .bytes = Bytes(bytes.begin(), bytes.end())});
}

void Headless::store(std::vector<NamedBytes> pairs, StoreDone done) {
    if (storage_full) {
        return later([done = std::move(done)] {
            done(std::unexpected(Problem{.what = "The browser has no room left to keep this.", .where = {}, .mend = "Save to a file now."}));
        });
    }
    for (NamedBytes& pair : pairs) stored[pair.name] = std::move(pair.bytes);
    later([done = std::move(done)] { done(true); });
}

void Headless::load(std::vector<std::string> names, LoadDone done) {
    std::vector<NamedBytes> found;
    for (const std::string& name : names) {
        if (const auto pair = stored.find(name); pair != stored.end()) found.push_back({.name = name, .bytes = pair->second});
    }
    later([found = std::move(found), done = std::move(done)] { done(found); });
}

void Headless::erase_everything(StoreDone done) {
    stored.clear();
    later([done = std::move(done)] { done(true); });
}

std::uint32_t Headless::start_job(std::string_view kind, std::vector<NamedBytes> input, JobSink sink) {
    const std::uint32_t job = ++last_job_;
    running_.push_back(job);
    later([this, job, kind = std::string(kind), input = std::move(input), sink = std::move(sink)]() mutable {
        const auto runs = [&] { return std::ranges::find(running_, job) != running_.end(); };
        if (!runs()) return;
        const ProgressSink progress = [&](const Progress& now) {
            sink({.kind = JobUpdate::Kind::Progress, .stage = now.stage, .bytes_done = now.bytes_done, .bytes_total = now.bytes_total,
                  .rows_done = now.rows_done, .answer = {}, .problem = {}});
            return runs();
        };
        const TellFirst tell_first = [&](Bytes bytes) {
            JobUpdate first;
            first.kind = JobUpdate::Kind::First;
            first.answer = std::move(bytes);
            sink(first);
        };
        Result<Bytes> answer = jobs_ ? jobs_(kind, std::move(input), progress, tell_first)
                                     : std::unexpected(Problem{.what = "No jobs here.", .where = {}, .mend = {}});
        JobUpdate update;
        update.kind = answer ? JobUpdate::Kind::Done : JobUpdate::Kind::Failed;
        if (answer) {
            update.answer = std::move(*answer);
        } else {
            update.problem = answer.error();
        }
        deliver(job, std::move(update), std::move(sink));
    });
    return job;
}

void Headless::deliver(std::uint32_t job, JobUpdate update, JobSink sink) {
    if (std::ranges::find(running_, job) == running_.end()) return;
    if (!hold_answers) {
        std::erase(running_, job);
        return sink(update);
    }
    held_.push_back([this, job, update = std::move(update), sink = std::move(sink)]() mutable { deliver(job, std::move(update), std::move(sink)); });
}

void Headless::let_answers_come() {
    hold_answers = false;
    for (auto& answer : std::exchange(held_, {})) later(std::move(answer));
    wake();
}

}  // namespace discern
