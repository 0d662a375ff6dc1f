package openset.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Small named values of a party that no table of their own deserves. */
public final class Settings {
  private final Handle handle;

  Settings(Handle handle) {
    this.handle = handle;
  }

  /** The value of a name, if it was ever set. */
  public Optional<byte[]> value(String name) {
    return handle
        .createQuery("select value from setting where name = :name")
        .bind("name", name)
        .map((row, context) -> row.getBytes(1))
        .findOne();
  }

  /** Sets a value, new or again. */
  public void set(String name, byte[] value) {
    handle
        .createUpdate(
            """
            insert into setting (name, value) values (:name, :value)
            on conflict (name) do update set value = excluded.value
            """)
        .bind("name", name)
        .bind("value", value)
        .execute();
  }
}
