package openset.http.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A submitted form with files, {@code multipart/form-data} (RFC 7578), read strictly: as browsers
 * write it, with a bounded number of parts, texts as in {@link FormText}.
 *
 * @param fields texts in order, each name with its values in order
 * @param files by their fields; the first of a field, where one was chosen
 */
public record FormParts(Map<String, List<String>> fields, Map<String, FormFile> files) {
  /** The media type, without its boundary. */
  public static final String TYPE = "multipart/form-data";

  private static final int PARTS_MOST = 100;
  private static final String END = "\r\n";
  private static final String BOUNDARY = "boundary=";
  private static final Pattern BOUNDARY_SIGNS =
      Pattern.compile("[A-Za-z0-9'()+_,./:=?-]{1,70}");
  private static final Pattern DISPOSITION =
      Pattern.compile(
          "(?i)content-disposition: form-data; name=\"([^\"\\r\\n]{1,80})\""
              + "(?:; filename=\"([^\"\\r\\n]{0,400})\")?");

  /**
   * The parts.
   *
   * @param type value of Content-Type, which names the boundary
   * @return empty where the body is no such form
   */
  public static Optional<FormParts> read(String type, byte[] body) {
    Optional<String> boundary = boundary(type);
    if (boundary.isEmpty()) return Optional.empty();
    // Each character is one octet.
    String text = new String(body, StandardCharsets.ISO_8859_1);
    String between = END + "--" + boundary.get();
    String all = END + text;
    FormParts parts = new FormParts(new LinkedHashMap<>(), new LinkedHashMap<>());
    if (!all.startsWith(between)) return Optional.empty();
    int at = between.length();
    for (int part = 0; part < PARTS_MOST; part++) {
      if (all.startsWith("--", at)) {
        String after = all.substring(at + 2);
        return after.isEmpty() || after.equals(END) ? Optional.of(parts) : Optional.empty();
      }
      int next = all.indexOf(between, at);
      if (next < 0 || !all.startsWith(END, at)) return Optional.empty();
      if (!parts.take(all.substring(at + END.length(), next))) return Optional.empty();
      at = next + between.length();
    }
    return Optional.empty();
  }

  private static Optional<String> boundary(String type) {
    for (String parameter : type.split(";", 8)) {
      String said = parameter.strip();
      if (!said.toLowerCase(Locale.ROOT).startsWith(BOUNDARY)) continue;
      String value = said.substring(BOUNDARY.length());
      boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
      String bare = quoted ? value.substring(1, value.length() - 1) : value;
      return Optional.of(bare).filter(text -> BOUNDARY_SIGNS.matcher(text).matches());
    }
    return Optional.empty();
  }

  private boolean take(String part) {
    int body = part.indexOf(END + END);
    if (body < 0) return false;
    byte[] octets =
        part.substring(body + 2 * END.length()).getBytes(StandardCharsets.ISO_8859_1);
    for (String line : part.substring(0, body).split(END, 10)) {
      Matcher said = DISPOSITION.matcher(line);
      if (said.matches()) return take(utf8(said.group(1)), said.group(2), octets);
    }
    return false;
  }

  private boolean take(Optional<String> name, String file, byte[] octets) {
    if (name.isEmpty()) return false;
    if (file != null) {
      // A field without a file chosen is sent with an empty name and no octets.
      if (!file.isEmpty()) {
        files.putIfAbsent(name.get(), new FormFile(utf8(file).orElse("?"), octets));
      }
      return true;
    }
    Optional<String> text = FormText.utf8(octets);
    text.ifPresent(
        value -> fields.computeIfAbsent(name.get(), _ -> new ArrayList<>()).add(value));
    return text.isPresent();
  }

  private static Optional<String> utf8(String octets) {
    return FormText.utf8(octets.getBytes(StandardCharsets.ISO_8859_1));
  }
}
