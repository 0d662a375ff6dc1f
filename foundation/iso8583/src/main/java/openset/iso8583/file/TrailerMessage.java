package openset.iso8583.file;

import openset.iso8583.IsoMessage;
import openset.iso8583.Mti;
import openset.iso8583.host.SettlementAdvice.Totals;

/** 0500 or 0510 at the end of a file: one for each currency of its items (HL-104). */
final class TrailerMessage {
  /** Currency of the only trailer of a file in which nothing counts: the code for none. */
  static final int NO_CURRENCY = 999;

  private TrailerMessage() {}

  static Mti mti(boolean answers) {
    return answers ? Mti.SETTLEMENT_ANSWER : Mti.SETTLEMENT;
  }

  static IsoMessage.Builder of(Mti mti, String time, int place, int currency, Totals totals) {
    long net = totals.net();
    return IsoMessage.of(mti)
        .put(7, time)
        .put(11, place)
        .put(50, currency)
        .put(74, totals.creditCount())
        .put(76, totals.debitCount())
        .put(86, totals.credits())
        .put(88, totals.debits())
        .put(97, (net < 0 ? "D" : "C") + String.format("%016d", Math.abs(net)));
  }
}
