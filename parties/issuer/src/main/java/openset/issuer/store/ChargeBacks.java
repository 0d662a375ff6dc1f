package openset.issuer.store;

import java.util.Optional;
import openset.iso8583.host.Acceptor;
import openset.iso8583.host.AdviceAnswer;
import openset.iso8583.host.ClearingItem.Dispute.Stage;
import openset.iso8583.host.FinancialAdvice.Approval;
import openset.iso8583.host.Octets;
import openset.iso8583.host.Reference;
import openset.iso8583.host.ResponseCode;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/** The chargebacks of disputes and what was said to them, within one transaction. */
public final class ChargeBacks {
  private final Handle handle;

  /** The chargebacks as that transaction sees them. */
  public ChargeBacks(Tx tx) {
    this.handle = tx.handle();
  }

  /**
   * One chargeback.
   *
   * @param stage how far the dispute has come
   * @param item its own key
   * @param minor how much
   * @param asked how much of the purchase, in minor units of its currency where that is another
   * @param response what was said for good; empty while nothing was
   */
  public record ChargeBack(
      Stage stage,
      Octets item,
      long minor,
      Optional<Long> asked,
      Optional<ResponseCode> response) {
    /** Whether the acquirer took it. */
    public boolean isTaken() {
      return response.equals(Optional.of(ResponseCode.APPROVED));
    }
  }

  /** What a chargeback names of its authorization. */
  public record Named(Acceptor acceptor, Approval approval, Octets xid) {}

  /** Adds one that is to be sent; another try of a stage takes the place of one refused. */
  public void add(String number, ChargeBack chargeback) {
    handle.execute(
        "insert into chargeback (number, stage, item, minor, asked_minor) values (?, ?, ?, ?, ?)"
            + " on conflict (number, stage) do update set item = excluded.item,"
            + " minor = excluded.minor, asked_minor = excluded.asked_minor, response = null",
        number,
        chargeback.stage().name(),
        chargeback.item().bytes(),
        chargeback.minor(),
        chargeback.asked().orElse(null));
  }

  /** The chargeback of a stage. */
  public Optional<ChargeBack> find(String number, Stage stage) {
    return handle
        .createQuery("select * from chargeback where number = :number and stage = :stage")
        .bind("number", number)
        .bind("stage", stage.name())
        .map(
            (row, context) ->
                new ChargeBack(
                    stage,
                    Octets.of(row.getBytes("item")),
                    row.getLong("minor"),
                    Optional.ofNullable(row.getObject("asked_minor", Long.class)),
                    Optional.ofNullable(row.getString("response")).flatMap(ResponseCode::of)))
        .findOne();
  }

  /** Notes what was said to one. */
  public void answered(String number, Stage stage, AdviceAnswer answer) {
    handle.execute(
        "update chargeback set response = ?, cycle = ? where number = ? and stage = ?",
        answer.code().wire(),
        answer.cycle().orElse(null),
        number,
        stage.name());
  }

  /** How much of an authorization is being charged back and not yet answered, in minor units. */
  public long pending(AuthorizationKey authorization) {
    return handle
        .createQuery(
            """
            select coalesce(sum(c.minor), 0)::bigint from chargeback c join dispute d using (number)
            where d.exchange = :exchange and d.acquirer = :acquirer and c.response is null
            """)
        .bind("exchange", authorization.exchange().bytes())
        .bind("acquirer", authorization.acquirer())
        .mapTo(Long.class)
        .one();
  }

  /** What a chargeback names; none of an authorization from before disputes. */
  public Optional<Named> named(AuthorizationKey key) {
    return handle
        .createQuery(
            """
            select terminal, merchant, category, retrieval, approval, xid from authorized
            where exchange = :exchange and acquirer = :acquirer and retrieval is not null
            """)
        .bind("exchange", key.exchange().bytes())
        .bind("acquirer", key.acquirer())
        .map(
            (row, context) ->
                new Named(
                    new Acceptor(
                        row.getString("terminal"),
                        row.getString("merchant"),
                        row.getString("category")),
                    new Approval(
                        new Reference(key.acquirer(), row.getString("retrieval")),
                        row.getString("approval"),
                        key.exchange()),
                    Octets.of(row.getBytes("xid"))))
        .findOne();
  }
}
