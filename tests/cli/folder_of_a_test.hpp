// A folder of one test of the command line; it goes away afterwards.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace discern::testing {

class WithFolder : public ::testing::Test {
protected:
    std::filesystem::path folder =
        std::filesystem::temp_directory_path() /
        (std::string("discern-cli-") + ::testing::UnitTest::GetInstance()->current_test_info()->name());

    void SetUp() override {
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
    }
    void TearDown() override { std::filesystem::remove_all(folder); }

    std::string path(const std::string& name) { return (folder / name).string(); }
    std::string put(const std::string& name, std::string_view text) {
        std::ofstream(folder / name, std::ios::binary) << text;
        return path(name);
    }
};

}  // namespace discern::testing
