package openset.merchant.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.set.data.LocalID;
import openset.store.Tx;

/** The table of plans, as far as it is read by those who ask for payments. */
public interface Plans {
  /**
   * How a plan stands: {@code waiting} for the next payment, {@code asking} for it, {@code
   * finished} when all were given, {@code stopped} when one was not given as often as it was asked
   * for, {@code ended} by the merchant.
   */
  enum Standing {
    waiting,
    asking,
    finished,
    stopped,
    ended
  }

  /**
   * How the plan of an order stands.
   *
   * @param due when the next payment is asked for; empty where none is by itself
   * @param made how many payments were given
   * @param tries how often the next was asked for and not given
   * @param refused what the gateway said last, where a payment was not given
   */
  record Row(
      Standing standing, Optional<Instant> due, int made, int tries, Optional<String> refused) {}

  /** A payment that is due since then: the one after so many. */
  record Due(LocalID lidM, int made, Instant since) {}

  /**
   * Payments that are due, the longest first.
   *
   * @param after the last of those before; empty for the first ones
   */
  List<Due> due(Tx tx, Instant now, Optional<Due> after, int most);

  /** How the plan of an order stands; empty where it has none that was begun. */
  Optional<Row> row(Tx tx, LocalID lidM);
}
