package openset.clearing.file;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import openset.clearing.store.Cycles;
import openset.clearing.store.Files;
import openset.clearing.store.StoredFile;
import openset.clearing.store.StoredFile.Name;
import openset.clearing.store.StoredFile.Way;
import openset.iso8583.file.FileHeader;
import openset.iso8583.file.FileRefused;
import openset.iso8583.file.FileRefused.Reason;
import openset.iso8583.file.FileTransfer;

/**
 * The clearing house's files: banks send and fetch them here in parts, by name. What there is to do
 * about them is done by {@link #work}, in any process, at any time, and again after a crash.
 */
public final class FileOffice {
  /** The longest part that is handed out, in octets. */
  public static final int PART_MOST = FileTransfer.PART;

  private static final Comparator<Name> BY_NAME =
      Comparator.comparing(Name::bank).thenComparing(Name::answers).thenComparing(Name::text);

  private final FileMeans means;
  private final ReceiveFile receive;
  private final BookFile book;
  private final WriteFiles write;
  private final ReentrantLock working = new ReentrantLock();
  private volatile boolean stopped;

  /** The files of a house. */
  public FileOffice(FileMeans means) {
    this.means = means;
    TakeAnswers answers = new TakeAnswers(means);
    this.receive = new ReceiveFile(means, answers);
    this.book = new BookFile(means, answers);
    this.write = new WriteFiles(means);
  }

  /** What became of a part: how many octets of the file are here, and whether the part is. */
  public record Part(long octets, boolean taken) {}

  /**
   * Takes a part of a file.
   *
   * @param bank whose file, an institution code of a member
   * @param answers whether it answers a file of the house
   * @param name the file's name
   * @param at how many octets of the file come before
   * @param octets the part
   * @return not taken where the part stands elsewhere than the next is due, or holds other octets
   *     than those that came before
   * @throws FileRefused where the file becomes longer than a file may be, which ends it, or where
   *     too many of the bank have begun
   */
  public Part part(String bank, boolean answers, String name, long at, byte[] octets)
      throws FileRefused {
    if (!FileHeader.isName(name) || at < 0) throw new IllegalArgumentException("not a part");
    Name file = new Name(bank, Way.IN, answers, name);
    ReceiveFile.Part part = receive.part(file, at, octets);
    return new Part(part.octets(), part.taken());
  }

  /**
   * Reads a file whose parts are all here. The same file ended again gets the same receipt.
   *
   * @throws FileRefused when it is refused as a whole, with line and reason
   */
  public Receipt end(String bank, boolean answers, String name) throws FileRefused {
    Name file = new Name(bank, Way.IN, answers, name);
    StoredFile arrived =
        find(file).orElseThrow(() -> new FileRefused(1, Reason.CUT, "no octets came"));
    StoredFile ended = receive.end(arrived);
    if (ended.refusal().isPresent()) {
      throw new FileRefused(ended.refusal().get().line(), Reason.CUT, "was refused; send it anew");
    }
    return Receipt.of(ended);
  }

  /** How a file of a bank stands. */
  public Optional<Receipt> receipt(String bank, boolean answers, String name) {
    return find(new Name(bank, Way.IN, answers, name)).map(Receipt::of);
  }

  /** A file that was written for a bank. */
  public Optional<Receipt> written(String bank, boolean answers, String name) {
    return find(new Name(bank, Way.OUT, answers, name)).map(Receipt::of);
  }

  /**
   * Octets of a file that was written for a bank.
   *
   * @param at how many octets of the file come before
   * @return some of those that follow, none at the end; empty when there is no such file
   */
  public Optional<byte[]> fetch(String bank, boolean answers, String name, long at) {
    Optional<StoredFile> file = find(new Name(bank, Way.OUT, answers, name));
    return file.map(
        found ->
            means
                .transactions()
                .inTransaction(tx -> Files.in(tx).part(found.number(), at))
                .map(part -> tail(part, at))
                .orElse(new byte[0]));
  }

  private static byte[] tail(Files.Part part, long at) {
    int from = (int) (at - part.at());
    return Arrays.copyOfRange(part.octets(), from, part.octets().length);
  }

  /**
   * The items of a cycle for a bank, written once more from what is stored; the same as the file
   * that the bank was given. Held in memory: for looking into, not for sending.
   */
  public Optional<byte[]> rewritten(String bank, long cycle) {
    return means.transactions().inTransaction(tx -> write.again(tx, bank, cycle));
  }

  /**
   * Whether each file that was written of a cycle would be written the same again, to the octet.
   */
  public SortedMap<Name, Boolean> compare(long cycle) {
    SortedMap<Name, Boolean> same = new TreeMap<>(BY_NAME);
    List<StoredFile> files =
        means.transactions().inTransaction(tx -> Files.in(tx).writtenOf(cycle));
    for (StoredFile each : files) {
      same.put(each.name(), means.transactions().inTransaction(tx -> write.isSame(tx, each)));
    }
    return same;
  }

  /** Names of files of items that a bank has not answered, the oldest first. */
  public List<String> unanswered(String bank) {
    return means.transactions().inTransaction(tx -> Files.in(tx).toAnswer(bank));
  }

  /** All files of a bank, the newest first. */
  public List<StoredFile> latest(String bank, int most) {
    return means.transactions().inTransaction(tx -> Files.in(tx).latest(bank, most));
  }

  /** Books what was taken, and writes what is due of the cycles that are cut off. */
  public void work() {
    if (!working.tryLock()) return;
    try {
      List<StoredFile> taken = means.transactions().inTransaction(tx -> Files.in(tx).taken());
      for (StoredFile each : taken) book.book(each, () -> stopped);
      if (stopped) return;
      List<Long> closing = means.transactions().inTransaction(tx -> Cycles.in(tx).closing());
      closing.forEach(write::items);
      write.answers();
    } finally {
      working.unlock();
    }
  }

  /** Has {@link #work} end after the block that it is at. */
  public void stop() {
    stopped = true;
  }

  private Optional<StoredFile> find(Name name) {
    return means.transactions().inTransaction(tx -> Files.in(tx).find(name));
  }
}
