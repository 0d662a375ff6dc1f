package openset.iso8583;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import openset.iso8583.table.LengthHeader;

class FrameReaderPropertiesTest {

  /** Gives the stream in pieces of random length. */
  private static InputStream crumbled(byte[] octets, Random random) {
    return new ByteArrayInputStream(octets) {
      @Override
      public synchronized int read(byte[] into, int from, int length) {
        return super.read(into, from, Math.min(length, 1 + random.nextInt(5)));
      }
    };
  }

  @Property(tries = 200)
  @Tag("H09")
  void readsAnyFramesInAnyPieces(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    List<String> frames = new ArrayList<>();
    for (int i = random.nextInt(2000); i >= 0; i--) frames.add("x".repeat(1 + random.nextInt(64)));
    for (LengthHeader header : LengthHeader.values()) {
      InputStream in = crumbled(FrameReaderTest.framed(header, frames), random);
      FrameReader reader = new FrameReader(in, header, 64);
      assertThat(FrameReaderTest.frames(reader)).isEqualTo(frames);
    }
  }
}
