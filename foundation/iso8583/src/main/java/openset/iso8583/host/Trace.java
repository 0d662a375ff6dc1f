package openset.iso8583.host;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;

/**
 * What numbers one message on one link: elements 7 and 11 (12 and 13 repeat 7 in UTC).
 *
 * @param time transmission date and time, MMDDhhmmss, UTC
 * @param stan systems trace audit number, 1 to 999,999
 */
public record Trace(String time, int stan) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MMddHHmmss").withZone(ZoneOffset.UTC);

  public Trace {
    if (!time.matches("[0-9]{10}")) throw new IllegalArgumentException("not a time");
    if (stan < 1 || stan > 999_999) throw new IllegalArgumentException("STAN out of bounds");
  }

  /** A trace of this instant. */
  public static Trace at(Instant now, int stan) {
    return new Trace(TIME.format(now), stan);
  }

  static Trace of(IsoMessage message) throws MalformedMessage {
    int stan = Integer.parseInt(message.need(11));
    if (stan == 0) throw new MalformedMessage(11, "zero");
    return new Trace(message.need(7), stan);
  }

  void into(IsoMessage.Builder message) {
    message.put(7, time).put(11, stan).put(12, time.substring(4)).put(13, time.substring(0, 4));
  }
}
