package openset.acquirer.store;

import java.util.List;
import java.util.function.Predicate;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.Octets;
import openset.iso8583.host.ResponseCode;

/**
 * What the items of one authorization come to, in minor units.
 *
 * @param captured accepted captures that were not taken back
 * @param due of these what the issuer did not refuse
 * @param credited credits that stand
 * @param chargedBack chargebacks less the representments that the issuer took
 */
public record Tally(long captured, long due, long credited, long chargedBack) {

  /** Of these items. */
  public static Tally of(List<Item> items) {
    long captured =
        sum(
            items,
            item ->
                item.kind() == Kind.CAPTURE
                    && item.response() == ResponseCode.APPROVED
                    && !item.progress().reversed());
    long due = sum(items, item -> item.kind() == Kind.CAPTURE && item.stands());
    long credited = sum(items, item -> item.kind() == Kind.CREDIT && item.stands());
    return new Tally(captured, due, credited, chargedBack(items));
  }

  /** Chargebacks of one capture, less the representments that the issuer took. */
  public static long chargedBack(List<Item> items, Octets capture) {
    return chargedBack(
        items.stream().filter(item -> item.earlier().filter(capture::equals).isPresent()).toList());
  }

  private static long chargedBack(List<Item> items) {
    return sum(items, item -> item.kind() == Kind.CHARGEBACK && item.stands())
        - sum(
            items,
            item -> item.kind() == Kind.REPRESENTMENT && item.stands() && item.cycle().isPresent());
  }

  /** What may still be credited, charged back or taken back: captures less all of these. */
  public long free() {
    return due - credited - chargedBack;
  }

  private static long sum(List<Item> items, Predicate<Item> which) {
    return items.stream()
        .filter(which)
        .mapToLong(item -> item.taken().amount().minor())
        .reduce(0, Math::addExact);
  }
}
