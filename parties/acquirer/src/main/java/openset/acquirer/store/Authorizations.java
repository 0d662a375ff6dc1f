package openset.acquirer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import openset.acquirer.fee.CardClass;
import openset.acquirer.fee.CardKind;
import openset.acquirer.store.LoggedAuthorization.Asked;
import openset.acquirer.store.LoggedAuthorization.Forwarded;
import openset.acquirer.store.LoggedAuthorization.Manner;
import openset.acquirer.store.LoggedAuthorization.Outcome;
import openset.iso8583.host.Acceptor;
import openset.iso8583.host.Amount;
import openset.iso8583.host.AuthorizationAnswer;
import openset.iso8583.host.CheckResults;
import openset.iso8583.host.Checks;
import openset.iso8583.host.Decision;
import openset.iso8583.host.Octets;
import openset.iso8583.host.Purchase;
import openset.iso8583.host.Reference;
import openset.iso8583.host.ResponseCode;
import openset.iso8583.host.Trace;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/** The authorization log: every key once, every answer once. */
public final class Authorizations {
  private final Handle handle;
  private final String acquirer;

  private Authorizations(Handle handle, String acquirer) {
    this.handle = handle;
    this.acquirer = acquirer;
  }

  /** The log of this acquirer (its institution code) in a transaction. */
  public static Authorizations in(Tx tx, String acquirer) {
    return new Authorizations(tx.handle(), acquirer);
  }

  /** Writes a new row; false when the key is there already, and then nothing is changed. */
  public boolean add(LoggedAuthorization entry) {
    Asked asked = entry.asked();
    Purchase purchase = asked.purchase();
    Optional<Forwarded> forwarded = entry.forwarded();
    CardClass card = forwarded.map(Forwarded::card).orElse(CardClass.PLAIN);
    int rows =
        handle
            .createUpdate(
                """
                insert into authorization_log (
                  key, xid, trans_stain, certificate, set_merchant, merchant, terminal, category,
                  retrieval, card, amount, currency, issuer, sent_time, sent_stan,
                  sent_terminal, brand, card_kind, response, approval, approved, reversed, manner,
                  until, unauthenticated, recurrence, at)
                values (
                  :key, :xid, :stain, :certificate, :setMerchant, :merchant, :terminal, :category,
                  :retrieval, :card, :amount, :currency, :issuer, :sentTime, :sentStan,
                  :sentTerminal, :brand, :kind, :response, :approval, :approved, :reversed, :manner,
                  :until, :unauthenticated, :recurrence, :at)
                on conflict do nothing
                """)
            .bind("key", purchase.key().bytes())
            .bind("xid", purchase.xid().bytes())
            .bind("stain", purchase.transStain().map(Octets::bytes).orElse(null))
            .bind("certificate", purchase.certificate().map(Octets::bytes).orElse(null))
            .bind("setMerchant", purchase.merchantId().orElse(null))
            .bind("merchant", asked.acceptor().merchant())
            .bind("terminal", asked.acceptor().terminal())
            .bind("category", asked.acceptor().category())
            .bind("retrieval", asked.reference().retrieval())
            .bind("card", asked.card())
            .bind("amount", asked.amount().minor())
            .bind("currency", asked.amount().currency())
            .bind("issuer", forwarded.map(Forwarded::issuer).orElse(null))
            .bind("sentTime", forwarded.map(each -> each.trace().time()).orElse(null))
            .bind("sentStan", forwarded.map(each -> each.trace().stan()).orElse(null))
            .bind("sentTerminal", forwarded.map(Forwarded::terminal).orElse(null))
            .bind("brand", card.brand())
            .bind("kind", card.kind().name())
            .bind("response", entry.decision().map(Authorizations::response).orElse(null))
            .bind("approval", entry.approvalCode().orElse(null))
            .bind("approved", entry.approvalCode().isPresent() ? (Long) entry.approved() : null)
            .bind("reversed", entry.reversed())
            .bind("manner", entry.manner().name())
            .bind("until", until(entry.outcome().until()))
            .bind("unauthenticated", purchase.checks().unauthenticated())
            .bind("recurrence", purchase.checks().recurrence().map(Enum::name).orElse(null))
            .bind("at", entry.at().atOffset(ZoneOffset.UTC))
            .execute();
    return rows == 1;
  }

  /** The row of a key. */
  public Optional<LoggedAuthorization> find(Octets key) {
    return find(key, "");
  }

  /** The row of a key, locked until the transaction ends. */
  public Optional<LoggedAuthorization> lock(Octets key) {
    return find(key, " for update");
  }

  private Optional<LoggedAuthorization> find(Octets key, String how) {
    return handle
        .createQuery("select * from authorization_log where key = :key" + how)
        .bind("key", key.bytes())
        .map((row, _) -> entry(row))
        .findOne();
  }

  /** Writes the answer of a row that has none. */
  public void decide(Octets key, AuthorizationAnswer answer) {
    handle
        .createUpdate(
            """
            update authorization_log set response = :response, approval = :approval,
              address_result = :address, code_result = :code, until = :until,
              approved = case when :approval::text is null then null
                else coalesce(:approved::bigint, amount) end
            where key = :key and response is null
            """)
        .bind("key", key.bytes())
        .bind("response", response(answer.decision()))
        .bind("address", answer.checked().address().orElse(null))
        .bind("code", answer.checked().securityCode().orElse(null))
        .bind("until", until(answer.until()))
        .bind("approval", code(answer.decision()).orElse(null))
        .bind("approved", partly(answer.decision()).orElse(null))
        .execute();
  }

