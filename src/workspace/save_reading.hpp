// What notes show (NoteReading), for bytes between worker and page: what is stored leaves it out.
#pragma once

#include "workspace/save_fields.hpp"

namespace discern::save {

template <class V>
void fields(V& visit, Is<NoteSign> auto& value) {
    auto& [flag, quote] = value;
    visit("flag", flag);
    visit("quote", quote);
}

template <class V>
void fields(V& visit, Is<NoteReading> auto& value) {
    auto& [kind, certainty, is_unsafe, unsafe_chance, facts, signs] = value;
    visit("kind", kind);
    visit("certainty", certainty);
    visit("is_unsafe", is_unsafe);
    visit("unsafe_chance", unsafe_chance);
    visit("facts", facts);
    visit("signs", signs);
}

}  // namespace discern::save
