package openset.set.data.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import openset.crypto.DigestAlgorithm;
import openset.set.data.BrandID;
import openset.set.data.CurrencyAmount;
import openset.set.data.Digest;
import openset.set.data.LocalID;
import openset.set.data.Salt;
import openset.set.operator.DD;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

class OrderTest {
  private static final CurrencyAmount PRICE = CurrencyAmount.of("EUR", 1290);

  @Example
  @Tag("ORD-03")
  void takesTheDigestOfOneLineAsItsRoot() {
    OrderLine line = line(1, "Lamp");
    byte[] leaf =
        DigestAlgorithm.SHA256.digest(new byte[] {0}, OrderLine.TYPE.encode(line));
    assertThat(OrderTree.of(List.of(line)).root()).isEqualTo(Digest.of(leaf));
  }

  @Example
  @Tag("ORD-03")
  void buildsThreeLinesAsRfc6962Does() {
    List<OrderLine> lines = lines(3);
    byte[] first = node(leaf(lines.get(0)), leaf(lines.get(1)));
    assertThat(OrderTree.of(lines).root()).isEqualTo(Digest.of(node(first, leaf(lines.get(2)))));
  }

  @Property(tries = 40)
  @Tag("ORD-05")
  void showsEveryLineToBeInTheOrderAndNoOther(@ForAll @IntRange(min = 1, max = 33) int size) {
    List<OrderLine> lines = lines(size);
    OrderTree tree = OrderTree.of(lines);
    OrderLine foreign = line(1, "Foreign");
    for (int i = 0; i < size; i++) {
      List<Digest> path = tree.auditPath(i);
      assertThat(OrderTree.verifies(tree.root(), size, i, lines.get(i), path)).isTrue();
      assertThat(OrderTree.verifies(tree.root(), size, i, foreign, path)).isFalse();
      assertThat(OrderTree.verifies(tree.root(), size, i + 1, lines.get(i), path)).isFalse();
      assertThat(OrderTree.verifies(tree.root(), size, -1, lines.get(i), path)).isFalse();
      List<Digest> longer = new ArrayList<>(path);
      longer.add(tree.root());
      assertThat(OrderTree.verifies(tree.root(), size, i, lines.get(i), longer)).isFalse();
      if (!path.isEmpty()) {
        List<Digest> shorter = path.subList(0, path.size() - 1);
        assertThat(OrderTree.verifies(tree.root(), size, i, lines.get(i), shorter)).isFalse();
      }
    }
  }

  @Example
  @Tag("K11")
  void hidesEqualLinesBehindTheirSalts() {
    OrderLine line = line(1, "Lamp");
    Salt other = Salt.of("a different salt 20o".getBytes(UTF_8));
    OrderLine salted = new OrderLine(1, "A-1", "Lamp", 1, PRICE, PRICE, other);
    assertThat(OrderTree.of(List.of(line)).root())
        .isNotEqualTo(OrderTree.of(List.of(salted)).root());
  }

  @Example
  @Tag("P11")
  @Tag("ORD-04")
  void changesHodWithEveryPartOfTheOffer() {
    Salt odSalt = Salt.of(new byte[20]);
    Offer offer = offer(List.of(line(1, "Lamp")), PRICE);
    Offer otherGoods = offer(List.of(line(1, "Sofa")), PRICE);
    Salt otherSalt = Salt.of("a different salt 20o".getBytes(UTF_8));

    assertThat(hod(offer.hodInput(odSalt))).isEqualTo(hod(offer.hodInput(odSalt)));
    assertThat(hod(otherGoods.hodInput(odSalt))).isNotEqualTo(hod(offer.hodInput(odSalt)));
    assertThat(hod(offer.hodInput(otherSalt))).isNotEqualTo(hod(offer.hodInput(odSalt)));
  }

  @Example
  @Tag("ORD-02")
  void refusesAnOfferThatDoesNotAddUp() {
    refuses(() -> offer(List.of(line(1, "Lamp")), CurrencyAmount.of("EUR", 1291)));
    refuses(() -> offer(List.of(line(2, "Lamp")), PRICE));
    refuses(() -> offer(List.of(), CurrencyAmount.of("EUR", 0)));
    refuses(() -> offer(List.of(line(1, "Lamp")), CurrencyAmount.of("JPY", 1290)));
    refuses(() -> OrderTree.of(List.of()));
  }

  @Example
  @Tag("P36")
  @Tag("ORD-02")
  void refusesALineThatDoesNotMultiplyOrOverflows() {
    Salt salt = Salt.of(new byte[20]);
    CurrencyAmount most = CurrencyAmount.of("EUR", CurrencyAmount.MINOR_MAX);
    refuses(() -> new OrderLine(1, "A-1", "Lamp", 2, PRICE, PRICE, salt));
    refuses(() -> new OrderLine(1, "A-1", "Lamp", 2, most, most, salt));
    refuses(() -> new OrderLine(1, "A-1", "Lamp", -1, PRICE, PRICE, salt));
  }

  private static Object hod(HODInput input) {
    return DD.ofValue(HODInput.CONTENT, input);
  }

  private static void refuses(ThrowingCallable made) {
    assertThatThrownBy(made).isInstanceOf(IllegalArgumentException.class);
  }

  private static Offer offer(List<OrderLine> lines, CurrencyAmount total) {
    CurrencyAmount none = CurrencyAmount.of("EUR", 0);
    Delivery delivery =
        new Delivery(DeliveryMethod.digital, "Zoë", List.of(), Optional.empty());
    return new Offer(
        LocalID.ofText("1"),
        Instant.EPOCH,
        List.of(new BrandID("Aurora")),
        lines,
        none,
        none,
        total,
        delivery,
        Optional.empty());
  }

  private static List<OrderLine> lines(int size) {
    List<OrderLine> lines = new ArrayList<>();
    for (int i = 1; i <= size; i++) lines.add(line(i, "Goods"));
    return lines;
  }

  private static OrderLine line(int number, String description) {
    return new OrderLine(
        number, "A-" + number, description, 1, PRICE, PRICE, Salt.of(new byte[20]));
  }

  private static byte[] leaf(OrderLine line) {
    return DigestAlgorithm.SHA256.digest(new byte[] {0}, OrderLine.TYPE.encode(line));
  }

  private static byte[] node(byte[] left, byte[] right) {
    return DigestAlgorithm.SHA256.digest(new byte[] {1}, left, right);
  }
}
