package openset.issuer.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import openset.issuer.card.AccountId;
import openset.issuer.card.CardAct;
import openset.issuer.registration.CardCertificates.Said;
import openset.issuer.registration.Rejection;
import openset.issuer.registration.VerificationId;
import openset.store.ConversationKey;
import openset.store.Effect;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/** Certificates that the authority is to revoke, within one transaction. */
public final class Revocations {
  /** The kind of the effects that ask it. */
  public static final String KIND = "revocation";

  private final Tx tx;
  private final Handle handle;

  /** The revocations as that transaction sees them. */
  public Revocations(Tx tx) {
    this.tx = tx;
    this.handle = tx.handle();
  }

  /**
   * One.
   *
   * @param registration of which the certificate came
   * @param card the number it was for, masked
   * @param said the authority's final word, once it is there
   */
  public record Revocation(
      VerificationId registration,
      AccountId account,
      String card,
      Optional<Said> said) {}

  /**
   * Has all certificates of a card revoked, each once; what a person has still to decide on is
   * rejected.
   *
   * @param card locked by this transaction, under the number that is lost
   * @param act what is noted of each in the audit
   */
  public void ask(Card card, CardAct act) {
    // First: a decision that is being written is waited for, and then found.
    handle
        .createUpdate(
            """
            update verification set state = 'REJECTED', reasons = :reason, decided_by = :by,
              decided = :now
            where card = :card and state = 'PENDING'
            """)
        .bind("reason", Rejection.CARD_NOT_ACTIVE.name())
        .bind("by", act.by())
        .bind("now", act.at().atOffset(ZoneOffset.UTC))
        .bind("card", card.key().bytes())
        .execute();
    for (VerificationId each : add(card, act.card())) {
      tx.outbox().add(effect(each), act.at());
      new CardActs(tx).add(card.account(), act);
    }
  }

  private List<VerificationId> add(Card card, String masked) {
    return handle
        .createQuery(
            """
            insert into revocation (verification, account, card)
            select verification, :account, :masked from verification
            where card = :card and state = 'ACCEPTED' order by asked, verification
            on conflict do nothing returning verification
            """)
        .bind("account", card.account().value())
        .bind("masked", masked)
        .bind("card", card.key().bytes())
        .map((row, context) -> new VerificationId(row.getString(1)))
        .list();
  }

  private static Effect effect(VerificationId registration) {
    return new Effect(
        ConversationKey.of(registration.value().getBytes(StandardCharsets.US_ASCII)),
        KIND,
        "authority",
        new byte[0]);
  }

  /** What an effect of {@link #KIND} asks for. */
  public Optional<Revocation> of(Effect effect) {
    byte[] registration = effect.conversation().bytes();
    return find(new VerificationId(new String(registration, StandardCharsets.US_ASCII)));
  }

  /** Whether what came of a registration is to be revoked; none where it is not. */
  public Optional<Revocation> find(VerificationId registration) {
    return handle
        .createQuery(
            """
            select verification, account, card, said from revocation where verification = :id
            """)
        .bind("id", registration.value())
        .map((row, context) -> revocation(row))
        .findOne();
  }

  private static Revocation revocation(ResultSet row) throws SQLException {
    return new Revocation(
        new VerificationId(row.getString("verification")),
        new AccountId(row.getObject("account", UUID.class)),
        row.getString("card"),
        Optional.ofNullable(row.getString("said")).map(Said::valueOf));
  }

  /** Keeps the authority's final word; false where it was there before. */
  public boolean answered(VerificationId registration, Said said) {
    return handle
            .createUpdate(
                "update revocation set said = :said where verification = :id and said is null")
            .bind("said", said.name())
            .bind("id", registration.value())
            .execute()
        == 1;
  }
}
