package openset.http.page;

/**
 * A file that came with a form.
 *
 * @param name what the browser calls it; not to be trusted with anything
 */
public record FormFile(String name, byte[] octets) {}
