#include "base/result.hpp"

#include <gtest/gtest.h>

using namespace discern;

TEST(SentenceFrom, names_file_and_row_before_what_went_wrong_and_how_to_mend_it) {
    const Problem problem{"The date cannot be read.", {"Invitations.csv", 12}, "Export the archive again."};
    EXPECT_EQ(sentence_from(problem), "Invitations.csv, row 12: The date cannot be read. Export the archive again.");
}

TEST(SentenceFrom, leaves_out_the_parts_that_are_empty) {
    EXPECT_EQ(sentence_from({"It is not a ZIP file.", {"photo.png", 0}, ""}), "photo.png: It is not a ZIP file.");
    EXPECT_EQ(sentence_from({"Nothing was read.", {}, ""}), "Nothing was read.");
}
