package openset.clearing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import openset.iso8583.Stans;
import openset.iso8583.host.Trace;
import openset.store.Transactions;

/**
 * What every task of the clearing house needs.
 *
 * @param banks the members
 * @param stans numbers for the messages it sends
 * @param patience how long it waits for an answer
 */
record Means(
    Transactions transactions, InstantSource clock, Banks banks, Stans stans, Duration patience) {

  Instant now() {
    return clock.instant();
  }

  Trace trace() {
    return Trace.at(now(), stans.next());
  }
}
