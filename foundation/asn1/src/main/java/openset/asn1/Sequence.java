package openset.asn1;

import java.util.List;
import java.util.function.Function;

/**
 * {@code SEQUENCE} of 1 to 16 components: the fields in order, then the record's constructor. A
 * missing or mistyped field does not compile.
 */
public final class Sequence {
  private static final int TAG = 0x30;

  private Sequence() {}

  /** Makes a record of 1 component. */
  public interface Of1<A, R> {
    R make(A a);
  }

  /** Makes a record of 2 components. */
  public interface Of2<A, B, R> {
    R make(A a, B b);
  }

  /** Makes a record of 3 components. */
  public interface Of3<A, B, C, R> {
    R make(A a, B b, C c);
  }

  /** Makes a record of 4 components. */
  public interface Of4<A, B, C, D, R> {
    R make(A a, B b, C c, D d);
  }

  /** Makes a record of 5 components. */
  public interface Of5<A, B, C, D, E, R> {
    R make(A a, B b, C c, D d, E e);
  }

  /** Makes a record of 6 components. */
  public interface Of6<A, B, C, D, E, F, R> {
    R make(A a, B b, C c, D d, E e, F f);
  }

  /** Makes a record of 7 components. */
  public interface Of7<A, B, C, D, E, F, G, R> {
    R make(A a, B b, C c, D d, E e, F f, G g);
  }

  /** Makes a record of 8 components. */
  public interface Of8<A, B, C, D, E, F, G, H, R> {
    R make(A a, B b, C c, D d, E e, F f, G g, H h);
  }

  /** Makes a record of 9 components. */
  public interface Of9<A, B, C, D, E, F, G, H, I, R> {
    R make(A a, B b, C c, D d, E e, F f, G g, H h, I i);
  }

  /** Makes a record of 10 components. */
  public interface Of10<A, B, C, D, E, F, G, H, I, J, R> {
    R make(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j);
  }

  /** Makes a record of 11 components. */
  public interface Of11<A, B, C, D, E, F, G, H, I, J, K, R> {
    R make(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k);
  }

  /** Makes a record of 12 components. */
  public interface Of12<A, B, C, D, E, F, G, H, I, J, K, L, R> {
    R make(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l);
  }

  /** Makes a record of 13 components. */
  public interface Of13<A, B, C, D, E, F, G, H, I, J, K, L, M, R> {
    R make(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l, M m);
  }

  /** Makes a record of 14 components. */
  public interface Of14<A, B, C, D, E, F, G, H, I, J, K, L, M, N, R> {
    R make(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l, M m, N n);
  }

  /** Makes a record of 15 components. */
  public interface Of15<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, R> {
    R make(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l, M m, N n, O o);
  }

  /** Makes a record of 16 components. */
  public interface Of16<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, R> {
    R make(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l, M m, N n, O o, P p);
  }

  /** A SEQUENCE of 1 component. */
  public static <R, A> Tagged<R> sequence(
      String name, Field<R, A> a, Of1<A, R> make) {
    return of(name, List.of(a),
        in -> make.make(a.read(in)));
  }

  /** A SEQUENCE of 2 components. */
  public static <R, A, B> Tagged<R> sequence(
      String name, Field<R, A> a, Field<R, B> b, Of2<A, B, R> make) {
    return of(name, List.of(a, b),
        in -> make.make(a.read(in), b.read(in)));
  }

  /** A SEQUENCE of 3 components. */
  public static <R, A, B, C> Tagged<R> sequence(
      String name, Field<R, A> a, Field<R, B> b, Field<R, C> c, Of3<A, B, C, R> make) {
    return of(name, List.of(a, b, c),
        in -> make.make(a.read(in), b.read(in), c.read(in)));
  }

  /** A SEQUENCE of 4 components. */
  public static <R, A, B, C, D> Tagged<R> sequence(
      String name, Field<R, A> a, Field<R, B> b, Field<R, C> c, Field<R, D> d,
      Of4<A, B, C, D, R> make) {
    return of(name, List.of(a, b, c, d),
        in -> make.make(a.read(in), b.read(in), c.read(in), d.read(in)));
  }

  /** A SEQUENCE of 5 components. */
  public static <R, A, B, C, D, E> Tagged<R> sequence(
      String name, Field<R, A> a, Field<R, B> b, Field<R, C> c, Field<R, D> d, Field<R, E> e,
      Of5<A, B, C, D, E, R> make) {
    return of(name, List.of(a, b, c, d, e),
        in -> make.make(a.read(in), b.read(in), c.read(in), d.read(in), e.read(in)));
  }

