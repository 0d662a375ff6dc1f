package openset.pages.shop.edition;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import openset.pages.Language;

/**
 * A small book as an EPUB 3.3 file: a title page, the text, and whose copy it is.
 *
 * @param sku of the product
 * @param title as it was ordered
 */
public record Edition(String sku, String title, Language language) {
  /** Media type of EPUB (W3C EPUB 3.3, 5.4). */
  public static final String MEDIA_TYPE = "application/epub+zip";

  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  /** The copy of one order; the same each time it is fetched. */
  public byte[] octets(String orderNumber, Instant ordered) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
      stored(zip, "mimetype", MEDIA_TYPE);
      packed(zip, "META-INF/container.xml", CONTAINER);
      packed(zip, "book.opf", description(orderNumber, ordered));
      packed(zip, "nav.xhtml", contents());
      packed(zip, "text.xhtml", text(orderNumber));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  /** The media type stands first and unpacked, so that it is found at a known place. */
  private static void stored(ZipOutputStream zip, String name, String text) throws IOException {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    CRC32 check = new CRC32();
    check.update(octets);
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(octets.length);
    entry.setCrc(check.getValue());
    zip.putNextEntry(entry);
    zip.write(octets);
    zip.closeEntry();
  }

  private static void packed(ZipOutputStream zip, String name, String text) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static final String CONTAINER =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
        <rootfiles>
          <rootfile full-path="book.opf" media-type="application/oebps-package+xml"/>
        </rootfiles>
      </container>
      """;

  private String description(String orderNumber, Instant ordered) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
          <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:identifier id="id">urn:openset:%s:%s</dc:identifier>
            <dc:title>%s</dc:title>
            <dc:language>%s</dc:language>
            <meta property="dcterms:modified">%s</meta>
          </metadata>
          <manifest>
            <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
            <item id="text" href="text.xhtml" media-type="application/xhtml+xml"/>
          </manifest>
          <spine><itemref idref="text"/></spine>
        </package>
        """
        .formatted(
            sku,
            orderNumber,
            escaped(title),
            language.tag(),
            ordered.truncatedTo(ChronoUnit.SECONDS));
  }

  private String contents() {
    return page(
        "<nav xmlns:epub=\"http://www.idpf.org/2007/ops\" epub:type=\"toc\"><ol><li>"
            + "<a href=\"text.xhtml\">" + escaped(title) + "</a></li></ol></nav>");
  }

  private String text(String orderNumber) {
    StringBuilder body = new StringBuilder("<h1>" + escaped(title) + "</h1>\n");
    for (String paragraph : paragraphs()) {
      body.append("<p>").append(escaped(paragraph)).append("</p>\n");
    }
    String copy = language == Language.zh ? "本册属于订单 " : "This copy belongs to order ";
    return page(body + "<hr/>\n<p>" + copy + escaped(orderNumber) + "</p>\n");
  }

  private String page(String body) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <html xmlns="http://www.w3.org/1999/xhtml" lang="%1$s" xml:lang="%1$s">
        <head><title>%2$s</title></head>
        <body>
        %3$s
        </body>
        </html>
        """
        .formatted(language.tag(), escaped(title), body);
  }

  private List<String> paragraphs() {
    String path = "/openset/pages/shop/edition/" + sku + "." + language.name() + ".txt";
    try (var in = Edition.class.getResourceAsStream(path)) {
      if (in == null) return List.of();
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return reader.lines().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
