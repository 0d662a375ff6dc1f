package openset.merchant.publication;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import openset.merchant.sale.Counter;
import openset.merchant.sale.Counters;
import openset.merchant.shop.PlacedOrder;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.LocalID;
import openset.set.treatment.Means;
import openset.set.treatment.merchant.CreatePInitRes;
import openset.set.treatment.merchant.Publication;
import openset.set.treatment.merchant.PublishOffer;
import openset.store.Database;
import openset.store.Tx;

/**
 * Publishes offers of orders: each is signed for every brand it names, with that brand's gateway
 * and an end, and can then be paid without PInit, as in a letter or a catalogue.
 *
 * @param counters as whom and through which gateway, for each brand
 */
public record Publications(
    Database database, Tables tables, Counters counters, Supplier<Means> means) {
  /** The longest time for which an offer is published. */
  public static final Duration LONGEST = Duration.ofDays(92);

  /** The tables of published offers. */
  public interface Tables {
    /** The order, locked, if nobody paid it or is paying it and it waits still. */
    Optional<PlacedOrder> unpaid(Tx tx, LocalID lidM, Instant now);

    /** Keeps what was published, in the place of what was before; the order waits that long. */
    void keep(Tx tx, LocalID lidM, Publication publication);

    /** What was published last for each brand. */
    List<Publication> of(Tx tx, LocalID lidM);
  }

  /**
   * Publishes the offer of an order.
   *
   * @param until the instant from which it is no longer good
   * @return one publication for each brand that the offer names
   * @throws Refused PubOffer-M-02 where the order is paid, being paid or expired, or the end is not
   *     within {@link #LONGEST}; PInitReq-M-06 where a brand has no gateway that is proved now
   */
  public List<Publication> publish(LocalID lidM, Instant until) throws Refused {
    Means now = means.get();
    Instant end = until.truncatedTo(ChronoUnit.SECONDS);
    return database.transactions().<List<Publication>, Refused>inTransaction(tx -> {
      // PubOffer-M-02: only what waits for being paid, and not for ever.
      boolean within = end.isAfter(now.now()) && !end.isAfter(now.now().plus(LONGEST));
      Optional<PlacedOrder> order = tables.unpaid(tx, lidM, now.now()).filter(o -> within);
      List<Publication> all = signed(order.orElseThrow(Publications::refused), end, now);
      for (Publication publication : all) tables.keep(tx, lidM, publication);
      return all;
    });
  }

  private static Refused refused() {
    return new Refused(ErrorCode.unspecifiedFailure, "PubOffer-M-02");
  }

  private List<Publication> signed(PlacedOrder order, Instant end, Means now) throws Refused {
    List<Publication> all = new ArrayList<>();
    for (BrandID brand : order.offer().value().brandIDs()) {
      Counter counter = counters.of(brand, now);
      all.add(
          PublishOffer.publish(
              order.offer(),
              new CreatePInitRes.With(counter.signing(), counter.gateway()),
              end,
              now));
    }
    return all;
  }

  /** What was published of an order, one for each brand; empty where nothing was. */
  public List<Publication> of(LocalID lidM) {
    return database.transactions().inTransaction(tx -> tables.of(tx, lidM));
  }
}
