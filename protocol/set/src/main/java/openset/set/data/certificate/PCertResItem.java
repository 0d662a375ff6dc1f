package openset.set.data.certificate;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.CertThumb;

/**
 * The answer about one brand.
 *
 * <pre>
 * PCertResItem ::= SEQUENCE {
 *   pCertCode   PCertCode,
 *   certThumb   [0] CertThumb OPTIONAL }
 * </pre>
 *
 * <p>Field list and tags are unconfirmed (spec/unconfirmed.md).
 *
 * @param certThumb of the key-exchange certificate, where there is one
 */
public record PCertResItem(PCertCode pCertCode, Optional<CertThumb> certThumb) {
  public static final Tagged<PCertResItem> TYPE =
      Sequence.sequence(
          "PCertResItem",
          field("pCertCode", PCertCode.TYPE, PCertResItem::pCertCode),
          optional("certThumb", CertThumb.TYPE.implicit(0), PCertResItem::certThumb),
          PCertResItem::new);
}
