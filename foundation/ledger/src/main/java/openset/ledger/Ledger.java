package openset.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.ledger.LedgerRefused.Reason;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/**
 * One party's books within a transaction: accounts, balanced transfers that are never changed, and
 * holds. Every change carries an id of the caller and is harmless when repeated. The database
 * itself refuses what does not balance and any change or removal of what is written.
 */
public final class Ledger {
  /** The classpath folder of the ledger's tables, for {@link openset.store.Database#open}. */
  public static final String MIGRATIONS = "openset/ledger/migrations";

  private final Handle handle;
  private final Instant now;
  private final Holds holds;

  private Ledger(Tx tx, Instant now) {
    this.handle = tx.handle();
    this.now = now;
    this.holds = new Holds(handle, now);
  }

  /**
   * The ledger in a transaction.
   *
   * @param tx the transaction
   * @param now the time of what is written, and by which holds expire
   */
  public static Ledger in(Tx tx, Instant now) {
    return new Ledger(tx, now);
  }

  /**
   * Opens an account; does nothing when it is there already.
   *
   * @throws LedgerRefused {@code ID_TAKEN} when its code stands for another currency or kind
   */
  public void open(Account account) throws LedgerRefused {
    handle
        .createUpdate(
            """
            insert into ledger_account (code, currency, kind) values (:code, :currency, :kind)
            on conflict do nothing
            """)
        .bind("code", account.code().text())
        .bind("currency", account.currency())
        .bind("kind", account.kind().name())
        .execute();
    if (!account(account.code()).equals(Optional.of(account))) {
      throw new LedgerRefused(Reason.ID_TAKEN, "account " + account.code());
    }
  }

  /** An account, if it is in the ledger. */
  public Optional<Account> account(AccountCode code) {
    return handle
        .createQuery("select code, currency, kind from ledger_account where code = :code")
        .bind("code", code.text())
        .map((row, context) -> account(row))
        .findOne();
  }

  /** All accounts by their codes. */
  public List<Account> accounts() {
    return handle
        .createQuery("select code, currency, kind from ledger_account order by code")
        .map((row, context) -> account(row))
        .list();
  }

  /**
   * Writes a transfer; the same again does nothing.
   *
   * @return whether it is new
   * @throws LedgerRefused {@code ID_TAKEN}, {@code NO_SUCH_ACCOUNT}, {@code WRONG_CURRENCY}
   */
  public boolean transfer(Transfer transfer) throws LedgerRefused {
    return transfers(List.of(transfer)) == 1;
  }

  /**
   * Writes many transfers at once, which costs a fraction of writing each; those that are there
   * already do nothing.
   *
   * @param transfers each with an id of its own
   * @return how many are new
   * @throws LedgerRefused as {@link #transfer(Transfer)}; then none of them is written
   */
  public int transfers(List<Transfer> transfers) throws LedgerRefused {
    return new TransferSet(handle, now).write(transfers);
  }

  /** A transfer, if it is in the ledger. */
  public Optional<Transfer> transfer(TransferId id) {
    Optional<String> text =
        handle
            .createQuery("select text from ledger_transfer where id = :id")
            .bind("id", id.text())
            .mapTo(String.class)
            .findOne();
    return text.map(found -> new Transfer(id, found, entries(id)));
  }

  /**
   * Sets money aside; the same again does nothing.
   *
   * @return whether it is new
   * @throws LedgerRefused {@code ID_TAKEN}, {@code NO_SUCH_ACCOUNT}, {@code WRONG_CURRENCY}
   */
  public boolean hold(Hold hold) throws LedgerRefused {
    Optional<Hold> known = holds.find(hold.id());
    if (known.isPresent()) {
      if (known.get().equals(hold)) {
        return false;
      }
      throw new LedgerRefused(Reason.ID_TAKEN, "hold " + hold.id());
    }
    require(hold.debit(), hold.amount());
    require(hold.credit(), hold.amount());
    holds.add(hold);
    return true;
  }

