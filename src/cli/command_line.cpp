#include "cli/command_line.hpp"

#include "cli/arguments.hpp"
#include "cli/files.hpp"
#include "cli/import_words.hpp"

#include <array>

namespace discern {
namespace {

constexpr std::string_view help =
    R"(discern: which LinkedIn invitations to accept, and why. Nothing leaves this machine.

  discern import FILE... [--json] [--matches OUT]
      Reads a LinkedIn data archive (ZIP, folder, or its CSV files) and says what was understood.
      --json          one line of JSON instead of words
      --matches OUT   writes to OUT, for each row of Invitations.csv, which connection it belongs to
  discern help
)";

CommandAnswer refused(const Problem& problem, int exit_code = 1) {
    return {.exit_code = exit_code, .out = "", .err = sentence_from(problem) + "\n"};
}

// The archive that `paths` name together: a ZIP, CSV files, or folders of them.
Result<ArchiveImport> import_paths(const std::vector<std::string>& paths) {
    const auto expanded = expanded_paths(paths);
    if (!expanded) return std::unexpected(expanded.error());
    std::vector<ReadFile> files;
    for (const std::string& path : *expanded) {
        auto file = read_whole_file(path);
        if (!file) return std::unexpected(std::move(file.error()));
        files.push_back(std::move(*file));
    }
    std::vector<InputFile> input;
    for (const ReadFile& file : files) input.push_back({file.name, file.bytes});
    return import_archive(input);
}

CommandAnswer import_command(std::span<const std::string> words) {
    static constexpr auto rules = std::to_array<OptionRule>({{"--json", false}, {"--matches", true}});
    const auto arguments = Arguments::parse(words, rules);
    if (!arguments) return refused(arguments.error(), 2);
    if (arguments->plain().empty())
        return refused({"No file is named.", {}, "Name the ZIP that LinkedIn sent you: discern import FILE."}, 2);

    const auto imported = import_paths(arguments->plain());
    if (!imported) return refused(imported.error());
    CommandAnswer answer;
    for (const Problem& warning : imported->report.warnings) answer.err += sentence_from(warning) + "\n";
    answer.out = arguments->has("--json") ? json_from(imported->report) : summary_from(imported->report);
    if (const auto out = arguments->value_of("--matches"))
        if (const auto written = write_whole_file(*out, match_lines_from(imported->invitation_matches)); !written)
            return refused(written.error());
    return answer;
}

}  // namespace

CommandAnswer run_command_line(const std::vector<std::string>& arguments, Day) {
    if (arguments.empty()) return {.exit_code = 2, .out = "", .err = std::string(help)};
    const std::string& command = arguments.front();
    const auto rest = std::span(arguments).subspan(1);
    if (command == "help" || command == "--help" || command == "-h") return {.exit_code = 0, .out = std::string(help), .err = ""};
    if (command == "import") return import_command(rest);
    return refused({"There is no command " + command + ".", {}, "See discern help."}, 2);
}

}  // namespace discern
