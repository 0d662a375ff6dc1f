package openset.asn1;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The time types, in the one form DER allows. */
final class Time {
  private static final int NANOS_DIGITS = 9;
  private static final int FROM_MONTH = 10;

  private Time() {}

  static Tagged<Instant> generalized() {
    return new Tagged<>(
        "GeneralizedTime",
        0x18,
        in -> {
          byte[] text = text(in, "GeneralizedTime");
          int seconds = 4 + FROM_MONTH;
          int nanos = fraction(text, seconds);
          return instant(text, 4, digits(text, 0, 4, "GeneralizedTime"), "GeneralizedTime")
              .plusNanos(nanos);
        },
        (out, instant) -> {
          LocalDateTime t = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
          if (t.getYear() < 0 || t.getYear() > 9999) throw new IllegalArgumentException("year");
          out.octet('Z');
          if (t.getNano() != 0) writeFraction(out, t.getNano());
          writeFromMonth(out, t);
          write(out, t.getYear(), 4);
        });
  }

  static Tagged<Instant> utc() {
    return new Tagged<>(
        "UTCTime",
        0x17,
        in -> {
          byte[] text = text(in, "UTCTime");
          if (text.length != 2 + FROM_MONTH + 1) throw form("UTCTime");
          int year = digits(text, 0, 2, "UTCTime");
          return instant(text, 2, year < 50 ? 2000 + year : 1900 + year, "UTCTime");
        },
        (out, instant) -> {
          LocalDateTime t = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
          if (t.getYear() < 1950 || t.getYear() > 2049 || t.getNano() != 0) {
            throw new IllegalArgumentException("not a UTCTime");
          }
          out.octet('Z');
          writeFromMonth(out, t);
          write(out, t.getYear() % 100, 2);
        });
  }

  /** The octets, of which the last is Z. */
  private static byte[] text(DerReader in, String name) {
    if (in.remaining() > 32) throw new Asn1Exception(name + " too long");
    byte[] text = in.rest();
    if (text.length == 0 || text[text.length - 1] != 'Z') throw form(name);
    return text;
  }

  /** Nanoseconds: nothing, or a point and digits of which the last is not 0, up to the Z. */
  private static int fraction(byte[] text, int at) {
    int count = text.length - 1 - at - 1;
    if (count == -1) return 0;
    boolean formed = count >= 1 && count <= NANOS_DIGITS && text[at] == '.';
    if (!formed || text[text.length - 2] == '0') throw form("GeneralizedTime");
    int nanos = digits(text, at + 1, count, "GeneralizedTime");
    for (int i = count; i < NANOS_DIGITS; i++) nanos *= 10;
    return nanos;
  }

  private static Instant instant(byte[] text, int at, int year, String name) {
    int[] part = new int[FROM_MONTH / 2];
    for (int i = 0; i < part.length; i++) part[i] = digits(text, at + 2 * i, 2, name);
    try {
      return LocalDateTime.of(year, part[0], part[1], part[2], part[3], part[4])
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new Asn1Exception("no such date or time");
    }
  }

  private static int digits(byte[] text, int at, int count, String name) {
    int number = 0;
    for (int i = at; i < at + count; i++) {
      if (i >= text.length || text[i] < '0' || text[i] > '9') throw form(name);
      number = number * 10 + text[i] - '0';
    }
    return number;
  }

  private static Asn1Exception form(String name) {
    return new Asn1Exception(name + " not in its DER form");
  }

  private static void writeFraction(DerWriter out, int nanos) {
    int digits = NANOS_DIGITS;
    int rest = nanos;
    for (; rest % 10 == 0; rest /= 10) digits--;
    write(out, rest, digits);
    out.octet('.');
  }

  private static void writeFromMonth(DerWriter out, LocalDateTime t) {
    write(out, t.getSecond(), 2);
    write(out, t.getMinute(), 2);
    write(out, t.getHour(), 2);
    write(out, t.getDayOfMonth(), 2);
    write(out, t.getMonthValue(), 2);
  }

  /** The number in so many digits, the last first, as all is written. */
  private static void write(DerWriter out, int number, int digits) {
    int rest = number;
    for (int i = 0; i < digits; i++, rest /= 10) out.octet('0' + rest % 10);
  }
}
