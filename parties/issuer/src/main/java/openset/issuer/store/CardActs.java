package openset.issuer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import openset.issuer.card.AccountId;
import openset.issuer.card.CardAct;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/** The audit of what the bank's people did to cards, within one transaction. */
public final class CardActs {
  private final Handle handle;

  /** The audit as that transaction sees it. */
  public CardActs(Tx tx) {
    this.handle = tx.handle();
  }

  /** Writes an act down; the card is locked by this transaction. */
  public void add(AccountId account, CardAct act) {
    handle
        .createUpdate(
            """
            insert into card_act (account, act_number, act, card, done_by, done)
            select :account, coalesce(max(act_number), 0) + 1, :act, :card, :by, :at
            from card_act where account = :account
            """)
        .bind("account", account.value())
        .bind("act", act.kind().name())
        .bind("card", act.card())
        .bind("by", act.by())
        .bind("at", act.at().atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** The acts on an account's cards, oldest first. */
  public List<CardAct> of(AccountId account) {
    return handle
        .createQuery(
            """
            select act, card, done_by, done from card_act
            where account = :account order by act_number
            """)
        .bind("account", account.value())
        .map((row, context) -> act(row))
        .list();
  }

  private static CardAct act(ResultSet row) throws SQLException {
    return new CardAct(
        CardAct.Kind.valueOf(row.getString("act")),
        row.getString("card"),
        row.getString("done_by"),
        row.getObject("done", OffsetDateTime.class).toInstant());
  }
}
