package openset.iso8583;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Network management messages 0800 and 0810 (element 70), and the form of element 7. */
final class Network {
  static final String SIGN_ON = "001";
  static final String SIGN_OFF = "002";
  static final String KEY_CHANGE = "161";
  static final String CUT_OVER = "201";
  static final String ECHO = "301";
  static final String APPROVED = "00";
  static final String INVALID = "12";
  static final String SECURITY_VIOLATION = "63";
  /** A challenge, and a key under the link master key with its check value (HL-113). */
  static final int CHALLENGE = 53;
  static final int WRAPPED_KEY = 125;
  static final int CHECK_VALUE = 126;
  private static final int LEAP = 2024;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MMddHHmmss").withZone(ZoneOffset.UTC);

  private Network() {}

  /** The business day of a cut-over, or nothing where element 15 is no day. */
  static Optional<MonthDay> day(IsoMessage cutOver) {
    try {
      return cutOver.text(15).map(text -> MonthDay.parse("--" + text.substring(0, 2) + "-"
          + text.substring(2)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** True when the new day is the old one or follows it within half a year. */
  static boolean follows(Optional<MonthDay> before, MonthDay day) {
    if (before.isEmpty()) return true;
    int from = before.get().atYear(LEAP).getDayOfYear();
    int days = Math.floorMod(day.atYear(LEAP).getDayOfYear() - from, 366);
    return days <= 183;
  }

  static IsoMessage request(String kind, String institution, int stan, Instant now) {
    return IsoMessage.of(Mti.NETWORK)
        .put(7, TIME.format(now))
        .put(11, stan)
        .put(33, institution)
        .put(70, kind)
        .build();
  }
}
