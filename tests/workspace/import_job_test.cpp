#include "workspace/import_job.hpp"

#include "tests/workspace/world.hpp"

#include <gtest/gtest.h>

using namespace discern;
using namespace discern::testing;

namespace {

ImportSnapshot snapshot() {
    ImportSnapshot snapshot;
    snapshot.book = World().document.book;
    snapshot.report.connections = 3;
    snapshot.report.connections_hidden = 1;
    snapshot.report.invitations_incoming = 1ULL << 40;
    snapshot.report.skipped = {{"Invitations.csv", 12, "The date cannot be read."}};
    snapshot.report.skipped_total = 1;
    snapshot.report.files = {{"Connections.csv", "connections", 3, 0}};
    snapshot.report.warnings = {{"Not used.", {"Ads.csv", 0}, "Nothing to do."}};
    return snapshot;
}

}  // namespace

TEST(ImportSnapshot, arrives_on_the_page_as_it_left_the_worker) {
    const auto arrived = import_snapshot_from(bytes_from(snapshot()));
    ASSERT_TRUE(arrived.has_value());
    EXPECT_NE(arrived->book.archive_sum, 0U) << "the page knows the same archive again by it";
    ImportSnapshot expected = snapshot();
    expected.book.archive_sum = arrived->book.archive_sum;
    EXPECT_TRUE(*arrived == expected);
}

TEST(ImportSnapshot, brings_what_the_worker_read_of_the_notes) {
    ImportSnapshot read = snapshot();
    NoteReading reading{.kind = "sales_pitch", .certainty = 0.75, .is_unsafe = true, .facts = {}, .signs = {{"pitch", "a quick call"}}};
    reading.facts.push_back({.code = FactCode::copied_across_many, .quote = "a quick call", .source = {1, 2}});
    read.book.invitations[0].reading = reading;
    const auto arrived = import_snapshot_from(bytes_from(read));
    ASSERT_TRUE(arrived.has_value());
    EXPECT_EQ(arrived->book.invitations[0].reading, reading);
    EXPECT_FALSE(arrived->book.invitations[1].reading);
}

TEST(ImportSnapshot, is_refused_when_a_byte_is_missing_or_another) {
    auto bytes = bytes_from(snapshot());
    bytes.pop_back();
    EXPECT_FALSE(import_snapshot_from(bytes).has_value());
    bytes = bytes_from(snapshot());
    bytes.back() ^= 1;
    const auto refused = import_snapshot_from(bytes);
    ASSERT_FALSE(refused.has_value());
    EXPECT_FALSE(refused.error().mend.empty());
}

TEST(RunImportJob, hands_the_problem_of_the_import_through) {
    const InputFile file{"photo.png", "\x89PNG"};
    const auto answer = run_import_job(std::span(&file, 1), {});
    ASSERT_FALSE(answer.has_value());
    EXPECT_EQ(answer.error().where.file, "photo.png");
}
