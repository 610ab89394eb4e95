// What the platform asks of the application: one frame at a time, and heavy jobs in the worker.
// src/app implements these; the page, the worker and the headless stand-in call them.
#pragma once

#include "base/progress.hpp"
#include "base/result.hpp"
#include "platform/platform.hpp"

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace discern {

class App {
public:
    virtual ~App() = default;

    // Once, when the ImGui context, the fonts (platform/fonts.hpp) and the canvas size exist, before the first frame.
    virtual void start(Platform& platform) = 0;

    // Draws one frame, between ImGui::NewFrame and ImGui::Render, which the platform calls. The order inside a frame:
    // take_inbox(), widgets, show_semantics(). Returns the seconds until it wants the next one: 0 = at once (something
    // moves), negative = only when something happens. Three frames are drawn after every event anyway.
    virtual double frame() = 0;

    // A step of some work that nobody should have to wait for: about a millisecond. True while more is left. Called
    // between frames once Platform::begin_work was; nothing is drawn in it.
    virtual bool work() { return false; }
};

// In src/app: reads the next part of what make_app() needs, some milliseconds of work each; false when there is none for
// this step, counted from 0. make_app() reads what was not.
bool prepare_app(int step);

// In src/app: the application of the page.
[[nodiscard]] std::unique_ptr<App> make_app();

// Where a job tells what can be looked at before it is done (Platform::JobUpdate::Kind::First).
using TellFirst = std::function<void(Bytes)>;

// In src/app: one job, in the worker's own instance (or, headless, in place). `progress` returns false when the job
// should stop. Inputs arrive read completely and are the job's to free. The answer is one compact snapshot.
[[nodiscard]] Result<Bytes> run_job(std::string_view kind, std::vector<NamedBytes> input, const ProgressSink& progress,
                                    const TellFirst& tell_first = {});

// A job whose largest part is unpacked by the browser and comes in pieces.
class JobInPieces {
public:
    virtual ~JobInPieces() = default;
    virtual bool feed(std::string_view piece) = 0;  // false: no more is wanted
    virtual Result<Bytes> finish() = 0;
};

// In src/app: begins such a job; `input` has a hole. When this or finish() fails, the platform runs the job on the whole.
[[nodiscard]] Result<std::unique_ptr<JobInPieces>> begin_job(std::string_view kind, std::vector<NamedBytes> input,
                                                             const ProgressSink& progress, const TellFirst& tell_first = {});

}  // namespace discern
