// A platform without a browser, for tests of the interface: nothing is shown, time is an argument, everything that would
// leave the program is kept here to be looked at. Find things by role and name, then act, as a person would.
#pragma once

#include "platform/stage.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace discern {

// Stands in for the browser's text engine: every code point is 0.6 em wide, a run is one grey box.
class PlainPainter final : public GlyphPainter {
public:
    float advance(std::string_view utf8, const RunStyle& style) override;
    RunPicture paint(std::string_view utf8, const RunStyle& style) override;
    std::vector<std::uint32_t> break_places(std::string_view) override { return {}; }
    int painted = 0;
};

struct HeadlessOptions {
    float width = 1440, height = 900, pixel_ratio = 1;  // canvas pixels
    Preferences preferences;
    Instant now{1'790'000'000};
};

struct OwnsPainter {  // a base, so that it exists before the stage
    PlainPainter painter;
};

class Headless : private OwnsPainter, public Stage {
public:
    using JobRunner = std::function<Result<Bytes>(std::string_view kind, std::vector<NamedBytes>, const ProgressSink&, const TellFirst&)>;

    explicit Headless(std::unique_ptr<App> app, HeadlessOptions options = {}, JobRunner jobs = {});

    // ---- time and frames ---------------------------------------------------------------------------------------------
    void frames(int count, double step = 1.0 / 60);
    // Draws until nothing more is wanted (or `at_most` frames passed); returns how many frames that took.
    int settle(int at_most = 600);
    void advance(double seconds);  // nobody does anything meanwhile; then what is due happens

    // ---- what is on the canvas -----------------------------------------------------------------------------------------
    [[nodiscard]] const std::vector<SemanticNode>& nodes() const { return semantics(); }
    [[nodiscard]] const SemanticNode* find(Role role, std::string_view name) const;
    [[nodiscard]] bool shows(std::string_view text) const;  // some node's name or value contains it

    // ---- what a person does; each draws the frames that follow ------------------------------------------------------------
    bool press(Role role, std::string_view name);   // through the mirror; false when there is no such thing
    bool click(Role role, std::string_view name);   // with the mouse in its middle
    bool tap(Role role, std::string_view name);     // with a finger
    bool set_number(std::string_view name, float number);
    bool type_into(std::string_view name, std::string_view text, bool commit = true);
    void click_at(float x, float y, int button = 0);
    void tap_at(float x, float y);
    // "j", "Ctrl+K", "Shift+Z", "Enter", "?"
    void key(std::string_view chord);
    void drop(std::vector<NamedBytes> files);
    void paste(std::string_view text, std::string_view html = {});
    void let_answers_come();  // ends hold_answers
    [[nodiscard]] std::string copy_now() { return copy(false, clock_); }
    [[nodiscard]] int pictures_painted() const { return painter.painted; }  // of letters that the shipped fonts lack

    // ---- what left the program -----------------------------------------------------------------------------------------
    std::string clipboard, title, hash, language;
    std::vector<std::string> links, announcements, printed;
    std::vector<NamedBytes> saved;
    std::map<std::string, Bytes> stored;
    std::optional<TextFieldSpec> field;  // being edited
    std::string field_text;
    bool unsaved = false, asked_for_files = false, pinch_claimed = false;
    bool hold_answers = false;    // jobs go on, but do not end, while it is set
    int work_per_frame = 1'000'000;  // steps of App::work
    bool storage_full = false;  // every store fails while it is set
    std::uint32_t open_count = 0, requests = 0, mirror_told = 0;
    StoreState state = StoreState::Writer;

    // ---- Platform ------------------------------------------------------------------------------------------------------
    Instant now() override;
    void announce(std::string_view text, bool urgent) override;
    void edit_field(const TextFieldSpec& spec, std::string_view text) override;
    void end_field() override { field.reset(); }
    void claim_pinch(bool claim) override { pinch_claimed = claim; }
    void open_link(std::string_view url) override { links.emplace_back(url); }
    void pick_files() override { asked_for_files = true; }
    void pick_folder() override { asked_for_files = true; }
    void read_file(const NamedBytes& file, ReadDone done) override;
    void save_file(std::string_view name, std::span<const std::uint8_t> bytes, std::string_view mime) override;
    void set_title(std::string_view text) override { title = text; }
    void set_open_count(std::uint32_t count) override { open_count = count; }
    void set_location_hash(std::string_view text) override { hash = text; }
    std::uint32_t requests_since_load() override { return requests; }
    void set_unsaved(bool value) override { unsaved = value; }
    void set_language(std::string_view bcp47) override { language = bcp47; }
    void print_html(std::string_view html) override { printed.emplace_back(html); }
    void store(std::vector<NamedBytes> pairs, StoreDone done) override;
    void load(std::vector<std::string> names, LoadDone done) override;
    void erase_everything(StoreDone done) override;
    StoreState store_state() override { return state; }
    void take_over_store() override { state = StoreState::Writer; inbox().store_state_changed = true; }
    void keep_store(StoreDone done) override { later([done] { done(true); }); }
    std::uint32_t start_job(std::string_view kind, std::vector<NamedBytes> input, JobSink sink) override;
    void cancel_job(std::uint32_t job) override { std::erase(running_, job); }
    void begin_work() override { at_work_ = true; }
    void wake() override { frames_left_ = 3; }
    void wake_after(double seconds) override;

private:
    void render() override;
    void send_semantics(std::span<const SemanticNode>) override { ++mirror_told; }
    void put_on_clipboard(std::string_view text) override { clipboard = text; }
    void show_cursor(int) override {}
    double one_frame();
    void deliver(std::uint32_t job, JobUpdate update, JobSink sink);

    HeadlessOptions options_;
    JobRunner jobs_;
    double clock_ = 0;
    double due_at_ = -1;  // the next frame that something asked for
    int frames_left_ = 0;
    bool at_work_ = false;
    std::uint32_t last_job_ = 0;
    std::vector<std::uint32_t> running_;
    std::vector<std::function<void()>> held_;
};

}  // namespace discern
