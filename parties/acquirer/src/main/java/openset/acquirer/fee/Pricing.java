package openset.acquirer.fee;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a merchant agreed to pay.
 *
 * @param discount the acquirer's own fee, unless a table names another for this merchant
 * @param plus true when interchange and scheme fee are charged beside it ("interchange plus");
 *     false when the acquirer pays them out of it ("blended")
 */
public record Pricing(FeeRate discount, boolean plus) {

  /** The fees of an item, in the order of {@link FeeKind}. */
  public List<FeeLine> fees(FeeItem item, FeeTable table) {
    List<FeeLine> lines = new ArrayList<>();
    for (FeeKind kind : FeeKind.values()) {
      Optional<FeeRate> listed = table.rule(kind, item).map(FeeRule::rate);
      boolean own = kind == FeeKind.DISCOUNT;
      Optional<FeeRate> rate = own ? Optional.of(listed.orElse(discount)) : listed;
      rate.ifPresent(each -> lines.add(FeeLine.of(kind, own || plus, each, item.amount())));
    }
    return List.copyOf(lines);
  }
}
