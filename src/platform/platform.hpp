// The seam between Discern and the machine that shows it: the browser (web.cpp) or nothing at all (headless.cpp, for
// tests). The only place where a clock, storage, clipboard or file dialog is reached.
//
// Pixel spaces: everything that crosses this seam is in canvas (device) pixels unless its name says css.
#pragma once

#include "base/date.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace discern {

using Bytes = std::vector<std::uint8_t>;

// A file or a stored value. A dropped file may be large, so its bytes stay with the host until they are needed:
// then `bytes` is empty and `host_file` names it. Hand such a value to start_job as it is (the worker reads it, this
// instance's memory never holds it) or ask read_file for its bytes.
struct NamedBytes {
    std::string name;  // as the user knows it; of a dropped folder: the path inside it, with '/'
    Bytes bytes;
    std::uint32_t host_file = 0;  // 0 = `bytes` holds everything
    std::uint64_t size = 0;       // of a host file, in bytes
    std::uint64_t hole_at = 0, hole_size = 0;  // what was left out of `bytes` and comes in pieces (JobInPieces)
};

struct RectInCanvas {
    float x = 0, y = 0, width = 0, height = 0;
    bool operator==(const RectInCanvas&) const = default;
};

// ---- what is on the canvas, for assistive technology and tests ------------------------------------------------------
enum class Role : std::uint8_t {
    Group, Heading, Text, Button, Link, Checkbox, Slider, TextField, Tab, TabList, List, ListItem, Navigation, Status,
    Alert, Dialog, Image, RadioGroup, Radio
};

// One node of the mirror. Nodes are given in reading order; `parent` is an index into the same frame's list or -1.
struct SemanticNode {
    std::uint32_t id = 0;  // stable from frame to frame; ImGui id of the widget where there is one
    std::int32_t parent = -1;
    Role role = Role::Text;
    std::string name;   // what a person would call it
    std::string value;  // of text fields and sliders, as words ("3 of 5")
    RectInCanvas rect;
    std::uint8_t level = 0;  // of headings
    std::int32_t position = 0, set_size = 0;  // in a virtual list (1-based); 0 = not one
    float number = 0, minimum = 0, maximum = 0;  // of sliders
    bool disabled = false, checked = false, selected = false, current = false, focused = false, expandable = false,
         expanded = false;
    bool plain = false;  // a list item that does nothing when it is pressed
    bool operator==(const SemanticNode&) const = default;
};

// What the mirror asks for: the user of a screen reader or a test activated, focused or set a node.
struct SemanticAction {
    enum class Kind : std::uint8_t { Activate, Focus, SetNumber, SetText } kind = Kind::Activate;
    std::uint32_t id = 0;
    float number = 0;
    std::string text;
};

// ---- text fields: a real DOM input lies over the place while it is edited -------------------------------------------
// Words that are marked while the field is edited (several lines only): bytes of the text, and the colour 0xRRGGBB.
struct FieldMark {
    std::uint32_t begin = 0, end = 0;
    std::uint32_t rgb = 0;
    bool operator==(const FieldMark&) const = default;
};
struct TextFieldSpec {
    std::uint32_t id = 0;
    RectInCanvas rect;
    std::string label, placeholder;
    float font_px = 15;  // canvas pixels
    bool multiline = false, search = false;
    bool semibold = false;
    std::uint32_t text_rgb = 0x808080;  // 0xRRGGBB; the ground is what the canvas shows
    float line_height = 0;              // canvas pixels, 0 = 1.4 font sizes (several lines)
    std::vector<FieldMark> marks;       // ordered, without overlaps
    bool selects = false;               // select the words from `select_begin` to `select_end` (bytes), once
    std::uint32_t select_begin = 0, select_end = 0;
};
struct TextFieldEvent {
    enum class Kind : std::uint8_t { Changed, Committed, Cancelled, Left } kind = Kind::Changed;
    std::uint32_t id = 0;
    std::string text;
};

// With forced colours, the ones that the user chose for the whole system, 0xRRGGBB.
struct SystemColors {
    std::uint32_t canvas = 0x000000, text = 0xffffff, link = 0x8080ff, highlight = 0x0000ff, on_highlight = 0xffffff,
                  gray = 0xa0a0a0, button = 0x000000, button_line = 0xffffff;
    bool operator==(const SystemColors&) const = default;
};

enum class Theme : std::uint8_t { Dark, Light };
struct Preferences {
    Theme theme = Theme::Dark;
    bool more_contrast = false, reduced_motion = false, forced_colors = false, coarse_pointer = false;
    bool apple = false;           // name Cmd instead of Ctrl
    std::string language = "en";  // BCP 47
    SystemColors system_colors;   // meaningful with forced_colors
    bool operator==(const Preferences&) const = default;
};

// Parts of the canvas that a notch or a rounded corner may cover.
struct SafeArea {
    float top = 0, right = 0, bottom = 0, left = 0;
    bool operator==(const SafeArea&) const = default;
};

// Who may write the stored document. Only one tab is the writer; another opens read-only and may take over.
enum class StoreState : std::uint8_t { Opening, Writer, ReadOnly, Unavailable };

// Two fingers, or a trackpad's pinch: scale by `factor` around a point and move by dx, dy.
struct Pinch {
    float x = 0, y = 0, factor = 1, dx = 0, dy = 0;
};

// How numbers, days and lists are said in a language. Browsers know (Intl); without one, plain forms of our languages.
enum class Wording : std::uint8_t {
    Number,      // 1234.5
    Day,         // "8 Feb 2026"; number: days since 1970-01-01
    DayOfYear,   // "8 Feb"
    WeekDay,     // "Sun, 8 Feb"
    List,        // "one, two and three"
    PluralForm,  // the CLDR category of a count: "one", "few", "many", "other", ...
};
[[nodiscard]] std::string plain_wording(Wording kind, std::string_view language, double number, std::span<const std::string> parts);

