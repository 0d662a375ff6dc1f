package openset.issuer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import openset.issuer.card.AccountId;
import openset.issuer.card.IdentityDocument;
import openset.issuer.opening.ApplicationId;
import openset.issuer.opening.Reason;
import openset.store.Conflict;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/** Applications for accounts and what came of them, within one transaction. */
public final class Applications {
  private final Handle handle;
  private final Secrets secrets;

  /** The applications as that transaction sees them. */
  public Applications(Tx tx, Secrets secrets) {
    this.handle = tx.handle();
    this.secrets = secrets;
  }

  /**
   * An application decided before.
   *
   * @param content keyed hash of what it said
   * @param account the account opened; none when it was refused
   * @param reasons why it was refused; empty when it was not
   */
  public record Decided(
      ContentHash content, Optional<AccountId> account, List<Reason> reasons) {}

  /** What came of an application; none when it is new. */
  public Optional<Decided> find(ApplicationId id) {
    return handle
        .createQuery("select content, account, reasons from application where application = :id")
        .bind("id", id.value())
        .map((row, context) -> decided(row))
        .findOne();
  }

  /** Stores what came of an application that is new. */
  public void add(ApplicationId id, Decided decided, Instant now) {
    int added =
        handle
            .createUpdate(
                """
                insert into application (application, content, account, reasons, decided)
                values (:id, :content, cast(:account as uuid), :reasons, :decided)
                on conflict do nothing
                """)
            .bind("id", id.value())
            .bind("content", decided.content().bytes())
            .bind("account", decided.account().map(AccountId::toString).orElse(null))
            .bind("reasons", written(decided.reasons()))
            .bind("decided", now.atOffset(ZoneOffset.UTC))
            .execute();
    if (added == 0) {
      throw new Conflict("an application decided twice at once");
    }
  }

  /** Notes who applies; false when that document has an account already. */
  public boolean claim(IdentityDocument document, ApplicationId id) {
    byte[] hash = secrets.documentHash(document);
    int added =
        handle.execute(
            "insert into applicant (document, application) values (?, ?) on conflict do nothing",
            hash,
            id.value());
    if (added == 0 && claimant(hash).equals(id)) {
      throw new Conflict("an application decided twice at once");
    }
    return added == 1;
  }

  private ApplicationId claimant(byte[] document) {
    return handle
        .createQuery("select application from applicant where document = :document")
        .bind("document", document)
        .map((row, context) -> new ApplicationId(row.getString("application")))
        .one();
  }

  private static Decided decided(ResultSet row) throws SQLException {
    return new Decided(
        new ContentHash(row.getBytes("content")),
        Optional.ofNullable(row.getObject("account", UUID.class)).map(AccountId::new),
        read(row.getString("reasons")));
  }

  private static String written(List<Reason> reasons) {
    return String.join(",", reasons.stream().map(Reason::toString).toList());
  }

  private static List<Reason> read(String reasons) {
    return reasons.isEmpty()
        ? List.of()
        : Arrays.stream(reasons.split(",")).map(Applications::reason).toList();
  }

  private static Reason reason(String text) {
    String[] parts = text.split(" ", 2);
    return new Reason(Reason.Rule.valueOf(parts[0]), parts[1]);
  }
}
