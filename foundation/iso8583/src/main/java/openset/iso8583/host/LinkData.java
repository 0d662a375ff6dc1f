package openset.iso8583.host;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;

/**
 * Element 127: values under one-octet tags in rising order, each with a one-octet length. Tags this
 * version does not know are kept and passed over (spec/host-link.md, "Element 127").
 */
public final class LinkData {
  /** Names of the tags. */
  public enum Tag {
    /** Idempotency key: the RRPID of the SET request, plus four octets for an item of a list. */
    KEY(1, 20, 24),
    /** The key of the authorization a capture or presentment follows. */
    ORIGINAL_KEY(2, 20, 24),
    XID(3, 20, 20),
    TRANS_STAIN(4, 20, 32),
    /** Serial number of the cardholder's certificate. */
    CERTIFICATE(5, 1, 20),
    /** SET MerchantID, ASCII. */
    MERCHANT_ID(6, 1, 30),
    /** The settlement cycle, ASCII. */
    CYCLE(7, 1, 32);

    private final int number;
    private final int least;
    private final int most;

    Tag(int number, int least, int most) {
      this.number = number;
      this.least = least;
      this.most = most;
    }
  }

  private static final int FIELD = 127;
  private final SortedMap<Integer, Octets> values;

  private LinkData(SortedMap<Integer, Octets> values) {
    this.values = values;
  }

  /** Without values. */
  public static LinkData empty() {
    return new LinkData(new TreeMap<>());
  }

  /** Element 127 of the message; empty when it has none. */
  public static LinkData of(IsoMessage message) throws MalformedMessage {
    Optional<byte[]> octets = message.octets(FIELD);
    return octets.isEmpty() ? empty() : read(octets.get());
  }

  private static LinkData read(byte[] in) throws MalformedMessage {
    SortedMap<Integer, Octets> values = new TreeMap<>();
    int at = 0;
    int before = 0;
    while (at < in.length) {
      if (at + 2 > in.length) throw new MalformedMessage(FIELD, "tag cut short");
      int tag = in[at] & 0xff;
      int end = at + 2 + (in[at + 1] & 0xff);
      if (tag <= before) throw new MalformedMessage(FIELD, "tags not rising");
      if (end > in.length) throw new MalformedMessage(FIELD, "value cut short");
      values.put(tag, Octets.of(Arrays.copyOfRange(in, at + 2, end)));
      before = tag;
      at = end;
    }
    for (Tag tag : Tag.values()) check(tag, values);
    return new LinkData(values);
  }

  private static void check(Tag tag, SortedMap<Integer, Octets> values) throws MalformedMessage {
    Octets value = values.get(tag.number);
    if (value != null && (value.size() < tag.least || value.size() > tag.most)) {
      throw new MalformedMessage(FIELD, "length of " + tag);
    }
  }

  /** A copy with this value too; a wrong length is a bug of the caller. */
  public LinkData with(Tag tag, Octets value) {
    if (value.size() < tag.least || value.size() > tag.most) {
      throw new IllegalArgumentException("length of " + tag);
    }
    SortedMap<Integer, Octets> more = new TreeMap<>(values);
    more.put(tag.number, value);
    return new LinkData(more);
  }

  /** A copy with this text in ASCII. */
  public LinkData with(Tag tag, String text) {
    return with(tag, Octets.of(text.getBytes(StandardCharsets.US_ASCII)));
  }

  /** A value, when present. */
  public Optional<Octets> value(Tag tag) {
    return Optional.ofNullable(values.get(tag.number));
  }

  /** A value as text, when present. */
  public Optional<String> text(Tag tag) {
    return value(tag).map(each -> new String(each.bytes(), StandardCharsets.US_ASCII));
  }

  /** A value that must be there. */
  public Octets need(Tag tag) throws MalformedMessage {
    Octets value = values.get(tag.number);
    if (value == null) throw new MalformedMessage(FIELD, tag + " required");
    return value;
  }

  /** Puts it into a message as element 127, unless it is empty. */
  public void into(IsoMessage.Builder message) {
    if (values.isEmpty()) return;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    values.forEach(
        (tag, value) -> {
          out.write(tag);
          out.write(value.size());
          out.writeBytes(value.bytes());
        });
    message.put(FIELD, out.toByteArray());
  }
}
