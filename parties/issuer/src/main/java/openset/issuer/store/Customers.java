package openset.issuer.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import openset.issuer.card.AccountId;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/** Customers, their sessions and their failures to sign in, within one transaction. */
public final class Customers {
  private final Handle handle;

  /** The customers as that transaction sees them. */
  public Customers(Tx tx) {
    this.handle = tx.handle();
  }

  /** A customer; the password as its hash. */
  public record Customer(
      String name, AccountId account, String password, Optional<Instant> shownUntil) {
    @Override
    public String toString() {
      return "Customer[" + name + "]";
    }
  }

  /** A session. */
  public record Session(String name, Instant began, Instant seen) {}

  /** Failures in a row, and when the last was. */
  public record Failures(int count, Instant at) {}

  /** Adds a customer; false where the name or the account has one. */
  public boolean add(Customer customer, Instant now) {
    return handle.execute(
            "insert into customer (name, account, password, joined, shown_until)"
                + " values (?, ?, ?, ?, ?) on conflict do nothing",
            customer.name(),
            customer.account().value(),
            customer.password(),
            at(now),
            customer.shownUntil().map(Customers::at).orElse(null))
        == 1;
  }

  /** The customer of that name. */
  public Optional<Customer> find(String name) {
    return handle
        .createQuery(
            "select name, account, password, shown_until from customer where name = :name")
        .bind("name", name)
        .map(
            (row, context) ->
                new Customer(
                    row.getString(1),
                    new AccountId(row.getObject(2, UUID.class)),
                    row.getString(3),
                    Optional.ofNullable(row.getObject(4, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)))
        .findOne();
  }

  /** Until when the card's whole number is shown; not at all where empty. */
  public void show(String name, Optional<Instant> until) {
    handle.execute(
        "update customer set shown_until = ? where name = ?",
        until.map(Customers::at).orElse(null),
        name);
  }

  /** Begins a session. */
  public void begin(byte[] token, String name, Instant now) {
    handle.execute(
        "insert into customer_session (token, name, began, seen) values (?, ?, ?, ?)",
        token,
        name,
        at(now),
        at(now));
  }

  /** The session of that token. */
  public Optional<Session> session(byte[] token) {
    return handle
        .createQuery("select name, began, seen from customer_session where token = :token")
        .bind("token", token)
        .map(
            (row, context) ->
                new Session(
                    row.getString(1),
                    row.getObject(2, OffsetDateTime.class).toInstant(),
                    row.getObject(3, OffsetDateTime.class).toInstant()))
        .findOne();
  }

  /** Notes that a session was used. */
  public void seen(byte[] token, Instant now) {
    handle.execute("update customer_session set seen = ? where token = ?", at(now), token);
  }

  /** Ends a session. */
  public void end(byte[] token) {
    handle.execute("delete from customer_session where token = ?", (Object) token);
  }

  /** Forgets sessions that began, and failures that were, before that. */
  public void forget(Instant before) {
    handle.execute("delete from customer_session where began < ?", at(before));
    handle.execute("delete from sign_in_failure where at < ?", at(before));
  }

  /** Failures so far; locks what is counted until the transaction ends. */
  public Optional<Failures> failures(ContentHash what) {
    return handle
        .createQuery("select failures, at from sign_in_failure where what = :what for update")
        .bind("what", what.bytes())
        .map(
            (row, context) ->
                new Failures(row.getInt(1), row.getObject(2, OffsetDateTime.class).toInstant()))
        .findOne();
  }

  /** Counts one more failure. */
  public void failed(ContentHash what, Instant now) {
    handle.execute(
        "insert into sign_in_failure (what, failures, at) values (?, 1, ?)"
            + " on conflict (what) do update set failures = sign_in_failure.failures + 1,"
            + " at = excluded.at",
        what.bytes(),
        at(now));
  }

  /** Forgets the failures of somebody who got in. */
  public void succeeded(ContentHash what) {
    handle.execute("delete from sign_in_failure where what = ?", (Object) what.bytes());
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