  /** A SEQUENCE of 6 components. */
  public static <R, A, B, C, D, E, F> Tagged<R> sequence(
      String name, Field<R, A> a, Field<R, B> b, Field<R, C> c, Field<R, D> d, Field<R, E> e,
      Field<R, F> f, Of6<A, B, C, D, E, F, R> make) {
    return of(name, List.of(a, b, c, d, e, f),
        in -> make.make(a.read(in), b.read(in), c.read(in), d.read(in), e.read(in), f.read(in)));
  }

  /** A SEQUENCE of 7 components. */
  public static <R, A, B, C, D, E, F, G> Tagged<R> sequence(
      String name, Field<R, A> a, Field<R, B> b, Field<R, C> c, Field<R, D> d, Field<R, E> e,
      Field<R, F> f, Field<R, G> g, Of7<A, B, C, D, E, F, G, R> make) {
    return of(name, List.of(a, b, c, d, e, f, g),
        in -> make.make(a.read(in), b.read(in), c.read(in), d.read(in), e.read(in), f.read(in),
            g.read(in)));
  }

  /** A SEQUENCE of 8 components. */
  public static <R, A, B, C, D, E, F, G, H> Tagged<R> sequence(
      String name, Field<R, A> a, Field<R, B> b, Field<R, C> c, Field<R, D> d, Field<R, E> e,
      Field<R, F> f, Field<R, G> g, Field<R, H> h, Of8<A, B, C, D, E, F, G, H, R> make) {
    return of(name, List.of(a, b, c, d, e, f, g, h),
        in -> make.make(a.read(in), b.read(in), c.read(in), d.read(in), e.read(in), f.read(in),
            g.read(in), h.read(in)));
  }

  /** A SEQUENCE of 9 components. */
  public static <R, A, B, C, D, E, F, G, H, I> Tagged<R> sequence(
      String name, Field<R, A> a, Field<R, B> b, Field<R, C> c, Field<R, D> d, Field<R, E> e,
      Field<R, F> f, Field<R, G> g, Field<R, H> h, Field<R, I> i,
      Of9<A, B, C, D, E, F, G, H, I, R> make) {
    return of(name, List.of(a, b, c, d, e, f, g, h, i),
        in -> make.make(a.read(in), b.read(in), c.read(in), d.read(in), e.read(in), f.read(in),
            g.read(in), h.read(in), i.read(in)));
  }

  /** A SEQUENCE of 10 components. */
  public static <R, A, B, C, D, E, F, G, H, I, J> Tagged<R> sequence(
      String name, Field<R, A> a, Field<R, B> b, Field<R, C> c, Field<R, D> d, Field<R, E> e,
      Field<R, F> f, Field<R, G> g, Field<R, H> h, Field<R, I> i, Field<R, J> j,
      Of10<A, B, C, D, E, F, G, H, I, J, R> make) {
    return of(name, List.of(a, b, c, d, e, f, g, h, i, j),
        in -> make.make(a.read(in), b.read(in), c.read(in), d.read(in), e.read(in), f.read(in),
            g.read(in), h.read(in), i.read(in), j.read(in)));
  }

  /** A SEQUENCE of 11 components. */
  public static <R, A, B, C, D, E, F, G, H, I, J, K> Tagged<R> sequence(
      String name, Field<R, A> a, Field<R, B> b, Field<R, C> c, Field<R, D> d, Field<R, E> e,
      Field<R, F> f, Field<R, G> g, Field<R, H> h, Field<R, I> i, Field<R, J> j, Field<R, K> k,
      Of11<A, B, C, D, E, F, G, H, I, J, K, R> make) {
    return of(name, List.of(a, b, c, d, e, f, g, h, i, j, k),
        in -> make.make(a.read(in), b.read(in), c.read(in), d.read(in), e.read(in), f.read(in),
            g.read(in), h.read(in), i.read(in), j.read(in), k.read(in)));
  }

  /** A SEQUENCE of 12 components. */
  public static <R, A, B, C, D, E, F, G, H, I, J, K, L> Tagged<R> sequence(
      String name, Field<R, A> a, Field<R, B> b, Field<R, C> c, Field<R, D> d, Field<R, E> e,
      Field<R, F> f, Field<R, G> g, Field<R, H> h, Field<R, I> i, Field<R, J> j, Field<R, K> k,
      Field<R, L> l, Of12<A, B, C, D, E, F, G, H, I, J, K, L, R> make) {
    return of(name, List.of(a, b, c, d, e, f, g, h, i, j, k, l),
        in -> make.make(a.read(in), b.read(in), c.read(in), d.read(in), e.read(in), f.read(in),
            g.read(in), h.read(in), i.read(in), j.read(in), k.read(in), l.read(in)));
  }

