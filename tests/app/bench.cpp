#include "tests/app/bench.hpp"

namespace discern::testing {

Page open_page(HeadlessOptions options, Document sample, bool keep_welcome, std::map<std::string, Bytes> stored) {
    Page page;
    auto app = std::make_unique<DiscernApp>(
        DiscernApp::Parts{Workspace(embedded_knowledge(), Day{}), [sample = std::move(sample)](Instant) { return sample; }, embedded_strings(), read_embedded_strings});
    page.app = app.get();
    page.platform = std::make_unique<Headless>(std::move(app), std::move(options), run_job);
    page->stored = std::move(stored);
    page->settle();
    if (!keep_welcome && page.state().dialog == Dialog::Welcome) page->key("Escape");
    page->settle();
    return page;
}

}  // namespace discern::testing
