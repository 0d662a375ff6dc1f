package openset.iso8583.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;
import openset.iso8583.IsoMessage;
import openset.iso8583.Mti;

/**
 * Writes a clearing file: the header, the items in the order they are given, and at the end the
 * trailers. The same header and items give the same octets.
 */
public final class ClearingFileWriter {
  private final OutputStream out;
  private final FileHeader header;
  private final FileDigest digest = new FileDigest();
  private final FileTotals totals = new FileTotals();
  private long line;

  /** Begins a file. */
  public ClearingFileWriter(OutputStream out, FileHeader header) throws IOException {
    this.out = out;
    this.header = header;
    write(header.toMessage());
  }

  /** Writes an item, or an answer; element 11 becomes its place. */
  public void item(IsoMessage message) throws IOException {
    totals.add(message);
    write(message.with().put(11, place(line + 1)).build());
  }

  /** The place of the last message written, the header being line 1. */
  public long line() {
    return line;
  }

  /** Numbers and sums so far. */
  public FileTotals totals() {
    return totals;
  }

  /** Writes the trailers; the stream stays open. */
  public void end() throws IOException {
    if (totals.currencies().isEmpty()) trailer(TrailerMessage.NO_CURRENCY);
    for (int currency : totals.currencies()) trailer(currency);
    out.flush();
  }

  private void trailer(int currency) throws IOException {
    Mti mti = TrailerMessage.mti(header.answers());
    write(
        TrailerMessage.of(mti, header.time(), place(line + 1), currency, totals.in(currency))
            .put(48, HexFormat.of().formatHex(digest.soFar()))
            .build());
  }

  private void write(IsoMessage message) throws IOException {
    byte[] octets = message.encode();
    digest.add(octets);
    out.write(octets.length >>> 8);
    out.write(octets.length);
    out.write(octets);
    line++;
  }

  /** Element 11 of the message at a place: 1 to 999,999 and round again. */
  static int place(long line) {
    return (int) ((line - 1) % 999_999) + 1;
  }
}