  /**
   * Posts a hold in full or in part and releases the rest; the same again does nothing.
   *
   * @param hold the hold
   * @param posting id of the transfer that results
   * @param text the transfer's
   * @param amount at most what was held
   * @return whether it is new
   * @throws LedgerRefused {@code NO_SUCH_HOLD}, {@code HOLD_ENDED}, {@code HOLD_EXPIRED}, {@code
   *     BEYOND_HOLD}, {@code ID_TAKEN}
   */
  public boolean post(TransferId hold, TransferId posting, String text, Money amount)
      throws LedgerRefused {
    Hold held = existingHold(hold);
    if (amount.currency() != held.amount().currency()) {
      throw new LedgerRefused(Reason.WRONG_CURRENCY, "posting of hold " + hold);
    }
    if (!amount.isPositive() || amount.compareTo(held.amount()) > 0) {
      throw new LedgerRefused(Reason.BEYOND_HOLD, "hold " + hold);
    }
    Transfer transfer = Transfer.of(posting, text, held.debit(), held.credit(), amount);
    Optional<Holds.End> end = holds.end(hold);
    if (end.isPresent()) {
      require(end.get().posting().equals(Optional.of(posting)), Reason.HOLD_ENDED, hold);
      return transfer(transfer);
    }
    require(now.isBefore(held.expires()), Reason.HOLD_EXPIRED, hold);
    // A transfer that stands already was no posting of this hold, even if it looks like one.
    require(transfer(posting).isEmpty(), Reason.ID_TAKEN, posting);
    transfer(transfer);
    holds.add(hold, new Holds.End(Optional.of(posting)));
    return true;
  }

  /**
   * Gives back what was set aside (a void); the same again does nothing.
   *
   * @return whether it is new
   * @throws LedgerRefused {@code NO_SUCH_HOLD}; {@code HOLD_ENDED} when it was posted
   */
  public boolean release(TransferId hold) throws LedgerRefused {
    existingHold(hold);
    Optional<Holds.End> end = holds.end(hold);
    if (end.isPresent()) {
      require(end.get().posting().isEmpty(), Reason.HOLD_ENDED, hold);
      return false;
    }
    holds.add(hold, new Holds.End(Optional.empty()));
    return true;
  }

  /** A hold as it was made, whatever became of it. */
  public Optional<Hold> hold(TransferId id) {
    return holds.find(id);
  }

  /**
   * Debits less credits of an account.
   *
   * @throws LedgerRefused {@code NO_SUCH_ACCOUNT}
   */
  public Money balance(AccountCode code) throws LedgerRefused {
    int currency = existing(code).currency();
    BigDecimal sum =
        handle
            .createQuery(
                "select coalesce(sum(amount), 0) from ledger_entry where account = :account")
            .bind("account", code.text())
            .mapTo(BigDecimal.class)
            .one();
    return new Money(currency, sum.longValueExact());
  }

  /**
   * What the open holds on an account would add to its balance: positive where they would debit it.
   *
   * @throws LedgerRefused {@code NO_SUCH_ACCOUNT}
   */
  public Money heldOn(AccountCode code) throws LedgerRefused {
    return new Money(existing(code).currency(), holds.heldOn(code));
  }

  /** Balance and holds of an account together. */
  public Position position(AccountCode code) throws LedgerRefused {
    return new Position(balance(code), heldOn(code));
  }

  /**
   * As {@link #position}, and no other transaction that asks the same way goes on before this one
   * ends: what is decided on the answer, such as a hold within a limit, stays true.
   */
  public Position lockedPosition(AccountCode code) throws LedgerRefused {
    handle
        .createQuery("select code from ledger_account where code = :code for no key update")
        .bind("code", code.text())
        .mapTo(String.class)
        .findOne()
        .orElseThrow(() -> new LedgerRefused(Reason.NO_SUCH_ACCOUNT, code.text()));
    return position(code);
  }

  /** Where every account stands, by their codes. */
  public List<Standing> standings() {
    List<Standing> standings = new ArrayList<>();
    handle
        .createQuery(
            """
            select a.code, a.currency, a.kind,
                   (select coalesce(sum(e.amount), 0) from ledger_entry e
                    where e.account = a.code) as balance,
                   (select coalesce(sum(case when h.debit = a.code then h.amount
                                             else -h.amount end), 0)
                    from ledger_hold h
                    where (h.debit = a.code or h.credit = a.code) and h.expires > :now
                      and not exists (select from ledger_hold_end d where d.hold = h.id)) as held
            from ledger_account a order by a.code
            """)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .map((row, context) -> new Standing(account(row), position(row)))
        .forEach(standings::add);
    return List.copyOf(standings);
  }

  private static Position position(ResultSet row) throws SQLException {
    int currency = row.getInt("currency");
    return new Position(
        new Money(currency, row.getBigDecimal("balance").longValueExact()),
        new Money(currency, row.getBigDecimal("held").longValueExact()));
  }

