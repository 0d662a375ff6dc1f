package openset.clearing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import openset.clearing.calendar.Calendar;
import openset.clearing.store.Cycles;
import openset.iso8583.IsoServer;
import openset.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts over with the banks when a cut-off of the calendar began another business day: each is told
 * on the house's own link until it agreed, once, and on the links on which it asks the house
 * (HL-117). What is under way goes on meanwhile.
 */
final class CutOver {
  private static final Logger LOG = LoggerFactory.getLogger(CutOver.class);
  private static final String TOLD = "business-day/";

  private final Means means;
  private final Calendar calendar;
  private final IsoServer server;
  private final Set<String> telling = ConcurrentHashMap.newKeySet();
  private final AtomicReference<LocalDate> announced = new AtomicReference<>();

  CutOver(Means means, Calendar calendar, IsoServer server) {
    this.means = means;
    this.calendar = calendar;
    this.server = server;
  }

  /** Begins to tell each bank that has not agreed to the business day; waits for none. */
  void tell() {
    Optional<LocalDate> day = means.transactions().inTransaction(this::day);
    if (day.isEmpty()) return;
    if (!day.get().equals(announced.getAndSet(day.get()))) {
      MonthDay next = MonthDay.from(day.get());
      Thread.ofVirtual().start(() -> server.cutOver(next, means.patience()));
    }
    for (String bank : means.banks().institutions()) {
      Optional<LocalDate> before = means.transactions().inTransaction(tx -> told(tx, bank));
      boolean due = before.isEmpty() || before.get().isBefore(day.get());
      if (due && telling.add(bank)) {
        Thread.ofVirtual().name("cut-over-" + bank).start(() -> tell(bank, day.get()));
      }
    }
  }

  /** The business day that the latest cut-off began. */
  private Optional<LocalDate> day(Tx tx) {
    Optional<Instant> last = Cycles.in(tx).lastCutOff();
    return last.map(at -> calendar.after(at).businessDate());
  }

  private static Optional<LocalDate> told(Tx tx, String bank) {
    return tx.settings()
        .value(TOLD + bank)
        .map(octets -> LocalDate.parse(new String(octets, US_ASCII)));
  }

  private void tell(String bank, LocalDate day) {
    try {
      if (!means.banks().link(bank).orElseThrow().cutOver(MonthDay.from(day))) return;
      byte[] text = day.toString().getBytes(US_ASCII);
      means.transactions().perform(tx -> tx.settings().set(TOLD + bank, text));
      LOG.info("{} cut over to {}", bank, day);
    } finally {
      telling.remove(bank);
    }
  }
}
