package openset.http.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request of a browser for a page, read and bounded.
 *
 * @param address the network address it comes from, without port
 * @param path the named parts of the path
 * @param query the query's parameters, each at most once
 * @param form the fields of a submitted form, each with its values in order; empty for GET
 * @param files files that came with the form, by its fields; empty where none was chosen
 * @param cookies the cookies sent; a name sent twice is absent
 * @param language the value of Accept-Language, empty where there is none
 * @param secure whether it came over TLS
 */
public record Visit(
    String address,
    Map<String, String> path,
    Map<String, String> query,
    Map<String, List<String>> form,
    Map<String, FormFile> files,
    Map<String, String> cookies,
    String language,
    boolean secure) {
  public Visit {
    path = Map.copyOf(path);
    query = Map.copyOf(query);
    form = Map.copyOf(form);
    files = Map.copyOf(files);
    cookies = Map.copyOf(cookies);
  }

  /** A named part of the path; asking for one that the template does not have is a bug. */
  public String part(String name) {
    return Optional.ofNullable(path.get(name))
        .orElseThrow(() -> new IllegalArgumentException("the path has no part " + name));
  }

  /** A parameter of the query. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /** What a form's field holds, without space around it; empty where it was not sent. */
  public String field(String name) {
    return form.getOrDefault(name, List.of("")).getFirst().strip();
  }

  /** All that was sent under a field's name, such as ticked boxes. */
  public List<String> fields(String name) {
    return form.getOrDefault(name, List.of());
  }

  /** The file that was chosen in a form's field. */
  public Optional<FormFile> file(String name) {
    return Optional.ofNullable(files.get(name));
  }

  /** A cookie's value. */
  public Optional<String> cookie(String name) {
    return Optional.ofNullable(cookies.get(name));
  }
}
