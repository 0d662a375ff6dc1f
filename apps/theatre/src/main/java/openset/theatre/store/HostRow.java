package openset.theatre.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A message that passed on a host link.
 *
 * @param at when it passed
 * @param sender the sender's name
 * @param receiver the receiver's name
 * @param picture its octets, card number and secrets overwritten
 * @param exchange what request and answer have in common
 * @param xid the purchase it is about, where it says so
 * @param cycle the settlement cycle it is about, where it says so
 */
public record HostRow(
    Instant at,
    String sender,
    String receiver,
    byte[] picture,
    String exchange,
    Optional<byte[]> xid,
    Optional<String> cycle) {}
