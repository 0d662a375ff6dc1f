package openset.iso20022;

import com.prowidesoftware.swift.model.mx.AbstractMX;
import com.prowidesoftware.swift.model.mx.MxWriteConfiguration;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.SchemaOutputResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.transform.Result;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.SAXException;

/**
 * The schemas that messages are held to before they leave: elements, their order and number, as the
 * library's classes have them from the published schemas (docs/decisions/0041).
 */
final class Schemas {
  private static final Map<String, Schema> KNOWN = new ConcurrentHashMap<>();

  private Schemas() {}

  /** The message as a document; one that breaks its schema is a bug and does not leave. */
  static byte[] held(AbstractMX message) {
    MxWriteConfiguration write = new MxWriteConfiguration();
    write.documentPrefix = null;
    write.includeXMLDeclaration = true;
    write.headerPrefix = null;
    byte[] xml = message.message(write).getBytes(StandardCharsets.UTF_8);
    check(message, xml);
    return xml;
  }

  /** Refuses a document that breaks the schema of a message. */
  static void check(AbstractMX message, byte[] xml) {
    try {
      Validator validator =
          KNOWN.computeIfAbsent(message.getNamespace(), _ -> schema(message)).newValidator();
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      validator.validate(new StreamSource(new ByteArrayInputStream(xml)));
    } catch (SAXException e) {
      throw new IllegalArgumentException("not as " + message.getNamespace() + " is", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Schema schema(AbstractMX message) {
    // The library knows the types without a namespace and puts it on when it writes.
    String types = types(message.getClass());
    String begin = "<xs:schema ";
    String end = "</xs:schema>";
    String whole =
        types
            .replace(
                begin,
                begin
                    + "targetNamespace=\""
                    + message.getNamespace()
                    + "\" xmlns=\""
                    + message.getNamespace()
                    + "\" elementFormDefault=\"qualified\" ")
            .replace(end, "<xs:element name=\"Document\" type=\"Document\"/>" + end);
    try {
      SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      return factory.newSchema(new StreamSource(new StringReader(whole)));
    } catch (SAXException e) {
      throw new IllegalStateException("no schema of " + message.getNamespace(), e);
    }
  }

  /** The schema of the types that make a message, as its classes describe them. */
  private static String types(Class<?> message) {
    Map<String, StringWriter> written = new HashMap<>();
    try {
      JAXBContext.newInstance(message)
          .generateSchema(
              new SchemaOutputResolver() {
                @Override
                public Result createOutput(String namespace, String name) {
                  StreamResult result =
                      new StreamResult(
                          written.computeIfAbsent(namespace, _ -> new StringWriter()));
                  result.setSystemId(name);
                  return result;
                }
              });
      return written.get("").toString();
    } catch (JAXBException | IOException e) {
      throw new IllegalStateException("no schema of " + message.getSimpleName(), e);
    }
  }
}
