package openset.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import openset.crypto.Suite;
import openset.pki.CertificateList;
import openset.set.Refused;
import openset.testkit.world.World;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final Effort LEAST = new Effort(1, 1, 1);

  @Test
  void measuresAndPrintsOneLineForEachFigure() throws Exception {
    Report report = new Report(LEAST);
    report.measure();
    assertThat(report.measured()).hasSize(22).allSatisfy(ReportTest::isMeasured);
    assertThat(report.compared())
        .hasSize(6)
        .allSatisfy(c -> assertThat(c.ratio()).isPositive());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    report.print(new PrintStream(out, true, StandardCharsets.UTF_8));
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .filteredOn(line -> line.endsWith("%"))
        .hasSize(22);
    assertThat(report.json().lines()).filteredOn(line -> line.contains("\"ratio\"")).hasSize(28);
  }

  private static void isMeasured(Measured m) {
    assertThat(m.nanos()).isPositive();
    assertThat(m.limitNanos()).isPositive();
    assertThat(m.counts().values().stream().mapToDouble(count -> count).sum()).isPositive();
  }

  @Test
  void countsWhatAPurchaseCannotDoWithout() throws Exception {
    Load load = Load.of(Suite.CLASSICAL);
    load.purchase();
    Map<Operation, Double> counts = Counts.of(load::purchase);
    // Wallet: the dual signature. Merchant: PInitRes, AuthReq, PRes. Gateway: AuthRes and a token.
    assertThat(counts)
        .containsEntry(Operation.VERIFY, 7.0)
        .containsEntry(Operation.ENCAPSULATE, 4.0)
        .containsEntry(Operation.DECAPSULATE, 3.0)
        .containsEntry(Operation.SEAL, 5.0)
        .containsEntry(Operation.OPEN, 4.0);
  }

  @Test
  void aNewCardCostsTwoVerificationsMore() throws Exception {
    Load load = Load.of(Suite.CLASSICAL).withUnseen(1 + Counts.TIMES);
    load.purchaseByUnseen();
    Map<Operation, Double> counts = Counts.of(load::purchaseByUnseen);
    assertThat(counts).containsEntry(Operation.VERIFY, 9.0);
  }

  @Test
  void neverTakesACardTwiceForNew() throws Exception {
    Load load = Load.of(Suite.CLASSICAL).withUnseen(1);
    load.purchaseByUnseen();
    assertThatThrownBy(load::purchaseByUnseen).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void aPurchaseThatFailsIsNotMeasured() {
    World world = new World(Suite.CLASSICAL, "here");
    List<CertificateList> crls = world.crls();
    World elsewhere = new World(Suite.CLASSICAL, "elsewhere");
    Load load = new Load(world, crls, elsewhere.trust());
    Task task = new Task("purchase", Suite.CLASSICAL, load::purchase);
    Figures figures = new Figures(LEAST);
    assertThatThrownBy(() -> figures.time(Suite.CLASSICAL, List.of(task)))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> Counts.of(load::purchase)).isInstanceOf(Refused.class);
  }
}
