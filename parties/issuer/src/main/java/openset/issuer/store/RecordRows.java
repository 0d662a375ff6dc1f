package openset.issuer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import openset.issuer.card.AccountId;
import openset.issuer.card.CardNumber;
import openset.issuer.decision.Series;
import openset.issuer.records.Records.AccountRow;
import openset.issuer.records.Records.ApplicationRow;
import openset.issuer.records.Records.Asked;
import openset.issuer.records.Records.AuthorizationRow;
import openset.issuer.records.Records.BillRow;
import openset.issuer.records.Records.Decided;
import openset.issuer.records.Records.Declines;
import openset.issuer.records.Records.DisputeRow;
import openset.issuer.records.Records.Hour;
import openset.issuer.records.Records.RegistrationRow;
import openset.ledger.Money;
import openset.store.Tx;
import openset.store.listing.Listed;
import openset.store.listing.Listing;
import openset.store.listing.Look;

/**
 * Records of all kinds, a page at a time, within one transaction. All are narrowed by {@code
 * state}, {@code account}, and the days {@code from} and {@code until} (UTC, both counted).
 */
public final class RecordRows {
  private static final Map<String, String> ONLY =
      Map.of(
          "state", "state = :state",
          "account", "account = :account",
          "from", "at >= cast(:from as timestamp) at time zone 'UTC'",
          "until", "at < cast(:until as timestamp) at time zone 'UTC' + interval '1 day'");
  /** All words that are sought. */
  private static final String FOUND =
      """
      account in (
        select w.account::text from card_word w
        where w.word in (select decode(h, 'hex') from unnest(string_to_array(:find, ' ')) h)
        group by w.account having count(*) = cardinality(string_to_array(:find, ' ')))
      """;
  private static final Listing APPLICATIONS =
      new Listing(
          """
          select application, account::text as account, reasons, decided as at,
                 case when account is null then 'REFUSED' else 'OPENED' end as state
          from application
          """,
          "at desc, application",
          Map.of("at", "at", "application", "application", "state", "state"),
          ONLY);
  private static final Listing ACCOUNTS =
      new Listing(
          """
          select c.account::text as account, c.status as state, c.product, c.currency,
                 c.limit_minor, c.opened as at, c.number,
                 (select coalesce(sum(e.amount), 0)::bigint from ledger_entry e
                  where e.account = 'holder/' || c.account) as owed_minor
          from card c
          """,
          "at desc, account",
          Map.of("at", "at", "limit", "limit_minor", "owed", "owed_minor", "product", "product"),
          found());
  private static final Listing AUTHORIZATIONS =
      new Listing(
          """
          select encode(a.xid, 'hex') as xid, a.exchange, a.acquirer,
                 c.account::text as account, a.minor, a.currency, a.merchant, a.category,
                 a.asked_as, coalesce(a.recurrence, 'SINGLE') as series, a.unauthenticated,
                 a.response, a.reason,
                 coalesce(a.address_result, '-') || coalesce(a.code_result, '-') as checks,
                 case when a.state <> 'HELD' then a.state
                      when a.presented_minor >= coalesce(a.approved_minor, a.minor) then 'POSTED'
                      when a.expires <= :now then 'EXPIRED' else 'HELD' end as state,
                 a.asked as at
          from authorized a left join card c on c.card = a.card
          """,
          "at desc, exchange, acquirer",
          Map.of("at", "at", "amount", "minor", "merchant", "merchant", "state", "state"),
          ONLY);
  private static final Listing REGISTRATIONS =
      new Listing(
          """
          select v.verification, c.account::text as account, v.state, v.reasons, v.decided_by,
                 v.asked as at
          from verification v left join card c on c.card = v.card
          """,
          "at desc, verification",
          Map.of("at", "at", "state", "state"),
          ONLY);
  private static final Listing BILLS =
      new Listing(
          """
          select account::text as account, period, currency, closing, minimum, due, closed as at,
                 period as state
          from bill
          """,
          "period desc, account",
          Map.of("at", "at", "period", "period", "closing", "closing", "due", "due"),
          ONLY);
  private static final Listing DISPUTES =
      new Listing(
          """
          select number, account::text as account, minor, currency, reason,
                 coalesce(outcome, state) as state, opened as at
          from dispute
          """,
          "at desc, number",
          Map.of("at", "at", "amount", "minor", "state", "state", "reason", "reason"),
          ONLY);

  private final Tx tx;
  private final Secrets secrets;
  private final Instant now;

  /** The records as that transaction sees them, at that time. */
  public RecordRows(Tx tx, Secrets secrets, Instant now) {
    this.tx = tx;
    this.secrets = secrets;
    this.now = now;
  }

  private static Map<String, String> found() {
    Map<String, String> all = new TreeMap<>(ONLY);
    all.put("find", FOUND);
    return all;
  }

  /** Applications for accounts. */
  public Listed<ApplicationRow> applications(Look look) {
    return page(APPLICATIONS, look, RecordRows::application);
  }

