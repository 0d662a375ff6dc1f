package openset.pages.office;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import openset.http.merchant.WebhookApi;
import openset.pages.Words;

/**
 * A call of the API as the developer's page shows it, read from {@code openapi.json}.
 *
 * @param id its operationId
 * @param method in capitals
 * @param body an example of the body; empty where there is none
 * @param writes whether it takes an Idempotency-Key
 */
public record Operation(
    String id,
    String method,
    String path,
    Words summary,
    List<Parameter> parameters,
    String body,
    boolean writes) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final List<Operation> ALL = read();

  /** A part of the path, or a parameter of the query. */
  public record Parameter(String name, boolean inPath, Words about) {}

  /** All operations, in the order of the description. */
  public static List<Operation> all() {
    return ALL;
  }

  private static List<Operation> read() {
    try {
      JsonNode root = JSON.readTree(WebhookApi.descriptionText());
      List<Operation> all = new ArrayList<>();
      for (Map.Entry<String, JsonNode> path : root.get("paths").properties()) {
        for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
          all.add(of(root, path.getKey(), method.getKey(), method.getValue()));
        }
      }
      return List.copyOf(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Operation of(JsonNode root, String path, String method, JsonNode says)
      throws IOException {
    List<Parameter> parameters = new ArrayList<>();
    boolean writes = false;
    for (JsonNode parameter : says.path("parameters")) {
      JsonNode is = followed(root, parameter);
      String in = is.get("in").asText();
      if (in.equals("header")) {
        writes = true;
      } else {
        Words about = words(is, "description");
        parameters.add(new Parameter(is.get("name").asText(), in.equals("path"), about));
      }
    }
    JsonNode example = says.at("/requestBody/content/application~1json/example");
    return new Operation(
        says.get("operationId").asText(),
        method.toUpperCase(Locale.ROOT),
        path,
        words(says, "summary"),
        parameters,
        example.isMissingNode() ? "" : JSON.writeValueAsString(example),
        writes);
  }

  /** A text of the description; it is English, and its Chinese stands beside it. */
  private static Words words(JsonNode node, String field) {
    return new Words(node.get(field).asText(), node.get("x-" + field + "-zh").asText());
  }

  private static JsonNode followed(JsonNode root, JsonNode node) {
    JsonNode ref = node.get("$ref");
    return ref == null ? node : root.at(ref.asText().substring(1));
  }
}
