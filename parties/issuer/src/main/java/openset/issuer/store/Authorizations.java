package openset.issuer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import openset.issuer.decision.Spending;
import openset.iso8583.host.Amount;
import openset.iso8583.host.CheckResults;
import openset.iso8583.host.Checks;
import openset.iso8583.host.Octets;
import openset.iso8583.host.ResponseCode;
import openset.issuer.store.Authorized.Outcome;
import openset.issuer.store.Authorized.Progress;
import openset.issuer.store.Authorized.Sale;
import openset.issuer.store.Authorized.State;
import openset.store.Conflict;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Authorizations and what became of them, within one transaction. Whoever changes one that holds
 * money locks the card first, then the authorization.
 */
public final class Authorizations {
  private static final String SELECT =
      """
      select exchange, acquirer, content, card, xid, merchant, minor, currency, state, response,
             reason, approval, presented_minor, holds, asked, expires,
             coalesce(approved_minor, minor) as approved_minor
      from authorized
      """;
  private static final String NEWEST =
      " order by asked desc, exchange, acquirer limit :most";

  private final Handle handle;

  /** The authorizations as that transaction sees them. */
  public Authorizations(Tx tx) {
    this.handle = tx.handle();
  }

  /** An authorization as it is now. */
  public Optional<Authorized> find(AuthorizationKey key) {
    return one("", key);
  }

  /** An authorization that nobody else changes until this transaction ends. */
  public Optional<Authorized> lock(AuthorizationKey key) {
    return one(" for update", key);
  }

  /**
   * What is kept with an authorization beside what decides about it.
   *
   * @param as by which message it was asked for
   * @param checked what was found of its checks
   * @param terminal element 41, which a chargeback names again
   * @param retrieval element 37, likewise
   * @param said whether nobody signed as the cardholder, and of which kind of series it is
   * @param spending what rules of spending look at, when the card is known
   */
  public record Noted(
      Authorized.AskedAs as,
      CheckResults checked,
      String terminal,
      String retrieval,
      Checks said,
      Optional<Spending> spending) {}

  /**
   * Adds one whose key is new; when somebody was faster, all is done again.
   *
   * @param noted nothing while only its reversal has come
   */
  public void add(Authorized authorized, Optional<Noted> noted) {
    Update insert =
        handle
            .createUpdate(
                """
                insert into authorized (exchange, acquirer, content, card, xid, merchant, minor,
                    currency, state, response, reason, approval, holds, asked, expires, asked_as,
                    address_result, code_result, terminal, retrieval, unauthenticated, recurrence,
                    category, country, product)
                values (:exchange, :acquirer, :content, :card, :xid, :merchant, :minor,
                    :currency, :state, :response, :reason, :approval, :holds, :asked, :expires, :as,
                    :address, :code, :terminal, :retrieval, :unauthenticated, :recurrence,
                    :category, :country, :product)
                on conflict do nothing
                """)
            .bind("exchange", authorized.key().exchange().bytes())
            .bind("acquirer", authorized.key().acquirer())
            .bindByType(
                "content", authorized.content().map(ContentHash::bytes).orElse(null), byte[].class)
            .bindByType(
                "card", authorized.card().map(CardKey::bytes).orElse(null), byte[].class)
            .bind("xid", authorized.sale().xid().bytes())
            .bind("merchant", authorized.sale().merchant())
            .bind("minor", authorized.sale().amount().minor())
            .bind("currency", authorized.sale().amount().currency())
            .bind("state", authorized.outcome().state().name())
            .bind("response", authorized.outcome().response().wire())
            .bind("reason", authorized.outcome().reason())
            .bind("approval", authorized.outcome().approval())
            .bind("holds", authorized.progress().holds())
            .bind("asked", authorized.progress().asked().atOffset(ZoneOffset.UTC))
            .bind("expires", authorized.progress().expires().atOffset(ZoneOffset.UTC));
    bind(insert, noted);
    if (insert.execute() == 0) {
      throw new Conflict("an authorization and its like at once");
    }
  }

