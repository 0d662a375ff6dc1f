package openset.set.treatment.gateway;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import openset.set.data.sale.InstallRecurData;
import openset.set.data.sale.InstallRecurInd;
import openset.set.data.sale.Recurring;

/** What the cardholder's leave for instalments or recurring payments allows. */
final class Recurrence {
  private Recurrence() {}

  /** Whether each authorization is of the whole amount, again and again. */
  static boolean recurs(Optional<InstallRecurData> leave) {
    return recurring(leave).isPresent();
  }

  /** Whether its last day is over. */
  static boolean isOver(Optional<InstallRecurData> leave, Instant now) {
    return recurring(leave).filter(r -> now.isAfter(r.recurringExpiry())).isPresent();
  }

  /** Whether so many authorizations are all that were allowed. */
  static boolean isUsedUp(Optional<InstallRecurData> leave, int count) {
    return leave
        .map(InstallRecurData::installRecurInd)
        .filter(
            ind -> ind instanceof InstallRecurInd.InstallTotalTrans(int most) && count >= most)
        .isPresent();
  }

  /** Whether the days between two authorizations have not passed; days are those of UTC. */
  static boolean isTooSoon(Optional<InstallRecurData> leave, Instant previous, Instant now) {
    return leave
        .flatMap(InstallRecurData::days)
        .filter(days -> day(previous).plusDays(days).isAfter(day(now)))
        .isPresent();
  }

  private static LocalDate day(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static Optional<Recurring> recurring(Optional<InstallRecurData> leave) {
    return leave
        .map(InstallRecurData::installRecurInd)
        .filter(InstallRecurInd.AsRecurring.class::isInstance)
        .map(ind -> ((InstallRecurInd.AsRecurring) ind).recurring());
  }
}
