package openset.clearing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import openset.clearing.store.StoredFile.Content;
import openset.clearing.store.StoredFile.Name;
import openset.clearing.store.StoredFile.Refusal;
import openset.clearing.store.StoredFile.State;
import openset.clearing.store.StoredFile.Way;
import openset.iso8583.host.Octets;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Clearing files and their octets, in parts as they came or were written. */
public final class Files {
  private static final String NAMED =
      " where bank = :bank and way = :way and answers = :answers and name = :name ";

  private final Handle handle;

  private Files(Handle handle) {
    this.handle = handle;
  }

  /** The files in a transaction. */
  public static Files in(Tx tx) {
    return new Files(tx.handle());
  }

  /** A file, locked until the transaction ends. */
  public Optional<StoredFile> lock(Name name) {
    return find(name, "for update");
  }

  /** A file. */
  public Optional<StoredFile> find(Name name) {
    return find(name, "");
  }

  private Optional<StoredFile> find(Name name, String lock) {
    Query query = handle.createQuery("select * from clearing_file" + NAMED + lock);
    return query
        .bind("bank", name.bank())
        .bind("way", way(name))
        .bind("answers", name.answers())
        .bind("name", name.text())
        .map((row, _) -> file(row))
        .findOne();
  }

  /** Begins a file; does nothing when it is there. */
  public StoredFile begin(Name name, State state, Instant now) {
    handle
        .createUpdate(
            """
            insert into clearing_file (bank, way, answers, name, state, at)
            values (:bank, :way, :answers, :name, :state, :at) on conflict do nothing
            """)
        .bind("bank", name.bank())
        .bind("way", way(name))
        .bind("answers", name.answers())
        .bind("name", name.text())
        .bind("state", text(state))
        .bind("at", now.atOffset(ZoneOffset.UTC))
        .execute();
    return lock(name).orElseThrow();
  }

  /** Adds the next octets of a file. */
  public void append(long file, long at, byte[] octets) {
    handle.execute(
        "insert into clearing_file_part (file, at, octets) values (?, ?, ?)", file, at, octets);
    handle.execute(
        "update clearing_file set octets = ? where number = ?", at + octets.length, file);
  }

  /** The part of a file that holds the octet at a place, and where it begins. */
  public Optional<Part> part(long file, long at) {
    return handle
        .createQuery(
            """
            select at, octets from clearing_file_part where file = :file and at <= :at
            order by at desc limit 1
            """)
        .bind("file", file)
        .bind("at", at)
        .map((row, _) -> new Part(row.getLong("at"), row.getBytes("octets")))
        .findOne()
        .filter(part -> at < part.at() + part.octets().length);
  }

  /** Octets of a file and the place of the first. */
  public record Part(long at, byte[] octets) {}

  /** Forgets the octets of a file that was refused, so that it can be sent again. */
  public void empty(long file, State state) {
    handle.execute("delete from clearing_file_part where file = ?", file);
    handle.execute(
        """
        update clearing_file set octets = 0, state = ?, digest = null, items = null
        where number = ?
        """,
        text(state),
        file);
  }

  /** Notes that a file is refused as a whole. */
  public void refuse(long file, Refusal refusal) {
    empty(file, State.REFUSED);
    handle.execute(
        "update clearing_file set refused_line = ?, refusal = ? where number = ?",
        refusal.line(),
        refusal.reason(),
        file);
  }

  /** Notes what was found in a file, and how far it is. */
  public void describe(long file, State state, Content content) {
    handle
        .createUpdate(
            """
            update clearing_file set state = :state, digest = :digest, sequence = :sequence,
              items = :items, done = :done, cycle = :cycle, refused_line = null, refusal = null,
              taken = nextval('clearing_file_taken')
            where number = :number
            """)
        .bind("number", file)
        .bind("state", text(state))
        .bind("digest", content.digest().bytes())
        .bind("sequence", content.sequence())
        .bind("items", content.items())
        .bind("done", content.done())
        .bind("cycle", content.cycle())
        .execute();
  }

  /** Moves the progress of a file on; false when somebody else did. */
  public boolean advance(StoredFile file, long from, long to) {
    long items = file.content().orElseThrow().items();
    return handle
            .createUpdate(
                """
                update clearing_file set done = :to, state = :state
                where number = :number and done = :from and state = 'taken'
                """)
            .bind("number", file.number())
            .bind("from", from)
            .bind("to", to)
            .bind("state", text(to == items ? State.BOOKED : State.TAKEN))
            .execute()
        == 1;
  }

