package openset.iso8583.host;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;

/**
 * How all hosts name one authorization.
 *
 * @param acquirer element 32, the acquirer's institution code (its BIN)
 * @param retrieval element 37, the retrieval reference number, 12 letters or digits
 */
public record Reference(String acquirer, String retrieval) {

  /** A fresh reference: last digit of the year, day of the year, hour, STAN. */
  public static Reference fresh(String acquirer, Instant now, int stan) {
    ZonedDateTime utc = now.atZone(ZoneOffset.UTC);
    String retrieval =
        String.format(
            Locale.ROOT,
            "%d%03d%02d%06d",
            utc.getYear() % 10,
            utc.getDayOfYear(),
            utc.getHour(),
            stan);
    return new Reference(acquirer, retrieval);
  }

  static Reference of(IsoMessage message) throws MalformedMessage {
    return new Reference(message.need(32), message.need(37));
  }

  void into(IsoMessage.Builder message) {
    message.put(32, acquirer).put(37, retrieval);
  }
}
