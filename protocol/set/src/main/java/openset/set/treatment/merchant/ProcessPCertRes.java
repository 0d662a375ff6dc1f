package openset.set.treatment.merchant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import openset.pki.Certificate;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.Required;
import openset.pki.TrustedCertificate;
import openset.pki.Untrusted;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.BrandAndBIN;
import openset.set.data.BrandID;
import openset.set.data.CertThumb;
import openset.set.data.certificate.PCertCode;
import openset.set.data.certificate.PCertResItem;
import openset.set.data.certificate.PCertResTBS;
import openset.set.data.sale.RRTags;
import openset.set.message.MessageWrapper;
import openset.set.message.PCertRes;
import openset.set.operator.Expected;
import openset.set.operator.S;
import openset.set.operator.Verified;
import openset.set.treatment.Means;
import openset.set.treatment.WrapperCheck;

/** What the merchant checks of PCertRes, {@code spec/pcert.md}. */
public final class ProcessPCertRes {
  private ProcessPCertRes() {}

  /**
   * What was asked.
   *
   * @param held certificates of the gateway that we have
   */
  public record Asked(
      RRTags pCertRRTags,
      List<BrandAndBIN> brandAndBINSeq,
      BrandID brandID,
      List<Certificate> held) {
    /** What was asked, of copies. */
    public Asked {
      brandAndBINSeq = List.copyOf(brandAndBINSeq);
      held = List.copyOf(held);
    }
  }

  /**
   * What the gateway gave.
   *
   * @param gateways by the name of the brand, each proved
   * @param refused why there is none for a brand
   */
  public record Given(Map<String, Gateway> gateways, Map<String, PCertCode> refused) {}

  /** The gateway's certificates, each proved. */
  public static Given process(
      MessageWrapper wrapper, PCertRes answer, Asked asked, Means means) throws Refused {
    // PCertRes-M-01: the wrapper is fresh and answers our request.
    WrapperCheck.fresh(wrapper, means);
    WrapperCheck.sameRRPID(wrapper, asked.pCertRRTags().rrpid());
    // PCertRes-M-02: signed by a gateway of the brand we signed for.
    Required gateway =
        Required.of(CertificateType.PGWY, KeyUse.SIGN, asked.brandID().name());
    Verified<PCertResTBS> signed =
        S.verify(
            answer.signed(),
            PCertResTBS.CONTENT,
            Expected.of(gateway, means.trust(), means.now()).holding(asked.held()));
    PCertResTBS data = signed.value();
    WrapperCheck.extensions(data.pCRsExtensions());
    // PCertRes-M-03: it names our request, with one item for each brand that was asked for.
    boolean same =
        data.pCertRRTags().equals(asked.pCertRRTags())
            && data.pCertResItems().size() == asked.brandAndBINSeq().size();
    if (!same) throw new Refused(ErrorCode.unknownRRPID, "PCertRes-M-03");
    Map<String, Gateway> gateways = new TreeMap<>();
    Map<String, PCertCode> refused = new TreeMap<>();
    for (int i = 0; i < data.pCertResItems().size(); i++) {
      String brand = asked.brandAndBINSeq().get(i).brandID().name();
      PCertResItem item = data.pCertResItems().get(i);
      if (item.pCertCode() == PCertCode.success) {
        gateways.put(brand, gateway(item, brand, signed, asked, means));
      } else {
        refused.put(brand, item.pCertCode());
      }
    }
    return new Given(Map.copyOf(gateways), Map.copyOf(refused));
  }

  /** PCertRes-M-04: the certificate is there, and a gateway's of the brand for key exchange. */
  private static Gateway gateway(
      PCertResItem item, String brand, Verified<PCertResTBS> signed, Asked asked, Means means)
      throws Refused {
    CertThumb thumb =
        item.certThumb()
            .orElseThrow(() -> new Refused(ErrorCode.missingCertificate, "PCertRes-M-04"));
    List<Certificate> offered =
        Stream.concat(signed.enclosedCertificates().stream(), asked.held().stream()).toList();
    Certificate certificate =
        offered.stream()
            .filter(one -> CertThumb.of(one).equals(thumb))
            .findFirst()
            .orElseThrow(() -> new Refused(ErrorCode.missingCertificate, "PCertRes-M-04"));
    try {
      Required required = Required.of(CertificateType.PGWY, KeyUse.AGREE, brand);
      TrustedCertificate proved =
          means.trust().validate(certificate, offered, required, means.now());
      List<Certificate> all = new ArrayList<>(List.of(proved.certificate()));
      all.addAll(proved.chain().subList(0, proved.chain().size() - 1));
      return new Gateway(proved, all);
    } catch (Untrusted e) {
      throw new Refused(ErrorCode.invalidCertificate, "PCertRes-M-04");
    }
  }
}
