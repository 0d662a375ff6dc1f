package openset.ledger;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/**
 * Seals over the rows of a ledger, each with the one before in it, made under a key that the
 * database does not have: who changes, adds or removes an old row by SQL, whatever rights it has,
 * breaks a seal and cannot make it anew. Rows are open until the next seal covers them; and who
 * removes the latest seals with all rows under them shortens the books unseen, unless somebody
 * remembers their {@link Seal#number}.
 */
public final class Seals {
  private static final byte[] NONE = new byte[0];
  private static final long ONE_AT_A_TIME = 0x5ea1_5ea1L;

  private final Handle handle;
  private final UnaryOperator<byte[]> key;

  private Seals(Tx tx, UnaryOperator<byte[]> key) {
    this.handle = tx.handle();
    this.key = key;
  }

  /**
   * The seals of the ledger in a transaction.
   *
   * @param key makes a message authentication code of octets, under a key of the ledger's owner
   */
  public static Seals in(Tx tx, UnaryOperator<byte[]> key) {
    return new Seals(tx, key);
  }

  /**
   * A seal.
   *
   * @param number from 1, without gaps
   * @param ends the transaction number that is the first it does not cover
   * @param rows how many transfers, holds and ends of holds it covers
   * @param digest SHA-256 over the rows
   * @param seal over number, end, digest and the seal before
   */
  public record Seal(long number, long ends, long rows, byte[] digest, byte[] seal) {
    private byte[] sealed(byte[] before) {
      return ByteBuffer.allocate(2 * Long.BYTES + digest.length + before.length)
          .putLong(number)
          .putLong(ends)
          .put(digest)
          .put(before)
          .array();
    }
  }

  /** Seals what was finished since the last seal; nothing where nothing was. */
  public Optional<Seal> seal(Instant now) {
    handle.execute("select pg_advisory_xact_lock(?)", ONE_AT_A_TIME);
    Optional<Seal> last = last();
    long begins = last.map(Seal::ends).orElse(0L);
    // Every transaction before this one is over, so that none can still write below it.
    long ends =
        handle
            .createQuery("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
            .mapTo(Long.class)
            .one();
    Seal open = covering(last.map(Seal::number).orElse(0L) + 1, begins, ends);
    if (open.rows() == 0) return Optional.empty();
    byte[] before = last.map(Seal::seal).orElse(NONE);
    Seal seal =
        new Seal(open.number(), ends, open.rows(), open.digest(), key.apply(open.sealed(before)));
    add(seal, now);
    return Optional.of(seal);
  }

  private Seal covering(long number, long begins, long ends) {
    return handle
        .createQuery(
            """
            select count(*), sha256(convert_to(coalesce(string_agg(line, chr(10)), ''), 'UTF8'))
            from ledger_sealed(:begins, :ends)
            """)
        .bind("begins", begins)
        .bind("ends", ends)
        .map((row, context) -> new Seal(number, ends, row.getLong(1), row.getBytes(2), NONE))
        .one();
  }

  private void add(Seal seal, Instant now) {
    handle
        .createUpdate(
            """
            insert into ledger_seal (number, ends, rows, digest, seal, at)
            values (:number, :ends, :rows, :digest, :seal, :at)
            """)
        .bind("number", seal.number())
        .bind("ends", seal.ends())
        .bind("rows", seal.rows())
        .bind("digest", seal.digest())
        .bind("seal", seal.seal())
        .bind("at", now.atOffset(ZoneOffset.UTC))
        .execute();
  }

  private Optional<Seal> last() {
    List<Seal> all = seals("order by number desc limit 1");
    return all.stream().findFirst();
  }

  private List<Seal> seals(String order) {
    return handle
        .createQuery("select number, ends, rows, digest, seal from ledger_seal " + order)
        .map(
            (row, context) ->
                new Seal(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getBytes(4),
                    row.getBytes(5)))
        .list();
  }

  /**
   * What was found of all seals.
   *
   * @param seals how many there are
   * @param open how many rows no seal covers yet
   * @param broken what is wrong, one sentence each; empty where nothing is
   */
  public record Found(long seals, long open, List<String> broken) {}

  /** Proves all seals against the rows as they are. */
  public Found verify() {
    List<String> broken = new ArrayList<>();
    long begins = 0;
    byte[] before = NONE;
    long number = 0;
    for (Seal seal : seals("order by number")) {
      number++;
      if (seal.number() != number) {
        broken.add("seal " + number + " is not there");
        number = seal.number();
      }
      Seal now = covering(seal.number(), begins, seal.ends());
      if (now.rows() != seal.rows() || !MessageDigest.isEqual(now.digest(), seal.digest())) {
        broken.add(
            "rows under seal " + seal.number() + " were changed: " + seal.rows()
                + " were sealed, " + now.rows() + " are there");
      }
      if (!MessageDigest.isEqual(key.apply(seal.sealed(before)), seal.seal())) {
        broken.add("seal " + seal.number() + " was not made by the owner of these books");
      }
      begins = seal.ends();
      before = seal.seal();
    }
    return new Found(number, covering(0, begins, Long.MAX_VALUE).rows(), List.copyOf(broken));
  }
}
