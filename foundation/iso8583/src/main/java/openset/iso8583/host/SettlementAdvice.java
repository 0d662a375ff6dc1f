package openset.iso8583.host;

import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.Mti;

/**
 * 0500: the position of one bank in one settlement cycle and currency (spec/host-link.md,
 * "Settlement"). Amounts are seen from the bank: credits are what it gets.
 *
 * @param institution element 99, the bank
 * @param cycle name of the cycle (element 127, tag 7)
 * @param date element 15, settlement date MMDD
 * @param currency element 50, ISO 4217 numeric
 */
public record SettlementAdvice(
    Trace trace, String institution, String cycle, String date, int currency, Totals totals) {

  /**
   * Numbers of items and their sums in minor units (elements 74, 76, 86, 88); the net position
   * (element 97) is credits less debits.
   */
  public record Totals(long creditCount, long debitCount, long credits, long debits) {
    /** What the bank gets, negative when it pays. */
    public long net() {
      return Math.subtractExact(credits, debits);
    }
  }

  /** The parsed 0500 or 0501; refuses a net position that is not the difference of the sums. */
  public static SettlementAdvice of(IsoMessage message) throws MalformedMessage {
    Totals totals =
        new Totals(
            Long.parseLong(message.need(74)),
            Long.parseLong(message.need(76)),
            Long.parseLong(message.need(86)),
            Long.parseLong(message.need(88)));
    if (!message.need(97).equals(signed(totals.net()))) {
      throw new MalformedMessage(97, "not credits less debits");
    }
    return new SettlementAdvice(
        Trace.of(message),
        message.need(99),
        LinkData.of(message).text(LinkData.Tag.CYCLE).orElseThrow(
            () -> new MalformedMessage(127, "CYCLE required")),
        message.need(15),
        Integer.parseInt(message.need(50)),
        totals);
  }

  /** The 0500 to send. */
  public IsoMessage toMessage() {
    IsoMessage.Builder message =
        IsoMessage.of(Mti.SETTLEMENT)
            .put(15, date)
            .put(50, currency)
            .put(74, totals.creditCount())
            .put(76, totals.debitCount())
            .put(86, totals.credits())
            .put(88, totals.debits())
            .put(97, signed(totals.net()))
            .put(99, institution);
    trace.into(message);
    LinkData.empty().with(LinkData.Tag.CYCLE, cycle).into(message);
    return message.build();
  }

  private static String signed(long net) {
    return (net < 0 ? "D" : "C") + String.format("%016d", Math.abs(net));
  }
}
