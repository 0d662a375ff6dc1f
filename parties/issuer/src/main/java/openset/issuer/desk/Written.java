package openset.issuer.desk;

import java.nio.charset.StandardCharsets;

/** What somebody said, as octets to be hashed: each text has its length before it. */
final class Written {
  private final StringBuilder all = new StringBuilder();

  Written add(String text) {
    all.append(text.length()).append(':').append(text);
    return this;
  }

  byte[] octets() {
    return all.toString().getBytes(StandardCharsets.UTF_8);
  }
}
