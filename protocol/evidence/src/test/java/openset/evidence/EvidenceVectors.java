package openset.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.asn1.Der;
import openset.evidence.verdict.Cause;
import openset.evidence.verdict.Kind;
import openset.pki.TrustBundle;
import openset.set.treatment.cardholder.Card;

/**
 * Bundles for other implementations, in {@code vectors/evidence}: header lines, a blank line, the
 * octets in hexadecimal. This class writes them into the folder it is given; what rests on a root
 * that is there already keeps its octets.
 */
final class EvidenceVectors {
  static final Path FOLDER = Path.of("..", "..", "vectors", "evidence");
  static final String ROOT = "root.hex";
  /** Of what came later: the header {@code root} names it. */
  private static final String SETTLEMENT_ROOT = "settlement-root.hex";
  private static final int LINE = 64;

  private EvidenceVectors() {}

  /**
   * One file.
   *
   * @param header expect, kind, cause and comment; root where it is another than {@link #ROOT}
   */
  record Vector(Map<String, String> header, byte[] body) {
    static Vector of(String comment, byte[] body) {
      Map<String, String> header = new LinkedHashMap<>();
      header.put("comment", comment);
      return new Vector(header, body);
    }

    Vector with(String name, String value) {
      Map<String, String> more = new LinkedHashMap<>(header);
      more.put(name, value);
      return new Vector(more, body);
    }

    String root() {
      return header.getOrDefault("root", ROOT);
    }

    Vector holds() {
      return with("expect", "holds");
    }

    Vector fails(Kind kind, Cause cause) {
      return with("expect", "fails").with("kind", kind.name()).with("cause", cause.name());
    }

    String text() {
      StringBuilder text = new StringBuilder();
      header.forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
      text.append('\n');
      String hex = HexFormat.of().formatHex(body);
      for (int at = 0; at < hex.length(); at += LINE) {
        text.append(hex, at, Math.min(hex.length(), at + LINE)).append('\n');
      }
      return text.toString();
    }

    static Vector parse(String text) {
      int blank = text.indexOf("\n\n");
      Map<String, String> header = new LinkedHashMap<>();
      for (String line : text.substring(0, blank).lines().toList()) {
        String[] parts = line.split(": ", 2);
        header.put(parts[0], parts[1]);
      }
      byte[] body = HexFormat.of().parseHex(text.substring(blank).replace("\n", ""));
      return new Vector(header, body);
    }
  }

  /** Writes those that are missing below {@code arguments[0]}. */
  public static void main(String[] arguments) throws Exception {
    write(Path.of(arguments[0]));
  }

  static void write(Path folder) throws Exception {
    Files.createDirectories(folder);
    if (!Files.exists(folder.resolve(ROOT))) first(folder);
    if (!Files.exists(folder.resolve(SETTLEMENT_ROOT))) settlement(folder);
  }

  private static void first(Path folder) throws Exception {
    Market market = new Market();
    Bought bought = new Bought(market, 3);
    Bought other = new Bought(market, 3);
    put(folder, ROOT, Vector.of("the root certificate", market.root.certificate().der().bytes()));
    EvidenceBundle true_ = bought.merchants();
    put(folder, "merchant.hex", Vector.of("a merchant's", true_.der()).holds());
    put(
        folder,
        "cardholder.hex",
        Vector.of("the cardholder's of the same purchase", bought.cardholders().der()).holds());
    put(
        folder,
        "lines.hex",
        Vector.of("lines 1 and 3 alone", true_.showing(List.of(1, 3)).der()).holds());
    put(
        folder,
        "cut.hex",
        Vector.of("cut", Arrays.copyOf(true_.der(), 2_000)).fails(Kind.FORM, Cause.CONTENT));
    swapped(folder, true_, other.merchants());
    revoked(folder, market);
  }

