package openset.testkit.vector;

import static java.util.Map.entry;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import openset.crypto.Suite;
import openset.set.Refused;

/** Octets that are not the one strict DER of their type: D01 to D03, D08, D09. */
final class MalformedVectors {
  private static final int LEVELS = 5_000;
  private static final int[] VERSION = {0, 0};
  private static final int[] DATE = {0, 1};
  private static final int[] SW_IDENT = {0, 4};
  private static final int[] CERTIFICATES = {1, 0, 0, 1, 0, 3};

  /** Values of one type: its name, then the hex of the octets. */
  private static final Map<String, List<String>> VALUES =
      Map.ofEntries(
          entry("d01-integer-padded", List.of("INTEGER", "0202007f")),
          entry("d01-integer-padded-negative", List.of("INTEGER", "0202ff80")),
          entry("d01-integer-empty", List.of("INTEGER", "0200")),
          entry("d01-boolean-one", List.of("BOOLEAN", "010101")),
          entry("d01-oid-padded", List.of("OBJECT IDENTIFIER", "06032a8001")),
          entry("d01-oid-cut", List.of("OBJECT IDENTIFIER", "0602aa80")),
          entry("d01-length-of-two-octets", List.of("OCTET STRING", "048101aa")),
          entry("d01-indefinite-octets", List.of("OCTET STRING", "24800401aa0000")),
          entry(
              "d01-time-without-seconds",
              List.of("GeneralizedTime", "180d3230323630363031313230305a")),
          entry("d01-trailing-octet", List.of("INTEGER", "02010100")),
          entry("d02-length-2-31-less-1", List.of("OCTET STRING", "04847fffffff00")),
          entry("d02-length-2-63", List.of("OCTET STRING", "0488800000000000000000")),
          entry("d02-length-beyond-data", List.of("OCTET STRING", "0402aa")),
          entry("d02-length-cut", List.of("ANY", "048201")),
          entry("d08-thumbs-empty", List.of("Thumbs", "3000")),
          entry("d08-default-written", List.of("MsgExtension", "300a06022a03010100040100")),
          entry("d08-extensions-empty", List.of("MsgExtensions", "3000")),
          entry("d09-bmp-surrogates", List.of("BMPString", "1e04d83dde00")),
          entry("d09-bmp-odd", List.of("BMPString", "1e03004100")),
          entry("d09-bmp-of-ascii", List.of("SETString", "1e020041")),
          entry("d09-utf8-overlong", List.of("UTF8String", "0c02c0af")),
          entry("d09-utf8-surrogate", List.of("UTF8String", "0c03eda080")),
          entry("d09-utf8-nul", List.of("UTF8String", "0c03410042")),
          entry("d09-printable-underscore", List.of("PrintableString", "13025f41")),
          entry("d09-t61-for-utf8", List.of("UTF8String", "140141")));

  private MalformedVectors() {}

  static List<Vector> list() throws Refused {
    List<Vector> all = new ArrayList<>();
    new TreeMap<>(VALUES)
        .forEach((name, value) -> all.add(value(name, value.get(0), value.get(1))));
    Scene scene = Scene.of(Suite.EDWARDS);
    byte[] request = scene.purchase().pInitReq();
    all.addAll(wrappers(request));
    all.add(nested("d03-sequences", 0x30));
    all.add(nested("d03-constructed-octets", 0x24));
    all.add(nested("d03-explicit-tags", 0xa0));
    byte[] answer = scene.purchase().pInitRes(request);
    all.add(unsorted("d08-certificates-unsorted", answer, false));
    all.add(unsorted("d08-certificate-twice", answer, true));
    return all;
  }

  private static Vector value(String name, String type, String hex) {
    return bad(name, type, HexFormat.of().parseHex(hex));
  }

  private static Vector bad(String name, String type, byte[] octets) {
    return Vector.of("malformed/" + name + ".txt", octets)
        .expect("malformed")
        .with("type", type)
        .with("comment", name.substring(4).replace('-', ' '));
  }

  private static Vector wrapper(String name, byte[] octets) {
    return bad(name, "MessageWrapper", octets);
  }

  private static List<Vector> wrappers(byte[] good) {
    byte[] content = Surgery.content(good);
    byte[] indefinite = {0x30, (byte) 0x80};
    byte[] end = {0, 0};
    byte[] long4 = {0x30, (byte) 0x84, 0, 0, (byte) (content.length >> 8), (byte) content.length};
    byte[] beyond = good.clone();
    beyond[3]++;
    return List.of(
        wrapper("d01-wrapper-indefinite", Surgery.concat(List.of(indefinite, content, end))),
        wrapper("d01-wrapper-length-of-four-octets", Surgery.concat(List.of(long4, content))),
        wrapper(
            "d01-wrapper-version-padded",
            Surgery.at(good, v -> new byte[] {2, 2, 0, 1}, VERSION)),
        wrapper("d02-wrapper-longer-than-data", beyond),
        wrapper(
            "d02-wrapper-cut", java.util.Arrays.copyOf(good, good.length - 1)),
        wrapper("d01-wrapper-trailing", Surgery.concat(List.of(good, end))),
        wrapper("d08-wrapper-revision-written", revisionWritten(good)),
        wrapper(
            "d09-wrapper-swident-t61",
            Surgery.at(good, v -> Surgery.value(0x14, Surgery.content(v)), SW_IDENT)),
        wrapper(
            "d09-wrapper-swident-control",
            Surgery.at(good, v -> Surgery.value(0x1a, new byte[] {'a', 7}), SW_IDENT)),
        wrapper(
            "d01-wrapper-date-with-offset",
            Surgery.at(good, v -> Surgery.value(0x18, ascii("20260601120000+0000")), DATE)));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** {@code revision INTEGER DEFAULT 0} with its default written out. */
  private static byte[] revisionWritten(byte[] good) {
    return Surgery.at(
        good,
        header -> {
          List<byte[]> parts = Surgery.children(header);
          parts.add(1, new byte[] {2, 1, 0});
          return Surgery.value(0x30, Surgery.concat(parts));
        },
        0);
  }

  private static Vector unsorted(String name, byte[] answer, boolean twice) {
    byte[] changed =
        Surgery.at(
            answer,
            set -> {
              List<byte[]> parts = Surgery.children(set);
              if (twice) {
                parts.add(1, parts.getFirst());
              } else {
                Collections.swap(parts, 0, 1);
              }
              return Surgery.value(Surgery.tag(set), Surgery.concat(parts));
            },
            CERTIFICATES);
    return wrapper(name, changed);
  }

  private static Vector nested(String name, int tag) {
    byte[] value = {5, 0};
    for (int i = 0; i < LEVELS; i++) value = Surgery.value(tag, value);
    return wrapper(name, value);
  }
}
