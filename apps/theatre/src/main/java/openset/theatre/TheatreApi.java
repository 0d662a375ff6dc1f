package openset.theatre;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import openset.http.Call;
import openset.http.EventRoute;
import openset.http.HttpRefused;
import openset.http.JsonRoute;
import openset.http.Mount;
import openset.ledger.CurrencySum;
import openset.set.data.CurrencyCode;
import openset.theatre.cast.Lane;
import openset.theatre.cast.Member;
import openset.theatre.play.Play;
import openset.theatre.play.Repertoire;
import openset.theatre.store.BookRow;
import openset.theatre.store.Books;
import openset.theatre.tree.Grammar;

/**
 * What the theatre's page asks for: purchases, one purchase as a play, one of its messages opened,
 * its ledger lines, a type's ASN.1; and a stream that stirs when something was said.
 */
final class TheatreApi {
  private static final long LOOK_MILLIS = 250;
  private static final int LOOKS_BETWEEN_BEATS = 40;

  private final Repertoire repertoire;
  private final InstantSource clock;
  private Instant looked = Instant.EPOCH;
  private long pulse;

  TheatreApi(Repertoire repertoire, InstantSource clock) {
    this.repertoire = repertoire;
    this.clock = clock;
  }

  /** The newest purchases. */
  record Purchases(List<Play.Purchase> purchases) {}

  /** A type's definition, where the specification has one of its own. */
  record Defined(Optional<Grammar.Definition> definition) {}

  /** The ledgers in which a purchase left something. */
  record Ledgers(List<Ledger> ledgers) {}

  /**
   * A bank's ledger.
   *
   * @param lines those of the purchase, the oldest first
   * @param sums of the whole ledger
   */
  record Ledger(Lane lane, String title, List<Line> lines, List<Sum> sums) {}

  /** A line with its currency as people know it. */
  record Line(BookRow line, String currency, int digits) {}

  /** Debits and credits of a ledger in one currency, minor units. */
  record Sum(String currency, int digits, long entries, String debits, String credits) {}

  List<Mount> mounts() {
    return List.of(
        JsonRoute.get("/api/purchases", _ -> new Purchases(repertoire.purchases())),
        JsonRoute.get("/api/purchases/{xid}", this::play),
        JsonRoute.get("/api/purchases/{xid}/acts/{number}", this::act),
        JsonRoute.get("/api/purchases/{xid}/ledgers", this::ledgers),
        JsonRoute.get("/api/types/{type}", TheatreApi::type),
        EventRoute.at("/api/live", (_, _, events) -> live(events)));
  }

  private Play play(Call<Call.None> call) throws HttpRefused {
    return repertoire.play(xid(call)).orElseThrow(HttpRefused::notFound);
  }

  private Play.Opened act(Call<Call.None> call) throws HttpRefused {
    String number = call.part("number");
    if (!number.matches("[0-9]{1,6}")) throw HttpRefused.notFound();
    return repertoire
        .act(xid(call), Integer.parseInt(number))
        .orElseThrow(HttpRefused::notFound);
  }

  private static Defined type(Call<Call.None> call) {
    return new Defined(Grammar.of(call.part("type")));
  }

  private Ledgers ledgers(Call<Call.None> call) throws HttpRefused {
    byte[] xid = xid(call);
    List<Ledger> ledgers = new ArrayList<>();
    for (Member bank : repertoire.banks(xid)) {
      List<Line> lines =
          Books.ofPurchase(bank.database(), bank.lane(), xid).stream()
              .map(row -> new Line(row, letters(row.currency()), digits(row.currency())))
              .toList();
      List<Sum> sums =
          Books.sums(bank.database(), clock.instant()).stream().map(TheatreApi::sum).toList();
      ledgers.add(new Ledger(bank.lane(), bank.title(), lines, sums));
    }
    return new Ledgers(ledgers);
  }

  private static Sum sum(CurrencySum sum) {
    return new Sum(
        letters(sum.currency()),
        digits(sum.currency()),
        sum.entries(),
        sum.debits().toString(),
        sum.credits().toString());
  }

  private static String letters(int currency) {
    return new CurrencyCode(currency).letters();
  }

  private static int digits(int currency) {
    return new CurrencyCode(currency).digits();
  }

  private static byte[] xid(Call<Call.None> call) throws HttpRefused {
    return Optional.of(call.part("xid"))
        .filter(text -> text.matches("[0-9a-f]{40}"))
        .map(HexFormat.of()::parseHex)
        .orElseThrow(HttpRefused::notFound);
  }

  private void live(EventRoute.Events events) throws IOException, InterruptedException {
    long seen = pulse();
    events.send(Long.toString(seen), "stir", "{}");
    int quiet = 0;
    while (true) {
      Thread.sleep(LOOK_MILLIS);
      long now = pulse();
      if (now != seen) {
        events.send(Long.toString(now), "stir", "{}");
        seen = now;
        quiet = 0;
      } else if (++quiet % LOOKS_BETWEEN_BEATS == 0) {
        events.beat();
      }
    }
  }

  /** One look serves all who watch. */
  private synchronized long pulse() {
    Instant now = clock.instant();
    if (now.isAfter(looked.plusMillis(LOOK_MILLIS / 2))) {
      pulse = repertoire.pulse();
      looked = now;
    }
    return pulse;
  }
}
