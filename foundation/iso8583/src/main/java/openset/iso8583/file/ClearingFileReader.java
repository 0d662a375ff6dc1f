package openset.iso8583.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import openset.iso8583.FrameReader;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.Mti;
import openset.iso8583.file.FileRefused.Reason;

/**
 * Reads a clearing file message by message in constant memory. What was read counts only when
 * {@link #next} has come to the end without a refusal: totals and digest stand there.
 */
public final class ClearingFileReader {
  /** Greatest length of a message in octets (HL-01). */
  private static final int MOST = 4096;

  private static final int KEY = 127;

  private final FrameReader frames;
  private final FileDigest digest = new FileDigest();
  private final FileTotals totals = new FileTotals();
  private final FileHeader header;
  private long line;

  /**
   * Begins to read.
   *
   * @throws FileRefused when the file has no header
   */
  public ClearingFileReader(InputStream in) throws IOException, FileRefused {
    this.frames = new FrameReader(in, MOST);
    byte[] first = frame().orElseThrow(() -> refused(Reason.CUT, "an empty file"));
    IsoMessage message = decode(first);
    try {
      this.header = FileHeader.of(message);
    } catch (MalformedMessage e) {
      throw refused(Reason.MALFORMED, e.getMessage());
    }
    place(message);
    digest.add(first);
  }

  /** The header. */
  public FileHeader header() {
    return header;
  }

  /** The place of the message read last, the header being line 1. */
  public long line() {
    return line;
  }

  /** Numbers and sums of what was read. */
  public FileTotals totals() {
    return totals;
  }

  /**
   * The next item, or answer; empty at the end, when trailers and digest are right.
   *
   * @throws FileRefused when the file is cut, changed, or out of order
   */
  public Optional<IsoMessage> next() throws IOException, FileRefused {
    byte[] octets = frame().orElseThrow(() -> refused(Reason.CUT, "no trailer"));
    IsoMessage message = decode(octets);
    place(message);
    if (message.mti().equals(TrailerMessage.mti(header.answers()))) {
      trailers(message, octets);
      return Optional.empty();
    }
    if (!isItem(message)) {
      throw refused(Reason.WRONG_ORDER, message.mti() + " among the items");
    }
    if (message.number(4).orElse(0) == 0 || message.number(49).orElse(0) == 0) {
      throw refused(Reason.MALFORMED, "elements 4 and 49 are required");
    }
    if (!header.answers() && !message.has(KEY)) {
      throw refused(Reason.MALFORMED, "element 127 is required");
    }
    if (header.answers() && !message.has(39)) {
      throw refused(Reason.MALFORMED, "element 39 is required");
    }
    try {
      totals.add(message);
    } catch (ArithmeticException e) {
      throw refused(Reason.WRONG_TOTALS, e.getMessage());
    }
    digest.add(octets);
    return Optional.of(message);
  }

  private boolean isItem(IsoMessage message) {
    Mti mti = message.mti();
    int function = mti.code() / 10 % 10;
    boolean kind = mti.kind() == 2 || mti.kind() == 4;
    return kind && function == (header.answers() ? 3 : 2);
  }

  private void trailers(IsoMessage first, byte[] octets) throws IOException, FileRefused {
    Iterator<Integer> due = totals.currencies().iterator();
    IsoMessage message = first;
    byte[] read = octets;
    int currency = due.hasNext() ? due.next() : TrailerMessage.NO_CURRENCY;
    trailer(message, currency);
    while (due.hasNext()) {
      digest.add(read);
      read = frame().orElseThrow(() -> refused(Reason.CUT, "a trailer is missing"));
      message = decode(read);
      place(message);
      trailer(message, due.next());
    }
    if (frame().isPresent()) throw refused(Reason.WRONG_ORDER, "more after the trailers");
  }

  private void trailer(IsoMessage message, int currency) throws FileRefused {
    Mti mti = TrailerMessage.mti(header.answers());
    if (!message.mti().equals(mti)) throw refused(Reason.WRONG_ORDER, "a trailer is due");
    String digestDue = HexFormat.of().formatHex(digest.soFar());
    IsoMessage own =
        TrailerMessage.of(
                mti,
                header.time(),
                ClearingFileWriter.place(line),
                currency,
                totals.in(currency))
            .put(48, digestDue)
            .build();
    for (int element : new int[] {50, 74, 76, 86, 88, 97}) {
      if (!own.sameAs(message, element)) {
        throw refused(Reason.WRONG_TOTALS, "element " + element + " is not that of the items");
      }
    }
    if (!own.sameAs(message, 48)) {
      throw refused(Reason.WRONG_DIGEST, "the octets before the trailer are others");
    }
    if (!own.equals(message)) throw refused(Reason.MALFORMED, "a trailer with other elements");
  }

  private void place(IsoMessage message) throws FileRefused {
    if (message.number(11).orElse(0) != ClearingFileWriter.place(line)) {
      throw refused(Reason.WRONG_ORDER, "element 11 is not its place");
    }
  }

  private Optional<byte[]> frame() throws IOException, FileRefused {
    line++;
    try {
      return frames.next(Arrays::copyOfRange);
    } catch (FrameReader.BadFrame e) {
      throw refused(Reason.CUT, e.getMessage());
    } catch (MalformedMessage e) {
      throw refused(Reason.MALFORMED, e.getMessage());
    }
  }

  private IsoMessage decode(byte[] octets) throws FileRefused {
    try {
      return IsoMessage.decode(octets);
    } catch (MalformedMessage e) {
      throw refused(Reason.MALFORMED, e.getMessage());
    }
  }

  private FileRefused refused(Reason reason, String text) {
    return new FileRefused(line, reason, text);
  }
}
