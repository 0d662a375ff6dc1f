package openset.iso8583;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import openset.iso8583.table.FieldRule;
import openset.iso8583.table.FieldTable;
import openset.iso8583.table.Variant;

class IsoCodecPropertiesTest {

  /** A message of any elements with any allowed content. */
  static IsoMessage any(Random random) {
    IsoMessage.Builder message = IsoMessage.of(new Mti(100 * (1 + random.nextInt(8))));
    int share = 1 + random.nextInt(20);
    for (int field = 2; field <= 128; field++) {
      if (!FieldTable.ISO_1987.has(field) || random.nextInt(20) >= share) continue;
      message.put(field, content(FieldTable.ISO_1987.rule(field), random));
    }
    return message.build();
  }

  private static byte[] content(FieldRule rule, Random random) {
    int length = rule.prefix() == 0 ? rule.most() : 1 + random.nextInt(rule.most());
    byte[] octets = new byte[length];
    String set =
        switch (rule.content()) {
          case N, X -> "0123456789";
          case A -> "abcXYZ";
          case AN -> "09azAZ";
          case ANS -> " ~0aZ/";
          case Z -> "0123456789=D";
          case B -> "";
        };
    if (set.isEmpty()) {
      random.nextBytes(octets);
      return octets;
    }
    for (int i = 0; i < length; i++) octets[i] = (byte) set.charAt(random.nextInt(set.length()));
    if (rule.content() == FieldRule.Content.X) octets[0] = 'D';
    return octets;
  }

  private static Variant any(List<String> names, Random random) {
    return Variant.named(names.get(random.nextInt(names.size()))).orElseThrow();
  }

  /** As it is read back: where digits are packed, both separators of a track are one nibble. */
  private static IsoMessage read(Variant variant, IsoMessage message) {
    if (variant.typeOctets() == 4) return message;
    IsoMessage.Builder read = message.with();
    for (int track : new int[] {35, 36}) {
      boolean packed = track == 35 || variant.name().equals("binary-octet-lengths");
      if (!packed) continue;
      message.text(track).ifPresent(text -> read.put(track, text.replace('D', '=')));
    }
    return read.build();
  }

  @Property(tries = 1000)
  void everyMessageReadsBackAsItWasWrittenInEveryVariant(@ForAll long seed)
      throws MalformedMessage {
    Random random = new Random(seed);
    IsoMessage message = any(random);
    Variant variant = any(Variant.names(), random);
    byte[] octets = message.encode(variant);
    assertThat(IsoMessage.decode(variant, octets)).isEqualTo(read(variant, message));
    assertThat(message.with().build()).isEqualTo(message);
  }

  @Property(tries = 3000)
  @Tag("H08")
  void whateverIsAcceptedIsWrittenAgainToTheSameOctets(
      @ForAll long seed, @ForAll @IntRange(max = 8) int changes) {
    Random random = new Random(seed);
    Variant variant = any(Variant.names(), random);
    byte[] octets = mutated(any(random).encode(variant), changes, random);
    try {
      IsoMessage whole = IsoMessage.decode(variant, octets);
      assertThat(whole.encode(variant)).isEqualTo(octets);
      assertThat(whole.with().build()).isEqualTo(whole);
    } catch (MalformedMessage refused) {
      assertThat(refused.getStackTrace()).isEmpty();
      assertThat(refused.field()).isBetween(0, 128);
    }
  }

  /** Octets changed, put in, taken out, doubled, or cut off. */
  private static byte[] mutated(byte[] octets, int changes, Random random) {
    byte[] now = octets;
    for (int i = 0; i < changes && now.length > 1; i++) {
      int at = random.nextInt(now.length);
      byte[] tail = Arrays.copyOfRange(now, at, now.length);
      switch (random.nextInt(6)) {
        case 0 -> now = joined(Arrays.copyOf(now, at), joined(new byte[] {tail[0]}, tail));
        case 1 -> now = joined(Arrays.copyOf(now, at), Arrays.copyOfRange(tail, 1, tail.length));
        case 2 -> now = Arrays.copyOf(now, at);
        case 3 -> now[at] ^= (byte) (1 << random.nextInt(8));
        default -> now[at] = (byte) random.nextInt();
      }
    }
    return now;
  }

  private static byte[] joined(byte[] head, byte[] tail) {
    byte[] all = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, all, head.length, tail.length);
    return all;
  }

  @Property(tries = 50)
  @Tag("H08")
  void everyShorterMessageIsRefusedInEveryVariant(@ForAll long seed) {
    Random random = new Random(seed);
    Variant variant = any(Variant.names(), random);
    byte[] octets = any(random).encode(variant);
    for (int length = 0; length < octets.length; length++) {
      byte[] cut = Arrays.copyOf(octets, length);
      assertThat(isRefused(variant, cut)).as("%s cut at %d", variant, length).isTrue();
    }
  }

  private static boolean isRefused(Variant variant, byte[] octets) {
    try {
      IsoMessage.decode(variant, octets);
      return false;
    } catch (MalformedMessage refused) {
      return true;
    }
  }
}
