package openset.set.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import openset.asn1.Der;
import openset.set.Refused;
import openset.set.SetOid;
import openset.set.data.MsgExtensions;
import openset.set.data.sale.InstallRecurData;
import openset.set.data.sale.InstallRecurInd;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How far apart instalments are stands in an extension of what the cardholder signs. */
final class InstalmentDaysTest {
  private static InstallRecurData saying(String hex) {
    MsgExtensions.MsgExtension days =
        new MsgExtensions.MsgExtension(SetOid.INSTALMENT_DAYS, false, Der.ofHex(hex));
    return new InstallRecurData(
        new InstallRecurInd.InstallTotalTrans(3),
        Optional.of(new MsgExtensions(List.of(days))));
  }

  @Test
  @Tag("AuthToken-P-08")
  void theDaysAreReadAsTheyWereSigned() throws Exception {
    InstallRecurData plan =
        InstallRecurData.TYPE.decode(
            InstallRecurData.TYPE.encode(InstallRecurData.instalments(3, 30)));
    assertThat(plan).isEqualTo(saying("02011e"));
    assertThat(plan.days()).contains(30);
    WrapperCheck.extensions(plan);
  }

  @Test
  @Tag("EXT-01")
  void daysThatAreNoneAreRefused() {
    for (String none : List.of("020100", "0202016f", "0101ff", "02011e00")) {
      assertThat(saying(none).days()).as(none).isEmpty();
      assertThatThrownBy(() -> WrapperCheck.extensions(saying(none)))
          .as(none)
          .isInstanceOfSatisfying(
              Refused.class, refused -> assertThat(refused.rule()).isEqualTo("EXT-01"));
    }
  }
}