// What arrived since the last frame, apart from what ImGui's own event queue holds.
struct Inbox {
    std::vector<NamedBytes> dropped_files;  // dropped, picked or pasted; their bytes are with the host
    std::string pasted_text, pasted_html;   // pasted while no field was edited
    std::vector<SemanticAction> actions;
    std::vector<TextFieldEvent> field_events;
    bool files_hover = false;  // a drag with files is over the page
    std::vector<Pinch> pinches;
    std::string location_hash;  // without '#', when location_changed: Back, Forward, or an edited address
    bool location_changed = false;
    bool store_state_changed = false;  // read store_state(); a new writer loads the document again
    bool leaving = false;              // the page is being hidden or closed: save now
    bool printing = false;             // the browser's own print command: hand print_html the report in this frame
    bool graphics_lost = false;        // own GL objects are gone: make them again when next drawn
};

class Platform {
public:
    virtual ~Platform() = default;

    [[nodiscard]] virtual Instant now() = 0;
    [[nodiscard]] virtual double seconds_since_start() = 0;  // monotonic
    [[nodiscard]] virtual Preferences preferences() = 0;
    [[nodiscard]] virtual float pixel_ratio() = 0;  // canvas pixels per CSS pixel: tokens are round(css * ratio)
    [[nodiscard]] virtual SafeArea safe_area() = 0;
    [[nodiscard]] virtual Inbox take_inbox() = 0;

    virtual void show_semantics(std::span<const SemanticNode> nodes) = 0;  // called once a drawn frame; cheap if equal
    virtual void announce(std::string_view text, bool urgent) = 0;         // live region
    virtual void edit_field(const TextFieldSpec& spec, std::string_view text) = 0;  // show or move the field
    virtual void end_field() = 0;

    // A finger that goes down inside `rect` drags what is there (a slider, the map) instead of scrolling the page.
    // Say so in every drawn frame.
    virtual void drag_area(const RectInCanvas& rect) = 0;

    // While true, Tab and Shift+Tab come to ImGui instead of moving the browser's focus. Let Escape end it: nobody may be
    // trapped.
    virtual void claim_tab(bool claim) = 0;
    // While true, two fingers (and a trackpad's pinch) come as Inbox::pinches instead of zooming the page.
    virtual void claim_pinch(bool claim) = 0;

    virtual void copy_text(std::string_view text) = 0;
    virtual void open_link(std::string_view url) = 0;  // new tab, no referrer, no opener
    virtual void pick_files() = 0;                     // answer comes as dropped_files
    virtual void pick_folder() = 0;
    // The bytes of a dropped file; `done` runs in a later frame.
    using ReadDone = std::function<void(Result<Bytes>)>;
    virtual void read_file(const NamedBytes& file, ReadDone done) = 0;
    virtual void save_file(std::string_view name, std::span<const std::uint8_t> bytes, std::string_view mime) = 0;
    virtual void set_title(std::string_view title) = 0;
    virtual void set_open_count(std::uint32_t count) = 0;       // on the page's icon; 0 = the plain icon
    virtual void set_location_hash(std::string_view hash) = 0;  // view name only, no data; a step for Back
    virtual void set_unsaved(bool unsaved) = 0;                 // the browser then asks before the page is closed
    virtual void set_language(std::string_view bcp47) = 0;      // of the page, for screen readers
    virtual void print_html(std::string_view html) = 0;         // a clean report, never the canvas

    [[nodiscard]] virtual std::string worded(Wording kind, std::string_view language, double number, std::span<const std::string> parts) {
        return plain_wording(kind, language, number, parts);
    }
    // What left the page since it was loaded, as the browser counts it.
    [[nodiscard]] virtual std::uint32_t requests_since_load() { return 0; }

    // One small key-value store (IndexedDB). All pairs of one call are written in one transaction or none.
    // `done` runs in a later frame with what went wrong, if anything.
    using StoreDone = std::function<void(Result<bool>)>;
    virtual void store(std::vector<NamedBytes> pairs, StoreDone done) = 0;
    using LoadDone = std::function<void(Result<std::vector<NamedBytes>>)>;
    virtual void load(std::vector<std::string> names, LoadDone done) = 0;
    virtual void erase_everything(StoreDone done) = 0;
    [[nodiscard]] virtual StoreState store_state() = 0;
    virtual void take_over_store() = 0;           // asks the writing tab to save and let go, then becomes the writer
    virtual void keep_store(StoreDone done) = 0;  // asks the browser not to evict it; true = granted

    // Runs a job (platform/job.hpp) in the worker. Progress and the answer come back in later frames. Returns a job number.
    struct JobUpdate {
        // Part: the answer comes in several, each as it arrives, between frames; the last one is Done. First: something to
        // look at before the answer is there, between frames too; it is no part of the answer and may come again.
        enum class Kind : std::uint8_t { Progress, First, Part, Done, Failed } kind = Kind::Progress;
        std::string stage;
        std::uint64_t bytes_done = 0, bytes_total = 0, rows_done = 0;
        Bytes answer;     // First, Part, Done
        Problem problem;  // Failed
    };
    using JobSink = std::function<void(const JobUpdate&)>;
    virtual std::uint32_t start_job(std::string_view kind, std::vector<NamedBytes> input, JobSink sink) = 0;
    virtual void cancel_job(std::uint32_t job) = 0;  // at once; the sink is not called again

    // App::work is called between frames until it has nothing left to do.
    virtual void begin_work() = 0;
    virtual void wake() = 0;                             // draw at least three more frames
    virtual void wake_after(double seconds) = 0;         // one frame then, if nothing wakes it earlier
};

}  // namespace discern
