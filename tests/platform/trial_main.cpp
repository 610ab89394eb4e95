// The page of the trial application: what src/app is to the real one.
#include "tests/platform/trial_app.hpp"

namespace discern {

bool prepare_app(int) { return false; }

std::unique_ptr<App> make_app() { return std::make_unique<TrialApp>(); }

Result<Bytes> run_job(std::string_view kind, std::vector<NamedBytes> input, const ProgressSink& progress, const TellFirst&) {
    return run_trial_job(kind, std::move(input), progress);
}

Result<std::unique_ptr<JobInPieces>> begin_job(std::string_view, std::vector<NamedBytes>, const ProgressSink&, const TellFirst&) {
    return std::unexpected(Problem{.what = "This job takes no pieces.", .where = {}, .mend = "Run it on the whole."});
}

}  // namespace discern
