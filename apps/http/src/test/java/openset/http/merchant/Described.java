package openset.http.merchant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What openapi.json says, as far as tests ask. */
final class Described {
  private final JsonNode root;

  /** An operation: its method in capitals, its path template. */
  record Operation(String method, String path, JsonNode description) {
    String name() {
      return method + " " + path;
    }
  }

  private Described(JsonNode root) {
    this.root = root;
  }

  static Described read() {
    try {
      return new Described(new ObjectMapper().readTree(WebhookApi.descriptionText()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  Map<String, Operation> operations() {
    Map<String, Operation> all = new TreeMap<>();
    for (Map.Entry<String, JsonNode> path : root.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        String name = method.getKey().toUpperCase(java.util.Locale.ROOT);
        Operation operation = new Operation(name, path.getKey(), method.getValue());
        all.put(operation.name(), operation);
      }
    }
    return all;
  }

  Map<String, JsonNode> schemas() {
    Map<String, JsonNode> all = new TreeMap<>();
    root.at("/components/schemas").properties().forEach(e -> all.put(e.getKey(), e.getValue()));
    return all;
  }

  JsonNode follow(JsonNode node) {
    JsonNode ref = node.get("$ref");
    return ref == null ? node : follow(root.at(ref.asText().substring(1)));
  }

  /** The schema of an answer's body; empty for an answer without one. */
  Optional<JsonNode> answer(Operation operation, int status) {
    JsonNode answer = operation.description().at("/responses/" + status);
    if (answer.isMissingNode()) throw new AssertionError(operation.name() + " says no " + status);
    JsonNode content = follow(answer).get("content");
    return content == null
        ? Optional.empty()
        : Optional.of(follow(content.iterator().next().get("schema")));
  }

  /** Everything in which a value is other than its schema says. */
  List<String> faults(JsonNode value, JsonNode schema, String place) {
    JsonNode of = follow(schema);
    return switch (of.get("type").asText()) {
      case "object" -> ofObject(value, of, place);
      case "array" -> ofArray(value, of, place);
      case "string" -> ofString(value, of, place);
      case "integer" ->
          value.isIntegralNumber() && value.asLong() >= of.path("minimum").asLong(Long.MIN_VALUE)
              ? List.of()
              : List.of(place + " is no such integer");
      case "boolean" -> value.isBoolean() ? List.of() : List.of(place + " is no boolean");
      default -> List.of(place + " has a schema of unknown type");
    };
  }

  private List<String> ofObject(JsonNode value, JsonNode schema, String place) {
    if (!value.isObject()) return List.of(place + " is no object");
    List<String> faults = new ArrayList<>();
    schema.get("required").forEach(
        name -> {
          if (!value.has(name.asText())) faults.add(place + "." + name.asText() + " is missing");
        });
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      String where = place + "." + field.getKey();
      JsonNode described = schema.get("properties").get(field.getKey());
      if (described == null) faults.add(where + " is not described");
      else faults.addAll(faults(field.getValue(), described, where));
    }
    return faults;
  }

  private List<String> ofArray(JsonNode value, JsonNode schema, String place) {
    if (!value.isArray()) return List.of(place + " is no array");
    List<String> faults = new ArrayList<>();
    for (JsonNode item : value) faults.addAll(faults(item, schema.get("items"), place + "[]"));
    return faults;
  }

  private static List<String> ofString(JsonNode value, JsonNode schema, String place) {
    if (!value.isTextual()) return List.of(place + " is no string");
    String text = value.asText();
    boolean listed = !schema.has("enum");
    for (JsonNode word : schema.path("enum")) listed |= word.asText().equals(text);
    boolean fits = !schema.has("pattern") || text.matches(schema.get("pattern").asText());
    return listed && fits ? List.of() : List.of(place + " is not such a string");
  }
}
