#include "judgement/receipt.hpp"

#include "base/numbers.hpp"
#include "base/sorted.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace discern {
namespace {

// "March 2026", from the strings "month.1" to "month.12" and the language's own way to put them together.
std::string month_words(double days_since_epoch, const StringTable& strings) {
    const CivilDate date = civil_from_day(Day{static_cast<std::int32_t>(days_since_epoch)});
    return strings.filled("month.of_year", std::vector{std::string(strings.text("month." + std::to_string(date.month))), std::to_string(date.year)});
}

}  // namespace

std::string evidence_sentence(const EvidenceLine& line, const StringTable& strings) {
    // Slots: {0} the count, {1} the quote, {2} the month.
    const double amount = line.numbers.empty() ? 1 : line.numbers[0];
    const auto count = static_cast<std::uint64_t>(std::llround(std::fmax(0, amount)));
    std::vector<std::string> words = {grouped(count), line.quote};
    std::string key = line.reason;
    if (line.numbers.size() > 1) {
        words.push_back(month_words(line.numbers[1], strings));
        if (strings.contains(key + ".dated")) key += ".dated";
    }
    if (!line.quote.empty() && strings.contains(key + ".quoted")) key += ".quoted";
    return strings.filled(key, count, words);
}

std::string source_words(const SourceRef& source, const PersonBook& book, const StringTable& strings) {
    if (source.file == 0 || source.file >= book.files.size()) return std::string(strings.text("source.you"));
    const std::vector<std::string> words = {book.files[source.file], grouped(source.row)};
    return strings.filled(source.row ? "source.file_row" : "source.file", words);
}

std::string headline_sentence(const Verdict& verdict, const StringTable& strings) {
    const auto& key = verdict.headline_reason;
    if (strings.contains(key)) return strings.filled(key, verdict.headline_words);
    return std::string(strings.text("headline." + std::string(name_of(verdict.action))));
}

std::vector<std::string> headline_evidence(const Verdict& verdict, const StringTable& strings) {
    // A rule, a danger or a question says all in its own sentence.
    const bool from_factors = verdict.headline_reason.starts_with("headline.");
    const bool welcomes = verdict.action == Action::Accept || verdict.action == Action::Send ||
                          verdict.action == Action::SendWithNote;
    const bool refuses = verdict.action == Action::Ignore || verdict.action == Action::DontSend;
    if (!from_factors || !(welcomes || refuses)) return {};

    std::vector<const Factor*> carriers;
    const auto pull = [&](const Factor& factor) { return welcomes ? factor.contribution : -factor.contribution; };
    for (const Factor& factor : verdict.factors)
        if (!factor.evidence.empty() && pull(factor) > 0) carriers.push_back(&factor);
    sort_stably(carriers,
                     [&](const Factor* a, const Factor* b) { return pull(*a) > pull(*b); });

    std::vector<std::string> sentences;
    for (const Factor* factor : carriers) {
        // The second reason stands only where it carries the answer too.
        if (sentences.size() == 2 || pull(*factor) < 0.5 * pull(*carriers.front())) break;
        const EvidenceLine& line = factor->evidence.front();
        if ((line.score > 0.5) != welcomes) continue;
        std::string sentence = evidence_sentence(line, strings);
        if (std::find(sentences.begin(), sentences.end(), sentence) == sentences.end())
            sentences.push_back(std::move(sentence));
    }
    return sentences;
}

std::string confidence_words(double confidence, const StringTable& strings) {
    const char* key = confidence >= 0.93   ? "confidence.nearly_certain"
                      : confidence >= 0.85 ? "confidence.confident"
                      : confidence >= 0.7  ? "confidence.likely"
                                           : "confidence.close";
    return std::string(strings.text(key));
}

std::string flip_sentence(const Flip& flip, const StringTable& strings) {
    const std::vector<std::string> words = {action_name(flip.becomes, strings)};
    if (strings.contains(flip.reason)) return strings.filled(flip.reason, words);
    return strings.filled("flip.rule", words);
}

std::string pair_flip_sentence(const PairFlip& flip, const StringTable& strings) {
    const auto change = [&](Criterion criterion, bool rises) {
        return std::string(strings.text("change." + std::string(name_of(criterion)) + (rises ? ".up" : ".down")));
    };
    const std::vector<std::string> words = {action_name(flip.becomes, strings), change(flip.first, flip.first_rises),
                                            change(flip.second, flip.second_rises)};
    return strings.filled("flip.pair", words);
}

std::string doubt_sentence(const Doubt& doubt, const StringTable& strings) {
    // What belongs to both is shared out, so that the two numbers add up to 100.
    const auto facts = static_cast<int>(std::lround(100 * (doubt.facts + doubt.both / 2)));
    const std::string fact = factor_name(doubt.largest_fact, strings), weight = factor_name(doubt.largest_weight, strings);
    const std::string of_facts = std::to_string(facts), of_weights = std::to_string(100 - facts);
    if (facts >= 65) return strings.filled("doubt.facts", std::vector{of_facts, fact});
    if (facts <= 35) return strings.filled("doubt.weights", std::vector{of_weights, weight});
    return strings.filled("doubt.mixed", std::vector{of_facts, fact, of_weights, weight});
}

std::string stability_sentence(const Factor& factor, const StringTable& strings) {
    const auto in_hundred = [](double share) { return std::to_string(std::lround(100 * share)); };
    const std::string name = factor_name(factor.criterion, strings), now = in_hundred(factor.weight_share);
    if (factor.stable.high < 1)
        return strings.filled("stability.at_most", std::vector{name, in_hundred(factor.stable.high), now});
    if (factor.stable.low > 0)
        return strings.filled("stability.at_least", std::vector{name, in_hundred(factor.stable.low), now});
    return strings.filled("stability.always", std::vector{name});
}

std::string question_sentence(const Question& question, const StringTable& strings) {
    return std::string(strings.text(question.reason));
}

std::string factor_name(Criterion criterion, const StringTable& strings) {
    return std::string(strings.text("factor." + std::string(name_of(criterion))));
}

std::string action_name(Action action, const StringTable& strings) {
    return std::string(strings.text("action." + std::string(name_of(action))));
}

std::string flag_words(const Flag& flag, const StringTable& strings) {
    return std::string(strings.text("flag." + flag.code));
}

}  // namespace discern
