#include "tests/platform/trial_app.hpp"

#include "platform/display_text.hpp"
#include "platform/fonts.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

namespace discern {
namespace {

constexpr std::array names = std::to_array<const char*>({
    "Ingrid Nakamura-Boye", "سارة منصور", "孙 雅婷", "רחל אברהם", "राजेश कुमार", "สมชาย ใจดี", "김민준", "さくら ✨", "தமிழ்ச்செல்வி",
    "Zoë Ångström", "Łukasz Źdźbło", "👩‍🚀 Ada 🇨🇭 3️⃣", "Ελένη Παππά", "Олександр Шевченко", "Nguyễn Thị Hương", "محمد (Mohamed) علي",
});
constexpr int rows = 100'000;

unsigned rgb(unsigned hex, unsigned alpha = 255) {
    return IM_COL32(hex >> 16, hex >> 8 & 255, hex & 255, alpha);
}

// Some milliseconds of work that no compiler takes away.
void wait_a_little() {
    static volatile unsigned rounds = 8'000'000;
    unsigned left = rounds;
    while (left > 0) left = left - (rounds != 0 ? 1 : 2);
}

}  // namespace

void TrialApp::start(Platform& platform) {
    platform_ = &platform;
    platform.set_title("Platform trial");
    platform.load({"note"}, [this](Result<std::vector<NamedBytes>> found) {
        loaded = !found ? sentence_from(found.error()) : found->empty() ? "nothing" : std::string(found->front().bytes.begin(), found->front().bytes.end());
    });
}

float TrialApp::px(float css) const { return std::round(css * platform_->pixel_ratio()); }

std::uint32_t TrialApp::add(Role role, std::string name, RectInCanvas rect, std::int32_t parent) {
    SemanticNode node;
    node.id = ImGui::GetID(fmt::format("{} {}", static_cast<int>(role), name).c_str());
    node.parent = parent;
    node.role = role;
    node.name = std::move(name);
    node.rect = rect;
    nodes_.push_back(node);
    return node.id;
}

void TrialApp::text(float x, float y, std::string_view words, float css_px, bool semibold, unsigned color) {
    ImGui::PushFont(semibold ? fonts().semibold : fonts().regular, css_px);
    const std::string_view shown = display_text(words);
    ImGui::GetWindowDrawList()->AddText({x, y}, color, shown.data(), shown.data() + shown.size());
    ImGui::PopFont();
}

bool TrialApp::button(const char* label, float x, float y, float width, float height) {
    ImGui::SetCursorScreenPos({x, y});
    const bool clicked = ImGui::InvisibleButton(label, {width, height});
    const bool hovered = ImGui::IsItemHovered();
    if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    const unsigned fill = rgb(ImGui::IsItemActive() ? 0x5a68d8 : hovered ? 0x8b9aff : 0x7c8cff);
    ImGui::GetWindowDrawList()->AddRectFilled({x, y}, {x + width, y + height}, fill, px(6));
    text(x + px(12), y + std::round((height - px(15)) / 2), label, 15, true, rgb(0xffffff));
    const std::uint32_t id = add(Role::Button, label, {x, y, width, height});
    return clicked || std::ranges::any_of(actions_, [&](const SemanticAction& action) {
        return action.id == id && action.kind == SemanticAction::Kind::Activate;
    });
}

void TrialApp::handle_inbox() {
    Inbox inbox = platform_->take_inbox();
    actions_ = std::move(inbox.actions);
    files_hover_ = inbox.files_hover;
    if (!inbox.pasted_text.empty() || !inbox.pasted_html.empty()) {
        heard = fmt::format("pasted {} text, {} html", inbox.pasted_text.size(), inbox.pasted_html.size());
    }
    if (!inbox.dropped_files.empty()) {
        heard = fmt::format("{} files, first {}, {} bytes", inbox.dropped_files.size(), inbox.dropped_files[0].name, inbox.dropped_files[0].size);
        const std::string kind = inbox.dropped_files[0].name == "greedy.bin" ? "greedy" : inbox.dropped_files[0].name == "crash.bin" ? "crash" : "count";
        job_ = platform_->start_job(kind, std::move(inbox.dropped_files), [this](const Platform::JobUpdate& update) {
            switch (update.kind) {
                case Platform::JobUpdate::Kind::Progress: job_state = fmt::format("{} {}", update.stage, update.bytes_done); break;
                case Platform::JobUpdate::Kind::Done: job_state = "done: " + std::string(update.answer.begin(), update.answer.end()); break;
                case Platform::JobUpdate::Kind::Failed: job_state = "failed: " + sentence_from(update.problem); break;
            }
        });
    }
    for (const TextFieldEvent& event : inbox.field_events) {
        if (event.kind != TextFieldEvent::Kind::Cancelled) filter = event.text;
        if (event.kind != TextFieldEvent::Kind::Changed) editing_ = false, platform_->end_field();
    }
    for (const Pinch& pinch : inbox.pinches) zoom_ *= pinch.factor;
    if (inbox.location_changed) hash_ = inbox.location_hash;
    if (inbox.store_state_changed) store_words_ = fmt::format("store state {}", static_cast<int>(platform_->store_state()));
}

void TrialApp::handle_keys() {
    const auto pressed = [](ImGuiKeyChord chord) { return ImGui::IsKeyChordPressed(chord); };
    if (pressed(ImGuiKey_1)) accepted++, platform_->announce(fmt::format("{}: accepted", names[static_cast<std::size_t>(selected_) % names.size()]), false);
    if (pressed(ImGuiKey_J) || pressed(ImGuiKey_DownArrow)) selected_++;
    if (pressed(ImGuiKey_K) || pressed(ImGuiKey_UpArrow)) selected_ = std::max(0, selected_ - 1);
    if (pressed(ImGuiMod_Ctrl | ImGuiKey_K)) heard = "palette";
    if (pressed(ImGuiKey_Z)) heard = "undo";
    if (pressed(ImGuiMod_Shift | ImGuiKey_Z)) heard = "redo";
    if (pressed(ImGuiKey_Slash)) editing_ = true;
    if (pressed(ImGuiMod_Shift | ImGuiKey_Slash)) heard = "keys";
    if (pressed(ImGuiKey_Tab)) heard = "tab";
    if (pressed(ImGuiMod_Ctrl | ImGuiKey_C)) platform_->copy_text(names[static_cast<std::size_t>(selected_) % names.size()]);
}

void TrialApp::draw_rail() {
    const float width = px(220);
    text(px(16), px(20), "Discern", 18, true, rgb(0xe8eaee));
    add(Role::Heading, "Discern", {px(16), px(20), px(120), px(18)});
    nodes_.back().level = 2;
    float y = px(60);
    const auto next = [&](const char* label) {
        const bool hit = button(label, px(12), y, width - px(24), px(36));
        y += px(44);
        return hit;
    };
    if (next("Accept")) accepted++;
    if (next("Copy name")) platform_->copy_text(names[static_cast<std::size_t>(selected_) % names.size()]);
    if (next("Pick files")) platform_->pick_files();
    if (next("Save file")) {
        const std::string_view words = "saved ✓";
        platform_->save_file("trial.txt", std::span(reinterpret_cast<const std::uint8_t*>(words.data()), words.size()), "text/plain");
    }
    if (next("Store note")) {
        const std::string words = fmt::format("accepted {} times", accepted);
        platform_->store({{.name = "note", .bytes = Bytes(words.begin(), words.end())}}, [this](Result<bool> done) {
            heard = done ? "stored" : sentence_from(done.error());
        });
    }
    if (next("Erase")) platform_->erase_everything([this](Result<bool> done) { heard = done ? "erased" : sentence_from(done.error()); });
    if (next("Cancel job")) platform_->cancel_job(job_), job_state = "cancelled";
    if (next("Go to goals")) platform_->set_location_hash("goals"), hash_ = "goals";
    if (next("Take over")) platform_->take_over_store();
    if (next("Print")) platform_->print_html("<h1>Report</h1><p>Two people.</p>");
    if (next("Crash")) std::abort();

    // A slider that a finger drags.
    text(px(12), y, "Goal", 13, false, rgb(0x9aa3b2));
    y += px(20);
    const RectInCanvas track{px(12), y, width - px(24), px(32)};
    ImGui::SetCursorScreenPos({track.x, track.y});
    ImGui::InvisibleButton("goal", {track.width, track.height});
    if (ImGui::IsItemActive()) goal = std::clamp((ImGui::GetMousePos().x - track.x) / track.width * 5, 0.0f, 5.0f);
    platform_->drag_area(track);
    const std::uint32_t id = add(Role::Slider, "Goal", track);
    nodes_.back().minimum = 0, nodes_.back().maximum = 5, nodes_.back().number = goal;
    nodes_.back().value = fmt::format("{:.0f} of 5", goal);
    for (const SemanticAction& action : actions_) {
        if (action.id == id && action.kind == SemanticAction::Kind::SetNumber) goal = action.number;
    }
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRectFilled({track.x, track.y + px(14)}, {track.x + track.width, track.y + px(18)}, rgb(0x262b34), px(2));
    draw->AddCircleFilled({track.x + track.width * goal / 5, track.y + px(16)}, px(8), rgb(0x7c8cff));
}

void TrialApp::draw_list() {
    const float x = px(220), width = px(380), height = ImGui::GetIO().DisplaySize.y, row_height = px(60);
    // The filter: drawn here, edited in the browser's own input.
    const RectInCanvas field{x + px(12), px(16), width - px(24), px(36)};
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRect({field.x + 0.5f, field.y + 0.5f}, {field.x + field.width - 0.5f, field.y + field.height - 0.5f}, rgb(editing_ ? 0x7c8cff : 0x262b34), px(6));
    ImGui::SetCursorScreenPos({field.x, field.y});
    if (ImGui::InvisibleButton("filter", {field.width, field.height})) editing_ = true;
    if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
    const std::uint32_t field_id = add(Role::TextField, "Filter", field);
    nodes_.back().value = filter;
    for (const SemanticAction& action : actions_) {
        if (action.id == field_id && action.kind == SemanticAction::Kind::Focus) editing_ = true;
    }
    const RectInCanvas inner{field.x + px(12), field.y, field.width - px(24), field.height};
    if (editing_) {
        platform_->edit_field({.id = field_id, .rect = inner, .label = "Filter", .placeholder = "Filter by name, company, flag…",
                               .font_px = px(15), .search = true, .text_rgb = 0xe8eaee}, filter);
    } else {
        const std::string_view words = filter.empty() ? "Filter by name, company, flag…" : std::string_view(filter);
        text(inner.x, field.y + std::round((field.height - px(15)) / 2), words, 15, false, rgb(filter.empty() ? 0x6b7484 : 0xe8eaee));
    }

    ImGui::SetCursorScreenPos({x, px(64)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::BeginChild("list", {width, height - px(64)});
    list_scroll = ImGui::GetScrollY();
    SemanticNode list_node;
    list_node.id = ImGui::GetID("list");
    list_node.role = Role::List;
    list_node.name = "Invitations";
    list_node.rect = {x, px(64), width, height - px(64)};
    nodes_.push_back(list_node);
    const auto list_index = static_cast<std::int32_t>(nodes_.size()) - 1;
    const float top = ImGui::GetWindowPos().y;
    const int first = static_cast<int>(list_scroll / row_height);
    const int last = std::min(rows, first + static_cast<int>(height / row_height) + 2);
    ImDrawList* list = ImGui::GetWindowDrawList();
    for (int row = first; row < last; ++row) {
        const float y = top + static_cast<float>(row) * row_height - list_scroll;
        ImGui::SetCursorScreenPos({x, y});
        ImGui::PushID(row);
        if (ImGui::InvisibleButton("row", {width, row_height})) selected_ = row;
        if (ImGui::IsItemClicked(ImGuiMouseButton_Right)) heard = fmt::format("menu of {}", row + 1), held_menu = true;
        if (row == selected_ || ImGui::IsItemHovered()) list->AddRectFilled({x, y}, {x + width, y + row_height}, rgb(row == selected_ ? 0x1d2230 : 0x191d24));
        const char* name = names[static_cast<std::size_t>(row) % names.size()];
        text(x + px(16), y + px(12), name, 15, true, rgb(0xe8eaee));
        text(x + px(16), y + px(34), fmt::format("Row {} of 100,000 · Head of product, Halden Energy", row + 1), 13, false, rgb(0x9aa3b2));
        list->AddRectFilled({x, y + row_height - 1}, {x + width, y + row_height}, rgb(0x262b34));
        SemanticNode node;
        node.id = ImGui::GetID("row item");
        node.parent = list_index;
        node.role = Role::ListItem;
        node.name = fmt::format("{}, row {}", name, row + 1);
        node.rect = {x, y, width, row_height};
        node.position = row + 1, node.set_size = rows;
        node.selected = row == selected_, node.focused = row == selected_ && !editing_;
        for (const SemanticAction& action : actions_) {
            if (action.id == node.id) selected_ = row;
        }
        nodes_.push_back(std::move(node));
        ImGui::PopID();
    }
    ImGui::SetCursorScreenPos({x, top + static_cast<float>(rows) * row_height - list_scroll});
    ImGui::Dummy({1, 0});
    ImGui::EndChild();
    ImGui::PopStyleVar();
}

void TrialApp::draw_receipt() {
    const float x = px(640);
    float y = px(24);
    text(x, y, "Ingrid Nakamura-Boye", 24, true, rgb(0xe8eaee));
    y += px(40);
    const std::array facts{
        fmt::format("accepted {}", accepted), fmt::format("heard {}", heard), fmt::format("filter {}", filter), fmt::format("goal {:.1f}", goal),
        fmt::format("loaded {}", loaded), fmt::format("job {}", job_state), fmt::format("hash {}", hash_), fmt::format("zoom {:.2f}", zoom_),
        fmt::format("selected {}", selected_ + 1), store_words_, std::string(files_hover_ ? "Drop here" : "")};
    for (const std::string& fact : facts) {
        if (fact.empty()) continue;
        text(x, y, fact, 15, false, rgb(0xe8eaee));
        add(Role::Text, fact, {x, y, px(500), px(20)});
        y += px(24);
    }
    constexpr std::string_view paragraphs[] = {
        "You worked together for two years, and she now hires in the field you are moving to. 1234567890 tabular, “quotes”, 12 % – dashes.",
        "السلام عليكم، رأيت محاضرتك عن تسعير الشبكات في مؤتمر 2023 وأود أن نتحدث عن مشروع مشترك بين شركتينا.",
        "สวัสดีครับ ผมเห็นการบรรยายของคุณเรื่องราคาไฟฟ้าและอยากคุยเรื่องงานวิจัยร่วมกันในปีหน้า",
        "您好，我在会议上听了您关于电网定价的演讲，希望能有机会一起讨论明年的研究合作项目。谢谢！",
        "नमस्ते, मैंने ग्रिड मूल्य निर्धारण पर आपका व्याख्यान देखा और अगले वर्ष के शोध पर बात करना चाहूँगा।",
    };
    ImGui::PushFont(fonts().regular, 15);
    const float width = px(420);
    for (const std::string_view paragraph : paragraphs) {
        y += px(12);
        for (const std::string_view line : display_lines(paragraph, width)) {
            const float indent = reads_right_to_left(paragraph) ? width - ImGui::CalcTextSize(line.data(), line.data() + line.size()).x : 0;
            ImGui::GetWindowDrawList()->AddText({x + std::round(indent), y}, rgb(0x9aa3b2), line.data(), line.data() + line.size());
            y += px(22);
        }
        add(Role::Text, std::string(paragraph), {x, y - px(44), width, px(44)});
    }
    const std::string_view fitted = display_fitted("A headline that is far too long to stand in one line of this pane, so it ends early", width);
    ImGui::GetWindowDrawList()->AddText({x, y + px(12)}, rgb(0xe8eaee), fitted.data(), fitted.data() + fitted.size());
    ImGui::PopFont();
    // Hairlines one device pixel wide, at any ratio.
    for (int i = 0; i < 5; ++i) {
        const float line_y = y + px(50) + static_cast<float>(i) * px(4);
        ImGui::GetWindowDrawList()->AddRectFilled({x, line_y}, {x + width, line_y + 1}, rgb(0x586174));
    }
}

double TrialApp::frame() {
    nodes_.clear();
    handle_inbox();
    handle_keys();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, rgb(0x0f1115));
    ImGui::Begin("trial", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus);
    draw_rail();
    draw_list();
    draw_receipt();
    ImGui::End();
    ImGui::PopStyleColor();
    platform_->show_semantics(nodes_);
    return -1;
}

Result<Bytes> run_trial_job(std::string_view kind, std::vector<NamedBytes> input, const ProgressSink& progress, const TellFirst&) {
    std::uint64_t total = 0, done = 0, sum = 0;
    for (const NamedBytes& file : input) total += file.bytes.size();
    if (kind == "crash") std::abort();
    std::vector<Bytes> hoard;
    if (kind == "greedy") {
        for (int i = 0; i < 20; ++i) hoard.emplace_back(std::size_t{10} << 20, std::uint8_t{1});
    }
    for (const NamedBytes& file : input) {
        for (const std::uint8_t byte : file.bytes) {
            sum += byte;
            if (++done % 100'000 != 0) continue;
            wait_a_little();
            if (progress && !progress({.stage = file.name, .bytes_done = done, .bytes_total = total, .rows_done = 0})) {
                return std::unexpected(Problem{.what = "Stopped", .where = {}, .mend = {}});
            }
        }
    }
    const std::string words = fmt::format("{} bytes in {} files", done, input.size());
    return Bytes(words.begin(), words.end());
}

}  // namespace discern
