package openset.pki.x509;

import java.time.Instant;
import openset.asn1.Asn1;
import openset.asn1.Asn1Exception;
import openset.asn1.Asn1Type;
import openset.asn1.DerReader;
import openset.asn1.DerWriter;

/**
 * {@code Time ::= CHOICE { utcTime UTCTime, generalTime GeneralizedTime }}: UTCTime to the end of
 * 2049, GeneralizedTime without fraction from 2050 (RFC 5280 4.1.2.5).
 */
public final class PkiTime implements Asn1Type<Instant> {
  /** Its one value. */
  public static final PkiTime TYPE = new PkiTime();

  private static final Instant YEAR_2050 = Instant.parse("2050-01-01T00:00:00Z");

  private PkiTime() {}

  @Override
  public String name() {
    return "Time";
  }

  @Override
  public boolean matches(int tag) {
    return Asn1.UTC_TIME.matches(tag) || Asn1.GENERALIZED_TIME.matches(tag);
  }

  @Override
  public Instant read(DerReader in) {
    if (Asn1.UTC_TIME.matches(in.peekTag())) return Asn1.UTC_TIME.read(in);
    Instant time = Asn1.GENERALIZED_TIME.read(in);
    if (time.isBefore(YEAR_2050)) throw new Asn1Exception("GeneralizedTime before 2050");
    if (time.getNano() != 0) throw new Asn1Exception("fraction of a second");
    return time;
  }

  @Override
  public void write(DerWriter out, Instant time) {
    if (time.isBefore(YEAR_2050)) Asn1.UTC_TIME.write(out, time);
    else Asn1.GENERALIZED_TIME.write(out, time);
  }
}
