package openset.clearing.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import openset.clearing.store.Cycles;
import openset.clearing.store.FileRows;
import openset.clearing.store.Files;
import openset.clearing.store.StoredFile;
import openset.clearing.store.StoredFile.Content;
import openset.clearing.store.StoredFile.Name;
import openset.clearing.store.StoredFile.Refusal;
import openset.clearing.store.StoredFile.State;
import openset.clearing.store.StoredOctets;
import openset.iso8583.file.ClearingFileReader;
import openset.iso8583.file.FileHeader;
import openset.iso8583.file.FileRefused;
import openset.iso8583.file.FileRefused.Reason;
import openset.iso8583.file.FileTotals;
import openset.iso8583.host.Octets;
import openset.store.Tx;

/**
 * Takes the octets of a file in parts, and at the end reads it as a whole: a file that is cut,
 * changed, out of order or from somebody else is refused, and nothing of it counts (HL-102). A part
 * that was sent before does nothing, so that a transfer goes on where it broke off (HL-103).
 */
final class ReceiveFile {
  private final FileMeans means;
  private final TakeAnswers answers;

  ReceiveFile(FileMeans means, TakeAnswers answers) {
    this.means = means;
    this.answers = answers;
  }

  /** What became of a part. */
  record Part(long octets, boolean taken) {}

  Part part(Name name, long at, byte[] octets) throws FileRefused {
    if (at > means.limits().octets() - octets.length) {
      FileRefused refused =
          new FileRefused(
              1, Reason.TOO_LONG, "a file has at most " + means.limits().octets() + " octets");
      means.transactions().perform(tx -> refuse(tx, name, refused));
      throw refused;
    }
    return means.transactions().inTransaction(tx -> part(tx, name, at, octets));
  }

  private Part part(Tx tx, Name name, long at, byte[] octets) throws FileRefused {
    Files files = Files.in(tx);
    if (begins(files, name, at)) checkArriving(files, name);
    StoredFile file = files.begin(name, State.ARRIVING, means.now());
    if (file.state() == State.REFUSED && at == 0) {
      files.empty(file.number(), State.ARRIVING);
      file = files.lock(name).orElseThrow();
    }
    if (at < file.octets()) {
      return new Part(file.octets(), isThere(files, file.number(), at, octets));
    }
    boolean next = at == file.octets() && file.state() == State.ARRIVING;
    if (next) files.append(file.number(), at, octets);
    return new Part(next ? at + octets.length : file.octets(), next);
  }

  private static boolean begins(Files files, Name name, long at) {
    return files.find(name).map(each -> each.state() == State.REFUSED && at == 0).orElse(true);
  }

  /** Octets of files that never end would fill the disk. */
  private void checkArriving(Files files, Name name) throws FileRefused {
    files.keepOrder(name.bank());
    if (files.arriving(name.bank()) < means.limits().arriving()) return;
    throw new FileRefused(
        1, Reason.TOO_MANY, means.limits().arriving() + " files have begun and not ended");
  }

  private static void refuse(Tx tx, Name name, FileRefused refused) {
    Files files = Files.in(tx);
    Optional<StoredFile> file = files.lock(name);
    if (file.filter(each -> each.state() == State.ARRIVING).isPresent()) {
      files.refuse(file.get().number(), new Refusal(refused.line(), refused.getMessage()));
    }
  }

  private static boolean isThere(Files files, long file, long at, byte[] octets) {
    int compared = 0;
    while (compared < octets.length) {
      Optional<Files.Part> part = files.part(file, at + compared);
      if (part.isEmpty()) return false;
      int from = (int) (at + compared - part.get().at());
      byte[] there = part.get().octets();
      int count = Math.min(octets.length - compared, there.length - from);
      if (!Arrays.equals(there, from, from + count, octets, compared, compared + count)) {
        return false;
      }
      compared += count;
    }
    return true;
  }

  /** The file as it stands when it was read; as it stood when it had been read before. */
  StoredFile end(StoredFile arrived) throws FileRefused {
    if (arrived.state() != State.ARRIVING) return arrived;
    try {
      Found found = read(arrived);
      return means.transactions().inTransaction(tx -> take(tx, arrived, found));
    } catch (FileRefused refused) {
      means.transactions().perform(tx -> refuse(tx, arrived, refused));
      throw refused;
    }
  }

  /** What stands in a file. */
  private record Found(FileHeader header, FileTotals totals, Octets digest) {}

  private Found read(StoredFile file) throws FileRefused {
    ContentDigest digest = new ContentDigest();
    try (InputStream octets =
        digest.over(new StoredOctets(means.transactions(), file.number()))) {
      ClearingFileReader reader = new ClearingFileReader(octets);
      check(file.name(), reader.header());
      Optional<TakeAnswers.Compared> asked =
          file.name().answers() ? Optional.of(answers.compare(file)) : Optional.empty();
      for (var next = reader.next(); next.isPresent(); next = reader.next()) {
        if (asked.isPresent()) asked.get().next(reader.line(), next.get());
      }
      if (asked.isPresent()) asked.get().end(reader.line());
      return new Found(reader.header(), reader.totals(), digest.value());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void check(Name name, FileHeader header) throws FileRefused {
    boolean right =
        header.ends().equals(new FileHeader.Ends(name.bank(), means.institution()))
            && means.members().contains(name.bank());
    if (!right) throw new FileRefused(1, Reason.WRONG_PARTY, "elements 33 and 100");
    if (!header.name().equals(name.text()) || header.answers() != name.answers()) {
      throw new FileRefused(1, Reason.WRONG_PARTY, "element 101 is not what it was sent as");
    }
  }

  private StoredFile take(Tx tx, StoredFile arrived, Found found) throws FileRefused {
    Files files = Files.in(tx);
    StoredFile file = files.lock(arrived.name()).orElseThrow();
    if (file.state() != State.ARRIVING || file.octets() != arrived.octets()) return file;
    // One file of a bank after another, or two would both be the next.
    long cycle = Cycles.in(tx).openForItem();
    if (!file.name().answers()) {
      files.keepOrder(file.name().bank());
      checkSequence(files, file, found.header().sequence());
    } else {
      cycle = answers.cycle(tx, file);
    }
    long items = found.totals().items();
    State state = items == 0 ? State.BOOKED : State.TAKEN;
    FileRows.in(tx).add(file.number(), found.totals());
    files.describe(
        file.number(),
        state,
        new Content(found.digest(), found.header().sequence(), items, 0, cycle));
    return files.find(file.name()).orElseThrow();
  }

  private static void checkSequence(Files files, StoredFile file, int sequence)
      throws FileRefused {
    Optional<Integer> latest = files.latestSequence(file.name().bank());
    int due = latest.map(each -> each % FileHeader.SEQUENCE_MOST + 1).orElse(sequence);
    if (sequence != due) {
      throw new FileRefused(
          1, Reason.WRONG_ORDER, "element 71 is " + sequence + ", " + due + " is due");
    }
  }

  private static void refuse(Tx tx, StoredFile arrived, FileRefused refused) {
    Files files = Files.in(tx);
    StoredFile file = files.lock(arrived.name()).orElseThrow();
    if (file.state() == State.ARRIVING && file.octets() == arrived.octets()) {
      files.refuse(file.number(), new Refusal(refused.line(), refused.getMessage()));
    }
  }
}
