#include "app/deeds.hpp"

#include "base/string_table.hpp"
#include "judgement/verdict.hpp"
#include "knowledge/knowledge.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

namespace discern {
namespace {

std::string text_of(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

TEST(Words, exist_for_every_key_that_the_views_name) {
    const StringTable& table = embedded_strings();
    const std::regex asked(R"((?:text|counted)\(\"([a-z_]+(?:\.[a-z_0-9]+)+)\")");
    std::set<std::string> missing;
    std::size_t found = 0;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(DISCERN_SOURCE_DIR) + "/src/app")) {
        const std::string text = text_of(entry.path());
        for (std::sregex_iterator at(text.begin(), text.end(), asked), end; at != end; ++at, ++found) {
            const std::string key = (*at)[1];
            // A key that ends in a dot or underscore is completed at run time.
            if (text[static_cast<std::size_t>(at->position() + at->length())] != ' ' && !table.contains(key)) missing.insert(key);
        }
    }
    EXPECT_GT(found, 80u);
    EXPECT_TRUE(missing.empty()) << *missing.begin();
}

TEST(Words, exist_for_every_deed) {
    for (const DeedKey& entry : deed_keys()) EXPECT_TRUE(embedded_strings().contains(words_key(entry.deed))) << words_key(entry.deed);
    for (const Deed deed : palette_deeds()) EXPECT_TRUE(embedded_strings().contains(words_key(deed))) << words_key(deed);
}

TEST(Words, exist_for_every_purpose_and_every_question) {
    const StringTable& table = embedded_strings();
    for (std::size_t index = 0; index < purpose_count; ++index)
        for (const char* family : {"purpose.", "purpose.short.", "purpose.more."})
            EXPECT_TRUE(table.contains(std::string(family) + std::string(name_of(static_cast<Purpose>(index)))));
    for (std::size_t index = 0; index < criterion_count; ++index)
        EXPECT_TRUE(table.contains("factor.ask." + std::string(name_of(static_cast<Criterion>(index)))));
}

TEST(DeedKeys, give_no_key_two_meanings) {
    for (const View view : {View::Received, View::Plan, View::Goals}) {
        std::set<std::tuple<int, bool, bool>> seen;
        for (const DeedKey& entry : deed_keys())
            if (works_in(entry.scope, view)) EXPECT_TRUE(seen.insert({static_cast<int>(entry.key), entry.ctrl, entry.shift}).second) << entry.cap;
    }
}

}  // namespace
}  // namespace discern
