package openset.http.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import openset.http.Call;
import openset.http.JsonRoute;
import openset.http.Mount;
import openset.http.Problem;
import openset.http.hook.HookAddresses;
import openset.http.hook.HookJson;
import openset.http.keys.ApiKeys;
import openset.http.once.RememberedAnswers;
import org.junit.jupiter.api.Test;

/** openapi.json and the code say the same, both ways. */
final class OpenApiTest {
  private static final Described DESCRIBED = Described.read();

  /** Every record that goes over the wire, by the name of its schema. */
  private static final Map<String, Class<?>> RECORDS = records();

  private static Map<String, Class<?>> records() {
    Map<String, Class<?>> records = new TreeMap<>();
    Stream.of(
            OrderJson.class, PlanJson.class, BatchJson.class, WebhookJson.class, HookJson.class)
        .flatMap(file -> Stream.of(file.getDeclaredClasses()))
        .filter(type -> java.lang.reflect.Modifier.isPublic(type.getModifiers()))
        .forEach(type -> records.put(type.getSimpleName(), type));
    records.put("Amount", ShopJson.Amount.class);
    records.put("Shipment", ShopJson.Shipment.class);
    records.put("Problem", Problem.class);
    return records;
  }

  private static List<Mount> mounts() {
    ApiKeys nobody = ApiKeys.of(List.of(), InstantSource.system());
    ApiRights rights = new ApiRights(nobody, nobody, nobody);
    RememberedAnswers once = new RememberedAnswers(1, java.time.Duration.ofMinutes(1));
    return Stream.of(
            OrderApi.routes(null, null, rights, once),
            BatchApi.routes(null, rights, once),
            WebhookApi.routes(null, HookAddresses.OPEN, rights, once))
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void everyRouteIsDescribedAndEveryDescriptionHasItsRoute() {
    TreeSet<String> routes = new TreeSet<>();
    mounts().forEach(mount -> routes.add(mount.method() + " " + mount.path()));
    assertThat(DESCRIBED.operations().keySet()).isEqualTo(routes);
    assertThat(routes).hasSizeGreaterThan(10);
  }

  @Test
  void everyRouteTakesTheBodyThatIsDescribedAndAKeyWhereItWrites() {
    for (Mount mount : mounts()) {
      JsonRoute<?, ?> route = (JsonRoute<?, ?>) mount;
      String name = mount.method() + " " + mount.path();
      JsonNode operation = DESCRIBED.operations().get(name).description();
      JsonNode body = operation.at("/requestBody/content/application~1json/schema/$ref");
      String expected =
          route.input() == Call.None.class
              ? ""
              : "#/components/schemas/" + route.input().getSimpleName();
      assertThat(body.asText("")).as(name).isEqualTo(expected);
      boolean keyed =
          operation.path("parameters").toString().contains("#/components/parameters/Idempotency");
      assertThat(keyed).as(name).isEqualTo(mount.method() != Mount.Method.GET);
      assertThat(route.once().isPresent()).as(name).isEqualTo(keyed);
      assertThat(operation.get("responses").has(String.valueOf(status(route)))).as(name).isTrue();
      assertThat(route.keys()).as(name).isPresent();
    }
  }

  private static int status(JsonRoute<?, ?> route) {
    return route.method() == Mount.Method.DELETE ? 204 : route.status();
  }

  @Test
  void everyNameInAPathIsAParameter() {
    for (Described.Operation operation : DESCRIBED.operations().values()) {
      TreeSet<String> named = new TreeSet<>();
      for (JsonNode parameter : operation.description().path("parameters")) {
        JsonNode of = DESCRIBED.follow(parameter);
        if (of.get("in").asText().equals("path")) named.add("{" + of.get("name").asText() + "}");
      }
      TreeSet<String> inPath = new TreeSet<>();
      for (String part : operation.path().split("/")) if (part.startsWith("{")) inPath.add(part);
      assertThat(named).as(operation.name()).isEqualTo(inPath);
    }
  }

  @Test
  void everySchemaIsARecordFieldByFieldAndEveryRecordHasItsSchema() {
    Map<String, JsonNode> schemas = DESCRIBED.schemas();
    assertThat(schemas.keySet()).isEqualTo(RECORDS.keySet());
    RECORDS.forEach((name, type) -> assertThat(fields(type)).as(name)
        .isEqualTo(properties(schemas.get(name))));
  }

  /** Name and type of each field, with a question mark where it may be absent. */
  private static Map<String, String> fields(Class<?> type) {
    Map<String, String> fields = new TreeMap<>();
    for (RecordComponent field : type.getRecordComponents()) {
      fields.put(field.getName(), typed(field.getGenericType()));
    }
    return fields;
  }

  private static String typed(Type type) {
    if (type instanceof ParameterizedType generic) {
      String inner = typed(generic.getActualTypeArguments()[0]);
      return generic.getRawType() == Optional.class ? inner + "?" : inner + "[]";
    }
    return switch (type.getTypeName()) {
      case "java.lang.String" -> "string";
      case "int", "java.lang.Integer" -> "int32";
      case "long", "java.lang.Long" -> "int64";
      case "boolean", "java.lang.Boolean" -> "boolean";
      default -> ((Class<?>) type).getSimpleName();
    };
  }

  private static Map<String, String> properties(JsonNode schema) {
    Map<String, String> fields = new TreeMap<>();
    TreeSet<String> required = new TreeSet<>();
    schema.get("required").forEach(name -> required.add(name.asText()));
    schema
        .get("properties")
        .properties()
        .forEach(
            field -> {
              String absent = required.contains(field.getKey()) ? "" : "?";
              fields.put(field.getKey(), described(field.getValue()) + absent);
            });
    return fields;
  }

  private static String described(JsonNode schema) {
    if (schema.has("$ref")) return schema.get("$ref").asText().replaceAll(".*/", "");
    return switch (schema.get("type").asText()) {
      case "array" -> described(schema.get("items")) + "[]";
      case "integer" -> schema.get("format").asText();
      default -> schema.get("type").asText();
    };
  }

  @Test
  void theTestsSeeFaults() {
    JsonNode order = DESCRIBED.schemas().get("Order");
    JsonNode nothing = new com.fasterxml.jackson.databind.ObjectMapper().createObjectNode();
    assertThat(DESCRIBED.faults(nothing, order, "$")).contains("$.order is missing");
    assertThat(DESCRIBED.faults(order, order, "$")).contains("$.type is not described");
  }
}
