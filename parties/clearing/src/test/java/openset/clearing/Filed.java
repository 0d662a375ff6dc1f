package openset.clearing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import openset.clearing.file.FileOffice;
import openset.clearing.file.Receipt;
import openset.iso8583.IsoMessage;
import openset.iso8583.file.ClearingFileReader;
import openset.iso8583.file.ClearingFileWriter;
import openset.iso8583.file.FileHeader;
import openset.iso8583.file.FileRefused;
import openset.iso8583.host.ClearingItem;

/** Clearing files as banks write, send, fetch and read them. */
final class Filed {
  private Filed() {}

  static FileHeader header(String sender, String name, int sequence) {
    return new FileHeader(
        name,
        new FileHeader.Ends(sender, World.HOUSE),
        LocalDate.of(2026, 11, 28),
        sequence,
        "1128120000",
        false);
  }

  static byte[] file(FileHeader header, List<IsoMessage> messages) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ClearingFileWriter writer = new ClearingFileWriter(out, header);
    for (IsoMessage each : messages) writer.item(each);
    writer.end();
    return out.toByteArray();
  }

  static byte[] file(String sender, String name, int sequence, List<ClearingItem> items)
      throws IOException {
    List<IsoMessage> messages = items.stream().map(ClearingItem::toMessage).toList();
    return file(header(sender, name, sequence), messages);
  }

  /** Sends a file in parts, and ends it. */
  static Receipt send(FileOffice office, String bank, FileHeader header, byte[] file)
      throws FileRefused {
    int part = 100_000;
    for (int at = 0; at < file.length; at += part) {
      byte[] octets = Arrays.copyOfRange(file, at, Math.min(file.length, at + part));
      FileOffice.Part said = office.part(bank, header.answers(), header.name(), at, octets);
      if (!said.taken()) throw new AssertionError("not taken at " + at + ": " + said);
    }
    return office.end(bank, header.answers(), header.name());
  }

  /** Fetches a file whole. */
  static Optional<byte[]> fetch(FileOffice office, String bank, boolean answers, String name) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    while (true) {
      Optional<byte[]> part = office.fetch(bank, answers, name, out.size());
      if (part.isEmpty()) return Optional.empty();
      if (part.get().length == 0) return Optional.of(out.toByteArray());
      out.writeBytes(part.get());
    }
  }

  /** Messages of a file, and its header. */
  record Read(FileHeader header, List<IsoMessage> messages) {}

  static Read read(byte[] file) throws IOException, FileRefused {
    ClearingFileReader reader = new ClearingFileReader(new ByteArrayInputStream(file));
    List<IsoMessage> messages = new ArrayList<>();
    for (var next = reader.next(); next.isPresent(); next = reader.next()) {
      messages.add(next.get());
    }
    return new Read(reader.header(), messages);
  }

  /** Answers a file of items as a bank does. */
  static byte[] answers(byte[] file, Function<IsoMessage, String> codes)
      throws IOException, FileRefused {
    Read read = read(file);
    List<IsoMessage> answers =
        read.messages().stream().map(each -> each.answer(codes.apply(each))).toList();
    return file(read.header().answered(), answers);
  }
}
