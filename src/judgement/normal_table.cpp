#include "judgement/normal_table.hpp"

#include "judgement/normal.hpp"

namespace discern {

NormalTable::NormalTable() {
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        const double t = static_cast<double>(i) / per_unit;
        nodes_[i] = {t, normal_density(t), normal_below(-t), unit_normal_loss(t)};
    }
}

const NormalTable& NormalTable::get() {
    static const NormalTable table;
    return table;
}

}  // namespace discern
