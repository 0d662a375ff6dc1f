package openset.testkit.vector;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import openset.iso8583.MalformedMessage;
import openset.iso8583.host.Acceptor;
import openset.iso8583.host.Amount;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.Card;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Octets;
import openset.iso8583.host.Purchase;
import openset.iso8583.host.Reference;
import openset.iso8583.host.SettlementAdvice;
import openset.iso8583.host.Trace;
import openset.testkit.world.World;

/** Messages of the host link, good and bad: H08, H09. */
final class HostVectors {
  private static final Instant NOW = World.NOW;
  private static final String PAN = "9990010000000010";
  private static final HexFormat HEX = HexFormat.of();

  private final List<Vector> all = new ArrayList<>();

  static List<Vector> list() {
    HostVectors vectors = new HostVectors();
    try {
      vectors.good();
    } catch (MalformedMessage e) {
      throw new IllegalStateException(e);
    }
    vectors.bitmaps();
    vectors.elements();
    vectors.streams();
    return vectors.all;
  }

  private static AuthorizationRequest authorization() throws MalformedMessage {
    Trace trace = Trace.at(NOW, 77);
    return new AuthorizationRequest(
        trace,
        Card.of(PAN, "3012"),
        new Amount(1490, 978),
        new Acceptor("T1", "M-0001", "5942"),
        Reference.fresh("999001", NOW, 77),
        new Purchase(
            Octets.ofHex("01".repeat(20)),
            Octets.ofHex("02".repeat(20)),
            Optional.of(Octets.ofHex("03".repeat(32))),
            Optional.of(Octets.ofHex("0405")),
            Optional.of("Lantern Books")));
  }

  private void message(String name, byte[] octets, String verdict, String comment) {
    all.add(
        Vector.of("iso8583/" + name + ".txt", octets)
            .expect(verdict)
            .with("type", "ISO 8583 message")
            .with("comment", comment));
  }

  private void good() throws MalformedMessage {
    AuthorizationRequest asked = authorization();
    message("0100", asked.toMessage().encode(), "success", "authorization request");
    message("0110", asked.toMessage().answer("00").encode(), "success", "approved");
    message(
        "0400",
        asked.reversal(Trace.at(NOW, 78)).toMessage().encode(),
        "success",
        "reversal of that request");
    FinancialAdvice advice =
        new FinancialAdvice(
            Trace.at(NOW, 79),
            new Amount(1490, 978),
            asked.acceptor(),
            new FinancialAdvice.Approval(
                asked.reference(), "123456", asked.purchase().key()),
            Purchase.of(Octets.ofHex("09".repeat(24)), asked.purchase().xid()),
            Optional.of("999100"));
    message("0220", advice.toMessage().encode(), "success", "what was shipped");
    SettlementAdvice settlement =
        new SettlementAdvice(
            Trace.at(NOW, 80), "999001", "C-1", "0601", 978,
            new SettlementAdvice.Totals(1, 2, 100, 350));
    message("0520", settlement.toMessage().encode(), "success", "totals of a cycle");
  }

  private void bad(String name, String type, String maps, String elements, String comment) {
    message(name, octets(type, maps, elements), "malformed", comment);
  }

  private static byte[] octets(String type, String maps, String elements) {
    return Surgery.concat(
        List.of(
            type.getBytes(StandardCharsets.US_ASCII),
            HEX.parseHex(maps),
            elements.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private void bitmaps() {
    bad("h08-element-missing", "0100", "5000000000000000", "16" + PAN,
        "the bitmap promises an amount that is not there");
    bad("h08-length-missing", "0100", "4000000000000000", "", "no room for a length");
    bad("h08-octets-left", "0100", "4000000000000000", "16" + PAN + "0",
        "an octet after the last element");
    bad("h08-secondary-cut", "0100", "c000000000000000", "", "no secondary bitmap");
    bad("h08-secondary-empty", "0100", "c0000000000000000000000000000000", "16" + PAN,
        "a secondary bitmap that promises nothing");
    bad("h08-third-bitmap", "0100", "80000000000000008000000000000000", "1",
        "element 65 is not in use");
  }

  private void elements() {
    bad("h08-llvar-too-long", "0100", "4000000000000000", "20" + PAN + "0000",
        "twenty digits where nineteen are the most");
    bad("h08-llvar-not-digits", "0100", "4000000000000000", "1x" + PAN, "a length of letters");
    bad("h08-amount-not-digits", "0100", "1000000000000000", "00000000149a",
        "a letter in an amount");
    bad("h08-amount-ebcdic", "0100", "1000000000000000", "\u00f0".repeat(12),
        "EBCDIC zeros in an amount");
    bad("h08-type-ebcdic", "\u00f0\u00f1\u00f0\u00f0", "1000000000000000", "000000001490",
        "the message type in EBCDIC");
    bad("h08-type-1993", "1100", "1000000000000000", "000000001490", "ISO 8583:1993");
    bad("h08-empty", "", "", "", "nothing");
  }

  private void streams() {
    byte[] frame = framed(octets("0800", "0020000000000000", "000001"));
    stream("h09-two-frames", Surgery.concat(List.of(frame, frame)), "success",
        "two frames in one packet");
    stream("h09-length-zero", new byte[] {0, 0}, "malformed", "a frame of length 0");
    stream("h09-length-65535", new byte[] {-1, -1, '0'}, "malformed", "a length beyond the bound");
    stream("h09-length-negative", new byte[] {-128, 0}, "malformed",
        "a length with the highest bit");
    stream("h09-cut-in-header", Arrays.copyOf(frame, 1), "malformed", "cut inside the length");
    stream("h09-cut-in-frame", Arrays.copyOf(frame, frame.length - 1), "malformed",
        "cut before the last octet");
  }

  private void stream(String name, byte[] octets, String verdict, String comment) {
    all.add(
        Vector.of("iso8583/" + name + ".txt", octets)
            .expect(verdict)
            .with("type", "ISO 8583 stream")
            .with("comment", comment));
  }

  private static byte[] framed(byte[] message) {
    byte[] length = {(byte) (message.length >> 8), (byte) message.length};
    return Surgery.concat(List.of(length, message));
  }
}
