package openset.iso20022;

import com.prowidesoftware.swift.model.mx.dic.BranchAndFinancialInstitutionIdentification6;
import com.prowidesoftware.swift.model.mx.dic.ClearingSystemMemberIdentification2;
import com.prowidesoftware.swift.model.mx.dic.FinancialInstitutionIdentification18;

/**
 * A bank, by its institution code as member of the clearing house (ClrSysMmbId).
 *
 * @param institution 1 to 35 characters
 */
public record Bank(String institution) {
  public Bank {
    Text.max35(institution);
  }

  BranchAndFinancialInstitutionIdentification6 identification() {
    return new BranchAndFinancialInstitutionIdentification6()
        .setFinInstnId(
            new FinancialInstitutionIdentification18()
                .setClrSysMmbId(
                    new ClearingSystemMemberIdentification2().setMmbId(institution)));
  }
}
