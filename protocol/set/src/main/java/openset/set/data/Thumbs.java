package openset.set.data;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1Type;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;

/**
 * What the sender already holds, so that the answer can leave it out. Each list may be empty, which
 * is sent as an absent one; the answer echoes the whole.
 *
 * <pre>
 * Thumbs ::= SEQUENCE {
 *   digestAlgorithm      AlgorithmIdentifier {{DigestAlgorithms}},    -- id-sha256, no parameters
 *   certThumbs           [0] SEQUENCE OF Digest OPTIONAL,
 *   crlThumbs            [1] SEQUENCE OF Digest OPTIONAL,
 *   brandCRLIdThumbs     [2] SEQUENCE OF Digest OPTIONAL }
 * </pre>
 */
public record Thumbs(
    List<Digest> certThumbs, List<Digest> crlThumbs, List<Digest> brandCRLIdThumbs) {
  private static final Tagged<List<Digest>> DIGESTS = Repeated.sequenceOf(Digest.TYPE, 1);

  public static final Tagged<Thumbs> TYPE =
      Sequence.sequence(
          "Thumbs",
          field("digestAlgorithm", Algorithms.SHA256, thumbs -> Algorithms.ID_SHA256),
          optional("certThumbs", list(0), thumbs -> present(thumbs.certThumbs)),
          optional("crlThumbs", list(1), thumbs -> present(thumbs.crlThumbs)),
          optional("brandCRLIdThumbs", list(2), thumbs -> present(thumbs.brandCRLIdThumbs)),
          (algorithm, certs, crls, ids) ->
              new Thumbs(
                  certs.orElse(List.of()), crls.orElse(List.of()), ids.orElse(List.of())));

  public Thumbs {
    certThumbs = List.copyOf(certThumbs);
    crlThumbs = List.copyOf(crlThumbs);
    brandCRLIdThumbs = List.copyOf(brandCRLIdThumbs);
  }

  /** Whether the certificate named by {@code thumb} is among them. */
  public boolean hasCert(CertThumb thumb) {
    return certThumbs.contains(thumb.thumbprint());
  }

  private static Asn1Type<List<Digest>> list(int tag) {
    return DIGESTS.implicit(tag);
  }

  private static Optional<List<Digest>> present(List<Digest> list) {
    return list.isEmpty() ? Optional.empty() : Optional.of(list);
  }
}
