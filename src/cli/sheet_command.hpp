// `discern sheet`: the work sheet of a saved document, in one of its forms.
#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "workspace/document.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace discern {

enum class SheetFormat : std::uint8_t { Csv, Markdown, Html, Calendar };
[[nodiscard]] std::optional<SheetFormat> sheet_format_from_name(std::string_view name);  // csv, md, html, ics

[[nodiscard]] Result<std::string> sheet_of(Document document, SheetFormat format, bool with_proposals, Day today);

}  // namespace discern