  /**
   * Accounts with their cards. Narrowed by {@code find}, too: an account's whole id, or words of
   * the holder's name and the last four digits of the card.
   */
  public Listed<AccountRow> accounts(Look look) {
    return page(ACCOUNTS, sought(look), this::account);
  }

  private Look sought(Look look) {
    String text = look.only().get("find");
    if (text == null) return look;
    Map<String, String> only = new TreeMap<>(look.only());
    if (AccountId.parse(text).isPresent()) {
      only.remove("find");
      only.put("account", text);
    } else {
      only.put("find", CardWords.sought(secrets, text));
    }
    return new Look(look.sort(), look.descending(), look.page(), look.size(), only);
  }

  /** Authorizations as they are asked for, with reasons. */
  public Listed<AuthorizationRow> authorizations(Look look) {
    Map<String, Object> own = Map.of("now", now.atOffset(ZoneOffset.UTC));
    return AUTHORIZATIONS.page(tx, look, own, RecordRows::authorization);
  }

  /** Attempts to register cards with certification authorities. */
  public Listed<RegistrationRow> registrations(Look look) {
    return page(REGISTRATIONS, look, RecordRows::registration);
  }

  /** How many authorizations were approved and declined, hour by hour since that time. */
  public List<Hour> hours(Instant from) {
    return tx.handle()
        .createQuery(
            """
            select date_trunc('hour', asked, 'UTC') as hour,
                   count(*) filter (where state <> 'DECLINED') as approved,
                   count(*) filter (where state = 'DECLINED') as declined
            from authorized where asked >= :from and content is not null
            group by 1 order by 1
            """)
        .bind("from", from.atOffset(ZoneOffset.UTC))
        .map(
            (row, context) ->
                new Hour(
                    row.getObject("hour", OffsetDateTime.class).toInstant(),
                    row.getLong("approved"),
                    row.getLong("declined")))
        .list();
  }

  /** Why authorizations were declined since that time, the most frequent reasons first. */
  public List<Declines> declines(Instant from, int most) {
    return tx.handle()
        .createQuery(
            """
            select reason, count(*) as times from authorized
            where asked >= :from and state = 'DECLINED'
            group by reason order by times desc, reason limit :most
            """)
        .bind("from", from.atOffset(ZoneOffset.UTC))
        .bind("most", most)
        .map((row, context) -> new Declines(row.getString("reason"), row.getLong("times")))
        .list();
  }

  /** Bills; the state of one is its period. */
  public Listed<BillRow> bills(Look look) {
    return page(BILLS, look, RecordRows::bill);
  }

  /** Disputes; the state of a closed one is its outcome. */
  public Listed<DisputeRow> disputes(Look look) {
    return page(DISPUTES, look, RecordRows::dispute);
  }

  private <R> Listed<R> page(Listing listing, Look look, Listing.Row<R> row) {
    return listing.page(tx, look, row);
  }

  private static ApplicationRow application(ResultSet row) throws SQLException {
    return new ApplicationRow(
        row.getString("application"),
        row.getString("state"),
        row.getString("reasons"),
        Optional.ofNullable(row.getString("account")),
        at(row));
  }

  private AccountRow account(ResultSet row) throws SQLException {
    return new AccountRow(
        row.getString("account"),
        new AccountRow.Card(number(row).masked(), row.getString("state")),
        row.getString("product"),
        money(row, "limit_minor"),
        money(row, "owed_minor"),
        at(row));
  }

  private CardNumber number(ResultSet row) throws SQLException {
    AccountId account = new AccountId(UUID.fromString(row.getString("account")));
    return secrets.number(account, row.getBytes("number"));
  }

  private static AuthorizationRow authorization(ResultSet row) throws SQLException {
    return new AuthorizationRow(
        row.getString("xid"),
        Optional.ofNullable(row.getString("account")),
        money(row, "minor"),
        row.getString("state"),
        new Decided(
            row.getString("merchant"),
            row.getString("category"),
            new Asked(
                row.getString("asked_as"),
                Series.valueOf(row.getString("series")),
                row.getBoolean("unauthenticated")),
            row.getString("response"),
            row.getString("reason"),
            row.getString("checks")),
        at(row));
  }

  private static RegistrationRow registration(ResultSet row) throws SQLException {
    return new RegistrationRow(
        row.getString("verification"),
        Optional.ofNullable(row.getString("account")),
        row.getString("state"),
        row.getString("reasons"),
        Optional.ofNullable(row.getString("decided_by")),
        at(row));
  }

  private static BillRow bill(ResultSet row) throws SQLException {
    return new BillRow(
        row.getString("account"),
        row.getString("period"),
        money(row, "closing"),
        money(row, "minimum"),
        row.getObject("due", LocalDate.class),
        at(row));
  }

  private static DisputeRow dispute(ResultSet row) throws SQLException {
    return new DisputeRow(
        row.getString("number"),
        row.getString("account"),
        money(row, "minor"),
        row.getString("reason"),
        row.getString("state"),
        at(row));
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    return new Money(row.getInt("currency"), row.getLong(column));
  }

  private static Instant at(ResultSet row) throws SQLException {
    return row.getObject("at", OffsetDateTime.class).toInstant();
  }
}
