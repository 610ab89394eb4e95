#include "platform/run_table.hpp"

namespace discern {
namespace {

constexpr std::size_t all_places = RunTable::last_code_point - RunTable::first_code_point + 1;
constexpr std::uint64_t quiet_frames = 240;  // a place is not taken sooner while another search may still find one

std::string key_of(std::string_view text, bool right_to_left) {
    std::string key(1, right_to_left ? 'r' : 'l');
    return key.append(text);
}

}  // namespace

char32_t RunTable::place(std::string_view text, bool right_to_left) {
    std::string key = key_of(text, right_to_left);
    if (const auto known = places_.find(key); known != places_.end()) {
        runs_[known->second - first_code_point].drawn_in = frame_;
        return known->second;
    }
    const std::size_t index = free_place();
    if (index == all_places) return 0xFFFD;
    const auto code_point = static_cast<char32_t>(first_code_point + index);
    Run& run = runs_[index];
    if (!run.text.empty()) {
        places_.erase(key_of(run.text, run.right_to_left));
        if (forget_) forget_(code_point);
    }
    run = {.text = std::string(text), .right_to_left = right_to_left, .drawn_in = frame_, .generation = run.generation + 1};
    places_.emplace(std::move(key), code_point);
    return code_point;
}

std::size_t RunTable::free_place() {
    if (runs_.size() < all_places) {
        runs_.emplace_back();
        return runs_.size() - 1;
    }
    // One round of the clock for places long unseen, a second one for any that is not in use.
    for (const std::uint64_t quiet : {quiet_frames, std::uint64_t{2}}) {
        for (std::size_t step = 0; step < all_places; ++step) {
            hand_ = (hand_ + 1) % all_places;
            if (runs_[hand_].drawn_in + quiet <= frame_) return hand_;
        }
    }
    return all_places;
}

const RunTable::Run* RunTable::run(char32_t code_point) const {
    if (!is_run(code_point) || code_point - first_code_point >= runs_.size()) return nullptr;
    return &runs_[code_point - first_code_point];
}

bool RunTable::keep(char32_t code_point, std::uint32_t generation) {
    if (!is_run(code_point) || code_point - first_code_point >= runs_.size()) return false;
    Run& run = runs_[code_point - first_code_point];
    if (run.generation != generation) return false;
    run.drawn_in = frame_;
    return true;
}

}  // namespace discern
