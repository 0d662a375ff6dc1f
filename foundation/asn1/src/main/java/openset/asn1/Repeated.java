package openset.asn1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** {@code SEQUENCE OF} and {@code SET OF}. */
public final class Repeated {
  private static final Comparator<byte[]> DER_ORDER = Arrays::compareUnsigned;

  private Repeated() {}

  /** SEQUENCE OF, at least {@code least} elements, at most what the limits allow. */
  public static <T> Tagged<List<T>> sequenceOf(Asn1Type<T> type, int least) {
    return new Tagged<>(
        "SEQUENCE OF " + type.name(),
        0x30,
        in -> elements(in, type, least),
        (out, list) -> {
          if (list.size() < least) throw new IllegalArgumentException("fewer than " + least);
          for (T element : list.reversed()) type.write(out, element);
        });
  }

  /** SEQUENCE OF any number of elements. */
  public static <T> Tagged<List<T>> sequenceOf(Asn1Type<T> type) {
    return sequenceOf(type, 0);
  }

  /** SET OF in DER order (X.690 11.6): refused unsorted or with duplicates. */
  public static <T> Tagged<List<T>> setOf(Asn1Type<T> type) {
    return new Tagged<>(
        "SET OF " + type.name(),
        0x31,
        in -> sorted(in, type),
        (out, list) -> sort(out, type, list));
  }

  private static <T> List<T> elements(DerReader in, Asn1Type<T> type, int least) {
    List<T> list = new ArrayList<>();
    while (in.hasNext()) {
      if (list.size() == in.limits().countMax()) {
        throw new Asn1Exception("more than " + in.limits().countMax() + " elements");
      }
      list.add(element(in, type, list.size()));
    }
    if (list.size() < least) throw new Asn1Exception("fewer than " + least + " elements");
    return List.copyOf(list);
  }

  private static <T> T element(DerReader in, Asn1Type<T> type, int index) {
    in.begin(index, type);
    try {
      T value = type.read(in);
      in.end(value);
      return value;
    } catch (Asn1Exception e) {
      throw e.within("[" + index + "]");
    }
  }

  private static <T> List<T> sorted(DerReader in, Asn1Type<T> type) {
    List<T> list = new ArrayList<>();
    int last = 0;
    while (in.hasNext()) {
      if (list.size() == in.limits().countMax()) {
        throw new Asn1Exception("more than " + in.limits().countMax() + " elements");
      }
      int next = in.at();
      list.add(element(in, type, list.size()));
      if (list.size() > 1 && in.compare(last, next, next) >= 0) {
        throw new Asn1Exception("SET OF not in DER order");
      }
      last = next;
    }
    return List.copyOf(list);
  }

  private static <T> void sort(DerWriter out, Asn1Type<T> type, List<T> list) {
    if (list.size() == 1) {
      type.write(out, list.getFirst());
      return;
    }
    List<byte[]> encoded = list.stream().map(type::encode).sorted(DER_ORDER).toList();
    for (int i = 1; i < encoded.size(); i++) {
      if (Arrays.equals(encoded.get(i - 1), encoded.get(i))) {
        throw new IllegalArgumentException("SET OF with one element twice");
      }
    }
    for (byte[] element : encoded.reversed()) out.raw(element);
  }
}
