package openset.theatre;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import openset.http.Mount;
import openset.iso8583.Picture;
import openset.store.Database;
import openset.theatre.cast.Member;
import openset.theatre.play.Repertoire;
import openset.theatre.store.HostRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A theatre: what it shows, and where it keeps what the banks do not. */
public final class Theatre implements AutoCloseable {
  /** The classpath folder of its tables, for {@link Database#open}. */
  public static final String MIGRATIONS = HostRecord.MIGRATIONS;

  private static final Logger LOG = LoggerFactory.getLogger(Theatre.class);

  private final HostRecord hosts;
  private final Repertoire repertoire;
  private final TheatreApi api;
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("theatre").factory());

  /**
   * A theatre of the world that {@code members} play in.
   *
   * @param members everybody who is there now
   * @param own its own database
   */
  public Theatre(Supplier<List<Member>> members, Database own, InstantSource clock) {
    this.hosts = new HostRecord(own);
    this.repertoire = new Repertoire(members, hosts);
    this.api = new TheatreApi(repertoire, clock);
  }

  /**
   * A message passed on a host link: kept as its picture, soon.
   *
   * @param ends the names of sender and receiver
   */
  public void passed(Ends ends, Picture picture, Instant at) {
    try {
      writer.execute(() -> keep(ends, picture, at));
    } catch (RejectedExecutionException e) {
      LOG.info("closed before {} was kept", picture.type());
    }
  }

  /** The two ends of a message by their names. */
  public record Ends(String sender, String receiver) {}

  private void keep(Ends ends, Picture picture, Instant at) {
    try {
      hosts.add(HostLabels.of(picture).row(ends, picture, at));
    } catch (RuntimeException e) {
      LOG.error("a message between banks was not kept", e);
    }
  }

  /** Its API and its page. */
  public List<Mount> mounts() {
    List<Mount> mounts = new ArrayList<>(api.mounts());
    mounts.addAll(TheatrePage.mounts());
    return List.copyOf(mounts);
  }

  /** What it shows, for tests and other views of the same world. */
  public Repertoire repertoire() {
    return repertoire;
  }

  @Override
  public void close() {
    writer.close();
  }
}
