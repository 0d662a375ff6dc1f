package openset.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import openset.iso8583.IsoMessage;
import openset.iso8583.Mti;
import openset.iso8583.table.FieldRule;
import openset.iso8583.table.FieldTable;
import openset.iso8583.table.Variant;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOPackager;
import org.jpos.iso.packager.ISO87APackager;
import org.jpos.iso.packager.ISO87APackagerBBitmap;
import org.jpos.iso.packager.ISO87BPackager;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** jPOS writes and reads the same octets as we, element by element and all together. */
@Tag("HL-110")
class PackagingTest {
  /** jPOS gives 93 six characters and 96 sixteen octets; the standard gives five and eight. */
  private static final List<Integer> OTHER_LENGTH = List.of(93, 96);

  private static final Map<String, ISOPackager> PEERS =
      Map.of(
          "ascii", new HostPackager(),
          "ascii-hex", new ISO87APackager(),
          "ascii-hex-octets", new ISO87APackagerBBitmap(),
          "binary", new ISO87BPackager());

  private static Variant variant(String name) {
    return Variant.named(name).orElseThrow();
  }

  /** Fields that both have in the same length; jPOS's own 127 is characters, ours octets. */
  private static List<Integer> fields(String variant) {
    List<Integer> fields = new ArrayList<>();
    for (int field = 2; field <= 128; field++) {
      boolean octets127 = field == 127 && !variant.equals("ascii");
      if (FieldTable.ISO_1987.has(field) && !OTHER_LENGTH.contains(field) && !octets127) {
        fields.add(field);
      }
    }
    return fields;
  }

  private static byte[] value(FieldRule rule, Random random) {
    int length = rule.prefix() == 0 ? rule.most() : 1 + random.nextInt(rule.most());
    byte[] value = new byte[length];
    String set =
        switch (rule.content()) {
          case N, X -> "0123456789";
          case A, AN -> "09AZaz";
          case ANS -> "0aZ /";
          case Z -> "0123456789=";
          case B -> "";
        };
    if (set.isEmpty()) random.nextBytes(value);
    for (int i = 0; i < length && !set.isEmpty(); i++) {
      value[i] = (byte) set.charAt(random.nextInt(set.length()));
    }
    if (rule.content() == FieldRule.Content.X) value[0] = 'C';
    return value;
  }

  private static void same(String variant, Map<Integer, byte[]> elements) throws Exception {
    IsoMessage.Builder ours = IsoMessage.of(Mti.AUTHORIZATION);
    ISOMsg theirs = new ISOMsg("0100");
    for (Map.Entry<Integer, byte[]> element : elements.entrySet()) {
      int field = element.getKey();
      byte[] value = element.getValue();
      ours.put(field, value);
      if (FieldTable.ISO_1987.rule(field).content() == FieldRule.Content.B) {
        theirs.set(field, value);
      } else {
        theirs.set(field, new String(value, StandardCharsets.ISO_8859_1));
      }
    }
    IsoMessage message = ours.build();
    byte[] written = message.encode(variant(variant));
    assertThat(hex(packed(variant, theirs))).as("%s", message).isEqualTo(hex(written));
    assertThat(IsoMessage.decode(variant(variant), written)).isEqualTo(message);
    readAlike(variant, written, elements);
  }

  private static byte[] packed(String variant, ISOMsg message) throws ISOException {
    message.setPackager(PEERS.get(variant));
    return message.pack();
  }

  private static void readAlike(String variant, byte[] written, Map<Integer, byte[]> elements)
      throws ISOException {
    ISOMsg read = new ISOMsg();
    read.setPackager(PEERS.get(variant));
    assertThat(read.unpack(written)).isEqualTo(written.length);
    for (Map.Entry<Integer, byte[]> element : elements.entrySet()) {
      assertThat(read.getBytes(element.getKey()))
          .as("%s element %d", variant, element.getKey())
          .isEqualTo(element.getValue());
    }
  }

  private static String hex(byte[] octets) {
    return HexFormat.of().formatHex(octets);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ascii", "ascii-hex", "ascii-hex-octets", "binary"})
  void everyElementAloneIsTheSameOctets(String variant) throws Exception {
    Random random = new Random(42);
    for (int field : fields(variant)) {
      for (int i = 0; i < 4; i++) {
        same(variant, Map.of(field, value(FieldTable.ISO_1987.rule(field), random)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ascii", "ascii-hex", "ascii-hex-octets", "binary"})
  void messagesOfManyElementsAreTheSameOctets(String variant) throws Exception {
    Random random = new Random(43);
    for (int i = 0; i < 100; i++) {
      Map<Integer, byte[]> elements = new TreeMap<>();
      for (int field : fields(variant)) {
        if (random.nextInt(4) == 0) {
          elements.put(field, value(FieldTable.ISO_1987.rule(field), random));
        }
      }
      if (!elements.isEmpty()) same(variant, elements);
    }
  }
}
