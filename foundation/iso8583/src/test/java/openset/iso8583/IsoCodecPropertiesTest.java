package openset.iso8583;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

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

  @Property(tries = 500)
  void everyMessageReadsBackAsItWasWritten(@ForAll long seed) throws MalformedMessage {
    IsoMessage message = any(new Random(seed));
    byte[] octets = message.encode();
    assertThat(IsoMessage.decode(octets)).isEqualTo(message);
    assertThat(message.with().build()).isEqualTo(message);
  }

  @Property(tries = 1000)
  @Tag("H08")
  void whateverIsAcceptedIsWrittenAgainToTheSameOctets(
      @ForAll long seed, @ForAll @IntRange(max = 8) int changes) {
    Random random = new Random(seed);
    byte[] octets = any(random).encode();
    for (int i = 0; i < changes; i++) {
      octets[random.nextInt(octets.length)] = (byte) random.nextInt();
    }
    try {
      assertThat(IsoMessage.decode(octets).encode()).isEqualTo(octets);
    } catch (MalformedMessage refused) {
      assertThat(refused.getStackTrace()).isEmpty();
    }
  }

  @Property(tries = 20)
  @Tag("H08")
  void everyShorterMessageIsRefused(@ForAll long seed) {
    byte[] octets = any(new Random(seed)).encode();
    for (int length = 0; length < octets.length; length++) {
      assertThat(isRefused(Arrays.copyOf(octets, length))).as("cut at %d", length).isTrue();
    }
  }

  private static boolean isRefused(byte[] octets) {
    try {
      IsoMessage.decode(octets);
      return false;
    } catch (MalformedMessage refused) {
      return true;
    }
  }
}
