// Draws every view natively into PNG files to be looked at: app_pictures FOLDER [name part]. The gallery of the real page is
// scripts/gallery; this one needs no browser and no Emscripten.
#include "tests/app/archives.hpp"
#include "tests/app/bench.hpp"
#include "tests/app/picture.hpp"

#include <cstdio>
#include <functional>
#include <string>

using namespace discern;
using namespace discern::testing;

namespace {

struct Size {
    const char* name;
    float width, height, ratio;
    bool touch;
};
constexpr Size sizes[] = {{"1440x900", 1440, 900, 1, false}, {"1024x768", 1024, 768, 1, false}, {"390x844", 390, 844, 2, true}};

struct Scene {
    const char* name;
    std::function<void(Page&)> reach;
    bool welcome = false;
    std::function<void(HeadlessOptions&)> prepare = {};
};

void forced(HeadlessOptions& options) {
    options.preferences.forced_colors = true;
    options.preferences.system_colors = {.canvas = 0x000000, .text = 0xffffff, .link = 0xffff00, .highlight = 0x1aebff, .on_highlight = 0x000000, .gray = 0x3ff23f, .button = 0x000000, .button_line = 0xffffff};
}
void set(Page& page, const char* choice) {
    page->press(Role::Button, "Settings");
    page->settle();
    page->press(Role::Radio, choice);
    page->settle();
    page->key("Escape");
    page->settle();
}

void to_plan(Page& page) {
    page->press(Role::Button, "Sent & plan, 4 open");
    page->press(Role::Button, "Plan");
    page->settle();
}

const Scene scenes[] = {
    {"welcome", [](Page&) {}, true},
    {"received", [](Page&) {}},
    {"receipt", [](Page& page) { page->key("Enter"); }},
    {"evidence", [](Page& page) { page->key("Enter"); page->key("j"); page->key("e"); }},
    {"scam", [](Page& page) { page->key("Enter"); for (int i = 0; i < 5; ++i) page->key("j"); }},
    {"desk", [](Page& page) { page->key("Enter"); page->key("j"); page->key("d"); page->key("1"); }},
    {"desk_claims", [](Page& page) { page->key("Enter"); page->key("j"); page->key("d"); page->settle(); page->type_into("Your note", "Hi Tariq, we met in Lisbon and I love what you are doing. Can we hop on a quick call to see how we can help you? My site: halden.example", false); page->key("Escape"); }},
    {"decided", [](Page& page) { page->key("1"); page->key("3"); page->advance(0.3); }},
    {"goals", [](Page& page) { page->press(Role::Button, "Goals"); page->set_number("Be seen as an expert", 5); page->set_number("Reach recruiters for my search", 0); page->set_number("Win a board or volunteer role", 5); }},
    {"factors", [](Page& page) { page->press(Role::Button, "Goals"); page->settle(); page->press(Role::Button, "What weighs more: show"); page->settle(); page->press(Role::Radio, "I put them in order"); page->settle(); }},
    {"journal", [](Page& page) { page->key("1"); page->key("3"); page->key("4"); page->advance(7); page->press(Role::Button, "Journal"); }},
    {"reasons", [](Page& page) { page->key("1"); page->key("r"); page->settle(); page->type_into("Why?", "Worked with her in Oslo"); page->key("3"); page->key("4"); page->key("r"); page->settle(); page->type_into("Why?", "Asks for money"); page->advance(7); page->press(Role::Button, "Journal"); }},
    {"german", [](Page& page) { page->key("x"); page->key("x"); }, false, [](HeadlessOptions& options) { options.preferences.language = "de"; }},
    {"spanish", [](Page&) {}, false, [](HeadlessOptions& options) { options.preferences.language = "es"; }},
    {"einstellungen", [](Page& page) { page->press(Role::Button, "Einstellungen"); }, false, [](HeadlessOptions& options) { options.preferences.language = "de"; }},
    {"ajustes", [](Page& page) { page->press(Role::Button, "Ajustes"); }, false, [](HeadlessOptions& options) { options.preferences.language = "es"; }},
    {"forced", [](Page&) {}, false, forced},
    {"sharp", [](Page&) {}, false, [](HeadlessOptions& options) { options.preferences.more_contrast = true; }},
    {"double", [](Page& page) { set(page, "200 %"); }},
    {"compact", [](Page& page) { set(page, "Compact"); }},
    {"lost", [](Page& page) { page->storage_full = true; page->key("1"); page->advance(1); page->key("Escape"); page->advance(0.2); }},
    {"empty", [](Page& page) { page->press(Role::Button, "Journal"); }},
    {"why", [](Page& page) { page->key("1"); page->key("r"); page->settle(); page->type_into("Why?", "Worked with her in Oslo"); page->key("3"); page->key("r"); page->settle(); }},
    {"ticked", [](Page& page) { page->key("x"); page->key("x"); page->key("Shift+J"); page->key("Shift+J"); }},
    {"options", [](Page& page) { page->press(Role::Button, "Sort and group"); }},
    {"kinds", [](Page& page) { page->key("g"); page->advance(0.3); }},
    {"snooze", [](Page& page) { page->key("h"); page->settle(); }},
    {"snoozed", [](Page& page) { page->key("h"); page->settle(); page->key("2"); page->key("h"); page->settle(); page->key("4"); page->advance(7); page->key("Shift+Tab"); page->settle(); }},
    {"search", [](Page& page) { page->key("/"); page->settle(); page->type_into("Filter invitations", "flag:", false); page->settle(); }},
    {"nothing", [](Page& page) { page->type_into("Filter invitations", "nobody at all"); page->settle(); }},
    {"sheet", [](Page& page) { page->key("1"); page->key("3"); page->key("4"); page->key("Shift+E"); page->settle(); }},
    {"licences", [](Page& page) { page->press(Role::Button, "Settings"); page->settle(); page->press(Role::Button, "Show: Keys"); page->press(Role::Button, "Close"); page->key("Ctrl+K"); page->settle(); page->type_into("Do anything", "licences"); page->settle(); }},
    {"people", [](Page& page) { page->key("Ctrl+K"); page->settle(); page->type_into("Do anything", "in", false); page->settle(); }},
    {"settings", [](Page& page) { page->press(Role::Button, "Settings"); }},
    {"keys", [](Page& page) { page->key("?"); }},
    {"palette", [](Page& page) { page->key("Ctrl+K"); }},
    {"first-verdicts", [](Page& page) { page->hold_answers = true; page->drop(archive_with_many_messages()); page->settle(); }},
    {"import-summary", [](Page& page) { page->drop(archive_with_questions()); page->settle(); page->key("Escape"); page->drop(archive_some_days_later()); page->settle(); }},
    {"same-person", [](Page& page) { page->drop(archive_with_questions()); page->settle(); page->key("Escape"); page->press(Role::Button, "4 questions: same person?"); page->key("j"); }},
    {"same-joins", [](Page& page) { page->drop(archive_with_questions()); page->settle(); page->key("Escape"); page->press(Role::Button, "4 questions: same person?"); page->press(Role::Button, "Joined, 1"); }},
    {"same-banner", [](Page& page) { page->drop(archive_with_questions()); page->settle(); page->key("Escape"); }},
    {"understood", [](Page& page) { page->drop(archive_with_questions()); page->settle(); page->key("Escape"); page->paste(std::string(copied_page())); page->settle(); }},
    {"archive", [](Page& page) { page->press(Role::Button, "Settings"); page->press(Role::Button, "Show how"); }},
    {"planlist", [](Page& page) { to_plan(page); }},
    {"planreceipt", [](Page& page) { to_plan(page); page->key("j"); page->key("Enter"); }},
    {"entry", [](Page& page) { to_plan(page); page->key("n"); page->type_into("Name", "Odalys Brandt-Ferro"); page->type_into("Headline", "Interviews for Halden Energy"); page->press(Role::Checkbox, "Interviewed me"); page->press(Role::Checkbox, "A decision is open"); page->press(Role::Checkbox, "Within two weeks"); }},
    {"entrysearch", [](Page& page) { to_plan(page); page->key("n"); page->type_into("Find a fact", "met", false); }},
    {"entryedit", [](Page& page) { page->key("t"); }},
    {"compare", [](Page& page) { page->press(Role::Button, "Goals"); page->press(Role::Button, "Compare lenses"); }},
    {"numbers", [](Page& page) { page->key("Enter"); page->key("b"); }},
    {"threeaccept", [](Page& page) { page->key("Enter"); }},
    {"threeask", [](Page& page) { for (int i = 0; i < 6; ++i) page->key("j"); page->key("Enter"); }},
    {"threereport", [](Page& page) { for (int i = 0; i < 5; ++i) page->key("j"); page->key("Enter"); }},
};

}  // namespace

int main(int count, char** words) {
    if (count < 2) return std::fprintf(stderr, "app_pictures FOLDER [name part]\n"), 2;
    const std::string folder = words[1], part = count > 2 ? words[2] : "";
    for (const Scene& scene : scenes)
        for (const Size& size : sizes)
            for (const Theme theme : {Theme::Dark, Theme::Light}) {
                const std::string name = std::string(scene.name) + "-" + (theme == Theme::Dark ? "dark" : "light") + "-" + size.name;
                if (name.find(part) == std::string::npos) continue;
                HeadlessOptions options;
                options.width = size.width * size.ratio;
                options.height = size.height * size.ratio;
                options.pixel_ratio = size.ratio;
                options.preferences.theme = theme;
                options.preferences.coarse_pointer = size.touch;
                if (scene.prepare) scene.prepare(options);
                Page page = open_page(options, document_with_plans(), scene.welcome);
                scene.reach(page);
                page->frames(3);
                if (!write_png(picture_of_frame(), folder + "/" + name + ".png")) return 1;
                std::printf("%s\n", name.c_str());
            }
    return 0;
}
