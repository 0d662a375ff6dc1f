package openset.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.http.page.FormParts;
import openset.http.page.FormText;
import openset.http.page.Page;
import openset.http.page.Visit;

/**
 * A page for people: a visit in, a page out.
 *
 * <p>A form is taken only from pages of the same origin (status 403 otherwise): what a browser says
 * in {@code Sec-Fetch-Site}, or in {@code Origin} where it says no more (Fetch Metadata Request
 * Headers 2.3; RFC 6454 7). Programs that say neither carry no cookies that they did not put there.
 *
 * @param method GET or POST
 * @param path where
 * @param handler who answers
 */
public record PageRoute(Method method, PathTemplate path, Handler handler) implements Mount {
  private static final FormParts NO_FORM = new FormParts(Map.of(), Map.of());

  /** Answers a visit. */
  @FunctionalInterface
  public interface Handler {
    /**
     * Shows a page, or does what its form asks and says where to go on.
     *
     * @throws HttpRefused when there is nothing to show; a page that says so is friendlier
     */
    Page answer(Visit visit) throws HttpRefused;
  }

  /** A page that is shown. */
  public static PageRoute get(String path, Handler handler) {
    return new PageRoute(Method.GET, PathTemplate.of(path), handler);
  }

  /**
   * What is shown to people at every path where nothing is mounted, status 404. Programs, which ask
   * for no HTML, get the problem as everywhere.
   */
  public static PageRoute lost(Handler handler) {
    return new PageRoute(Method.GET, PathTemplate.LOST, handler);
  }

  /** What a form leads to. */
  public static PageRoute post(String path, Handler handler) {
    return new PageRoute(Method.POST, PathTemplate.of(path), handler);
  }

  Answer answer(Map<String, String> names, Request request) throws HttpRefused {
    FormParts form = method == Method.POST ? form(request) : NO_FORM;
    Page page = handler.answer(visit(names, request, form));
    return answer(page, request.secure());
  }

  /** A visit without a form. */
  static Visit visit(Map<String, String> names, Request request) {
    return visit(names, request, NO_FORM);
  }

  private static Visit visit(Map<String, String> names, Request request, FormParts form) {
    return new Visit(
        request.peer().address(),
        names,
        request.query(),
        form.fields(),
        form.files(),
        cookies(request.field().apply("Cookie").orElse("")),
        request.field().apply("Accept-Language").orElse(""),
        request.secure());
  }

  private static FormParts form(Request request) throws HttpRefused {
    if (!isOwn(request)) {
      throw new HttpRefused(403, "http.origin", "This form belongs to another site.");
    }
    byte[] body = request.body();
    String type = request.mediaType().map(MediaType::name).orElse("");
    boolean parts = type.equals(FormParts.TYPE);
    if (!parts && !type.equals(FormText.TYPE) && body.length > 0) {
      throw new HttpRefused(415, "http.type", "takes " + FormText.TYPE);
    }
    Optional<FormParts> form =
        parts
            ? FormParts.read(request.field().apply("Content-Type").orElse(""), body)
            : FormText.read(body).map(fields -> new FormParts(fields, Map.of()));
    return form.orElseThrow(() -> new HttpRefused(400, "http.form", ""));
  }

  private static boolean isOwn(Request request) {
    Optional<String> site = request.field().apply("Sec-Fetch-Site");
    if (site.isPresent()) return site.get().equals("same-origin");
    String scheme = request.secure() ? "https://" : "http://";
    return request
        .field()
        .apply("Origin")
        .map(origin -> origin.equals(scheme + request.field().apply("Host").orElse("")))
        .orElse(true);
  }

  private static Map<String, String> cookies(String field) {
    Map<String, String> cookies = new HashMap<>();
    Map<String, Integer> seen = new HashMap<>();
    for (String pair : field.split("; ?", 100)) {
      int equals = pair.indexOf('=');
      if (equals > 0 && seen.merge(pair.substring(0, equals), 1, Integer::sum) == 1) {
        cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    // Of two cookies of one name nobody can say which is ours.
    cookies.keySet().removeIf(name -> seen.get(name) > 1);
    return cookies;
  }

  private static Answer answer(Page page, boolean secure) {
    Answer answer =
        Answer.of(page.status(), page.type(), page.body())
            .with("Content-Security-Policy", page.policy().contentSecurity())
            .with("Referrer-Policy", "same-origin")
            .with("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
            .with("Vary", "Accept-Language, Cookie");
    // Who is led on keeps the windows they came with: the page they come to decides.
    if (page.status() / 100 != 3) {
      answer = answer.with("Cross-Origin-Opener-Policy", page.policy().crossOriginOpener());
    }
    for (Map.Entry<String, String> field : page.fields().entrySet()) {
      answer = answer.with(field.getKey(), field.getValue());
    }
    if (page.cookies().isEmpty()) return answer;
    return answer.with(
        "Set-Cookie", page.cookies().stream().map(cookie -> cookie.field(secure)).toList());
  }
}
