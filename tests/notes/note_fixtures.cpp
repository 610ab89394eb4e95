#include "tests/notes/note_fixtures.hpp"

#include "knowledge/note_lexicon_reader.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>
#include <map>

namespace discern {

namespace {

std::string text_of_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

NoteLexicon read_test_lexicon() {
    static std::map<std::string, std::string, std::less<>> kept;
    auto read = read_note_lexicon([&](std::string_view path) -> std::string_view {
        auto& text = kept[std::string(path)];
        if (text.empty()) text = text_of_file(std::string(DISCERN_SOURCE_DIR "/") + std::string(path));
        return text;
    });
    EXPECT_TRUE(read.has_value()) << (read ? "" : sentence_from(read.error()));
    return read ? *read : NoteLexicon::from_tables({});
}

const NoteLexicon& test_lexicon() {
    static const NoteLexicon lexicon = read_test_lexicon();
    return lexicon;
}

std::vector<LabelledNote> labelled_notes(const std::string& file) {
    std::vector<LabelledNote> notes;
    const auto json = nlohmann::json::parse(text_of_file(std::string(DISCERN_FIXTURES "/notes/") + file), nullptr, false);
    for (const auto& item : json) {
        LabelledNote note;
        note.id = item["id"].get<std::string>();
        note.text = item["text"].get<std::string>();
        note.language = item["language"].get<std::string>();
        note.label = item["label"].get<std::string>();
        note.is_unsafe = item["unsafe"].get<bool>();
        note.is_hard_negative = item["hard_negative"].get<bool>();
        note.is_disguised = item["obfuscated"].get<bool>();
        if (item["good_note"].is_boolean()) note.good_note = item["good_note"].get<bool>();
        notes.push_back(std::move(note));
    }
    return notes;
}

}  // namespace discern
