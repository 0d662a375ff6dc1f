package openset.http.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a browser gets: a document, a file, or where to go next.
 *
 * @param status the HTTP status
 * @param type the media type of the body, with its parameters
 * @param body the octets
 * @param policy what the page may do
 * @param cookies what the browser is to keep
 * @param fields more header fields
 */
public record Page(
    int status,
    String type,
    byte[] body,
    PagePolicy policy,
    List<Cookie> cookies,
    Map<String, String> fields) {
  private static final String HTML = "text/html; charset=utf-8";
  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9._-]{1,80}");
  private static final Pattern FIELD = Pattern.compile("[ -~]{0,4096}");

  public Page {
    cookies = List.copyOf(cookies);
    fields = Map.copyOf(fields);
    // CR and LF would begin another field.
    if (!fields.values().stream().allMatch(value -> FIELD.matcher(value).matches())) {
      throw new IllegalArgumentException("no value of a header field");
    }
  }

  /** An HTML document, status 200. */
  public static Page html(String document) {
    return html(200, document);
  }

  /** An HTML document with a status. */
  public static Page html(int status, String document) {
    return plain(status, HTML, document.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  /**
   * Leads to another address by GET (RFC 9110 15.4.4).
   *
   * @param where a path on this host, or an absolute http or https address
   */
  public static Page see(String where) {
    boolean own = where.startsWith("/") && !where.startsWith("//") && !where.startsWith("/\\");
    URI uri = URI.create(where);
    if (!own && !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
      throw new IllegalArgumentException("leads nowhere");
    }
    return plain(303, HTML, new byte[0], Map.of("Location", uri.toASCIIString()));
  }

  /**
   * A file to be kept.
   *
   * @param type its media type
   * @param name letters, digits, dot, hyphen and underscore
   */
  public static Page file(String type, String name, byte[] octets) {
    if (!FILE.matcher(name).matches()) throw new IllegalArgumentException("no name of a file");
    String disposition = "attachment; filename=\"" + name + "\"";
    return plain(200, type, octets, Map.of("Content-Disposition", disposition));
  }

  /** Octets of a media type, shown by the browser as it likes. */
  public static Page octets(String type, byte[] octets) {
    return plain(200, type, octets, Map.of());
  }

  private static Page plain(int status, String type, byte[] body, Map<String, String> fields) {
    return new Page(status, type, body, PagePolicy.OWN, List.of(), fields);
  }

  /** The same under another policy. */
  public Page under(PagePolicy other) {
    return new Page(status, type, body, other, cookies, fields);
  }

  /** The same, and the browser keeps a cookie. */
  public Page keeping(Cookie cookie) {
    List<Cookie> all = new ArrayList<>(cookies);
    all.add(cookie);
    return new Page(status, type, body, policy, all, fields);
  }

  /** The same with one more header field. */
  public Page with(String field, String value) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put(field, value);
    return new Page(status, type, body, policy, cookies, all);
  }
}
