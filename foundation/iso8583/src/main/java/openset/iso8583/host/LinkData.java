package openset.iso8583.host;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
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
    CYCLE(7, 1, 32),
    /** The key of the capture, credit or sale that is taken back or disputed. */
    ITEM(8, 20, 24),
    /** Why the gateway stood in for the issuer, one octet. */
    STAND_IN(9, 1, 1),
    /** The issuer's number of a dispute, ASCII. */
    DISPUTE(10, 1, 32),
    /** Why an item is disputed, ASCII. */
    DISPUTE_REASON(11, 4, 4),
    /** How far a dispute has come, one octet. */
    DISPUTE_STAGE(12, 1, 1),
    /** What the cardholder gave as billing address. */
    ADDRESS(13, 1, 60),
    /** The code printed on the card, ASCII; never kept after the authorization. */
    SECURITY_CODE(14, 3, 4),
    /** What became of the address, one character. */
    ADDRESS_RESULT(15, 1, 1),
    /** What became of the code printed on the card, one character. */
    SECURITY_CODE_RESULT(16, 1, 1),
    /** Recurring payment or instalment, one octet. */
    RECURRENCE(17, 1, 1),
    /** From when on an approved amount is held no more: YYMMDDhhmmss, UTC. */
    UNTIL(18, 12, 12),
    /** That nobody proved the cardholder, one octet. */
    CARDHOLDER(19, 1, 1);

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
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);
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

  /** A copy with this constant as one octet: its place in its enum, beginning with 1. */
  public LinkData with(Tag tag, Enum<?> constant) {
    return with(tag, Octets.of(new byte[] {(byte) (constant.ordinal() + 1)}));
  }

  /** A copy with this time, to the second. */
  public LinkData with(Tag tag, Instant time) {
    return with(tag, TIME.format(time.atOffset(ZoneOffset.UTC)));
  }

  /** A value as a time, when present; refuses one that is none. */
  public Optional<Instant> time(Tag tag) throws MalformedMessage {
    Optional<String> text = text(tag);
    if (text.isEmpty()) return Optional.empty();
    try {
      return Optional.of(LocalDateTime.parse(text.get(), TIME).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      throw new MalformedMessage(FIELD, "value of " + tag);
    }
  }

  /** A value of one octet as a constant, when present; refuses one that is none of them. */
  public <E extends Enum<E>> Optional<E> ordinal(Tag tag, E[] constants) throws MalformedMessage {
    Octets value = values.get(tag.number);
    if (value == null) return Optional.empty();
    int place = value.bytes()[0] & 0xff;
    if (place < 1 || place > constants.length) {
      throw new MalformedMessage(FIELD, "value of " + tag);
    }
    return Optional.of(constants[place - 1]);
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
