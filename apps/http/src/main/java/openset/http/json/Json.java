package openset.http.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Records as JSON and back, strictly: no unknown, missing, duplicate or null fields, no conversions
 * between kinds of values, no types chosen by the sender, nothing after the value, bounded depth
 * and lengths (RFC 8259).
 */
public final class Json {
  private static final int DEPTH_MAX = 24;
  private static final int STRING_MAX = 64 * 1024;
  private static final int NAME_MAX = 128;
  private static final int NUMBER_MAX = 40;

  private static final JsonMapper MAPPER = mapper();

  private Json() {}

  /** What in a JSON text is not as its record asks. Names the place, never the content. */
  public static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    Malformed(String place) {
      super(place, null, false, false);
    }
  }

  /** The record in these octets. */
  public static <T> T read(Class<T> type, byte[] octets) throws Malformed {
    try {
      T value = MAPPER.readValue(octets, type);
      if (value == null) {
        throw new Malformed("null where a value belongs");
      }
      return value;
    } catch (UnrecognizedPropertyException e) {
      throw new Malformed("unknown field in " + place(e.getPath(), 1));
    } catch (JsonMappingException e) {
      throw new Malformed("wrong, missing or refused value at " + place(e.getPath(), 0));
    } catch (JsonProcessingException e) {
      throw new Malformed("not JSON within the limits");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The octets of a record. A record that cannot be written is a bug. */
  public static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON form: " + value.getClass().getName(), e);
    }
  }

  private static String place(List<JsonMappingException.Reference> path, int left) {
    StringBuilder place = new StringBuilder("$");
    for (JsonMappingException.Reference step : path.subList(0, Math.max(0, path.size() - left))) {
      if (step.getFieldName() == null) {
        place.append('[').append(step.getIndex()).append(']');
      } else {
        place.append('.').append(step.getFieldName());
      }
    }
    return place.toString();
  }

  private static JsonMapper mapper() {
    StreamReadConstraints bounds =
        StreamReadConstraints.builder()
            .maxNestingDepth(DEPTH_MAX)
            .maxStringLength(STRING_MAX)
            .maxNameLength(NAME_MAX)
            .maxNumberLength(NUMBER_MAX)
            .build();
    JsonMapper mapper =
        JsonMapper.builder(JsonFactory.builder().streamReadConstraints(bounds).build())
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .build();
    var text = mapper.coercionConfigFor(LogicalType.Textual);
    for (CoercionInputShape shape :
        List.of(
            CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
      text.setCoercion(shape, CoercionAction.Fail);
    }
    return mapper;
  }
}
