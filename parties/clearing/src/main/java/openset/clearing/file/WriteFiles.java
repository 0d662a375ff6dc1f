package openset.clearing.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import openset.clearing.store.Cycles;
import openset.clearing.store.FileRows;
import openset.clearing.store.Files;
import openset.clearing.store.Items;
import openset.clearing.store.Items.Numbered;
import openset.clearing.store.Reject;
import openset.clearing.store.StoredFile;
import openset.clearing.store.StoredFile.Content;
import openset.clearing.store.StoredFile.Name;
import openset.clearing.store.StoredFile.State;
import openset.clearing.store.StoredFile.Way;
import openset.clearing.store.WrittenOctets;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.file.ClearingFileWriter;
import openset.iso8583.file.FileHeader;
import openset.iso8583.host.LinkData;
import openset.iso8583.host.Octets;
import openset.iso8583.host.Trace;
import openset.store.Tx;

/**
 * Writes the files for the banks: after the cut-off the items of a cycle for each receiver that
 * takes them by file, after the closing what was refused of each file that came. Each is written
 * once; written again it is the same to the octet, for all in it comes from what is stored.
 */
final class WriteFiles {
  private static final int FETCHED = 10_000;

  private final FileMeans means;

  WriteFiles(FileMeans means) {
    this.means = means;
  }

  /** Writes what is due of a cycle that is cut off and all of whose files are booked. */
  void items(long cycle) {
    means.transactions().perform(tx -> items(tx, cycle));
  }

  private void items(Tx tx, long cycle) {
    if (Files.in(tx).isAwaited(cycle)) return;
    for (String bank : Items.in(tx).awaited(cycle)) {
      Name name = new Name(bank, Way.OUT, false, Cycles.name(cycle));
      if (means.byFile().contains(bank) && Files.in(tx).find(name).isEmpty()) {
        StoredFile file = Files.in(tx).begin(name, State.WRITTEN, means.now());
        write(tx, file, cycle);
      }
    }
  }

  private static void items(Tx tx, ClearingFileWriter writer, long cycle, String bank)
      throws IOException {
    Instant cut = Cycles.in(tx).cut(cycle).orElseThrow();
    Trace trace = Trace.at(cut, 1);
    long after = 0;
    while (true) {
      List<Numbered> block = Items.in(tx).ofCycle(cycle, bank, after, FETCHED);
      if (block.isEmpty()) return;
      for (Numbered each : block) {
        writer.item(each.item().handed(trace).toMessage(Cycles.name(cycle)));
        after = each.number();
      }
    }
  }

  /** What {@link #items(long)} wrote for a bank, written again. */
  Optional<byte[]> again(Tx tx, String bank, long cycle) {
    Name name = new Name(bank, Way.OUT, false, Cycles.name(cycle));
    if (Files.in(tx).find(name).isEmpty()) return Optional.empty();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    again(tx, name, cycle, out);
    return Optional.of(out.toByteArray());
  }

  /** True when a file that was written would be written the same again, to the octet. */
  boolean isSame(Tx tx, StoredFile file) {
    Content content = file.content().orElseThrow();
    ContentDigest digest = new ContentDigest();
    again(tx, file.name(), content.cycle(), digest.over(OutputStream.nullOutputStream()));
    return digest.value().equals(content.digest());
  }

  private void again(Tx tx, Name name, long cycle, OutputStream out) {
    try {
      ClearingFileWriter writer = new ClearingFileWriter(out, header(tx, name, cycle));
      body(tx, name, cycle).into(writer);
      writer.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Body body(Tx tx, Name name, long cycle) {
    if (!name.answers()) return writer -> items(tx, writer, cycle, name.bank());
    Name asked = new Name(name.bank(), Way.IN, false, name.text());
    long file = Files.in(tx).find(asked).orElseThrow().number();
    return writer -> {
      for (Reject each : Items.in(tx).refusedOf(file)) writer.item(answer(each));
    };
  }

  /** Writes what was refused of files whose cycles are closed. */
  void answers() {
    List<StoredFile> due =
        means.transactions().inTransaction(tx -> Files.in(tx).unanswered());
    for (StoredFile each : due) means.transactions().perform(tx -> answer(tx, each));
  }

  private void answer(Tx tx, StoredFile asked) {
    Name name = new Name(asked.name().bank(), Way.OUT, true, asked.name().text());
    if (Files.in(tx).find(name).isPresent()) return;
    StoredFile file = Files.in(tx).begin(name, State.WRITTEN, means.now());
    long cycle = asked.content().orElseThrow().cycle();
    write(tx, file, cycle);
  }

  /** The answer to an item that was refused, with its key, by which the sender finds it. */
  private static IsoMessage answer(Reject reject) {
    IsoMessage.Builder answer = reject.message().answer().put(39, reject.response());
    if (!reject.reason().isEmpty()) answer.put(44, reject.reason());
    Optional<Octets> key = key(reject.message());
    key.ifPresent(
        each -> LinkData.empty().with(LinkData.Tag.KEY, each).into(answer));
    return answer.build();
  }

  private static Optional<Octets> key(IsoMessage message) {
    try {
      return LinkData.of(message).value(LinkData.Tag.KEY);
    } catch (MalformedMessage e) {
      return Optional.empty();
    }
  }

  /** Writes what stands between header and trailers. */
  private interface Body {
    void into(ClearingFileWriter writer) throws IOException;
  }

  private void write(Tx tx, StoredFile file, long cycle) {
    FileHeader header = header(tx, file.name(), cycle);
    try (WrittenOctets octets = new WrittenOctets(Files.in(tx), file.number())) {
      ContentDigest digest = new ContentDigest();
      ClearingFileWriter writer = new ClearingFileWriter(digest.over(octets), header);
      body(tx, file.name(), cycle).into(writer);
      writer.end();
      FileRows.in(tx).add(file.number(), writer.totals());
      long items = writer.totals().items();
      Content content = new Content(digest.value(), sequence(cycle), items, items, cycle);
      Files.in(tx).describe(file.number(), State.WRITTEN, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FileHeader header(Tx tx, Name name, long cycle) {
    Instant cut = Cycles.in(tx).cut(cycle).orElseThrow();
    LocalDate date = Cycles.in(tx).businessDate(cycle).orElseThrow();
    return new FileHeader(
        name.text(),
        new FileHeader.Ends(means.institution(), name.bank()),
        date,
        sequence(cycle),
        Trace.at(cut, 1).time(),
        name.answers());
  }

  private static int sequence(long cycle) {
    return (int) ((cycle - 1) % FileHeader.SEQUENCE_MOST) + 1;
  }
}
