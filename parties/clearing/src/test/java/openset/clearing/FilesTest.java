package openset.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import openset.clearing.file.FileLimits;
import openset.clearing.file.FileMeans;
import openset.clearing.file.FileOffice;
import openset.clearing.file.Receipt;
import openset.clearing.store.Position;
import openset.clearing.store.StoredFile.State;
import openset.iso8583.IsoMessage;
import openset.iso8583.file.FileHeader;
import openset.iso8583.file.FileRefused;
import openset.iso8583.file.FileRefused.Reason;
import openset.iso8583.host.AdviceAnswer;
import openset.iso8583.host.Amount;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.LinkData;
import openset.iso8583.host.Octets;
import openset.iso8583.host.Purchase;
import openset.iso8583.host.ResponseCode;
import openset.iso8583.host.SettlementAdvice.Totals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clearing files from an acquirer, and to an issuer that takes its items by file. */
@Timeout(120)
final class FilesTest {
  private static final int EUR = 978;
  private World world;

  @BeforeEach
  void starts() throws Exception {
    world = new World(Set.of(World.ISSUER));
  }

  @AfterEach
  void stops() {
    world.close();
  }

  private ClearingItem capture(long minor, String issuer) {
    return ClearingItem.first(Kind.CAPTURE, world.advice(world.key(), minor, EUR, issuer));
  }

  private List<ClearingItem> captures(int count) {
    return IntStream.range(0, count).mapToObj(i -> capture(100 + i, World.ISSUER)).toList();
  }

  private ClearingItem credit(ClearingItem captured, long minor) {
    FinancialAdvice advice = captured.advice();
    return ClearingItem.first(
        Kind.CREDIT,
        new FinancialAdvice(
            world.trace(),
            new Amount(minor, EUR),
            advice.acceptor(),
            advice.approval(),
            Purchase.of(world.key(), advice.purchase().xid()),
            advice.issuer()));
  }

  private Receipt send(byte[] file, String name, int sequence) throws FileRefused {
    FileHeader header = Filed.header(World.AURORA, name, sequence);
    return Filed.send(world.house.files(), World.AURORA, header, file);
  }

  private void booked(String name) {
    world.house.files().work();
    assertThat(world.house.files().receipt(World.AURORA, false, name).orElseThrow().state())
        .isEqualTo(State.BOOKED);
  }

  @Test
  @Tag("HL-103")
  @Tag("HL-108")
  void aFileGoesFromTheAcquirerToTheIssuerAndItsAnswersSettleIt() throws Exception {
    List<ClearingItem> items = new ArrayList<>(captures(5));
    items.add(credit(items.get(0), 40));
    items.add(credit(items.get(1), 9000));
    items.add(capture(10, "111111"));
    byte[] file = Filed.file(World.AURORA, "A.1", 1, items);
    Receipt receipt = send(file, "A.1", 1);
    assertThat(receipt.items()).contains(new Receipt.Items(8, 0));
    assertThat(receipt.cycle().orElseThrow().cycle()).isEqualTo("C00000001");
    booked("A.1");
    assertThat(AdviceAnswer.of(world.ask(world.aurora, items.get(0).toMessage())).code())
        .isEqualTo(ResponseCode.IN_PROGRESS);

    ClosedCycle cycle = world.house.runCycle().orElseThrow();
    assertThat(cycle.isNetted()).isFalse();
    assertThat(world.house.files().unanswered(World.ISSUER)).containsExactly(cycle.name());
    byte[] out =
        Filed.fetch(world.house.files(), World.ISSUER, false, cycle.name()).orElseThrow();
    Filed.Read read = Filed.read(out);
    assertThat(read.header().ends()).isEqualTo(new FileHeader.Ends(World.HOUSE, World.ISSUER));
    assertThat(read.messages()).hasSize(6);
    assertThat(LinkData.of(read.messages().getFirst()).text(LinkData.Tag.CYCLE))
        .contains(cycle.name());
    byte[] answers =
        Filed.answers(out, each -> each.number(4).orElse(0) == 104 ? "25" : "00");
    FileHeader header = read.header().answered();
    Filed.send(world.house.files(), World.ISSUER, header, answers);
    world.house.files().work();
    assertThat(world.house.files().unanswered(World.ISSUER)).isEmpty();
    world.awaitSettled(cycle.name());
    assertThat(world.house.cycles(1).getFirst().positions())
        .extracting(Position::institution, Position::totals)
        .containsExactlyInAnyOrder(
            tuple(World.AURORA, new Totals(4, 1, 406, 40)),
            tuple(World.ISSUER, new Totals(1, 4, 40, 406)));
    told(cycle, items);
    assertThat(AdviceAnswer.of(world.ask(world.aurora, items.get(0).toMessage())).cycle())
        .contains(cycle.name());
  }