  /**
   * The balance of an account as it was: of all transfers made before an instant.
   *
   * @throws LedgerRefused {@code NO_SUCH_ACCOUNT}
   */
  public Money balance(AccountCode code, Instant before) throws LedgerRefused {
    int currency = existing(code).currency();
    BigDecimal sum =
        handle
            .createQuery(
                """
                select coalesce(sum(e.amount), 0)
                from ledger_entry e join ledger_transfer t on t.id = e.transfer
                where e.account = :account and t.at < :before
                """)
            .bind("account", code.text())
            .bind("before", before.atOffset(ZoneOffset.UTC))
            .mapTo(BigDecimal.class)
            .one();
    return new Money(currency, sum.longValueExact());
  }

  /** All lines of an account from the oldest to the newest. */
  public List<StatementLine> statement(AccountCode code) throws LedgerRefused {
    return statement(code, Instant.MIN, Instant.MAX);
  }

  /**
   * The lines of an account in a period, from the oldest to the newest; each with the balance after
   * it, of all lines before, in the period or not.
   *
   * @param from the first instant of the period
   * @param until the first instant after it
   */
  public List<StatementLine> statement(AccountCode code, Instant from, Instant until)
      throws LedgerRefused {
    int currency = existing(code).currency();
    List<StatementLine> lines = new ArrayList<>();
    handle
        .createQuery(
            """
            select * from (
              select t.id, t.at, t.text, e.amount, t.written, e.line,
                     sum(e.amount) over (order by t.at, t.written, t.id, e.line) as balance
              from ledger_entry e join ledger_transfer t on t.id = e.transfer
              where e.account = :account) lines
            where at >= coalesce(cast(:from as timestamptz), '-infinity')
              and at < coalesce(cast(:until as timestamptz), 'infinity')
            order by at, written, id, line
            """)
        .bind("account", code.text())
        .bind("from", orNone(from, Instant.MIN))
        .bind("until", orNone(until, Instant.MAX))
        .map(
            (row, context) ->
                new StatementLine(
                    TransferId.of(row.getString("id")),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("text"),
                    new Money(currency, row.getLong("amount")),
                    new Money(currency, row.getBigDecimal("balance").longValueExact())))
        .forEach(lines::add);
    return List.copyOf(lines);
  }

  /** A time for the database; nothing where it is without bound. */
  private static OffsetDateTime orNone(Instant time, Instant unbounded) {
    return time.equals(unbounded) ? null : time.atOffset(ZoneOffset.UTC);
  }

  /**
   * The sum of every currency over all accounts.
   *
   * @throws IllegalStateException when one does not balance: the books are broken
   */
  public List<CurrencySum> checkSums() {
    List<CurrencySum> sums = sums();
    if (!sums.stream().allMatch(CurrencySum::isBalanced)) {
      throw new IllegalStateException("the ledger does not balance: " + sums);
    }
    return sums;
  }

  /** The sum of every currency over all accounts, whether they balance or not. */
  public List<CurrencySum> sums() {
    return handle
        .createQuery(
            """
            select currency, count(*),
                   coalesce(sum(amount) filter (where amount > 0), 0),
                   coalesce(-sum(amount) filter (where amount < 0), 0)
            from ledger_entry group by currency order by currency
            """)
        .map(
            (row, context) ->
                new CurrencySum(
                    row.getInt(1),
                    row.getLong(2),
                    row.getBigDecimal(3).toBigIntegerExact(),
                    row.getBigDecimal(4).toBigIntegerExact()))
        .list();
  }

  private List<Entry> entries(TransferId id) {
    return handle
        .createQuery(
            """
            select account, currency, amount from ledger_entry
            where transfer = :transfer order by line
            """)
        .bind("transfer", id.text())
        .map(
            (row, context) ->
                new Entry(
                    AccountCode.of(row.getString(1)), new Money(row.getInt(2), row.getLong(3))))
        .list();
  }

  private void require(AccountCode code, Money amount) throws LedgerRefused {
    if (existing(code).currency() != amount.currency()) {
      throw new LedgerRefused(Reason.WRONG_CURRENCY, "account " + code);
    }
  }

  private static void require(boolean holds, Reason reason, TransferId what)
      throws LedgerRefused {
    if (!holds) {
      throw new LedgerRefused(reason, what.text());
    }
  }

  private Hold existingHold(TransferId id) throws LedgerRefused {
    return holds
        .find(id)
        .orElseThrow(() -> new LedgerRefused(Reason.NO_SUCH_HOLD, id.text()));
  }

  private Account existing(AccountCode code) throws LedgerRefused {
    return account(code)
        .orElseThrow(() -> new LedgerRefused(Reason.NO_SUCH_ACCOUNT, code.text()));
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        AccountCode.of(row.getString(1)), row.getInt(2), Account.Kind.valueOf(row.getString(3)));
  }
}
