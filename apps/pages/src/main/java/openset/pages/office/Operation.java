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
    String summary,
    List<Parameter> parameters,
    String body,
    boolean writes) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final List<Operation> ALL = read();

  /** A part of the path, or a parameter of the query. */
  public record Parameter(String name, boolean inPath, String about) {}

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
        String about = is.get("description").asText();
        parameters.add(new Parameter(is.get("name").asText(), in.equals("path"), about));
      }
    }
    JsonNode example = says.at("/requestBody/content/application~1json/example");
    return new Operation(
        says.get("operationId").asText(),
        method.toUpperCase(Locale.ROOT),
        path,
        says.get("summary").asText(),
        parameters,
        example.isMissingNode() ? "" : JSON.writeValueAsString(example),
        writes);
  }

  private static JsonNode followed(JsonNode root, JsonNode node) {
    JsonNode ref = node.get("$ref");
    return ref == null ? node : root.at(ref.asText().substring(1));
  }
}
