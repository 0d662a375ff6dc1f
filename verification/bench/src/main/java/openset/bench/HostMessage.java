package openset.bench;

import com.solab.iso8583.IsoType;
import com.solab.iso8583.MessageFactory;
import com.solab.iso8583.parse.FieldParseInfo;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import openset.iso8583.IsoMessage;
import openset.iso8583.Mti;
import openset.iso8583.table.FieldRule;
import openset.iso8583.table.FieldTable;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.packager.ISO87APackagerBBitmap;

/**
 * One message of the host link for three codecs: ours, jPOS and j8583. All write the same octets.
 *
 * @param name its type
 * @param elements its elements as text
 */
record HostMessage(String name, SortedMap<Integer, String> elements) {
  private static final ISO87APackagerBBitmap JPOS = new ISO87APackagerBBitmap();

  /** What every codec reads of a message that came. */
  private static final int[] LOOKED_AT = {3, 4, 7, 11, 32, 37, 41, 42, 49};

  /** A request for an authorization. */
  static HostMessage request() {
    SortedMap<Integer, String> elements = common();
    elements.put(2, "9990010000000010");
    elements.put(14, "3012");
    elements.put(18, "5942");
    elements.put(25, "59");
    elements.put(127, "key:" + "0123456789abcdef".repeat(6));
    return new HostMessage("0100", elements);
  }

  /** The answer to it. */
  static HostMessage answer() {
    SortedMap<Integer, String> elements = common();
    elements.put(38, "123456");
    elements.put(39, "00");
    return new HostMessage("0110", elements);
  }

  private static SortedMap<Integer, String> common() {
    SortedMap<Integer, String> elements = new TreeMap<>();
    elements.put(3, "000000");
    elements.put(4, "000000001490");
    elements.put(7, "0601120000");
    elements.put(11, "000042");
    elements.put(12, "120000");
    elements.put(13, "0601");
    elements.put(32, "999001");
    elements.put(37, "615212000042");
    elements.put(41, "T1      ");
    elements.put(42, "M-0001         ");
    elements.put(49, "978");
    return elements;
  }

  /** As a message of ours, each element proved. */
  IsoMessage ours() {
    IsoMessage.Builder message = IsoMessage.of(new Mti(Integer.parseInt(name)));
    elements.forEach(message::put);
    return message.build();
  }

  /** As a message of jPOS. */
  ISOMsg jpos() throws ISOException {
    ISOMsg message = new ISOMsg(name);
    message.setPackager(JPOS);
    for (Map.Entry<Integer, String> e : elements.entrySet()) message.set(e.getKey(), e.getValue());
    return message;
  }

  /** As a message of j8583. */
  com.solab.iso8583.IsoMessage j8583(MessageFactory<com.solab.iso8583.IsoMessage> factory) {
    com.solab.iso8583.IsoMessage message = factory.newMessage(type());
    elements.forEach(
        (field, value) -> {
          IsoType type = type(field);
          message.setValue(field, value, type, type.needsLength() ? value.length() : 0);
        });
    return message;
  }

  /** What makes and reads messages of j8583 of this shape. */
  MessageFactory<com.solab.iso8583.IsoMessage> factory() {
    MessageFactory<com.solab.iso8583.IsoMessage> factory = new MessageFactory<>();
    factory.setUseBinaryBitmap(true);
    factory.setCharacterEncoding(StandardCharsets.ISO_8859_1.name());
    Map<Integer, FieldParseInfo> guide = new HashMap<>();
    elements.forEach(
        (field, value) ->
            guide.put(
                field,
                FieldParseInfo.getInstance(
                    type(field), value.length(), StandardCharsets.ISO_8859_1.name(), false)));
    factory.setParseMap(type(), guide);
    return factory;
  }

  private int type() {
    return Integer.parseInt(name, 16);
  }

  private static IsoType type(int field) {
    FieldRule rule = FieldTable.ISO_1987.rule(field);
    return switch (rule.prefix()) {
      case 0 -> rule.content() == FieldRule.Content.N ? IsoType.NUMERIC : IsoType.ALPHA;
      case 2 -> IsoType.LLVAR;
      default -> IsoType.LLLVAR;
    };
  }

  /** Ours read, and looked at. */
  static int looked(IsoMessage message) {
    int characters = 0;
    for (int field : LOOKED_AT) characters += message.text(field).orElseThrow().length();
    return characters;
  }

  /** jPOS's read, and looked at. */
  static int looked(byte[] octets) throws ISOException {
    ISOMsg message = new ISOMsg();
    message.setPackager(JPOS);
    message.unpack(octets);
    int characters = 0;
    for (int field : LOOKED_AT) characters += message.getString(field).length();
    return characters;
  }

  /** j8583's read, and looked at. */
  static int looked(com.solab.iso8583.IsoMessage message) {
    int characters = 0;
    for (int field : LOOKED_AT) characters += message.getObjectValue(field).toString().length();
    return characters;
  }
}