  /** The sequence number of the latest file of items that a bank sent and that was taken. */
  public Optional<Integer> latestSequence(String bank) {
    return handle
        .createQuery(
            """
            select sequence from clearing_file
            where bank = :bank and way = 'in' and not answers and state in ('taken', 'booked')
            order by taken desc limit 1
            """)
        .bind("bank", bank)
        .mapTo(Integer.class)
        .findOne();
  }

  /** Puts what is taken of a bank into one order until the transaction ends. */
  public void keepOrder(String bank) {
    handle.execute("select pg_advisory_xact_lock(61, hashtext(?))", bank);
  }

  /** How many files of a bank have begun and not ended. */
  public long arriving(String bank) {
    return handle
        .createQuery("select count(*) from clearing_file where bank = :bank and state = 'arriving'")
        .bind("bank", bank)
        .mapTo(Long.class)
        .one();
  }

  /** Whether items of a cycle are still to come from a file. */
  public boolean isAwaited(long cycle) {
    return handle
        .createQuery(
            """
            select exists (select from clearing_file
              where cycle = :cycle and state = 'taken' and not answers)
            """)
        .bind("cycle", cycle)
        .mapTo(Boolean.class)
        .one();
  }

  /** Names of files of items that were written for a bank and that it has not answered. */
  public List<String> toAnswer(String bank) {
    return handle
        .createQuery(
            """
            select name from clearing_file as own
            where bank = :bank and way = 'out' and not answers
              and not exists (select from clearing_file as back where back.bank = own.bank
                and back.way = 'in' and back.answers and back.name = own.name
                and back.state in ('taken', 'booked'))
            order by number
            """)
        .bind("bank", bank)
        .mapTo(String.class)
        .list();
  }

  /** Files that were written of a cycle, for their banks to fetch. */
  public List<StoredFile> writtenOf(long cycle) {
    return handle
        .createQuery(
            "select * from clearing_file where cycle = :cycle and way = 'out' order by number")
        .bind("cycle", cycle)
        .map((row, _) -> file(row))
        .list();
  }

  /** Files whose items are being booked, the oldest first. */
  public List<StoredFile> taken() {
    return list("where state = 'taken' order by number");
  }

  /** Files of items whose cycle is closed and whose answers are not written. */
  public List<StoredFile> unanswered() {
    return list(
        """
        as own where state = 'booked' and not answers
          and exists (select from cycle where cycle.number = own.cycle and cycle.state = 'closed')
          and not exists (select from clearing_file as back where back.bank = own.bank
            and back.way = 'out' and back.answers and back.name = own.name)
        order by number
        """);
  }

  /** Files from and to a bank, the newest first. */
  public List<StoredFile> latest(String bank, int most) {
    return handle
        .createQuery(
            "select * from clearing_file where bank = :bank order by number desc limit :most")
        .bind("bank", bank)
        .bind("most", most)
        .map((row, _) -> file(row))
        .list();
  }

  private List<StoredFile> list(String which) {
    return handle
        .createQuery("select * from clearing_file " + which)
        .map((row, _) -> file(row))
        .list();
  }

  static StoredFile file(ResultSet row) throws SQLException {
    Name name =
        new Name(
            row.getString("bank"),
            Way.valueOf(row.getString("way").toUpperCase(Locale.ROOT)),
            row.getBoolean("answers"),
            row.getString("name"));
    byte[] digest = row.getBytes("digest");
    String refusal = row.getString("refusal");
    return new StoredFile(
        row.getLong("number"),
        name,
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getLong("octets"),
        digest == null
            ? Optional.empty()
            : Optional.of(
                new Content(
                    Octets.of(digest),
                    row.getInt("sequence"),
                    row.getLong("items"),
                    row.getLong("done"),
                    row.getLong("cycle"))),
        refusal == null
            ? Optional.empty()
            : Optional.of(new Refusal(row.getLong("refused_line"), refusal)));
  }

  private static String way(Name name) {
    return name.way().name().toLowerCase(Locale.ROOT);
  }

  private static String text(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
