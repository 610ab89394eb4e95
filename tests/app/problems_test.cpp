// What the rooms below report is said in every language: each sentence of theirs stands in assets/strings.
#include "app/problem_words.hpp"
#include "archive/zip.hpp"
#include "base/numbers.hpp"
#include "intake/archive_import.hpp"
#include "knowledge/knowledge.hpp"
#include "platform/headless.hpp"
#include "workspace/save_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

namespace discern {
namespace {

struct NoApp : App {
    void start(Platform&) override {}
    double frame() override { return -1; }
};

struct German {
    StringTable words = read_embedded_strings("de").value();
    Headless platform{std::make_unique<NoApp>()};
    Language language;
    Strings strings{words, &language, &embedded_strings()};
    German() { language.use("de", platform); }
    ~German() { set_number_style({}); }
};

std::string text_of(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

// The literals of a source that are whole sentences, adjacent ones put together.
std::vector<std::string> sentences_of(std::string source, const std::regex& literals) {
    std::vector<std::string> sentences;
    source = std::regex_replace(source, std::regex("//[^\n]*|'\"'|\"\"|throw new Error\\([^)]*\\)"), " ");
    for (std::sregex_iterator found(source.begin(), source.end(), literals), end; found != end; ++found) {
        std::string sentence = std::regex_replace(found->str(), std::regex("\"\\s*\""), "");
        if (sentence.size() < 2) continue;
        sentence = sentence.substr(1, sentence.size() - 2);
        // "Saved by ", "Pasted page": pieces of sentences, and names.
        if (!std::regex_match(sentence, std::regex("[A-Z][^\\\\{$]* [^\\\\{$]*\\."))) continue;
        sentences.push_back(std::move(sentence));
    }
    return sentences;
}

bool is_told(const std::string& sentence) {
    for (const auto& entry : embedded_strings().entries())
        if (entry.key.starts_with("problem.") && entry.text == sentence) return true;
    return false;
}

TEST(ProblemWords, know_every_sentence_of_the_rooms_and_of_the_page) {
    const std::filesystem::path top = DISCERN_SOURCE_DIR;
    std::size_t known = 0;
    const std::regex in_cpp("\"(?:[^\"\\\\\\n]|\\\\.)*\"(?:\\s*\"(?:[^\"\\\\\\n]|\\\\.)*\")*"), in_js("'[^'\\n]*'");
    for (const char* room : {"src/archive", "src/intake", "src/workspace", "web/host"})
        for (const auto& file : std::filesystem::directory_iterator(top / room)) {
            // Faults of the sample are for those who build Discern; cover.js holds its own three languages.
            if (file.path().filename() == "sample.cpp" || file.path().filename() == "cover.js") continue;
            for (const std::string& sentence : sentences_of(text_of(file.path()), file.path().extension() == ".js" ? in_js : in_cpp)) {
                EXPECT_TRUE(is_told(sentence)) << file.path().filename() << ": " << sentence;
                ++known;
            }
        }
    EXPECT_GT(known, 60u);
}

TEST(ProblemWords, say_a_plain_sentence_in_the_language_of_the_page) {
    const German german;
    const auto directory = read_zip_directory("no zip at all", "photo.zip");
    ASSERT_FALSE(directory.has_value());
    EXPECT_EQ(problem_words(directory.error().what, german.strings), "Das ist keine ZIP-Datei.");
    EXPECT_NE(problem_words(directory.error().mend, german.strings), directory.error().mend);
}

TEST(ProblemWords, write_numbers_and_days_as_the_language_does) {
    const German german;
    EXPECT_EQ(problem_words("The files would unpack to more than 2,048 MB.", german.strings), "Entpackt w\xc3\xa4ren die Dateien gr\xc3\xb6\xc3\x9f" "er als 2.048 MB.");
    const std::string older = problem_words("This archive is older than the one that is open (2026-01-02, open: 2026-03-04).", german.strings);
    EXPECT_NE(older.find("2. Jan. 2026"), std::string::npos) << older;
    EXPECT_EQ(older.find("2026-"), std::string::npos) << older;
}

TEST(ProblemWords, say_the_fault_within_a_sentence_too) {
    const German german;
    const auto document = document_from_save_file("{\"format\": \"discern\", \"version\"", "mine.discern.json");
    ASSERT_FALSE(document.has_value());
    const std::string what = problem_words(document.error().what, german.strings);
    EXPECT_TRUE(what.starts_with("Sie ist besch\xc3\xa4" "digt: sie bricht ab")) << what;
    EXPECT_EQ(problem_sentence({"It is empty.", {"Invitations.csv", 12}, ""}, german.strings), "Invitations.csv, Zeile 12: Die Zeile ist leer.");
}

TEST(ProblemWords, leave_a_sentence_that_nobody_translated_as_it_is) {
    const German german;
    EXPECT_EQ(problem_words("Something else.", german.strings), "Something else.");
    EXPECT_EQ(problem_words("", german.strings), "");
}

TEST(ProblemWords, are_in_english_what_was_reported) {
    const Strings english(embedded_strings());
    for (const char* sentence : {"The ZIP file holds more than 10,000 files; LinkedIn's holds about 50.", "It is damaged: a part is missing.", "photo.png could not be read."})
        EXPECT_EQ(problem_words(sentence, english), sentence);
}

}  // namespace
}  // namespace discern
