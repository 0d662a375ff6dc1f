package openset.set.treatment;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A record as it was but for one part, named by its path: {@code oi.transIDs.xid}. A path goes
 * through an Optional that is there, and into a list by its place.
 */
public final class Altered {
  private Altered() {}

  /** {@code whole}, with {@code value} at {@code path}. */
  @SuppressWarnings("unchecked")
  public static <T> T at(T whole, String path, Object value) {
    int dot = path.indexOf('.');
    String head = dot < 0 ? path : path.substring(0, dot);
    Optional<String> rest = dot < 0 ? Optional.empty() : Optional.of(path.substring(dot + 1));
    return switch (whole) {
      case Optional<?> present -> (T) Optional.of(at((Object) present.orElseThrow(), path, value));
      case List<?> list -> (T) inList(list, Integer.parseInt(head), rest, value);
      case Record record -> (T) inRecord(record, head, rest, value);
      default -> throw new IllegalArgumentException(path + " leads nowhere");
    };
  }

  /** What stands in {@code whole} at {@code path}. */
  public static Object part(Object whole, String path) {
    Object part = whole;
    for (String name : path.split("\\.")) {
      if (part instanceof Optional<?> present) part = present.orElseThrow();
      part = part instanceof List<?> list ? list.get(Integer.parseInt(name)) : of(part, name);
    }
    return part;
  }

  private static Object of(Object record, String name) {
    try {
      return record.getClass().getMethod(name).invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(record.getClass() + " has no " + name, e);
    }
  }

  private static List<?> inList(
      List<?> list, int place, Optional<String> rest, Object value) {
    List<Object> parts = new ArrayList<>(list);
    parts.set(place, within(parts.get(place), rest, value));
    return parts;
  }

  private static Record inRecord(
      Record record, String name, Optional<String> rest, Object value) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] parts = new Object[components.length];
    boolean found = false;
    try {
      for (int i = 0; i < components.length; i++) {
        boolean meant = components[i].getName().equals(name);
        Object part = components[i].getAccessor().invoke(record);
        parts[i] = meant ? within(part, rest, value) : part;
        found |= meant;
      }
      if (!found) throw new IllegalArgumentException(record.getClass() + " has no " + name);
      return record.getClass().getDeclaredConstructor(types).newInstance(parts);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Object within(Object part, Optional<String> rest, Object value) {
    return rest.isPresent() ? at(part, rest.get(), value) : value;
  }
}