  private static void bind(Update insert, Optional<Noted> noted) {
    Optional<Spending> spending = noted.flatMap(Noted::spending);
    insert
        .bind("as", noted.map(Noted::as).orElse(Authorized.AskedAs.AUTHORIZATION).name())
        .bind("address", noted.flatMap(each -> each.checked().address()).orElse(null))
        .bind("code", noted.flatMap(each -> each.checked().securityCode()).orElse(null))
        .bind("terminal", noted.map(Noted::terminal).orElse(null))
        .bind("retrieval", noted.map(Noted::retrieval).orElse(null))
        .bind("unauthenticated", noted.filter(n -> n.said().unauthenticated()).isPresent())
        .bind(
            "recurrence",
            noted.flatMap(each -> each.said().recurrence()).map(Enum::name).orElse(null))
        .bind("category", spending.map(Spending::category).orElse(""))
        .bind("country", spending.flatMap(Spending::country).orElse(null))
        .bind("product", spending.map(Spending::product).orElse(null));
  }

  /** What was found of the checks of one. */
  public CheckResults checked(AuthorizationKey key) {
    return handle
        .createQuery(
            """
            select address_result, code_result from authorized
            where exchange = :exchange and acquirer = :acquirer
            """)
        .bind("exchange", key.exchange().bytes())
        .bind("acquirer", key.acquirer())
        .map(
            (row, context) ->
                new CheckResults(
                    Optional.ofNullable(row.getString("address_result")),
                    Optional.ofNullable(row.getString("code_result"))))
        .one();
  }

  /** Whether nobody signed one as the cardholder. */
  public boolean isUnauthenticated(AuthorizationKey key) {
    return handle
        .createQuery(
            """
            select unauthenticated from authorized
            where exchange = :exchange and acquirer = :acquirer
            """)
        .bind("exchange", key.exchange().bytes())
        .bind("acquirer", key.acquirer())
        .mapTo(Boolean.class)
        .one();
  }

  /** Notes that one is reversed. */
  public void reversed(AuthorizationKey key) {
    handle.execute(
        "update authorized set state = 'REVERSED' where exchange = ? and acquirer = ?",
        key.exchange().bytes(),
        key.acquirer());
  }

  /** Notes that no more than this is approved, and how many holds it has had. */
  public void replaced(AuthorizationKey key, long approvedMinor, int holds) {
    handle.execute(
        "update authorized set approved_minor = ?, holds = ? where exchange = ? and acquirer = ?",
        approvedMinor,
        holds,
        key.exchange().bytes(),
        key.acquirer());
  }

  /** Notes what has been posted of one, and how many holds it has had. */
  public void presented(AuthorizationKey key, long presentedMinor, int holds) {
    handle.execute(
        "update authorized set presented_minor = ?, holds = ? where exchange = ? and acquirer = ?",
        presentedMinor,
        holds,
        key.exchange().bytes(),
        key.acquirer());
  }

  /** The newest of a card, newest first. */
  public List<Authorized> of(CardKey card, int most) {
    return newest("card", card.bytes(), most);
  }

  /** The newest of a purchase, newest first. */
  public List<Authorized> of(Octets xid, int most) {
    return newest("xid", xid.bytes(), most);
  }

  private List<Authorized> newest(String column, byte[] value, int most) {
    return handle
        .createQuery(SELECT + " where " + column + " = :value" + NEWEST)
        .bind("value", value)
        .bind("most", most)
        .map((row, context) -> authorized(row))
        .list();
  }

  private Optional<Authorized> one(String locking, AuthorizationKey key) {
    return handle
        .createQuery(SELECT + " where exchange = :exchange and acquirer = :acquirer" + locking)
        .bind("exchange", key.exchange().bytes())
        .bind("acquirer", key.acquirer())
        .map((row, context) -> authorized(row))
        .findOne();
  }

  private static Authorized authorized(ResultSet row) throws SQLException {
    return new Authorized(
        new AuthorizationKey(
            Octets.of(row.getBytes("exchange")), row.getString("acquirer")),
        Optional.ofNullable(row.getBytes("content")).map(ContentHash::new),
        Optional.ofNullable(row.getBytes("card")).map(CardKey::new),
        new Sale(
            Octets.of(row.getBytes("xid")),
            row.getString("merchant"),
            new Amount(row.getLong("minor"), row.getInt("currency"))),
        new Outcome(
            State.valueOf(row.getString("state")),
            ResponseCode.of(row.getString("response")).orElseThrow(),
            row.getString("reason"),
            row.getString("approval")),
        new Progress(
            row.getLong("presented_minor"),
            row.getLong("approved_minor"),
            row.getInt("holds"),
            row.getObject("asked", OffsetDateTime.class).toInstant(),
            row.getObject("expires", OffsetDateTime.class).toInstant()));
  }
}
