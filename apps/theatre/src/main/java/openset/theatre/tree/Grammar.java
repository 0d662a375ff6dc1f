package openset.theatre.tree;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ASN.1 of the specification, type by type (spec/asn1). */
public final class Grammar {
  private static final List<String> MODULES =
      List.of("SetMessage", "SetData", "SetPayMsgs", "SetCertMsgs");
  private static final String ASSIGNED = "::=";

  private static final Map<String, Definition> DEFINITIONS = read();

  private Grammar() {}

  /**
   * What a type is.
   *
   * @param page of the specification, below its folder
   * @param text as it stands there
   */
  public record Definition(String page, String text) {}

  /** The definition of a type, where the specification has one of its own. */
  public static Optional<Definition> of(String type) {
    return Optional.ofNullable(DEFINITIONS.get(type));
  }

  private static Map<String, Definition> read() {
    Map<String, Definition> all = new HashMap<>();
    for (String module : MODULES) {
      String page = module + ".asn1";
      for (String block : text(page).split("\n\n")) {
        int assigned = block.indexOf(ASSIGNED);
        String name = assigned < 0 ? "" : block.substring(0, assigned).strip();
        if (name.matches("[A-Z][A-Za-z0-9-]{0,60}")) {
          all.put(name, new Definition("asn1/" + page, block.strip()));
        }
      }
    }
    return Map.copyOf(all);
  }

  private static String text(String page) {
    try (InputStream in = Grammar.class.getResourceAsStream(page)) {
      if (in == null) throw new IllegalStateException("no page " + page);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