  /** A SEQUENCE of 13 components. */
  public static <R, A, B, C, D, E, F, G, H, I, J, K, L, M> Tagged<R> sequence(
      String name, Field<R, A> a, Field<R, B> b, Field<R, C> c, Field<R, D> d, Field<R, E> e,
      Field<R, F> f, Field<R, G> g, Field<R, H> h, Field<R, I> i, Field<R, J> j, Field<R, K> k,
      Field<R, L> l, Field<R, M> m, Of13<A, B, C, D, E, F, G, H, I, J, K, L, M, R> make) {
    return of(name, List.of(a, b, c, d, e, f, g, h, i, j, k, l, m),
        in -> make.make(a.read(in), b.read(in), c.read(in), d.read(in), e.read(in), f.read(in),
            g.read(in), h.read(in), i.read(in), j.read(in), k.read(in), l.read(in), m.read(in)));
  }

  /** A SEQUENCE of 14 components. */
  public static <R, A, B, C, D, E, F, G, H, I, J, K, L, M, N> Tagged<R> sequence(
      String name, Field<R, A> a, Field<R, B> b, Field<R, C> c, Field<R, D> d, Field<R, E> e,
      Field<R, F> f, Field<R, G> g, Field<R, H> h, Field<R, I> i, Field<R, J> j, Field<R, K> k,
      Field<R, L> l, Field<R, M> m, Field<R, N> n,
      Of14<A, B, C, D, E, F, G, H, I, J, K, L, M, N, R> make) {
    return of(name, List.of(a, b, c, d, e, f, g, h, i, j, k, l, m, n),
        in -> make.make(a.read(in), b.read(in), c.read(in), d.read(in), e.read(in), f.read(in),
            g.read(in), h.read(in), i.read(in), j.read(in), k.read(in), l.read(in), m.read(in),
            n.read(in)));
  }

  /** A SEQUENCE of 15 components. */
  public static <R, A, B, C, D, E, F, G, H, I, J, K, L, M, N, O> Tagged<R> sequence(
      String name, Field<R, A> a, Field<R, B> b, Field<R, C> c, Field<R, D> d, Field<R, E> e,
      Field<R, F> f, Field<R, G> g, Field<R, H> h, Field<R, I> i, Field<R, J> j, Field<R, K> k,
      Field<R, L> l, Field<R, M> m, Field<R, N> n, Field<R, O> o,
      Of15<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, R> make) {
    return of(name, List.of(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o),
        in -> make.make(a.read(in), b.read(in), c.read(in), d.read(in), e.read(in), f.read(in),
            g.read(in), h.read(in), i.read(in), j.read(in), k.read(in), l.read(in), m.read(in),
            n.read(in), o.read(in)));
  }

  /** A SEQUENCE of 16 components. */
  public static <R, A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P> Tagged<R> sequence(
      String name, Field<R, A> a, Field<R, B> b, Field<R, C> c, Field<R, D> d, Field<R, E> e,
      Field<R, F> f, Field<R, G> g, Field<R, H> h, Field<R, I> i, Field<R, J> j, Field<R, K> k,
      Field<R, L> l, Field<R, M> m, Field<R, N> n, Field<R, O> o, Field<R, P> p,
      Of16<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, R> make) {
    return of(name, List.of(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p),
        in -> make.make(a.read(in), b.read(in), c.read(in), d.read(in), e.read(in), f.read(in),
            g.read(in), h.read(in), i.read(in), j.read(in), k.read(in), l.read(in), m.read(in),
            n.read(in), o.read(in), p.read(in)));
  }

  private static <R> Tagged<R> of(
      String name, List<Field<R, ?>> fields, Function<DerReader, R> read) {
    @SuppressWarnings("unchecked")
    Field<R, ?>[] all = (Field<R, ?>[]) fields.toArray(new Field<?, ?>[0]);
    return new Tagged<>(
        name,
        TAG,
        in -> Asn1Exception.refusing(name, read, in),
        (out, record) -> {
          for (int i = all.length - 1; i >= 0; i--) all[i].write(out, record);
        });
  }
}
