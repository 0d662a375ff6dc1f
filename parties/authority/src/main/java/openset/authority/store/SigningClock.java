package openset.authority.store;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import openset.authority.world.IssuerKey;
import openset.store.Tx;

/** When each key signed last. */
public final class SigningClock {
  private SigningClock() {}

  /**
   * The time to sign at, written down as the last; until the transaction ends nobody else gets one
   * for this key.
   *
   * @return none where the clock says less than when this key signed last (R13)
   */
  public static Optional<Instant> advance(Tx tx, IssuerKey issuer, InstantSource clock) {
    tx.handle()
        .createUpdate("insert into signing_clock values (:issuer, :past) on conflict do nothing")
        .bind("issuer", issuer.bytes())
        .bind("past", Certificates.at(Instant.EPOCH))
        .execute();
    Instant last =
        tx.handle()
            .createQuery("select at from signing_clock where issuer = :issuer for update")
            .bind("issuer", issuer.bytes())
            .mapTo(OffsetDateTime.class)
            .one()
            .toInstant();
    // Read only now, so that whoever waited for another to sign is not taken for going back.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (now.isBefore(last)) return Optional.empty();
    tx.handle()
        .createUpdate("update signing_clock set at = :now where issuer = :issuer")
        .bind("now", Certificates.at(now))
        .bind("issuer", issuer.bytes())
        .execute();
    return Optional.of(now);
  }
}
