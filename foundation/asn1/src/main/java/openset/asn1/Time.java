package openset.asn1;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The time types, in the one form DER allows. */
final class Time {
  private static final Pattern GENERALIZED =
      Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(?:\\.(\\d{0,8}[1-9]))?Z");
  private static final Pattern UTC =
      Pattern.compile("(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)Z");

  private Time() {}

  static Tagged<Instant> generalized() {
    return new Tagged<>(
        "GeneralizedTime",
        0x18,
        in -> {
          Matcher m = match(in, GENERALIZED, "GeneralizedTime");
          String fraction = m.group(7) == null ? "" : m.group(7);
          int nanos = Integer.parseInt((fraction + "000000000").substring(0, 9));
          return instant(m, Integer.parseInt(m.group(1))).plusNanos(nanos);
        },
        (out, instant) -> {
          LocalDateTime t = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
          if (t.getYear() < 0 || t.getYear() > 9999) throw new IllegalArgumentException("year");
          String fraction =
              t.getNano() == 0 ? "" : ".%09d".formatted(t.getNano()).replaceAll("0+$", "");
          ascii(out, "%04d%s%sZ".formatted(t.getYear(), fromMonth(t), fraction));
        });
  }

  static Tagged<Instant> utc() {
    return new Tagged<>(
        "UTCTime",
        0x17,
        in -> {
          Matcher m = match(in, UTC, "UTCTime");
          int year = Integer.parseInt(m.group(1));
          return instant(m, year < 50 ? 2000 + year : 1900 + year);
        },
        (out, instant) -> {
          LocalDateTime t = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
          if (t.getYear() < 1950 || t.getYear() > 2049 || t.getNano() != 0) {
            throw new IllegalArgumentException("not a UTCTime");
          }
          ascii(out, "%02d%sZ".formatted(t.getYear() % 100, fromMonth(t)));
        });
  }

  private static String fromMonth(LocalDateTime t) {
    return "%02d%02d%02d%02d%02d"
        .formatted(t.getMonthValue(), t.getDayOfMonth(), t.getHour(), t.getMinute(), t.getSecond());
  }

  private static Matcher match(DerReader in, Pattern form, String name) {
    if (in.remaining() > 32) throw new Asn1Exception(name + " too long");
    Matcher m = form.matcher(new String(in.rest(), StandardCharsets.US_ASCII));
    if (!m.matches()) throw new Asn1Exception(name + " not in its DER form");
    return m;
  }

  private static Instant instant(Matcher m, int year) {
    try {
      return LocalDateTime.of(
              year, part(m, 2), part(m, 3), part(m, 4), part(m, 5), part(m, 6))
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new Asn1Exception("no such date or time");
    }
  }

  private static int part(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }

  private static void ascii(DerWriter out, String text) {
    out.raw(text.getBytes(StandardCharsets.US_ASCII));
  }
}
