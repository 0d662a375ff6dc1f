package openset.merchant.hook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import openset.store.Tx;

/** The tables of webhooks and deliveries, as far as they are read and written here. */
public interface Hooks {
  /**
   * What is to be told now.
   *
   * @param secret sealed
   */
  record Due(Webhook webhook, byte[] secret, Delivery delivery) {}

  /** All webhooks, the oldest first. */
  List<Webhook> all(Tx tx);

  /** A webhook. */
  Optional<Webhook> find(Tx tx, UUID id);

  /** Keeps a new webhook. */
  void add(Tx tx, Webhook webhook, byte[] sealed);

  /** Changes a webhook to what is given; false where there is none of its id. */
  boolean change(Tx tx, Webhook webhook);

  /** Removes a webhook with its deliveries; false where there is no such. */
  boolean remove(Tx tx, UUID id);

  /** Deliveries to a webhook, the newest first. */
  List<Delivery> deliveries(Tx tx, UUID webhook, int most);

  /** Deliveries to all, the newest first. */
  List<Delivery> deliveries(Tx tx, int most);

  /** A delivery. */
  Optional<Delivery> delivery(Tx tx, long id);

  /** Lets a delivery wait for now again; false where there is no such. */
  boolean replay(Tx tx, long id, Instant now);

  /**
   * Hands out what is due, each to one claimant only, none of an order before all earlier ones of
   * it are told. Commit this at once: a claim holds by its {@code until}, not by a lock.
   */
  List<Due> claim(Tx tx, Instant now, Instant until, int most);

  /** Notes what came of a try. */
  void told(Tx tx, long id, Delivery.State state, Instant next, Delivery.Answer answer);
}
