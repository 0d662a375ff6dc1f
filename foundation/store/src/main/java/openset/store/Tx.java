package openset.store;

import org.jdbi.v3.core.Handle;

/**
 * One open transaction: the party's own tables through {@link #handle()}, and beside them the
 * tables every party has. All stand or fall together.
 *
 * @param handle for the party's own SQL; never commit, roll back or close it
 */
public record Tx(Handle handle) {
  /** Every message that came or went. */
  public Journal journal() {
    return new Journal(handle);
  }

  /** What is to be done after the commit. */
  public Outbox outbox() {
    return new Outbox(handle);
  }

  /** Where each conversation stands. */
  public Conversations conversations() {
    return new Conversations(handle);
  }

  /** Small named values. */
  public Settings settings() {
    return new Settings(handle);
  }
}