  private static OffsetDateTime until(Optional<Instant> end) {
    return end.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
  }

  /** Marks a row as reversed. */
  public void reverse(Octets key) {
    handle
        .createUpdate("update authorization_log set reversed = true where key = :key")
        .bind("key", key.bytes())
        .execute();
  }

  /** Notes that no more than this stays approved, in minor units. */
  public void replace(Octets key, long minor) {
    handle
        .createUpdate("update authorization_log set replaced = :minor where key = :key")
        .bind("key", key.bytes())
        .bind("minor", minor)
        .execute();
  }

  /** Notes the issuer's last word about an advice of stand-in. */
  public void advised(Octets key, ResponseCode said) {
    handle
        .createUpdate(
            """
            update authorization_log set advised = :said where key = :key and advised is null
            """)
        .bind("key", key.bytes())
        .bind("said", said.wire())
        .execute();
  }

  /** Keys of rows older than this that have no answer. */
  public List<Octets> underWaySince(Instant before) {
    return handle
        .createQuery(
            "select key from authorization_log where response is null and at < :before order by at")
        .bind("before", before.atOffset(ZoneOffset.UTC))
        .map((row, _) -> Octets.of(row.getBytes(1)))
        .list();
  }

  /** The latest rows of a merchant, newest first. */
  public List<LoggedAuthorization> latest(String merchant, int most) {
    return handle
        .createQuery(
            """
            select * from authorization_log where merchant = :merchant
            order by at desc limit :most
            """)
        .bind("merchant", merchant)
        .bind("most", most)
        .map((row, _) -> entry(row))
        .list();
  }

  private LoggedAuthorization entry(ResultSet row) throws SQLException {
    Purchase purchase =
        new Purchase(
            Octets.of(row.getBytes("key")),
            Octets.of(row.getBytes("xid")),
            Optional.ofNullable(row.getBytes("trans_stain")).map(Octets::of),
            Optional.ofNullable(row.getBytes("certificate")).map(Octets::of),
            Optional.ofNullable(row.getString("set_merchant")),
            new Checks(
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(row.getString("recurrence")).map(Checks.Recurrence::valueOf),
                row.getBoolean("unauthenticated")));
    Asked asked =
        new Asked(
            purchase,
            new Acceptor(
                row.getString("terminal"), row.getString("merchant"), row.getString("category")),
            new Reference(acquirer, row.getString("retrieval")),
            new Amount(row.getLong("amount"), row.getInt("currency")),
            row.getString("card"));
    return new LoggedAuthorization(
        asked,
        Manner.valueOf(row.getString("manner")),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        forwarded(row),
        outcome(row));
  }

  private static Outcome outcome(ResultSet row) throws SQLException {
    CheckResults checked =
        new CheckResults(
            Optional.ofNullable(row.getString("address_result")),
            Optional.ofNullable(row.getString("code_result")));
    Optional<ResponseCode> advised =
        Optional.ofNullable(row.getString("advised")).flatMap(ResponseCode::of);
    return new Outcome(
        decision(row),
        checked,
        row.getBoolean("reversed"),
        replaced(row),
        advised,
        Optional.ofNullable(row.getObject("until", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private static OptionalLong replaced(ResultSet row) throws SQLException {
    long minor = row.getLong("replaced");
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(minor);
  }

  private static Optional<Forwarded> forwarded(ResultSet row) throws SQLException {
    String issuer = row.getString("issuer");
    if (issuer == null) return Optional.empty();
    Trace trace = new Trace(row.getString("sent_time"), row.getInt("sent_stan"));
    CardClass card =
        new CardClass(row.getString("brand"), CardKind.valueOf(row.getString("card_kind")));
    return Optional.of(new Forwarded(issuer, trace, row.getString("sent_terminal"), card));
  }

  private static Optional<Decision> decision(ResultSet row) throws SQLException {
    String response = row.getString("response");
    String approval = row.getString("approval");
    if (response == null) return Optional.empty();
    if (approval == null) return Optional.of(new Decision.Declined(response));
    boolean whole = response.equals(ResponseCode.APPROVED.wire());
    return Optional.of(
        whole
            ? new Decision.Approved(approval)
            : new Decision.PartlyApproved(approval, row.getLong("approved")));
  }

  private static String response(Decision decision) {
    return switch (decision) {
      case Decision.Approved _ -> ResponseCode.APPROVED.wire();
      case Decision.PartlyApproved _ -> ResponseCode.PARTLY_APPROVED.wire();
      case Decision.Declined(String code) -> code;
    };
  }

  private static Optional<String> code(Decision decision) {
    return switch (decision) {
      case Decision.Approved(String code) -> Optional.of(code);
      case Decision.PartlyApproved(String code, long _) -> Optional.of(code);
      case Decision.Declined _ -> Optional.empty();
    };
  }

  private static Optional<Long> partly(Decision decision) {
    return decision instanceof Decision.PartlyApproved(String _, long minor)
        ? Optional.of(minor)
        : Optional.empty();
  }
}