  private static void swapped(Path folder, EvidenceBundle ours, EvidenceBundle theirs)
      throws IOException {
    put(
        folder,
        "order.hex",
        Vector.of(
                "another order",
                new EvidenceBundle(
                        theirs.order(),
                        ours.agreement(),
                        ours.pInitRes(),
                        ours.words(),
                        ours.lists())
                    .der())
            .fails(Kind.ORDER, Cause.OTHER_ORDER));
    Agreement swapped =
        new Agreement(
            ours.agreement().oiData(),
            ours.agreement().hPIData(),
            theirs.agreement().piSignature());
    put(
        folder,
        "signature.hex",
        Vector.of(
                "the dual signature of another purchase",
                new EvidenceBundle(
                        ours.order(), swapped, ours.pInitRes(), ours.words(), ours.lists())
                    .der())
            .fails(Kind.AGREEMENT, Cause.SIGNATURE));
    List<Word> words = new ArrayList<>(ours.words());
    words.removeIf(Word.AuthRes.class::isInstance);
    theirs.words().stream().filter(Word.AuthRes.class::isInstance).forEach(words::add);
    put(
        folder,
        "authorization.hex",
        Vector.of(
                "the gateway's word on another purchase",
                new EvidenceBundle(
                        ours.order(), ours.agreement(), ours.pInitRes(), words, ours.lists())
                    .der())
            .fails(Kind.AUTHORIZATION, Cause.OTHER_PURCHASE));
    EvidenceOrder.Part part = (EvidenceOrder.Part) ours.showing(List.of(1, 2)).order();
    EvidenceOrder.Part moved =
        new EvidenceOrder.Part(
            part.hodInput(),
            List.of(
                new EvidenceOrder.ShownLine(
                    part.lines().get(0).line(), part.lines().get(1).auditPath())));
    put(
        folder,
        "line.hex",
        Vector.of(
                "a line with another line's proof",
                new EvidenceBundle(
                        moved, ours.agreement(), ours.pInitRes(), ours.words(), ours.lists())
                    .der())
            .fails(Kind.LINE, Cause.OTHER_ORDER));
  }

  private static void revoked(Path folder, Market market) throws Exception {
    Card card = market.card(Optional.empty(), Market.NOW.plus(Duration.ofDays(50)));
    TrustBundle then = market.lists(1, Market.NOW, List.of());
    Bought bought = new Bought(market, card, Market.offer(2), then);
    Instant before = Market.NOW.minus(Duration.ofDays(2));
    put(
        folder,
        "revoked.hex",
        Vector.of(
                "the card was revoked then",
                bought
                    .merchants(market.lists(2, Market.NOW, Market.revoked(card, before)))
                    .der())
            .fails(Kind.AGREEMENT, Cause.REVOKED));
    TrustBundle later =
        market.lists(2, Market.NOW.plus(Duration.ofDays(6)), Market.revoked(card, bought.end()));
    put(
        folder,
        "revoked-later.hex",
        Vector.of("the card was revoked later", bought.merchants(Market.both(then, later)).der())
            .holds());
  }

  private static void settlement(Path folder) throws Exception {
    Market market = new Market();
    Settled settled = new Settled(new Bought(market, 3));
    put(
        folder,
        SETTLEMENT_ROOT,
        Vector.of("the root of bundles about settlement", market.root.certificate().der().bytes()));
    Vector line =
        Vector.of("with the acquirer's line", settled.with(settled.line()).der())
            .with("root", SETTLEMENT_ROOT);
    put(folder, "settlement.hex", line.holds());
    Der other = Der.of(new byte[24]);
    EvidenceBundle moved =
        settled.with(settled.line(other, settled.amount(), Settled.FEE));
    put(
        folder,
        "settlement-other.hex",
        Vector.of("with the line of a capture that is not in it", moved.der())
            .with("root", SETTLEMENT_ROOT)
            .fails(Kind.SETTLEMENT, Cause.OTHER_PURCHASE));
  }

  private static void put(Path folder, String name, Vector vector) throws IOException {
    Files.writeString(folder.resolve(name), vector.text());
  }
}
