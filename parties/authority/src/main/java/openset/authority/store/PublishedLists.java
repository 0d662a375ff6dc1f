package openset.authority.store;

import java.time.Instant;
import java.util.Optional;
import openset.asn1.Der;
import openset.authority.world.IssuerKey;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/** CRLs and brand CRL identifiers, each number of a key given once. */
public final class PublishedLists {
  private final Handle handle;

  private PublishedLists(Handle handle) {
    this.handle = handle;
  }

  /** The lists in a transaction. */
  public static PublishedLists in(Tx tx) {
    return new PublishedLists(tx.handle());
  }

  /** What a key publishes. */
  public enum Kind {
    /** The CRL of the certificates it signed. */
    CRL("crl"),
    /** A brand's CRL identifier. */
    BCI("bci");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  /** Names one list. */
  public record Number(IssuerKey issuer, Kind kind, long number) {}

  /**
   * The next number, given out now: no other list of that kind and key will ever have it, even
   * where this one is never signed. Call it while {@link SigningClock} holds the key.
   */
  public Number next(IssuerKey issuer, Kind kind, Instant nextUpdate) {
    long number =
        handle
            .createQuery(
                """
                insert into published_list (issuer, kind, number, next_update)
                select :issuer, :kind, coalesce(max(number), 0) + 1, :nextUpdate
                from published_list where issuer = :issuer and kind = :kind
                returning number
                """)
            .bind("issuer", issuer.bytes())
            .bind("kind", kind.word)
            .bind("nextUpdate", Certificates.at(nextUpdate))
            .mapTo(Long.class)
            .one();
    return new Number(issuer, kind, number);
  }

  /** Takes over a list that was signed elsewhere, as by the ceremony, where there is none yet. */
  public void adopt(Number number, Instant nextUpdate, Der list) {
    handle
        .createUpdate(
            """
            insert into published_list (issuer, kind, number, next_update, der)
            select :issuer, :kind, :number, :nextUpdate, :der
            where not exists (select from published_list where issuer = :issuer and kind = :kind)
            """)
        .bind("issuer", number.issuer().bytes())
        .bind("kind", number.kind().word)
        .bind("number", number.number())
        .bind("nextUpdate", Certificates.at(nextUpdate))
        .bind("der", list.bytes())
        .execute();
  }

  /** Stores a list that was signed. */
  public void store(Number number, Der list) {
    handle
        .createUpdate(
            """
            update published_list set der = :der
            where issuer = :issuer and kind = :kind and number = :number and der is null
            """)
        .bind("der", list.bytes())
        .bind("issuer", number.issuer().bytes())
        .bind("kind", number.kind().word)
        .bind("number", number.number())
        .execute();
  }

  /** The newest list of that key that was signed. */
  public Optional<Der> newest(IssuerKey issuer, Kind kind) {
    return handle
        .createQuery(
            """
            select der from published_list
            where issuer = :issuer and kind = :kind and der is not null
            order by number desc limit 1
            """)
        .bind("issuer", issuer.bytes())
        .bind("kind", kind.word)
        .map((row, context) -> Der.of(row.getBytes(1)))
        .findOne();
  }
}
