package openset.iso8583.file;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import openset.iso8583.IsoMessage;
import openset.iso8583.host.SettlementAdvice.Totals;

/**
 * Numbers and sums of the items of a clearing file in each currency, seen from the acquirers:
 * credits are what they get (HL-104). In a file of answers those that were taken (00) count.
 */
public final class FileTotals {
  private static final String RETURN_OF_GOODS = "200000";
  private static final long MOST = 9_999_999_999_999_999L;

  private final Map<Integer, Totals> byCurrency = new TreeMap<>();
  private long items;

  /**
   * Counts a message.
   *
   * @throws ArithmeticException when a sum has more than 16 digits
   */
  void add(IsoMessage message) {
    items++;
    if (!message.text(39).orElse("00").equals("00")) return;
    int currency = (int) message.number(49).orElse(0);
    long minor = message.number(4).orElse(0);
    boolean credit = issuerOwes(message);
    byCurrency.merge(currency, one(minor, credit), FileTotals::plus);
  }

  /** Which way the money of an item goes, told by its message or by the answer to it. */
  private static boolean issuerOwes(IsoMessage message) {
    boolean refund = message.text(3).orElse("").equals(RETURN_OF_GOODS);
    if (message.mti().kind() == 2) return !refund;
    boolean chargeback = message.mti().code() % 10 >= 2;
    return !chargeback && refund;
  }

  /** What fits element 86 or 88. */
  private static long sum(long one, long other) {
    long sum = Math.addExact(one, other);
    if (sum > MOST) throw new ArithmeticException("a sum has more than 16 digits");
    return sum;
  }

  /** What one item adds. */
  private static Totals one(long minor, boolean credit) {
    return credit ? new Totals(1, 0, minor, 0) : new Totals(0, 1, 0, minor);
  }

  private static Totals plus(Totals one, Totals other) {
    return new Totals(
        one.creditCount() + other.creditCount(),
        one.debitCount() + other.debitCount(),
        sum(one.credits(), other.credits()),
        sum(one.debits(), other.debits()));
  }

  /** How many items, in all currencies. */
  public long items() {
    return items;
  }

  /** The currencies in rising order. */
  public Collection<Integer> currencies() {
    return byCurrency.keySet();
  }

  /** What stands in a currency. */
  public Totals in(int currency) {
    return byCurrency.getOrDefault(currency, new Totals(0, 0, 0, 0));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FileTotals that
        && items == that.items
        && byCurrency.equals(that.byCurrency);
  }

  @Override
  public int hashCode() {
    return byCurrency.hashCode();
  }

  @Override
  public String toString() {
    return items + " items, " + byCurrency;
  }
}
