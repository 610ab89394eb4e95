// What anything handed in may hold before Discern refuses it, in one place, each with its reason. All of it together
// bounds memory: at worst the drop itself, one ZIP within a ZIP, a row, and the people that the rows name. A real complete archive has
// about 41 files and 0.7 MB; the largest that LinkedIn's own limits allow is some hundred MB, nearly all of it
// messages.
#pragma once

#include <cstddef>
#include <cstdint>

namespace discern {

// Files in one ZIP. Members with many articles and numbered files have some hundred.
inline constexpr std::size_t zip_entries_at_most = 10'000;
// Unpacked size of one file, declared or actual. Text streams through, so this bounds time, not memory.
inline constexpr std::uint64_t zip_entry_bytes_at_most = 1'073'741'824;
// Unpacked size of everything that is read from one drop.
inline constexpr std::uint64_t drop_bytes_at_most = 2'147'483'648;
// Unpacked to packed size. Text packs 3 to 20 fold; files of up to `zip_ratio_from_bytes` may pack better.
inline constexpr std::uint64_t zip_ratio_at_most = 250;
inline constexpr std::uint64_t zip_ratio_from_bytes = 16'777'216;
// A ZIP within a ZIP is unpacked to memory, one level deep (browsers and mail programs double the packing).
inline constexpr std::uint64_t inner_zip_bytes_at_most = 268'435'456;
// One field of a CSV. LinkedIn's longest (an article, a message) stay under 150 KB.
inline constexpr std::size_t csv_field_bytes_at_most = 1'048'576;
// One row; beyond it a quotation mark that is never closed is assumed, and the row is read line by line.
inline constexpr std::size_t csv_row_bytes_at_most = 4'194'304;
inline constexpr std::size_t csv_columns_at_most = 512;
// Rows mended because of stray quotation marks; from then on each line is a row (mending reads some text twice).
inline constexpr std::size_t csv_mended_rows_at_most = 64;
// A pasted page. A profile with everything opened is under 1 MB of text and HTML; a browser hands over more without a pause.
inline constexpr std::size_t page_bytes_at_most = 8'388'608;
// An address book is read in one piece. 30,000 cards without photos are 10 MB, with small photos some 100 MB.
inline constexpr std::size_t contacts_bytes_at_most = 268'435'456;
// One value of a card: photos are far longer and of no use, notes are shorter.
inline constexpr std::size_t vcard_value_bytes_at_most = 65'536;
// The JSON of the portability API is parsed as a tree, which takes some five times its size.
inline constexpr std::size_t portability_bytes_at_most = 268'435'456;
// LinkedIn nests it four deep; parsers are recursive.
inline constexpr int portability_depth_at_most = 64;
// Of one message. LinkedIn allows groups of 50.
inline constexpr std::size_t message_recipients_at_most = 512;
// Pieces in which unpacked bytes are handed on: they fit a processor's cache and keep cancelling quick.
inline constexpr std::size_t piece_bytes = 262'144;

}  // namespace discern
