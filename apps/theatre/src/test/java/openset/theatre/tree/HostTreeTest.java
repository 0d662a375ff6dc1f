package openset.theatre.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import openset.iso8583.IsoMessage;
import openset.iso8583.Mti;
import openset.iso8583.Picture;
import openset.theatre.cast.Lane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HostTreeTest {
  private static final byte[] TAGS = {6, 2, 'M', '1', 13, 2, '7', ' ', 14, 3, '1', '2', '3'};

  @Test
  @Tag("V03")
  void tellsWhichTagsThereAreAndNotWhatOnlyTheIssuerMayRead() {
    IsoMessage message = IsoMessage.of(Mti.AUTHORIZATION).put(4, 995).put(127, TAGS).build();
    Segment segment =
        HostTree.of(Picture.of(message).octets(), Lane.GATEWAY, Lane.ACQUIRER);
    List<Node> tags = segment.root().parts().getLast().parts();
    Map<String, String> texts =
        tags.stream().collect(Collectors.toMap(Node::type, tag -> tag.text().orElseThrow()));
    assertThat(texts)
        .isEqualTo(Map.of("MerchantID", "M1", "address", "[2]", "security code", "[3]"));
    assertThat(segment.toString()).doesNotContain("313233").doesNotContain("123");
    assertThat(segment.hidden()).hasSize(2);
  }
}
