package openset.iso8583.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import openset.iso8583.IsoMessage;
import openset.iso8583.file.FileRefused.Reason;
import openset.iso8583.host.Acceptor;
import openset.iso8583.host.Amount;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Octets;
import openset.iso8583.host.Purchase;
import openset.iso8583.host.Reference;
import openset.iso8583.host.SettlementAdvice.Totals;
import openset.iso8583.host.Trace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class ClearingFileTest {
  private static final Trace TRACE = new Trace("1128101112", 7);
  private static final FileHeader HEADER =
      new FileHeader(
          "A-261128.1",
          new FileHeader.Ends("999001", "999900"),
          LocalDate.of(2028, 2, 29),
          1,
          "1128101112",
          false);

  private static IsoMessage item(Kind kind, int number, long minor, int currency) {
    Octets key = Octets.ofHex(String.format("%040d", number));
    FinancialAdvice advice =
        new FinancialAdvice(
            TRACE,
            new Amount(minor, currency),
            new Acceptor("T1", "M-1", "5732"),
            new FinancialAdvice.Approval(new Reference("999001", "RRN000000001"), "123456", key),
            Purchase.of(key, Octets.ofHex("ab".repeat(20))),
            Optional.of("999100"));
    Octets earlier = Octets.ofHex("cd".repeat(20));
    ClearingItem.Dispute dispute =
        new ClearingItem.Dispute("D1", "4853", ClearingItem.Dispute.Stage.FIRST);
    return switch (kind) {
      case CAPTURE, CREDIT -> ClearingItem.first(kind, advice).toMessage();
      case CAPTURE_REVERSAL, CREDIT_REVERSAL ->
          ClearingItem.reversal(kind, advice, earlier).toMessage();
      case CHARGEBACK, REPRESENTMENT ->
          ClearingItem.disputed(kind, advice, earlier, dispute).toMessage();
    };
  }

  private static List<IsoMessage> items() {
    List<IsoMessage> items = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      items.add(item(kind, kind.ordinal() * 2, 1000 + kind.ordinal(), 978));
      items.add(item(kind, kind.ordinal() * 2 + 1, 10, 840));
    }
    return items;
  }

  private static byte[] file(FileHeader header, List<IsoMessage> items) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ClearingFileWriter writer = new ClearingFileWriter(out, header);
    for (IsoMessage item : items) writer.item(item);
    writer.end();
    return out.toByteArray();
  }

  private static ClearingFileReader read(byte[] file) throws IOException, FileRefused {
    ClearingFileReader reader = new ClearingFileReader(new ByteArrayInputStream(file));
    while (reader.next().isPresent()) continue;
    return reader;
  }

  private static FileRefused refused(byte[] file) {
    return catchThrowableOfType(FileRefused.class, () -> read(file));
  }

  /** Where each framed message begins, and the end. */
  private static List<Integer> frames(byte[] file) {
    List<Integer> begins = new ArrayList<>();
    int at = 0;
    while (at < file.length) {
      begins.add(at);
      at += 2 + ((file[at] & 0xff) << 8 | file[at + 1] & 0xff);
    }
    begins.add(at);
    return begins;
  }

  /** The file with its messages in this order. */
  private static byte[] ordered(byte[] file, IntStream order) {
    List<Integer> begins = frames(file);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    order.forEach(
        i -> out.writeBytes(Arrays.copyOfRange(file, begins.get(i), begins.get(i + 1))));
    return out.toByteArray();
  }

  @Test
  @Tag("HL-101")
  @Tag("HL-104")
  void aFileIsReadAsItWasWrittenWithItsHeaderItemsAndTotals() throws Exception {
    byte[] file = file(HEADER, items());
    assertThat(file(HEADER, items())).isEqualTo(file);
    ClearingFileReader reader = new ClearingFileReader(new ByteArrayInputStream(file));
    assertThat(reader.header()).isEqualTo(HEADER);
    for (IsoMessage item : items()) {
      IsoMessage read = reader.next().orElseThrow();
      assertThat(ClearingItem.of(read).with(TRACE)).isEqualTo(ClearingItem.of(item));
    }
    assertThat(reader.next()).isEmpty();
    assertThat(reader.totals().items()).isEqualTo(12);
    assertThat(reader.totals().in(978)).isEqualTo(new Totals(3, 3, 3008, 3007));
    assertThat(reader.totals().in(840)).isEqualTo(new Totals(3, 3, 30, 30));
  }

  @Test
  @Tag("HL-101")
  void answersStandInAFileOfTheSameNameAndThoseThatWereTakenCount() throws Exception {
    List<IsoMessage> answers = new ArrayList<>();
    for (IsoMessage item : items()) {
      answers.add(item.answer(item.number(49).orElse(0) == 978 ? "00" : "25"));
    }
    FileHeader header = HEADER.answered();
    ClearingFileReader reader = read(file(header, answers));
    assertThat(reader.header()).isEqualTo(header);
    assertThat(reader.header().ends().sender()).isEqualTo("999900");
    assertThat(reader.totals().in(978)).isEqualTo(new Totals(3, 3, 3008, 3007));
    assertThat(reader.totals().currencies()).containsExactly(978);
    assertThat(reader.totals().items()).isEqualTo(12);
  }

  @Test
  void aFileWithoutItemsHasATrailerToo() throws Exception {
    assertThat(read(file(HEADER, List.of())).totals().items()).isZero();
  }

  @Test
  @Tag("HL-102")
  void aFileCutAnywhereIsRefusedWithTheLine() throws Exception {
    byte[] file = file(HEADER, items());
    List<Integer> begins = frames(file);
    for (int length = 0; length < file.length; length++) {
      FileRefused refused = refused(Arrays.copyOf(file, length));
      assertThat(refused.reason()).as("cut at " + length).isEqualTo(Reason.CUT);
      int cut = length;
      long whole = begins.stream().filter(begin -> begin <= cut).count();
      assertThat(refused.line()).isEqualTo(whole);
    }
  }

  @Test
  @Tag("HL-102")
  void messagesInAnotherOrderDoubledOrLeftOutAreRefused() throws Exception {
    byte[] file = file(HEADER, items());
    for (IntStream order :
        List.of(
            IntStream.of(0, 2, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14),
            IntStream.of(0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14),
            IntStream.of(0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14),
            IntStream.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14),
            IntStream.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 14),
            IntStream.of(0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14))) {
      assertThat(refused(ordered(file, order)).reason()).isEqualTo(Reason.WRONG_ORDER);
    }
    assertThat(refused(ordered(file, IntStream.range(1, 15))).reason())
        .isEqualTo(Reason.MALFORMED);
  }

  @Test
  @Tag("HL-102")
  void oneChangedOctetAnywhereIsFound() throws Exception {
    byte[] file = file(HEADER, items().subList(0, 2));
    for (int i = 0; i < file.length; i++) {
      byte[] changed = file.clone();
      changed[i] ^= 1;
      assertThat(refused(changed)).as("octet " + i).isNotNull();
    }
  }

  @Test
  @Tag("HL-102")
  void wrongTotalsAreRefusedWithTheElement() throws Exception {
    byte[] one = file(HEADER, List.of(item(Kind.CAPTURE, 1, 10, 978)));
    byte[] other = file(HEADER, List.of(item(Kind.CAPTURE, 1, 11, 978)));
    ByteArrayOutputStream mixed = new ByteArrayOutputStream();
    int at = frames(one).get(2);
    mixed.write(one, 0, at);
    mixed.write(other, at, other.length - at);
    FileRefused refused = refused(mixed.toByteArray());
    assertThat(refused.reason()).isEqualTo(Reason.WRONG_TOTALS);
    assertThat(refused.line()).isEqualTo(3);
    assertThat(refused).hasMessageContaining("element 86");
  }
}
