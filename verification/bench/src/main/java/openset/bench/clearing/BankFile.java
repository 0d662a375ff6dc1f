package openset.bench.clearing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import openset.clearing.file.FileOffice;
import openset.iso8583.IsoMessage;
import openset.iso8583.file.ClearingFileReader;
import openset.iso8583.file.ClearingFileWriter;
import openset.iso8583.file.FileHeader;
import openset.iso8583.file.FileRefused;
import openset.iso8583.host.Acceptor;
import openset.iso8583.host.Amount;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Octets;
import openset.iso8583.host.Purchase;
import openset.iso8583.host.Reference;
import openset.iso8583.host.Trace;

/** Files of the banks on both sides of the clearing house, on disk. */
final class BankFile {
  private BankFile() {}

  /** Writes a file of captures, as an acquirer does; every issuer gets its share. */
  static FileHeader captures(Path to, String acquirer, int count, String[] issuers)
      throws IOException {
    FileHeader header =
        new FileHeader(
            "BENCH." + count,
            new FileHeader.Ends(acquirer, Captures.HOUSE),
            LocalDate.of(2026, 11, 28),
            1,
            "1128120000",
            false);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to), 1 << 16)) {
      ClearingFileWriter writer = new ClearingFileWriter(out, header);
      for (int i = 0; i < count; i++) {
        writer.item(capture(acquirer, i, issuers[i % issuers.length]));
      }
      writer.end();
    }
    return header;
  }

  private static IsoMessage capture(String acquirer, int i, String issuer) {
    Octets key = key(acquirer, i, 1);
    FinancialAdvice advice =
        new FinancialAdvice(
            new Trace("1128120000", 1),
            new Amount(100 + i % 9_000, 978),
            new Acceptor("T1", "M-" + i % 1_000, "5732"),
            new FinancialAdvice.Approval(
                new Reference(acquirer, "%012d".formatted(i)), "123456", key(acquirer, i, 2)),
            Purchase.of(key, key(acquirer, i, 3)),
            Optional.of(issuer));
    return ClearingItem.first(Kind.CAPTURE, advice).toMessage();
  }

  /** Octets that look random, as RRPIDs do, and are the same in every run. */
  private static Octets key(String acquirer, int i, int use) {
    ByteBuffer key = ByteBuffer.allocate(20);
    long state = acquirer.hashCode() * 31L + use;
    state = mixed(state) + i;
    for (int part = 0; part < 2; part++) {
      state = mixed(state);
      key.putLong(state);
    }
    return Octets.of(key.putInt(i).array());
  }

  /** The finalizer of SplitMix64. */
  private static long mixed(long value) {
    long mixed = value + 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
    return mixed ^ mixed >>> 31;
  }

  /** Sends a file in parts, and ends it. */
  static void send(FileOffice office, String bank, FileHeader header, Path file)
      throws IOException, FileRefused {
    try (InputStream in = Files.newInputStream(file)) {
      long at = 0;
      while (true) {
        byte[] part = in.readNBytes(FileOffice.PART_MOST);
        if (part.length == 0) break;
        office.part(bank, header.answers(), header.name(), at, part);
        at += part.length;
      }
    }
    office.end(bank, header.answers(), header.name());
  }

  /** Fetches a file of items and writes its answers, as an issuer does. */
  static FileHeader answers(FileOffice office, String bank, String name, Path to)
      throws IOException, FileRefused {
    Path items = to.resolveSibling(name + "." + bank);
    try (OutputStream out = Files.newOutputStream(items)) {
      long at = 0;
      while (true) {
        byte[] part = office.fetch(bank, false, name, at).orElseThrow();
        if (part.length == 0) break;
        out.write(part);
        at += part.length;
      }
    }
    try (InputStream in = Files.newInputStream(items);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(to), 1 << 16)) {
      ClearingFileReader reader = new ClearingFileReader(in);
      FileHeader header = reader.header().answered();
      ClearingFileWriter writer = new ClearingFileWriter(out, header);
      for (var next = reader.next(); next.isPresent(); next = reader.next()) {
        writer.item(next.get().answer("00"));
      }
      writer.end();
      return header;
    }
  }
}
