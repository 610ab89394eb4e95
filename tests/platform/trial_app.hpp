// A small application that uses everything the platform offers, to test it: natively without a browser, and in a page
// of its own (target trial_page).
#pragma once

#include "platform/app.hpp"

#include <string>
#include <vector>

namespace discern {

class TrialApp final : public App {
public:
    void start(Platform& platform) override;
    double frame() override;

    // What happened, for tests.
    int accepted = 0, ignored = 0, reported = 0;
    std::string heard;  // last key chord or event, in words
    float goal = 3;
    std::string filter;
    float list_scroll = 0;
    std::string loaded;
    std::string job_state;
    bool held_menu = false;

private:
    void handle_inbox();
    void handle_keys();
    void draw_rail();
    void draw_list();
    void draw_receipt();
    bool button(const char* label, float x, float y, float width, float height);
    void text(float x, float y, std::string_view words, float css_px, bool semibold, unsigned color);
    std::uint32_t add(Role role, std::string name, RectInCanvas rect, std::int32_t parent = -1);
    [[nodiscard]] float px(float css) const;

    Platform* platform_ = nullptr;
    std::vector<SemanticNode> nodes_;
    std::vector<SemanticAction> actions_;
    std::uint32_t job_ = 0;
    std::string hash_, store_words_;
    bool files_hover_ = false, editing_ = false;
    float zoom_ = 1;
    int selected_ = 0;
};

// The job "count": adds up the bytes of its inputs, slowly enough to be cancelled; "greedy" takes much memory;
// "crash" ends the instance.
[[nodiscard]] Result<Bytes> run_trial_job(std::string_view kind, std::vector<NamedBytes> input, const ProgressSink& progress,
                                          const TellFirst& tell_first = {});

}  // namespace discern
