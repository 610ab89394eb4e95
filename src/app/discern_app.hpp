// The application of the page: holds the workspace and the state of the views, draws a frame, and carries out what the
// person chose. Everything that reaches the browser goes through the platform.
#pragma once

#include "app/app_state.hpp"
#include "app/keeper.hpp"
#include "platform/app.hpp"
#include "workspace/import_job.hpp"
#include "workspace/workspace.hpp"

#include <functional>
#include <optional>
#include <span>

namespace discern {

// The archive that is being read, as far as it has come.
struct ArrivingArchive {
    SnapshotReading reading;
    bool whole = false;             // nothing more will come
    std::optional<Workspace> next;  // merged, and being judged
    ReceivedState list;             // of it, once it is judged
};

class DiscernApp final : public App {
public:
    // `sample` makes the document of a first visit, with its days counted back from now.
    struct Parts {
        Workspace workspace;
        std::function<Document(Instant)> sample;
        const StringTable& strings;  // English: complete
        // The words of another language; what it lacks stays English.
        std::function<Result<StringTable>(std::string_view language)> words_of = {};
    };
    explicit DiscernApp(Parts parts);

    void start(Platform& platform) override;
    double frame() override;
    bool work() override;

    [[nodiscard]] const Workspace& workspace() const { return workspace_; }
    [[nodiscard]] const AppState& state() const { return state_; }
    [[nodiscard]] std::span<const Pressable> pressables() const { return pressables_; }  // of the last frame

private:
    // ---- a frame ----
    Ui begin_frame(Inbox& inbox);
    void take_keys(Ui& ui);
    void take_inbox(Inbox& inbox);
    void carry_out(Ui& ui, ShellChoices& shell);
    void update_title();
    void speak();        // the language that is set, or the browser's
    void keep_address();  // on a phone an open receipt is a step of its own for Back

    // ---- deeds (discern_deeds.cpp) ----
    void perform(Deed deed);
    void decide(Action action);
    void snooze(const SnoozePick& pick);
    void open_snooze();
    void give_reason(std::vector<InvitationId> targets);
    void tick_and_move(bool down);
    void use_hint(Deed deed);
    void save_work_sheet();
    [[nodiscard]] std::string printed_sheet();
    void answer(Deed deed);
    void take_back();
    void undo(bool again);
    void back();
    void go(View view);
    void show_invitation(InvitationId invitation);
    bool apply(const Command& command);
    void toast(std::string text, bool can_undo);
    void announce_selected();
    [[nodiscard]] ReceiptState& shown_receipt();  // of the list that is in sight, or was last
    [[nodiscard]] std::optional<ListedInvitation> shown_invitation();
    void open_dialog(Dialog dialog);
    void close_dialog();

    // ---- Sent & plan (discern_plan.cpp) ----
    bool perform_in_plan(Deed deed);  // false: the deed is nothing of this view's own
    bool back_in_plan();
    void settle_plan(std::optional<Action> action);  // decided; without an action put off
    void remove_entry();
    void show_planned(InvitationId invitation);
    bool select_planned(InvitationId invitation);

    // ---- entries by hand (discern_plan.cpp) ----
    void open_entry(Direction direction);
    void open_entry_of_shown();
    void judge_entry();
    void carry_out_entry(const EntryChoices& choices);
    void save_entry();
    bool entry_begins_ = false;  // it was opened from the welcome card

    // ---- note desk (desk_deeds.cpp) ----
    void open_desk(const DeskRequest& request);
    void open_desk_for_shown();
    void take_desk_keys();
    void leave_desk();
    void carry_out_desk();

    // ---- documents in and out (discern_documents.cpp) ----
    void load_stored();
    void take_stored(Result<std::vector<NamedBytes>> answer);
    void replace_document(Document document, bool keep);
    void show_document(bool keep, ReceivedState list = {});  // another one is in the workspace, perhaps with its list
    void use_sample();
    void show_sample_beside_storage();  // what is stored could not be read and stays as it is
    void take_files(std::vector<NamedBytes> files);
    void open_save_file(const NamedBytes& file);
    void take_paste(std::string_view text, std::string_view html);
    void show_understood(std::span<const SeenPerson> seen, std::string source);
    void take_in();
    void save_to_file();
    void erase_everything();
    void trouble(Problem problem);
    void keep_settings();
    void tell_what_woke();
    [[nodiscard]] Day today();

    // ---- archives (discern_import.cpp) ----
    void start_import(std::vector<NamedBytes> files);
    void take_import(const Platform::JobUpdate& update);
    void take_first_look(std::span<const std::uint8_t> bytes);
    bool judge_first_look();  // a step; true while more is left
    bool judge_arrived();     // likewise
    bool ready_next_row(const Workspace& workspace, std::span<const std::uint32_t> rows, std::size_t in_sight);  // likewise
    void merge_arrived();
    void finish_import();
    void tell_import();
    void end_import();
    void give_up_import(const Problem& problem);
    void cancel_import();

    Platform* platform_ = nullptr;
    const StringTable& english_;
    std::function<Result<StringTable>(std::string_view)> words_of_;
    StringTable words_;
    Language language_;
    std::string browser_language_;
    Strings strings_;
    Workspace workspace_;
    std::function<Document(Instant)> sample_;
    AppState state_;
    RoundShapes round_shapes_;
    Look look_;
    Keeper keeper_;
    StoredSettings settings_;
    std::optional<ArrivingArchive> arriving_;
    std::size_t rows_ready_ = 0;  // of those that the next list begins with: their letters are there
    std::optional<PersonBook> understood_book_;  // with what was pasted, waits for the user's yes
    std::optional<Document> waiting_document_;  // opened from a file, waits for the user's yes
    bool summary_due_ = false;  // of an import that is in
    bool loaded_ = false, reveal_ = false, keyboard_last_ = false, leaving_ = false;
    StoreState loaded_as_ = StoreState::Opening;  // what this tab was to storage then
    UiId focused_ = 0;
    std::vector<Pressable> pressables_;
    double next_tick_ = -1;
    std::string title_, address_;
    std::optional<std::uint32_t> open_count_;
};

}  // namespace discern
