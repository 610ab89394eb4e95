#include "knowledge/drafts_reader.hpp"

#include "knowledge/json_reader.hpp"

namespace discern {

Result<std::vector<DraftTemplate>> read_draft_templates(const AssetReader& read) {
    std::vector<DraftTemplate> templates;
    for (const std::string path : {"assets/drafts/en.json", "assets/drafts/es.json", "assets/drafts/fr.json", "assets/drafts/de.json",
                                   "assets/drafts/pt.json"}) {
        JsonFile file(path, read(path));
        const auto language = file.text(file.root(), "language");
        if (language.empty()) file.complain("The drafts have no language.");
        const auto before = templates.size();
        for (const auto& entry : file.list(file.root(), "drafts")) {
            file.allow_only(entry, {"key", "use", "tone", "needs", "text"}, "a draft");
            DraftTemplate draft;
            draft.key = file.text(entry, "key");
            draft.language = language;
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
        if (templates.size() == before) file.complain("There are no drafts.");
        if (file.problem()) return std::unexpected(*file.problem());
    }
    return templates;
}

const std::vector<DraftTemplate>& embedded_draft_templates() {
    static const std::vector<DraftTemplate> drafts = read_draft_templates(embedded_asset).value_or(std::vector<DraftTemplate>());
    return drafts;
}

}  // namespace discern
