#include "cli/verdict_json.hpp"

#include "judgement/receipt.hpp"

#include <nlohmann/json.hpp>

namespace discern {

std::string verdict_json_line(std::string_view id, const Verdict& verdict, const PersonBook& book,
                              const StringTable& strings) {
    using nlohmann::ordered_json;
    (void)book;
    ordered_json line;
    line["id"] = std::string(id);
    line["action"] = std::string(name_of(verdict.action));
    line["confidence"] = verdict.confidence;
    line["flags"] = ordered_json::array();
    for (const Flag& flag : verdict.flags) line["flags"].push_back(flag.code);
    line["factors"] = ordered_json::array();
    for (const Factor& factor : verdict.factors) {
        ordered_json evidence = ordered_json::array();
        for (const EvidenceLine& item : factor.evidence) evidence.push_back(evidence_sentence(item, strings));
        line["factors"].push_back({{"name", std::string(name_of(factor.criterion))},
                                   {"contribution", factor.contribution},
                                   {"unknown", factor.unknown},
                                   {"evidence", std::move(evidence)}});
    }
    line["flip"] = verdict.flip ? ordered_json(flip_sentence(*verdict.flip, strings)) : ordered_json();
    line["pair_flip"] = verdict.pair_flip ? ordered_json(pair_flip_sentence(*verdict.pair_flip, strings)) : ordered_json();
    line["doubt"] = {{"facts", verdict.doubt.facts}, {"weights", verdict.doubt.weights}, {"both", verdict.doubt.both},
                     {"words", doubt_sentence(verdict.doubt, strings)}};
    line["ask"] = verdict.ask ? ordered_json(question_sentence(*verdict.ask, strings)) : ordered_json();
    line["reason"] = headline_sentence(verdict, strings);
    line["reason_key"] = verdict.headline_reason;
    line["advice"] = verdict.advice;
    line["worth"] = verdict.worth;
    line["scam_chance"] = verdict.scam_chance;
    line["already_connected"] = verdict.already_connected;
    return line.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace discern
