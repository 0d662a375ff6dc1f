package openset.http.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a page may load, ask and run (Content Security Policy Level 3, Trusted Types). Scripts,
 * styles and fonts come from the page's own origin, nothing inline; no page may be framed.
 *
 * @param connect other origins that its scripts may ask, such as {@code https:} or an origin
 * @param images other origins whose pictures it may show
 * @param forms other origins to which its forms may lead
 * @param trustedTypes the names of the policies its scripts may make; none means that none may
 * @param opener who may keep a handle on its window
 */
public record PagePolicy(
    List<String> connect,
    List<String> images,
    List<String> forms,
    List<String> trustedTypes,
    Opener opener) {
  private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9.:/*-]{1,256}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,40}");

  /** Which windows share a handle (HTML, Cross-Origin-Opener-Policy). */
  public enum Opener {
    /** Only windows of the same origin. */
    OWN("same-origin"),
    /** Windows that it opens itself may talk to it. */
    POPUPS("same-origin-allow-popups"),
    /** It talks to who opened it. */
    ANY("unsafe-none");

    private final String value;

    Opener(String value) {
      this.value = value;
    }
  }

  /** A page that needs nothing but its own origin. */
  public static final PagePolicy OWN =
      new PagePolicy(List.of(), List.of(), List.of(), List.of(), Opener.OWN);

  public PagePolicy {
    connect = checked(connect, SOURCE);
    images = checked(images, SOURCE);
    forms = checked(forms, SOURCE);
    trustedTypes = checked(trustedTypes, NAME);
  }

  private static List<String> checked(List<String> words, Pattern form) {
    if (!words.stream().allMatch(word -> form.matcher(word).matches())) {
      throw new IllegalArgumentException("no source of a policy");
    }
    return List.copyOf(words);
  }

  /** The same, and its scripts may ask these origins too. */
  public PagePolicy connecting(String... origins) {
    return new PagePolicy(with(connect, origins), images, forms, trustedTypes, opener);
  }

  /** The same, and it may show pictures of these origins too. */
  public PagePolicy showing(String... origins) {
    return new PagePolicy(connect, with(images, origins), forms, trustedTypes, opener);
  }

  /** The same, and its forms may lead to these origins too. */
  public PagePolicy leading(String... origins) {
    return new PagePolicy(connect, images, with(forms, origins), trustedTypes, opener);
  }

  /** The same, and its scripts may make trusted types policies of these names. */
  public PagePolicy making(String... names) {
    return new PagePolicy(connect, images, forms, with(trustedTypes, names), opener);
  }

  /** The same for other windows. */
  public PagePolicy opener(Opener other) {
    return new PagePolicy(connect, images, forms, trustedTypes, other);
  }

  private static List<String> with(List<String> some, String... more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(List.of(more));
    return all;
  }

  /** The value of the Content-Security-Policy field. */
  public String contentSecurity() {
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' data:" + listed(images),
        "connect-src 'self'" + listed(connect),
        "form-action 'self'" + listed(forms),
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types" + (trustedTypes.isEmpty() ? " 'none'" : listed(trustedTypes)));
  }

  /** The value of the Cross-Origin-Opener-Policy field. */
  public String crossOriginOpener() {
    return opener.value;
  }

  private static String listed(List<String> words) {
    return words.isEmpty() ? "" : " " + String.join(" ", words);
  }
}
