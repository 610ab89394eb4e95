#include "knowledge/limits_reader.hpp"

#include "knowledge/json_reader.hpp"

namespace discern {

Result<SiteLimits> read_site_limits(const AssetReader& read) {
    const std::string path = "assets/limits.json";
    JsonFile file(path, read(path));
    SiteLimits limits;
    std::array<bool, limit_count> seen{};
    for (const auto& entry : file.list(file.root(), "limits")) {
        file.allow_only(entry, {"key", "value", "source", "dated", "sure"}, "a limit");
        const auto key = limit_key_from_name(file.text(entry, "key"));
        const auto dated = day_from_iso(file.text(entry, "dated"));
        const auto sure = file.text(entry, "sure");
        const auto value = file.number(entry, "value", 0);
        if (!key) file.complain("A limit has an unknown key.");
        if (!dated) file.complain("A limit has no date.");
        if (sure != "high" && sure != "medium" && sure != "low") file.complain("A limit does not say how sure it is.");
        if (value < 1 || value > 1e9) file.complain("A limit has no value.");
        if (!key || !dated) continue;
        auto& limit = limits.limits[static_cast<std::size_t>(*key)];
        limit.value = value < 1 || value > 1e9 ? 0 : static_cast<std::uint32_t>(value);
        limit.source = file.text(entry, "source");
        limit.dated = *dated;
        limit.sure = sure == "high" ? Sureness::High : sure == "medium" ? Sureness::Medium : Sureness::Low;
        seen[static_cast<std::size_t>(*key)] = true;
    }
    for (const bool present : seen) {
        if (!present) file.complain("A limit is missing.");
    }
    if (file.problem()) return std::unexpected(*file.problem());
    return limits;
}

const SiteLimits& embedded_site_limits() {
    static const Result<SiteLimits> limits = read_site_limits(embedded_asset);
    static const SiteLimits none;
    return limits ? *limits : none;
}

}  // namespace discern
