#include "cli/command_line.hpp"

#include "cli/arguments.hpp"
#include "cli/files.hpp"
#include "cli/import_words.hpp"
#include "cli/judge_command.hpp"
#include "cli/notes_command.hpp"
#include "cli/sheet_command.hpp"
#include "knowledge/note_lexicon_reader.hpp"
#include "workspace/save_file.hpp"

#include <array>

namespace discern {
namespace {

constexpr std::string_view help =
    R"(discern: which LinkedIn invitations to accept, and why. Nothing leaves this machine.

  discern import FILE... [--json] [--matches OUT]
      Reads a LinkedIn data archive (ZIP, folder, or its CSV files) and says what was understood.
      --json          one line of JSON instead of words
      --matches OUT   writes to OUT, for each row of Invitations.csv, which connection it belongs to
  discern judge ARCHIVE... --goals FILE [--today DAY]
      One line of JSON for each invitation that is still open: action, confidence, factors, what would flip it.
      ARCHIVE may also be a file that Discern saved; its own goals are used then unless --goals names others.
  discern judge --cases FILE [--withhold-note-codes] [--today DAY]
      The same for written-down cases. --withhold-note-codes reads notes anew instead of trusting ticked codes.
  discern sheet FILE [--format csv|md|html|ics] [--proposals] [--today DAY]
      The work sheet of a file that Discern saved: what was decided, to be carried out by hand; with --proposals also
      what Discern would do with the rest. As Markdown unless --format says otherwise.
  discern notes --messages FILE [--signs]
      What kind of note each text is, whether it is safe, and the words that say so.
  discern help

  DAY is a date such as 2026-03-14. Without it an archive is judged as of its own last day, cases as of today.
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

Result<Day> day_from(const Arguments& arguments, Day otherwise) {
    const auto text = arguments.value_of("--today");
    if (!text) return otherwise;
    const auto day = day_from_iso(*text);
    if (!day) return std::unexpected(Problem{"--today is not a day.", {}, "Write it as 2026-03-14."});
    return *day;
}

// One save file, or an archive.
Result<Document> document_from_paths(const std::vector<std::string>& paths) {
    if (paths.size() == 1) {
        const auto expanded = expanded_paths(paths);
        if (expanded && expanded->size() == 1) {
            const auto file = read_whole_file(expanded->front());
            if (!file) return std::unexpected(file.error());
            if (looks_like_save_file(file->bytes)) return document_from_save_file(file->bytes, file->name);
        }
    }
    auto imported = import_paths(paths);
    if (!imported) return std::unexpected(std::move(imported.error()));
    Document document;
    document.book = std::move(imported->book);
    return document;
}

CommandAnswer answer_from(Result<std::string> lines) {
    if (!lines) return refused(lines.error());
    return {.exit_code = 0, .out = std::move(*lines), .err = ""};
}

CommandAnswer judge_cases_command(const Arguments& arguments, const std::string& path, Day today) {
    if (!arguments.plain().empty() || arguments.has("--goals"))
        return refused({"Cases bring their own goals and people.", {}, "Name either --cases or an archive."}, 2);
    const auto file = read_whole_file(path);
    if (!file) return refused(file.error());
    auto lines = judge_case_file(file->bytes, arguments.has("--withhold-note-codes"), today);
    if (!lines && lines.error().where.file.empty()) lines.error().where.file = path;
    return answer_from(std::move(lines));
}

CommandAnswer judge_command(std::span<const std::string> words, Day clock_day) {
    static constexpr auto rules = std::to_array<OptionRule>(
        {{"--goals", true}, {"--cases", true}, {"--today", true}, {"--withhold-note-codes", false}});
    const auto arguments = Arguments::parse(words, rules);
    if (!arguments) return refused(arguments.error(), 2);
    const auto cases_day = day_from(*arguments, clock_day);
    if (!cases_day) return refused(cases_day.error(), 2);
    if (const auto cases = arguments->value_of("--cases")) return judge_cases_command(*arguments, *cases, *cases_day);
    if (arguments->plain().empty())
        return refused({"No archive is named.", {}, "discern judge ARCHIVE --goals FILE, or discern judge --cases FILE."}, 2);

    auto document = document_from_paths(arguments->plain());
    if (!document) return refused(document.error());
    if (const auto path = arguments->value_of("--goals")) {
        const auto file = read_whole_file(*path);
        if (!file) return refused(file.error());
        auto lens = goals_from_text(file->bytes, *path);
        if (!lens) return refused(lens.error());
        document->active_lens = lens->id;
        document->lenses = {std::move(*lens)};
    } else if (document->lenses == Document().lenses) {
        return refused({"No goals are named.", {}, "A verdict depends on what the profile is for: add --goals FILE."}, 2);
    }
    const Day today = arguments->has("--today") ? *cases_day : document->book.exported_on.value_or(clock_day);
    return answer_from(judge_document(std::move(*document), today));
}

CommandAnswer sheet_command(std::span<const std::string> words, Day clock_day) {
    static constexpr auto rules =
        std::to_array<OptionRule>({{"--format", true}, {"--proposals", false}, {"--today", true}});
    const auto arguments = Arguments::parse(words, rules);
    if (!arguments) return refused(arguments.error(), 2);
    const auto today = day_from(*arguments, clock_day);
    if (!today) return refused(today.error(), 2);
    const auto format = sheet_format_from_name(arguments->value_of("--format").value_or("md"));
    if (!format) return refused({"There is no such format.", {}, "Choose csv, md, html or ics."}, 2);
    if (arguments->plain().size() != 1)
        return refused({"Name one file that Discern saved.", {}, "discern sheet FILE."}, 2);
    const auto file = read_whole_file(arguments->plain().front());
    if (!file) return refused(file.error());
    auto document = document_from_save_file(file->bytes, file->name);
    if (!document) return refused(document.error());
    return answer_from(sheet_of(std::move(*document), *format, arguments->has("--proposals"), *today));
}

CommandAnswer notes_command(std::span<const std::string> words) {
    static constexpr auto rules = std::to_array<OptionRule>({{"--messages", true}, {"--signs", false}});
    const auto arguments = Arguments::parse(words, rules);
    if (!arguments) return refused(arguments.error(), 2);
    const auto path = arguments->value_of("--messages");
    if (!path || !arguments->plain().empty())
        return refused({"No file of messages is named.", {}, "discern notes --messages FILE."}, 2);
    const auto file = read_whole_file(*path);
    if (!file) return refused(file.error());
    const auto lexicon = read_note_lexicon(embedded_asset);
    if (!lexicon) return refused(lexicon.error());
    return run_notes_command(file->bytes, *lexicon, arguments->has("--signs"));
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

CommandAnswer run_command_line(const std::vector<std::string>& arguments, Day today) {
    if (arguments.empty()) return {.exit_code = 2, .out = "", .err = std::string(help)};
    const std::string& command = arguments.front();
    const auto rest = std::span(arguments).subspan(1);
    if (command == "help" || command == "--help" || command == "-h") return {.exit_code = 0, .out = std::string(help), .err = ""};
    if (command == "import") return import_command(rest);
    if (command == "judge") return judge_command(rest, today);
    if (command == "sheet") return sheet_command(rest, today);
    if (command == "notes") return notes_command(rest);
    return refused({"There is no command " + command + ".", {}, "See discern help."}, 2);
}

}  // namespace discern
