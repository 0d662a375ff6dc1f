package openset.store.counter;

import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/** Counters by name in a party's table {@code stan_counter}; none of them ever goes back. */
public final class Counters {
  private final Handle handle;

  private Counters(Handle handle) {
    this.handle = handle;
  }

  /** The counters in a transaction. */
  public static Counters in(Tx tx) {
    return new Counters(tx.handle());
  }

  /** The first of the next {@code count} numbers of a counter, which begins with 0. */
  public long reserve(String counter, int count) {
    return handle
        .createQuery(
            """
            insert into stan_counter as c (name, next) values (:name, :count)
            on conflict (name) do update set next = c.next + :count
            returning next - :count
            """)
        .bind("name", counter)
        .bind("count", count)
        .mapTo(Long.class)
        .one();
  }
}
