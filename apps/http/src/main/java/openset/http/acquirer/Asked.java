package openset.http.acquirer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import openset.acquirer.office.store.Period;
import openset.acquirer.store.Dispute;
import openset.http.Call;
import openset.http.HttpRefused;
import openset.iso8583.host.Octets;
import openset.ledger.Money;
import openset.store.listing.Look;

/** What callers of the acquirer's lists say in path and query. */
final class Asked {
  private static final int MOST = 100;
  private static final int DAYS = 2;
  private static final int DAYS_MOST = 366;

  private Asked() {}

  /** Parameters {@code page}, from 0, and {@code most}, 1 to 200; else 0 and 100. */
  static Look look(Call<?> call) throws HttpRefused {
    try {
      return Look.first(number(call, "most", MOST)).at(number(call, "page", 0));
    } catch (IllegalArgumentException e) {
      throw refused(e.getMessage());
    }
  }

  /** The same, of a merchant where one is named. */
  static Look look(Call<?> call, Optional<String> merchant) throws HttpRefused {
    Look all = look(call);
    return merchant.map(each -> all.of("merchant", each)).orElse(all);
  }

  /** A number of the query. */
  static int number(Call<?> call, String name, int otherwise) throws HttpRefused {
    try {
      return call.number(name).orElse(otherwise);
    } catch (IllegalArgumentException e) {
      throw refused(name);
    }
  }

  /** Parameter {@code days}, 1 to 366: how soon what expires is to expire; else two days. */
  static Duration days(Call<?> call) throws HttpRefused {
    int days = number(call, "days", DAYS);
    if (days < 1 || days > DAYS_MOST) throw refused("days");
    return Duration.ofDays(days);
  }

  /** Days {@code since} and {@code until}, both included; the last 31 where they are not there. */
  static Period period(Call<?> call, Instant now) throws HttpRefused {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    LocalDate until = day(call, "until", today);
    LocalDate from = day(call, "since", until.minusDays(30));
    if (from.isAfter(until)) throw refused("since");
    return Period.ofDays(from, until);
  }

  private static LocalDate day(Call<?> call, String name, LocalDate otherwise)
      throws HttpRefused {
    try {
      return call.day(name).orElse(otherwise);
    } catch (IllegalArgumentException e) {
      throw refused(name);
    }
  }

  /** Part {@code currency} of the path, ISO 4217 numeric. */
  static int currency(Call<?> call) throws HttpRefused {
    String text = call.part("currency");
    if (!text.matches("[0-9]{1,3}") || !Money.isCurrency(Integer.parseInt(text))) {
      throw HttpRefused.notFound();
    }
    return Integer.parseInt(text);
  }

  /** Parts {@code issuer} and {@code number} of the path. */
  static Dispute.Name dispute(Call<?> call) {
    return new Dispute.Name(call.part("issuer"), call.part("number"));
  }

  /** A part of the path in hexadecimal. */
  static Octets hex(Call<?> call, String part) throws HttpRefused {
    try {
      return Octets.of(HexFormat.of().parseHex(call.part(part)));
    } catch (IllegalArgumentException e) {
      throw HttpRefused.notFound();
    }
  }

  /** A number of the path, as of a payout. */
  static long number(Call<?> call) throws HttpRefused {
    String text = call.part("number");
    if (!text.matches("[0-9]{1,18}")) throw HttpRefused.notFound();
    return Long.parseLong(text);
  }

  static HttpRefused refused(String what) {
    return new HttpRefused(422, "acquirer.query", "This is not possible: " + what + ".");
  }
}
