#include "workspace/judged_rows.hpp"

#include <algorithm>

namespace discern {

Outline JudgedRows::outline_from(const Verdict& verdict) {
    Outline outline;
    outline.action = outline.flips_to = verdict.action;
    outline.confidence = verdict.confidence;
    outline.worth = verdict.worth;
    outline.scam_chance = verdict.scam_chance;
    outline.already_connected = verdict.already_connected;
    std::ranges::transform(verdict.purpose_fit, outline.purpose_fit.begin(),
                           [](double fit) { return static_cast<float>(fit); });
    if (verdict.flip) {
        outline.flips_to = verdict.flip->becomes;
        outline.flips_by = verdict.flip->criterion;
    }
    if (verdict.ask) {
        outline.ask = verdict.ask->criterion;
        outline.ask_value = verdict.ask->value;
    }
    for (const Flag& flag : verdict.flags) {
        auto code = std::ranges::find(flag_codes_, flag.code);
        if (code == flag_codes_.end()) {
            if (flag_codes_.size() == flag_capacity) continue;
            code = flag_codes_.insert(flag_codes_.end(), flag.code);
        }
        outline.flags.set(static_cast<std::size_t>(code - flag_codes_.begin()));
        outline.warned = outline.warned || !flag.harmless;
    }
    return outline;
}

void JudgedRows::judge(const PersonBook& book, std::vector<std::uint32_t> which, const Goals& goals, Day today,
                       std::uint64_t facts) {
    which_ = std::move(which);
    verdicts_.clear();
    verdicts_.resize(which_.size());
    if (judge_) {
        const auto outlines = judge_->outlines(book, which_, goals, today, facts);
        outlines_.assign(outlines.begin(), outlines.end());
        return;
    }
    auto made = judge_all_ ? judge_all_(book, which_, goals, today) : std::vector<Verdict>();
    made.resize(which_.size());
    outlines_.clear();
    for (std::size_t row = 0; row < made.size(); ++row) {
        outlines_.push_back(outline_from(made[row]));
        verdicts_[row] = std::make_unique<Verdict>(std::move(made[row]));
    }
}

const Verdict& JudgedRows::verdict(const PersonBook& book, std::uint32_t row) {
    auto& verdict = verdicts_[row];
    if (!verdict) verdict = std::make_unique<Verdict>(judge_->verdict(book, book.invitations[which_[row]]));
    return *verdict;
}

}  // namespace discern
