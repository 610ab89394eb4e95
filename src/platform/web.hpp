// The platform in a browser. One instance lives in the page (WebPage); in the worker only jobs run (web_exports.cpp).
#pragma once

#include "platform/gl_painter.hpp"
#include "platform/stage.hpp"

#include <map>
#include <string>

namespace discern {

class BrowserPainter final : public GlyphPainter {
public:
    float advance(std::string_view utf8, const RunStyle& style) override;
    RunPicture paint(std::string_view utf8, const RunStyle& style) override;
    std::vector<std::uint32_t> break_places(std::string_view utf8) override;
};

struct OwnsBrowserPainter {
    BrowserPainter painter;
};

class WebPage final : private OwnsBrowserPainter, public Stage {
public:
    // `painter` may have been prepared already.
    WebPage(std::unique_ptr<App> app, GlPainter painter);

    // Brings the canvas to the last frame, once for all frames since: the number of pixels drawn anew.
    double show();

    // ---- answers from the host ---------------------------------------------------------------------------------------
    // `packed` is what was asked for; where `ok` is false it is what went wrong and how to mend it.
    void answer(std::uint32_t request, bool ok, Bytes packed);
    void job_progress(std::uint32_t job, std::string_view stage, double bytes_done, double bytes_total, double rows_done);
    void job_part(std::uint32_t job, Bytes packed);
    void job_first(std::uint32_t job, Bytes packed);
    void job_done(std::uint32_t job, bool ok, Bytes packed);
    void set_store_state(StoreState state);
    void context_lost();
    void context_restored();

    // ---- Platform ----------------------------------------------------------------------------------------------------
    Instant now() override;
    void announce(std::string_view text, bool urgent) override;
    void edit_field(const TextFieldSpec& spec, std::string_view text) override;
    void end_field() override;
    void claim_pinch(bool claim) override;
    void open_link(std::string_view url) override;
    void pick_files() override;
    void pick_folder() override;
    void read_file(const NamedBytes& file, ReadDone done) override;
    void save_file(std::string_view name, std::span<const std::uint8_t> bytes, std::string_view mime) override;
    void set_title(std::string_view title) override;
    void set_open_count(std::uint32_t count) override;
    void set_location_hash(std::string_view hash) override;
    std::string worded(Wording kind, std::string_view language, double number, std::span<const std::string> parts) override;
    std::uint32_t requests_since_load() override;
    void set_unsaved(bool unsaved) override;
    void set_language(std::string_view bcp47) override;
    void print_html(std::string_view html) override;
    void store(std::vector<NamedBytes> pairs, StoreDone done) override;
    void load(std::vector<std::string> names, LoadDone done) override;
    void erase_everything(StoreDone done) override;
    StoreState store_state() override { return store_state_; }
    void take_over_store() override;
    void keep_store(StoreDone done) override;
    std::uint32_t start_job(std::string_view kind, std::vector<NamedBytes> input, JobSink sink) override;
    void cancel_job(std::uint32_t job) override;
    void begin_work() override;
    void wake() override;
    void wake_after(double seconds) override;

private:
    using Answered = std::function<void(Result<Bytes>)>;

    void render() override;
    void send_semantics(std::span<const SemanticNode> nodes) override;
    void put_on_clipboard(std::string_view text) override;
    void show_cursor(int imgui_cursor) override;
    [[nodiscard]] std::uint32_t ask(Answered answered);
    void tell_at_once(std::uint32_t job, JobUpdate::Kind kind, Bytes packed);

    bool drawable_ = false;  // the WebGL context is there
    GlPainter gl_painter_;
    StoreState store_state_ = StoreState::Opening;
    std::map<std::uint32_t, Answered> asked_;
    std::map<std::uint32_t, JobSink> jobs_;
    std::uint32_t last_request_ = 0;
    bool field_shown_ = false, field_marked_ = false;
};

// Reads what, how to mend it and, where they are there, file and row, each as text.
[[nodiscard]] Problem problem_from(std::span<const std::uint8_t> packed);

}  // namespace discern