  /** The acquirer fetches what was refused of its file, with the reasons. */
  private void told(ClosedCycle cycle, List<ClearingItem> items) throws Exception {
    Optional<byte[]> back = Filed.fetch(world.house.files(), World.AURORA, true, "A.1");
    List<IsoMessage> refused = Filed.read(back.orElseThrow()).messages();
    assertThat(refused)
        .extracting(each -> each.text(39).orElse(""), each -> each.text(44).orElse(""))
        .containsExactly(
            tuple("25", ""), tuple("13", "does not fit"), tuple("15", "no such bank"));
    Octets last = items.getLast().advice().purchase().key();
    assertThat(LinkData.of(refused.getLast()).value(LinkData.Tag.KEY)).contains(last);
    assertThat(world.house.files().written(World.ISSUER, false, cycle.name())).isPresent();
  }

  @Test
  @Tag("HL-103")
  void aFileSentTwiceGetsTheSameReceiptAndBooksNothingAgain() throws Exception {
    byte[] file = Filed.file(World.AURORA, "A.1", 1, captures(3));
    Receipt first = send(file, "A.1", 1);
    booked("A.1");
    Receipt again = send(file, "A.1", 1);
    assertThat(again.cycle()).isEqualTo(first.cycle());
    assertThat(again.items()).contains(new Receipt.Items(3, 3));
    world.house.files().work();
    ClosedCycle cycle = world.house.runCycle().orElseThrow();
    byte[] out =
        Filed.fetch(world.house.files(), World.ISSUER, false, cycle.name()).orElseThrow();
    assertThat(Filed.read(out).messages()).hasSize(3);
    byte[] other = Filed.file(World.AURORA, "A.1", 1, captures(3));
    assertThat(
            world.house.files().part(World.AURORA, false, "A.1", 0, Arrays.copyOf(other, 900)))
        .extracting(each -> each.taken())
        .isEqualTo(false);
  }

  @Test
  @Tag("HL-103")
  void aTransferThatBrokeOffGoesOnWhereItWas() throws Exception {
    byte[] file = Filed.file(World.AURORA, "A.1", 1, captures(3));
    var office = world.house.files();
    byte[] head = Arrays.copyOf(file, 300);
    assertThat(office.part(World.AURORA, false, "A.1", 0, head).octets()).isEqualTo(300);
    assertThat(office.part(World.AURORA, false, "A.1", 0, head).taken()).isTrue();
    world.stop();
    world.start();
    office = world.house.files();
    assertThat(office.receipt(World.AURORA, false, "A.1").orElseThrow().octets()).isEqualTo(300);
    byte[] rest = Arrays.copyOfRange(file, 300, file.length);
    assertThat(office.part(World.AURORA, false, "A.1", 301, rest).taken()).isFalse();
    assertThat(office.part(World.AURORA, false, "A.1", 300, rest).taken()).isTrue();
    assertThat(office.end(World.AURORA, false, "A.1").items())
        .contains(new Receipt.Items(3, 0));
  }

  @Test
  @Tag("HL-102")
  void aFileThatIsCutChangedOrFromSomebodyElseIsRefusedWholeAndCanBeSentAnew() throws Exception {
    List<ClearingItem> items = captures(3);
    byte[] file = Filed.file(World.AURORA, "A.1", 1, items);
    byte[] changed = file.clone();
    changed[file.length / 2] ^= 1;
    byte[] foreign = Filed.file(World.MERIDIAN, "A.1", 1, items);
    byte[] otherName = Filed.file(World.AURORA, "A.2", 1, items);
    for (byte[] bad :
        List.of(Arrays.copyOf(file, file.length / 2), changed, foreign, otherName)) {
      FileRefused refused = catchThrowableOfType(FileRefused.class, () -> send(bad, "A.1", 1));
      assertThat(refused.line()).isPositive();
      Receipt receipt = world.house.files().receipt(World.AURORA, false, "A.1").orElseThrow();
      assertThat(receipt.state()).isEqualTo(State.REFUSED);
      assertThat(receipt.refusal().orElseThrow().reason()).contains(refused.reason().name());
      world.house.files().work();
      assertThat(world.house.runCycle()).isEmpty();
    }
    send(file, "A.1", 1);
    booked("A.1");
    assertThat(world.house.runCycle()).isPresent();
  }

  @Test
  @Tag("HL-102")
  void filesOfABankComeInTheOrderOfTheirNumbers() throws Exception {
    send(Filed.file(World.AURORA, "A.1", 9999, captures(1)), "A.1", 9999);
    assertThatThrownBy(() -> send(Filed.file(World.AURORA, "A.2", 2, captures(1)), "A.2", 2))
        .isInstanceOf(FileRefused.class)
        .hasMessageContaining("1 is due");
    send(Filed.file(World.AURORA, "A.2", 1, captures(1)), "A.2", 1);
  }

