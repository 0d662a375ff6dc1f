package openset.iso8583;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import openset.iso8583.table.LengthHeader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("H09")
class FrameReaderTest {

  static FrameReader reader(InputStream in) {
    return new FrameReader(in, 64);
  }

  static List<String> frames(FrameReader reader) throws IOException, MalformedMessage {
    List<String> all = new ArrayList<>();
    Optional<String> frame = reader.next((in, from, to) -> new String(in, from, to - from));
    while (frame.isPresent()) {
      all.add(frame.get());
      frame = reader.next((in, from, to) -> new String(in, from, to - from));
    }
    return all;
  }

  static byte[] framed(List<String> frames) {
    return framed(LengthHeader.TWO_OCTETS, frames);
  }

  static byte[] framed(LengthHeader header, List<String> frames) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] length = new byte[header.octets()];
    for (String frame : frames) {
      header.write(frame.length(), length, 0);
      out.writeBytes(length);
      out.writeBytes(frame.getBytes());
    }
    return out.toByteArray();
  }

  /** Gives the stream in two pieces, cut at one place. */
  private static InputStream cut(byte[] octets, int at) {
    return new SequenceInputStream(
        new ByteArrayInputStream(octets, 0, at),
        new ByteArrayInputStream(octets, at, octets.length - at));
  }

  @Test
  void readsTwoFramesCutAtAnyPlace() throws Exception {
    List<String> frames = List.of("a first frame", "and a second");
    byte[] octets = framed(frames);
    for (int at = 0; at <= octets.length; at++) {
      assertThat(frames(reader(cut(octets, at)))).isEqualTo(frames);
    }
  }

  @Test
  void refusesAFrameThatIsCutShortAtAnyPlace() {
    byte[] octets = framed(List.of("a frame"));
    for (int at = 1; at < octets.length; at++) {
      InputStream in = new ByteArrayInputStream(Arrays.copyOf(octets, at));
      assertThatThrownBy(() -> frames(reader(in)))
          .isInstanceOf(FrameReader.BadFrame.class)
          .hasMessage("stream ended inside a frame");
    }
  }

  @Test
  @Tag("HL-01")
  void refusesLengthZeroAndLengthsBeyondTheBound() {
    assertThatThrownBy(() -> frames(reader(new ByteArrayInputStream(new byte[2]))))
        .hasMessage("frame of length 0");
    for (byte[] header : List.of(new byte[] {0, 65}, new byte[] {-1, -1}, new byte[] {-128, 0})) {
      assertThatThrownBy(() -> frames(reader(new ByteArrayInputStream(header))))
          .hasMessage("frame longer than 64");
    }
  }

  @Test
  void refusesLongHeadersOfLengthZeroBeyondTheBoundBelowZeroOrWithoutDigits() {
    for (LengthHeader header : List.of(LengthHeader.FOUR_OCTETS, LengthHeader.FOUR_DIGITS)) {
      assertThatThrownBy(() -> frames(reader(header, "0000")))
          .hasMessage(header == LengthHeader.FOUR_DIGITS
              ? "frame of length 0" : "frame longer than 64");
      assertThatThrownBy(() -> frames(reader(header, "0065")))
          .hasMessage("frame longer than 64");
      assertThatThrownBy(() -> frames(reader(header, "-001")))
          .isInstanceOf(FrameReader.BadFrame.class);
    }
    assertThatThrownBy(() -> frames(reader(LengthHeader.FOUR_OCTETS, "\u00ff\u00ff\u00ff\u00ff")))
        .hasMessage("length header is not a length");
    assertThatThrownBy(() -> frames(reader(LengthHeader.FOUR_OCTETS, "\0\0\0\0")))
        .hasMessage("frame of length 0");
  }

  private static FrameReader reader(LengthHeader header, String octets) {
    InputStream in = new ByteArrayInputStream(octets.getBytes(StandardCharsets.ISO_8859_1));
    return new FrameReader(in, header, 64);
  }
}
