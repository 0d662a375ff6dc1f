package openset.acquirer.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import openset.acquirer.file.store.FiledItems;
import openset.acquirer.file.store.SentFile;
import openset.iso8583.Answer;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.file.ClearingFileReader;
import openset.iso8583.file.ClearingFileWriter;
import openset.iso8583.file.FileHeader;
import openset.iso8583.file.FileRefused;
import openset.iso8583.file.FileTransfer;
import openset.iso8583.file.HouseFiles;
import openset.iso8583.host.LinkData;
import openset.iso8583.host.Octets;
import openset.iso8583.host.Trace;
import openset.store.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the clearing house about items by file: an item that is asked about waits for the next file,
 * and is answered when the house has answered that file. Safe to stop and start at any moment:
 * files are written from what is stored, and the house takes each once.
 */
public final class FileDesk {
  private static final Logger LOG = LoggerFactory.getLogger(FileDesk.class);
  private static final int MOST = 500_000;
  private static final int FETCHED = 10_000;

  private final Transactions transactions;
  private final InstantSource clock;
  private final FileHeader.Ends ends;
  private final HouseFiles house;
  private final String kind;

  /**
   * A desk.
   *
   * @param ends from the acquirer to the clearing house
   * @param house the clearing house's files
   * @param kind of the effects that wait for answers
   */
  public FileDesk(
      Transactions transactions,
      InstantSource clock,
      FileHeader.Ends ends,
      HouseFiles house,
      String kind) {
    this.transactions = transactions;
    this.clock = clock;
    this.ends = ends;
    this.house = house;
    this.kind = kind;
  }

  /** Asks about an item, as by message; there is no answer before its file is answered. */
  public Answer ask(IsoMessage item) throws MalformedMessage {
    Octets key = LinkData.of(item).need(LinkData.Tag.KEY);
    Optional<FiledItems.Said> said =
        transactions.inTransaction(
            tx -> {
              FiledItems items = FiledItems.in(tx);
              items.add(key, item.as(item.mti().original()));
              return items.said(key);
            });
    if (said.isEmpty()) return new Answer.NoAnswer(Answer.Reason.TIMEOUT, true);
    IsoMessage.Builder answer = item.answer().put(39, said.get().response());
    said.get()
        .cycle()
        .ifPresent(cycle -> LinkData.empty().with(LinkData.Tag.CYCLE, cycle).into(answer));
    return new Answer.Answered(answer.build());
  }

  /**
   * Sends what waits in a file, and learns what became of those sent before.
   *
   * @return true when items were answered
   */
  public boolean run() {
    boolean answered = false;
    transactions.perform(tx -> FiledItems.in(tx).begin(clock.instant(), MOST));
    List<SentFile> files =
        transactions.inTransaction(tx -> FiledItems.in(tx).unanswered());
    for (SentFile each : files) {
      try {
        SentFile sent = each.cycle().isPresent() ? each : sent(each);
        answered |= learn(sent);
      } catch (FileRefused refused) {
        LOG.error("the clearing house refuses file {}: {}", name(each), refused.getMessage());
        transactions.perform(
            tx -> FiledItems.in(tx).refused(each.number(), refused.getMessage()));
        return answered;
      } catch (IOException e) {
        LOG.warn("file {} waits: {}", name(each), e.getMessage());
        return answered;
      }
    }
    return answered;
  }

  /** Why the file that is due was refused as a whole, if it was. */
  public Optional<String> refusal() {
    return transactions.inTransaction(tx -> FiledItems.in(tx).refusal());
  }

  private static String name(SentFile file) {
    return String.format(Locale.ROOT, "P%08d", file.number());
  }

  private SentFile sent(SentFile file) throws IOException, FileRefused {
    Path written = Files.createTempFile("items", ".clearing");
    try {
      write(file, written);
      HouseFiles.Standing standing =
          new FileTransfer(house)
              .send(new HouseFiles.Name(name(file), false), () -> Files.newInputStream(written));
      String cycle =
          standing.cycle().orElseThrow(() -> new IOException("the house names no cycle"));
      transactions.perform(tx -> FiledItems.in(tx).taken(file.number(), cycle));
      return new SentFile(file.number(), file.made(), Optional.of(cycle));
    } finally {
      Files.delete(written);
    }
  }

  private void write(SentFile file, Path to) throws IOException {
    FileHeader header =
        new FileHeader(
            name(file),
            ends,
            LocalDate.ofInstant(file.made(), ZoneOffset.UTC),
            (int) ((file.number() - 1) % FileHeader.SEQUENCE_MOST) + 1,
            Trace.at(file.made(), 1).time(),
            false);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to))) {
      ClearingFileWriter writer = new ClearingFileWriter(out, header);
      long after = 0;
      while (true) {
        long from = after;
        List<Map.Entry<Long, IsoMessage>> block =
            transactions.inTransaction(
                tx -> FiledItems.in(tx).messages(file.number(), from, FETCHED));
        if (block.isEmpty()) break;
        for (Map.Entry<Long, IsoMessage> each : block) writer.item(each.getValue());
        after = block.getLast().getKey();
      }
      writer.end();
    }
  }

  private boolean learn(SentFile file) throws IOException, FileRefused {
    Optional<InputStream> answers =
        new FileTransfer(house).fetch(new HouseFiles.Name(name(file), true));
    if (answers.isEmpty()) return false;
    Map<Octets, String> refused = new HashMap<>();
    try (InputStream in = answers.get()) {
      ClearingFileReader reader = new ClearingFileReader(in);
      for (var next = reader.next(); next.isPresent(); next = reader.next()) {
        IsoMessage answer = next.get();
        refused.put(
            LinkData.of(answer).need(LinkData.Tag.KEY), answer.text(39).orElseThrow());
      }
    } catch (MalformedMessage e) {
      throw new IOException("an answer of the house cannot be read", e);
    }
    transactions.perform(
        tx -> {
          FiledItems.in(tx).answered(file, refused);
          tx.outbox().hasten(kind, clock.instant());
        });
    return true;
  }
}