  @Test
  @Tag("HL-108")
  void answersThatDoNotAnswerEachItemInItsPlaceAreRefusedWhole() throws Exception {
    send(Filed.file(World.AURORA, "A.1", 1, captures(3)), "A.1", 1);
    booked("A.1");
    String cycle = world.house.runCycle().orElseThrow().name();
    byte[] out = Filed.fetch(world.house.files(), World.ISSUER, false, cycle).orElseThrow();
    FileHeader header = Filed.read(out).header().answered();
    List<IsoMessage> right = Filed.read(Filed.answers(out, _ -> "00")).messages();
    for (List<IsoMessage> wrong :
        List.of(
            right.subList(0, 2),
            List.of(right.get(1), right.get(0), right.get(2)),
            List.of(right.get(0), right.get(1), right.get(2), right.get(2)),
            Filed.read(Filed.answers(out, _ -> "91")).messages())) {
      byte[] file = Filed.file(header, wrong);
      assertThatThrownBy(() -> Filed.send(world.house.files(), World.ISSUER, header, file))
          .isInstanceOf(FileRefused.class);
    }
    FileHeader unasked =
        new FileHeader(
            "C00000099", header.ends(), header.businessDate(), 1, header.time(), true);
    byte[] file = Filed.file(unasked, right);
    FileRefused refused =
        catchThrowableOfType(
            FileRefused.class,
            () -> Filed.send(world.house.files(), World.ISSUER, unasked, file));
    assertThat(refused.reason()).isEqualTo(Reason.WRONG_PARTY);
    Filed.send(world.house.files(), World.ISSUER, header, Filed.file(header, right));
    world.awaitSettled(cycle);
  }

  @Test
  @Tag("HL-103")
  void aFileThatIsLongerThanAFileMayBeIsRefusedByNameAndMayBeSentAnewShorter() throws Exception {
    FileOffice office = bounded(new FileLimits(1000, 32));
    byte[] part = new byte[600];
    assertThat(office.part(World.AURORA, false, "A.1", 0, part).taken()).isTrue();
    FileRefused refused =
        catchThrowableOfType(
            FileRefused.class, () -> office.part(World.AURORA, false, "A.1", 600, part));
    assertThat(refused.reason()).isEqualTo(Reason.TOO_LONG);
    Receipt receipt = office.receipt(World.AURORA, false, "A.1").orElseThrow();
    assertThat(receipt.state()).isEqualTo(State.REFUSED);
    assertThat(receipt.octets()).isZero();
    assertThat(receipt.refusal().orElseThrow().reason()).contains("at most 1000 octets");
    refused =
        catchThrowableOfType(
            FileRefused.class,
            () -> office.part(World.AURORA, false, "A.2", Long.MAX_VALUE, part));
    assertThat(refused.reason()).isEqualTo(Reason.TOO_LONG);
    assertThat(office.receipt(World.AURORA, false, "A.2")).isEmpty();
    assertThat(office.part(World.AURORA, false, "A.1", 0, part).octets()).isEqualTo(600);
  }

  @Test
  @Tag("HL-103")
  void aBankThatBeginsFilesAndEndsNoneMayNotBeginMore() throws Exception {
    FileOffice office = bounded(new FileLimits(1000, 2));
    byte[] part = new byte[10];
    office.part(World.AURORA, false, "A.1", 0, part);
    office.part(World.AURORA, false, "A.2", 0, part);
    FileRefused refused =
        catchThrowableOfType(
            FileRefused.class, () -> office.part(World.AURORA, false, "A.3", 0, part));
    assertThat(refused.reason()).isEqualTo(Reason.TOO_MANY);
    assertThat(office.receipt(World.AURORA, false, "A.3")).isEmpty();
    assertThat(office.part(World.AURORA, false, "A.2", 10, part).taken()).isTrue();
    assertThat(office.part(World.MERIDIAN, false, "A.3", 0, part).taken()).isTrue();
    assertThatThrownBy(() -> office.end(World.AURORA, false, "A.1"))
        .isInstanceOf(FileRefused.class);
    assertThat(office.part(World.AURORA, false, "A.3", 0, part).taken()).isTrue();
  }

  private FileOffice bounded(FileLimits limits) {
    return new FileOffice(
        new FileMeans(
            world.database.transactions(),
            InstantSource.system(),
            World.HOUSE,
            Set.of(World.AURORA, World.MERIDIAN, World.ISSUER),
            Set.of(),
            limits));
  }
}
