#include "knowledge/drafts_reader.hpp"

#include "knowledge/json_reader.hpp"

namespace discern {

Result<std::vector<DraftTemplate>> read_draft_templates(const AssetReader& read) {
    const std::string path = "assets/drafts.json";
    JsonFile file(path, read(path));
    std::vector<DraftTemplate> templates;
    for (const auto& entry : file.list(file.root(), "drafts")) {
        file.allow_only(entry, {"key", "use", "tone", "needs", "text"}, "a draft");
        DraftTemplate draft;
        draft.key = file.text(entry, "key");
        draft.text = file.text(entry, "text");
        const auto use = file.text(entry, "use");
        const auto tone = file.text(entry, "tone");
        if (use != "invite" && use != "ask_first" && use != "decline") file.complain("A draft has an unknown use.");
        if (tone != "plain" && tone != "warm" && tone != "formal") file.complain("A draft has an unknown tone.");
        draft.use = use == "ask_first" ? DraftUse::AskFirst : use == "decline" ? DraftUse::Decline : DraftUse::Invite;
        draft.tone = tone == "warm" ? DraftTone::Warm : tone == "formal" ? DraftTone::Formal : DraftTone::Plain;
        for (const auto& need : file.list(entry, "needs")) {
            if (need.is_string()) draft.needs.push_back(need.get<std::string>());
        }
        if (draft.key.empty() || draft.text.empty()) file.complain("A draft has no key or no text.");
        templates.push_back(std::move(draft));
    }
    if (templates.empty()) file.complain("There are no drafts.");
    if (file.problem()) return std::unexpected(*file.problem());
    return templates;
}

}  // namespace discern
