package openset.set.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import openset.asn1.Asn1Exception;
import openset.asn1.Asn1Type;

/** The law of every type: whatever decodes is written back as the same bytes. */
@Tag("D08")
class AllTypesTest {
  private static final Map<Asn1Type<?>, Type> JAVA_TYPES = javaTypes();

  @Example
  void listsEveryDeclaredType() {
    assertThat(AllTypes.list()).containsAll(JAVA_TYPES.keySet());
    assertThat(AllTypes.list()).hasSizeGreaterThan(140).doesNotHaveDuplicates();
    assertThat(JAVA_TYPES).hasSameSizeAs(AllTypes.list());
  }

  @Example
  void namesNoTwoTypesAlike() {
    assertThat(AllTypes.list()).extracting(Asn1Type::name).doesNotHaveDuplicates();
  }

  @Property(tries = 20)
  void readsBackEveryValueItWrites(@ForAll long seed) {
    Arbitrary arbitrary = new Arbitrary(seed);
    JAVA_TYPES.forEach((type, javaType) -> readsBack(type, arbitrary.value(javaType)));
  }

  @Property(tries = 1)
  void refusesEveryChangedByteOrWritesItBackTheSame(@ForAll long seed) {
    Arbitrary arbitrary = new Arbitrary(seed);
    Random random = new Random(seed);
    JAVA_TYPES.forEach(
        (type, javaType) -> {
          byte[] der = encode(type, arbitrary.value(javaType));
          for (int at = 0; at < der.length; at++) {
            for (int change = 1; change < 256; change += step(der.length, random)) {
              byte[] changed = der.clone();
              changed[at] ^= (byte) change;
              refusesOrWritesBack(type, changed);
            }
          }
        });
  }

  @Property(tries = 5)
  void refusesEveryCutAndEveryAddition(@ForAll long seed) {
    Arbitrary arbitrary = new Arbitrary(seed);
    JAVA_TYPES.forEach(
        (type, javaType) -> {
          byte[] der = encode(type, arbitrary.value(javaType));
          for (int length : new int[] {0, 1, der.length / 2, der.length - 1, der.length + 1}) {
            if (length != der.length) assertThat(decodes(type, copy(der, length))).isFalse();
          }
        });
  }

  private static int step(int length, Random random) {
    return length < 40 ? 1 : 1 + random.nextInt(160);
  }

  private static byte[] copy(byte[] der, int length) {
    return Arrays.copyOf(der, length);
  }

  private static <T> void readsBack(Asn1Type<T> type, Object value) {
    byte[] der = encode(type, value);
    T read = type.decode(der);
    assertThat(read).as(type.name()).isEqualTo(value);
    assertThat(type.encode(read)).as(type.name()).isEqualTo(der);
  }

  private static <T> void refusesOrWritesBack(Asn1Type<T> type, byte[] der) {
    try {
      T read = type.decode(der);
      assertThat(type.encode(read)).as(type.name()).isEqualTo(der);
    } catch (Asn1Exception refused) {
      assertThat(refused.place()).startsWith(type.name());
    }
  }

  private static boolean decodes(Asn1Type<?> type, byte[] der) {
    try {
      type.decode(der);
      return true;
    } catch (Asn1Exception refused) {
      return false;
    }
  }

  @SuppressWarnings("unchecked")
  private static <T> byte[] encode(Asn1Type<T> type, Object value) {
    return type.encode((T) value);
  }

  private static Map<Asn1Type<?>, Type> javaTypes() {
    Map<Asn1Type<?>, Type> found = new LinkedHashMap<>();
    for (String place : List.of("data", "message")) {
      for (Class<?> kind : classesUnder(place)) {
        for (Field field : kind.getDeclaredFields()) {
          if (isType(field)) found.put(type(kind), argument(field));
        }
      }
    }
    found.put(AllTypes.named("SETString").orElseThrow(), String.class);
    return found;
  }

  private static boolean isType(Field field) {
    return field.getName().equals("TYPE") && Modifier.isPublic(field.getModifiers());
  }

  private static Asn1Type<?> type(Class<?> kind) {
    return (Asn1Type<?>) Arbitrary.declared(kind, "TYPE");
  }

  private static Type argument(Field field) {
    return ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
  }

  private static List<Class<?>> classesUnder(String place) {
    Path root = Path.of("target", "classes");
    try (Stream<Path> files = Files.walk(root.resolve("openset/set/" + place))) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .<Class<?>>map(AllTypesTest::load)
          .filter(kind -> Modifier.isPublic(kind.getModifiers()))
          .sorted(Comparator.comparing(Class::getName))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
